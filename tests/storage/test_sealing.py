"""Names and words are unreadable without the key, elsewhere than where they were put, or after tampering."""

from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.domain.data_key import UnreadableError, parse_keys, written
from bot.storage.database import Database
from bot.storage.rekeying import check_keys, rekey_everything
from bot.storage.sealing import Sealer
from bot.storage.tables import Fact, Patient
from tests.support.clock import MONDAY

OLD, NEW = b"o" * 32, b"n" * 32


def test_what_is_sealed_opens_at_its_place() -> None:
    sealer = Sealer([OLD])

    assert sealer.open(sealer.seal(b"Ada", "patient.name"), "patient.name") == b"Ada"


def test_a_value_moved_to_another_column_does_not_open() -> None:
    sealer = Sealer([OLD])

    with pytest.raises(UnreadableError, match=r"report\.words"):
        sealer.open(sealer.seal(b"Ada", "patient.name"), "report.words")


def test_a_changed_byte_does_not_open() -> None:
    sealer = Sealer([OLD])
    sealed = bytearray(sealer.seal(b"Ada", "patient.name"))
    sealed[-1] ^= 1

    with pytest.raises(UnreadableError):
        sealer.open(bytes(sealed), "patient.name")


def test_a_statement_that_fails_repeats_nothing_of_what_it_was_to_write(database: Database) -> None:
    with database.transaction() as db:
        db.add(Fact(name="clinic", value="open"))
    with pytest.raises(IntegrityError) as failed, database.transaction() as db:
        db.add(Fact(name="clinic", value="Ada Lovelace"))

    assert "Ada" not in str(failed.value)


def test_the_first_key_encrypts_and_every_key_decrypts() -> None:
    before = Sealer([OLD]).seal(b"Ada", "patient.name")
    rotated = Sealer([NEW, OLD])

    assert rotated.open(before, "patient.name") == b"Ada"
    assert Sealer([NEW]).open(rotated.seal(b"Ben", "patient.name"), "patient.name") == b"Ben"


def test_the_error_tells_nothing_of_the_content() -> None:
    with pytest.raises(UnreadableError) as error:
        Sealer([NEW]).open(Sealer([OLD]).seal(b"Ada", "patient.name"), "patient.name")

    assert "Ada" not in str(error.value)


@pytest.mark.parametrize("value", ["", "short", "a" * 43 + "!", written(b"x" * 31)])
def test_a_bad_data_key_is_refused_without_showing_it(value: str) -> None:
    with pytest.raises(ValueError, match=r"^(is|holds)") as error:
        parse_keys(value)

    assert not value or value not in str(error.value)


def test_names_lie_in_the_database_as_bytes_only(database: Database) -> None:
    with database.transaction() as db:
        db.add(Patient(code="K7F2", name="Ada Lovelace", created_at=MONDAY))

    with database.engine.connect() as connection:
        stored = connection.execute(text("SELECT name FROM patient")).scalar_one()
    assert b"Ada" not in bytes(stored)


def test_a_key_that_did_not_seal_what_is_stored_is_noticed(database_url: str) -> None:
    before = Database(database_url, Sealer([OLD]))
    with before.transaction() as db:
        check_keys(db)
        db.add(Patient(code="K7F2", name="Ada", created_at=MONDAY))
        db.add(Patient(code="K7F3", created_at=MONDAY))
    before.close()

    for keys in ([OLD], [NEW, OLD]):
        with closing(Database(database_url, Sealer(keys))) as right, right.transaction() as db:
            check_keys(db)
    with (
        closing(Database(database_url, Sealer([NEW]))) as wrong,
        pytest.raises(UnreadableError, match=r"patient\.name"),
        wrong.transaction() as db,
    ):
        check_keys(db)


def test_one_damaged_value_is_not_taken_for_a_wrong_key(database: Database) -> None:
    with database.transaction() as db:
        db.add(Patient(code="K7F2", name="Ada", created_at=MONDAY))
        db.flush()
        db.connection().execute(text("UPDATE patient SET name = substr(name, 1, 10)"))
        check_keys(db)


def test_rekeying_makes_the_old_key_superfluous(database_url: str) -> None:
    before = Database(database_url, Sealer([OLD]))
    with before.transaction() as db:
        db.add(Patient(code="K7F2", name="Ada", created_at=MONDAY))
        db.add(Fact(name="not sealed", value="x"))
    before.close()

    rotated = Database(database_url, Sealer([NEW, OLD]))
    count = rekey_everything(rotated)
    rotated.close()

    after = Database(database_url, Sealer([NEW]))
    with after.transaction() as db:
        patient = db.get(Patient, 1)
        assert patient is not None
        assert patient.name == "Ada"
    assert count == 1
    after.close()
