### Reminders and check-ins. The first line carries the message; “your clinic asks”, never “science says”.
### $region is the treated area (“left calf”), $until the end of the restriction, $hours its length.
### $first_day is over where the message is sent more than 24 hours after the session, else running.
### $area groups regions by their warning signs: thorax, trunk, limb, jaw.

reminder-summary =
    { $breathing ->
        [first] <b>If breathing gets hard, or hurts, call { $emergency } at once, today or any day.</b>
        [evening] <b>If breathing gets hard, or hurts, call { $emergency } at once, also at night.</b>
       *[listed] <b>What to expect for { THE($region) } in the next days.</b>
    }

    Soreness, a small bruise or feeling tired is common. { $first_day ->
        [over] Most people are hardly sore by the third day.
       *[running] Soreness is often most in the first hours, and most people are near 0 by the third day.
    } Serious problems are rare.

    { $restriction ->
        [over] The { $hours } hours without hard activity that { $clinic } asks for are over (until { $until }).
       *[running] <b>{ $clinic } asks: no hard activity until { $until }.</b> That means no heavy lifting, sprints, races or contact sport. Walking, desk work and light movement are good. If you could not hold a conversation, it is too hard for now.
    }
    { $first_day ->
        [over] { "" }
       *[running] On the day of the session: a lukewarm shower is fine; skip sauna, hot tub, alcohol and deep massage on the spot. Pools after 24 hours.{ " " }
    }If you feel faint or sleepy, do not drive until it has fully passed.

    <b>Call { $emergency } now</b> for trouble breathing, chest pain, fainting, sudden weakness or numbness, heavy bleeding{ $area ->
        [thorax] , pain when you breathe in, coughing up blood, or a new dry cough.
        [trunk] , severe belly pain, or numbness between the legs or trouble passing urine.
        [jaw] , or swelling of face, tongue or throat.
       *[limb] , or an arm or leg that turns rock-hard, cold or pale.
    }
    <b>Write here or call { $phone }</b> for fever{ $area ->
        [thorax] , a new wet cough
       *[limb] { "" }
    }, a spot that gets hot, red or swollen, a bruise that grows, or pain that climbs { $first_day ->
        [over] instead of falling.
       *[running] after the first day.
    }

    This is an automated service: not an emergency service, and not watched day and night. /stop ends it.

reminder-check-first =
    <b>How is { THE($region) } since the session?</b> { $clinic } asks; it takes a minute.
    Trouble breathing, chest pain or fainting: call { $emergency } now, do not wait for a reply.

reminder-check-day-1 =
    <b>One day on: how is { THE($region) }?</b> A short check-in from { $clinic }.
    Trouble breathing, chest pain or fainting: call { $emergency } now, do not wait for a reply.

reminder-check-day-2 =
    <b>Two days on: how is { THE($region) }?</b> A short check-in from { $clinic }. By now most people feel little or nothing.

reminder-closing =
    <b>Three days on: last regular check-in for { THE($region) }, from { $clinic }.</b>
    Keep an eye on the area for two weeks. If a spot gets hot, red, swollen or more painful, or you get a fever, write here or call { $phone }. Trouble breathing or chest pain: { $emergency }, at once.

reminder-hydration = 💧 Drink as you usually would. If your doctor limits your fluids, keep to that limit.
reminder-hydration-limited = 💧 Drinks: keep to the amount your doctor has set for you.

reminder-stretching = 🤸 Move { THE($region) } gently a few times today. It should ease, not hurt; stop at a mild stretch.

reminder-stretching-day-2 = 🤸 Easy movement helps on the second day too: a walk, or a mild stretch of { THE($region) }. It should ease, not hurt.

reminder-ice =
    <b>Ice is optional, for comfort only.</b> If it feels good on { THE($region) }: at most 10 to 15 minutes with a damp cloth between, and at least an hour before the next time.
    Stop if the skin turns white, blisters, hurts a lot or goes numb. No ice on broken or infected skin, or if cold has ever been a problem for you.

reminder-activity-going-on =
    <b>Still no hard activity until { $until },</b> even if { THE($region) } feels fine. { $clinic } asks for { $hours } hours: no heavy lifting, sprints, races or contact sport.
    Walking, easy cycling, desk work and housework are good.

reminder-activity-end =
    { $verdict ->
        [asked] <b>The { $hours } hours without hard activity that { $clinic } asked for are over.</b> (They ran until { $until }.) Please answer the questions below: then I say whether you can build up again, need another day, or should talk with us first. Until then, light movement only.
        [clear] <b>The { $hours } hours without hard activity that { $clinic } asked for are over.</b> (They ran until { $until }.) Your last answers fit with building up again: start at about half of what you usually do, and stop if { THE($region) } hurts more.
        [another-day] <b>The { $hours } hours are over, but give { THE($region) } another day.</b> (They ran until { $until }.) Your last answers say it still needs rest: light movement only, then start easy.
        [talk] <b>Please talk with { $clinic } before any hard activity.</b> The { $hours } hours ran until { $until }, but your last answers need a person first: { $phone }.
       *[unknown] <b>The { $hours } hours without hard activity that { $clinic } asked for are over.</b> (They ran until { $until }.) If { THE($region) } is hardly sore, build up step by step. If not, give it another day, or call { $phone } first.
    }

reminder-tail =
    <b>One question about { THE($region) }, from { $clinic }.</b> Infections are rare, but they can show late; that is why we ask again.

reminder-extra-dizzy =
    <b>An hour on: how do you feel now?</b> You felt faint, so { $clinic } asks again. Until it has fully passed: sit or lie down, do not drive. If you pass out or it gets worse, call { $emergency }.

reminder-extra-dizzy-later =
    <b>How do you feel now?</b> You felt faint when you last answered, so { $clinic } asks once more. Until it has fully passed: sit or lie down, do not drive. If you pass out or it gets worse, call { $emergency }.

reminder-extra-soreness =
    <b>How is { THE($region) } now?</b> It was quite sore when you last answered. It often drops within hours, so { $clinic } asks once more.

reminder-extra-tingling =
    <b>Is the tingling gone?</b> It often fades within a day, so { $clinic } asks once more. New weakness, or numbness that spreads: call { $emergency }.

reminder-extra-tail =
    <b>Five days on: how is { THE($region) }?</b> It was still a little sore on day three, so { $clinic } asks once more.

reminder-nudge =
    <b>Your check-in is still open.</b> A few taps are enough: how is { THE($region) }? Do not wait for a reply if something is wrong: trouble breathing, chest pain or fainting, call { $emergency }; anything else, { $phone }.

### Questions and their choices

question-soreness = Right now, how sore is the treated area? <b>0</b> = not at all, <b>10</b> = the worst you can imagine.
question-symptoms = Any of these since your session? Tap all that fit, then <b>Send</b>.
question-interference = How much is it getting in the way of what you usually do?
question-infection = Is any needled spot hot, red, swollen or leaking, or do you have a fever or chills? On brown or black skin go by heat, swelling and pain.
question-baseline = And <b>before</b> the session, how sore was the area? 0 to 10.
question-change = Compared with before the session, the treated area is now: <b>−5</b> = very much worse, <b>0</b> = unchanged, <b>+5</b> = fully recovered.

choice-interference-not-at-all = Not at all
choice-interference-a-little = A little
choice-interference-somewhat = Somewhat
choice-interference-quite-a-bit = Quite a bit
choice-interference-very-much = Very much
choice-infection-no = No
choice-infection-yes = Yes

sign = { $sign ->
    [breathing] Breathing trouble
    [chest-pain] Chest pain
    [fainted] Fainted
    [weak-numb] Weak or numb
    [bleeding-swelling] Bleeding, big swelling
    [fever] Fever
    [more-pain] More pain than before
    [bruising] Bruise, small bleed
    [skin] Red dots, itch
    [tired] Tired
    [faintness] Faint, dizzy
    [headache] Headache
    [tingling] Tingling
    [infection] Hot, red or leaking spot
   *[other] Something else
  }

### Why a message of the plan was moved or left out, for `preview`

moved-quiet-hours = moved out of the quiet hours
moved-before-quiet-hours = brought forward before the quiet hours
moved-joined-late = sent later, because the patient joined late
moved-at-once = sent at once, as an answer to joining
moved-merged = merged with another message
dropped-not-for-this-patient = not for this area, risk or restriction
dropped-no-longer-useful = no longer useful by then
dropped-enough-messages = enough messages already
dropped-good-answers = left out because the answers are good
