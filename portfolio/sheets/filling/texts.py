"""Text as it stands in a cell: made tidy, and folded so that it can be compared."""

import unicodedata


def tidy(text: str, *, lines: bool = False) -> str:
    """Return a text without stray, no-break or doubled spaces, on one line unless `lines`.

    >>> tidy("  0301\\u00a0 Oslo ")
    '0301 Oslo'
    """
    plain = unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\ufeff", "")
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
    """Return a value as people write it: 14.0 is 14, and nothing is an empty text.

    >>> written(14.0), written(0.5), written(None)
    ('14', '0.5', '')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
