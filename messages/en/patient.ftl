### The patient's own commands.

help-patient =
    <b>Write here whenever something worries you</b>, in your own words. { $clinic }'s team can see it.
    /status: what comes next
    /report: tell the team about a problem
    /pause, /resume: stop the messages for a while
    /stop: no more messages
    /language, /timezone: how and when I write
    /privacy, /mydata, /forget: what is kept about you

    ⚠️ This is not an emergency service. If you have trouble breathing, chest pain, weakness, fainting, heavy bleeding or feel very unwell, call <b>{ $emergency }</b> now. The clinic: { $phone }
unknown-command = I do not know this command; /help shows those I know. If something worries you, simply write it here.

status =
    <b>What comes next</b> ({ $area })
    { $lines }

    { $restriction }
status-line = • { $at }: { $what }
status-nothing-planned =
    <b>No more messages are planned</b> ({ $area }). You can still write here.
    { $restriction }
status-restriction = { $over ->
    [talk] Please talk with { $clinic } before any hard activity: { $phone }.
    [yes] The time without hard activity ended { $until }.
   *[no] Please avoid anything strenuous until { $until }.
  }
status-paused =
    <b>Your messages are paused</b> ({ $area }). /resume starts them again. I still read what you write.
    { $restriction }
status-over = <b>No aftercare is running for you.</b> If something worries you, call { $clinic }: { $phone }. In an emergency call { $emergency }.

case-still-open = <b>What you reported is still open:</b> a person at { $clinic } has to talk with you. { $tier ->
    [emergency] If nobody is helping you yet, call { $emergency } now; do not wait for us.
    [helped] If the help goes away and it gets worse, call { $emergency } again.
   *[urgent] If it gets worse, do not wait: call { $phone }, in an emergency { $emergency }.
  }

paused =
    <b>Paused.</b> You get no reminders and no questions until you send /resume.
    If something worries you, write here all the same. In an emergency call { $emergency }.
paused-already = Your messages are paused already. /resume starts them again.
nothing-to-pause = There is nothing to pause: no messages are planned for you.
resumed = <b>Welcome back.</b> The next message comes on { $next }. /status shows them all.
resumed-too-late = <b>Your aftercare has ended in the meantime</b>, so nothing more will be sent. If something worries you, write here or call { $clinic }: { $phone }.
running-already = Your messages are running. /status shows what comes next.
nothing-to-resume = There is nothing to resume. For a new session, { $clinic } gives you a new link: { $phone }.

stopped =
    <b>Stopped. You will get no more messages.</b>
    If something worries you, call { $clinic }: { $phone }. In an emergency call { $emergency }. /forget erases what is kept about you.
stopped-with-flag =
    <b>Stopped. You will get no more reminders or routine questions</b>; at most one more message asks if you have got help.
    What you last reported is still with { $clinic }'s team, and they may contact you. If it gets worse, call <b>{ $emergency }</b> now; do not wait. The clinic: { $phone }
stopped-already = Your messages are stopped already. If something worries you, call { $clinic }: { $phone }. In an emergency call { $emergency }.
care-canceled =
    <b>{ $clinic } has ended your aftercare messages.</b> If you did not expect this, or something worries you, call { $phone }. In an emergency call { $emergency }.

language-name = English
language-ask = <b>Which language shall I write in?</b>
language-chosen = I will write in { $name } from now on.
language-not-known = I cannot write in that language yet. /language shows those I know.
language-unknown-person = I will remember your language once you have joined. Please ask { $clinic } for your link: { $phone }.
button-language = { $name }

timezone-ask =
    <b>Your time zone is { $zone }</b>; it is { $time } there now.
    To change it, write a city, for example <code>/timezone Lisbon</code>, or <code>/timezone +2</code>.
timezone-chosen = <b>It is { $time } where you are ({ $zone }).</b> Messages still to come follow that clock; /status shows them.
timezone-needs-city = I cannot follow “{ $typed }”: no place I know keeps that difference all year. Please write a city near you, for example <code>/timezone Lisbon</code>; then I follow its clock in summer and winter. Nothing was changed.
timezone-unknown = I do not know the time in “{ $typed }”. Write a big city near you, for example <code>/timezone Lisbon</code>, or the difference from UTC, <code>/timezone +2</code>.
button-zone = { $name }
