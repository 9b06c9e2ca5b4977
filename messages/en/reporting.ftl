### What patients are told about what they write, press and send. First line: what matters. Never that anybody is watching.

report-invited =
    <b>Tell me what is wrong: just write it here, in your own words.</b>
    Trouble breathing, chest pain, fainting, sudden weakness or numbness, or heavy bleeding: do not write, call { $emergency } now.

### No danger, by what was said. $region is the treated area, $day the day since the session (4: later).

report-expected-other =
    <b>Thank you, noted.</b> Write here whenever something changes or worries you.{ $stopped ->
        [yes] { "" } Your messages stay off.
       *[no] { "" }
    } If anything gets worse: { $phone }, in an emergency { $emergency }.
report-expected-thanks = You are welcome. 🙂 Write here whenever something changes or worries you.
report-expected-well = <b>Good to hear, thank you.</b> If that changes, write here, or call { $phone }.
report-expected-tired = <b>Thank you. Being tired is common on the first day or two.</b> Rest if you feel like it, and do not drive while you are sleepy. If it lasts longer, tell us.
report-expected-cried = <b>Thank you for telling us. Some people are tearful for a while after a session.</b> If it stays or weighs on you, write here or call { $phone }: a person will listen.
report-expected-bruise-small = <b>Thank you. A small, soft bruise is common and changes color for up to two weeks.</b> If it grows past the size of your palm, gets hard or throbs, call { $phone } the same day.
report-expected-bled-a-little = <b>Thank you. A spot that stopped bleeding with firm pressure needs nothing more.</b> If it starts again, press for 10 minutes; if that does not stop it, call { $phone }.
report-expected-dots-slight = <b>Thank you. Small red dots at the spots are common.</b> Keep them clean, without cream or make-up today. If they get hot, swollen or spread, write here.
report-expected-itch-local = <b>Thank you. A little itch at the spots is common.</b> Try not to scratch. If a rash spreads, write here; if your face, lips or throat swell, call { $emergency }.
report-expected-nausea = <b>Thank you. Feeling a little sick can come on the first day.</b> If you keep vomiting, call { $phone }.
report-expected-headache = <b>Thank you. A mild headache can come on the first day.</b> If it is sudden and severe, or comes with fever, vomiting, a stiff neck or trouble seeing, call { $emergency }.
report-expected-tingling = <b>Thank you. Tingling often fades within a day.</b> If it stays, or a limb gets weak, write here the same day.
report-expected-sore = { $day ->
    [1] <b>Thank you. Soreness in { THE($region) } is common on the first day</b>; most people are near 0 by the third day.
    [2] <b>Thank you. Some soreness in { THE($region) } is common on the first day or two</b>; most people are near 0 by the third day.
   *[other] <b>Thank you, noted what you feel in { THE($region) }.</b> By the third day most people feel little or nothing; if yours is not falling, tell me a number from 0 to 10.
  } Move gently; a walk is fine. If it climbs, write here or call { $phone }.

report-watch = { $day ->
    [today] <b>Thank you. { $clinic } will look at this today.</b>
    [later] <b>Thank you. { $clinic } will look at this when it opens on { $opens }.</b>
   *[unknown] <b>Thank you. { $clinic } has this on its list.</b>
  } If anything gets worse, call { $phone }, in an emergency { $emergency }. You do not need our permission to call.
report-passed-on = { $tier ->
    [emergency] <b>If nobody is helping you yet, call { $emergency } now. Do not wait for an answer here.</b> I am passing this on to { $who } at { $clinic }.
   *[other] I am passing this on to <b>{ $who }</b> at { $clinic }. If it gets worse, do not wait for an answer: { $phone }, in an emergency { $emergency }.
  }
report-added = { $tier ->
    [emergency] I am adding this for { $clinic }. <b>Please do not wait for an answer: call { $emergency }.</b>
    [helped] I am adding this for { $clinic }. Stay with the people who are helping you; if the help goes away and it gets worse, call { $emergency } again.
   *[urgent] I am adding this for { $clinic }. If it gets worse, do not wait for an answer: { $phone }, in an emergency { $emergency }.
  }
report-after-end = <b>Thank you.</b> Your aftercare here is over, so please call { $clinic } about anything new: { $phone }. In an emergency call { $emergency }.

stop-how = <b>Do you want no more messages?</b> Press /stop and they end; /pause holds them for a while. What you write here is read either way.

media-unread = { $source ->
    [photo] <b>I cannot look at pictures.</b> Please write in a few words what it shows.
    [voice] <b>I cannot listen to voice messages.</b> Please write what you said, in a few words.
    [video] <b>I cannot watch videos.</b> Please write in a few words what it shows.
    [sticker] <b>I cannot read stickers.</b> Please write how you are, in a few words.
    [unread] <b>Something went wrong on our side: what you last sent or pressed was lost.</b> Please send it again.
   *[other] <b>I can only read text.</b> Please write in a few words what you wanted to tell us.
  } { $day ->
    [now] I am telling { $clinic } now that you sent something, because it is less than a day since the needles.
    [today] { $clinic } sees today that you sent something.
    [later] { $clinic } will see that you sent something when it opens on { $opens }.
   *[unknown] { $clinic } will find a note that you sent something.
  }
    If it is urgent, do not wait: call { $phone }. Trouble breathing, chest pain, fainting or heavy bleeding: { $emergency }.

### One closed question where the words leave a doubt

doubt = <b>{ $question }</b>
    If so and it is bad, or gets worse: call { $emergency } now.
doubt-again = Please answer this first: <b>{ $question }</b>
    If so and it is bad, or gets worse: call { $emergency } now.
doubt-below = <i>{ $question } Asked again below ⬇️</i>
doubt-any-sign = Do you have any of these right now?
doubt-answered = { $question }
    <b>{ $answer }</b>
doubt-thanks = Thank you.
doubt-noted = Your answer is noted. If something changes, just write it here.
doubt-no-thanks = { $flagged ->
    [urgent] <b>Thank you.</b> { $clinic } still has to talk with you about what you told us before. If it changes, write here; if it gets bad, call { $emergency }.
    [yes] <b>Thank you, that is good to know.</b> { $day ->
        [today] { $clinic } will still look at what you wrote today.
        [later] { $clinic } will still look at what you wrote when it opens on { $opens }.
       *[unknown] { $clinic } still has what you wrote on its list.
    } If it changes, write here; if it gets bad, call { $emergency }.
   *[no] <b>Thank you, that is good to know.</b> If it changes, write here; if it gets bad, call { $emergency }.
  }
button-yes = Yes
button-no = No
button-sign = { $label }

stranger-in-danger =
    { $kind ->
        [emergency-crisis] <b>Please talk to a person right now: call { $emergency }.</b> Say that you are thinking of ending your life. Go to somebody you trust and stay with them. You matter.
        [emergency-overdose] <b>This needs urgent medical help. Call { $emergency } now,</b> also if you feel well. Say what you took, how much and when, and keep the packet to show.
       *[emergency] <b>If you need help now, call { $emergency }. Do not wait for a reply here.</b>
    }
    This is the automated aftercare service of { $clinic }, and { $invited ->
        [yes] you have not agreed to it yet
       *[no] you are not enrolled
    }, so nobody at the clinic is told what you write here. To reach the clinic, call { $phone }.
