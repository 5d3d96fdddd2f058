"""The sharing key: which municipalities share a joint contribution, by which rule, and what each carries."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from portfolio.given import Given, Key
from portfolio.messages import N_, Message
from portfolio.money import Money, split
from portfolio.objections import Objection


class ByInhabitants(Given):
    """Each by its inhabitants on the key's day.

    The øre left over go by largest remainder, and among equal remainders to the lowest municipality number.
    """

    kind: Literal["inhabitants"] = "inhabitants"

    asked: ClassVar[Mapping[str, str]] = MappingProxyType({"on": N_("Population on (required)")})
    """What a person must choose besides who shares, each with the words by which it is asked."""

    def parts(self, amount: Money, *, inhabitants: Mapping[str, int]) -> Mapping[str, Money]:
        """Return what each carries of an amount; `inhabitants` are of those who share, by municipality number."""
        return split(amount, inhabitants)

    def told(self, sharing: "Sharing", *, inhabitants: int, everybody: bool) -> tuple[Message, ...]:
        """Return who shares and by what, in sentences; `inhabitants` are of all who share, `everybody` all there are."""
        how = N_(
            "Each carries its part rounded down to whole øre. The øre left over go one by one to those with the largest remainder, and among equal remainders to the lowest municipality number. The parts always sum to the amount."
        )
        return self._who(sharing, inhabitants, everybody=everybody), Message(how)

    def explained(self) -> Message:
        """Return the rule in words for somebody who sees only the amounts."""
        return Message(
            N_(
                "What the municipalities give together is shared by population. Each gets its share rounded down to whole øre. The øre left over go one by one to those with the largest remainder, and among equal remainders to the lowest municipality number. The parts always sum to the amount."
            )
        )

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


Rule = ByInhabitants
"""By what they share, a closed union. Another kind is a class here that answers the same, with a `kind` of its own;
it is kept and read back as it is."""


class Sharing(Given):
    """How a project's municipalities share what they contribute together.

    By the `rule`, with the population on `on`, among `members` (party ids).
    """

    id: Key
    proposal: Key
    on: date
    members: tuple[Key, ...] = Field(min_length=1)
    rule: Rule = ByInhabitants()
    revision: int = 1

    @model_validator(mode="after")
    def _each_once(self) -> "Sharing":
        if len(set(self.members)) != len(self.members):
            raise ValueError("a municipality is named twice")
        return self


class NotShared(Objection):
    """A joint contribution without a sharing key, or a key that does not hold."""


class NoInhabitants(Objection):
    """A municipality whose inhabitants on the stated day are not known."""


def shares(amount: Money, sharing: Sharing, *, inhabitants: Mapping[str, int]) -> Mapping[str, Money]:
    """Return what each of the municipalities carries, to the øre; the parts sum to the amount.

    Args:
        inhabitants: by party id, on the sharing's day.

    Raises:
        NoInhabitants: one of them had no inhabitants known on that day.
    """
    strangers = [member for member in sharing.members if member not in inhabitants]
    if strangers:
        raise NoInhabitants(
            N_(
                "{count} of the municipalities have no known population on {on}. Choose another date or take them out."
            ),
            about="on",
            count=len(strangers),
            on=sharing.on,
        )
    own = {member: inhabitants[member] for member in sorted(sharing.members)}
    return sharing.rule.parts(amount, inhabitants=own)


def explained(sharings: Iterable[Sharing]) -> tuple[Message, ...]:
    """Return each rule that is in use in words, once; where nobody shares yet, the rule that they begin with."""
    rules = dict.fromkeys(each.rule for each in sharings) or (ByInhabitants(),)
    return tuple(rule.explained() for rule in rules)
