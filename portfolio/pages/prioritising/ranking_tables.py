"""The tables of a ranking: the order with its reasons, the points, how firm it is, and what stands outside."""

from collections.abc import Mapping, Sequence

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.lines import Line, Piece, link
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.prioritising.standings import WHY_NOT, stands_now
from portfolio.people import Verb
from portfolio.prioritising.disagreement import Agreement
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.rounds import RoundPhase
from portfolio.reports import changes
from portfolio.reports.prioritising.ranking import RankingReport
from portfolio.reports.prioritising.ranking_rows import CHANGED, DECIMALS, RankedRow

Rows = Sequence[RankedRow]

AGREEMENTS: Mapping[Agreement, str] = {
    Agreement.CLOSE: N_("Agreed ({steps} steps)"),
    Agreement.BETWEEN: N_("Somewhat apart ({steps} steps)"),
    Agreement.APART: N_("Far apart ({steps} steps)"),
}
"""How agreement is said, with how many steps there are between two members."""
TERMS = 80
"""How many terms a page of them has: those of ten proposals, by the shared method's eight criteria."""


def order(desk: Desk, report: RankingReport, rows: Rows) -> None:
    """Draw the proposals in order with their points, what is recommended and what is decided."""
    words = desk.words
    places = [row.place for row in report.ranked]
    table(
        desk,
        rows,
        [
            Column(words("Place"), text=lambda row: _place(desk, row, places.count(row.place) > 1)),
            Column(words("Proposal"), line=lambda row: _titled(desk, row)),
            Column(words("Points"), number=lambda row: _points(desk, report, row)),
            Column(words("Cost"), number=lambda row: words.kroner(row.cost)),
            Column(words("The council recommends"), line=lambda row: _recommendation(desk, report, row)),
            Column(words("KS's decision"), line=lambda row: _decision(desk, report, row)),
        ],
        alt=words("The order with points and recommendations"),
    )


def terms(desk: Desk, report: RankingReport, rows: Rows) -> None:
    """Draw the points of each proposal, criterion by criterion."""
    words = desk.words
    shown = {row.proposal for row in rows}
    table(
        desk,
        page_of(desk, [each for each in report.terms if each.proposal in shown], key="poeng", size=TERMS),
        [
            Column(words("Proposal"), text=lambda row: f"{row.reference} {row.title}"),
            Column(words("Criterion"), text=lambda row: words.put(row.criterion)),
            Column(words("Mean mark"), number=lambda row: words.number(row.mean, decimals=DECIMALS)),
            Column(words("Weight"), number=lambda row: str(row.weight)),
            Column(
                words("Points from the criterion"),
                number=lambda row: words.number(row.points, decimals=DECIMALS),
            ),
        ],
        alt=words("Points by criterion for each proposal"),
    )


def amounts(desk: Desk, report: RankingReport) -> None:
    """Draw what each proposal cost, was applied for and was promised, as the round holds it."""
    words = desk.words
    table(
        desk,
        page_of(desk, (*report.ranked, *report.outside), key="penger"),
        [
            Column(words("Proposal"), text=lambda row: f"{row.reference} {row.title}"),
            Column(words("Cost"), number=lambda row: words.kroner(row.cost)),
            Column(words("Applied for"), number=lambda row: words.kroner(row.applied)),
            Column(words("Promised"), number=lambda row: words.kroner(row.promised)),
        ],
        alt=words("Cost, applied for and promised, as the round judges them"),
    )


def firmness(desk: Desk, rows: Rows) -> None:
    """Draw why each proposal stands above the next, and how firmly: answers in, and disagreement."""
    words = desk.words
    st.caption(
        words(
            "Disagreement is how many steps two members differ on average. «Don't know» is no answer, so it is not in."
        )
    )
    table(
        desk,
        rows,
        [
            Column(words("Proposal"), text=lambda row: f"{row.place}. {row.title}"),
            Column(words("Why above the next"), text=lambda row: why(desk, row)),
            Column(words("Answers in"), number=lambda row: words.percent(row.coverage)),
            Column(words("Disagreement"), text=lambda row: apart(desk, row)),
        ],
        alt=words("Why each stands above the next, and how firmly"),
    )


def outside(desk: Desk, report: RankingReport) -> None:
    """Draw the proposals without a place, and why."""
    words = desk.words
    if not report.outside:
        return
    st.header(words("Outside the order"), anchor=False)
    table(
        desk,
        page_of(desk, report.outside, key="utenfor"),
        [
            Column(words("Proposal"), line=lambda row: _titled(desk, row)),
            Column(words("Why"), text=lambda row: _why_outside(desk, row)),
            Column(words("Cost"), number=lambda row: words.kroner(row.cost)),
            Column(words("The council recommends"), line=lambda row: _recommendation(desk, report, row)),
            Column(words("KS's decision"), line=lambda row: _decision(desk, report, row)),
        ],
        alt=words("Proposals without a place, and why"),
    )


def changed(desk: Desk, report: RankingReport) -> None:
    """Draw the proposals that are others now than the round holds them: by whom, when, and what is new."""
    words, rows = desk.words, [row for row in (*report.ranked, *report.outside) if row.since]
    if not rows:
        return
    st.header(words(CHANGED), anchor=False)
    st.markdown(words("The round keeps the versions it holds. Titles, amounts and places here are theirs."))
    shown = page_of(desk, rows, key="endret")
    told = desk.ask(changes.changed, report.round.id, tuple(row.proposal for row in shown))
    table(
        desk,
        [row for row in shown if row.proposal in told],
        [
            Column(words("Proposal"), line=lambda row: _titled(desk, row)),
            Column(words("Last by"), text=lambda row: told[row.proposal].by),
            Column(words("When"), text=lambda row: words.put(told[row.proposal].at)),
            Column(
                words("What is new"),
                text=lambda row: "; ".join(words(each.said) for each in told[row.proposal].differences),
            ),
        ],
        alt=words("Proposals that have changed after the round opened"),
    )


def decided(desk: Desk, report: RankingReport) -> None:
    """Draw what KS has decided: in which case and on which day, and where it is another than was recommended."""
    words, rows = desk.words, [row for row in (*report.ranked, *report.outside) if row.decision]
    if not rows:
        return
    st.header(words("What KS has decided"), anchor=False)
    table(
        desk,
        page_of(desk, rows, key="besluttet"),
        [
            Column(words("Proposal"), line=lambda row: _titled(desk, row)),
            Column(
                words("The council recommends"),
                text=lambda row: words.name(row.outcome) if row.outcome else "–",
            ),
            Column(words("KS's decision"), text=lambda row: words.put(row.decision)),
            Column(words("Differs"), text=lambda row: words(row.otherwise) if row.otherwise else "–"),
            Column(words("Case"), text=lambda row: row.decided_in),
            Column(words("Day"), text=lambda row: words.put(row.decided_on)),
            Column(words("Note"), text=lambda row: row.decision_note or "–"),
        ],
        alt=words("What KS has decided, and where it differs from what was recommended"),
    )


def departures(desk: Desk, report: RankingReport) -> None:
    """Draw what departs from the order or a requirement, and what was left without a word, with the reasons."""
    words = desk.words
    if not report.departures:
        return
    st.header(words("Departures from the order and the requirements"), anchor=False)
    table(
        desk,
        page_of(desk, report.departures, key="avvik"),
        [
            Column(words("What"), text=lambda row: words(row.said)),
            Column(words("Proposal"), line=lambda row: _behind(desk, report, row.title, row.proposal)),
            Column(
                words("Reason"), text=lambda row: row.reason or words("Asked for when the round is concluded")
            ),
        ],
        alt=words("What departs from the order or the requirements, and why"),
    )


def why(desk: Desk, row: RankedRow) -> str:
    """Return why a proposal stands above the next; nothing of the last."""
    return desk.words(row.why) if isinstance(row.why, Message) else ""


def apart(desk: Desk, row: RankedRow) -> str:
    """Return whether the members agree on a proposal, and by how many steps they differ."""
    words, steps = desk.words, row.disagreement
    if steps is None or row.agreement is None:
        return words("Too few marks to say")
    return words(AGREEMENTS[row.agreement], steps=words.number(steps, decimals=DECIMALS))


def _titled(desk: Desk, row: RankedRow) -> Line:
    now = f" · {stands_now(desk, row.phase)}" if row.moved else ""
    return link(row.title, "forslag", id=row.proposal), f" {row.reference}{now}"


def _place(desk: Desk, row: RankedRow, shared: bool) -> str:
    """Return the place, and whether it is shared or rests on less than half of the answers."""
    place = desk.words("{place} (shared)", place=row.place) if shared else str(row.place)
    return desk.words("{place}, few answers", place=place) if row.few_answers else place


def _points(desk: Desk, report: RankingReport, row: RankedRow) -> str:
    if row.points is None:
        return "–"
    return desk.words.number(row.points, decimals=report.method.decimals)


def _why_outside(desk: Desk, row: RankedRow) -> str:
    words = desk.words
    if row.standing is Standing.STATUTORY:
        return words("Statutory: {basis}", basis=row.statutory)
    if row.standing is Standing.STOPPED:
        gates = ", ".join(words.put(gate) for gate in row.stopped_by)
        return words("Stopped by: {gates}", gates=gates)
    return words(WHY_NOT.get(row.standing, "")) if row.standing in WHY_NOT else words("No marks yet.")


def _recommendation(desk: Desk, report: RankingReport, row: RankedRow) -> Line:
    words = desk.words
    wanted = words("Recommend") if report.round.phase is RoundPhase.MEETING else words("What it rests on")
    now = words.name(row.outcome) if row.outcome else ""
    before = f" · {words(row.earlier)}" if row.earlier else ""
    if not _read(desk, report):
        return (now or "–") + before
    return _behind(desk, report, now or wanted, row.proposal), before


def _read(desk: Desk, report: RankingReport) -> bool:
    """Say whether somebody may read what a recommendation rests on: whoever recommends, and all once it stands."""
    return report.round.assessed and (desk.may(Verb.RECOMMEND) or report.round.phase is RoundPhase.CLOSED)


def _behind(desk: Desk, report: RankingReport, text: str, proposal: str) -> Piece:
    """Return the way to what the recommendation on a proposal rests on; the text alone where it may not be read."""
    if not _read(desk, report):
        return text
    return link(text, "rangering", runde=report.round.id, anbefal=proposal)


def _decision(desk: Desk, report: RankingReport, row: RankedRow) -> Line:
    words = desk.words
    now = f"{words.name(row.decision)}, {row.decided_in}" if row.decision else ""
    if not (desk.may(Verb.RECORD_DECISION) and report.round.assessed):
        return now or "–"
    return link(now or words("Record"), "rangering", runde=report.round.id, beslutning=row.proposal)
