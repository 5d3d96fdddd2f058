"""A page drawn for one of the example people, without a browser."""

from pkgutil import walk_packages

from streamlit.testing.v1 import AppTest

from portfolio import pages
from portfolio.store.database import Database


def _draw(url: str, person: str, page: str, language: str) -> None:
    from datetime import UTC, datetime
    from importlib import import_module

    from portfolio.pages.desk import Desk
    from portfolio.people import Person
    from portfolio.store.database import Database
    from tests.pages.seat import page_named

    database = Database(url)
    with database.read() as reading:
        who = reading.get(Person, person)
    moment = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    desk = Desk(database, who, language, lambda: moment)  # type: ignore[arg-type]
    try:
        import_module(page_named(page)).show(desk)
    finally:
        database.close()


def page_named(name: str) -> str:
    """Return the full name of the module that draws a page."""
    found = (each for each in walk_packages(pages.__path__, f"{pages.__name__}.") if not each.ispkg)
    return next(each.name for each in found if each.name.endswith(f".{name}"))


def seat(database: Database, person: str, page: str, *, language: str = "nb", **query: str) -> AppTest:
    """Return the page as the person first sees it, in a session of its own."""
    test = AppTest.from_function(_draw, args=(database.url, person, page, language))
    test.default_timeout = 20
    for key, value in query.items():
        test.query_params[key] = value
    return test.run()


def everything(test: AppTest) -> str:
    """Return all the words on the page, one after the other."""
    kinds = (test.title, test.header, test.subheader, test.markdown, test.caption, test.info)
    more = (test.error, test.warning, test.success, test.metric)
    written = [getattr(each, "value", "") for kind in (*kinds, *more) for each in kind]
    tables = [each.value.to_string() for each in test.table]
    return "\n".join([*map(str, written), *tables])
