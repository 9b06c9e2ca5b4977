"""What the commands print: sentences from messages/, and one line instead of a traceback for people's mistakes."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, NoReturn

import typer

from bot.catalog import CatalogError
from bot.catalog.places import shipped
from bot.catalog.wording import Wording, load_wording
from bot.domain.data_key import UnreadableError
from bot.settings import SettingsError


@cache
def _wording() -> Wording:
    return load_wording(shipped())


def sentence(key: str, language: str = "en", /, **args: Any) -> str:
    """A sentence of messages/*/console.ftl as plain text."""
    return _wording().plain(language, key, **args)


def languages() -> tuple[str, ...]:
    """The languages that the shipped messages speak."""
    return tuple(_wording().languages)


def tell(key: str, language: str = "en", /, **args: Any) -> None:
    typer.echo(sentence(key, language, **args))


def none_of(option: str, typed: str, known: Iterable[str]) -> typer.BadParameter:
    """What is wrong with an option whose value is not one of those there are."""
    return typer.BadParameter(sentence("console-none-of", typed=typed, known=", ".join(known)), param_hint=option)


def fail(line: str) -> NoReturn:
    """Explain a failure in one line and exit 1."""
    typer.echo(line, err=True)
    raise typer.Exit(1)


@contextmanager
def explained() -> Iterator[None]:
    """Turn the mistakes a person can make into their line and exit 1."""
    try:
        yield
    except SettingsError as error:
        fail("\n".join(error.lines))
    except CatalogError as error:
        fail(str(error))
    except UnreadableError:
        fail(sentence("console-check-data-key-bad"))
    except BrokenPipeError:
        # The reader (head, less) has gone; what it wanted, it has.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
