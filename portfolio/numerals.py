"""Numbers other than money, read exactly as Norwegians write them."""

import re
from decimal import Decimal

from portfolio.messages import N_
from portfolio.objections import Objection

_NUMBER = re.compile(r"-?(\d{1,3}( \d{3})+|\d{1,15})(,\d{1,6})?")


class NotANumber(Objection):
    """A text that is not a number."""


def read_number(text: str) -> Decimal:
    """Read a number with space between thousands and comma before decimals.

    A full stop is read as a comma where it cannot mark thousands; `1.234` could mean two things and is
    refused.

    >>> read_number("1 234,5"), read_number("12.5"), read_number("−3")
    (Decimal('1234.5'), Decimal('12.5'), Decimal('-3'))
    """
    plain = re.sub(r"[\s\u00a0\u2009\u202f]+", " ", text.replace("\u2212", "-")).strip()
    if re.fullmatch(r"-?[\d ]*\d\.(\d{1,2}|\d{4,6})", plain):
        plain = plain.replace(".", ",")
    if not _NUMBER.fullmatch(plain):
        raise NotANumber(
            N_("«{given}» is not a number. Write digits, for example 40 or 1 234,5."),
            given=text.strip()[:40],
        )
    return Decimal(plain.replace(" ", "").replace(",", "."))
