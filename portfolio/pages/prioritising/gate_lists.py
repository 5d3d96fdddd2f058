"""One gate for all the proposals of a round at a time: what most of them meet is answered together."""

from collections.abc import Mapping

import streamlit as st

from portfolio.actions.prioritising.gates import Answered, answer_gate
from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.lines import link
from portfolio.pages.desk.texts import drawn, heading, plain
from portfolio.pages.desk.turning import turn
from portfolio.prioritising.gates import Answer, GateAnswer, wants_reason
from portfolio.proposals.proposal import Proposal
from portfolio.reports.prioritising.gates import GateList, TheirAnswer, answered_at, gate_list


def show(desk: Desk, round_id: str, gate: str) -> None:
    """Show a requirement with the proposals that it waits for, to be answered together, and go on to the next."""
    words, report = desk.words, desk.ask(gate_list, round_id, gate, viewer=desk.person)
    st.markdown(f"[{words('Back to the round')}](/kontroll?runde={round_id})")
    heading(
        desk,
        f"{report.place}. {words.put(report.gate.name)}",
        N_("Answer for several proposals at a time. Write why where the answer is not a yes."),
        example=report.round.example,
    )
    st.markdown(plain(words.put(report.gate.question)))
    if report.gate.stops:
        st.badge(words("Must-have requirement: a no keeps it out of the order"), color="orange")
    st.markdown(f":small[{words('Source')}: {plain(report.gate.source)}]")
    if not (report.round.open_for_gates and _form(desk, report)):
        st.info(words("No proposal waits for an answer to this requirement."))
    _others(desk, report)


def _form(desk: Desk, report: GateList) -> bool:
    """Draw the form, and say whether there is anything to answer: what waits, and what I answered before a colleague did."""
    words = desk.words
    form = Form(desk, f"krav.{report.round.id}.{report.gate.key}", revision=report.revision)
    theirs = _theirs(desk, form, report)
    if not (report.held or theirs):
        return False
    fields = [each.proposal.id for each in report.held]
    st.button(words("Choose yes where nothing is chosen"), on_click=form.fill, args=(fields, Answer.YES))
    given = {id: _meanwhile(desk, form, each) for id, each in theirs.items()}
    given |= {each.proposal.id: _answer(desk, form, each.proposal) for each in report.held}
    form.give_up()
    label = words("Save and go to the next") if report.next else words("Save the check")
    if form.save(label) and _save(desk, form, report, given, over=tuple(theirs)):
        said = Message(N_("The answers to «{gate}» are saved."), {"gate": words.put(report.gate.name)})
        turn(said, krav=report.next)
    return True


def _theirs(desk: Desk, form: Form, report: GateList) -> Mapping[str, TheirAnswer]:
    """Return what colleagues have answered otherwise for what I have answered here and not saved, by proposal."""
    waiting = {each.proposal.id for each in report.held}
    mine = form.typed([id for id in report.round.proposals if id not in waiting])
    if not mine:
        return {}
    stand = desk.ask(answered_at, report.round.id, report.gate.key, mine, viewer=desk.person)
    return {id: each for id, each in stand.items() if not _alike(form, id, each.answer)}


def _alike(form: Form, id: str, theirs: GateAnswer) -> bool:
    """Say whether what I answered is what stands there."""
    answer, reason = form.holds(id), form.holds(f"reason.{id}")
    return answer == theirs.answer and (not wants_reason(theirs.answer) or reason == theirs.reason)


def _meanwhile(desk: Desk, form: Form, theirs: TheirAnswer) -> Answered:
    """Draw what I answered for a proposal, and what a colleague answered meanwhile."""
    words, given = desk.words, _answer(desk, form, theirs.held.proposal)
    facts = {"answer": theirs.answer.answer, "reference": theirs.held.proposal.reference, "who": theirs.who}
    text = (
        N_(
            "{who} has answered «{answer}» for {reference}. Yours is kept here, and not saved unless you say so again."
        )
        if theirs.who
        else N_(
            "«{answer}» is answered for {reference}. Yours is kept here, and not saved unless you say so again."
        )
    )
    st.warning(drawn(desk, Message(text, facts)))
    if theirs.answer.reason:
        st.caption(f"{words('Reason')}: {plain(theirs.answer.reason)}")
    return given


def _answer(desk: Desk, form: Form, proposal: Proposal) -> Answered:
    words = desk.words
    answer = form.steps(
        proposal.id,
        plain(f"{proposal.reference} {proposal.title}"),
        list(Answer),
        name=words.name,
        horizontal=True,
    )
    st.markdown(f":small[{link(words('Read the proposal'), 'forslag', id=proposal.id)}]")
    if answer is None or not wants_reason(answer):
        return answer, ""
    return answer, form.paragraph(f"reason.{proposal.id}", words("Reason (required)"))


def _save(
    desk: Desk, form: Form, report: GateList, given: Mapping[str, Answered], *, over: tuple[str, ...]
) -> bool:
    return form.attempt(
        lambda: answer_gate(
            desk.database,
            report.round.id,
            report.gate.key,
            answers=given,
            seen=form.seen,
            over=over,
            stamp=desk.stamp,
        )
    )


def _others(desk: Desk, report: GateList) -> None:
    """Draw the way to each of the other requirements."""
    words = desk.words
    st.subheader(words("The other requirements"), anchor=False)
    for place, gate in enumerate(report.gates, 1):
        if gate.key != report.gate.key:
            named = link(words.put(gate.name), "kontroll", runde=report.round.id, krav=gate.key)
            st.markdown(f"{place}. {named}")
