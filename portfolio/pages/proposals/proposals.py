"""The proposals: find one, and go on to read it, put one forward or change one."""

import streamlit as st

from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.lines import link
from portfolio.pages.desk.tables import Column, table, turner
from portfolio.pages.desk.texts import heading
from portfolio.pages.desk.turning import screen
from portfolio.pages.proposals import form, story
from portfolio.people import Verb
from portfolio.proposals.keepers import EDITS
from portfolio.proposals.proposal import Phase
from portfolio.reports.proposals.proposals import ProposalPage, ProposalRow, proposals
from portfolio.reports.story import proposal_story


def show(desk: Desk) -> None:
    """Show one proposal where the address names one, a form where it asks for it, else the list."""
    with screen(desk):
        _screen(desk)


def _screen(desk: Desk) -> None:
    chosen = st.query_params.get("id")
    if st.query_params.get("ny") is not None:
        form.begin(desk)
    elif chosen and st.query_params.get("endre") is not None:
        form.change(desk, desk.ask(proposal_story, chosen, viewer=desk.person, on=desk.today))
    elif chosen:
        story.show(desk, chosen)
    else:
        _list(desk)


def _list(desk: Desk) -> None:
    words = desk.words
    label = desk.ask(proposals, size=1)
    heading(
        desk,
        words("Proposals"),
        N_("All joint projects that are proposed or running."),
        example=any(row.example for row in label.rows),
    )
    search, phase, own = _filters(desk)

    def ask(page: int) -> ProposalPage:
        return desk.ask(proposals, search=search, phase=phase, owner=own, page=page)

    first = ask(1)
    page = turner(desk, first.pages, count=first.count, key="side")
    found = first if page == 1 else ask(page)
    if not found.rows:
        st.info(words("No proposal fits. Try fewer words."))
    else:
        table(desk, found.rows, _columns(desk), alt=words("Proposals with owner, phase and cost"))
    if any(map(desk.may, EDITS)):
        st.markdown(f"[{words('Put forward a proposal')}](/forslag?ny)")


def _filters(desk: Desk) -> tuple[str, Phase | None, str | None]:
    words = desk.words
    left, middle, right = st.columns([3, 2, 2], vertical_alignment="bottom")
    search = left.text_input(words("Search"), key="sok", bind="query-params")
    phase = middle.selectbox(
        words("Phase"),
        list(Phase),
        index=None,
        format_func=words.name,
        placeholder=words("All phases"),
        key="fase",
    )
    mine = desk.may(Verb.EDIT_OWN_PROPOSAL) and right.checkbox(words("Only mine"), key="mine")
    return search or "", phase, desk.person.id if mine else None


def _columns(desk: Desk) -> list[Column[ProposalRow]]:
    words = desk.words
    return [
        Column(words("Title"), line=lambda row: link(row.title, "forslag", id=row.id)),
        Column(words("Reference"), text=lambda row: row.reference),
        Column(words("Owner"), text=lambda row: row.owner),
        Column(words("Phase"), text=lambda row: words.name(row.phase)),
        Column(words("Statutory"), text=lambda row: words("Yes") if row.statutory else ""),
        Column(words("Cost, all years"), number=lambda row: words.kroner(row.cost)),
    ]
