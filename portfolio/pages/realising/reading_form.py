"""The form of one period: the save that loses nothing, and what it came to."""

from functools import partial

import streamlit as st

from portfolio.actions.realising.readings import AlreadyReported, FarOutside, report
from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.turning import turn
from portfolio.pages.realising.reading_fields import TypedReading, confirmed, fields
from portfolio.reports.realising.benefit import BenefitStory, benefit_story
from portfolio.reports.realising.reading import ToReport
from portfolio.reports.realising.readings import DueRow
from portfolio.words import Words

PREFIX = "måling:"
"""What the name of every form of a reading begins with, so that drafts of readings can be told from others."""


def form_of(benefit: str, period: str) -> str:
    """Return the name of the form for a period of a benefit, which its draft is kept under."""
    return f"{PREFIX}{benefit}|{period}"


def place_of(form: str) -> tuple[str, str]:
    """Return the benefit and the period that the form with this name is for.

    >>> place_of(form_of("gevinst:2026-002-1", "2026-q3"))
    ('gevinst:2026-002-1', '2026-q3')
    """
    benefit, _, period = form.removeprefix(PREFIX).rpartition("|")
    return benefit, period


def fill_in(desk: Desk, asked: ToReport) -> None:
    """Draw the form; save it, say how far the benefit has come, and go to the next."""
    form = Form(desk, form_of(asked.benefit.id, asked.due.period.key))
    there = asked.there.id if asked.there else None
    seen = st.session_state.setdefault(f"{form.name}.seen", there)
    typed, place = fields(desk, form, asked)
    doubted = bool(typed.value) and st.session_state.get(f"{form.name}.far") == typed.value
    sure = doubted and confirmed(desk, form, typed.value, place)
    name = desk.words("Save the correction") if there else desk.words("Save and go to the next")
    saves = st.button(name, type="primary", key=f"{form.name}.save")
    form.give_up()
    if not saves:
        return
    if form.attempt(partial(_save, desk, form, asked, typed, corrects=seen, sure=sure)):
        _go_on(desk, form, asked)
    if not doubted and st.session_state.get(f"{form.name}.far") == typed.value:
        confirmed(desk, form, typed.value, place)


def _save(
    desk: Desk, form: Form, asked: ToReport, typed: TypedReading, *, corrects: str | None, sure: bool
) -> None:
    """Report what was typed; remember what a second try is to correct, or is to be sure of."""
    try:
        report(
            desk.database,
            asked.benefit.id,
            period=asked.due.period,
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


def _go_on(desk: Desk, form: Form, asked: ToReport) -> None:
    """Say how far the benefit has come, and go to what is due next: one's own, or the same owner's."""
    for each in ("seen", "far"):
        st.session_state.pop(f"{form.name}.{each}", None)
    story = desk.ask(benefit_story, asked.benefit.id, on=desk.today)
    others = asked.benefit.owner != desk.person.id and story.due
    turn(
        _come(story, asked.due, desk.words),
        gevinst=asked.benefit.id if others else None,
        periode=story.due[0].period.key if others else None,
    )


def _come(story: BenefitStory, due: DueRow, words: Words) -> Message:
    facts = {"title": due.title, "period": due.period}
    row = story.reading(due.period)
    if row is None or row.value is None:
        return Message(N_("Saved: «{title}» was not measured for {period}."), facts)
    if row.attainment is None:
        return Message(N_("Saved: «{title}» for {period}. {why}"), {**facts, "why": story.row.note})
    return Message(
        N_("Saved: «{title}» for {period}. It has come {part} of the way from the baseline to the target."),
        {**facts, "part": words.percent(row.attainment)},
    )
