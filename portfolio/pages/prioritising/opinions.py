"""What the members said of one proposal, before the council says what it recommends."""

from collections.abc import Sequence

import streamlit as st

from portfolio.given import InLanguages
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.tables import Column, table
from portfolio.pages.desk.texts import paragraphs, plain
from portfolio.reports.prioritising.opinions import ReasonRow, SpreadRow
from portfolio.reports.prioritising.ranking import RankingReport

Spread = tuple[InLanguages, Sequence[SpreadRow]]


def shown(desk: Desk, report: RankingReport, id: str) -> None:
    """Draw how the marks on a proposal are spread, and every reason, criterion by criterion."""
    words = desk.words
    own = [row for row in report.spread if row.proposal == id]
    if not own:
        return
    st.header(words("What the members said"), anchor=False)
    criteria = list(dict.fromkeys(row.criterion for row in own))
    _spread(desk, [(each, [row for row in own if row.criterion == each]) for each in criteria])
    reasons = [row for row in report.reasons if row.proposal == id]
    if not reasons:
        st.caption(words("Nobody has written a reason."))
    for criterion in criteria:
        _reasons(desk, criterion, [row for row in reasons if row.criterion == criterion])


def _spread(desk: Desk, rows: Sequence[Spread]) -> None:
    words = desk.words
    steps = [words.put(row.step) for row in rows[0][1]]
    table(
        desk,
        rows,
        [
            Column(words("Criterion"), text=lambda row: words.put(row[0])),
            *(_counted(step, place) for place, step in enumerate(steps)),
        ],
        alt=words("How many members gave each step, criterion by criterion"),
    )


def _counted(step: str, place: int) -> Column[Spread]:
    return Column(step, number=lambda row: str(row[1][place].count or "–"))


def _reasons(desk: Desk, criterion: InLanguages, rows: Sequence[ReasonRow]) -> None:
    if not rows:
        return
    st.markdown(f"**{plain(desk.words.put(criterion))}**")
    for row in rows:
        paragraphs(f"{row.who}: {row.reason}" if row.who else row.reason)
