"""The formal check of one proposal in a round, and who answered what."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from portfolio.lookups.judging import method_of
from portfolio.parties import Party
from portfolio.people import Person
from portfolio.prioritising.gates import GateAnswer
from portfolio.prioritising.methods import Method
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.proposal import Proposal
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """The formal check of one proposal. `said` names by gate who answered, and when, where the trail knows.

    `revision` is the sum of the answers' revisions: the check as a whole is seen at it.
    """

    round: Round
    method: Method
    proposal: Proposal
    owner: str
    answers: Mapping[str, GateAnswer]
    said: Mapping[str, tuple[str, datetime]]

    @property
    def revision(self) -> int:
        """The revision of the check as a whole."""
        return sum(each.revision for each in self.answers.values())

    @property
    def open(self) -> bool:
        """Whether the check may still be changed."""
        return self.round.phase in (RoundPhase.PREPARING, RoundPhase.SCORING)


def check_sheet(reader: Reader, round_id: str, proposal_id: str) -> CheckSheet:
    """Return the requirements of one proposal with what is answered so far."""
    round_, proposal = reader.get(Round, round_id), reader.get(Proposal, proposal_id)
    owner = reader.find(Party, proposal.owner_party)
    answers = {each.gate: each for each in reader.all(GateAnswer, round=round_id, proposal=proposal_id)}
    return CheckSheet(
        round=round_,
        method=method_of(round_),
        proposal=proposal,
        owner=owner.name if owner else "",
        answers=answers,
        said={gate: who for gate, each in answers.items() if (who := _said(reader, each))},
    )


def _said(reader: Reader, answer: GateAnswer) -> tuple[str, datetime] | None:
    """Return who gave an answer last, and when; None where it came with many others at once."""
    for trace in reader.traces(subject=answer.proposal):
        if trace.action == "answer_gates" and any(
            change.get("id") == answer.id for change in json.loads(trace.changes)
        ):
            person = reader.find(Person, trace.person)
            return (person.name if person else trace.person), trace.at
    return None
