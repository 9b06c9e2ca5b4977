### What Telegram shows beside each command, and in a chat that is still empty.

command-status = What comes next
command-report = Tell the clinic how you are
command-pause = Pause the reminders
command-resume = Go on with the reminders
command-stop = Stop everything
command-language = Change the language
command-timezone = Change the time zone
command-mydata = What is kept about me
command-forget = Erase what is kept about me
command-help = What this bot can do
command-privacy = Privacy
command-enroll = Enroll a patient
command-patients = Your patients
command-patient = One patient: /patient K7F2
command-cancel = Cancel an enrollment: /cancel K7F2
command-preview = What a patient would get
command-flags = Open flags, the most urgent first
command-digest = Today's overview
command-invite = Invite a therapist or staff
command-team = Who is in the team
command-remove = Remove somebody from the team

bot-description =
    Aftercare of { $clinic } after dry needling: reminders, check-ins, and a way to tell the clinic.
    This is an automated service, NOT an emergency service, and not watched day and night. Trouble breathing, chest pain, fainting, weakness or heavy bleeding: call { $emergency } now.
    To begin, scan the QR code your therapist shows you.
bot-short-description = Aftercare of { $clinic } after dry needling. Not an emergency service: { $emergency }.
