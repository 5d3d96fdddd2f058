"""Lists as tables that a screen reader can read: row headers, numbers to the right, page by page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import pandas as pd
import streamlit as st

from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.texts import plain

R = TypeVar("R")

SIZE = 25
"""How many rows a page of a list has."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its heading, and what it shows of a row.

    A `text` is drawn letter for letter; Markdown, such as a link, goes in `markdown`; numbers that are
    written already go in `number`, which stands to the right.
    """

    heading: str
    text: Callable[[R], object] | None = None
    markdown: Callable[[R], str] | None = None
    number: Callable[[R], str] | None = None

    def cell(self, row: R) -> str:
        """Return what stands in the cell."""
        if self.markdown:
            return self.markdown(row)
        shown = self.number or self.text
        return plain(shown(row)) if shown else ""


def table(desk: Desk, rows: Sequence[R], columns: Sequence[Column[R]], *, alt: str) -> None:
    """Draw a table whose first column heads its rows; where there are no rows, say so in words.

    Streamlit sets only numbers to the right, and rounds them. So a number column holds the row's place, and
    the words for it are put in its stead: what stands there is exactly what `Column.number` returned.
    """
    if not rows:
        st.info(desk.words("Nothing here yet."))
        return
    frame = pd.DataFrame(
        {
            column.heading: range(len(rows)) if column.number else [column.cell(row) for row in rows]
            for column in columns
        }
    ).set_index(columns[0].heading)
    written: dict[Any, Any] = {
        column.heading: [column.cell(row) for row in rows].__getitem__
        for column in columns[1:]
        if column.number
    }
    styled = frame.style.format(written)
    st.table(styled, alt=alt)


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
