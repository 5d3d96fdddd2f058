"""The form of the sharing key: who shares a joint contribution, and what else its rule asks for."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from portfolio.actions.funding.keys import share_by
from portfolio.funding.keys import ByInhabitants, Sharing
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import NotFilledIn
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import drawn, heading
from portfolio.pages.desk.turning import turn
from portfolio.pages.funding.sharers import Sharers, Who, members, sharers
from portfolio.reports.funding.project import funded_project
from portfolio.reports.funding.shares import SharedBy

DIFFERENT_NAMES = {"members": "chosen"}
"""Which of the form's fields an objection is about, where the key calls it something else."""


def show(desk: Desk, project: str) -> None:
    """Draw the form for who shares, and for what the rule asks."""
    words, answer, offered = desk.words, desk.ask(funded_project, project), desk.ask(sharers)
    key = answer.shared_by
    st.markdown(f"[{words('Back to the project')}](/finansiering?prosjekt={project})")
    heading(
        desk,
        words("Who shares the joint contribution"),
        Message(N_("Project: {title}"), {"title": answer.proposal.title}),
    )
    if answer.joint:
        st.warning(
            words(
                "A change divides everything anew that the municipalities give together, also what is paid."
            )
        )
    form = Form(desk, f"nokkel.{project}", revision=key.sharing.revision if key else 0)
    who, shared = members(desk, form, offered, key)
    chosen = _asked(desk, form, offered, key)
    if shared:
        st.caption(drawn(desk, _count(shared)))
    form.give_up()
    if form.save(words("Save")) and form.attempt(
        lambda: _keep(desk, project, key, who, shared, chosen, revision=form.seen)
    ):
        turn(N_("It is saved who shares."), nokkel=None)


def _asked(desk: Desk, form: Form, offered: Sharers, key: SharedBy | None) -> Mapping[str, object]:
    """Draw what the rule asks for, and return what is chosen."""
    rule = key.sharing.rule if key else ByInhabitants()
    drawers = {"on": _day}
    return {
        field: drawers[field](desk, form, desk.words(label), offered, key)
        for field, label in rule.asked.items()
    }


def _day(desk: Desk, form: Form, label: str, offered: Sharers, key: SharedBy | None) -> date | None:
    chosen = form.choice(
        "on",
        label,
        [day.isoformat() for day in offered.days],
        key.sharing.on.isoformat() if key else None,
        name=lambda day: desk.words.day(date.fromisoformat(day)),
    )
    return None if chosen is None else date.fromisoformat(chosen)


def _count(members: Sequence[str]) -> Message:
    return Message(
        N_("{count} municipality shares."),
        {"count": len(members)},
        plural=N_("{count} municipalities share."),
    )


def _keep(
    desk: Desk,
    project: str,
    key: SharedBy | None,
    who: Who | None,
    members: tuple[str, ...],
    chosen: Mapping[str, object],
    *,
    revision: int,
) -> None:
    """Keep the key: what the form does not ask for, the rule among it, stays as it was."""
    _filled(who, members, chosen)
    new = {"id": f"fordeling:{project}", "proposal": project}
    said = {"members": members, "revision": revision, **chosen}
    sharing = Sharing.model_validate({**(dict(key.sharing) if key else new), **said})
    try:
        share_by(desk.database, sharing, stamp=desk.stamp)
    except Objection as objection:
        objection.about = DIFFERENT_NAMES.get(objection.about, objection.about)
        raise


def _filled(who: Who | None, members: tuple[str, ...], chosen: Mapping[str, object]) -> None:
    """Refuse a key that lacks those who share, or something that its rule asks for."""
    who_lacks = {Who.COUNTIES: "counties", Who.CHOSEN: "chosen"}.get(who or Who.EVERYBODY, "who")
    lacking = [] if members else [who_lacks]
    lacking += [field for field, value in chosen.items() if value is None]
    if lacking:
        raise NotFilledIn(N_("Fill this in."), about=lacking[0])
