### Opening a link, agreeing, and what people are told whom the bot does not know.

consent =
    <b>{ $clinic } would like to stay in touch with you after your dry needling</b> ({ $area }).
    Over about three days you get a few automated messages: reminders, and short questions about how the area feels. You can stop them at any time.
consent-emergency =
    ⚠️ This is <b>not an emergency service</b> and it is not watched around the clock. If you have trouble breathing, chest pain, weakness, fainting, heavy bleeding or feel very unwell, <b>call { $emergency } now</b>. Do not wait for a reply.
consent-kept =
    <b>What is kept:</b> your name as the clinic wrote it, your Telegram account, your session, and what you answer and write here. The clinic's team can read it; fixed rules look for worrying answers. It is erased { $days } days after your aftercare has ended, or when you ask with /forget; only numbers without your name may stay.
    Messages to bots on Telegram are not end-to-end encrypted. More: /privacy
consent-given = ✅ You agreed on { $at }.
consent-declined =
    <b>All right, you will get no messages.</b> Your Telegram account is not kept. If you change your mind, ask { $clinic } for a new link: { $phone }. In an emergency call { $emergency }.

joined =
    <b>Thank you, you are all set.</b> { $restriction ->
        [over] The time without hard activity after your session ({ $area }) is over.
       *[running] Until { $until }, please avoid anything strenuous ({ $area }).
    }
    Write here whenever something worries you. /status shows what comes next, /help everything else, /stop ends the messages. In an emergency call { $emergency }.
joined-again =
    <b>Your aftercare for today's session has begun</b> ({ $area }).
    Until { $until }, please avoid anything strenuous. Earlier reminders have ended. /status shows what comes next, /stop ends the messages. In an emergency call { $emergency }.
cold-question =
    ❄️ One question before the first tips: <b>is cold on your skin a problem for you?</b> For example because of Raynaud's, an allergy to cold, poor circulation, skin with little feeling, or a serious heart or lung disease. If you do not answer, you get no tips on cold.
cold-fine = ❄️ <i>Noted: cold is no problem for you.</i>
cold-avoided = ❄️ <i>Noted: you get no tips on cold.</i>
button-cold-fine = No problem
button-cold-avoided = Yes, or not sure
joined-already = You have joined already. /status shows what comes next.

link-wrong = I do not know this link. Please scan the code once more, or ask { $clinic } for a new link: { $phone }.
link-used = This link has been used already. Please ask { $clinic } for a new one: { $phone }.
link-revoked = This link is no longer valid. Please ask { $clinic } for a new one: { $phone }.
link-expired = This link has run out: it worked for 48 hours. Please ask { $clinic } for a new one: { $phone }.
link-taken = This link was opened by somebody else first and works only for them. If it is yours, please call { $clinic }: { $phone }.
declined-too-late = You have agreed already. /stop ends the messages.
link-for-patient =
    <b>This link is for your patient { $name } ({ $code }).</b> It still works: please let the patient scan it with their own phone.
    Are you the patient yourself?
link-second-patient =
    <b>This Telegram account already belongs to patient { $code }.</b> One account can be used by one person only. Is the new session yours too?
link-other-person =
    Then please let the other person open the link on their own phone; it still works. If they have no Telegram, { $clinic } will find another way: { $phone }.
button-join-anyway = I am the patient
button-same-person = Yes, it is mine
button-other-person = No, someone else's

invited =
    <b>Nothing has started yet: your invitation waits for your answer.</b> Please read it and press one of the two buttons.
invited-before =
    <b>Nothing has started yet: your invitation, further up, waits for your answer.</b> If you agree, I write to you over the next days and you can write here whenever something worries you. Please press one of the two buttons: writing it is not enough.
    Until then nobody at { $clinic } reads what you write here: call { $phone }; in an emergency call { $emergency }.

stranger-nothing-kept = <b>Nothing about you is kept here.</b> What you write to me without being enrolled is erased after { $days } days.
stranger =
    <b>Hello! This is the automated aftercare service of { $clinic }.</b>
    You are not enrolled here. If you were treated there, ask for your link: { $phone }.
    This is not an emergency service. If you have trouble breathing, chest pain, weakness, fainting, heavy bleeding or feel very unwell, call { $emergency } now.
patients-only = This is for patients. /help shows what I can do for you.
press-old = This button is out of date. /help shows what I can do for you.
