"""A council member's work: impartiality for the whole list, then one proposal at a time, then all in."""

from collections.abc import Sequence

import streamlit as st

from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.lines import link
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import heading
from portfolio.pages.desk.turning import asked, chosen, screen
from portfolio.pages.prioritising import impartiality, marks
from portfolio.pages.prioritising.standings import WHY_NOT
from portfolio.prioritising.rounds import Round
from portfolio.reports.prioritising.assessment import Queue, queue
from portfolio.reports.prioritising.impartiality import ImpartialityRow
from portfolio.reports.prioritising.rounds import open_rounds


def show(desk: Desk) -> None:
    """Show what the member is to do next in the open round."""
    with screen(desk):
        _screen(desk)


def _screen(desk: Desk) -> None:
    open_now = desk.ask(open_rounds, member=desk.person)
    if asked("runde") not in (None, *(each.id for each in open_now)):
        st.warning(
            desk.words("The round you came from is not open for your assessment now. What you wrote is kept.")
        )
    if not open_now:
        _nothing_open(desk)
        return
    mine = desk.ask(queue, _round(desk, open_now), member=desk.person)
    wanted, left = asked("forslag"), mine.progress.left
    if wanted not in (None, *mine.mine):
        st.warning(
            desk.words(
                "The proposal you came from is not yours to mark in this round now. What you wrote is kept."
            )
        )
    if not mine.progress.declared or asked("habilitet") is not None:
        impartiality.show(desk, mine)
    elif wanted in mine.mine:
        _one(desk, mine, wanted)
    elif left:
        _one(desk, mine, left[0])
    else:
        _all_in(desk, mine)


def _nothing_open(desk: Desk) -> None:
    words = desk.words
    heading(desk, words("Assess"))
    st.info(words("No round is open for your assessment now. You find it on the first page when one opens."))
    st.markdown(f"[{words('See the ranking')}](/rangering)")


def _round(desk: Desk, open_now: Sequence[Round]) -> str:
    named = {each.id: each.title for each in open_now}
    if len(named) == 1:
        return next(iter(named))
    return chosen(
        desk,
        desk.words("Round"),
        list(named),
        start=next(iter(named)),
        param="runde",
        name=lambda each: named[each],
        drop=("forslag", "habilitet"),
    )


def _one(desk: Desk, mine: Queue, id: str) -> None:
    marks.show(desk, mine, id)
    with st.expander(desk.words("What you do not assess")):
        _apart(desk, mine)


def _all_in(desk: Desk, mine: Queue) -> None:
    words, round_ = desk.words, mine.round
    if mine.mine:
        heading(
            desk,
            words("All your assessments are in"),
            N_("Thank you. You may change them until the secretariat ends the assessment."),
            example=round_.example,
        )
        st.markdown(words("When the assessment is over, everyone sees the ranking at the same time."))
        _mine(desk, mine)
    else:
        heading(
            desk,
            words("Nothing to assess yet"),
            N_("No proposal in the round is ready for you. Below you see why."),
            example=round_.example,
        )
    st.header(words("What you do not assess"), anchor=False)
    _apart(desk, mine)


def _mine(desk: Desk, mine: Queue) -> None:
    words, own = desk.words, [row for row in mine.rows if row.proposal.id in mine.mine]
    st.header(words("Look again, or change"), anchor=False)
    table(
        desk,
        page_of(desk, own, key="mine"),
        [
            Column(
                words("Proposal"),
                line=lambda row: link(
                    row.proposal.title, "vurdering", runde=mine.round.id, forslag=row.proposal.id
                ),
            ),
            Column(words("Reference"), text=lambda row: row.proposal.reference),
            Column(words("Owner"), text=lambda row: row.owner),
        ],
        alt=words("Proposals you have assessed"),
    )


def _apart(desk: Desk, mine: Queue) -> None:
    words = desk.words
    apart = [row for row in mine.rows if row.proposal.id not in mine.mine]
    if apart:
        table(
            desk,
            page_of(desk, apart, key="apart"),
            [
                Column(
                    words("Proposal"),
                    line=lambda row: link(row.proposal.title, "forslag", id=row.proposal.id),
                ),
                Column(words("Why"), text=lambda row: _why(desk, mine, row)),
            ],
            alt=words("Proposals without your marks, and why"),
        )
    else:
        st.markdown(words("You assess every proposal in the round."))
    st.markdown(f"[{words('Change what you are impartial to')}](/vurdering?runde={mine.round.id}&habilitet)")


def _why(desk: Desk, mine: Queue, row: ImpartialityRow) -> str:
    where = mine.standings.get(row.proposal.id)
    if where and where in WHY_NOT:
        return desk.words(WHY_NOT[where])
    name = desk.words.name(row.interest) if row.interest else ""
    return desk.words("You stand aside: {interest}.", interest=name)
