"""What a patient agrees to, as a card, and which wording of it they agreed to."""

import hashlib
from collections.abc import Mapping

from bot.services.practice import Practice
from bot.services.saying import Argument, Button, Buttons, Words, area, in_full
from bot.storage.tables import Enrollment, Invitation, Patient

PARAGRAPHS = ("consent", "consent-emergency", "consent-kept")


def question(practice: Practice, invitation: Invitation, enrollment: Enrollment) -> Words:
    """Who writes, what for, what is kept, what this is not; and the two answers."""
    agree = Button("button-agree", f"agree:{invitation.id}")
    return _card(practice, enrollment, [[agree, Button("button-decline", f"decline:{invitation.id}")]])


def given(practice: Practice, enrollment: Enrollment, patient: Patient) -> Words:
    """The same card once it has been agreed to: it stays readable, its buttons are gone."""
    card = _card(practice, enrollment, [])
    given_at = in_full(patient.consented_at or enrollment.created_at)
    return Words(card.template, card.args, [*card.more, ("consent-given", {"at": given_at})])


def version(practice: Practice, language: str) -> str:
    """Which text was agreed to: its language and a digest of its wording."""
    wording = practice.catalog.wording
    texts = "\n".join(wording.text(language, key, area="", days=0) for key in PARAGRAPHS)
    return f"{language}-{hashlib.sha256(texts.encode()).hexdigest()[:12]}"


def _card(practice: Practice, enrollment: Enrollment, buttons: Buttons) -> Words:
    first, *rest = PARAGRAPHS
    args: Mapping[str, Argument] = {
        "area": area(enrollment.region, enrollment.side),
        "days": practice.clinic.retention_for.days,
    }
    return Words(first, args, [(key, args) for key in rest], buttons)
