"""A project's ledger: all that is posted, the newest first, and the form that corrects what was entered wrong."""

from functools import partial

import streamlit as st

from portfolio.actions.funding.contributions import correct
from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.lines import Line, Struck, link
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import facts, heading
from portfolio.pages.desk.turning import turn
from portfolio.pages.funding.figures import unit, written
from portfolio.parties import label
from portfolio.people import Verb
from portfolio.reports.funding.ledger import Posting
from portfolio.reports.funding.project import FundedProject


def show(desk: Desk, answer: FundedProject) -> None:
    """Draw all that is posted, each with the way to correct it for whoever may."""
    words = desk.words
    st.header(words("The ledger, newest first"), anchor=False)
    if not answer.postings:
        st.info(words("Nothing is entered yet."))
        return
    st.caption(words("Nothing is erased. What was wrong is corrected by a new step."))
    columns: list[Column[Posting]] = [
        Column(words("Day"), text=lambda row: words.short_day(row.on)),
        Column(words("Party"), text=lambda row: label(row.party)),
        Column(words("Year"), text=lambda row: row.year),
        Column(words("What"), line=lambda row: _what(desk, row)),
        Column(words("Amount"), number=lambda row: written(desk, row.amount)),
        Column(words("Remark"), text=lambda row: row.note),
    ]
    if desk.may(Verb.EDIT_FUNDING):
        columns.append(
            Column(
                words("Wrong?"),
                line=lambda row: (
                    link(words("Correct"), "finansiering", prosjekt=answer.proposal.id, rett=row.entry)
                    if row.correctable
                    else ""
                ),
            )
        )
    table(desk, page_of(desk, answer.postings, key="logg"), columns, alt=words("Steps in the ledger"))
    unit(desk)


def correcting(desk: Desk, answer: FundedProject, posting: Posting | None) -> None:
    """Draw the form that undoes a posting by a new one."""
    words = desk.words
    heading(
        desk, words("Correct the ledger"), Message(N_("Project: {title}"), {"title": answer.proposal.title})
    )
    if posting is None or not posting.correctable:
        st.info(words("This step is corrected already, or is not there. Look in the ledger."))
        return
    facts(
        [
            (words("Day"), words.day(posting.on)),
            (words("Party"), label(posting.party)),
            (words("Budget year"), str(posting.year)),
            (words("What"), _way(desk, posting)),
            (words("Amount"), words.kroner(posting.amount)),
            (words("Remark"), posting.note),
        ]
    )
    st.markdown(words("The step is undone by a new one and stays in the ledger. Then enter what is right."))
    form = Form(desk, f"rett.{posting.entry}")
    note = form.text("note", words("Why it is wrong (required)"))
    form.give_up()
    undo = partial(correct, desk.database, posting.entry, note=note, on=desk.today, stamp=desk.stamp)
    if st.button(words("Undo the step"), type="primary") and form.attempt(undo):
        turn(N_("The step is undone. It stays in the ledger, marked as corrected."), rett=None)


def _what(desk: Desk, posting: Posting) -> Line:
    """Say what a posting did; one that is corrected says so in words, and is struck through."""
    text = _way(desk, posting)
    if posting.corrected:
        return Struck(text), f" {desk.words('(corrected, does not count)')}"
    return f"{desk.words('Correction:')} {text}" if posting.correction else text


def _way(desk: Desk, posting: Posting) -> str:
    """Return a posting as `Applied for → Promised`, or the one stage it put money at or took it from."""
    words = desk.words
    if posting.from_ and posting.to:
        return f"{words.name(posting.from_)} → {words.name(posting.to)}"
    if posting.to:
        return words("New: {stage}", stage=posting.to)
    return words("Taken back: {stage}", stage=posting.from_)
