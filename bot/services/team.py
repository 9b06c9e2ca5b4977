"""The team: who belongs to it, in which roles, and how people join and leave."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.person_name import LONGEST_NAME, clean_name
from bot.domain.status import Role
from bot.services import inviting
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import Argument, Button, When, Words, at, lines, listing, phrase, say, words
from bot.services.visitor import Visitor
from bot.storage import invitations, members, timers
from bot.storage.tables import Invitation, Member

INTRODUCE = "introduce-member"
"""The timer that shows a member the commands of their roles."""
INVITABLE = (Role.THERAPIST, Role.STAFF)


def claim_link_code(db: Session, now: datetime) -> str | None:
    """The start code that makes the first admin, or None when there is an admin already.

    Single use; asking again makes the earlier code worthless.
    """
    return None if members.admins(db) else inviting.claim_code(db, now)


def recognize(db: Session, practice: Practice, visitor: Visitor, now: datetime) -> Member | None:
    """The member this account is; an account of ADMIN_IDS becomes an admin when it first writes."""
    member = members.by_telegram_id(db, visitor.telegram_id)
    if visitor.telegram_id in practice.clinic.admin_ids and not (member and member.admin):
        return _give(db, visitor, Role.ADMIN, now)
    return member


def invite(db: Session, practice: Practice, admin: Member, typed: str, now: datetime) -> Words:
    """A single-use link for a new therapist or member of staff. Raises Mistake for any other role."""
    role = _invitable(practice, typed)
    link = inviting.team_link(db, practice, role, admin.id, now)
    return words("team-invited", role=phrase(f"role-{role}"), link=link.url, until=at(link.expires_at))


def join(db: Session, invitation: Invitation, visitor: Visitor, now: datetime) -> Words:
    """Let the opener of a team link in. Raises Mistake when the link is used up."""
    role = Role(invitation.role or Role.STAFF)
    if invitation.used_at is not None:
        return _opened_again(db, invitation, visitor)
    if role is Role.ADMIN and invitation.created_by is None and members.admins(db):
        raise Mistake("link-used")
    if not invitations.bind(db, invitation, visitor.telegram_id) or not invitations.use(db, invitation, now):
        raise Mistake("link-used")
    member = _give(db, visitor, role, now)
    _tell_inviter(db, invitation, member, role, now)
    return words(f"team-welcome-{role}", name=member.first_name)


def overview(db: Session) -> Words:
    """Everybody of the team with their roles."""
    everybody = members.current(db)
    people = [
        phrase("team-line", name=member.first_name or str(member.telegram_id), roles=_roles(member))
        for member in everybody
    ]
    return words("team-overview", count=len(people), lines=lines(*people))


def ask_whom_to_remove(db: Session) -> Words:
    """Everybody of the team as buttons."""
    rows = [[_name_button(member, f"remove:{member.id}")] for member in members.current(db)]
    return words("team-remove-whom", buttons=[*rows, [Button("button-keep-all", "remove-none")]])


def ask_to_remove(db: Session, practice: Practice, member_id: int) -> Words:
    """Whether this member is really meant. Raises Mistake for one who must stay or has left."""
    member = _removable(db, practice, member_id)
    buttons = [[Button("button-remove-yes", f"remove-yes:{member.id}")], [Button("button-keep-all", "remove-none")]]
    return words("team-remove-sure", name=member.first_name, roles=_roles(member), buttons=buttons)


def remove(db: Session, practice: Practice, admin: Member, member_id: int, now: datetime) -> Words:
    """Take every role from a member, who is told. Raises Mistake for one who must stay or has left."""
    member = _removable(db, practice, member_id)
    members.remove(db, member, now)
    introduce(db, member, now)
    if member.id != admin.id:
        say(db, member.telegram_id, words("team-you-were-removed"), when=When(now))
    return words("team-removed", name=member.first_name)


def _invitable(practice: Practice, typed: str) -> Role:
    word = typed.strip().lower()
    wording = practice.catalog.wording
    for role in INVITABLE:
        if word in {role.value, *(wording.plain(language, f"role-{role}").lower() for language in wording.languages)}:
            return role
    raise Mistake("team-invite-whom")


def _removable(db: Session, practice: Practice, member_id: int) -> Member:
    member = members.by_id(db, member_id)
    if member is None or member.removed_at is not None:
        raise Mistake("team-left-already")
    if member.telegram_id in practice.clinic.admin_ids:
        raise Mistake("team-admin-by-setting")
    if member.admin and len(members.admins(db)) == 1:
        raise Mistake("team-last-admin")
    return member


def _opened_again(db: Session, invitation: Invitation, visitor: Visitor) -> Words:
    member = members.by_telegram_id(db, visitor.telegram_id)
    if member is None or invitation.opened_by != visitor.telegram_id:
        raise Mistake("link-used")
    return words("team-member-already", name=member.first_name, roles=_roles(member))


def _give(db: Session, visitor: Visitor, role: Role, now: datetime) -> Member:
    name = clean_name(visitor.first_name)[:LONGEST_NAME] or str(visitor.telegram_id)
    member = members.give(db, visitor.telegram_id, name, visitor.language, role, now)
    introduce(db, member, now)
    return member


def introduce(db: Session, member: Member, now: datetime) -> None:
    """Have Telegram show this member the commands of the roles and in the language they have from now on."""
    timers.start(db, INTRODUCE, member.id or 0, now, f"{INTRODUCE}:{member.id}:{now.isoformat()}")


def _tell_inviter(db: Session, invitation: Invitation, member: Member, role: Role, now: datetime) -> None:
    inviter = members.by_id(db, invitation.created_by) if invitation.created_by else None
    if inviter is not None and inviter.removed_at is None:
        said = words("team-joined", name=member.first_name, role=phrase(f"role-{role}"))
        say(db, inviter.telegram_id, said, when=When(now))


def _roles(member: Member) -> Argument:
    return listing(*(phrase(f"role-{role}") for role in Role if getattr(member, role.value)))


def _name_button(member: Member, data: str) -> Button:
    return Button("button-member", data, {"name": member.first_name or str(member.telegram_id)})
