"""The gates of one proposal: each requirement answered with a reason, with its source in sight."""

from collections.abc import Mapping

import streamlit as st

from portfolio.actions.prioritising.basis import take_in
from portfolio.actions.prioritising.gates import Answered, answer_gates
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.seen import yes
from portfolio.pages.desk.tables import Column, table
from portfolio.pages.desk.texts import drawn, facts, heading, plain
from portfolio.pages.desk.turning import turn
from portfolio.pages.prioritising import steps
from portfolio.pages.proposals.changed import since
from portfolio.people import Verb
from portfolio.prioritising.basis import Basis
from portfolio.prioritising.gates import Answer, wants_reason
from portfolio.prioritising.methods import Gate
from portfolio.reports.prioritising.gates import ProposalGates, proposal_gates

EARLIER = N_("Answered on an earlier version of the proposal.")
AGAIN = N_("Look again, and save the check to say that it still holds.")


def show(desk: Desk, round_id: str, proposal_id: str) -> None:
    """Show the requirements of a proposal: to be answered while that is open, else to be read."""
    words, report = desk.words, desk.ask(proposal_gates, round_id, proposal_id, viewer=desk.person)
    st.markdown(f"[{words('Back to the round')}](/kontroll?runde={round_id})")
    if report.aside:
        heading(desk, report.proposal.title, example=report.proposal.example)
        st.info(words("You stand aside here. Somebody else checks the requirements."))
        return
    heading(
        desk,
        report.proposal.title,
        N_(
            "Answer each requirement, and write why where it is not a yes. You may save some now and the rest later."
        ),
        example=report.proposal.example,
    )
    _about(desk, report)
    if report.open and desk.may(Verb.ANSWER_GATES):
        _form(desk, report)
    else:
        _answers(desk, report)
    steps.reasons(desk, report.turned)


def _about(desk: Desk, report: ProposalGates) -> None:
    words, proposal = desk.words, report.proposal
    facts(
        [
            (words("Reference"), proposal.reference),
            (words("Owner"), report.owner),
            (words("Statutory"), proposal.statutory),
        ]
    )
    st.markdown(f"[{words('Read the proposal')}](/forslag?id={proposal.id})")
    _version(desk, report)
    if proposal.statutory and report.method.statutory_outside:
        st.info(words("It is statutory, so it stands apart from the order whatever the check finds."))


def _version(desk: Desk, report: ProposalGates) -> None:
    """Draw what has become of the proposal since the round took it in, and the way to take in what is new."""
    words, held = desk.words, report.held
    if held.moved and held.basis:
        st.info(drawn(desk, Message(N_("The proposal is now: {phase}."), {"phase": held.phase})))
    since(desk, report.since)
    if not (report.since and report.open and held.basis and desk.may(Verb.RUN_ROUNDS)):
        return
    st.markdown(
        words("Take it in, and members who have marked it are asked to confirm or change their marks.")
    )
    shown = (held.basis.revision, held.now.revision)
    agreed = yes(words("Take in the new version"), shown, name=f"take-in.{held.basis.id}")
    if agreed is not None:
        _take_in(desk, report, held.basis, *agreed)


def _take_in(desk: Desk, report: ProposalGates, basis: Basis, seen: int, read: int) -> None:
    try:
        take_in(desk.database, basis.round, basis.proposal, seen=seen, read=read, stamp=desk.stamp)
    except Objection as objection:
        st.error(drawn(desk, objection.message))
    else:
        turn(Message(N_("The round now judges «{title}» as it stands."), {"title": report.held.now.title}))


def _form(desk: Desk, report: ProposalGates) -> None:
    words = desk.words
    form = Form(desk, f"kontroll.{report.round.id}.{report.proposal.id}", revision=report.revision)
    given = {
        gate.key: _gate(desk, form, report, place, gate) for place, gate in enumerate(report.method.gates, 1)
    }
    why = _why(desk, form, report)
    form.give_up()
    label = words("Save and go to the next") if report.next else words("Save the check")
    if form.save(label) and _save(desk, form, report, given, why):
        saved = Message(N_("The check of «{title}» is saved."), {"title": report.proposal.title})
        turn(saved, forslag=report.next)


def _why(desk: Desk, form: Form, report: ProposalGates) -> str:
    """Draw the field for why an answer is changed, where members may have marked by it."""
    words = desk.words
    if not report.answers:
        return ""
    return form.paragraph(
        "why",
        words("Why an answer is changed"),
        help=words("Required where members have given marks by the answer that stands."),
    )


def _gate(desk: Desk, form: Form, report: ProposalGates, place: int, gate: Gate) -> Answered:
    words, stored = desk.words, report.answers.get(gate.key)
    st.subheader(plain(f"{place}. {words.put(gate.name)}"), anchor=False)
    if gate.stops:
        st.badge(words("Must-have requirement: a no keeps it out of the order"), color="orange")
    left, right = st.columns([2, 3], gap="large")
    with left:
        answer = form.steps(
            gate.key,
            plain(words.put(gate.question)),
            list(Answer),
            stored.answer if stored else None,
            name=words.name,
            horizontal=True,
        )
    with right:
        reason = form.paragraph(
            f"reason.{gate.key}",
            words("Reason (required)") if answer and wants_reason(answer) else words("Reason"),
            stored.reason if stored else "",
        )
    _said(desk, report, gate)
    return answer, reason


def _said(desk: Desk, report: ProposalGates, gate: Gate) -> None:
    """Draw what is stored now, by whom, and where the requirement comes from."""
    words, stored, who = desk.words, report.answers.get(gate.key), report.said.get(gate.key)
    if stored and who:
        now = words(
            "Saved: {answer}. {who}, {when}.", answer=words.name(stored.answer), who=who[0], when=who[1]
        )
        st.caption(plain(now))
    elif stored:
        st.caption(plain(words("Saved: {answer}.", answer=words.name(stored.answer))))
    if gate.key in report.earlier:
        st.warning(f"{words(EARLIER)} {words(AGAIN)}")
    st.markdown(f":small[{words('Source')}: {plain(gate.source)}]")


def _save(desk: Desk, form: Form, report: ProposalGates, given: Mapping[str, Answered], why: str) -> bool:
    return form.attempt(
        lambda: answer_gates(
            desk.database,
            report.round.id,
            report.proposal.id,
            answers=given,
            seen=form.seen,
            why=why,
            stamp=desk.stamp,
        )
    )


def _answers(desk: Desk, report: ProposalGates) -> None:
    words, answers = desk.words, report.answers
    st.info(drawn(desk, N_("The check is closed, since the assessment is over.")))
    table(
        desk,
        report.method.gates,
        [
            Column(words("Requirement"), text=lambda gate: words.put(gate.name)),
            Column(words("Answer"), text=lambda gate: _answer(desk, report, gate)),
            Column(
                words("Reason"), text=lambda gate: answers[gate.key].reason if gate.key in answers else ""
            ),
            Column(words("Source"), text=lambda gate: gate.source),
        ],
        alt=words("The secretariat's answers to the requirements"),
    )


def _answer(desk: Desk, report: ProposalGates, gate: Gate) -> str:
    words, answer = desk.words, report.answers.get(gate.key)
    if answer is None:
        return words("Not answered")
    name = words.name(answer.answer)
    return f"{name}. {words(EARLIER)}" if gate.key in report.earlier else name
