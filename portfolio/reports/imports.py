"""The latest imports: who brought what in, when and why, and which of them have been undone."""

from dataclasses import dataclass

from portfolio.lookups.imports import IMPORT, undone
from portfolio.people import Person
from portfolio.reports.history import Event, event
from portfolio.reports.naming import Naming
from portfolio.store.reading import Reader

MOST = 10
"""Whoever undoes an import does so soon; older ones stand in the change log."""


@dataclass(frozen=True, slots=True)
class Import:
    """An import as the trail tells of it, and whether it has been undone."""

    event: Event
    undone: bool


def latest_imports(reader: Reader, *, viewer: Person, most: int = MOST) -> tuple[Import, ...]:
    """Return the latest imports, newest first."""
    gone, naming = undone(reader), Naming(reader)
    return tuple(
        Import(event(reader, each, naming=naming, viewer=viewer), each.seq in gone)
        for each in reader.traces(actions=(IMPORT,), most=most)
    )
