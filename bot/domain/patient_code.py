"""Patient codes such as K7F2: short, spoken without mistakes, and never taken for a name."""

import re
from collections.abc import Callable, Sequence

LETTERS = "ACDEFGHJKMNPQRTVWXY"
DIGITS = "2345679"
"""Without what is mistaken for something else by eye or ear: B 8, I 1, L, O 0, S 5, U V, Z 2."""

_CODE = re.compile(r"(?:[A-Z]\d){2,4}")


def new_code(choose: Callable[[Sequence[str]], str], pairs: int = 2) -> str:
    """A code of `pairs` letters and digits in turn, picked by `choose`."""
    return "".join(choose(LETTERS) + choose(DIGITS) for _ in range(pairs))


def as_code(typed: str) -> str | None:
    """The code that was typed, in capitals, or None when it does not look like one."""
    bare = typed.strip().strip("#.").upper()
    return bare if _CODE.fullmatch(bare) else None
