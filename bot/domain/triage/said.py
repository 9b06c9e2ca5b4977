"""What one message says, and what the second reader sees of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.domain.triage.message import Message
from bot.domain.triage.rules import TriageRules
from bot.domain.triage.scene import CUE, IDIOM
from bot.domain.triage.second_reader import features_of
from bot.domain.triage.values import Hit, State

SHORTEST_SENTENCE = 4


@dataclass(frozen=True, slots=True)
class Said:
    """What was said: each concept with its states, whether a worrying word is left over, and what was found where."""

    states: dict[str, frozenset[State]]
    worrying: bool
    found: list[Hit]
    named: list[tuple[int, str, State]]
    well: bool
    """Whether it says that danger signs are not there, and nothing beside."""

    def features(self, rules: TriageRules, message: Message) -> set[str]:
        """What the second reader sees of the message."""
        return self._features(rules, message, 0, len(message.words))

    def features_by_sentence(self, rules: TriageRules, message: Message) -> Iterator[set[str]]:
        """What it sees of each sentence of several: a long harmless story must not bury one that worries."""
        start = 0
        for _, sentence in groupby(message.sentence):
            end = start + len(tuple(sentence))
            if SHORTEST_SENTENCE <= end - start < len(message.words):
                yield self._features(rules, message, start, end)
            start = end

    def _features(self, rules: TriageRules, message: Message, start: int, end: int) -> set[str]:
        """Of danger signs, which the rules have judged, it sees only how they are spoken of, and whether all alike."""
        here = [(name, state) for at, name, state in self.named if start <= at < end]
        ways = {state for name, state in here if name in rules.dangers}
        named = {name for name, _ in here if name not in rules.dangers} | {f"@{state}" for state in ways}
        named |= {f"@only-{state}" for state in ways if len(ways) == 1}
        within = [hit.name for hit in self.found if start <= hit.start < end]
        cues = {name.partition(":")[0] if name.startswith(IDIOM) else name for name in within}
        named |= {name for name in cues if name == "idiom" or name.startswith(CUE)}
        return features_of(message.words[start:end], rules.matcher, named)
