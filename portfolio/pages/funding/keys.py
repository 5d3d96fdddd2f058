"""The form of the sharing key: who shares a joint contribution from which day on, shown before anybody says yes."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeVar, cast

import streamlit as st

from portfolio.actions.funding.keys import share_by
from portfolio.funding.keys import ByInhabitants, Sharing
from portfolio.lookups.carrying import seal
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import NotFilledIn
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import drawn, heading
from portfolio.pages.desk.turning import turn
from portfolio.pages.funding import preview
from portfolio.pages.funding.sharers import Sharers, Who, members, sharers
from portfolio.periods import EARLIEST
from portfolio.reports.funding.preview import Preview
from portfolio.reports.funding.preview import preview as previewed
from portfolio.reports.funding.project import FundedProject, funded_project
from portfolio.reports.funding.shares import SharedBy

T = TypeVar("T")
Asked = Mapping[str, object]
DIFFERENT_NAMES = {"members": "chosen"}
"""Which of the form's fields an objection is about, where the key calls it something else."""


def show(desk: Desk, project: str) -> None:
    """Draw the form for who shares and for what the rule asks, then what it comes to, and the way to say yes."""
    words, answer, offered = desk.words, desk.ask(funded_project, project), desk.ask(sharers)
    key = answer.shared_by
    st.markdown(f"[{words('Back to the project')}](/finansiering?prosjekt={project})")
    heading(
        desk,
        words("Who shares the joint contribution"),
        Message(N_("Project: {title}"), {"title": answer.proposal.title}),
    )
    form = Form(desk, f"nokkel.{project}", revision=key.sharing.revision if key else 0)
    who, shared = members(desk, form, offered, key)
    chosen = {**_asked(desk, form, offered, key), "applies_from": _since(desk, form, answer)}
    reason = form.text("reason", words("Why it is changed (required)")) if key else ""
    if shared:
        st.caption(drawn(desk, _count(shared)))
    form.give_up()
    made = partial(_sharing, project, key, who, shared, chosen)
    looked, asked = f"vis.{project}", {"members": shared, **chosen}
    if form.save(words("Show the new shares")):
        shown = form.look(lambda: _by_field(lambda: desk.ask(previewed, made())))
        st.session_state[looked] = (asked, shown)
    then, shown = cast(tuple[Asked, Preview | None], st.session_state.get(looked, ({}, None)))
    if shown is not None and _still(asked, then):
        _agree(desk, form, shown, answer, reason)
    else:
        st.caption(words("Nothing is saved yet."))


def _agree(desk: Desk, form: Form, shown: Preview, answer: FundedProject, reason: str) -> None:
    """Draw what is shown and the way to say yes; where it holds no longer, what stands there now in its place."""
    keep = partial(share_by, desk.database, shown.sharing, seen=shown.seen, reason=reason, stamp=desk.stamp)
    again, place = desk.words("Keep what I wrote, and show the new shares"), st.empty()
    with place.container():
        preview.show(desk, shown)
        yes = st.button(desk.words("Yes, share it so"), type="primary")
    if not yes:
        return
    if form.attempt(lambda: _by_field(keep), look_again=again):
        turn(N_("It is saved who shares."), nokkel=None)
    elif desk.ask(seal, shown.sharing.proposal) != shown.seen:
        place.empty()
        for each in answer.keys[:1]:
            st.info(desk.words("Stands there now: {text}", text=_in_force(desk, each)))


def _in_force(desk: Desk, key: SharedBy) -> str:
    return " ".join(drawn(desk, each) for each in (key.since, key.told[0]))


def _since(desk: Desk, form: Form, answer: FundedProject) -> date | None:
    """Draw from which day the key is to apply, and return it; the first is not asked, since it applies to all."""
    if answer.free_from is None:
        return EARLIEST
    words, newest = desk.words, answer.keys[0].sharing.applies_from
    if answer.free_from == newest:
        st.info(
            words(
                "Nothing is paid by this key yet. Let the day stand to change it, or choose a later for one more."
            )
        )
    else:
        st.info(
            words("What is paid stays as it was shared. The new key applies to what is paid from its day on.")
        )
    start = newest if answer.free_from == newest else max(answer.free_from, desk.today)
    return form.day("applies_from", words("Applies to payments from (required)"), start)


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


def _sharing(
    project: str,
    key: SharedBy | None,
    who: Who | None,
    members: tuple[str, ...],
    chosen: Mapping[str, object],
) -> Sharing:
    """Return the key that is asked for: what the form does not ask for, the rule among it, stays as it was."""
    _filled(who, members, chosen)
    new = {"id": f"fordeling:{project}", "proposal": project}
    return Sharing.model_validate({**(dict(key.sharing) if key else new), "members": members, **chosen})


def _still(asked: Asked, then: Asked) -> bool:
    """Say whether the form asks for what is shown. A day that was not asked for then is no other day now."""
    return all(asked.get(field) == value for field, value in then.items() if value != EARLIEST)


def _by_field(act: Callable[[], T]) -> T:
    """Let a refusal stand by the field of the form."""
    try:
        return act()
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
