"""Number formats, by which a cell may show another number than it holds."""

import re

_PIECES = re.compile(
    r"""
    "(?P<said>[^"]*)" | \\(?P<sign>.) | \[\$(?P<coin>[^\]-]*)[^\]]*\]  # words, a sign of them, the sign of a currency
    | \[[^\]]*\] | [_*].                                               # a colour or a condition, a space to fill
    | (?P<bare>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_KRONER = re.compile(r"[\s\-–]*(kr\.?|nok)?[\s\-–]*(,[\-–])?", re.IGNORECASE)
"""What may be written beside a number of kroner: `kr`, `NOK` or `,-`."""


def shows_otherwise(format_: str) -> bool:
    """Say whether a number format shows an amount as another number, with other words than kroner, or not at all.

    >>> [shows_otherwise(each) for each in ('0.0,,', '0 "mill."', '0.0\\\\ \\\\m\\\\i\\\\l\\\\l', '[$€-2] 0', ';;;')]
    [True, True, True, True, True]
    >>> [shows_otherwise(each) for each in ('#,##0 "kr"', '#,##0.00', '#,##0",-"', '[$kr-414] # ##0', '0;[Red]-0')]
    [False, False, False, False, False]
    """
    said, bare = "", ""
    for piece in _PIECES.finditer(format_):
        words = next(
            (each for each in (piece["said"], piece["sign"], piece["coin"]) if each is not None), None
        )
        said += "\n" if words is None else words
        bare += piece["bare"] or ""
    return (
        not all(map(_KRONER.fullmatch, said.split("\n")))
        or re.search(r"[%‰$€£]|,(?=[^#0?]|$)", bare) is not None
        or re.search(r"[#0?@G]", bare.partition(";")[0]) is None
    )


def in_full(number: float, format_: str) -> str | None:
    """Return a whole number with the zeros that its format shows before it; None where it shows none.

    >>> in_full(7, "000"), in_full(7.5, "000"), in_full(7, "0")
    ('007', None, None)
    """
    if not re.fullmatch("00+", format_) or number != int(number):
        return None
    return str(int(number)).zfill(len(format_))
