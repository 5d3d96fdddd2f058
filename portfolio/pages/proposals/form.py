"""The form that puts a proposal forward, or changes one."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from portfolio.actions.proposals.proposals import propose, revise_proposal
from portfolio.lookups.paid import undercut_of
from portfolio.messages import N_, Message
from portfolio.money import Money, read_amount
from portfolio.objections import Objection, raise_any
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import made
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import drawn, heading
from portfolio.pages.desk.turning import turn
from portfolio.pages.proposals.fields import fields
from portfolio.proposals.keepers import CHANGED_BY, may_change
from portfolio.proposals.proposal import Proposal, proposal_id
from portfolio.reports.story import ProposalStory

JUDGED = N_("This proposal is judged in {round}. The round keeps the version from {day}.")
OPEN = N_(
    "This proposal is judged in {round}. The round keeps the version from {day}, unless the secretariat takes the new one in."
)
YEARS_SHOWN = 4
"""How many budget years the cost plan of a proposal asks for: one row of fields, and more where costs stand already."""


def begin(desk: Desk) -> None:
    """Draw the form for a new proposal."""
    words = desk.words
    heading(
        desk,
        words("Put forward a proposal"),
        N_("Only the reference, the title and the owner must be there to begin."),
    )
    form = Form(desk, "forslag.ny")
    given = fields(desk, form, None)
    costs = _cost_fields(desk, form, {})
    form.give_up()
    if st.button(words("Put forward"), type="primary"):
        id = proposal_id(str(given["reference"]))
        if form.attempt(partial(_propose, desk, {**given, "id": id}, costs)):
            turn(N_("The proposal is put forward."), id=id, ny=None)


def _propose(desk: Desk, given: Mapping[str, object], costs: Mapping[int, str]) -> None:
    propose(desk.database, made(Proposal, given), costs=_read(costs), stamp=desk.stamp)


def change(desk: Desk, story: ProposalStory) -> None:
    """Draw the form for a proposal that is there, to those who may change it."""
    if not may_change(desk.person, story.proposal):
        st.info(desk.words(CHANGED_BY))
        return
    words, proposal = desk.words, story.proposal
    heading(desk, proposal.title)
    form = Form(desk, f"forslag.{proposal.id}", revision=proposal.revision)
    given = fields(desk, form, proposal)
    costs = _cost_fields(desk, form, dict(story.costs))
    reason = _why(desk, form, proposal.id, costs)
    form.give_up()
    _judged(desk, story)
    if form.save(words("Save")):

        def act() -> None:
            changed = made(Proposal, {**proposal.model_dump(), **given, "revision": form.seen})
            revise_proposal(desk.database, changed, costs=_read(costs), reason=reason, stamp=desk.stamp)

        if form.attempt(act):
            turn(N_("The proposal is saved."), id=proposal.id, endre=None)
    st.markdown(f"[{words('Back to the proposal')}](/forslag?id={proposal.id})")


def _judged(desk: Desk, story: ProposalStory) -> None:
    """Say, before it is saved, which rounds hold a version of their own."""
    for each in story.judged_in:
        told = {"round": each.round.title, "day": each.version_of or ""}
        st.info(drawn(desk, Message(OPEN if each.round.open_for_gates else JUDGED, told)))


def _cost_fields(desk: Desk, form: Form, costs: dict[int, Money]) -> dict[int, str]:
    words = desk.words
    st.subheader(words("Cost per year, in kroner without VAT"), anchor=False)
    first = min([desk.today.year, *costs])
    years = range(first, max(first + YEARS_SHOWN, *(year + 1 for year in costs), first + 1))
    columns = st.columns(YEARS_SHOWN)
    written = {}
    for place, year in enumerate(years):
        with columns[place % YEARS_SHOWN]:
            amount = costs.get(year)
            written[year] = form.text(
                f"cost.{year}", str(year), words.number(amount.in_kroner) if amount else ""
            )
    return written


def _why(desk: Desk, form: Form, id: str, costs: Mapping[int, str]) -> str:
    """Ask why it is changed: if one likes to say, but where a cost would be less than what is paid of it, which is told."""
    words = desk.words
    try:
        found = desk.ask(undercut_of, id, tuple(_read(costs).items()))
    except Objection:
        found = ()
    if found:
        st.warning("\n\n".join(drawn(desk, each.told) for each in found))
        return form.text("reason", words("Why the cost is less than what is paid (required)"))
    return form.text(
        "reason", words("Why"), "", help=words("What made you change it. All who read it see this.")
    )


def _read(costs: Mapping[int, str]) -> dict[int, Money]:
    """Return the amounts, or every one that cannot be read."""
    amounts, wrong = {}, []
    for year, text in costs.items():
        try:
            amounts[year] = read_amount(text) if text.strip() else Money(0)
        except Objection as objection:
            wrong.append(type(objection).saying(objection.message, about=f"cost.{year}"))
    raise_any(wrong)
    return amounts
