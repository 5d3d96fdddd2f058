"""The parties: find one among all the municipalities and others, and see what it carries."""

import streamlit as st

from portfolio.funding.stages import STAGES
from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.lines import link
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import facts, heading
from portfolio.pages.funding.figures import amount_columns, asked_year, unit, year_choice
from portfolio.parties import label
from portfolio.reports.funding.amounts import by_stage
from portfolio.reports.funding.covering import covering
from portfolio.reports.funding.lines import FundingLine
from portfolio.reports.funding.parties import PartyStory, PartyTotal, carriers, holds, party_story


def listed(desk: Desk) -> None:
    """Draw the parties with what each carries in all years or one."""
    words, every = desk.words, desk.ask(covering)
    st.markdown(f"[{words('All funding')}](/finansiering)")
    heading(desk, words("Parties"), N_("What each party carries, over all projects."), example=every.example)
    left, right = st.columns([2, 3])
    with left:
        year = year_choice(desk, every.years, drop=("side",))
    kept = {} if year is None else {"ar": str(year)}
    search = right.text_input(
        words("Find a party by name, number or county"), key="partsok", bind="query-params"
    )
    found = [each for each in desk.ask(carriers, year=year) if holds(each, search or "")]
    if not found:
        st.info(words("No party fits. Try fewer words, or the number."))
        return
    columns: list[Column[PartyTotal]] = [
        Column(words("Party"), line=lambda row: link(label(row), "finansiering", part=row.party, **kept))
    ]
    columns += amount_columns(desk, lambda row: row)
    table(desk, page_of(desk, found, key="side"), columns, alt=words("Parties with what each carries"))
    unit(desk, words("What is paid is also agreed, promised and applied for."))


def one(desk: Desk, party: str) -> None:
    """Draw what one party carries of each project in each year."""
    words, years = desk.words, desk.ask(covering).years
    year = asked_year(years)
    story = desk.ask(party_story, party, year=year)
    kept = {} if year is None else {"ar": str(year)}
    st.markdown(link(words("All parties"), "finansiering", vis="parter", **kept))
    heading(
        desk,
        label(story.total),
        N_("What it carries of each project. What is paid is also agreed, promised and applied for."),
        example=story.example,
    )
    left, _ = st.columns([2, 3])
    with left:
        year_choice(desk, years, drop=("side",))
    _sums(desk, story)
    if not story.lines:
        st.info(words("It carries nothing of any project in these years."))
        return
    columns: list[Column[FundingLine]] = [
        Column(
            words("Project"),
            line=lambda row: link(f"{row.reference} {row.title}", "finansiering", prosjekt=row.proposal),
        ),
        Column(words("Year"), text=lambda row: row.year),
        Column(
            words("How"),
            text=lambda row: words("Part of a joint contribution") if row.joint else words("On its own"),
        ),
    ]
    columns += amount_columns(desk, lambda row: row)
    alt = words("What the party carries by project and year")
    table(desk, page_of(desk, story.lines, key="side"), columns, alt=alt)
    unit(desk)


def _sums(desk: Desk, story: PartyStory) -> None:
    words, sums = desk.words, story.total
    inhabitants = "" if sums.inhabitants is None else words.number(sums.inhabitants)
    facts(
        [
            (words("Kind"), words.name(sums.kind)),
            (words("County"), sums.county),
            (words("Inhabitants"), inhabitants),
            *((words.name(stage), words.kroner(by_stage(sums)[stage])) for stage in STAGES),
        ]
    )
