"""One project's funding: by year, by party, how the municipalities share, and all that is posted."""

import streamlit as st

from portfolio.charts.funding import cover_by_year
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.lines import Line, link
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import heading
from portfolio.pages.funding import ledger, shares
from portfolio.pages.funding.figures import (
    amount_columns,
    asked_year,
    figures,
    unit,
    written,
    year_choice,
    year_table,
)
from portfolio.parties import label
from portfolio.people import Verb
from portfolio.reports.funding.contributions import Contribution
from portfolio.reports.funding.project import FundedProject, funded_project


def show(desk: Desk, id: str) -> None:
    """Draw the project: what it costs and lacks first, then who gives what, the shares and the ledger."""
    words, answer = desk.words, desk.ask(funded_project, id)
    year = asked_year(answer.years)
    if year is not None:
        answer = desk.ask(funded_project, id, year=year)
    st.markdown(f"[{words('All funding')}](/finansiering)")
    heading(desk, answer.proposal.title, example=answer.proposal.example)
    st.markdown(link(words("Read the proposal"), "forslag", id=id))
    if answer.years:
        left, _ = st.columns([2, 3])
        with left:
            year_choice(desk, answer.years, drop=("side", "kommuneside"))
        figures(desk, answer.whole)
        st.altair_chart(cover_by_year(answer.by_year, words), alt=words("Promised by side and year"))
        year_table(desk, answer.by_year)
    else:
        st.info(words("No cost and no contribution is entered yet."))
    _contributions(desk, answer)
    shares.show(desk, answer)
    ledger.show(desk, answer)


def _contributions(desk: Desk, answer: FundedProject) -> None:
    words, id = desk.words, answer.proposal.id
    st.header(words("Who gives what"), anchor=False)
    if desk.may(Verb.EDIT_FUNDING):
        st.markdown(f"[{words('Enter a contribution')}](/finansiering?prosjekt={id}&ny)")
    if not answer.contributions:
        st.info(words("Nobody has applied for or promised anything yet."))
        return
    columns: list[Column[Contribution]] = [
        Column(words("Party"), text=lambda row: label(row.party)),
        Column(words("Year"), text=lambda row: row.place.year),
    ]
    columns += amount_columns(desk, lambda row: row)
    if desk.may(Verb.EDIT_FUNDING):
        columns.append(Column(words("Onward"), line=lambda row: _onward(desk, row)))
    if any(row.lapsed for row in answer.contributions):
        columns.append(Column(words("Lapsed"), number=lambda row: written(desk, row.lapsed)))
    table(
        desk,
        page_of(desk, answer.contributions, key="side"),
        columns,
        alt=words("Contributions by year and party"),
    )
    unit(desk, words("What is paid is also agreed, promised and applied for."))


def _onward(desk: Desk, row: Contribution) -> Line:
    if not row.movable:
        return ""
    place = row.place
    return link(
        desk.words("Take onward"),
        "finansiering",
        prosjekt=place.proposal,
        flytt=f"{place.year}.{place.party}",
    )
