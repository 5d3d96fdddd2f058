"""Text as it stands in a cell: decoded, made tidy, and folded so that it can be compared."""

import re

from portfolio.given import cleaned

_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)


def decoded(text: str) -> str:
    """Return a text as it was written: a workbook may hold a sign by its number, as `_x000D_` for the end of a line.

    >>> decoded("en_x000D_\\nto"), decoded("_x005F_x000D_")
    ('en\\r\\nto', '_x000D_')
    """
    return _CODED.sub(lambda found: _sign(found[0], int(found[1], 16)), text)


def _sign(coded: str, number: int) -> str:
    return coded if number in _SURROGATES else chr(number)


def tidy(text: str, *, lines: bool = False) -> str:
    """Return a text without signs that nobody sees, or stray, no-break or doubled spaces, on one line unless `lines`.

    >>> tidy("  0301\\u00a0\\u202e Oslo ")
    '0301 Oslo'
    """
    plain = cleaned(text)
    if not lines:
        return " ".join(plain.split())
    return "\n".join(" ".join(line.split()) for line in plain.splitlines()).strip()


def folded(text: str) -> str:
    """Return a text as it is compared: in small letters, without stray spaces and the star of a heading.

    >>> folded(" Tittel * ")
    'tittel'
    """
    return tidy(text).casefold().strip("*: ")


def written(value: object) -> str:
    """Return a value as people write it: 14.0 is 14, a number has the digits that Excel shows, and nothing is empty.

    >>> written(14.0), written(0.1 + 0.2), written(None)
    ('14', '0.3', '')
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return shown(value)
    return str(value)


def shown(number: float) -> str:
    """Return a number with the 15 digits that Excel shows of it; it stores 17, of which the last are noise.

    >>> shown(57.7 + 1e-14), shown(1e16)
    ('57.7', '10000000000000000')
    """
    told = format(number, ".15g")
    return str(int(float(told))) if float(told).is_integer() else told
