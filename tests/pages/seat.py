"""A page drawn for one of the example people, without a browser."""

from streamlit.testing.v1 import AppTest

from portfolio.store.database import Database


def _draw(url: str, person: str, page: str, language: str) -> None:
    from datetime import UTC, datetime
    from importlib import import_module

    from portfolio.pages.desk.desk import Desk
    from portfolio.people import Person
    from portfolio.store.database import Database

    database = Database(url)
    with database.read() as reader:
        who = reader.get(Person, person)
    moment = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    desk = Desk(database, who, language, lambda: moment)  # type: ignore[arg-type]
    try:
        import_module(f"portfolio.pages.{page}").show(desk)
    finally:
        database.close()


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


def press(test: AppTest, label: str) -> None:
    """Press the button with this label, and see that nothing breaks."""
    next(each for each in test.button if each.label == label).click().run()
    assert not test.exception
