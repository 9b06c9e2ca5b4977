"""The four tiers of urgency, ordered so that the worst is the greatest."""

from enum import IntEnum


class Tier(IntEnum):
    """How soon a person must look at what a patient told us (clinical fact base, tier names)."""

    EXPECTED = 0
    WATCH = 1
    URGENT = 2
    EMERGENCY = 3

    @property
    def word(self) -> str:
        """The lower-case name used in data and storage."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> "Tier":
        """The tier of a word in any case; ValueError for a word that is none."""
        try:
            return cls[word.strip().upper()]
        except KeyError:
            raise ValueError(f"no such tier: {word!r}") from None
