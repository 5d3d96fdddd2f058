"""Lists as tables that a screen reader can read: row headers, numbers to the right, page by page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Generic, TypeVar

import streamlit as st

from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.lines import Line, as_html, as_text

R = TypeVar("R")

SIZE = 25
"""How many rows a page of a list has."""
SHORT = 12
"""A text of so few signs, such as a day or a place, is never broken."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its heading, and what it shows of a row.

    A `text` is drawn letter for letter; a `line` may have ways to other pages in it; a `number`, written as it is
    to be read, stands to the right and is never broken.
    """

    heading: str
    text: Callable[[R], object] | None = None
    line: Callable[[R], Line] | None = None
    number: Callable[[R], str] | None = None

    def cell(self, row: R) -> Line:
        """Return what stands in the cell."""
        if self.line:
            return self.line(row)
        shown = self.number or self.text
        return str(shown(row)) if shown else ""


def table(desk: Desk, rows: Sequence[R], columns: Sequence[Column[R]], *, alt: str) -> None:
    """Draw a table whose first column heads its rows; where there are no rows, say so in words.

    It is written as HTML at once: `st.table` reads Markdown in every cell, in the browser, which takes most of the
    time of a page. All that people wrote is escaped, in one place (`as_html`), and Streamlit cleans it once more.
    """
    if not rows:
        st.info(desk.words("Nothing here yet."))
        return
    heads = "".join(f'<th scope="col"{_kind(each)}>{escape(each.heading)}</th>' for each in columns)
    body = "".join(f"<tr>{''.join(_cells(row, columns))}</tr>" for row in rows)
    st.html(
        f'<div class="wide"><table aria-label="{escape(alt)}"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _cells(row: R, columns: Sequence[Column[R]]) -> Iterator[str]:
    for place, column in enumerate(columns):
        opening, closing = ("<td", "</td>") if place else ('<th scope="row"', "</th>")
        line = column.cell(row)
        yield f"{opening}{_kind(column, line)}>{as_html(line)}{closing}"


def _kind(column: Column[R], line: Line = "") -> str:
    if column.number:
        return ' class="number"'
    return ' class="whole"' if 0 < len(as_text(line)) <= SHORT else ""


def page_of(desk: Desk, rows: Sequence[R], *, key: str, size: int = SIZE) -> Sequence[R]:
    """Return the rows of the page the reader chose, and draw the choice where there are several."""
    pages = max(1, -(-len(rows) // size))
    chosen = turner(desk, pages, count=len(rows), key=key)
    return rows[(chosen - 1) * size : chosen * size]


def turner(desk: Desk, pages: int, *, count: int, key: str) -> int:
    """Draw the page turner where there is more than one page, and return the page chosen."""
    if pages <= 1:
        return 1
    left, right = st.columns([3, 2], vertical_alignment="center")
    with left:
        chosen = st.pagination(pages, key=key, bind="query-params")
    right.caption(desk.words("{count} in all", count=count))
    return int(chosen)
