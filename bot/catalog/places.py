"""Where messages/ lies: the clinic's own copy, the copy inside the wheel, or the checkout."""

import shutil
from pathlib import Path

from bot.catalog.errors import CatalogError

_PACKAGE = Path(__file__).resolve().parent.parent
_SHIPPED = _PACKAGE / "_messages"
_CHECKOUT = _PACKAGE.parent / "messages"


def shipped() -> Path:
    """The messages that came with the program."""
    return _SHIPPED if _SHIPPED.is_dir() else _CHECKOUT


def messages_dir(own: Path | None) -> Path:
    """The clinic's own folder if one is set, else what came with the program. Raises CatalogError."""
    if own is None:
        return shipped()
    if not own.is_dir():
        raise CatalogError(f"{own} is no folder; copy one with `aftercare-bot messages export {own}`")
    return own


def export(target: Path) -> int:
    """Copy the shipped messages to a new folder, and say how many files. Raises CatalogError."""
    if target.exists() and any(target.iterdir() if target.is_dir() else [target]):
        raise CatalogError(f"{target} exists already and is not overwritten")
    try:
        shutil.copytree(shipped(), target, dirs_exist_ok=True)
    except OSError as error:
        raise CatalogError(f"{target} cannot be written: {error.strerror}") from None
    return sum(1 for path in target.rglob("*") if path.is_file())
