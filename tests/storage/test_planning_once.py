"""PostgreSQL makes up its mind once how to answer a question of ours, not each time it is asked."""

from contextlib import closing

from sqlalchemy import text

from bot.storage import claims
from tests.support.clock import MONDAY
from tests.support.databases import Databases, open_database
from tests.support.mailroom import put, words


def test_a_question_that_comes_again_is_not_planned_again(databases: Databases) -> None:
    with closing(open_database(databases.fresh("postgres"))) as database:
        put(database, 5_000_000_001, words("ice"))
        with database.transaction() as db:
            for _ in range(20):
                claims.lanes_due(db, MONDAY)
            planned = db.execute(text("SELECT generic_plans, custom_plans FROM pg_prepared_statements")).all()
    assert [custom for _, custom in planned] == [0]
    assert planned[0][0] > 10
