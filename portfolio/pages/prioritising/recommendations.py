"""Where the council's recommendation on one proposal is recorded, in the meeting."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from portfolio.actions.prioritising.recommendations import recommend
from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import made
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import drawn, facts, heading
from portfolio.pages.desk.turning import chosen, turn
from portfolio.pages.prioritising import opinions, steps
from portfolio.pages.prioritising.judged import about
from portfolio.pages.prioritising.ranking_tables import apart, terms, why
from portfolio.people import Verb
from portfolio.prioritising.recommendations import Outcome, Recommendation, recommendation_id
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.reports.prioritising.marks import proposal_marks
from portfolio.reports.prioritising.ranking import RankingReport
from portfolio.reports.prioritising.ranking_rows import RankedRow
from portfolio.reports.prioritising.recorded import Recorded, recorded

Rows = Mapping[str, RankedRow]

STANDS = N_("The round is concluded, so the recommendation stands.")
CONCLUDED = N_("The round is concluded, so the recommendation stands. Open the round again to change it.")
NOT_YOURS = N_(
    "You have not said that you are impartial to this proposal as it is judged. Another member, or the secretariat, records it."
)


def show(desk: Desk, report: RankingReport, id: str) -> None:
    """Show one proposal with its place, and the form for what the council recommends."""
    words, round_ = desk.words, report.round
    rows = {row.proposal: row for row in (*report.ranked, *report.outside)}
    st.markdown(f"[{words('Back to the ranking')}](/rangering?runde={round_.id})")
    if id not in rows:
        without(desk, report, id)
        return
    _jump(desk, rows, id)
    heading(desk, rows[id].title, N_("What does the council recommend to KS?"), example=round_.example)
    _place(desk, report, rows[id])
    _basis(desk, report, rows[id])
    if desk.may(Verb.RECOMMEND):
        opinions.shown(desk, report, id)
    found = desk.ask(recorded, round_.id, id, viewer=desk.person)
    if round_.phase is RoundPhase.MEETING and found.may:
        _form(desk, report, rows, found, id)
    else:
        _recorded(desk, rows[id], _why_not(desk, round_))


def without(desk: Desk, report: RankingReport, id: str) -> None:
    """Draw why nothing of a proposal is shown: it is hidden from all, from this person, or not in the round."""
    aside = {row.proposal: row for row in report.aside}
    if id in aside:
        heading(desk, aside[id].title, example=report.round.example)
        st.info(desk.words("You stand aside here. Somebody else records what is recommended and decided."))
        return
    st.info(drawn(desk, report.hidden or N_("The proposal is not in this round.")))


def _jump(desk: Desk, rows: Rows, id: str) -> None:
    words = desk.words
    chosen(
        desk,
        words("Go to proposal"),
        list(rows),
        start=id,
        param="anbefal",
        name=lambda each: (
            f"{rows[each].place or '–'}. {rows[each].reference} {rows[each].title}: "
            f"{_outcome(desk, rows[each])}"
        ),
    )


def _outcome(desk: Desk, row: RankedRow) -> str:
    return desk.words.name(row.outcome) if row.outcome else desk.words("None yet")


def _why_not(desk: Desk, round_: Round) -> str:
    """Return why what is recommended cannot be changed here."""
    if round_.phase is not RoundPhase.CLOSED:
        return NOT_YOURS
    return CONCLUDED if desk.may(Verb.RUN_ROUNDS) else STANDS


def _place(desk: Desk, report: RankingReport, row: RankedRow) -> None:
    words = desk.words
    points = "" if row.points is None else words.number(row.points, decimals=report.method.decimals)
    facts(
        [
            (words("Place"), str(row.place or words("Outside the order"))),
            (words("Points"), points),
            (words("Why above the next"), why(desk, row)),
            *_firmness(desk, row),
            (words("Applied for"), words.kroner(row.applied)),
            (words("Promised"), words.kroner(row.promised)),
            (words("Phase now"), words.name(row.phase) if row.moved else ""),
        ]
    )


def _firmness(desk: Desk, row: RankedRow) -> list[tuple[str, str]]:
    """Return how firmly a proposal stands where it does; nothing of one outside the order."""
    words = desk.words
    if row.place is None:
        return []
    return [(words("Answers in"), words.percent(row.coverage)), (words("Disagreement"), apart(desk, row))]


def _basis(desk: Desk, report: RankingReport, row: RankedRow) -> None:
    """Draw what is judged, to those who recommend, and what its points consist of one press away."""
    if desk.may(Verb.RECOMMEND):
        shown = desk.ask(proposal_marks, report.round.id, row.proposal, member=desk.person)
        about(desk, report.method, shown)
    if row.terms:
        with st.expander(desk.words("What the points consist of")):
            terms(desk, report, [row])


def _recorded(desk: Desk, row: RankedRow, still: str) -> None:
    """Draw what is recommended, and why it cannot be changed here."""
    words = desk.words
    st.info(words(still))
    facts(
        [
            (words("The council's recommendation"), _outcome(desk, row)),
            (words("Conditions"), row.conditions),
            (words("Reason"), row.reason),
            (words("KS's decision"), _decided(desk, row)),
            (words("Note"), row.decision_note),
        ]
    )


def _decided(desk: Desk, row: RankedRow) -> str:
    """Return what KS decided, in which case, on which day, and whether it is otherwise; nothing before that."""
    if row.decision is None:
        return ""
    words = desk.words
    told = f"{words.name(row.decision)}, {row.decided_in}, {words.put(row.decided_on)}"
    return f"{told}. {words(row.otherwise)}." if row.otherwise else told


def _form(desk: Desk, report: RankingReport, rows: Rows, found: Recorded, id: str) -> None:
    words, round_id = desk.words, report.round.id
    now = found.recommendation
    key = recommendation_id(round_id, id)
    form = Form(desk, f"anbefaling.{key}", revision=now.revision if now else 1)
    fields = _fields(desk, form, now) | {"id": key, "round": round_id, "proposal": id}
    changed = form.paragraph("why", words("Why it is changed (required)")) if found.earlier else ""
    form.give_up()
    pressed = form.save(words("Save and go to the next"))
    if pressed and _save(desk, form, fields, changed):
        turn(
            Message(N_("The recommendation on «{title}» is saved."), {"title": rows[id].title}),
            anbefal=_next(rows, id),
        )
    steps.reasons(desk, found.changed)


def _fields(desk: Desk, form: Form, now: Recommendation | None) -> dict[str, Any]:
    words = desk.words
    return {
        "outcome": form.steps(
            "outcome",
            words("The council's recommendation"),
            list(Outcome),
            now.outcome if now else None,
            name=words.name,
        ),
        "conditions": form.paragraph(
            "conditions",
            words("Conditions"),
            now.conditions if now else "",
            help=words("Required when the council recommends with conditions."),
        ),
        "reason": form.paragraph(
            "reason",
            words("Reason"),
            now.reason if now else "",
            help=words("Required when the recommendation departs from the order."),
        ),
    }


def _save(desk: Desk, form: Form, fields: Mapping[str, object], changed: str) -> bool:
    def act() -> None:
        recommendation = made(Recommendation, {**fields, "revision": form.seen})
        recommend(desk.database, recommendation, why=changed, stamp=desk.stamp)

    return form.attempt(act)


def _next(rows: Rows, id: str) -> str | None:
    """Return another proposal that lacks a recommendation, the first in the order."""
    return next((row.proposal for row in rows.values() if not row.outcome and row.proposal != id), None)
