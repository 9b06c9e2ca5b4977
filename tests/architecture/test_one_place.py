"""What imports cannot show: things that may be done in one place only, and modules that stay small."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from telegram import Bot

BOT = Path(__file__).parents[2] / "bot"
MODULES = sorted(path for path in BOT.rglob("*.py"))
LONGEST = 300
SENDING = {
    name
    for name, member in inspect.getmembers(Bot, inspect.iscoroutinefunction)
    if name.startswith(("send_", "edit_message_", "copy_", "forward_")) or name == "answer_callback_query"
}


def name_of(path: Path) -> str:
    return path.relative_to(BOT).as_posix()


def calls(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_too_long_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def knows_telegram(path: Path) -> bool:
    return "telegram" in path.read_text(encoding="utf-8") and "demo" not in path.parts


@pytest.mark.parametrize("path", [path for path in MODULES if knows_telegram(path)], ids=name_of)
def test_only_the_messenger_sends(path: Path) -> None:
    if name_of(path) in ("chat/messenger.py", "delivery/fallback.py"):
        return  # the fallback's send_message is an e-mail's

    assert not SENDING & set(calls(path)), "everything the bot says is an outbox row that the messenger sends"


@pytest.mark.parametrize("path", [path for path in MODULES if "storage" not in path.parts], ids=name_of)
def test_only_storage_puts_questions_to_the_database(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "sqlmodel":
            assert [alias.name for alias in node.names] == ["Session"]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_awaited_inside_a_transaction(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.With) and any("transaction(" in ast.unparse(item.context_expr) for item in node.items):
            waits = [each for each in ast.walk(node) if isinstance(each, ast.Await | ast.AsyncFor | ast.AsyncWith)]
            assert not waits, f"line {waits[0].lineno} waits for the network while a transaction is open"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_what_it_is_responsible_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), "a module begins with its responsibility"
