### What the commands print, for the clinic's IT person.

console-init-start = A few questions, then .env is written here. Press Enter to take the value in brackets.
console-init-overwrite = There is a .env here already. Answer the questions anew? Its DATA_KEY and all that is not asked for stay as they are.
console-init-kept = The .env here was left as it is.
console-init-wrong = { $key } { $fault }. For example: { $example }
console-init-unwritable = .env cannot be written here: { $reason }
console-init-done =
    Written to .env. Keep a copy of its DATA_KEY somewhere safe: without it names and messages cannot be read again.
    Next: `aftercare-bot check`, then `aftercare-bot run`.
console-ask-telegram-bot-token = The bot's token, as BotFather gave it (not shown while you paste it)
console-ask-clinic-name = The clinic's name, as patients know it
console-ask-clinic-phone = The clinic's phone number, shown to patients
console-ask-clinic-timezone = The clinic's time zone
console-ask-clinic-hours = When staff are promised to look
console-ask-emergency-number = The emergency number patients are told to call
console-ask-default-language = The language when a person's app says none (en or es)

console-messages-exported = { $count } files copied to { $folder }. Edit them there, set MESSAGES_DIR to that folder, then run `aftercare-bot messages check`.
console-messages-unsigned = { $file } (version { $version }): nobody has signed it yet.
console-messages-examples = { $count } example messages read; { $misses ->
    [0] all come out as labelled.
    [one] one comes out otherwise (`--misses` shows it).
   *[other] { $misses } come out otherwise (`--misses` lists them).
  }
console-messages-figures =
    Dangers that reach staff at once or are asked about: { NUMBER($caught, style: "percent", maximumFractionDigits: 2) }
    Emergencies told to call at once: { NUMBER($emergencies, style: "percent", maximumFractionDigits: 1) }
    Harmless messages that raise an alarm: { NUMBER($alarmed, style: "percent", maximumFractionDigits: 1) }, that are asked about: { NUMBER($asked, style: "percent", maximumFractionDigits: 1) }
    Tiers told apart (macro F1): { NUMBER($even, minimumFractionDigits: 2, maximumFractionDigits: 2) }
console-messages-missed = { $count ->
    [one] One emergency is not told to call at once
   *[other] { $count } emergencies are not told to call at once
  }; { $silent ->
    [0] each of them reaches staff or is asked about.
    [one] one of them neither reaches staff nor is asked about.
   *[other] { $silent } of them neither reach staff nor are asked about.
  }
console-db-upgraded = The database is up to date (revision { $revision }).
console-db-copied = Copied to { $file }.
console-db-rekeyed = { $count } values encrypted anew with the first key of DATA_KEY. The other keys can be taken out.
console-triage-asks = asks: { $question } (nobody answers: { $tier })

console-run-ready = @{ $username } is running for { $clinic }. Stop it with Ctrl-C or SIGTERM.
console-run-claim =
    Nobody manages the team yet. Open this link in Telegram to become the first admin; it works once:
    { $link }
console-run-stopped = Stopped; nothing was left half done.
console-run-waiting = Telegram cannot be reached; trying again.
console-run-deaf = Nothing comes in from Telegram ({ $trouble }): { $trouble ->
    [other-poller] another program fetches this bot's messages with the same token. Stop it; if you cannot find it, have BotFather make a new token (/mybots, Revoke).
    [token-refused] Telegram does not accept TELEGRAM_BOT_TOKEN any more. Ask BotFather for it with /mybots.
    [webhook-set] a webhook was still set for this bot and is being taken away.
   *[no-answer] Telegram does not answer as it should. It is tried again until it does.
  }
console-demo-ready =
    The demo is running. Open { $url }
    Stop it with Ctrl-C. Nothing leaves this machine, and nothing is kept.

console-check-setting = { $key }: set
console-check-settings = { $line }
console-check-database = database: reachable, up to date (revision { $revision })
console-check-database-none = database: there is no { $file } yet; `aftercare-bot run` makes it
console-check-database-behind = database: reachable, but its tables are not up to date; run `aftercare-bot db upgrade`
console-check-database-bad = database: cannot be opened ({ $reason }); look at DATABASE_URL
console-check-data-key-bad = DATA_KEY: does not open what is stored; put the key that was used before behind it, separated by a comma
console-check-token = token: accepted, the bot is @{ $username }
console-check-token-bad = token: Telegram does not accept TELEGRAM_BOT_TOKEN; ask BotFather for it with /mybots
console-check-unreachable = Telegram: cannot be reached at TELEGRAM_API_URL ({ $reason })
console-check-staff-chat = staff chat: bound, the bot is in it
console-check-staff-chat-none = staff chat: none yet; add the bot to the staff group and have an admin send /staffhere there
console-check-staff-chat-bad = staff chat: the bot cannot write there; add it to the group again and send /staffhere
console-check-team = team: { $count ->
    [one] one person
   *[other] { $count } people
  }
console-check-team-none = team: nobody yet; `aftercare-bot run` prints a link for the first admin
console-check-dead = inbox: { $count ->
    [one] one update was
   *[other] { $count } updates were
  } put aside after failing again and again ({ $kinds })
console-check-inbox = inbox: nothing put aside
console-check-messages = messages: { $line }
console-check-messages-bad = messages: { $line }
console-run-second = Another process is running the bot on this database already. Only one may: stop it first.
console-run-lost = The lock on the database is gone and another process may have taken over; this one has stopped.
console-run-rehearsed = This database was used for a rehearsal with CLOCK_SPEED, so its times are not real. Set DATABASE_URL to a new one.
console-run-port-taken = PORT { $port } is taken by another program; choose another one.
console-not-understood = “{ $typed }” is not understood; for example { $example }
console-none-of = “{ $typed }” is none of { $known }
console-your-clinic = Your clinic
console-demo-port-taken = Port { $port } is taken by another program; choose another one with --port.
console-demo-clinic = Riverside Physiotherapy
console-your-phone = (your telephone)
