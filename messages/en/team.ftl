### The team: inviting, roles, the staff group. Read by the clinic's people.

role-therapist = therapist
role-staff = staff member
role-admin = admin

team-invited =
    <b>Link for one { $role }</b>
    { $link }

    Send it to the person it is for. It works once, until { $until }.
team-invite-whom =
    Whom shall the link be for? Write <code>/invite therapist</code> or <code>/invite staff</code>.
team-welcome-therapist =
    <b>Welcome to the team, { $name }.</b> You are a therapist here.
    After a session, write for example
    <code>/enroll Maria Lopez, left calf, 48h</code>
    and let the patient scan the code. /help shows the rest.
team-welcome-staff =
    <b>Welcome to the team, { $name }.</b> You are staff here: worrying replies from patients come to the staff group, and you answer them there. /help shows the rest.
team-welcome-admin =
    <b>Welcome, { $name }. You are the admin.</b>
    1. Put me into your staff group and write /staffhere there.
    2. <code>/invite therapist</code> and <code>/invite staff</code> give links for your team.
    3. Enroll somebody: <code>/enroll Maria Lopez, left calf, 48h</code>
team-joined = { $name } has opened your link and joined as { $role }.
team-member-already = You belong to the team already, { $name } ({ $roles }).
team-overview =
    <b>{ $count ->
        [one] The team: one person
       *[other] The team: { $count } people
    }</b>
    { $lines }

    /invite adds somebody, /remove takes somebody out.
team-line = • { $name }: { $roles }
team-remove-whom = <b>Who leaves the team?</b>
team-remove-sure = Take <b>{ $name }</b> ({ $roles }) out of the team? They can do nothing here from then on.
team-removed = <b>{ $name } is no longer in the team.</b>
team-nobody-removed = Nobody was removed.
team-you-were-removed = You are no longer in { $clinic }'s team here. If that is a mistake, please talk to an admin.
team-left-already = This person has left the team already.
team-admin-by-setting = This admin stands in the setting ADMIN_IDS. Take the number out there first.
team-last-admin = This is the only admin. Invite and name another one first, or nobody could manage the team.
team-only = This is for { $clinic }'s team. If you belong to it, please ask an admin for a link.
other-role = Your role does not include this. Please ask an admin.
team-said =
    <b>I did not act on that.</b> In an emergency call { $emergency }. /help shows what I can do for you. Patients' replies are answered in the staff group, by replying to the card.
unknown-command-team = I do not know this command. /help shows those I know.

help-team =
    <b>What I can do for you</b>{ $therapist ->
        [yes]
            { "" }
            <code>/enroll Maria Lopez, left calf, 48h</code>: enroll a patient after a session; /enroll alone asks step by step
            <code>/enroll K7F2, neck, 24h</code>: enroll a patient you know again
            /patients: your recent patients
            <code>/patient K7F2</code>: one patient
            <code>/cancel K7F2</code>: end an aftercare
            /preview: the messages a patient would get
       *[no] { "" }
    }{ $staff ->
        [yes]
            { "" }
            In the staff group: press <b>Acknowledge</b> on a card, reply to it to write to the patient, then <b>Close</b>. /flags shows what is open there.
       *[no] { "" }
    }{ $admin ->
        [yes]
            { "" }
            /invite, /team, /remove: the team
            /staffhere, written in a group: makes it the staff group
       *[no] { "" }
    }

staff-group-bound =
    <b>This is now the staff group.</b> Worrying replies from patients come here as cards.
    Only team members can act on them: <code>/invite staff</code>, written to me in private, gives them a link. Patients stand here by code, without names.
staff-group-already = This is the staff group already.
staff-group-moved = Another group has become the staff group. Cards no longer come here.
staff-group-hint = Hello! To make this the staff group, an admin of the team writes /staffhere here.
staff-group-not-yours = Hello! I only work in { $clinic }'s staff group. An admin of its team can write /staffhere here.
staff-group-lost =
    <b>I was taken out of the staff group.</b> Until I am back, or another group is bound with /staffhere, flags go to the team in private.
staff-group-how = Please write /staffhere in the group itself. Add me to the group first.
group-help =
    <b>This is the staff group.</b> Flags come here as cards: <b>Acknowledge</b>, reply to the card to write to the patient, then <b>Close</b>.
    /flags shows what is open, <code>/patient K7F2</code> one patient, /digest the day in short.
group-anonymous = You write as the group itself, so I cannot tell who you are. Please turn off “Remain anonymous” in your admin rights and try again.
in-private-please = Please write that to me in a private chat.
only-staff-group = I answer this only in the staff group.

button-member = { $name }
button-remove-yes = Yes, take out
button-keep-all = Nobody
