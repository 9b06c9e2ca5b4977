### What a patient is told when something needs help now, or a person of the clinic; and who has seen it.

# $known says whether the session is known; $at is when it ended, $thinners whether blood thinners are on record.
emergency =
    🚨 <b>This needs urgent medical help. Call { $emergency } now.</b>
    Do not drive yourself. Do not wait for us to reply. If breathing is hard, sit upright; if you feel faint, lie flat. Stay with someone if you can.
    <b>Tell them:</b> “I had dry needling{ $known ->
        [yes] { "" } ({ $area }) on { $at }
       *[no] { "" }: where on the body, and when
    }{ $thinners ->
        [yes] ” and <b>that you take blood thinners or bleed easily</b>.
       *[no] ”, and whether you take blood thinners.
    }{ $pregnant ->
        [yes] { " " }<b>Say that you are pregnant.</b>
       *[no] { "" }
    }
    No flying, diving or exercise until you have been seen.
emergency-press = Press the button once you are with help.
emergency-also = Say this too: dry needling ({ $area }) on { $at }.
emergency-crisis =
    🚨 <b>Please talk to a person right now: call { $emergency }.</b> You do not have to explain everything; say that you are thinking of ending your life.
    If you can, go to somebody you trust and stay with them, and put away what you could hurt yourself with. Do not wait for us to reply. You matter.
    Press the button once somebody is with you.
emergency-overdose =
    🚨 <b>This needs urgent medical help. Call { $emergency } now,</b> also if you feel well: some medicines do their harm hours later.
    Say what you took, how much and when, and keep the packet to show. Stay with somebody. Do not drive yourself, do not wait for us to reply.
    If you took it because you wanted to die, say that too: you will be helped. Press the button once somebody is with you.
emergency-again =
    🚨 <b>Have you called { $emergency }?</b> If not, please call now. Do not drive yourself, do not wait for us.
    Press the button once you are with help.
with-help-thanks = <b>Good that help is with you.</b> Tell them about the needles: where, when, and any blood thinners. If the help goes away and it gets worse, call { $emergency } again.
with-help-erased = Nothing is kept here any more, so nobody is told. If the help goes away and it gets worse, call { $emergency } again.
with-help-noted = ✅ <i>You are with help.</i>
toast-with-help = Good that help is with you.

# $reachable says whether there is anybody of the team the bot can tell.
urgent-open =
    <b>Somebody at { $clinic } has to talk with you about this today.</b>
    { $reachable ->
        [yes] I am telling the clinic now. If nobody has been in touch within 30 minutes, call { $phone }.
       *[no] I cannot reach the clinic from here, so please call { $phone } now.
    }
    If it gets worse, or you have trouble breathing, chest pain, fainting, weakness or heavy bleeding: call { $emergency } at once.
urgent-closed =
    <b>Please do not wait with this. { $clinic } is closed just now.</b>
    Call your urgent-care line or go to an emergency department today, and tell them about the dry needling: where, when, and any blood thinners.
    { $known ->
        [yes] The clinic opens on { $opens }{ $reachable ->
            [yes] ; I am leaving this for them.
           *[no] : please call { $phone } then.
        }
       *[no] You can try the clinic at { $phone }.
    }
    If it gets worse, or you have trouble breathing, chest pain, fainting, weakness or heavy bleeding: call { $emergency } at once.

clinic-told = { $tier ->
    [emergency] 📨 We have told the clinic. <b>Do not wait for them: call { $emergency }.</b>
   *[urgent] { $open ->
        [no] 📨 Your message is waiting for the clinic's team; nobody may read it before the clinic opens on { $opens }. If it gets worse, do not wait: call { $emergency }.
        [unknown] 📨 Your message is waiting for the clinic's team; nobody may read it today. If it gets worse, do not wait: call { $emergency }.
       *[yes] 📨 We have told the clinic. If it gets worse, do not wait for them: call { $emergency }.
    }
  }
clinic-not-told = { $tier ->
    [emergency] ⚠️ <b>I could not reach the clinic. Call { $emergency }; you do not need the clinic for that.</b>
   *[urgent] ⚠️ <b>I could not reach the clinic from here. Please call { $phone }.</b> If nobody answers and it gets worse: { $emergency }.
  }
flag-seen-by = { $tier ->
    [emergency] 👤 <b>{ $who } at { $clinic } has seen this.</b> Getting help comes first: if you have not called { $emergency }, please call now.
    [helped] 👤 <b>{ $who } at { $clinic } has seen this.</b> Stay with the people who are helping you.
   *[urgent] 👤 <b>{ $who } at { $clinic } has seen this</b> and will get back to you. If it gets worse, do not wait: call { $emergency }.
  }
relay-to-patient =
    💬 <b>{ $who }, { $clinic }:</b>
    { $words }

    <i>You can answer right here.</i>

### What a patient learns when staff close the case. $tier is the tier it had.

flag-closed-reassured = <b>{ $clinic } has looked at this with you and closed it for now.</b> If it comes back or gets worse, write here or call { $phone }; in an emergency { $emergency }.
flag-closed-self-care = <b>{ $clinic } has closed this; please follow the advice they gave you.</b> If it does not get better as you were told, or gets worse, write here or call { $phone }; in an emergency { $emergency }.
flag-closed-booked-in = <b>{ $clinic } has booked you in to look at this.</b> If it gets worse before then, do not wait: call { $phone }, in an emergency { $emergency }.
flag-closed-sent-to-emergency = <b>{ $clinic } has noted that you are going to emergency care.</b> Please do go, even if it eases, and tell them about the needles. If you cannot get there: { $emergency }.
flag-closed-could-not-reach = <b>{ $clinic } tried to reach you and could not.</b> Please call { $phone }. If it is bad or gets worse, call { $emergency }.
