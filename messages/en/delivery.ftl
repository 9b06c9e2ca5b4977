### What the bot adds by itself to what it delivers.

note-sent-again = <i>Sent again: Telegram did not confirm the first copy.</i>

# An alert that Telegram would not take, by e-mail; no name and no words of the patient's. $tier is emergency, urgent,
# watch or expected; $time a date and time.
fallback-subject = { $tier ->
    [emergency] EMERGENCY: patient { $code } needs somebody now
    [urgent] URGENT: patient { $code } needs somebody today
   *[other] Patient { $code } needs to be looked at
  }
fallback-body = { $clinic }: the aftercare bot has a message about patient { $code } that Telegram is not delivering to the staff group.
    Raised: { $time }.
    Please look for { $code } in the bot (/patient { $code }) or phone the patient, then check the staff group: is the bot still in it, and may it write there?
