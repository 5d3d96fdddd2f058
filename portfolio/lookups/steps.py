"""The steps of a round as the trail tells them: when, by whom, from which phase to which, and why."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from portfolio.prioritising.basis import Basis
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.recommendations import Recommendation
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.store.reading import Reader
from portfolio.store.trail import Trace

MOST = 1_000
"""Far more steps than any round has."""
STEPS: Mapping[tuple[RoundPhase, RoundPhase], str] = {
    (RoundPhase.PREPARING, RoundPhase.SCORING): "open_assessment",
    (RoundPhase.SCORING, RoundPhase.MEETING): "end_assessment",
    (RoundPhase.MEETING, RoundPhase.CLOSED): "conclude_round",
    (RoundPhase.SCORING, RoundPhase.PREPARING): "prepare_again",
    (RoundPhase.MEETING, RoundPhase.SCORING): "reopen_assessment",
    (RoundPhase.CLOSED, RoundPhase.MEETING): "reopen_round",
}
"""What each step is called in the trail."""
BEFORE = "advance"
"""What any step was called before a reason was asked for."""


@dataclass(frozen=True, slots=True)
class Step:
    """A round that went from one phase to another."""

    trace: Trace
    before: RoundPhase
    after: RoundPhase

    @property
    def back(self) -> bool:
        """Whether it went back."""
        return self.after is self.before.preceding


def steps(reader: Reader, round_id: str) -> tuple[Step, ...]:
    """Return the steps that a round has taken, the first first."""
    traces = reader.traces(subject=round_id, actions=(*STEPS.values(), BEFORE), most=MOST)
    return tuple(step for trace in reversed(traces) if (step := _step(trace, round_id)))


def opened(reader: Reader, round_: Round) -> bool:
    """Say whether a round is open for assessment, or has ever been."""
    held = reader.count(Basis, round=round_.id) + reader.count(Mark, round=round_.id)
    return round_.phase is not RoundPhase.PREPARING or held > 0 or bool(steps(reader, round_.id))


def last_step(reader: Reader, round_id: str, action: str) -> Step | None:
    """Return the last step of a round that the trail calls so."""
    return next((each for each in reversed(steps(reader, round_id)) if each.trace.action == action), None)


def from_before(reader: Reader, recommendation: Recommendation) -> bool:
    """Say whether what is recorded of a recommendation is from before the round was last opened again."""
    return recommendation.proposal in earlier(reader, recommendation.round)


def earlier(reader: Reader, round_id: str) -> frozenset[str]:
    """Return the proposals whose recommendation is from before the round was last opened again."""
    back = [each.trace.seq for each in steps(reader, round_id) if each.back]
    said = {each.id: each.proposal for each in reader.all(Recommendation, round=round_id)} if back else {}
    known = reader.versions_of(Recommendation, said)
    return frozenset(said[id] for id, kept in known.items() if kept[-1].seq < back[-1])


def _step(trace: Trace, round_id: str) -> Step | None:
    for change in json.loads(trace.changes):
        if change.get("id") == round_id and "phase" in change:
            before, after = change["phase"]
            return Step(trace, RoundPhase(before), RoundPhase(after))
    return None
