"""A page drawn for one of the example people, without a browser."""

from collections.abc import Iterator

import pandas as pd
from lxml.html import HtmlElement, fromstring
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
    return "\n".join([written(test), *(each.to_string() for each in tables(test))])


def written(test: AppTest) -> str:
    """Return what stands outside of the tables, as the Markdown it is."""
    kinds = (test.title, test.header, test.subheader, test.markdown, test.caption, test.info)
    more = (test.error, test.warning, test.success, test.metric)
    return "\n".join(str(getattr(each, "value", "")) for kind in (*kinds, *more) for each in kind)


def tables(test: AppTest) -> list[pd.DataFrame]:
    """Return the tables of the page as frames, the first column as index; a link in a cell is `[name](/address)`."""
    return [_frame(each) for element in test.get("html") for each in _within(element.proto.body)]


def _within(html: str) -> Iterator[HtmlElement]:
    yield from fromstring(html).iter("table")


def _frame(table: HtmlElement) -> pd.DataFrame:
    head, *rows = [[_told(cell) for cell in row.iter("th", "td")] for row in table.iter("tr")]
    frame = pd.DataFrame([row[1:] for row in rows], columns=head[1:], index=[row[0] for row in rows])
    return frame.rename_axis(index=head[0])


def _told(cell: HtmlElement) -> str:
    for way in cell.iter("a"):
        way.text, way.tail = f"[{way.text_content()}]({way.get('href')})", way.tail
        for inner in list(way):
            way.remove(inner)
    return str(cell.text_content())


def press(test: AppTest, label: str) -> None:
    """Press the button with this label, and see that nothing breaks."""
    next(each for each in test.button if each.label == label).click().run()
    assert not test.exception
