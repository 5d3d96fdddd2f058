"""The trail is a chain: a later edit of any part of it shows, and where."""

import pytest
from sqlalchemy import text

from portfolio.parties import Party, PartyKind
from portfolio.reports.checking import check
from portfolio.store import trail
from portfolio.store.database import Database
from tests.databases import AT, Place, of

EDITS = {
    "changes": "UPDATE trail SET changes = replace(changes, 'second', 'sec0nd') WHERE seq = {seq}",
    "who": "UPDATE trail SET person = 'person:torvald-myrhaug' WHERE seq = {seq}",
    "when": "UPDATE trail SET at = '2020-01-01 00:00:00.000000' WHERE seq = {seq}",
    "what": "UPDATE trail SET action = 'share_by' WHERE seq = {seq}",
    "reason": "UPDATE trail SET reason = 'Because' WHERE seq = {seq}",
    "content": "UPDATE trail SET content = '' WHERE seq = {seq}",
    "subject": "UPDATE trail SET subject = 'ks' WHERE seq = {seq}",
    "number": "UPDATE trail SET seq = 1000 WHERE seq = {seq}",
    "link": "UPDATE trail SET before = '0' WHERE seq = {seq}",
    "seal": "UPDATE trail SET digest = '0' WHERE seq = {seq}",
    "removal": "DELETE FROM trail WHERE seq = {seq}",
}


@pytest.fixture
def written(example: Database) -> Database:
    for number in ("first", "second", "third"):
        with example.write(of(example, "person:ingrid-solbakken")) as writer:
            writer.add(Party(id=f"annet:{number}", kind=PartyKind.OTHER, name="x"))
            writer.trace("try", f"annet:{number}")
    return example


def test_an_untouched_trail_is_whole(written: Database):
    with written.read() as reader:
        assert trail.broken_at(reader.connection) is None
        assert trail.length(reader.connection) == reader.head().seq
        assert [each.seq for each in reader.traces(most=3)] == [*range(reader.head().seq, 0, -1)][:3]


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_behind_our_back_shows_where(written: Database, place: Place, edit: str):
    with written.read() as reader:
        second = reader.head().seq - 1
    with place.behind(written.url) as connection:
        connection.execute(text(EDITS[edit].format(seq=second)))
    with written.read() as reader:
        assert trail.broken_at(reader.connection) == second
        found = check(reader)[0]
    assert not found.holds
    assert found.faults[0].facts == {"number": second}


def test_a_trail_may_be_read_of_one_subject_and_from_a_number_down(written: Database):
    with written.read() as reader:
        (only,) = reader.traces(subject="annet:second")
        assert only.at == AT
        assert [each.subject for each in reader.traces(before=only.seq, most=1)] == ["annet:first"]


def test_traces_are_found_by_some_subjects_and_some_actions(written: Database):
    with written.read() as reader:
        some = reader.traces(subjects=("annet:first", "annet:third"), actions=("try",))
        assert [each.subject for each in some] == ["annet:third", "annet:first"]
        assert reader.traces(subjects=("annet:first",), actions=("share_by",)) == ()
        assert reader.traces(subjects=()) == ()


def test_traces_are_told_by_their_number(written: Database):
    with written.read() as reader:
        every = {each.seq: each for each in reader.traces()}
        some = list(every)[::2]
        assert reader.numbered(some) == {seq: every[seq] for seq in some}
        assert reader.numbered([]) == {}
        assert reader.numbered([max(every) + 1]) == {}


def test_why_something_was_done_is_kept_with_it_and_sealed(written: Database, place: Place):
    with written.write(of(written, "person:ingrid-solbakken")) as writer:
        writer.add(Party(id="annet:fourth", kind=PartyKind.OTHER, name="x"))
        writer.trace("try", "annet:fourth", reason="  Fordi møtet ble flyttet. ")
    with written.read() as reader:
        newest, before = reader.traces(most=2)
        assert (newest.reason, before.reason) == ("Fordi møtet ble flyttet.", "")
        assert trail.broken_at(reader.connection) is None
    with place.behind(written.url) as connection:
        connection.execute(text("UPDATE trail SET reason = '' WHERE seq = :seq"), {"seq": newest.seq})
    with written.read() as reader:
        assert trail.broken_at(reader.connection) == newest.seq


def test_a_row_is_found_by_its_own_table_and_id(written: Database):
    with written.read() as reader:
        found = trail.touching(reader.connection, table="parties", id="annet:second")
        assert found is not None
        assert found.subject == "annet:second"
        assert trail.touching(reader.connection, table="people", id="annet:second") is None
        assert trail.touching(reader.connection, table="parties", id="annet:_econd") is None
