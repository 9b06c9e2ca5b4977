### What is kept about people, and how they see or erase it.

privacy =
    <b>What { $clinic }'s aftercare service keeps about you</b>
    • From the clinic: your name, the treated area, the time of the session, and risks that matter for aftercare.
    • From you: your Telegram account, language and time zone, your answers and what you write.

    <b>What for:</b> aftercare after dry needling. Automatic rules look for worrying answers and put them in front of the clinic's team; a person decides.
    <b>Who sees it:</b> the clinic's team. In its group you stand by code, without your name. Names and words are stored encrypted.
    <b>How long:</b> { $days } days after your aftercare has ended. Times and counts without your name may be kept longer.
    <b>Telegram:</b> messages to bots are not end-to-end encrypted; Telegram keeps its own copy.

    /mydata shows everything, /forget erases it, /stop ends the messages. Questions: { $phone }

mydata =
    <b>Everything that is kept about you</b>
    Name: { $name }
    Code: { $code }
    Language: { $language } · Time zone: { $zone }
    Agreed: { $consented }{ $withdrawn ->
        [yes] , withdrawn: { $withdrawn_at }
       *[no] { "" }
    }
    Usual pain before the session: { $baseline } · Cold on the skin: { $cold ->
        [fine] no problem
        [avoided] to be avoided
       *[unasked] –
    }
mydata-enrollment =
    <b>Session</b> { $at }: { $area }, { $hours } h · { $state }{ $at_risk ->
        [yes] { " " }· { $risks }
       *[no] { "" }
    }
mydata-check-in =
    <b>You answered</b> { $at }:
    { $answers }
mydata-answer = • { $question ->
    [soreness] soreness
    [symptoms] noticed
    [interference] in the way
    [infection] spot hot, red or swollen, or fever
    [change] compared with before
    [baseline] usual pain before the session
   *[other] { $question }
  }: { $value }
mydata-report = <b>You { $source ->
    [text] wrote
    [edited] wrote (edited)
    [caption] wrote under a picture
    [photo] sent a picture
    [voice] sent a voice message
    [sticker] sent a sticker
    [check-in] answered
    [button] pressed
   *[other] sent
  }</b> { $at }: { $words }
mydata-flag = <b>Put in front of the team</b> { $at } ({ $tier ->
    [emergency] emergency
    [urgent] urgent
    [watch] to be watched
   *[expected] as expected
  }), { $state ->
    [open] open
    [acknowledged] being looked at
   *[closed] closed
  }
mydata-end = That is all. It is erased { $days } days after your aftercare has ended. /forget erases it now.

forget-sure =
    <b>Erase everything about you?</b>
    Your messages end, and your name, your words and your Telegram account are erased here. This cannot be undone. The clinic's own records, and Telegram's copy of this chat, stay as they are.{ $flagged ->
        [yes] { " " }<b>Your last report is still open</b>: the team will be told that you asked for this, and only your name stays until they have closed it, so that they know whom to call. If it gets worse, call { $emergency }.
       *[no] { "" }
    }
forgotten =
    { $flagged ->
        [yes] <b>Done: everything but your name has been erased here.</b> The team knows that your last report is still open; your name goes once they have closed it. If it gets worse, call { $emergency } now.
       *[no] <b>Done: everything about you has been erased here.</b>
    } You can delete this chat in Telegram as well. The clinic: { $phone }
forgotten-already = There is nothing about you here any more.
forget-not = Nothing was erased.
button-forget-yes = Yes, erase everything
button-forget-no = No, keep it
