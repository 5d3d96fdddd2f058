"""Which imports have been undone, as the trail tells."""

from portfolio.actions.undoing import undo_import
from portfolio.lookups.imports import subject, undone
from portfolio.people import OPERATOR, Stamp
from portfolio.store.database import Database
from tests.actions.uploads import brought_in, head, proposal, upload
from tests.conftest import NOW


def test_an_import_is_undone_when_the_trail_says_so(database: Database) -> None:
    brought_in(database, upload(proposal()))
    seq = head(database).seq
    with database.read() as reader:
        assert undone(reader) == frozenset()
    undo_import(database, seq, reason="x", stamp=Stamp(person=OPERATOR, at=NOW))
    with database.read() as reader:
        assert undone(reader) == {seq}
        assert reader.traces(most=1)[0].subject == subject(seq)
