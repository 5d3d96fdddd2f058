"""How large and how fine a value may be, so that every page can draw it and every sheet hold it."""

from collections.abc import Iterator
from decimal import Decimal

from portfolio.messages import N_
from portfolio.objections import Objection

WHOLE, DECIMALS = 15, 10
"""The most digits of a value before and after its comma.

Our own choice: all that is counted among us has room, and a part of the way from one such value to another can
still be drawn. With many more, one value could not be, and with it no list that it stands in.
"""


class TooManyDigits(Objection):
    """A value that is larger or finer than anything that is measured here."""


def overlong(value: Decimal | None, *, about: str) -> Iterator[Objection]:
    """Yield that a value has too many digits, or is no number at all.

    >>> [len(list(overlong(Decimal(text), about="value"))) for text in ("12.5", "1E+15", "1E-11", "NaN")]
    [0, 1, 1, 1]
    """
    if value is not None and not _fits(value):
        yield TooManyDigits(
            N_(
                "A value has at most {whole} digits before the comma and {decimals} after it. Check it, or count in another unit."
            ),
            about=about,
            whole=str(WHOLE),
            decimals=str(DECIMALS),
        )


def _fits(value: Decimal) -> bool:
    return value.is_finite() and abs(value) < Decimal(10) ** WHOLE and value == round(value, DECIMALS)
