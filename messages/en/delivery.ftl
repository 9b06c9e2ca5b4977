### What the bot adds by itself to what it delivers.

note-sent-again = <i>Sent again: Telegram did not confirm the first copy.</i>
