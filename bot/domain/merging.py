"""Several steps close together become one message."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.placing import Placed
from bot.domain.protocol import Protocol

OVERNIGHT = timedelta(hours=24)


@dataclass(frozen=True)
class Group:
    """Steps that go out as one message at `due_at`."""

    members: tuple[Placed, ...]
    due_at: datetime

    @property
    def is_tip(self) -> bool:
        """Asks nothing and ends nothing: could be left out without harm."""
        return not any(is_anchor(member) or member.step.at_once for member in self.members)


def is_anchor(placed: Placed) -> bool:
    """A message that must go out: it asks for an answer, or ends the restriction."""
    return bool(placed.step.asks) or placed.step.at_restriction_end


def grouped(protocol: Protocol, placed: Sequence[Placed]) -> list[Group]:
    """All messages in order of time, no two within the merge time of each other but what answers at once."""
    hosts = {item.step.id: item for item in placed}
    guests = [item for item in placed if item.step.joins in hosts]
    rest = [item for item in placed if item.step.joins not in hosts]
    at_once = [Group((item,), item.due_at) for item in rest if item.step.at_once]
    anchors = _runs(protocol, (item for item in rest if is_anchor(item)))
    loose = [item for item in rest if not is_anchor(item) and not item.step.at_once]
    for tip in list(loose):
        near = _nearest(anchors, tip, protocol.merge_within)
        if near is not None:
            anchors[near] = with_members(anchors[near], (tip,))
            loose.remove(tip)
    groups = at_once + anchors + _runs(protocol, loose)
    return sorted((_with_guests(group, guests) for group in groups), key=lambda group: group.due_at)


def within_budget(protocol: Protocol, groups: Sequence[Group], until: datetime) -> tuple[list[Group], list[Placed]]:
    """Groups with no more messages up to `until` than the protocol allows, and the steps left out for it.

    The least important tip goes into the message after it, if one comes within a day.
    """
    kept = list(groups)
    left_out: list[Placed] = []
    while sum(group.due_at <= until for group in kept) > protocol.most_messages:
        tips = [group for group in kept if group.is_tip and group.due_at <= until]
        if not tips:
            break
        least = max(tips, key=lambda group: min(protocol.rank(item.step.kind) for item in group.members))
        kept.remove(least)
        index = _following(kept, least)
        if index is None:
            left_out.extend(least.members)
        else:
            kept[index] = with_members(kept[index], least.members)
    return kept, left_out


def with_members(group: Group, more: Iterable[Placed]) -> Group:
    """The same message, at the same time, with more in it."""
    return replace(group, members=(*group.members, *more))


def _runs(protocol: Protocol, items: Iterable[Placed]) -> list[Group]:
    """Items in runs without a gap longer than the merge time; each run goes out at its last item's time."""
    runs: list[list[Placed]] = []
    for item in sorted(items, key=lambda item: item.due_at):
        if runs and item.due_at - runs[-1][-1].due_at <= protocol.merge_within:
            runs[-1].append(item)
        else:
            runs.append([item])
    return [Group(tuple(run), run[-1].due_at) for run in runs]


def _nearest(groups: Sequence[Group], item: Placed, within: timedelta) -> int | None:
    near = [
        (abs(group.due_at - item.due_at), index)
        for index, group in enumerate(groups)
        if abs(group.due_at - item.due_at) <= within
    ]
    return min(near)[1] if near else None


def _with_guests(group: Group, guests: Sequence[Placed]) -> Group:
    hosts = {item.step.id for item in group.members}
    return with_members(group, (guest for guest in guests if guest.step.joins in hosts))


def _following(groups: Sequence[Group], group: Group) -> int | None:
    later = [
        (other.due_at, index)
        for index, other in enumerate(groups)
        if timedelta() <= other.due_at - group.due_at <= OVERNIGHT
    ]
    return min(later)[1] if later else None
