### Button labels. Short: two columns on a phone take about 20 letters.

button-agree = I agree
button-decline = No thanks
button-done = Done
button-later = Later
button-problem = Report a problem
button-send = Send
button-none = None of these
button-acknowledge = Acknowledge
button-close = Close
button-outcome-reassured = Reassured
button-outcome-self-care = Self-care advice
button-outcome-booked-in = Booked in
button-outcome-sent-to-emergency = Sent to emergency care
button-outcome-could-not-reach = Could not reach
button-with-help = I'm with help
button-cancel-enrollment = Cancel enrollment
button-back = Back
button-number = { $number }
button-toggle = { $chosen ->
    [yes] ✅ { $label }
   *[no] { $label }
  }
