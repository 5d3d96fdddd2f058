"""Adding a benefit, and changing one: the fields, and what is wrong with them said beside each."""

from decimal import Decimal
from typing import Any

import streamlit as st

from portfolio.actions.realising.benefits import add_benefit, keep_benefit
from portfolio.lookups.choices import benefit_projects
from portfolio.messages import N_, Message
from portfolio.numerals import NotANumber, read_number
from portfolio.objections import Objection, Objections, raise_any
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import NotFilledIn, made
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import drawn, heading
from portfolio.pages.desk.turning import turn
from portfolio.pages.realising.benefit_fields import Filled, Typed, fields, filled
from portfolio.realising.benefits import Benefit
from portfolio.realising.keepers import CHANGED_BY, may_agree, may_change
from portfolio.reports.realising.benefit import benefit_story


def add(desk: Desk) -> None:
    """Show an empty form, and add what it makes."""
    words = desk.words
    st.markdown(f"[{words('All benefits')}](/gevinster)")
    heading(
        desk,
        words("Add a benefit"),
        N_("Say what gets better, for whom, how it is measured, and from where to where."),
    )
    form = Form(desk, "gevinst.ny")
    listed = desk.ask(benefit_projects, desk.person)
    proposal = form.choice("proposal", words("Project (required)"), list(listed), name=listed.__getitem__)
    typed = fields(desk, form, Filled(proposal="", owner=desk.person.id)) | {"proposal": proposal}
    form.give_up()
    if not form.save(words("Save")):
        return
    added: list[Benefit] = []

    def act() -> None:
        added.append(add_benefit(desk.database, _benefit(typed, id="gevinst:ny"), stamp=desk.stamp))

    if form.attempt(act):
        turn(N_("The benefit is saved."), id=added[0].id, ny=None)


def change(desk: Desk, id: str) -> None:
    """Show the form with a benefit in it, and keep what it is changed to."""
    words, story = desk.words, desk.ask(benefit_story, id, on=desk.today)
    benefit = story.benefit
    st.markdown(f"[{words('Back to the benefit')}](/gevinster?id={benefit.id})")
    heading(desk, benefit.title, example=benefit.example)
    if not may_change(desk.person, benefit, story.project):
        st.info(words(CHANGED_BY))
        return
    if story.bound and not may_agree(desk.person, story.project):
        st.info(drawn(desk, _asked_first(story.project_owner)))
    form = Form(desk, f"gevinst.{benefit.id}", revision=benefit.revision)
    typed = fields(desk, form, filled(benefit, words)) | {"proposal": benefit.proposal}
    reason = _reason(desk, form)
    form.give_up()
    if not form.save(words("Save")):
        return

    def act() -> None:
        changed = _benefit(typed, id=benefit.id, revision=form.seen, example=benefit.example)
        keep_benefit(desk.database, changed, reason=reason, stamp=desk.stamp)

    if form.attempt(act):
        turn(N_("The benefit is saved."), id=benefit.id, endre=None)


def _asked_first(owner: str) -> Message:
    """Return what the benefit's owner is to know before anything is typed; `owner` is the project's, by name."""
    if not owner:
        return Message(
            N_(
                "Something is reported or owed already. Alone you may change only the source of the benefit. Ask the secretariat to change the rest."
            )
        )
    said = N_(
        "Something is reported or owed already. Alone you may change only the source of the benefit. Ask the project owner, {who}, or the secretariat to change the rest."
    )
    return Message(said, {"who": owner})


def _reason(desk: Desk, form: Form) -> str:
    words = desk.words
    st.header(words("Why it is changed"), anchor=False)
    st.markdown(
        words(
            "Write it where you hand the benefit over, or once something is reported or owed and you change anything but the source of the benefit. What stood before, and why it was changed, stay on the page of the benefit."
        )
    )
    return form.paragraph("reason", words("Reason"), "")


def _benefit(typed: Typed, **known: object) -> Benefit:
    """Return the benefit that the fields make.

    Raises:
        Objections: all that is wrong, each about its field.
    """
    faults: list[Objection] = []
    baseline, target = _baseline(typed, faults), _target(typed, faults)
    if baseline and target and target["on"] <= baseline["on"]:
        faults.append(
            NotFilledIn(N_("The target day must come after the day of the baseline."), about="target_on")
        )
    nested = {"baseline": baseline, "target": target}
    plain = {key: each for key, each in typed.items() if not key.startswith(("baseline_", "target_"))}
    try:
        benefit = made(Benefit, {**plain, **nested, **known})
    except Objections as wrong:
        raise_any([*faults, *(each for each in wrong.listed if each.about not in {"", *nested})])
        raise
    raise_any(faults)
    return benefit


def _baseline(typed: Typed, faults: list[Objection]) -> dict[str, Any] | None:
    value, on = _number(typed, "baseline_value", faults), typed["baseline_on"]
    if not typed["baseline_value"] and not on:
        return None
    faults += _empty(typed, "baseline_value", "baseline_on")
    if value is None or on is None:
        return None
    return {
        "value": value,
        "on": on,
        "method": typed["baseline_method"],
        "source": typed["baseline_source"],
    }


def _target(typed: Typed, faults: list[Objection]) -> dict[str, Any] | None:
    faults += _empty(typed, "target_value", "target_on")
    value, on = _number(typed, "target_value", faults), typed["target_on"]
    return None if value is None or on is None else {"value": value, "on": on}


def _empty(typed: Typed, *fields: str) -> list[Objection]:
    return [NotFilledIn(N_("Fill this in."), about=field) for field in fields if not typed[field]]


def _number(typed: Typed, field: str, faults: list[Objection]) -> Decimal | None:
    try:
        return read_number(str(typed[field])) if typed[field] else None
    except NotANumber as wrong:
        wrong.about = field
        faults.append(wrong)
        return None
