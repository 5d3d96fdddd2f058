"""What the council recommends, and where a recommendation departs from the order."""

from collections.abc import Collection, Iterator, Mapping, Sequence
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

    @property
    def is_yes(self) -> bool:
        """Whether it is recommended, with conditions or without."""
        return STRENGTH[self] == max(STRENGTH.values())


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
    """A proposal put before others that stand above it, or recommended though an absolute requirement stops it.

    `before` is empty where it departs from a requirement. `reasons` are what was written by those who were asked why.
    """

    proposal: str
    before: tuple[str, ...]
    outcome: Outcome
    reasons: tuple[str, ...]

    @property
    def explained(self) -> bool:
        """Whether somebody was asked why, and wrote it."""
        return bool(self.reasons)

    @property
    def stopped(self) -> bool:
        """Whether it departs from an absolute requirement, and not from the order."""
        return not self.before


def departures(
    places: Mapping[str, int],
    words: Mapping[str, Recommendation],
    *,
    asked: Mapping[str, Collection[str]],
) -> tuple[Departure, ...]:
    """Return every departure from the order in a round, by place, in whichever turn the words were recorded.

    A proposal that stands above with a weaker word is passed by, and so is one without any: nobody has
    recommended it. A proposal without a place neither departs nor is passed by. Those that one reason covers are
    one departure, and those that none covers another.

    Args:
        places: the place of every ranked proposal.
        words: what is recommended, by proposal.
        asked: which others the reason for each recommendation was asked for.
    """
    order = sorted(places, key=lambda each: places[each])
    found = ((each, _passed(each, order, places, words)) for each in order if each in words)
    return tuple(each for own, passed in found for each in _covered(words, own, passed, asked))


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


def _covered(
    words: Mapping[str, Recommendation],
    own: str,
    passed: tuple[str, ...],
    asked: Mapping[str, Collection[str]],
) -> Iterator[Departure]:
    """Yield those passed that its own reason covers, those that their own reasons cover, and those that none does."""

    def covers(one: str, other: str) -> bool:
        return one in words and bool(words[one].reason) and other in asked.get(one, ())

    mine = tuple(each for each in passed if covers(own, each))
    theirs = tuple(each for each in passed if each not in mine and covers(each, own))
    left = tuple(each for each in passed if each not in (*mine, *theirs))
    reasons = (words[own].reason,), tuple(words[each].reason for each in theirs), ()
    for before, why in zip((mine, theirs, left), reasons, strict=True):
        if before:
            yield Departure(own, before, words[own].outcome, why)


def _turned(further_down: int, stronger: int) -> bool:
    """Say whether the other stands above with a weaker word, or below with a stronger one."""
    return (further_down < 0 and stronger < 0) or (further_down > 0 and stronger > 0)


def _unexplained(
    recommendation: Recommendation, passed_by: tuple[str, ...], *, stopped: bool
) -> Iterator[Unexplained]:
    if stopped and recommendation.outcome.is_yes and not recommendation.reason:
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
