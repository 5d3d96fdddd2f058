"""Where the secretariat records what KS itself decided, apart from what the council recommended."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from portfolio.actions.prioritising.decisions import record_decision
from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import made
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import facts, heading
from portfolio.pages.desk.turning import turn
from portfolio.pages.prioritising import steps
from portfolio.pages.prioritising.recommendations import without
from portfolio.prioritising.decisions import Decision, Resolution, decision_id
from portfolio.reports.prioritising.ranking import RankingReport
from portfolio.reports.prioritising.ranking_rows import RankedRow
from portfolio.reports.prioritising.recorded import recorded


def show(desk: Desk, report: RankingReport, id: str) -> None:
    """Show what the council recommended, and the form for KS's decision."""
    words, round_ = desk.words, report.round
    rows = {row.proposal: row for row in (*report.ranked, *report.outside)}
    st.markdown(f"[{words('Back to the ranking')}](/rangering?runde={round_.id})")
    if id not in rows:
        without(desk, report, id)
        return
    heading(
        desk,
        rows[id].title,
        N_("Record what KS has decided. The council recommends, and KS decides."),
        example=round_.example,
    )
    _recommended(desk, rows[id])
    _form(desk, round_.id, rows[id])


def _recommended(desk: Desk, row: RankedRow) -> None:
    words = desk.words
    facts(
        [
            (
                words("The council's recommendation"),
                words.name(row.outcome) if row.outcome else words("None yet"),
            ),
            (words("Conditions"), row.conditions),
            (words("Reason"), row.reason),
            (words("Phase now"), words.name(row.phase) if row.moved else ""),
        ]
    )


def _form(desk: Desk, round_id: str, row: RankedRow) -> None:
    words, id = desk.words, decision_id(round_id, row.proposal)
    found = desk.ask(recorded, round_id, row.proposal, viewer=desk.person)
    now = found.decision
    st.header(words("KS's decision"), anchor=False)
    form = Form(desk, f"beslutning.{id}", revision=now.revision if now else 1)
    fields = _fields(desk, form, now) | {"id": id, "round": round_id, "proposal": row.proposal}
    why = form.paragraph("why", words("Why it is changed (required)")) if now else ""
    form.give_up()
    if form.save(words("Save KS's decision")) and _save(desk, form, fields, why):
        turn(
            Message(N_("KS's decision on «{title}» is saved."), {"title": row.title}),
            beslutning=None,
        )
    steps.reasons(desk, found.changed)


def _fields(desk: Desk, form: Form, now: Decision | None) -> dict[str, Any]:
    words = desk.words
    return {
        "resolution": form.steps(
            "resolution",
            words("What KS decided (required)"),
            list(Resolution),
            now.resolution if now else None,
            name=words.name,
        ),
        "case": form.text("case", words("Case number (required)"), now.case if now else ""),
        "on": form.text(
            "on",
            words("Day of the decision (required)"),
            words.short_day(now.on) if now else "",
            help=words("Write the day as 23.11.2026."),
        ),
        "note": form.text("note", words("Note"), now.note if now else ""),
    }


def _save(desk: Desk, form: Form, fields: Mapping[str, object], why: str) -> bool:
    def act() -> None:
        decision = made(Decision, {**fields, "on": _iso(str(fields["on"])), "revision": form.seen})
        record_decision(desk.database, decision, why=why, stamp=desk.stamp)

    return form.attempt(act)


def _iso(text: str) -> str:
    """Turn a day as Norwegians write it into the form records take; leave anything else as it is."""
    parts = [part.strip() for part in text.strip().split(".")]
    if len(parts) == len(("day", "month", "year")) and all(part.isdigit() for part in parts):
        day, month, year = parts
        return f"{year:0>4}-{month:0>2}-{day:0>2}"
    return text.strip()
