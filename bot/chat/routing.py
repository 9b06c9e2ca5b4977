"""Who handles what: every command and every button in one list each."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from sqlmodel import Session

from bot.chat.access import admins, everybody_of_the_team, patients_only, stranger, therapists
from bot.chat.handlers import answers, enrolling, groups, joining, patient, reminders, reports, staff, team, unplaced
from bot.chat.incoming import Incoming, Kind
from bot.chat.turn import Handler, Toast, Turn
from bot.services import unreachable
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import Words
from bot.services.team import recognize
from bot.storage import facts, patients

PRIVATE_COMMANDS: Mapping[str, Handler] = MappingProxyType(
    {
        # anyone
        "start": joining.start,
        "help": joining.help_for,
        "privacy": patient.about_privacy,
        # patients
        "status": patients_only(patient.status),
        "report": patients_only(reports.report),
        "pause": patients_only(patient.pause),
        "resume": patients_only(patient.resume),
        "stop": patients_only(patient.stop),
        "timezone": patients_only(patient.timezone),
        "mydata": patients_only(patient.mydata),
        "forget": patients_only(patient.forget),
        "language": patient.language,
        # therapists
        "enroll": therapists(enrolling.enroll),
        "patients": therapists(enrolling.patients),
        "cancel": therapists(enrolling.cancel),
        "preview": therapists(enrolling.preview),
        "patient": everybody_of_the_team(enrolling.patient),
        # admins
        "invite": admins(team.invite),
        "team": admins(team.overview),
        "remove": admins(team.remove),
        "staffhere": admins(groups.bind_in_group),
        # staff
        "flags": staff.open_flags,
        "digest": staff.whole_digest,
    }
)
PATIENTS_OWN = frozenset(
    {"help", "privacy", "status", "pause", "resume", "stop", "timezone", "mydata", "forget", "language"}
)
"""Commands behind which a patient may write what matters; /report and unknown ones are heard by themselves."""
GROUP_COMMANDS: Mapping[str, Handler] = MappingProxyType(
    {
        "start": groups.group_help,
        "help": groups.group_help,
        "staffhere": admins(groups.bind_staff_group),
        "patient": everybody_of_the_team(groups.in_staff_group(enrolling.patient)),
        "privacy": patient.about_privacy,
        "flags": groups.in_staff_group(staff.open_flags),
        "digest": groups.in_staff_group(staff.whole_digest),
    }
)
PRESSES: Mapping[str, Handler] = MappingProxyType(
    {
        # joining
        "agree": joining.agree,
        "decline": joining.decline,
        "join-anyway": joining.join_anyway,
        "same-person": joining.same_person,
        "other-person": joining.other_person,
        # enrolling step by step
        "draft-area": therapists(enrolling.choose),
        "draft-side": therapists(enrolling.choose),
        "draft-hours": therapists(enrolling.choose),
        "draft-risk": therapists(enrolling.choose),
        "draft-enroll": therapists(enrolling.finish),
        "draft-cancel": therapists(enrolling.abandon),
        # taking an enrollment back
        "cancel-enrollment": therapists(enrolling.cancel_pressed),
        "cancel-yes": therapists(enrolling.cancel_surely),
        "cancel-no": therapists(enrolling.cancel_not),
        # the team
        "remove": admins(team.ask_to_remove),
        "remove-yes": admins(team.remove_surely),
        "remove-none": admins(team.remove_nobody),
        # the patient's own
        "language": patient.language_pressed,
        "timezone": patients_only(patient.timezone_pressed),
        "forget-yes": patient.forget_surely,
        "forget-no": patients_only(patient.forget_not),
        "cold": joining.cold_pressed,
        # check-ins
        "soreness": answers.choose,
        "baseline": answers.choose,
        "interference": answers.choose,
        "infection": answers.choose,
        "change": answers.choose,
        "toggle": answers.toggle,
        "send": answers.send,
        "none": answers.none_of_these,
        "correct": answers.correct,
        "doubt": answers.doubt,
        "with-help": reports.with_help,
        # reminders
        "done": reminders.done,
        "later": reminders.later,
        "problem": reminders.problem,
        # flags
        "acknowledge": staff.acknowledge,
        "close": staff.close,
        "unclose": staff.back,
        "outcome": staff.outcome,
        "outcome-sure": staff.outcome_sure,
        "flag": staff.show_card,
    }
)

_SHOWS_THEY_ARE_THERE = frozenset({Kind.MESSAGE, Kind.EDITED, Kind.PRESS})


def handle(db: Session, practice: Practice, incoming: Incoming, now: datetime) -> Toast | None:
    """Let the right handler act on what came in. A person's mistake changes nothing and is answered."""
    turn = Turn(
        db,
        practice,
        incoming,
        now,
        recognize(db, practice, incoming.sender, now),
        patients.by_telegram_id(db, incoming.sender_id),
        facts.staff_chat(db),
    )
    if turn.patient is not None and incoming.private and incoming.kind in _SHOWS_THEY_ARE_THERE:
        unreachable.found(db, practice, turn.patient, now)
    try:
        with db.begin_nested():
            return _handler(turn)(turn)
    except Mistake as mistake:
        if incoming.kind is Kind.PRESS:
            return Toast(mistake.key, mistake.arguments, alert=True)
        turn.answer(Words(mistake.key, mistake.arguments))
        return None


def _handler(turn: Turn) -> Handler:
    incoming = turn.incoming
    if incoming.kind is Kind.PRESS:
        return PRESSES.get(incoming.action, unplaced.old_button)
    if incoming.kind is Kind.MIGRATION:
        return groups.migration
    if incoming.kind is Kind.MEMBERSHIP:
        return reports.membership if incoming.private else groups.membership
    if incoming.kind is Kind.OTHER:
        return unplaced.nothing
    return _private(turn) if incoming.private else _group(turn)


def _private(turn: Turn) -> Handler:
    if turn.member is not None and staff.flag_replied_to(turn) is not None:
        return staff.reply
    if turn.incoming.command is not None:
        handler = PRIVATE_COMMANDS.get(turn.incoming.command, unplaced.unknown_command)
        return reports.hearing(handler) if turn.incoming.command in PATIENTS_OWN else handler
    if turn.incoming.kind is Kind.MESSAGE and turn.incoming.media is None and enrolling.is_drafting(turn):
        return therapists(enrolling.typed)
    if turn.patient is not None:
        return reports.spoken
    return unplaced.said_by_member if turn.member is not None else stranger


def _group(turn: Turn) -> Handler:
    """In groups only commands and replies to the bot's messages are meant for it."""
    command = turn.incoming.command
    if turn.incoming.addressee not in (None, turn.practice.clinic.bot_username.lower()):
        return unplaced.nothing
    if command is not None and command in GROUP_COMMANDS:
        return GROUP_COMMANDS[command]
    if command in PRIVATE_COMMANDS:
        return groups.ask_in_private
    return staff.reply
