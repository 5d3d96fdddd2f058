"""The funding: what it all costs, who has promised, agreed and paid what, and what is lacking."""

import streamlit as st

from portfolio.charts.funding import cover_by_year
from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.downloads import take_along
from portfolio.pages.desk.lines import link
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import heading, said
from portfolio.pages.desk.turning import asked
from portfolio.pages.funding import contributions, keys, parties, project
from portfolio.pages.funding.figures import figures, side_columns, unit, year_choice, year_table
from portfolio.people import Verb
from portfolio.reports.funding.covering import Covering, covering

MOST_LINES = 1_000_000
"""A sheet of Excel has room for so many rows, and some to spare."""


def show(desk: Desk) -> None:
    """Show the project or party that the address names, a form where it asks for it, else the overview."""
    said(desk)
    wanted, party, edit = asked("prosjekt"), asked("part"), desk.may(Verb.EDIT_FUNDING)
    if wanted and edit and asked("nokkel") is not None:
        keys.show(desk, wanted)
    elif wanted and edit and contributions.wanted():
        contributions.show(desk, wanted)
    elif wanted:
        project.show(desk, wanted)
    elif party:
        parties.one(desk, party)
    elif asked("vis") == "parter":
        parties.listed(desk)
    else:
        _overview(desk)


def _overview(desk: Desk) -> None:
    words, every = desk.words, desk.ask(covering)
    heading(
        desk,
        words("Funding"),
        N_("What the projects cost, who pays, and what is lacking."),
        example=every.example,
    )
    if not every.years:
        st.info(words("No cost and no contribution is entered yet. Begin with the cost of a proposal."))
        st.markdown(f"[{words('All proposals')}](/forslag)")
        return
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    with left:
        year = year_choice(desk, every.years, drop=("side",))
    answer = every if year is None else desk.ask(covering, year=year)
    with right:
        _download(desk, answer)
    figures(desk, answer.whole)
    st.header(words("Year by year"), anchor=False)
    st.altair_chart(cover_by_year(answer.by_year, words), alt=words("Promised by side and year"))
    with st.expander(words("The figures as a table")):
        year_table(desk, answer.by_year)
    _projects(desk, answer)


def _download(desk: Desk, answer: Covering) -> None:
    words = desk.words
    if max(answer.lines, answer.paid_parts) > MOST_LINES:
        st.info(words("The workbook has more rows than Excel has room for. Choose one year to download it."))
        return
    take_along(desk, words("Download the funding overview (Excel)"), "funding", year=answer.year)


def _projects(desk: Desk, answer: Covering) -> None:
    words = desk.words
    st.header(words("Projects"), anchor=False)
    st.markdown(
        link(
            words("Find a municipality or another party"), "finansiering", vis="parter", **_kept(answer.year)
        )
    )
    found = answer.found(st.text_input(words("Search"), key="sok", bind="query-params") or "")
    if not found:
        st.info(words("No project fits. Try fewer words."))
        return
    table(
        desk,
        page_of(desk, found, key="side"),
        [
            Column(
                words("Project"),
                line=lambda row: link(
                    f"{row.reference} {row.title}",
                    "finansiering",
                    prosjekt=row.proposal,
                    **_kept(answer.year),
                ),
            ),
            *side_columns(desk, lambda row: row.sums),
        ],
        alt=words("Projects with cost, what each side has promised, and what is lacking"),
    )
    unit(desk, words("In brackets: the side's share of what is promised."))


def _kept(year: int | None) -> dict[str, str]:
    return {} if year is None else {"ar": str(year)}
