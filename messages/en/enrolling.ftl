### Enrolling patients, looking after one's list, canceling. Read by therapists (and staff).

enrolled =
    <b>{ $name }</b> · <code>{ $code }</code>
    { $area }, { $hours } h{ $at_risk ->
        [yes] , { $risks }
       *[no] { "" }
    }

    Let the patient scan this or open
    { $link }
    It works once, until { $link_until }.

    No strenuous activity until { $until }.
    Check-ins:
    { $checks }
    { $messages } messages in all; they begin when the patient agrees.{ $namesake ->
        [none] { "" }
       *[other] { "" }

            ⚠️ <code>{ $namesake }</code> has the same name. The same person? Then cancel this one and send <code>/enroll { $namesake }, …</code>
    }
enrolled-again =
    <b>{ $name }</b> · <code>{ $code }</code> is enrolled again{ $reachable ->
        [yes] { " " }and has been told.
       *[no] .
            ⚠️ They cannot be reached on Telegram (the bot is blocked). Please ask them to unblock it.
    }
    { $area }, { $hours } h{ $at_risk ->
        [yes] , { $risks }
       *[no] { "" }
    }{ $earlier ->
        [yes]
            { "" }
            The plan of the session before ({ $earlier_area }) has ended; open flags and known risks stay.
       *[no] { "" }
    }{ $flag ->
        [none] { "" }
       *[other]
            { "" }
            ⚠️ <b>A flag of this patient is still open ({ $flag ->
                [emergency] EMERGENCY
                [urgent] URGENT
               *[watch] WATCH
            }).</b> /patient { $code } shows it.
    }

    No strenuous activity until { $until }.
    Check-ins:
    { $checks }
enrolled-check = • { $at }

enroll-name-missing = The patient's name is missing. For example: <code>/enroll Maria Lopez, left calf, 48h</code>
enroll-name-too-long = This name is too long, 60 letters are the most: “{ $typed }…”. For example: <code>/enroll Maria Lopez, left calf, 48h</code>
enroll-name-without-letters = “{ $typed }” is not a name I can use. For example: <code>/enroll Maria Lopez, left calf, 48h</code>
enroll-unknown-words =
    <b>I do not understand “{ $typed }”.</b>
    Areas: neck, shoulder, upper back, mid back, chest, low back, abdomen, hip, glute, thigh, knee, calf, foot, upper arm, forearm, hand, jaw.
    Risks: anticoagulant, bleeding, pregnant, diabetes, immune, lung, faint, no-ice, fluid-limit.
    For example: <code>/enroll Maria Lopez, left calf, 48h, no-ice</code>
enroll-two-areas = “{ $typed }” is a second area. Please name the one that was treated most: <code>/enroll Maria Lopez, left calf, 48h</code>
enroll-hours-range = “{ $typed }”: the restriction lasts 24 to 48 hours. For example: <code>/enroll Maria Lopez, left calf, 36h</code>
enroll-two-hours = “{ $typed }” names the hours twice. For example: <code>/enroll Maria Lopez, left calf, 48h</code>
enroll-code-unknown = I know no patient { $code }. A new patient is enrolled by name: <code>/enroll Maria Lopez, left calf, 48h</code>
code-unknown = I know no patient { $code }. Please check the code; nothing was changed.

draft-name = <b>Who was treated?</b> Type the patient's name, or the code of a patient you know.
draft-known = { $facts }
draft-known-name = <b>{ $name }</b>
draft-known-hours = { $hours } h
draft-area =
    { $known }
    Which area was treated?
draft-side =
    { $known }
    Which side?
draft-hours =
    { $known }
    How long without strenuous activity?
draft-risks =
    { $known }
    Does any of these apply? Then <b>Enroll</b>.
draft-over = This enrollment is finished or was dropped. /enroll starts a new one.
draft-dropped = Dropped. Nobody was enrolled.
draft-done = Enrolled, see below.
button-side-left = Left
button-side-right = Right
button-side-both = Both
button-side-none = No side
button-hours = { $hours } h
button-draft-enroll = Enroll
button-draft-cancel = Drop

risk-anticoagulant = blood thinner
risk-bleeding = bleeding disorder
risk-pregnant = pregnant
risk-diabetes = diabetes
risk-immune = weak immune system
risk-lung = lung disease
risk-faint = faints easily
risk-no-ice = no ice
risk-fluid-limit = limited fluids

message-kind = { $kind ->
    [summary] summary
    [check_in] check-in
    [hydration] drinking
    [stretching] gentle movement
    [ice] cold
    [activity] activity
    [closing] last check-in
    [tail] later check
    [nudge] repeated question
   *[other] message
  }
enrollment-state = { $state ->
    [invited] not joined yet
    [active] running
    [paused] paused
    [completed] completed
    [stopped] stopped by the patient
    [canceled] canceled
   *[declined] declined
  }

patients-none = You have enrolled nobody yet. For example: <code>/enroll Maria Lopez, left calf, 48h</code>
patients-list =
    <b>Recent patients</b>
    { $lines }
patients-line = <code>{ $code }</code> { $name } · { $area } · { $state }{ $flag ->
    [open] { " " }🚩 open flag
    [acknowledged] { " " }🚩 taken
   *[none] { "" }
  }
patient-which = Which patient? For example: <code>/patient K7F2</code>
patient-named =
    <b>{ $name }</b> · <code>{ $code }</code>
    { $lines }
patient-coded =
    <b>Patient { $code }</b>
    { $lines }
patient-session = { $area }, session ended { $ended } · { $state }
patient-course = { $known ->
    [yes] Soreness: { $course }
   *[no] Check-ins answered: { $answered }
  }
patient-restriction = { $over ->
    [yes] Restriction ended { $until }
   *[no] No strenuous activity until { $until }
  }
patient-next = Next: { $at }, { $what }
patient-flag = 🚩 { $at }: { $tier ->
    [emergency] emergency
    [urgent] urgent
    [watch] watch
   *[expected] expected
  }, { $state ->
    [open] open
    [acknowledged] taken
   *[closed] closed ({ $outcome })
  }
patient-unreachable = ⚠️ Not reachable on Telegram since { $at }. Please phone.

cancel-which = Whose enrollment? For example: <code>/cancel K7F2</code>
cancel-nothing = { $code } has no enrollment that could be canceled.
cancel-sure =
    <b>Cancel the aftercare of { $name }</b> ({ $code }, { $area })?
    The patient is told once. An open flag stays with staff.
canceled =
    <b>Canceled: { $name } ({ $code }).</b> { $told ->
        [yes] The patient has been told.
       *[no] The link no longer works.
    }{ $flagged ->
        [yes] { " " }The open flag stays with staff.
       *[no] { "" }
    }
canceled-already = This enrollment has ended already.
cancel-kept = Nothing was canceled.
button-cancel-yes = Yes, cancel
button-cancel-no = No, keep it

preview =
    <b>What a patient would get</b> ({ $area }, { $hours } h, session ending now)
    No strenuous activity until { $until }.

    { $lines }
preview-line = • { $at }: { $what }

therapist-joined = <b>{ $name } ({ $code }) has joined.</b> The messages for { $area } have begun.
therapist-known-patient = <b>{ $name } is a patient already: { $code }.</b> They opened the link for { $area } and said so.
therapist-code-gone = The new code <code>{ $old }</code> no longer holds.
therapist-risks-taken-over = Taken over from an earlier session: <b>{ $risks }</b>.
therapist-rest-taken-over = The restriction of the earlier session goes on longer, so it holds until { $until }.
therapist-declined = { $name } ({ $code }) has said <b>No thanks</b>. No messages will be sent ({ $area }).
therapist-stopped = { $name } ({ $code }) has stopped the messages.
staff-patient-stopped = <b>{ $code } has stopped the messages.</b> The flag stays open. A reply to its card still reaches the patient.
staff-patient-forgotten = <b>{ $code } has asked for everything to be erased</b> while the flag is open. The Telegram account is gone from here; <code>/patient { $code }</code> in a private chat with me shows the name until the case is closed. Please reach the patient by the clinic's own records.
