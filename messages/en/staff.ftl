### What staff read: a flag's card, what comes under it, lists. Never a name of a patient's.

# $waited: minutes nobody has taken it, 0 on the first card; $hours_waited: full hours, from two on. $known: whether a session is known.
card =
    <b>{ $tier ->
        [emergency] 🔴 EMERGENCY
        [urgent] 🟠 URGENT
       *[watch] 🟡 WATCH
    } · { $code }</b>{ $waited ->
        [0] { "" }
       *[other] { "" } · ⏰ nobody has taken this for { $hours_waited ->
           [0] { $waited } min
          *[other] { $hours_waited } h
       }
    }
    { $known ->
        [yes] { $area } · { $hours } h after the session{ $at_risk ->
            [yes] { "" } · <b>{ $risks }</b>
           *[no] { "" }
        }
       *[no] no session on record
    }
card-older =
    <b>{ $tier ->
        [emergency] 🔴 EMERGENCY
        [urgent] 🟠 URGENT
       *[watch] 🟡 WATCH
    } · { $code }</b> · newer card below ⬇️
card-risk = { $risk ->
    [anticoagulant] blood thinners
    [bleeding] bleeding disorder
    [pregnant] pregnant
    [diabetes] diabetes
    [immune] immune system or prosthesis
    [lung] lung disease
    [faint] faints with needles
    [no-ice] no ice
    [fluid-limit] fluid limit
   *[other] other risk
  }
card-said = { $source ->
    [edited] ✏️ changed to: “{ $words }”
    [caption] 🖼 with a picture: “{ $words }”
   *[text] “{ $words }”
  }
card-said-more = … and { $count } more, left out here.
card-sent = { $source ->
    [photo] 🖼 sent a picture (not stored here: ask the patient)
    [voice] 🎤 sent a voice message (not stored here: ask the patient)
    [video] 🎬 sent a video (not stored here: ask the patient)
    [sticker] sent a sticker
    [unread] ⚙️ sent or pressed something that was lost through a fault here: ask the patient
    [silence] 🔇 no answer ({ $sign })
    [button] pressed: { $sign }
   *[other] sent something I cannot read: ask the patient
  }
card-answered = Check-in: { $answers }
answered-soreness = { $soreness ->
    [-1] soreness not given
   *[other] soreness { $soreness }/10
  }
answered-interference = gets in the way: { $choice }
answered-signs = <b>{ $signs }</b>
answered-no-signs = { $given ->
    [yes] none of the signs
   *[no] signs not answered
  }
answered-infection = { $given ->
    [yes] <b>spot hot, red, swollen or leaking, or fever: yes</b>
    [no] spot hot, red, swollen or leaking, or fever: no
   *[open] question about infection not answered
  }
answered-change = compared with before the session: <b>{ $change }</b> (−5 to +5)
answered-taken-back = taken back again: <b>{ $signs }</b>
card-elsewhere = Also needled: { $area }, { $at }
card-why = <i>Why:</i>
    { $reasons }
card-reason = • { $reason }
card-course = Soreness so far: { $course }
card-with-help = 🏥 Patient pressed “I'm with help”, { $at }
card-replied = { $fate ->
    [sent] ↩️ { $who }: “{ $words }” ✓
    [failed] ↩️ { $who }: “{ $words }” ✗ not delivered
    [uncertain] ↩️ { $who }: “{ $words }” (delivery not confirmed)
   *[planned] ↩️ { $who }: “{ $words }” …
  }
card-open = { $before ->
    [nobody] Raised { $at }. Nobody has taken it yet.
   *[other] ❗ <b>New danger, raised again { $at }.</b> { $before } had the earlier part; nobody has taken this yet.
  }
card-taken = 👤 <b>{ $who }</b> has it, since { $at }. { $reachable ->
        [yes] A reply to this message goes to the patient.
       *[no] The patient has no chat here any more: use the clinic's own records.
    }
card-erased = erased, as the patient asked
card-closed = ✅ Closed by <b>{ $who }</b>, { $at }: { $outcome }
card-not-by-chat =
    ⚠️ <b>An emergency is not closed by chat alone.</b> Has somebody spoken with the patient, by phone or in person, and has a second clinician agreed, or is it confirmed that they are being seen?
card-sign = { $sign ->
    [danger-now] the question about danger signs
    [yes] yes, to the closed question
    [no] no, to the closed question
    [check-4h] first check-in
    [check-24h] check-in after a day
    [check-48h] check-in after two days
    [closing] last check-in
    [tail-day-7] question about infection on day 7
    [tail-7d] question about infection on day 7
    [tail-day-14] question about infection on day 14
    [tail-120h] extra check-in on day 5
    [extra-1h] extra check-in an hour after feeling faint
    [extra-dizzy] extra check-in after feeling faint
    [extra-6h] extra check-in after high soreness, 6 h later
    [recheck-12h] extra check-in after high soreness, 12 h later
    [recheck-24h] extra check-in about tingling
    [none] nothing
    [breathing] breathing trouble
    [chest-pain] chest pain
    [fainted] fainted
    [weak-numb] weak or numb
    [bleeding-swelling] bleeding, big swelling
    [fever] fever
    [more-pain] more pain than before
    [bruising] bruise, small bleed
    [skin] red dots, itch
    [tired] tired
    [faintness] faint, dizzy
    [headache] headache
    [tingling] tingling
    [infection] hot, red or leaking spot
   *[other] see the reason below
  }

flag-held = ⏳ <b>{ $tier ->
        [emergency] EMERGENCY
       *[urgent] URGENT
    } · { $code }</b>: { $who } has had this since { $since }, and no reply to the patient and no outcome is written down. Has the patient been reached? Reply to the card, or close it with its outcome.
under-card-added = { $tier ->
    [emergency] 🔴 <b>{ $code } adds:</b>
    [urgent] 🟠 <b>{ $code } adds:</b>
   *[other] 💬 <b>{ $code } adds:</b>
  }
under-card-with-help = 🏥 <b>{ $code }</b> is with help now. The case stays open: please follow up and close it.

button-close-sure = Yes, close it
button-show-flag = { $tier ->
    [emergency] 🔴 { $code }
    [urgent] 🟠 { $code }
   *[watch] 🟡 { $code }
  }
toast-acknowledged = It is yours. A reply to the card goes to the patient.

flag-only-staff = Only the clinic's team can do this. Nothing was changed. If you belong to it, please ask an admin for a link.
flag-gone = This case was erased at the patient's request.
flag-already-taken = Already taken by { $who }.
flag-already-yours = You have it already.
flag-already-closed = This case is closed already.
flag-take-it-first = Nobody has taken this yet. Press “Acknowledge” first.

relay-anonymous = I cannot pass this on: you are writing as the group, and the patient must know who answers. Turn off “Remain anonymous” in your admin rights and reply again.
relay-no-patient = { $code } is not on Telegram with me, so this was not delivered. Please phone.
relay-only-words = I can pass on text only; this was not delivered. Please write it as a reply.
relay-too-long = This is too long to pass on (at most { $most } letters); nothing was delivered.
relay-edited = A changed message is not sent again. Please write a new reply to the card.
relay-takes = You have taken { $code } with this reply. Your words are on their way; the card shows ✓ once Telegram has accepted them.
relay-failed = ❌ <b>Your reply to { $code } could not be delivered.</b> Please phone the patient.

flags-none = ✅ No open cases.
flags-listed = <b>{ $count ->
    [one] One open case
   *[other] { $count } open cases
  }</b>
flags-line = { $tier ->
    [emergency] 🔴
    [urgent] 🟠
   *[watch] 🟡
  } <b>{ $code }</b>{ $known ->
    [yes] { "" } · { $area }
   *[no] { "" }
  } · { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h
  } · { $state ->
    [acknowledged] 👤 { $who }
   *[open] nobody has it
  }
    { $why }
phone-today = 📞 <b>Please phone today:</b>
flags-more = … and { $count } more.
digest = <b>🗒 { $count ->
    [0] No open cases
    [one] One open case
   *[other] { $count } open cases
  }</b>
    Reports in the last 24 hours: { $heard }. Nothing out of the ordinary: { $expected }.
digest-silent = 🔇 No answer to the last check-in ({ $count }): { $codes }

staff-group-gone = ⚠️ <b>I can no longer write in the staff group.</b> Alerts now come to the team privately. Put me back into the group, or bind another one with /staffhere.
patient-lost = 📵 <b>{ $code } can no longer be reached through Telegram</b> (blocked me, or the account is gone).{ $flagged ->
    [yes] { "" } There is an open case: please phone.
   *[no] { "" } Check-ins have stopped.
  }
patient-found = 📶 { $code } can be reached again.

### Reasons that no rule file holds

rule-media = Sent something that cannot be read here
rule-answered-since = Did not answer at first, and has answered since
rule-asks-to-stop = Asks for no more messages
rule-media-near-lung = Sent something that cannot be read here, within 24 hours of needles near the lung
rule-silent-open-flag = No answer although a case is open: phone now
rule-silent-region = No answer to the check-in, needles near the lung: phone today
rule-silent-risk = No answer to the check-in, risk on record: phone today
rule-silent-after-watch = No answer to the check-in after an earlier worry: phone today
rule-silent-low-risk = No answer to the check-in
rule-answers-staff = Answers what a member of staff wrote
rule-doubt-yes = Answered yes to the closed question
rule-doubt-no = Answered no to the closed question
rule-doubt-unanswered = No answer to the closed question within 10 minutes: taken as the worse case
