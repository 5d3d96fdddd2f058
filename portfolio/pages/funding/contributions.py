"""The forms of the contributions: enter a new one, take an amount onward."""

from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from portfolio.actions.funding.contributions import advance_amount, contribute
from portfolio.funding.ledger import Place
from portfolio.funding.stages import BEGINS, ONWARD, Stage
from portfolio.lookups.beyond import BeyondCost
from portfolio.lookups.choices import payers
from portfolio.messages import N_, Message
from portfolio.money import Money, read_amount
from portfolio.objections import Objection, raise_any
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import NotFilledIn
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import drawn, facts, heading, plain
from portfolio.pages.desk.turning import asked, turn
from portfolio.pages.funding import ledger
from portfolio.pages.funding.figures import written
from portfolio.parties import JOINT, label
from portfolio.reports.funding.contributions import Contribution
from portfolio.reports.funding.project import FundedProject, funded_project

YEARS_AHEAD = 6
"""How many years from this one a contribution may be entered for, besides those the project has."""
LOOK_AGAIN = N_("Keep what I wrote, and look at it again")


def wanted() -> bool:
    """Say whether the address asks for one of the forms."""
    return any(asked(name) is not None for name in ("ny", "flytt", "rett"))


def show(desk: Desk, project: str) -> None:
    """Draw the form that the address asks for."""
    answer, entry = desk.ask(funded_project, project), asked("rett")
    st.markdown(f"[{desk.words('Back to the project')}](/finansiering?prosjekt={project})")
    if asked("flytt") is not None:
        _onward(desk, answer, _contribution(answer, asked("flytt") or ""))
    elif entry is not None:
        ledger.correcting(desk, answer, answer.posting(entry))
    else:
        _new(desk, answer)


def _new(desk: Desk, answer: FundedProject) -> None:
    words, parties = desk.words, desk.ask(payers)
    heading(
        desk, words("Enter a contribution"), Message(N_("Project: {title}"), {"title": answer.proposal.title})
    )
    form = Form(desk, f"bidrag.{answer.proposal.id}", revision=answer.seq)
    party = form.choice(
        "party",
        words("Who contributes (required)"),
        list(parties),
        name=parties.__getitem__,
        help=words("Type a name or number to find it. «Kommunene sammen» is shared by the sharing key."),
    )
    year = form.choice("year", words("Budget year (required)"), _years(desk, answer), name=str)
    amount = form.text("amount", words("Amount in kroner (required)"))
    doubt = st.container()
    stage = form.steps(
        "stage",
        words("How far it has come (required)"),
        list(BEGINS),
        horizontal=True,
    )
    on = form.day("on", words("Date of the letter or agreement"), desk.today)
    note = form.text("note", words("Remark"))
    form.give_up()
    if party == JOINT and answer.shared_by is None:
        st.markdown(
            f"[{words('Say who shares the joint contribution')}]"
            f"(/finansiering?prosjekt={answer.proposal.id}&nokkel)"
        )
    asked_of = _doubted(form, amount)
    sure = asked_of and _confirmed(desk, form, amount, doubt)

    def act() -> None:
        _filled(party=party, year=year, amount=amount, stage=stage)
        place = Place(answer.proposal.id, str(party), int(year or 0))
        contribute(
            desk.database,
            place,
            read(amount),
            stage=stage or Stage.APPLIED,
            on=on or desk.today,
            note=note,
            seen=form.seen,
            sure=sure,
            stamp=desk.stamp,
        )

    if not st.button(words("Enter it"), type="primary"):
        return
    if form.attempt(partial(_doubting, form, amount, act), look_again=words(LOOK_AGAIN)):
        turn(N_("The contribution is entered."), ny=None)
    if not asked_of and _doubted(form, amount):
        _confirmed(desk, form, amount, doubt)


def _doubted(form: Form, amount: str) -> bool:
    """Say whether this amount was found to take the project beyond its cost."""
    return bool(amount) and st.session_state.get(f"{form.name}.beyond") == amount


def _doubting(form: Form, amount: str, act: Callable[[], None]) -> None:
    """Enter it, and remember which amount is to be confirmed where it goes beyond the cost."""
    try:
        act()
    except BeyondCost:
        st.session_state[f"{form.name}.beyond"] = amount
        raise
    st.session_state.pop(f"{form.name}.beyond", None)


def _confirmed(desk: Desk, form: Form, amount: str, place: DeltaGenerator) -> bool:
    """Draw the question whether an amount beyond the cost is right, and return the answer."""
    label = desk.words("Yes, {amount} is right", amount=plain(amount))
    return place.checkbox(label, key=f"{form.name}.sure.{amount}")


def _onward(desk: Desk, answer: FundedProject, given: Contribution | None) -> None:
    words = desk.words
    heading(
        desk,
        words("Take an amount onward"),
        Message(N_("Project: {title}"), {"title": answer.proposal.title}),
    )
    if given is None or not given.movable:
        st.info(words("Nothing stands here that can go onward. Somebody may have taken it already."))
        return
    place = given.place
    facts([(words("Party"), label(given.party)), (words("Budget year"), str(place.year))])
    from_ = st.radio(
        words("Where the amount stands now"),
        given.movable,
        format_func=lambda each: plain(f"{words.name(each)}: {words.kroner(given.at[each])}"),
        key=f"fra.{place.year}.{place.party}",
    )
    form = Form(desk, f"flytt.{place.proposal}.{place.year}.{place.party}.{from_}", revision=answer.seq)
    to = form.steps("to", words("Where it goes (required)"), list(ONWARD[from_]), horizontal=True)
    amount = form.text(
        "amount",
        words("Amount in kroner (required)"),
        written(desk, given.at[from_]),
        help=words("All that stands there. Write less to take only a part of it."),
    )
    on = form.day("on", words("Date of the letter or agreement"), desk.today)
    note = form.text(
        "note", words("Remark"), help=words("For example the number of the letter or agreement.")
    )
    otherwise = answer.shared_otherwise(place.year, on=on or desk.today)
    if place.party == JOINT and to is Stage.PAID and otherwise:
        st.warning(drawn(desk, otherwise))
    form.give_up()

    def act() -> None:
        _filled(to=to, amount=amount)
        advance_amount(
            desk.database,
            place,
            read(amount),
            from_=from_,
            to=to or from_,
            on=on or desk.today,
            note=note,
            seen=form.seen,
            stamp=desk.stamp,
        )

    if st.button(words("Take onward"), type="primary") and form.attempt(act, look_again=words(LOOK_AGAIN)):
        turn(N_("The amount is taken onward."), flytt=None)


def read(amount: str) -> Money:
    """Read the amount, and let a refusal stand by its field."""
    try:
        return read_amount(amount)
    except Objection as objection:
        objection.about = "amount"
        raise


def _filled(**fields: object) -> None:
    raise_any(
        [
            NotFilledIn(N_("Fill this in."), about=name)
            for name, value in fields.items()
            if value is None or not str(value).strip()
        ]
    )


def _contribution(answer: FundedProject, where: str) -> Contribution | None:
    year, _, party = where.partition(".")
    return answer.contribution(party, int(year)) if year.isdecimal() else None


def _years(desk: Desk, answer: FundedProject) -> list[int]:
    return sorted({*answer.years, *range(desk.today.year, desk.today.year + YEARS_AHEAD)})
