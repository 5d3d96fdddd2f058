"""The sharing key: which municipalities share a joint contribution, by what, and what each carries."""

from collections.abc import Mapping
from datetime import date

from pydantic import Field, model_validator

from portfolio.given import Given, Key
from portfolio.messages import N_
from portfolio.money import Money, split
from portfolio.objections import Objection


class Sharing(Given):
    """How a project's municipalities share what they contribute together.

    By inhabitants on `on`, among `members` (party ids); the øre left over go by largest remainder, and
    among equal remainders to the lowest municipality number.
    """

    id: Key
    proposal: Key
    on: date
    members: tuple[Key, ...] = Field(min_length=1)
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
    return split(amount, {member: inhabitants[member] for member in sorted(sharing.members)})
