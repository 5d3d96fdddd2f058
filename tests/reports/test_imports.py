"""The latest imports as they are told: newest first, with those that have been undone."""

from portfolio.actions.undoing import undo_import
from portfolio.people import Person, Stamp
from portfolio.reports.imports import latest_imports
from portfolio.store.database import Database
from tests.actions.uploads import SECRETARIAT, brought_in, cost, head, proposal, upload
from tests.conftest import NOW


def test_they_come_newest_first_with_what_is_undone(database: Database) -> None:
    for sent in (upload(proposal()), upload(cost())):
        brought_in(database, sent)
    seq = head(database).seq
    with database.read() as reader:
        viewer = reader.get(Person, SECRETARIAT)
    undo_import(database, seq, reason="x", stamp=Stamp(person=viewer, at=NOW))
    with database.read() as reader:
        told = latest_imports(reader, viewer=viewer)
        assert [(each.event.seq, each.undone) for each in told] == [(seq, True), (seq - 1, False)]
        assert latest_imports(reader, viewer=viewer, most=1) == told[:1]
