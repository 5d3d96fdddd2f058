"""How something has changed, drawn field by field, with every sign as people wrote it."""

from streamlit.testing.v1 import AppTest

from portfolio.store.database import Database


def _page(url: str, names: list[str], new: bool) -> None:
    from datetime import UTC, datetime

    from portfolio.messages import Message
    from portfolio.pages.desk.desk import Desk
    from portfolio.pages.desk.differing import differing
    from portfolio.people import PROGRAM
    from portfolio.reports.differing import Difference
    from portfolio.store.database import Database

    desk = Desk(Database(url), PROGRAM, "nb", lambda: datetime(2026, 11, 23, tzinfo=UTC))
    told = [Difference(Message("Title"), each, "*nytt*") for each in names]
    differing(desk, told, otherwise="None yet", new=new)


def drawn(database: Database, *names: str, new: bool = False) -> str:
    test = AppTest.from_function(_page, args=(database.url, list(names), new)).run()
    assert not test.exception
    return str(test.markdown[0].value)


def test_there_is_a_line_for_each_field(database: Database) -> None:
    assert drawn(database, "en", "<b>to</b>") == (
        "- Tittel: fra «en» til «\\*nytt\\*»\n- Tittel: fra «\\<b\\>to\\</b\\>» til «\\*nytt\\*»"
    )


def test_where_nothing_became_other_that_is_said(database: Database) -> None:
    assert drawn(database) == "Ingen ennå"


def test_of_what_is_new_only_what_it_says_is_drawn(database: Database) -> None:
    assert drawn(database, "en", new=True) == "- Tittel: \\*nytt\\*"
