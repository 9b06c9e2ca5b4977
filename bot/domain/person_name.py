"""What may stand as a person's name."""

import re
import unicodedata

LONGEST_NAME = 60


def clean_name(typed: str) -> str:
    """`typed` without control characters, reading-direction marks and spare blanks."""
    composed = unicodedata.normalize("NFC", typed)
    seen = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in composed)
    # Format characters (Cf) hold the overrides that make a name read backward and swallow what follows it.
    kept = "".join(c for c in seen if unicodedata.category(c) not in ("Cf", "Cs", "Co", "Cn"))
    return re.sub(r"\s+", " ", kept).strip()


def has_letters(name: str) -> bool:
    return any(unicodedata.category(c).startswith("L") for c in name)
