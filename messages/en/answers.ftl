### Replies to check-ins that are part of the ordinary course, or that staff look at the same day.
### Each says what is usual at this hour for this area, what to do now, and what would be a reason to write or call.

reply-first-hours =
    <b>Thank you. About this sore is common in the first hours after needles in { THE($region) }.</b>
    It usually falls most between 6 and 12 hours, and most people are near 0 by the third day. Light movement is good; rest when you feel like it.

reply-first-hours-high =
    <b>Thank you. This is quite sore, but in the first hours it can be.</b>
    Soreness in the { $region } usually falls most between 6 and 12 hours. Move gently, nothing heavy.

reply-first-day =
    <b>Thank you. About this sore is common on the first day for the { $region }.</b>
    Most people are near 0 by the third day. Move gently; a walk is fine.

reply-first-day-high =
    <b>Thank you. This is on the high side for the first day, and it should start to fall.</b>
    Keep moving { THE($region) } lightly, nothing heavy.

reply-second-day =
    <b>Thank you. Little soreness on the second day is how it usually goes for the { $region }.</b>
    By the third day most people feel nothing. Keep moving lightly.

reply-second-day-slow =
    <b>Thank you. Your { $region } is slower than most, but it is getting better.</b>
    Some people need a third day. Light movement helps more than rest.

reply-third-day =
    <b>Thank you. Your { $region } is where most people are by now.</b>
    Nothing more to do than what feels good. Spots can stay tender to touch a little longer.

reply-third-day-tail =
    <b>Thank you. A little soreness on the third day happens, and yours is falling.</b>
    Keep moving { THE($region) } lightly, and build up step by step.

reply-better =
    <b>Thank you. Your { $region } is less sore than before the session.</b>
    Carry on with light movement.

reply-usual-first-hours = In the first hours soreness can be strong. It usually falls most between 6 and 12 hours, and most people are near 0 by the third day.
reply-usual-first-day = On the first day soreness up to 5 is common, and it should start to fall. Most people are near 0 by the third day.
reply-usual-second-day = By the second day most people feel little or nothing from the needles.
reply-usual-later = From the third day on most people feel nothing from the needles any more.

reply-watch =
    <b>Thank you. { $clinic } will look at your answers { $day ->
        [today] today.
        [later] when it opens on { $opens }.
       *[unknown] as soon as it opens.
    }</b>
    Until then: light movement only, nothing that makes { THE($region) } hurt more. If anything gets worse, call { $phone }. You do not need our permission to call.

reply-nothing =
    <b>Thank you. None of the warning signs, that is good to know.</b>

reply-noted =
    <b>Thank you. Your answer is noted.</b>

advice-bruising = 🟣 <b>Bruise:</b> a soft bruise up to the size of your palm is common and changes color for up to two weeks. If it is bigger, grows, gets hard or throbs, call { $phone } today.
advice-bleeding = 🩸 <b>Bleeding:</b> a spot that stopped with firm pressure needs nothing more. If it starts again, press for 10 minutes; if that does not stop it, call { $phone }.
advice-tired = 😴 <b>Tired:</b> common on the first day or two. Do not drive while you are sleepy.
advice-faintness = 💫 <b>Faint or dizzy:</b> sit or lie down, get up slowly, do not drive until it has fully passed. If you pass out, or it is still there in two hours, call { $emergency }.
advice-headache = 🤕 <b>Headache:</b> a mild one can come on the first day. If it is sudden and severe, or comes with fever, vomiting, a stiff neck or trouble seeing, call { $emergency }.
advice-nausea = 🤢 <b>Sickness:</b> can come on the first day. If you keep vomiting, call { $phone }.
advice-tingling = ✨ <b>Tingling:</b> often fades within a day. If you notice weakness, or a limb you cannot move well, call { $phone } at once; both legs, or one side of the body: { $emergency }.
advice-skin = 🔴 <b>Red dots or itch:</b> common at the spots. Keep them clean, no creams or make-up on them today, and do not scratch. If a rash spreads, or your face or throat swells, call { $emergency }.
advice-tearful = 💛 <b>Feelings:</b> some people are tearful for a while after a session. If it stays or weighs on you, write here or call { $phone }: a person will listen.
advice-more-pain = 📈 <b>More of the old pain:</b> can flare for a day or two. If it is still worse after two days, tell us.

reply-follow-up-extra-1h = I will ask again in an hour, because you felt faint.
reply-follow-up-extra-6h = I will ask once more in about six hours or in the morning, to see it going down.
reply-follow-up-extra-dizzy = I will ask once more in about six hours or in the morning, because you felt faint.
reply-follow-up-recheck-12h = I will ask once more in about twelve hours or in the morning, to see it falling.
reply-follow-up-recheck-24h = I will ask once more tomorrow whether the tingling has gone.
reply-follow-up-tail-120h = I will ask once more on day five, because it is not quite gone.
reply-follow-up-tail-7d = I will ask one more question on day seven, to be on the safe side.

reply-reasons =
    <b>Write here or call { $phone }</b> if it climbs instead of falling, you get a fever{ $area ->
        [thorax] { " " }or a new wet cough
       *[limb] { "" }
    }, or a spot gets hot, red or swollen.
    <b>Call { $emergency } at once</b> for { $area ->
        [thorax] trouble breathing, pain when you breathe in, chest pain, a new dry cough, coughing up blood, fainting, weakness or numbness, or heavy bleeding.
        [trunk] trouble breathing, severe belly pain, weak or numb legs, numbness between the legs, trouble passing urine, or fainting.
        [jaw] trouble breathing or swallowing, swelling of face or throat, a drooping face, or fainting.
       *[limb] trouble breathing, chest pain, fainting, or an arm or leg that turns rock-hard, cold, pale or numb.
    }

reply-fewer = 👍 This is going well, so you get fewer reminders from now on.
reply-all-well = Your last answers were good, so this time I ask only one thing.
reply-closing = 👁 That was the last regular check-in. Keep an eye on the area for two weeks; until then you can still write here.

### The answer-dependent end of the restriction, as a reply

reply-activity-clear = ✅ <b>Clear: the { $hours } hours without hard activity are over.</b> Start at about half of what you usually do, and stop if { THE($region) } hurts more.
reply-activity-another-day = ⏳ <b>Give it another day.</b> The { $hours } hours are over, but { THE($region) } still needs an easy day: light movement today, then start easy.
reply-activity-talk = ☎️ <b>No hard activity until you have talked with { $clinic }:</b> { $phone }.

reply-case-open = <b>Noted, thank you. What you reported before stays open:</b> a person at { $clinic } still has to talk with you. { $tier ->
    [emergency] If it was true, or comes back, call { $emergency } now; do not wait for us. No hard activity until you have been seen.
    [helped] Stay with the people who are helping you. If the help goes away and it gets worse, call { $emergency } again.
   *[urgent] If it gets worse, do not wait: call { $phone }, in an emergency { $emergency }. No hard activity until you have talked.
  }
