"""What a proposal says as the round judges it, where it is marked and where it is recommended."""

from collections.abc import Sequence

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.tables import Column, table
from portfolio.pages.desk.texts import drawn, facts, paragraphs
from portfolio.pages.proposals.shown import at_length, briefly, filled
from portfolio.prioritising.gates import Answer, GateAnswer
from portfolio.prioritising.methods import Method
from portfolio.reports.prioritising.marks import ProposalMarks

AT_ONCE = ("owner_party", "partners", "summary")
"""The fields of a proposal that stand there at once; all others stand where the whole of it is read."""


def about(desk: Desk, method: Method, report: ProposalMarks) -> None:
    """Draw a proposal as the round holds it: in short, and one press away the whole text and the check."""
    words, proposal = desk.words, report.proposal
    first = [each for each in filled(proposal) if each.key in AT_ONCE]
    cost = (words("Cost, all years"), words.kroner(report.cost) if report.costs else "")
    facts([*briefly(desk, proposal, report.names, first), cost])
    if proposal.summary:
        paragraphs(proposal.summary)
    with st.expander(words("Read the whole proposal")):
        _texts(desk, report)
    count = _remarks(method, report.answers)
    label = Message(
        N_("The check: {count} remark"), {"count": count}, plural=N_("The check: {count} remarks")
    )
    with st.expander(drawn(desk, label) if count else words("The check: no remarks")):
        _answers(desk, method, report)


def _texts(desk: Desk, report: ProposalMarks) -> None:
    words, proposal = desk.words, report.proposal
    rest = filled(proposal, but=AT_ONCE)
    facts(briefly(desk, proposal, report.names, rest))
    at_length(desk, proposal, rest, head=lambda label: st.markdown(f"**{label}**"))
    if report.costs:
        table(
            desk,
            report.costs,
            [
                Column(words("Year"), text=lambda row: row[0]),
                Column(words("Cost"), number=lambda row: words.kroner(row[1])),
            ],
            alt=words("Cost per year"),
        )
    st.markdown(f"[{words('Open the proposal')}](/forslag?id={proposal.id})")


def _remarks(method: Method, answers: Sequence[GateAnswer]) -> int:
    """Return at how many of the gates the answer was not a plain yes."""
    gates = {gate.key for gate in method.gates}
    return sum(each.answer is not Answer.YES and each.gate in gates for each in answers)


def _answers(desk: Desk, method: Method, report: ProposalMarks) -> None:
    words, found = desk.words, {each.gate: each for each in report.answers}
    facts(
        [
            (words.put(gate.name), f"{words.name(found[gate.key].answer)}. {found[gate.key].reason}")
            for gate in method.gates
            if gate.key in found
        ]
    )
