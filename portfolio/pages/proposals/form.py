"""The form that puts a proposal forward, or changes one."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from portfolio.actions.proposals.proposals import propose, revise_proposal
from portfolio.catalogue.strategy import areas, goals
from portfolio.lookups import choices
from portfolio.messages import N_
from portfolio.money import Money, read_amount
from portfolio.objections import Objection, raise_any
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import made
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import heading
from portfolio.pages.desk.turning import turn
from portfolio.people import Role, Verb
from portfolio.proposals.proposal import Phase, Proposal, proposal_id
from portfolio.reports.story import ProposalStory

YEARS_SHOWN = 4
"""How many budget years the cost plan of a proposal asks for."""


def begin(desk: Desk) -> None:
    """Draw the form for a new proposal."""
    words = desk.words
    heading(
        desk,
        words("Put forward a proposal"),
        N_("Only the reference, the title and the owner must be there to begin."),
    )
    form = Form(desk, "forslag.ny")
    reference = form.text("reference", words("Reference (required)"), help=words("For example 2026-014"))
    fields = _fields(desk, form, None)
    costs = _cost_fields(desk, form, {})
    form.give_up()
    if st.button(words("Put forward"), type="primary"):
        act = partial(_propose, desk, reference, fields, costs)
        if form.attempt(act):
            turn(N_("The proposal is put forward."), id=proposal_id(reference), ny=None)


def may_change(desk: Desk, story: ProposalStory) -> bool:
    """Say whether to offer changing a proposal."""
    own = desk.may(Verb.EDIT_OWN_PROPOSAL) and story.proposal.owner_person == desk.person.id
    return own or desk.may(Verb.EDIT_ANY_PROPOSAL)


def _propose(desk: Desk, reference: str, fields: dict[str, object], costs: dict[int, str]) -> None:
    proposal = made(Proposal, {**fields, "id": proposal_id(reference), "reference": reference})
    propose(desk.database, proposal, costs=_read(costs), stamp=desk.stamp)


def change(desk: Desk, story: ProposalStory) -> None:
    """Draw the form for a proposal that is there, to those who may change it."""
    if not may_change(desk, story):
        st.info(desk.words("Only the project's owner and the secretariat may change this proposal."))
        return
    words, proposal = desk.words, story.proposal
    heading(desk, proposal.title)
    form = Form(desk, f"forslag.{proposal.id}", revision=proposal.revision)
    fields = _fields(desk, form, proposal)
    costs = _cost_fields(desk, form, dict(story.costs))
    form.give_up()
    if form.save(words("Save")):

        def act() -> None:
            changed = made(Proposal, {**proposal.model_dump(), **fields, "revision": form.seen})
            revise_proposal(desk.database, changed, costs=_read(costs), stamp=desk.stamp)

        if form.attempt(act):
            turn(N_("The proposal is saved."), id=proposal.id, endre=None)
    st.markdown(f"[{words('Back to the proposal')}](/forslag?id={proposal.id})")


def _fields(desk: Desk, form: Form, proposal: Proposal | None) -> dict[str, object]:
    words, parties, owners = desk.words, desk.ask(choices.bodies), desk.ask(choices.project_owners)
    now = proposal.model_dump() if proposal else {}
    named = {each.key: each for each in goals()}
    area_of = {each.key: each for each in areas()}
    return {
        "title": form.text("title", words("Title (required)"), now.get("title", "")),
        "owner_party": form.choice(
            "owner_party",
            words("Owner (required)"),
            list(parties),
            now.get("owner_party"),
            name=lambda each: parties[each],
        ),
        "owner_person": form.choice(
            "owner_person",
            words("Project owner"),
            list(owners),
            now.get("owner_person") or _oneself(desk),
            name=lambda each: owners[each],
        ),
        "summary": form.paragraph("summary", words("Summary"), now.get("summary", "")),
        "need": form.paragraph("need", words("Need"), now.get("need", "")),
        "solution": form.paragraph("solution", words("Solution"), now.get("solution", "")),
        "zero_alternative": form.paragraph(
            "zero_alternative", words("If nothing is done"), now.get("zero_alternative", "")
        ),
        "phase": form.choice("phase", words("Phase"), list(Phase), now.get("phase", Phase.IDEA)),
        "goals": form.several(
            "goals",
            words("Goals of the strategy"),
            list(named),
            now.get("goals", ()),
            name=lambda key: f"{words.put(area_of[named[key].area].name)}: {words.put(named[key].text)}",
        ),
        "partners": form.several(
            "partners",
            words("Partners"),
            list(parties),
            now.get("partners", ()),
            name=lambda each: parties[each],
        ),
        "statutory": form.text(
            "statutory",
            words("Statutory basis"),
            now.get("statutory", ""),
            help=words("Name the law or order if the project cannot be chosen away. Else leave it empty."),
        ),
    }


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


def _oneself(desk: Desk) -> str | None:
    return desk.person.id if Role.PROJECT_OWNER in desk.person.roles else None
