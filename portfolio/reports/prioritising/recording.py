"""What must always hold of what is recorded in a round: each word on what is in it, each step with its reason."""

from collections.abc import Iterator

from portfolio.catalogue.methods import methods
from portfolio.lookups.departing import departing
from portfolio.lookups.progress import unfinished
from portfolio.lookups.steps import BEFORE, Step, last_step, steps
from portfolio.messages import N_, Message
from portfolio.prioritising.decisions import Decision
from portfolio.prioritising.recommendations import Recommendation
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.reports.invariants import Rule
from portfolio.store.reading import Reader


def _said_elsewhere(reader: Reader) -> Iterator[Message]:
    """Yield the recommendations and decisions on a proposal that is not in their round."""
    held = {(each.id, proposal) for each in reader.all(Round) for proposal in each.proposals}
    said = [(each.round, each.proposal) for each in reader.all(Recommendation)]
    said += [(each.round, each.proposal) for each in reader.all(Decision)]
    for round_, proposal in said:
        if (round_, proposal) not in held:
            facts = {"proposal": proposal, "round": round_}
            yield Message(N_("{proposal} has a word in {round} and is not in it"), facts)


def _on_without_a_reason(reader: Reader) -> Iterator[Message]:
    """Yield the rounds that went on before their time though nobody said why.

    What a member has not marked when the assessment is ended, and what has no recommendation when the round is
    concluded, can no longer be changed, so it is seen from what stands. Steps from before reasons were asked for
    are not held to it.
    """
    for round_ in reader.all(Round):
        said = {each.proposal for each in reader.all(Recommendation, round=round_.id)}
        silent = round_.phase is RoundPhase.CLOSED and set(round_.proposals) - said
        for action, unsaid in (("end_assessment", round_.assessed), ("conclude_round", silent)):
            step = last_step(reader, round_.id, action) if unsaid else None
            if step and not step.trace.reason and _left(reader, round_, step):
                yield Message(
                    N_("{round} went on by trace {number}"), {"round": round_.id, "number": step.trace.seq}
                )


def _left(reader: Reader, round_: Round, step: Step) -> bool:
    """Say whether something was left when a step was taken: to mark, by whoever could then, or to recommend."""
    ending = step.trace.action == "end_assessment"
    return not ending or bool(unfinished(reader, round_, after=step.trace.seq))


def _departures_unexplained(reader: Reader) -> Iterator[Message]:
    """Yield the departures in a concluded round, from the order or a requirement, that nobody has given a reason for.

    A round that was concluded before reasons were asked for is not held to it.
    """
    for round_ in reader.all(Round, phase=RoundPhase.CLOSED):
        into = [each.trace for each in steps(reader, round_.id) if each.after is RoundPhase.CLOSED]
        excused = into and (into[-1].action == BEFORE or into[-1].reason)
        for each in () if excused or round_.method not in methods() else departing(reader, round_):
            facts = {"round": round_.id, "proposal": each.proposal, "others": ", ".join(each.before)}
            if each.stopped and not each.explained:
                yield Message(N_("{round}: {proposal} is recommended though a requirement stops it"), facts)
            elif not each.explained:
                yield Message(N_("{round}: {proposal} is put before {others}"), facts)


RULES = (
    Rule(N_("Every recommendation and decision is on a proposal in its round"), _said_elsewhere),
    Rule(N_("A round that went on before all was in says why"), _on_without_a_reason),
    Rule(
        N_("Every departure from the order or a requirement in a concluded round has a reason"),
        _departures_unexplained,
    ),
)
