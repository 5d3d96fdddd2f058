"""My measurements, which are one's own readings: what waits to be reported, one at a time, the late first."""

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.lines import link
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import drawn, heading, said
from portfolio.pages.desk.turning import asked
from portfolio.pages.realising import reading
from portfolio.pages.realising.reading import report_link, waiting
from portfolio.pages.realising.reading_form import PREFIX, place_of
from portfolio.people import Verb
from portfolio.reports.realising.readings import DueRow, MyReadings, my_readings
from portfolio.reports.realising.rows import BenefitRow
from portfolio.store import drafts
from portfolio.store.reading import Missing


def show(desk: Desk) -> None:
    """Show the form for the period asked for, or for the one that has waited longest; then what else waits."""
    mine = desk.ask(my_readings, owner=desk.person, on=desk.today)
    heading(desk, desk.words("My measurements"), _waiting_in_all(mine), example=mine.example)
    said(desk)
    now = _now(mine)
    if now:
        _reading(desk, *now)
    else:
        _nothing(desk, mine)
    _others(desk, [each for each in mine.due if (each.benefit, each.period.key) != now])
    _begun(desk, mine, now)
    _owned(desk, mine)


def _now(mine: MyReadings) -> tuple[str, str] | None:
    """Return the benefit and period to report, and keep it in the address, so that it stays while others report."""
    benefit, period = asked("gevinst"), asked("periode")
    if benefit and period:
        return benefit, period
    if not mine.due:
        return None
    first = mine.due[0]
    st.query_params.update({"gevinst": first.benefit, "periode": first.period.key})
    return first.benefit, first.period.key


def _reading(desk: Desk, benefit: str, period: str) -> None:
    """Draw the form; where the address names what is not there, say so above the list to choose from."""
    try:
        reading.show(desk, benefit, period)
    except Missing as missing:
        st.warning(drawn(desk, missing.message))


def _waiting_in_all(mine: MyReadings) -> Message | str:
    if not mine.due:
        return ""
    return Message(
        N_("{count} measurement waits, {late} of them past the deadline."),
        {"count": len(mine.due), "late": mine.late},
        plural=N_("{count} measurements wait, {late} of them past the deadline."),
    )


def _nothing(desk: Desk, mine: MyReadings) -> None:
    words = desk.words
    if mine.coming:
        st.success(words("You have nothing to report now."))
        st.markdown(
            drawn(
                desk,
                Message(
                    N_("Next: «{title}» for {period}. You can report it from {day}."),
                    {
                        "title": mine.coming.title,
                        "period": mine.coming.period,
                        "day": mine.coming.period.until,
                    },
                ),
            )
        )
        return
    st.info(words("You own no benefit, so you have nothing to report."))
    if desk.may(Verb.REPORT_ANY_READING):
        st.markdown(words("To report for an owner, choose the benefit in the register."))
    st.markdown(f"[{words('See the benefits')}](/gevinster)")


def _others(desk: Desk, due: list[DueRow]) -> None:
    words = desk.words
    if not due:
        return
    st.header(words("Also waiting"), anchor=False)
    table(
        desk,
        page_of(desk, due, key="side"),
        [
            Column(words("Benefit"), line=lambda row: report_link(row.title, row.benefit, row.period.key)),
            Column(words("Period"), text=lambda row: words.period(row.period)),
            Column(words("Deadline"), line=lambda row: waiting(desk, row)),
        ],
        alt=words("What else waits to be reported"),
    )


def _begun(desk: Desk, mine: MyReadings, now: tuple[str, str] | None) -> None:
    """Draw the way back to what was typed for a period that has since been reported by somebody else."""
    with desk.database.read() as reader:
        forms = drafts.forms(reader, person=desk.person.id, prefix=PREFIX)
    known = {(each.benefit, each.period.key) for each in mine.due} | {now}
    left = [place for form in forms if (place := place_of(form)) not in known]
    if left:
        st.header(desk.words("Typed but not saved"), anchor=False)
        st.markdown("\n".join(f"- {report_link(' '.join(each), *each)}" for each in left))


def _owned(desk: Desk, mine: MyReadings) -> None:
    words = desk.words
    if not mine.rows:
        return
    st.header(words("Benefits you own"), anchor=False)
    st.markdown(words("Open a benefit to see what is reported, or to correct it."))
    table(
        desk,
        page_of(desk, mine.rows, key="gevinstside"),
        [
            Column(words("Benefit"), line=lambda row: link(row.title, "gevinster", id=row.id)),
            Column(words("Latest value"), number=lambda row: _latest(desk, row)),
            Column(words("Attainment"), number=lambda row: words.percent(row.attainment)),
        ],
        alt=words("Benefits and how far they have come"),
    )


def _latest(desk: Desk, row: BenefitRow) -> str:
    return "–" if row.latest is None else f"{desk.words.number(row.latest)} {row.unit}"
