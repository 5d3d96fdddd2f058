"""The first page: what waits for you, and how the portfolio stands."""

import streamlit as st

from portfolio.charts.funding import cover_by_year
from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.tables import Column, table
from portfolio.pages.desk.texts import drawn, heading
from portfolio.realising.course import Course
from portfolio.reports.funding.sums import Sums, YearSums
from portfolio.reports.overview import Overview, overview
from portfolio.reports.realising.realised import Realised
from portfolio.reports.tasks import Task
from portfolio.words import Words

State = tuple[str, int, int]
"""A way to stand, how many benefits stand so, and how many disbenefits."""


def show(desk: Desk) -> None:
    """Show the viewer's tasks first, then the portfolio in a handful of figures and two pictures."""
    words = desk.words
    answer = desk.ask(overview, viewer=desk.person, on=desk.today)
    heading(desk, words("Fellesporteføljen"), example=answer.example)
    if not answer.proposals:
        _empty(desk)
        return
    _tasks(desk, answer.tasks)
    st.header(words("The portfolio now"), anchor=False)
    _figures(desk, answer)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _money(desk, answer.years)
    with right:
        _benefits(desk, answer.realised, answer.disbenefits)


def _empty(desk: Desk) -> None:
    st.info(
        desk.words(
            "There are no proposals yet. The secretariat can import them from Excel, or put forward the first."
        )
    )
    st.markdown(
        f"[{desk.words('Import from Excel')}](/import) · [{desk.words('Put forward a proposal')}](/forslag?ny)"
    )


def _tasks(desk: Desk, tasks: tuple[Task, ...]) -> None:
    words = desk.words
    st.header(words("Waiting for you"), anchor=False)
    if not tasks:
        st.success(words("Nothing waits for you now."))
        return
    for task in tasks:
        late = f":red-badge[{words('Late')}] " if task.late else ""
        with st.container(border=True):
            st.markdown(f"{late}[{drawn(desk, task.what)}](/{task.page})")


def _figures(desk: Desk, answer: Overview) -> None:
    words = desk.words
    figures = (
        (
            words("Proposals and projects"),
            words.number(float(answer.proposals)),
            " · ".join(f"{words.name(phase)} {count}" for phase, count in answer.phases.items()),
        ),
        (words("Cost, all years"), words.millions(answer.money.cost), ""),
        (
            words("Promised"),
            words.millions(answer.money.promised),
            words(_sides(words, answer.money)),
        ),
        (words("Lacking"), words.millions(answer.money.lacking), ""),
    )
    for column, (label, value, under) in zip(st.columns(4), figures, strict=True):
        with column.container(border=True, height="stretch"):
            st.metric(label, value)
            if under:
                st.caption(under)


def _sides(words: Words, money: Sums) -> Message:
    """Return what part of what is promised each side carries; together they are a hundred."""
    state, local, other = money.in_hundred
    shares = {"state": words.percent(state), "local": words.percent(local)}
    if other is None:
        return Message(N_("State {state} · local government {local}"), shares)
    told = N_("State {state} · local government {local} · others {other}")
    return Message(told, {**shares, "other": words.percent(other)})


def _money(desk: Desk, years: tuple[YearSums, ...]) -> None:
    words = desk.words
    st.subheader(words("Who has promised what"), anchor=False)
    if not years:
        st.info(words("No cost and no contribution is entered yet."))
        return
    st.altair_chart(cover_by_year(years, words), alt=words("Promised by side and year"))
    with st.expander(words("The figures as a table")):
        table(
            desk,
            years,
            [
                Column(words("Year"), text=lambda row: row.year),
                Column(words("Cost"), number=lambda row: words.kroner(row.sums.cost)),
                Column(words("Promised by the state side"), number=lambda row: words.kroner(row.sums.state)),
                Column(
                    words("Promised by the local government side"),
                    number=lambda row: words.kroner(row.sums.local),
                ),
                Column(words("Promised by others"), number=lambda row: words.kroner(row.sums.other)),
                Column(words("Lacking"), number=lambda row: words.kroner(row.sums.lacking)),
                Column(words("Paid"), number=lambda row: words.kroner(row.sums.paid)),
            ],
            alt=words("Promised by side and year"),
        )
    st.markdown(f"[{words('See the funding')}](/finansiering)")


def _benefits(desk: Desk, realised: Realised, disbenefits: Realised) -> None:
    words = desk.words
    st.subheader(words("Are the benefits coming?"), anchor=False)
    if not realised.all + disbenefits.all:
        st.info(words("No benefit is entered yet."))
        return
    st.markdown(
        words(
            "**{on_path} of {all}** benefits follow their path.",
            on_path=realised.on_path,
            all=realised.all,
        )
    )
    if realised.moved:
        st.markdown(drawn(desk, _moved(realised)))
    rows = tuple(zip(_states(words), _counts(realised), _counts(disbenefits), strict=True))
    counted: list[Column[State]] = [
        Column(words("State"), text=lambda row: row[0]),
        Column(words("Benefits"), number=lambda row: str(row[1])),
    ]
    if disbenefits.all:
        counted.append(Column(words("Disbenefits"), number=lambda row: str(row[2])))
    table(
        desk,
        rows,
        counted,
        alt=words("How the benefits stand"),
    )
    if disbenefits.all:
        st.caption(words("A disbenefit is what gets worse. It is not among the benefits above."))
    st.markdown(f"[{words('See the benefits')}](/gevinster)")


def _moved(realised: Realised) -> Message:
    """Return how many follow a path that is another than was first promised, and how many would not follow that."""
    return Message(
        N_(
            "The plan of {count} of them has been moved since it was first promised. By what was first promised, {broken} of those would not follow it."
        ),
        {"count": realised.moved, "broken": realised.broken},
    )


def _states(words: Words) -> tuple[str, ...]:
    """Return what the ways to stand are called, in the order of `_counts`."""
    named = (Course.ON_PATH, Course.BEHIND, Course.OVERDUE, Course.UNMEASURED)
    return (*map(words.name, named), words.name(Course.NO_BASELINE), words("Has a measurement that is late"))


def _counts(counted: Realised) -> tuple[int, ...]:
    return (
        counted.on_path,
        counted.behind,
        counted.overdue,
        counted.unmeasured,
        counted.cannot_be_told,
        counted.late,
    )
