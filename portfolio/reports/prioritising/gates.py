"""The gates of one proposal in a round: what is answered, by whom and when."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from portfolio.lookups.basis import AsJudged, as_judged, in_round, version_judged
from portfolio.lookups.judging import gate_answers, gate_as_whole, method_of
from portfolio.parties import Party
from portfolio.people import Person
from portfolio.prioritising.gates import GateAnswer, GateAnswers, unanswered
from portfolio.prioritising.methods import Gate, Method
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.reports.changes import Changed, since
from portfolio.reports.prioritising.impartiality import aside_from, stands_aside
from portfolio.reports.prioritising.seeing import seen
from portfolio.reports.prioritising.steps import StepRow, changes
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class ProposalGates:
    """The gates of one proposal. `said` names by gate who answered, and when, where the trail knows.

    `turned` are the times an answer was changed after members had marked by it, each with the reason.
    Of a proposal that the viewer stands `aside` from there is nothing but the proposal.
    `next` is a proposal that waits for answers, which the viewer may go on to.
    `earlier` are those that were answered on an earlier version of the proposal, and `since` is how it is another by now than
    the round holds it.
    """

    round: Round
    method: Method
    held: AsJudged
    owner: str
    answers: Mapping[str, GateAnswer]
    earlier: frozenset[str]
    said: Mapping[str, tuple[str, datetime]]
    since: Changed | None
    turned: tuple[StepRow, ...]
    next: str | None = None
    aside: bool = False

    @property
    def proposal(self) -> Proposal:
        """The proposal as it is judged."""
        return self.held.proposal

    @property
    def revision(self) -> int:
        """The revision of the answers as a whole."""
        return GateAnswers(answers=tuple(self.answers.values()), read=self.proposal.revision).revision

    @property
    def open(self) -> bool:
        """Whether the answers may still be changed."""
        return self.round.open_for_gates


@dataclass(frozen=True, slots=True)
class GateList:
    """One gate of a round, with the proposals that it waits to be answered for; `next` is the next that waits for any."""

    round: Round
    gate: Gate
    place: int
    gates: tuple[Gate, ...]
    held: tuple[AsJudged, ...]
    revision: int
    next: str | None


@dataclass(frozen=True, slots=True)
class TheirAnswer:
    """The answer that stands at a gate for a proposal, and who gave it; nobody's name where it came with many at once."""

    held: AsJudged
    answer: GateAnswer
    who: str


def proposal_gates(reader: Reader, round_id: str, proposal_id: str, *, viewer: Person) -> ProposalGates:
    """Return the gates of one proposal with what is answered so far."""
    round_ = seen(reader, round_id, viewer=viewer)
    held = in_round(reader, round_, proposal_id)
    owner = reader.find(Party, held.proposal.owner_party)
    if stands_aside(reader, round_id, proposal_id, viewer=viewer):
        return ProposalGates(
            round_, method_of(round_), held, "", {}, frozenset(), {}, since=None, turned=(), aside=True
        )
    made = version_judged(reader, proposal_id, basis=held.basis)
    answers = {each.gate: each for each in reader.all(GateAnswer, round=round_id, proposal=proposal_id)}
    return ProposalGates(
        round=round_,
        method=method_of(round_),
        held=held,
        owner=owner.name if owner else "",
        answers=answers,
        earlier=frozenset(gate for gate, each in answers.items() if each.upon < made),
        since=since(reader, held),
        next=_next(reader, round_, proposal_id, viewer=viewer),
        turned=changes(reader, round_, proposal_id, action="answer_gates"),
        said={gate: who for gate, each in answers.items() if (who := _said(reader, each))},
    )


def gate_list(reader: Reader, round_id: str, key: str, *, viewer: Person) -> GateList:
    """Return one gate with the proposals that it is not answered for, but those that the viewer stands aside from.

    Where no gate has the key it is the first that waits.
    """
    round_ = seen(reader, round_id, viewer=viewer)
    gates, left = method_of(round_).gates, _left(reader, round_, viewer=viewer)
    waits = [each for each in gates if any(each.key in keys for keys in left.values())]
    gate = next((each for each in gates if each.key == key), [*waits, *gates][0])
    place = gates.index(gate) + 1
    around = (*gates[place:], *gates[: place - 1])
    return GateList(
        round=round_,
        gate=gate,
        place=place,
        gates=gates,
        held=tuple(each for id, each in as_judged(reader, round_).items() if gate.key in left.get(id, ())),
        revision=gate_as_whole(reader, round_, gate.key, person=viewer).revision,
        next=next((each.key for each in around if each in waits), None),
    )


def answered_at(
    reader: Reader, round_id: str, gate: str, proposals: tuple[str, ...], *, viewer: Person
) -> Mapping[str, TheirAnswer]:
    """Return the answers to a gate that stand for these proposals, but those that the viewer stands aside from."""
    round_ = seen(reader, round_id, viewer=viewer)
    aside, answers = aside_from(reader, round_id, viewer=viewer), gate_answers(reader, round_)
    stand = {
        id: each
        for id in round_.proposals
        if id in proposals and id not in aside
        for each in answers.get(id, ())
        if each.gate == gate
    }
    texts = as_judged(reader, round_, *stand) if stand else {}
    return {
        id: TheirAnswer(texts[id], each, who[0] if (who := _said(reader, each)) else "")
        for id, each in stand.items()
    }


def _next(reader: Reader, round_: Round, proposal: str, *, viewer: Person) -> str | None:
    """Return the next proposal that waits for answers after this one, and from the first again."""
    place = round_.proposals.index(proposal) + 1
    waiting = _left(reader, round_, viewer=viewer)
    around = (*round_.proposals[place:], *round_.proposals[: place - 1])
    return next((each for each in around if waiting.get(each)), None)


def _left(reader: Reader, round_: Round, *, viewer: Person) -> Mapping[str, frozenset[str]]:
    """Return which gates are left to answer, by each proposal that the viewer does not stand aside from."""
    method, answers = method_of(round_), gate_answers(reader, round_)
    aside = aside_from(reader, round_.id, viewer=viewer)
    return {
        id: frozenset(each.key for each in unanswered(method, answers.get(id, ())))
        for id in round_.proposals
        if id not in aside
    }


def _said(reader: Reader, answer: GateAnswer) -> tuple[str, datetime] | None:
    """Return who gave an answer last, and when; None where it came with many others at once."""
    for trace in reader.traces(subject=answer.proposal):
        if trace.action == "answer_gates" and any(
            change.get("id") == answer.id for change in json.loads(trace.changes)
        ):
            return reader.who_and_when(trace)
    return None
