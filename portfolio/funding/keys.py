"""The sharing key: which municipalities share a joint contribution, by which rule, and what each carries."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from portfolio.given import Given, Key
from portfolio.messages import N_, Message
from portfolio.money import Money, split
from portfolio.objections import Objection
from portfolio.periods import EARLIEST


class ByInhabitants(Given):
    """Each by its inhabitants on the key's day.

    The øre left over go by largest remainder, and among equal remainders to the lowest municipality number.
    """

    kind: Literal["inhabitants"] = "inhabitants"

    asked: ClassVar[Mapping[str, str]] = MappingProxyType({"on": N_("Population on (required)")})
    """What a person must choose besides who shares, each with the words by which it is asked."""

    counts_inhabitants: ClassVar[bool] = True
    """Whether it cannot share among somebody whose inhabitants are not known."""

    def parts(
        self, amount: Money, members: Sequence[str], *, inhabitants: Mapping[str, int]
    ) -> Mapping[str, Money]:
        """Return what each carries of an amount; `members` stand in order of number, `inhabitants` are by party id."""
        return split(amount, {member: inhabitants[member] for member in members})

    def told(self, sharing: "Sharing", *, inhabitants: int, everybody: bool) -> tuple[Message, ...]:
        """Return who shares and by what, in sentences; `inhabitants` are of all who share, `everybody` all there are."""
        return self._who(sharing, inhabitants, everybody=everybody), self._how()

    def explained(self) -> Message:
        """Return the rule in words for somebody who sees only the amounts."""
        what = N_("What the municipalities give together is shared by population. {how}")
        return Message(what, {"how": self._how()})

    def _who(self, sharing: "Sharing", inhabitants: int, *, everybody: bool) -> Message:
        facts = {
            "count": len(sharing.members),
            "inhabitants": Decimal(inhabitants),
            "day": sharing.on,
        }
        if everybody:
            text = N_("All {count} municipalities share, by their population on {day}: {inhabitants} in all.")
            return Message(text, facts)
        return Message(
            N_("{count} municipality shares, by its population on {day}: {inhabitants}."),
            facts,
            plural=N_("{count} municipalities share, by their population on {day}: {inhabitants} in all."),
        )

    def _how(self) -> Message:
        return Message(
            N_(
                "Each carries its part rounded down to whole øre. The øre left over go one by one to those with the largest remainder, and among equal remainders to the lowest municipality number. The parts always sum to the amount."
            )
        )


Rule = ByInhabitants
"""By what they share, a closed union. Another kind is a class here that answers the same, with a `kind` of its own,
named in this union; it is then kept, read back, shared by and told of as it is. What it asks for, the pages must know
how to draw."""


class Sharing(Given):
    """How a project's municipalities share what they contribute together.

    By the `rule`, among `members` (party ids); where it counts inhabitants, by those on the day `on`. It holds of what
    is paid on the day `applies_from` or later, until the next key of the project applies.
    """

    id: Key
    proposal: Key
    applies_from: date = EARLIEST
    on: date
    members: tuple[Key, ...] = Field(min_length=1)
    rule: Rule = ByInhabitants()
    revision: int = 1

    @model_validator(mode="after")
    def _each_once(self) -> "Sharing":
        if len(set(self.members)) != len(self.members):
            raise ValueError("a municipality is named twice")
        return self


By = Callable[[Money], Mapping[str, Money]]
"""What each carries of an amount, by a key."""


class NotShared(Objection):
    """A joint contribution without a sharing key, or a key that does not hold."""


class NoInhabitants(Objection):
    """A municipality whose inhabitants on the stated day are not known."""


def shares(amount: Money, sharing: Sharing, *, inhabitants: Mapping[str, int]) -> Mapping[str, Money]:
    """Return what each of the municipalities carries, to the øre; the parts sum to the amount.

    Args:
        inhabitants: by party id, on the sharing's day.

    Raises:
        NoInhabitants: the rule counts them, and one of the municipalities had none known on that day.
    """
    strangers = uncounted(sharing, inhabitants)
    if strangers:
        raise NoInhabitants(
            N_(
                "{count} of the municipalities have no known population on {on}. Choose another date or take them out."
            ),
            about="on",
            count=len(strangers),
            on=sharing.on,
        )
    return sharing.rule.parts(amount, sorted(sharing.members), inhabitants=inhabitants)


def shares_beyond(amount: Money, there: Money, by: By) -> Mapping[str, Money]:
    """Return what each carries of an amount that comes on top of another, so that both together are shared as one.

    It is what each carries of both less what each carries of the first. An øre that is left over may go to another as a
    sum grows; where somebody would so be given something back, the amount is shared by itself instead. So the parts sum
    to the amount, and none is below zero.

    Args:
        there: what it comes on top of.
        by: what each carries of any amount.
    """
    if not there or not amount:
        return by(amount)
    before, after = by(there), by(there + amount)
    parts = {party: part.ore - before[party].ore for party, part in after.items()}
    if min(parts.values()) < 0:
        return by(amount)
    return {party: Money(ore) for party, ore in parts.items()}


def sharing_id(proposal: str, *, applies_from: date) -> str:
    """Return the stable id of a project's key that applies from a day; the first is known by the project alone."""
    return f"fordeling:{proposal}" if applies_from == EARLIEST else f"fordeling:{proposal}.{applies_from}"


def in_force(sharings: Iterable[Sharing], on: date) -> Sharing:
    """Return which of a project's keys holds of what is paid on a day: the latest that applies, else the first."""
    first, *later = sorted(sharings, key=_since)
    return next((each for each in reversed(later) if each.applies_from <= on), first)


def planned_by(sharings: Iterable[Sharing], year: int) -> Sharing:
    """Return which of a project's keys shares the plans of a budget year: the one that holds on its last day."""
    return in_force(sharings, date(year, 12, 31))


def newest(sharings: Iterable[Sharing]) -> Sharing:
    """Return which of a project's keys applies last."""
    return max(sharings, key=_since)


def _since(sharing: Sharing) -> date:
    return sharing.applies_from


def uncounted(sharing: Sharing, inhabitants: Mapping[str, int]) -> tuple[str, ...]:
    """Return those who share and cannot, since the rule counts inhabitants and theirs are not known."""
    if not sharing.rule.counts_inhabitants:
        return ()
    return tuple(member for member in sharing.members if member not in inhabitants)


def explained(sharings: Iterable[Sharing]) -> tuple[Message, ...]:
    """Return each rule that is in use in words, once; where nobody shares yet, the rule that they begin with."""
    rules = dict.fromkeys(each.rule for each in sharings) or (ByInhabitants(),)
    return tuple(rule.explained() for rule in rules)
