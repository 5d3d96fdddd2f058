"""How a benefit was before: what was first promised, and each change with old beside new, who, when and why."""

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import drawn, plain
from portfolio.reports.differing import Difference
from portfolio.reports.realising.benefit import BenefitStory
from portfolio.reports.realising.changes import Change
from portfolio.reports.realising.rows import BenefitRow

SHOWN = 5
"""How many changes stand on a page: few benefits have more, and each takes a table."""


def promise(desk: Desk, row: BenefitRow) -> None:
    """Draw how far the benefit has come by what was first promised, where that has been moved since."""
    words = desk.words
    if not row.moved:
        return
    first = {
        "baseline": "–" if row.first_baseline is None else row.first_baseline,
        "target": row.first_target,
        "unit": row.first_unit,
        "day": row.first_target_on,
        "part": words.percent(row.first_attainment),
        "now": words.percent(row.attainment),
    }
    st.info(drawn(desk, Message(_SAID[row.first_unit == row.unit], first)))


_SAID = {
    True: N_(
        "First promised: from {baseline} to {target} by {day}. By that it has come {part}, by the plan of today {now}."
    ),
    False: N_(
        "First promised: from {baseline} to {target} {unit} by {day}. The unit is another now, so the values cannot be held to it."
    ),
}
"""What is said of the first promise, by whether it is in the unit of today."""


def changes(desk: Desk, story: BenefitStory) -> None:
    """Draw every change, the newest first; nothing where there is none."""
    if not story.changes:
        return
    words = desk.words
    st.header(words("What has been changed"), anchor=False)
    for each in page_of(desk, story.changes, key="endringsside", size=SHOWN):
        _change(desk, each)


def _change(desk: Desk, change: Change) -> None:
    words = desk.words
    columns: list[Column[Difference]] = [
        Column(words("What"), text=lambda row: words(row.label)),
        Column(words("Before"), text=lambda row: words.put(row.was)),
        Column(words("After"), text=lambda row: words.put(row.now)),
    ]
    when = words("{who}, {when}", who=change.by, when=change.at)
    st.subheader(plain(when), anchor=False)
    st.markdown(plain(change.reason or words("No reason is given.")))
    table(desk, change.fields, columns, alt=words("Old and new side by side"))
    if change.attained_before != change.attained_after:
        parts = {
            "before": words.percent(change.attained_before),
            "after": words.percent(change.attained_after),
        }
        st.caption(
            drawn(
                desk,
                Message(
                    N_("The latest value is {before} by the plan before, {after} by the one after."), parts
                ),
            )
        )
