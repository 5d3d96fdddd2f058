"""What a benefit owes, and what it is let off: seen by all, and let go of or asked for again by those who may."""

from functools import partial

import streamlit as st

from portfolio.actions.realising.releases import owe_again, release
from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.lines import Line
from portfolio.pages.desk.tables import Column, table
from portfolio.pages.desk.texts import say
from portfolio.pages.realising.reading import report_link, waiting
from portfolio.realising.keepers import may_agree, may_report
from portfolio.reports.realising.benefit import BenefitStory
from portfolio.reports.realising.letting_off import LetOff


def owed(desk: Desk, story: BenefitStory) -> None:
    """Draw what is owed and what was let go of; nothing where there is neither."""
    agrees = may_agree(desk.person, story.project)
    if story.owed:
        _owes(desk, story)
        if agrees:
            _releasing(desk, story)
    if story.let_off:
        _released(desk, story, agrees=agrees)


def _owes(desk: Desk, story: BenefitStory) -> None:
    words = desk.words
    reports = may_report(desk.person, story.benefit, story.project)
    st.header(words("Waits to be reported"), anchor=False)
    table(
        desk,
        story.owed,
        [
            Column(
                words("Period"),
                line=lambda row: (
                    report_link(words.period(row.period), row.benefit, row.period.key)
                    if reports
                    else words.period(row.period)
                ),
            ),
            Column(words("Deadline"), line=lambda row: waiting(desk, row)),
        ],
        alt=words("What waits to be reported"),
    )


def _reportable(desk: Desk, story: BenefitStory, row: LetOff) -> Line:
    """Return a period that was let off, with the way to report it all the same for those who may."""
    name = desk.words.period(row.period)
    if row.reported_on or not may_report(desk.person, story.benefit, story.project):
        return name
    return report_link(name, row.benefit, row.period.key)


def _releasing(desk: Desk, story: BenefitStory) -> None:
    """Draw the way to let go of what will not be measured."""
    words, periods = desk.words, {each.period.key: each.period for each in story.owed}
    with st.expander(words("Let the benefit off a measurement")):
        form = Form(desk, f"fritak.{story.benefit.id}")
        chosen = form.several(
            "periods",
            words("Not to be reported (required)"),
            list(periods),
            name=lambda key: words.period(periods[key]) if key in periods else key,
        )
        reason = form.paragraph("reason", words("Reason (required)"), "")
        form.give_up()
        act = partial(
            release,
            desk.database,
            story.benefit.id,
            periods=[periods[key] for key in chosen if key in periods],
            reason=reason,
            on=desk.today,
            stamp=desk.stamp,
        )
        if form.save(words("Let off")) and form.attempt(act):
            say(N_("The benefit is let off. The reason stands on this page."))


def _released(desk: Desk, story: BenefitStory, *, agrees: bool) -> None:
    words = desk.words
    st.header(words("Let off from being reported"), anchor=False)
    columns: list[Column[LetOff]] = [
        Column(words("Period"), line=lambda row: _reportable(desk, story, row)),
        Column(words("Reason"), text=lambda row: row.reason),
        Column(words("Let off by"), text=lambda row: f"{row.by}, {words.short_day(row.on)}"),
    ]
    if any(row.reported_on for row in story.let_off):
        reported = words("Reported all the same")
        columns.append(
            Column(reported, text=lambda row: words.short_day(row.reported_on) if row.reported_on else "–")
        )
    table(desk, story.let_off, columns, alt=words("What the benefit is let off"))
    for each in story.let_off if agrees else ():
        if each.reported_on:
            continue
        form = Form(desk, f"fritak.{each.id}")
        asks = st.button(words("Ask for {period} again", period=each.period), key=f"again.{each.id}")
        if asks and form.attempt(partial(owe_again, desk.database, each.id, stamp=desk.stamp)):
            say(N_("The measurement is asked for again."))
