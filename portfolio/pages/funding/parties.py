"""The parties: find one among all the municipalities and others, and see what it carries."""

import streamlit as st

from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import facts, heading, link
from portfolio.pages.funding.figures import asked_year, unit, written, year_choice
from portfolio.parties import label
from portfolio.reports.funding.covering import covering
from portfolio.reports.funding.parties import PartyStory, carriers, holds, party_story


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
    table(
        desk,
        page_of(desk, found, key="side"),
        [
            Column(
                words("Party"),
                markdown=lambda row: link(label(row), "finansiering", part=row.party, **kept),
            ),
            Column(words("Applied for"), number=lambda row: written(desk, row.applied)),
            Column(words("Promised"), number=lambda row: written(desk, row.promised)),
            Column(words("Agreed"), number=lambda row: written(desk, row.agreed)),
            Column(words("Paid"), number=lambda row: written(desk, row.paid)),
        ],
        alt=words("Parties with what each carries"),
    )
    unit(desk, words("What is paid is also agreed, promised and applied for."))


def one(desk: Desk, party: str) -> None:
    """Draw what one party carries of each project in each year."""
    words, year = desk.words, asked_year()
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
        year_choice(desk, desk.ask(covering).years, drop=("side",))
    _sums(desk, story)
    if not story.lines:
        st.info(words("It carries nothing of any project in these years."))
        return
    table(
        desk,
        page_of(desk, story.lines, key="side"),
        [
            Column(
                words("Project"),
                markdown=lambda row: link(
                    f"{row.reference} {row.title}", "finansiering", prosjekt=row.proposal
                ),
            ),
            Column(words("Year"), text=lambda row: row.year),
            Column(
                words("How"),
                text=lambda row: words("Part of a joint contribution") if row.joint else words("On its own"),
            ),
            Column(words("Applied for"), number=lambda row: written(desk, row.applied)),
            Column(words("Promised"), number=lambda row: written(desk, row.promised)),
            Column(words("Agreed"), number=lambda row: written(desk, row.agreed)),
            Column(words("Paid"), number=lambda row: written(desk, row.paid)),
        ],
        alt=words("What the party carries by project and year"),
    )
    unit(desk)


def _sums(desk: Desk, story: PartyStory) -> None:
    words, sums = desk.words, story.total
    inhabitants = "" if sums.inhabitants is None else words.number(sums.inhabitants)
    facts(
        [
            (words("Kind"), words.name(sums.kind)),
            (words("County"), sums.county),
            (words("Inhabitants"), inhabitants),
            (words("Applied for"), words.kroner(sums.applied)),
            (words("Promised"), words.kroner(sums.promised)),
            (words("Agreed"), words.kroner(sums.agreed)),
            (words("Paid"), words.kroner(sums.paid)),
        ]
    )
