"""The people of the demo, ready to act: two patients, a therapist, a nurse, and the staff group."""

from dataclasses import dataclass

from bot.demo.server import groups
from bot.demo.server.people import Account, Chat
from bot.demo.server.telegram import Telegram


@dataclass(frozen=True)
class Cast:
    """Who is who, by Telegram id; the app gives the therapist and the nurse their roles.

    `patients` are the accounts the first phone can be switched between, `staff` those of the third.
    """

    patients: tuple[int, ...]
    therapist: int
    nurse: int
    staff: tuple[int, ...]
    staff_chat: int


def gather(telegram: Telegram) -> Cast:
    """Make the accounts and the group. The bot is in the group already and is not told so."""
    maria = telegram.add_person("Maria", last_name="Lopez", language="en")
    lucia = telegram.add_person("Lucía", last_name="Romero", language="es")
    sam = telegram.add_person("Sam", language="en")
    tessa = telegram.add_person("Tessa", last_name="Hall", language="en")
    nora = telegram.add_person("Nora", last_name="Quinn", language="en")
    for colleague in (tessa, nora):
        _open_chat(telegram, colleague)
    group = _staff_group(telegram, [tessa, nora])
    return Cast((maria.id, lucia.id, sam.id), tessa.id, nora.id, (nora.id, tessa.id), group.id)


def _open_chat(telegram: Telegram, person: Account) -> None:
    telegram.chats[person.id].started = True


def _staff_group(telegram: Telegram, members: list[Account]) -> Chat:
    return groups.make_group(telegram, "Clinic staff", members, told=False)
