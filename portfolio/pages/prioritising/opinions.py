"""What the members said of one proposal, before the council says what it recommends."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.texts import drawn, plain
from portfolio.reports.prioritising.opinions import DONT_KNOW, ReasonRow, SpreadRow
from portfolio.reports.prioritising.ranking import RankingReport


def shown(desk: Desk, report: RankingReport, id: str) -> None:
    """Draw how the marks on a proposal are spread, and every reason, criterion by criterion.

    They stand in lines and not in a table, of which a telephone would show the criteria alone.
    """
    words = desk.words
    own = [row for row in report.spread if row.proposal == id]
    if not own:
        return
    st.header(words("What the members said"), anchor=False)
    reasons = [row for row in report.reasons if row.proposal == id]
    if not reasons:
        st.caption(words("Nobody has written a reason."))
    for criterion, spread in groupby(own, lambda row: row.criterion):
        said = [row for row in reasons if row.criterion == criterion]
        st.markdown("\n".join(_lines(desk, list(spread), said)))


def _lines(desk: Desk, spread: Sequence[SpreadRow], said: Sequence[ReasonRow]) -> Iterator[str]:
    counted = ", ".join(drawn(desk, _counted(row)) for row in spread if row.count)
    yield f"**{plain(desk.words.put(spread[0].criterion))}.** {counted}"
    for row in said:
        yield f"- {plain(f'{row.who}: {row.reason}' if row.who else row.reason)}"


def _counted(row: SpreadRow) -> Message:
    if row.step == DONT_KNOW:
        return Message(N_("don't know: {count}"), {"count": row.count})
    return Message(N_("step {step}: {count}"), {"step": row.step, "count": row.count})
