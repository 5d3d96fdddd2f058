"""The proposals: find one, read it whole, put one forward, change one."""

from functools import partial

import streamlit as st

from portfolio.actions.proposing import propose, revise_proposal
from portfolio.catalogue.strategy import areas, goals
from portfolio.intake import proposal_id
from portfolio.messages import N_
from portfolio.money import Money, read_amount
from portfolio.objections import Objection
from portfolio.pages.desk import Desk
from portfolio.pages.forms import Form, made
from portfolio.pages.tables import Column, table, turner
from portfolio.pages.texts import facts, heading, link, paragraphs, plain, said, say
from portfolio.parties import Party
from portfolio.people import Person, Role, Verb
from portfolio.proposals import Phase, Proposal
from portfolio.reports.proposals import (
    ProposalPage,
    ProposalRow,
    ProposalStory,
    proposal_story,
    proposals,
)
from portfolio.store.database import Reading

YEARS_SHOWN = 4
"""How many budget years the cost plan of a proposal asks for."""


def show(desk: Desk) -> None:
    """Show one proposal where the address names one, a form where it asks for it, else the list."""
    said(desk)
    chosen = st.query_params.get("id")
    if st.query_params.get("ny") is not None:
        _new(desk)
    elif chosen and st.query_params.get("endre") is not None:
        _change(desk, desk.ask(proposal_story, chosen, on=desk.today))
    elif chosen:
        _one(desk, chosen)
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
    if desk.may(Verb.EDIT_ANY_PROPOSAL) or desk.may(Verb.EDIT_OWN_PROPOSAL):
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
    mine = Role.PROJECT_OWNER in desk.person.roles and right.checkbox(words("Only mine"), key="mine")
    return search or "", phase, desk.person.id if mine else None


def _columns(desk: Desk) -> list[Column[ProposalRow]]:
    words = desk.words
    return [
        Column(words("Title"), markdown=lambda row: link(row.title, "forslag", id=row.id)),
        Column(words("Reference"), text=lambda row: row.reference),
        Column(words("Owner"), text=lambda row: row.owner),
        Column(words("Phase"), text=lambda row: words.name(row.phase)),
        Column(words("Statutory"), text=lambda row: words("Yes") if row.statutory else ""),
        Column(words("Cost, all years"), number=lambda row: words.kroner(row.cost)),
    ]


def _one(desk: Desk, id: str) -> None:
    words, story = desk.words, desk.ask(proposal_story, id, on=desk.today)
    proposal = story.proposal
    st.markdown(f"[{words('All proposals')}](/forslag)")
    heading(desk, proposal.title, example=proposal.example)
    facts(
        [
            (words("Reference"), proposal.reference),
            (words("Owner"), story.owner),
            (words("Project owner"), story.owner_person),
            (words("Partners"), ", ".join(story.partners)),
            (words("Phase"), words.name(proposal.phase)),
            (words("Statutory"), proposal.statutory),
            (words("Source"), proposal.source),
        ]
    )
    for label, text in _texts(desk, proposal):
        if text:
            st.subheader(label, anchor=False)
            paragraphs(text)
    _goals(desk, proposal)
    _money(desk, story)
    _in_rounds(desk, story)
    _benefits(desk, story)
    _lacking(desk, story)


def _texts(desk: Desk, proposal: Proposal) -> list[tuple[str, str]]:
    words = desk.words
    return [
        (words("Summary"), proposal.summary),
        (words("Need"), proposal.need),
        (words("Solution"), proposal.solution),
        (words("If nothing is done"), proposal.zero_alternative),
    ]


def _goals(desk: Desk, proposal: Proposal) -> None:
    named = [each for each in goals() if each.key in proposal.goals]
    if named:
        st.subheader(desk.words("Goals of the strategy"), anchor=False)
        st.markdown("\n".join(f"- {plain(desk.words.put(each.text))}" for each in named))


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
            Column(words("Lacking"), number=lambda row: words.kroner(row.gap)),
        ],
        alt=words("Cost and funding by year"),
    )
    st.markdown(f"[{words('See who pays')}](/finansiering?prosjekt={story.proposal.id})")


def _in_rounds(desk: Desk, story: ProposalStory) -> None:
    words = desk.words
    for each in story.rounds:
        st.subheader(plain(each.round.title), anchor=False)
        word, decision = each.recommendation, each.decision
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
            Column(words("Benefit"), markdown=lambda row: link(row.title, "gevinster", id=row.id)),
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


def _lacking(desk: Desk, story: ProposalStory) -> None:
    mine = story.proposal.owner_person == desk.person.id
    if not (desk.may(Verb.EDIT_ANY_PROPOSAL) or (mine and desk.may(Verb.EDIT_OWN_PROPOSAL))):
        return
    if story.lacks:
        st.subheader(desk.words("Missing before it can be assessed"), anchor=False)
        st.markdown("\n".join(f"- {desk.words(each.message)}" for each in story.lacks))
    st.markdown(f"[{desk.words('Change this proposal')}](/forslag?id={story.proposal.id}&endre)")


def _new(desk: Desk) -> None:
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
        act = partial(_propose, desk, form, reference, fields, costs)
        if form.attempt(act):
            say(N_("The proposal is put forward."))


def _propose(
    desk: Desk, form: Form, reference: str, fields: dict[str, object], costs: dict[int, str]
) -> None:
    proposal = made(Proposal, {**fields, "id": proposal_id(reference), "reference": reference})
    propose(desk.database, proposal, costs=_read(costs), stamp=desk.stamp)


def _change(desk: Desk, story: ProposalStory) -> None:
    words, proposal = desk.words, story.proposal
    heading(desk, proposal.title)
    form = Form(desk, f"forslag.{proposal.id}", revision=proposal.revision)
    fields = _fields(desk, form, proposal)
    costs = _cost_fields(desk, form, {year: amount for year, amount in story.costs.items()})
    form.give_up()
    if st.button(words("Save"), type="primary"):

        def act() -> None:
            changed = made(Proposal, {**proposal.model_dump(), **fields, "revision": form.seen})
            revise_proposal(desk.database, changed, costs=_read(costs), stamp=desk.stamp)

        if form.attempt(act):
            say(N_("The proposal is saved."))
    st.markdown(f"[{words('Back to the proposal')}](/forslag?id={proposal.id})")


def _fields(desk: Desk, form: Form, proposal: Proposal | None) -> dict[str, object]:
    words, parties, owners = desk.words, desk.ask(_parties), desk.ask(_owners)
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
            now.get("owner_person") or desk.person.id,
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


def _read(costs: dict[int, str]) -> dict[int, Money]:
    amounts = {}
    for year, text in costs.items():
        try:
            amounts[year] = read_amount(text) if text.strip() else Money(0)
        except Objection as objection:
            objection.about = f"cost.{year}"
            raise
    return amounts


def _parties(reading: Reading) -> dict[str, str]:
    return {
        each.id: f"{each.number} {each.name}".strip() if each.number else each.name
        for each in reading.all(Party)
        if each.id != "kommunene"
    }


def _owners(reading: Reading) -> dict[str, str]:
    return {each.id: each.name for each in reading.all(Person) if each.active}
