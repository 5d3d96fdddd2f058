"""Where the secretariat makes a round, or changes what is in it."""

from collections.abc import Mapping

import streamlit as st

from portfolio.actions.prioritising.rounds import begin_round, keep_round
from portfolio.catalogue.methods import methods
from portfolio.lookups import choices
from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import made
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import heading
from portfolio.pages.desk.turning import turn
from portfolio.pages.prioritising.standings import stands_now
from portfolio.prioritising.rounds import UNCHANGEABLE, Round
from portfolio.proposals.proposal import Phase
from portfolio.reports.prioritising.rounds import contents

NAMES: Mapping[bool, str] = {False: N_("Shown without names"), True: N_("Shown with names")}
"""Whether names stand with the reasons, as it is chosen."""


def new(desk: Desk) -> None:
    """Show an empty round to fill in."""
    words = desk.words
    st.markdown(f"[{words('All rounds')}](/kontroll)")
    heading(
        desk, words("Make a round"), N_("The members see nothing until you have opened it for assessment.")
    )
    form = Form(desk, "runde.ny")
    fields = _fields(desk, form, None)
    form.give_up()
    if not st.button(words("Make the round"), type="primary"):
        return
    kept: list[Round] = []
    if form.attempt(lambda: kept.append(_begin(desk, fields))):
        turn(N_("The round is made. Check the requirements of each proposal now."), runde=kept[0].id, ny=None)


def change(desk: Desk, id: str) -> None:
    """Show what is in a round, to be changed."""
    words, round_ = desk.words, desk.ask(contents, id, viewer=desk.person)
    st.markdown(f"[{words('Back to the round')}](/kontroll?runde={id})")
    heading(desk, round_.title)
    if not round_.open_for_gates:
        st.info(words(UNCHANGEABLE))
        return
    form = Form(desk, f"runde.{id}", revision=round_.revision)
    fields = _fields(desk, form, round_)
    form.give_up()
    if form.save(words("Save")) and _keep(desk, form, round_, fields):
        turn(N_("The round is saved."), endre=None)


def _begin(desk: Desk, fields: Mapping[str, object]) -> Round:
    proposals, members = fields["proposals"], fields["members"]
    return begin_round(
        desk.database,
        title=str(fields["title"]),
        method=str(fields["method"] or ""),
        proposals=proposals if isinstance(proposals, tuple) else (),
        members=members if isinstance(members, tuple) else (),
        names_shown=bool(fields["names_shown"]),
        stamp=desk.stamp,
    )


def _keep(desk: Desk, form: Form, round_: Round, fields: Mapping[str, object]) -> bool:
    def act() -> None:
        changed = made(Round, {**round_.model_dump(), **fields, "revision": form.seen})
        keep_round(desk.database, changed, stamp=desk.stamp)

    return form.attempt(act)


def _fields(desk: Desk, form: Form, round_: Round | None) -> dict[str, object]:
    words = desk.words
    listed, seats = desk.ask(choices.for_round, round_), desk.ask(choices.members)
    return {
        "title": form.text(
            "title",
            words("Title (required)"),
            round_.title if round_ else "",
            help=words("For example: Spring 2027"),
        ),
        "method": _method(desk, form, round_),
        "proposals": form.several(
            "proposals",
            words("Proposals (required)"),
            list(listed),
            round_.proposals if round_ else (),
            name=lambda each: _offered(desk, *listed[each]),
        ),
        "members": form.several(
            "members",
            words("Members (required)"),
            list(seats),
            round_.members if round_ else tuple(seats),
            name=lambda each: seats.get(each, each),
        ),
        "names_shown": form.steps(
            "names_shown",
            words("The members' reasons, when the assessment is over (required)"),
            [False, True],
            round_.names_shown if round_ else False,
            name=lambda shown: words(NAMES[bool(shown)]),
        ),
    }


def _offered(desk: Desk, title: str, phase: Phase) -> str:
    """Return a proposal as it is chosen; one that is stopped, and in the round still, is marked as what it is."""
    return f"{title} ({stands_now(desk, phase)})" if phase is Phase.STOPPED else title


def _method(desk: Desk, form: Form, round_: Round | None) -> str | None:
    words, known = desk.words, methods()
    return form.choice(
        "method",
        words("Method (required)"),
        list(known),
        round_.method if round_ else None,
        name=lambda id: f"{words.put(known[id].name)} {known[id].version}",
    )
