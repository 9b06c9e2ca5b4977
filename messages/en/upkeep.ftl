### What admins are told about the bot itself, and alerts that go another way.

dead-letter = ⚙️ One update from Telegram could not be handled and was put aside, so somebody may be waiting for an answer.
    Number { $update }, { $error }. The clinic's IT person sees it with <code>aftercare-bot check</code>.
alert-mail-subject = Aftercare alert: { $tier }, patient { $code }
alert-mail-body =
    A patient's reply needs attention and could not be delivered to the staff group on Telegram.
    Patient code: { $code }
    Urgency: { $tier }
    Since: { $at }
    Look the patient up by the code, and contact them.
