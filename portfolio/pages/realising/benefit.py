"""One benefit: what it is to give, how far it has come, and every value that was reported."""

from datetime import date
from decimal import Decimal

import streamlit as st

from portfolio.charts.realising import benefit_course
from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.lines import link
from portfolio.pages.desk.texts import facts, heading, paragraphs, plain, said
from portfolio.pages.realising.benefit_changes import changes, promise
from portfolio.pages.realising.benefit_readings import readings
from portfolio.pages.realising.owed import owed
from portfolio.pages.realising.reading import about, report_link
from portfolio.pages.realising.states import state
from portfolio.realising.keepers import may_change, may_report
from portfolio.reports.realising.benefit import BenefitStory, benefit_story
from portfolio.words import Words


def show(desk: Desk, id: str) -> None:
    """Show a benefit whole, with the way to report on it or change it for those who may."""
    words, story = desk.words, desk.ask(benefit_story, id, on=desk.today)
    st.markdown(f"[{words('All benefits')}](/gevinster)")
    heading(desk, story.benefit.title, example=story.benefit.example)
    said(desk)
    _come(desk, story)
    promise(desk, story.row)
    _ways_on(desk, story)
    owed(desk, story)
    _course(desk, story)
    readings(desk, story)
    _facts(desk, story)
    changes(desk, story)


def _come(desk: Desk, story: BenefitStory) -> None:
    """Draw where it began, where it is and where it is to go, and how far that is."""
    words, row = desk.words, story.row
    cards = (
        (
            words("Baseline"),
            words("None yet") if row.baseline is None else words.number(row.baseline),
            words.day(row.baseline_on) if row.baseline_on else "",
        ),
        (
            words("Latest value"),
            words("None yet") if row.latest is None else words.number(row.latest),
            _when(words, story),
        ),
        (words("Expected by now"), *_expected(words, story)),
        (words("Target"), words.number(row.target), words.day(row.target_on)),
        (words("Attainment"), words.percent(row.attainment), words(row.note) if row.note else ""),
    )
    if row.stopped:
        st.warning(words("The project is stopped. What it was to give may not come."))
    st.markdown(f"**{words('State')}:** {plain(state(words, row))}")
    st.caption(plain(words("All values in {unit}.", unit=row.unit)))
    for column, (label, value, under) in zip(st.columns(len(cards)), cards, strict=True):
        with column.container(border=True, height="stretch"):
            st.metric(label, value)
            if under:
                st.caption(plain(under))


def _expected(words: Words, story: BenefitStory) -> tuple[str, str]:
    """Return where the path is today, and what it is; nothing where there is no path."""
    row, within = story.row, story.benefit.kept_within
    if row.expected is None:
        return "–", ""
    limit, path = N_("As much as there may be, on any day"), N_("Today, on the straight path to the target")
    return words.number(about(row.expected)), words(limit if within else path)


def _when(words: Words, story: BenefitStory) -> str:
    row = story.row
    if row.latest_period is None or row.certainty is None:
        return ""
    return f"{words.period(row.latest_period)}, {words.name(row.certainty).lower()}"


def _ways_on(desk: Desk, story: BenefitStory) -> None:
    words, benefit = desk.words, story.benefit
    ways: list[str] = []
    if may_report(desk.person, benefit, story.project) and story.due:
        first = story.due[0].period
        name = words("Report {period}", period=first)
        ways.append(str(report_link(name, benefit.id, first.key)))
    if may_change(desk.person, benefit, story.project):
        ways.append(f"[{words('Change this benefit')}](/gevinster?id={benefit.id}&endre)")
    if ways:
        st.markdown(" · ".join(ways))


def _course(desk: Desk, story: BenefitStory) -> None:
    words = desk.words
    st.header(words("On the way to the target"), anchor=False)
    st.altair_chart(benefit_course(story, words), alt=words("Planned path and reported values"))
    st.caption(
        words("Every value stands in the table below. Baseline and target stand above, with their days.")
    )


def _facts(desk: Desk, story: BenefitStory) -> None:
    words, benefit, row = desk.words, story.benefit, story.row
    st.header(words("About the benefit"), anchor=False)
    paragraphs(benefit.description)
    st.markdown(f"**{words('Project')}:** {link(row.project, 'forslag', id=row.proposal)}")
    facts(
        [
            (words("Owner"), row.owner),
            (words("Kind"), words.name(benefit.kind)),
            (words("Who benefits"), words.name(benefit.beneficiary)),
            (words("Indicator"), benefit.indicator),
            (words("Unit"), benefit.unit),
            (words("Reported"), words.name(benefit.rhythm)),
            (words("Reported from"), words.day(benefit.reported_from)),
            (words("Target"), _dated(words, row.target, row.target_on)),
            (words("Source"), benefit.source),
        ]
    )
    st.subheader(words("Baseline"), anchor=False)
    if benefit.baseline is None:
        st.info(words("No baseline, so attainment cannot be told."))
        return
    facts(
        [
            (words("Value"), _dated(words, benefit.baseline.value, benefit.baseline.on)),
            (words("Method"), benefit.baseline.method),
            (words("Source"), benefit.baseline.source),
        ]
    )


def _dated(words: Words, value: Decimal, on: date) -> str:
    return words("{value} on {day}", value=value, day=on)
