"""Money in whole øre: exact sums, and splits that lose nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from portfolio.messages import N_
from portfolio.objections import Objection

K = TypeVar("K")

MOST = 10**17
"""No amount may reach this many øre (one thousand trillion kroner): it fits BIGINT with room for sums."""


class NotAnAmount(Objection):
    """A text or number that is not an amount in kroner and whole øre."""


class NothingToShareBy(Objection):
    """Weights by which nothing can be shared."""


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in øre, positive or negative.

    >>> Money.kroner(12) + Money(50)
    Money(ore=1250)
    """

    ore: int = 0

    def __post_init__(self) -> None:
        if type(self.ore) is not int:
            raise NotAnAmount(N_("An amount is whole øre, not {given}."), given=repr(self.ore))
        if abs(self.ore) >= MOST:
            raise NotAnAmount(N_("The amount is too large to be right. Check the number of digits."))

    @classmethod
    def kroner(cls, amount: int | Decimal) -> "Money":
        """Return an exact number of kroner with at most two decimals as money."""
        exact = Decimal(amount)
        if not exact.is_finite() or exact.adjusted() > len(str(MOST)):
            raise NotAnAmount(N_("The amount is too large to be right. Check the number of digits."))
        ore = Fraction(exact) * 100
        if ore.denominator != 1:
            raise NotAnAmount(N_("An amount has at most two decimals. {given} has more."), given=str(amount))
        return cls(ore.numerator)

    @property
    def in_kroner(self) -> Decimal:
        """The amount as an exact decimal number of kroner."""
        return Decimal(self.ore).scaleb(-2)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.ore + other.ore)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.ore - other.ore)

    def __neg__(self) -> "Money":
        return Money(-self.ore)

    def __bool__(self) -> bool:
        return self.ore != 0


NOTHING = Money(0)
LARGEST = Money.kroner(10_000_000_000)
"""The most that is entered at once: twice what a joint project costs in a year at the very most.

Excel holds fifteen digits, so that nearly a thousand such amounts still come to the øre in a workbook.
"""


class TooMuch(Objection):
    """An amount larger than any that is entered."""


def too_large(amount: Money, *, about: str) -> Iterator[Objection]:
    """Yield that an amount is larger than any that is entered, where it is."""
    if amount > LARGEST:
        yield TooMuch(
            N_("{amount} is more than the {most} that is entered at once. Check the number of digits."),
            about=about,
            amount=amount,
            most=LARGEST,
        )


def total(amounts: Iterable[Money]) -> Money:
    """Return the exact sum; of nothing, nothing."""
    return Money(sum(each.ore for each in amounts))


def share(part: Money, whole: Money) -> Fraction | None:
    """Return what part this is of the whole, exactly; None of nothing."""
    return Fraction(part.ore, whole.ore) if whole else None


def split(amount: Money, weights: Mapping[K, int]) -> dict[K, Money]:
    """Share an amount by whole-number weights, so that the parts sum to it exactly.

    Largest remainder (Hamilton/Hare): each gets its exact share rounded towards zero to whole øre, and
    the øre left over go one by one to those with the largest remainder. Among equal remainders the one
    named first in `weights` comes first, so the caller states the tie rule by the order. A negative
    amount is split as its positive counterpart and turned, so that a reversal cancels to the øre.

    Raises:
        NothingToShareBy: no weights, a negative weight, or weights that sum to zero.

    >>> [part.ore for part in split(Money(100), {"a": 1, "b": 1, "c": 1}).values()]
    [34, 33, 33]
    >>> [part.ore for part in split(Money(-100), {"a": 1, "b": 1, "c": 1}).values()]
    [-34, -33, -33]
    """
    whole = sum(weights.values())
    if whole <= 0 or any(weight < 0 for weight in weights.values()):
        raise NothingToShareBy(
            N_("The amount cannot be shared: the weights must be zero or more, and not all zero.")
        )
    sign = -1 if amount.ore < 0 else 1
    floors = {key: divmod(abs(amount.ore) * weight, whole) for key, weight in weights.items()}
    left = abs(amount.ore) - sum(quotient for quotient, _ in floors.values())
    by_remainder = sorted(floors, key=lambda key: -floors[key][1])
    lucky = set(by_remainder[:left])
    return {key: Money(sign * (quotient + (key in lucky))) for key, (quotient, _) in floors.items()}


_AMOUNT = re.compile(r"(?P<sign>-?)(?P<kroner>\d{1,3}(?: \d{3}){1,5}|\d{1,18})(?:,(?P<ore>\d{1,2}))?")


def read_amount(text: str) -> Money:
    """Read an amount in kroner as Norwegians write it.

    Spaces (also no-break and thin) group thousands, all of them or none, and a comma marks øre; `kr` may
    stand before or after. A full stop is read as the decimal mark only where it cannot be a thousands mark;
    `1.234` is refused, since it could mean two things.

    >>> read_amount("1 234 567,50 kr").ore, read_amount("-12").ore, read_amount("12.5").ore
    (123456750, -1200, 1250)
    """
    plain = re.sub(r"[\s\u00a0\u2009\u202f]+", " ", re.sub("[\u2212\u2013]", "-", text)).strip()
    plain = re.sub(r"^kr\.?\s*|\s*kr\.?$", "", plain, flags=re.IGNORECASE).removesuffix(",-")
    if re.fullmatch(r"-?[\d ]*\d\.\d{1,2}", plain):
        plain = plain.replace(".", ",")
    found = _AMOUNT.fullmatch(plain)
    if not found:
        raise NotAnAmount(
            N_("«{given}» is not an amount. Write kroner, for example 1 250 000 or 99,50."),
            given=text.strip()[:40],
        )
    ore = int(found["kroner"].replace(" ", "")) * 100 + int((found["ore"] or "0").ljust(2, "0"))
    return Money(-ore if found["sign"] else ore)
