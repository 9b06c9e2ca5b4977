"""The living message of a check-in: the question that is open now, with its buttons, and what was answered so far."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlmodel import Session

from bot.domain.protocol import Protocol, Question
from bot.domain.status import Lane
from bot.domain.tiers import Tier
from bot.services.course import signed_label, signs_of
from bot.services.saying import Argument, Button, Buttons, Paragraph, When, Words, listing, phrase, rewrite
from bot.storage import check_ins
from bot.storage.tables import CheckIn, OutboxMessage, Patient

CORRECTING = "correcting"
"""In `answers`: the questions that were answered and are open once more, in order."""
TOGGLED = "toggled"
"""In `answers`: the signs chosen and not sent yet."""
ONCE_MORE = "check-in-once-more"
"""The wording key of a question asked without anything around it."""
_SCALE_ROW = 6


def next_question(protocol: Protocol, check_in: CheckIn, patient: Patient) -> Question | None:
    """The first question that still lacks an answer; None when all are answered."""
    if correcting := check_in.answers.get(CORRECTING):
        return protocol.question(correcting[0])
    return next((q for q in map(protocol.question, _asks(check_in)) if _is_open(q, check_in.answers, patient)), None)


def _asks(check_in: CheckIn) -> Sequence[str]:
    """What it asks; beside soreness also the pain before the session, which an earlier check-in may have missed."""
    missing = "soreness" in check_in.asks and "baseline" not in check_in.asks
    return [*check_in.asks, "baseline"] if missing else check_in.asks


def _is_open(question: Question, answers: Mapping[str, object], patient: Patient) -> bool:
    if question.id in answers or (question.id == "baseline" and patient.baseline is not None):
        return False
    score = answers.get("soreness")
    lowest = question.only_from_score
    return lowest is None or (isinstance(score, int) and score >= lowest)


def opening(protocol: Protocol, check_in: CheckIn, patient: Patient, said: Words) -> Words:
    """`said`, the words of the plan, followed by the first question and its buttons."""
    question = next_question(protocol, check_in, patient)
    if question is None:
        return said
    return Words(said.template, said.args, (*said.more, _asked(question)), buttons(question, check_in), said.qr)


def asked_alone(protocol: Protocol, check_in: CheckIn, patient: Patient, because: str) -> Words:
    """Only the question that is open: it comes `late`, once more after an `outage`, or while a `worry` is open."""
    question = next_question(protocol, check_in, patient)
    if question is None:
        return Words("check-in-so-far", _answered(check_in))
    return Words(ONCE_MORE, {"because": because}, (_asked(question),), buttons(question, check_in))


def ask_instead(
    protocol: Protocol, row: OutboxMessage, check_in: CheckIn, patient: Patient, asks: Sequence[str], because: str
) -> None:
    """Change what a check-in that has not gone out yet asks, and say why."""
    keys = {protocol.question(name).key for name in check_in.asks}
    check_in.asks = list(asks)
    kept = [(part["key"], part["args"]) for part in row.content["more"] if part["key"] not in keys]
    said = Words(row.template, row.content["args"], [*kept, (because, {})])
    drawn = opening(protocol, check_in, patient, said).content()
    row.content = {**row.content, "more": drawn["more"], "buttons": drawn["buttons"]}


def go_on(db: Session, protocol: Protocol, check_in: CheckIn, question: Question, now: datetime) -> None:
    """Show what was answered so far and the question that is open now, below what the message began with."""
    said = Words("check-in-so-far", _answered(check_in), (_asked(question),), buttons(question, check_in))
    _show(db, check_in, said, now, without={asked.key for asked in protocol.questions})


def finish(db: Session, protocol: Protocol, check_in: CheckIn, paragraphs: Sequence[Paragraph], now: datetime) -> None:
    """Show what was answered, the reply, and a way to correct it; what it began with reminding of stays to be read.

    Not beside a worry: “move it gently” above “read the message below now” is the wrong advice.
    """
    again = [[Button("button-correct", f"correct:{check_in.id}")]]
    said = Words("check-in-so-far", _answered(check_in), tuple(paragraphs), again)
    is_worry = (check_in.tier or Tier.EXPECTED) >= Tier.URGENT
    _show(db, check_in, said, now, only=() if is_worry else protocol.reminding_keys)


def pass_over(db: Session, protocol: Protocol, check_in: CheckIn, now: datetime) -> None:
    """Say that a newer check-in has taken the place of this one."""
    _show(db, check_in, Words("check-in-over"), now, only=protocol.reminding_keys)


def _show(
    db: Session,
    check_in: CheckIn,
    said: Words,
    now: datetime,
    *,
    only: Collection[str] | None = None,
    without: Collection[str] = (),
) -> None:
    """Rewrite the living message, if there is one: the paragraphs it came with that are kept, then `said`."""
    assert check_in.id is not None
    row = check_ins.message(db, check_in.id)
    if row is None:
        return
    came_with: list[Paragraph] = [(row.template, row.content["args"])]
    came_with += [(part["key"], part["args"]) for part in row.content["more"]]
    kept = [(key, args) for key, args in came_with if key not in without and (only is None or key in only)]
    kept += [(said.template, said.args), *said.more]
    key, args = kept[0]
    rewrite(db, row, Words(key, args, kept[1:], said.buttons), when=When(now), lane=Lane.ANSWER)


def _asked(question: Question) -> Paragraph:
    return question.key, {}


def _answered(check_in: CheckIn) -> dict[str, Argument]:
    signs: list[Argument] = [phrase("sign", sign=sign) for sign in signs_of(check_in)]
    asked = "symptoms" in check_in.answers
    return {
        "soreness": check_in.answers.get("soreness", -1),
        "signs": listing(*signs) if signs and asked else "",
        "chosen": "some" if signs and asked else "none" if asked else "unasked",
        "infection": check_in.answers.get("infection", "unasked"),
    }


def buttons(question: Question, check_in: CheckIn) -> Buttons:
    """The buttons of a question: two rows of numbers, toggles with Send, or one choice a row."""
    if question.form == "toggles":
        return _toggles(question, check_in)
    if question.form == "scale":
        numbers = [_number(question, check_in, value, value) for value in question.choices]
        return [numbers[:_SCALE_ROW], numbers[_SCALE_ROW:]]
    if question.is_signed:
        return _signed_numbers(question, check_in)
    return [
        [Button(choice_key(question, choice), f"{question.id}:{check_in.id}:{choice}")] for choice in question.choices
    ]


def choice_key(question: Question, choice: str) -> str:
    """The wording key of a choice's label."""
    return f"choice-{question.id}-{choice}"


def _number(question: Question, check_in: CheckIn, value: str, label: str) -> Button:
    return Button("button-number", f"{question.id}:{check_in.id}:{value}", {"number": label})


def _signed_numbers(question: Question, check_in: CheckIn) -> Buttons:
    numbers = [_number(question, check_in, choice, signed_label(choice)) for choice in question.choices]
    below = [number for number, choice in zip(numbers, question.choices, strict=True) if int(choice) < 0]
    above = numbers[len(below) :]
    return [below, above]


def _toggles(question: Question, check_in: CheckIn) -> Buttons:
    chosen = check_in.answers.get(TOGGLED, [])
    toggles = [
        Button(
            "button-toggle",
            f"toggle:{check_in.id}:{sign}",
            {"label": phrase("sign", sign=sign), "chosen": "yes" if sign in chosen else "no"},
        )
        for sign in question.choices
    ]
    rows = [toggles[index : index + 2] for index in range(0, len(toggles), 2)]
    last = Button("button-send", f"send:{check_in.id}") if chosen else Button("button-none", f"none:{check_in.id}")
    return [*rows, [last]]
