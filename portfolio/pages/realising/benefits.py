"""The benefits of all projects: find one, see how far each has come, and take the register along."""

from itertools import groupby

import streamlit as st

from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.downloads import take_along
from portfolio.pages.desk.lines import link
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import heading, plain, said
from portfolio.pages.desk.turning import asked, chosen
from portfolio.pages.realising import benefit, benefit_form
from portfolio.pages.realising.states import state
from portfolio.realising.benefits import Beneficiary, BenefitKind
from portfolio.realising.course import Course
from portfolio.realising.keepers import EDITS
from portfolio.reports.realising.benefits import BenefitReport, benefits
from portfolio.reports.realising.rows import BenefitRow
from portfolio.words import NO_BREAK, Words

LATE, ALL = "late", "alle"


def show(desk: Desk) -> None:
    """Show one benefit where the address names one, a form where it asks for it, else the register."""
    id, change = asked("id"), asked("endre") is not None
    if asked("ny") is not None:
        benefit_form.add(desk)
    elif id and change:
        benefit_form.change(desk, id)
    elif id:
        benefit.show(desk, id)
    else:
        _register(desk)


def _register(desk: Desk) -> None:
    words, report = desk.words, desk.ask(benefits, on=desk.today)
    heading(
        desk,
        words("Benefits"),
        N_("What the projects were to give, and what they have given so far."),
        example=any(row.example for row in report.benefits),
    )
    said(desk)
    _offers(desk, report)
    if not report.benefits:
        st.info(words("No benefit is entered yet."))
        return
    found = _filtered(desk, report)
    if not found:
        st.info(words("No benefit fits. Choose less."))
        return
    for kind, rows in groupby(page_of(desk, found, key="side"), key=lambda row: row.kind):
        st.header(plain(words.name(kind)), anchor=False)
        table(desk, list(rows), _columns(desk), alt=words("Benefits and how far they have come"))
    st.caption(
        words("Benefits of different kinds are never added together. Nor are those with different units.")
    )


def _offers(desk: Desk, report: BenefitReport) -> None:
    words = desk.words
    with st.container(horizontal=True, vertical_alignment="center"):
        if report.benefits:
            take_along(desk, words("Download all as Excel"), "benefits")
        if any(map(desk.may, EDITS)):
            st.markdown(f"[{words('Add a benefit')}](/gevinster?ny)")


def _filtered(desk: Desk, report: BenefitReport) -> tuple[BenefitRow, ...]:
    words = desk.words
    projects = {row.proposal: f"{row.reference} {row.project}" for row in report.benefits}
    first, second = st.columns(2), st.columns(2)
    with first[0]:
        project = _choice(desk, words("Project"), "prosjekt", words("All projects"), projects)
    with first[1]:
        course = _choice(
            desk,
            words("State"),
            "tilstand",
            words("All states"),
            {each.value: words.name(each) for each in Course}
            | {LATE: words("Has a measurement that is late")},
        )
    with second[0]:
        kind = _choice(
            desk,
            words("Kind"),
            "type",
            words("All kinds"),
            {each.value: words.name(each) for each in BenefitKind},
        )
    with second[1]:
        side = _choice(
            desk,
            words("Who benefits"),
            "hvem",
            words("Everybody"),
            {each.value: words.name(each) for each in Beneficiary},
        )
    return report.only(
        proposal=project,
        kind=BenefitKind(kind) if kind else None,
        beneficiary=Beneficiary(side) if side else None,
        course=Course(course) if course and course != LATE else None,
        late=course == LATE,
    )


def _choice(desk: Desk, label: str, param: str, everything: str, names: dict[str, str]) -> str | None:
    """Draw a filter that stands in the address, and return what is chosen; None for everything."""
    options = {ALL: everything} | names
    found = chosen(
        desk, label, list(options), start=ALL, param=param, name=options.__getitem__, drop=("side",)
    )
    return None if found == ALL else found


def _columns(desk: Desk) -> list[Column[BenefitRow]]:
    words = desk.words
    return [
        Column(words("Benefit"), line=lambda row: link(row.title, "gevinster", id=row.id)),
        Column(words("Attainment"), number=lambda row: words.percent(row.attainment)),
        Column(words("State"), text=lambda row: state(words, row)),
        Column(words("Baseline → latest → target"), text=lambda row: _values(words, row)),
        Column(words("Project"), line=lambda row: link(row.project, "forslag", id=row.proposal)),
        Column(words("Owner"), text=lambda row: row.owner),
    ]


def _values(words: Words, row: BenefitRow) -> str:
    values = (row.baseline, row.latest, row.target)
    way = f"{NO_BREAK}→ ".join("–" if each is None else words.number(each) for each in values)
    return f"{way} {row.unit}"
