"""How people search a list: by words, all of which must be there."""


def fits(text: str, search: str) -> bool:
    """Say whether a text holds every word of a search, in any letter case and order; nothing fits all.

    >>> fits("2026-004 Felles arkiv", "ARKIV felles"), fits("Felles arkiv", "felles søk"), fits("Felles", "")
    (True, False, True)
    """
    held = text.casefold()
    return all(word in held for word in search.casefold().split())
