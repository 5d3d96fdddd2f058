"""What the council recommends, and where a recommendation departs from the order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from portfolio.given import Given, Key, Paragraph
from portfolio.messages import N_
from portfolio.objections import Objection


class Outcome(StrEnum):
    """What the council may recommend; `STRENGTH` says which is stronger."""

    RECOMMENDED = "recommended"
    WITH_CONDITIONS = "with_conditions"
    LOOK_FURTHER = "look_further"
    NOT_RECOMMENDED = "not_recommended"


STRENGTH: Mapping[Outcome, int] = {
    Outcome.NOT_RECOMMENDED: 0,
    Outcome.LOOK_FURTHER: 1,
    Outcome.WITH_CONDITIONS: 2,
    Outcome.RECOMMENDED: 2,
}
"""Recommended with conditions is still recommended."""


class Recommendation(Given):
    """What the council recommends KS to do with a proposal in a round, on which conditions and why."""

    id: Key
    round: Key
    proposal: Key
    outcome: Outcome
    conditions: Paragraph = ""
    reason: Paragraph = ""
    revision: int = 1


def recommendation_id(round_: str, proposal: str) -> str:
    """Return the stable id of the council's recommendation on a proposal in a round."""
    return f"{round_}.{proposal}"


class Unexplained(Objection):
    """A recommendation that needs a reason or a condition and has none."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A proposal put before others that stand above it.

    `reasons` are what explains it: its own, or else those of the others; it is `explained` where they cover all of it.
    """

    proposal: str
    before: tuple[str, ...]
    outcome: Outcome
    reasons: tuple[str, ...]
    explained: bool


def departures(places: Mapping[str, int], words: Mapping[str, Recommendation]) -> tuple[Departure, ...]:
    """Return every departure from the order in a round, by place, in whichever turn the words were recorded.

    A proposal that stands above with a weaker word is passed by, and so is one without any: nobody has
    recommended it. A proposal without a place neither departs nor is passed by.

    Args:
        places: the place of every ranked proposal.
        words: what is recommended, by proposal.
    """
    order = sorted(places, key=lambda each: places[each])
    found = ((each, _passed(each, order, places, words)) for each in order if each in words)
    return tuple(_departure(words, each, passed) for each, passed in found if passed)


def departs(
    outcome: Outcome, *, proposal: str, places: Mapping[str, int], others: Mapping[str, Outcome]
) -> tuple[str, ...]:
    """Return the proposals that this outcome is out of order with.

    Those placed better with a weaker outcome, and those placed worse with a stronger one. A proposal
    without a place (statutory, or stopped by a requirement) departs from nothing.

    Args:
        places: the place of every ranked proposal.
        others: the outcomes recorded for the other proposals.
    """
    if proposal not in places:
        return ()
    return tuple(
        other
        for other, theirs in others.items()
        if other != proposal
        and other in places
        and _turned(places[other] - places[proposal], STRENGTH[theirs] - STRENGTH[outcome])
    )


def unexplained(
    recommendation: Recommendation, passed_by: tuple[str, ...], *, stopped: bool = False
) -> tuple[Objection, ...]:
    """Return what the recommendation must say and does not.

    Args:
        passed_by: the references of the proposals it is out of order with.
        stopped: whether an absolute requirement was answered no.
    """
    return tuple(_unexplained(recommendation, passed_by, stopped=stopped))


def _passed(
    own: str, order: Sequence[str], places: Mapping[str, int], words: Mapping[str, Recommendation]
) -> tuple[str, ...]:
    """Return those above with a weaker word than this one, or with none."""

    def strength(proposal: str) -> int:
        return STRENGTH[words[proposal].outcome] if proposal in words else STRENGTH[Outcome.NOT_RECOMMENDED]

    return tuple(each for each in order if places[each] < places[own] and strength(each) < strength(own))


def _departure(words: Mapping[str, Recommendation], own: str, passed: tuple[str, ...]) -> Departure:
    reason = words[own].reason
    theirs = [words[each].reason if each in words else "" for each in passed]
    return Departure(
        proposal=own,
        before=passed,
        outcome=words[own].outcome,
        reasons=(reason,) if reason else tuple(each for each in theirs if each),
        explained=bool(reason) or all(theirs),
    )


def _turned(further_down: int, stronger: int) -> bool:
    """Say whether the other stands above with a weaker word, or below with a stronger one."""
    return (further_down < 0 and stronger < 0) or (further_down > 0 and stronger > 0)


def _unexplained(
    recommendation: Recommendation, passed_by: tuple[str, ...], *, stopped: bool
) -> Iterator[Unexplained]:
    strongest = STRENGTH[recommendation.outcome] == max(STRENGTH.values())
    if stopped and strongest and not recommendation.reason:
        yield Unexplained(
            N_("An absolute requirement is answered no. Write why the proposal is recommended all the same."),
            about="reason",
        )
    if recommendation.outcome is Outcome.WITH_CONDITIONS and not recommendation.conditions:
        yield Unexplained(N_("Write the conditions."), about="conditions")
    if passed_by and not recommendation.reason:
        yield Unexplained(
            N_(
                "This departs from the order, compared with {others}. Write the reason, so that everyone can see why."
            ),
            about="reason",
            others=", ".join(passed_by),
        )
