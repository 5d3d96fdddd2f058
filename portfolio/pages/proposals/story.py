"""One proposal whole: its text, goals, money, rounds and benefits, and what it lacks."""

from functools import partial

import streamlit as st

from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.lines import link
from portfolio.pages.desk.tables import Column, table
from portfolio.pages.desk.texts import drawn, facts, heading, plain
from portfolio.pages.proposals import changes
from portfolio.pages.proposals.changed import since
from portfolio.pages.proposals.shown import at_length, briefly, filled
from portfolio.proposals.keepers import may_change
from portfolio.reports.story import ProposalStory, proposal_story


def show(desk: Desk, id: str) -> None:
    """Show the proposal with this id."""
    words, story = desk.words, desk.ask(proposal_story, id, viewer=desk.person, on=desk.today)
    proposal = story.proposal
    st.markdown(f"[{words('All proposals')}](/forslag)")
    heading(desk, proposal.title, example=proposal.example)
    fields = filled(proposal)
    facts(briefly(desk, proposal, story.names, fields))
    _ways_on(desk, story)
    at_length(desk, proposal, fields, head=partial(st.subheader, anchor=False))
    _money(desk, story)
    _in_rounds(desk, story)
    _benefits(desk, story)
    changes.draw(desk, id)


def _money(desk: Desk, story: ProposalStory) -> None:
    words = desk.words
    st.subheader(words("Money"), anchor=False)
    if not story.years:
        st.info(words("No cost and no contribution is entered yet."))
        return
    table(
        desk,
        story.years,
        [
            Column(words("Year"), text=lambda row: row.year),
            Column(words("Cost"), number=lambda row: words.kroner(row.cost)),
            Column(words("Promised"), number=lambda row: words.kroner(row.promised)),
            Column(words("Paid"), number=lambda row: words.kroner(row.paid)),
            Column(words("Lacking"), number=lambda row: words.kroner(row.lacking)),
        ],
        alt=words("Cost and funding by year"),
    )
    st.markdown(f"[{words('See who pays')}](/finansiering?prosjekt={story.proposal.id})")


def _in_rounds(desk: Desk, story: ProposalStory) -> None:
    words = desk.words
    for each in story.rounds:
        st.subheader(plain(each.round.title), anchor=False)
        since(desk, each.since)
        if each.recorded.untold:
            st.info(drawn(desk, each.recorded.untold))
            continue
        word, decision = each.recorded.recommendation, each.recorded.decision
        facts(
            [
                (
                    words("The council's recommendation"),
                    words.name(word.outcome) if word else words("None yet"),
                ),
                (words("Conditions"), word.conditions if word else ""),
                (words("Reason"), word.reason if word else ""),
                (words("KS's decision"), words.name(decision.resolution) if decision else words("None yet")),
                (words("Case"), decision.case if decision else ""),
            ]
        )


def _benefits(desk: Desk, story: ProposalStory) -> None:
    words = desk.words
    st.subheader(words("Benefits"), anchor=False)
    if not story.benefits:
        st.info(words("No benefit is entered yet."))
        return
    table(
        desk,
        story.benefits,
        [
            Column(words("Benefit"), line=lambda row: link(row.title, "gevinster", id=row.id)),
            Column(words("Kind"), text=lambda row: words.name(row.kind)),
            Column(
                words("Attainment"),
                number=lambda row: (
                    words(row.note) if row.attainment is None else words.percent(row.attainment)
                ),
            ),
        ],
        alt=words("Benefits and how far they have come"),
    )


def _ways_on(desk: Desk, story: ProposalStory) -> None:
    """Draw, for those who may change it, the ways on; and what is missing before it can be assessed."""
    words, id = desk.words, story.proposal.id
    if not may_change(desk.person, story.proposal):
        return
    st.markdown(
        f"[{words('Change this proposal')}](/forslag?id={id}&endre) · [{words('Add a benefit')}](/gevinster?ny)"
    )
    if story.lacks:
        with st.expander(words("Missing before it can be assessed"), expanded=True):
            st.markdown("\n".join(f"- {words(each.message)}" for each in story.lacks))
