"""One period of a benefit to report: which it is, when it is due, and what to know before filling in."""

from datetime import date
from decimal import Decimal

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.lines import Line, Link, Piece, Strong, as_markdown, link
from portfolio.pages.desk.texts import drawn, plain
from portfolio.pages.realising.reading_form import fill_in
from portfolio.realising.keepers import REPORTED_BY, may_report
from portfolio.reports.realising.letting_off import LetOff
from portfolio.reports.realising.reading import ToReport, to_report
from portfolio.reports.realising.readings import DueRow
from portfolio.reports.realising.rows import ReadingRow
from portfolio.words import Words


def show(desk: Desk, benefit: str, period: str) -> None:
    """Show the form for a period of a benefit, to those who may report it."""
    asked = desk.ask(to_report, benefit, period, on=desk.today)
    _what(desk, asked)
    if not may_report(desk.person, asked.benefit, asked.project):
        st.info(desk.words(REPORTED_BY))
        return
    _know_first(desk, asked)
    fill_in(desk, asked)


def report_link(text: str, benefit: str, period: str) -> Link:
    """Return a link to the form for a period of a benefit."""
    return link(text, "malinger", gevinst=benefit, periode=period)


def owed_by(plan_until: date) -> Message:
    """Return that a period is owed by a plan that has been changed since."""
    return Message(N_("owed by the plan as it was until {day}"), {"day": plan_until})


def waiting(desk: Desk, due: DueRow) -> Line:
    """Return the deadline of a period, how long ago it was, and whether a former plan asks for it."""
    told: list[Piece] = [desk.words.day(due.deadline)]
    if due.days_late:
        late = Message(
            N_("{count} day past the deadline"),
            {"count": due.days_late},
            plural=N_("{count} days past the deadline"),
        )
        told += [" · ", Strong(desk.words(late))]
    if due.plan_until:
        told += [" · ", desk.words(owed_by(due.plan_until))]
    return tuple(told)


def about(value: float) -> Decimal:
    """Return an expected value with three figures, which tell a part in a thousand: about all a straight line can say.

    The number is our own choice. Fewer hide a month's step on a long path, more promise what nobody knows.
    """
    return Decimal(f"{value:.3g}")


def _what(desk: Desk, asked: ToReport) -> None:
    st.header(plain(asked.due.title), anchor=False)
    when = f"**{plain(desk.words.period(asked.due.period))}**"
    if asked.there is None and asked.let_off is None:
        when = f"{when} · {desk.words('deadline')} {as_markdown(waiting(desk, asked.due))}"
    st.markdown(when)
    st.caption(f"{plain(asked.benefit.indicator)}  \n{plain(asked.due.project)}")


def _know_first(desk: Desk, asked: ToReport) -> None:
    """Draw the last value, what the path expects, and what is reported of the period already."""
    told = []
    if asked.before and asked.before.value is not None:
        told.append(
            Message(
                N_("Last: {value} in {period}."),
                {"value": asked.before.value, "period": asked.before.period},
            )
        )
    else:
        told.append(Message(N_("Nothing is reported before this.")))
    if asked.expected is None:
        told.append(Message(N_("There is no baseline, so we cannot say what to expect.")))
    else:
        told.append(
            Message(N_("The path to the target expects about {value}."), {"value": about(asked.expected)})
        )
    st.markdown(" ".join(drawn(desk, each) for each in told))
    if asked.there:
        st.info(drawn(desk, _there(asked.there, desk.words)))
    elif asked.let_off:
        st.info(drawn(desk, _let_off(asked.let_off)))


def _there(there: ReadingRow, words: Words) -> Message:
    value = (
        words.name(there.certainty) if there.value is None else f"{words.number(there.value)} {there.unit}"
    )
    return Message(
        N_(
            "{who} reported {value} on {day}. If you save here, you correct it. Both values stay in the history."
        ),
        {"who": there.by, "value": value, "day": there.reported_on},
    )


def _let_off(release: LetOff) -> Message:
    said = N_("{who} let the benefit off this on {day}. If you report it here, it is let off no more.")
    return Message(said, {"who": release.by, "day": release.on})
