"""The torture at a modest size, for every run of the tests."""

from pathlib import Path

import pytest

from tests.support.databases import BACKENDS, Databases, NoPostgres
from tests.torture.torturing import Round, torture


@pytest.mark.parametrize("backend", BACKENDS)
async def test_a_bot_that_is_killed_again_and_again_loses_nothing(
    backend: str, databases: Databases, tmp_path: Path
) -> None:
    try:
        url = databases.empty(backend)
    except NoPostgres as missing:
        pytest.skip(str(missing))
    verdict = await torture(url, tmp_path, Round(kills=3, patients=2, speed=300, longest_life=2.5))
    assert not verdict.faults, (verdict.numbers, (tmp_path / "bot.log").read_text()[-4000:])
