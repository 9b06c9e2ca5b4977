"""What imports cannot show: things that may be done in one place only, and modules that stay small."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from telegram import Bot


def bare(name: str) -> str:
    """A method of the Bot API however it is written: send_message, sendMessage, …/sendMessage."""
    return name.rpartition("/")[2].replace("_", "").lower()


BOT = Path(__file__).parents[2] / "bot"
MODULES = sorted(path for path in BOT.rglob("*.py"))
LONGEST = 300
SENDING = {
    bare(name)
    for name, member in inspect.getmembers(Bot, inspect.iscoroutinefunction)
    if name.startswith(("send_", "edit_message_", "copy_", "forward_")) or name == "answer_callback_query"
}


def name_of(path: Path) -> str:
    return path.relative_to(BOT).as_posix()


def sends(code: str) -> Iterator[str]:
    """What in this code sends: calls and names of the Bot API's sending methods, and requests of any method."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Call(func=ast.Attribute(attr=attr) as func):
                if bare(attr) in {*SENDING, "doapirequest"} or ast.unparse(func).endswith(".request.post"):
                    yield ast.unparse(func)
            case ast.Constant(value=str(text)) if bare(text) in SENDING:
                yield text


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_too_long_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", [path for path in MODULES if "demo" not in path.parts], ids=name_of)
def test_only_the_messenger_sends(path: Path) -> None:
    found = set(sends(path.read_text(encoding="utf-8")))
    match name_of(path):
        case "chat/messenger.py":
            assert found
        case "delivery/fallback.py":
            assert found == {"connection.send_message"}, "an e-mail's"
        case _:
            assert not found, "everything the bot says is an outbox row that the messenger sends"


@pytest.mark.parametrize(
    "code",
    [
        "bot.send_message(1, text)",
        "bot.sendMessage(1, text)",
        "bot.do_api_request('sendMessage')",
        "self._bot.request.post(f'{url}/{method}')",
        "ears.post('editMessageText', {}, 10)",
        "client.post(f'{base}/sendPhoto')",
    ],
)
def test_no_way_of_sending_goes_unseen(code: str) -> None:
    assert list(sends(code))


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
