"""The ranking of a round: the order and why it is so, how firm it is, and what was recommended and decided."""

import streamlit as st

from portfolio.charts.prioritising import points
from portfolio.messages import Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.downloads import take_along
from portfolio.pages.desk.tables import page_of
from portfolio.pages.desk.texts import drawn, heading, plain
from portfolio.pages.desk.turning import asked, chosen, screen
from portfolio.pages.prioritising import decisions, recommendations, steps
from portfolio.pages.prioritising.ranking_tables import (
    amounts,
    changed,
    decided,
    departures,
    firmness,
    order,
    outside,
    terms,
)
from portfolio.people import Verb
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.reports.prioritising.assessment import how_far
from portfolio.reports.prioritising.ranking import RankingReport, ranking
from portfolio.reports.prioritising.rounds import rounds


def show(desk: Desk) -> None:
    """Show how a round came out, or the form for the recommendation or KS's decision on one proposal."""
    with screen(desk):
        _screen(desk)


def _screen(desk: Desk) -> None:
    listed, words = desk.ask(rounds, viewer=desk.person), desk.words
    if not listed:
        heading(desk, words("Ranking"))
        st.info(words("There is no round yet. The ranking comes when proposals have been assessed."))
        return
    recommend, decide, round_ = asked("anbefal"), asked("beslutning"), asked("runde")
    if round_ and recommend and (desk.may(Verb.RECOMMEND) or _concluded(listed, round_)):
        recommendations.show(desk, desk.ask(ranking, round_, viewer=desk.person), recommend)
    elif round_ and decide and desk.may(Verb.RECORD_DECISION):
        decisions.show(desk, desk.ask(ranking, round_, viewer=desk.person), decide)
    else:
        _round(desk, listed)


def _concluded(listed: tuple[Round, ...], id: str) -> bool:
    """Say whether a round is concluded, so that all may read what its recommendations rest on."""
    return any(each.id == id and each.phase is RoundPhase.CLOSED for each in listed)


def _round(desk: Desk, listed: tuple[Round, ...]) -> None:
    words, named = desk.words, {each.id: each for each in listed}
    heading(desk, words("Ranking"), example=any(each.example for each in listed))
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    with left:
        id = chosen(
            desk,
            words("Round"),
            list(named),
            start=next((each.id for each in listed if each.assessed), listed[0].id),
            param="runde",
            name=lambda each: f"{named[each].title} ({words.name(named[each].phase)})",
        )
    report = desk.ask(ranking, id, viewer=desk.person)
    if report.hidden:
        _not_yet(desk, report.round, report.hidden)
        return
    with right:
        take_along(desk, words("Download as Excel"), "ranking", round_=report.round)
    steps.warned(desk, report.reopened)
    for each in report.apart:
        st.info(drawn(desk, each))
    _order(desk, report)
    departures(desk, report)
    outside(desk, report)
    decided(desk, report)
    if report.ranked or report.outside:
        with st.expander(desk.words("The amounts as the round judges them")):
            amounts(desk, report)
    changed(desk, report)
    steps.steps(desk, report.steps)
    _method(desk, report)


def _not_yet(desk: Desk, round_: Round, why: Message) -> None:
    """Draw why there is no order for anybody, and how far the assessment has come meanwhile."""
    words, state = desk.words, desk.ask(how_far, round_.id, viewer=desk.person)
    st.info(drawn(desk, why))
    if round_.open_for_marks:
        told = words("{round}: {done} of {all} assessed", round=round_.title, done=state.done, all=state.all)
        st.markdown(plain(told))
    if desk.may(Verb.ASSESS):
        st.markdown(f"[{words('Go to the assessment')}](/vurdering)")


def _order(desk: Desk, report: RankingReport) -> None:
    words = desk.words
    if report.nothing:
        st.info(drawn(desk, report.nothing))
        return
    rows = page_of(desk, report.ranked, key="side")
    order(desk, report, rows)
    st.header(words("Why the order is so, and how firm it is"), anchor=False)
    firmness(desk, rows)
    st.header(words("What the points consist of"), anchor=False)
    st.altair_chart(points(rows, words), alt=words("Points by criterion for each proposal"))
    with st.expander(words("The figures as a table")):
        terms(desk, report, rows)


def _method(desk: Desk, report: RankingReport) -> None:
    words, method = desk.words, report.method
    judged = words(
        "Judged by «{method}», version {version}.",
        method=plain(words.put(method.name)),
        version=plain(method.version),
    )
    whose = words("The weights are the council's own setting, not official weights of KS.")
    st.markdown(f":small[{judged} {whose} [{words('Read the method')}](/metode)]")
