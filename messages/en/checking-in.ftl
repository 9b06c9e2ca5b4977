### Check-ins as they are answered, and the buttons of reminders.

# $soreness is 0 to 10, or -1 when it was not given; $chosen says whether signs were asked for and chosen,
# $infection what was answered to the question about an infection.
check-in-so-far =
    <b>Your check-in</b>{ $soreness ->
        [-1] { "" }
       *[other] { "" } · soreness { $soreness }/10
    }{ $chosen ->
        [some] { "" } · { $signs }
        [none] { "" } · none of the signs
       *[unasked] { "" }
    }{ $infection ->
        [no] { "" } · no sign of an infection
        [yes] { "" } · a sign of an infection
       *[unasked] { "" }
    }
check-in-once-more = { $because ->
    [outage] <b>I was away for a while, and a press may have been lost.</b> { $clinic } asks once more; one answer is enough. Trouble breathing, chest pain or fainting: call { $emergency } now.
    [worry] <b>How is it now?</b> { $clinic } is still looking into what you told us, so tips wait until then. Trouble breathing, chest pain or fainting: call { $emergency } now, do not wait for a reply.
   *[late] <b>This comes later than planned, so only the question that matters most.</b> Trouble breathing, chest pain or fainting: call { $emergency } now, do not wait for a reply.
  }
check-in-over = <b>This check-in has passed.</b> A newer one is further down.
check-in-known = <b>Noted.</b> { $clinic } has dealt with these answers already. If anything is new or worse, write it here or call { $phone }; in an emergency { $emergency }.
check-in-correct-newer = A newer check-in is further down. Change your answers there, or write here what is different.
check-in-see-below = { $tier ->
    [emergency] ⬇️ <b>Please read the message below now.</b>
   *[other] ⬇️ <b>Please read the message below.</b> It says what happens next.
  }
check-in-typed = { $left ->
    [yes] Noted: <b>{ $answer }</b>. The next question is in your check-in, above.
   *[no] Noted: <b>{ $answer }</b>. My reply is in your check-in, above.
  }
check-in-typed-sign = Noted: <b>{ $signs }</b>. Tap whatever else fits in your check-in, above; then press “Send”, or write “send”.
check-in-off-the-scale = Please answer with a number from <b>0</b> to <b>10</b>: 0 = not at all, 10 = the worst you can imagine.
check-in-other-question =
    { $soreness ->
        [-1] <b>Another question is open just now.</b> Please answer it in your check-in, above:
       *[other] <b>Another question is open just now.</b> Your soreness stays noted as { $soreness }/10; you can change it at the end. Please answer in your check-in, above:
    }
    { $question }
check-in-no-worse = Noted: <b>{ $soreness }/10</b>, no more than you told me before. If it gets worse, write here.
check-in-sent-already = Your answers have been sent; there is nothing more to do. If something worries you, write it here.
check-in-nothing-chosen = Nothing is chosen yet. Tap what fits, or “None of these”.
check-in-signs-chosen = You have chosen signs. Press “Send”, or tap them once more to take them back.
aftercare-canceled = Your clinic has ended this aftercare. If anything worries you, call { $phone }; in an emergency { $emergency }.
not-your-buttons = These buttons belong to somebody else's aftercare. Nothing was changed.
button-correct = ✏️ Change my answers

### Done, Later, Report a problem

reminder-done = ✅ <i>Done</i>
reminder-comes-again = 🔁 <i>This comes again: { $at }</i>
toast-done = Done ✅
toast-later = It comes again: { $at }
later-again = It is set already: it comes again { $at }.
later-once = It came a second time already; it will not come a third time.
later-done = You have marked this as done; it does not come again.
later-stopped = Reminders are off just now, so this one does not come again. What you write is still read by the rules.
later-too-late = By then it would be too late to be of use, so it does not come again. That is fine.
