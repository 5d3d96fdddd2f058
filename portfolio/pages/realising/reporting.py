"""The form of one period: the value, how it is known, the save that loses nothing, and what it came to."""

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from portfolio.actions.realising.readings import AlreadyReported, FarOutside, report
from portfolio.messages import N_, Message
from portfolio.numerals import NotANumber, read_number
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import NotFilledIn
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import plain
from portfolio.pages.desk.turning import turn
from portfolio.realising.readings import Certainty
from portfolio.reports.realising.benefit import BenefitStory, benefit_story
from portfolio.reports.realising.readings import Owed, ToMeasure
from portfolio.words import Words


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form: the value as it was typed, how it came about, and the comment."""

    value: str
    certainty: Certainty | None
    comment: str

    def read_value(self) -> Decimal | None:
        """Return the value, None where nothing is typed.

        Raises:
            NotANumber: what is typed is not a number.
        """
        try:
            return read_number(self.value) if self.value else None
        except NotANumber as wrong:
            wrong.about = "value"
            raise

    def read_certainty(self) -> Certainty:
        """Return how the value came about.

        Raises:
            NotFilledIn: nothing is chosen.
        """
        if self.certainty is None:
            raise NotFilledIn(N_("Choose how you know the value."), about="certainty")
        return self.certainty


def fill_in(desk: Desk, asked: ToMeasure) -> None:
    """Draw the form; save it, say how far the benefit has come, and go to the next."""
    form = Form(desk, f"måling:{asked.benefit.id}|{asked.owed.period.key}")
    there = asked.there.id if asked.there else None
    seen = st.session_state.setdefault(f"{form.name}.seen", there)
    typed, place = _fields(desk, form, asked)
    doubted = bool(typed.value) and st.session_state.get(f"{form.name}.far") == typed.value
    sure = doubted and _confirmed(desk, form, typed.value, place)
    name = desk.words("Save the correction") if there else desk.words("Save and go to the next")
    saves = st.button(name, type="primary", key=f"{form.name}.save")
    form.give_up()
    if not saves:
        return
    if form.attempt(partial(_save, desk, form, asked, typed, corrects=seen, sure=sure)):
        _go_on(desk, form, asked)
    if not doubted and st.session_state.get(f"{form.name}.far") == typed.value:
        _confirmed(desk, form, typed.value, place)


def _fields(desk: Desk, form: Form, asked: ToMeasure) -> tuple[Typed, DeltaGenerator]:
    words, there = desk.words, asked.there
    stands = words.number(there.value) if there and there.value is not None else ""
    value = form.text("value", words("Value in {unit}", unit=plain(asked.benefit.unit)), stands)
    place = st.container()
    certainty = form.steps(
        "certainty",
        words("How do you know? (required)"),
        list(Certainty),
        there.certainty if there else None,
        name=words.name,
        horizontal=True,
    )
    missing = certainty is Certainty.NOT_MEASURED
    label = words("Why was it not measured? (required)") if missing else words("Comment")
    comment = form.paragraph("comment", label, there.comment if there else "")
    return Typed(value.strip(), certainty, comment), place


def _confirmed(desk: Desk, form: Form, value: str, place: DeltaGenerator) -> bool:
    """Draw the question whether a value far outside the earlier ones is right, and return the answer."""
    label = desk.words("Yes, {value} is right", value=plain(value))
    return place.checkbox(label, key=f"{form.name}.sure.{value}")


def _save(
    desk: Desk, form: Form, asked: ToMeasure, typed: Typed, *, corrects: str | None, sure: bool
) -> None:
    """Report what was typed; remember what a second try is to correct, or is to be sure of."""
    try:
        report(
            desk.database,
            asked.benefit.id,
            period=asked.owed.period,
            certainty=typed.read_certainty(),
            value=typed.read_value(),
            comment=typed.comment,
            corrects=corrects,
            sure=sure,
            on=desk.today,
            stamp=desk.stamp,
        )
    except AlreadyReported as reported:
        st.session_state[f"{form.name}.seen"] = reported.there.id
        raise
    except FarOutside:
        st.session_state[f"{form.name}.far"] = typed.value
        raise


def _go_on(desk: Desk, form: Form, asked: ToMeasure) -> None:
    """Say how far the benefit has come, and go to what is due next: one's own, or the same owner's."""
    for each in ("seen", "far"):
        st.session_state.pop(f"{form.name}.{each}", None)
    story = desk.ask(benefit_story, asked.benefit.id, on=desk.today)
    others = asked.benefit.owner != desk.person.id and story.due
    turn(
        _come(story, asked.owed, desk.words),
        gevinst=asked.benefit.id if others else None,
        periode=story.due[0].period.key if others else None,
    )


def _come(story: BenefitStory, owed: Owed, words: Words) -> Message:
    facts = {"title": owed.title, "period": owed.period}
    row = story.reading(owed.period)
    if row is None or row.value is None:
        return Message(N_("Saved: «{title}» was not measured for {period}."), facts)
    if row.attainment is None:
        return Message(N_("Saved: «{title}» for {period}. {why}"), {**facts, "why": story.row.note})
    return Message(
        N_("Saved: «{title}» for {period}. It has come {part} of the way from the baseline to the target."),
        {**facts, "part": words.percent(row.attainment)},
    )
