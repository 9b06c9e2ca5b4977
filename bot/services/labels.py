"""What is typed word for word as a button says it, in any language."""

from collections.abc import Mapping

from bot.domain.typed_words import without_signs
from bot.services.practice import Practice


def meant(practice: Practice, text: str, labels: Mapping[str, str]) -> str | None:
    """The value whose label the text is; `labels` gives the wording key of each value's label."""
    wording, typed = practice.catalog.wording, without_signs(text)
    return next(
        (
            value
            for value, key in labels.items()
            if typed in {without_signs(wording.plain(language, key)) for language in wording.languages}
        ),
        None,
    )
