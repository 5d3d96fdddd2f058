"""What was reported of a benefit: every value, who reported it, and what it corrects."""

import streamlit as st

from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.realising.reading import report_link
from portfolio.realising.keepers import may_report
from portfolio.realising.readings import Certainty
from portfolio.reports.realising.benefit import BenefitStory
from portfolio.reports.realising.rows import ReadingRow
from portfolio.words import Words

SHOWN = 12
"""How many readings stand on a page: a year of months. More on each page is more to scroll past, fewer more to turn."""


def readings(desk: Desk, story: BenefitStory) -> None:
    """Draw the readings that hold, with the way to correct one for those who may."""
    words = desk.words
    st.header(words("Reported, newest first"), anchor=False)
    if not story.readings:
        st.info(words("Nothing is reported yet."))
        return
    columns: list[Column[ReadingRow]] = [
        Column(words("Period"), text=lambda row: words.period(row.period)),
        Column(words("Value"), number=lambda row: "–" if row.value is None else words.number(row.value)),
        Column(words("How"), text=lambda row: words.name(row.certainty)),
        Column(words("Attainment"), number=lambda row: words.percent(row.attainment)),
        Column(words("Comment"), text=lambda row: row.comment),
        Column(words("Reported by"), text=lambda row: f"{row.by}, {words.short_day(row.reported_on)}"),
    ]
    if any(row.attainment_then != row.attainment for row in story.readings):
        then = words("Attainment by the plan then")
        columns.append(Column(then, number=lambda row: words.percent(row.attainment_then)))
    if any(row.earlier for row in story.readings):
        earlier = words("Corrects")
        columns.append(
            Column(earlier, text=lambda row: "; ".join(_earlier(words, one) for one in row.earlier))
        )
    if may_report(desk.person, story.benefit, story.project):
        correct = words("Correct")
        columns.append(Column(correct, line=lambda row: report_link(correct, row.benefit, row.period.key)))
    table(desk, page_of(desk, story.readings, key="side", size=SHOWN), columns, alt=words("Reported values"))


def _earlier(words: Words, row: ReadingRow) -> str:
    value = words.name(Certainty.NOT_MEASURED) if row.value is None else words.number(row.value)
    return f"{value} ({row.by}, {words.short_day(row.reported_on)})"
