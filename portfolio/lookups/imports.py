"""Which imports have been undone, by the number of the trace that each of them left."""

from portfolio.store.reading import Reader

IMPORT, UNDO = "import", "undo_import"
"""What the trail calls bringing a workbook in, and undoing that."""


def subject(seq: int) -> str:
    """Return what the trail calls an import that is undone.

    >>> subject(57)
    'import:57'
    """
    return f"{IMPORT}:{seq}"


def undone(reader: Reader) -> frozenset[int]:
    """Return the numbers of the imports that have been undone."""
    traces = reader.traces(actions=(UNDO,), most=max(1, reader.head().seq))
    return frozenset(int(each.subject.removeprefix(f"{IMPORT}:")) for each in traces)
