"""The order of the Norwegian alphabet, in which everything that people look for by name is listed."""

import unicodedata

_LAST = str.maketrans({"æ": "{", "ø": "|", "å": "}", "ä": "{", "ö": "|"})
"""The three last letters of the alphabet, and those of the neighbours that stand with them, after z."""
_OWN = "æøåäö"


def alphabetical(text: str) -> str:
    """Return what a text is sorted by: æ, ø and å after z, and other marks on letters aside.

    >>> sorted(["Ås", "Zulu", "Østre", "Ærfugl", "Áhkká", "asker"], key=alphabetical)
    ['Áhkká', 'asker', 'Zulu', 'Ærfugl', 'Østre', 'Ås']
    """
    letters = unicodedata.normalize("NFC", text).casefold()
    return "".join(each if each in _OWN else _bare(each) for each in letters).translate(_LAST)


def _bare(letter: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFD", letter) if not unicodedata.combining(each))
