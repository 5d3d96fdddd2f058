"""Every version of every record is kept by the trace that made it, and may be asked for."""

import json

import pytest
from sqlalchemy import event, select

from portfolio.parties import Population
from portfolio.people import Stamp
from portfolio.prioritising.marks import Mark
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.checking import check
from portfolio.store.database import Database
from portfolio.store.tables import TABLES, metadata
from portfolio.store.tables.keeping import UNVERSIONED, versions
from portfolio.store.versions import REMOVED
from tests.databases import AT, of
from tests.rounds import OPEN
from tests.store.conftest import FIRST, KARI, LATER, OLA

INGRID = "person:ingrid-solbakken"


def head(database: Database) -> int:
    with database.read() as reader:
        return reader.head().seq


def revised(database: Database, **change: object) -> int:
    """Revise the first proposal, and return the number of the trace."""
    with database.write(Stamp(person=KARI, at=LATER)) as writer:
        writer.revise(writer.get(Proposal, FIRST.id).model_copy(update=change))
        writer.trace("revise_proposal", FIRST.id)
    return head(database)


def test_every_table_is_versioned_or_says_why_not():
    versioned = {table.name for table in TABLES.values()}
    assert versioned | UNVERSIONED.keys() == metadata.tables.keys()
    assert not versioned & UNVERSIONED.keys()
    assert all(UNVERSIONED.values())


def test_every_record_of_the_example_has_the_version_that_it_is(example: Database):
    with example.read() as reader:
        for noun, table in TABLES.items():
            kept = reader.connection.execute(select(versions).where(versions.c.table == table.name)).all()
            assert len(kept) == reader.count(noun) > 0
            assert reader.all_as_of(noun, reader.head().seq) == reader.all(noun)


def test_the_versions_of_a_record_are_told_oldest_first_with_the_trace_that_made_each(two_people: Database):
    first = head(two_people)
    second, third = revised(two_people, title="Annet"), revised(two_people, title="Tredje")
    with two_people.read() as reader:
        told = [(each.seq, each.revision, each.record.title) for each in reader.versions(Proposal, FIRST.id)]
        assert told == [(first, 1, "Først"), (second, 2, "Annet"), (third, 3, "Tredje")]
        last = reader.last_version(Proposal, FIRST.id)
        assert last == reader.versions(Proposal, FIRST.id)[-1]
        assert last.record == reader.get(Proposal, FIRST.id)
        assert reader.last_version(Proposal, "prosjekt:2") is None


def test_the_versions_of_many_are_told_by_id_as_those_of_each_and_of_what_was_removed_those_before(
    two_people: Database,
):
    revised(two_people, title="Annet")
    other, gone = (
        FIRST.model_copy(update={"id": f"prosjekt:{each}", "reference": each}) for each in ("b", "c")
    )
    with two_people.write(Stamp(person=KARI, at=LATER)) as writer:
        writer.add(other, gone)
        writer.trace("propose", other.id)
        writer.remove(Proposal, gone.id)
        writer.trace("try", gone.id)
    with two_people.read() as reader:
        told = reader.versions_of(Proposal, [FIRST.id, other.id, gone.id, "prosjekt:ingen"])
        assert told[FIRST.id] == reader.versions(Proposal, FIRST.id)
        assert told[other.id] == reader.versions(Proposal, other.id)
        assert told[gone.id] == reader.versions(Proposal, gone.id)[:1]
        assert told["prosjekt:ingen"] == ()
        assert reader.versions_of(Proposal, []) == {}


def test_what_stood_after_a_trace_is_told_whatever_came_later(two_people: Database):
    first = head(two_people)
    second = revised(two_people, title="Annet")
    with two_people.read() as reader:
        assert reader.find_as_of(Proposal, first, FIRST.id) == FIRST
        assert reader.find_as_of(Proposal, second, FIRST.id).title == "Annet"
        assert reader.find_as_of(Proposal, first - 1, FIRST.id) is None
        assert reader.all_as_of(Proposal, first) == (FIRST,)


def test_what_stood_is_asked_for_by_its_fields_as_what_stands(example: Database):
    seq = head(example)
    with example.read() as reader:
        proposals = [each.id for each in reader.all(Proposal)][:2]
        for where in (
            {"proposal": proposals[0]},
            {"proposal": proposals},
            {"year": 2026},
            {"id": f"{proposals[0]}.2026"},
        ):
            assert reader.all_as_of(CostLine, seq, **where) == reader.all(CostLine, **where) != ()


def test_each_is_told_as_it_stood_after_a_trace_of_its_own(example: Database):
    first = head(example)
    with example.read() as reader:
        one, two, three = reader.all(Proposal)[:3]
        lines = reader.all(CostLine, proposal=[one.id, two.id])
    with example.write(of(example, INGRID)) as writer:
        for each in (one, two):
            writer.revise(each.model_copy(update={"title": "Annet"}))
        writer.revise(lines[0].model_copy(update={"note": "Annet"}))
        writer.trace("revise_proposal", one.id)
    with example.read() as reader:
        stood = reader.each_as_of(Proposal, {two.id: first + 1, one.id: first, three.id: 1})
        assert [(each.id, each.title) for each in stood] == [(one.id, one.title), (two.id, "Annet")]
        assert reader.each_as_of(CostLine, {one.id: first, two.id: first + 1}, by="proposal") == lines
        now = reader.all(CostLine, proposal=[one.id, two.id])
        assert reader.each_as_of(CostLine, {one.id: first + 1, two.id: first}, by="proposal") == now != lines
        assert reader.each_as_of(CostLine, {}, by="proposal") == ()


def test_very_many_are_told_as_they_stood_in_a_few_questions(two_people: Database):
    many = [FIRST.model_copy(update={"id": f"prosjekt:m{n}", "reference": f"m{n}"}) for n in range(1500)]
    with two_people.write(Stamp(person=KARI, at=AT)) as writer:
        writer.add(*many)
        writer.trace("import", "many")
    with two_people.read() as reader:
        asked: list[str] = []
        event.listen(reader.connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
        stood = reader.each_as_of(Proposal, dict.fromkeys((each.id for each in many), head(two_people)))
        assert len(asked) <= 6
    assert [each.id for each in stood] == sorted(each.id for each in many)


def test_a_field_that_looked_so_before_is_not_taken_for_what_stood(two_people: Database):
    revised(two_people, title="Annet")
    with two_people.read() as reader:
        assert reader.all_as_of(Proposal, reader.head().seq, title="Først") == ()


def test_a_record_changed_twice_in_a_transaction_has_one_version_the_last(two_people: Database):
    with two_people.write(Stamp(person=KARI, at=LATER)) as writer:
        once = writer.revise(FIRST.model_copy(update={"title": "Én gang"}))
        writer.revise(once.model_copy(update={"title": "To ganger"}))
        writer.trace("revise_proposal", FIRST.id)
    with two_people.read() as reader:
        assert [each.record.title for each in reader.versions(Proposal, FIRST.id)] == ["Først", "To ganger"]


def test_each_trace_of_a_transaction_keeps_what_was_made_until_then(two_people: Database):
    with two_people.write(Stamp(person=KARI, at=LATER)) as writer:
        once = writer.revise(FIRST.model_copy(update={"title": "Én gang"}))
        writer.trace("revise_proposal", FIRST.id)
        writer.revise(once.model_copy(update={"title": "To ganger"}))
        writer.trace("revise_proposal", FIRST.id)
    with two_people.read() as reader:
        told = [(each.seq, each.revision) for each in reader.versions(Proposal, FIRST.id)]
        assert told == [(2, 1), (3, 2), (4, 3)]
        assert all(each.holds for each in check(reader))


def test_a_record_that_is_removed_and_added_again_has_all_its_versions(example: Database):
    stamp = of(example, INGRID)
    with example.read() as reader:
        mark = reader.all(Mark, round=OPEN)[0]
    with example.write(stamp) as writer:
        writer.remove(Mark, mark.id)
        writer.trace("try", mark.id)
    between = head(example)
    with example.write(stamp) as writer:
        writer.add(mark)
        writer.trace("try", mark.id)
    with example.write(stamp) as writer:
        writer.remove(Mark, mark.id)
        writer.add(mark.model_copy(update={"reason": "Om igjen"}))
        writer.trace("try", mark.id)
    with example.read() as reader:
        kept = reader.versions(Mark, mark.id)
        assert [each.revision for each in kept] == [mark.revision, REMOVED, mark.revision, mark.revision]
        assert [each.record is None for each in kept] == [False, True, False, False]
        assert kept[-1].record.reason == "Om igjen"
        assert reader.find_as_of(Mark, between, mark.id) is None
        assert reader.find_as_of(Mark, between + 1, mark.id) == mark
        assert all(each.holds for each in check(reader))


def test_a_noun_without_an_id_is_known_by_its_key(example: Database):
    with example.read() as reader:
        count = reader.all(Population, party="kommune:0301")[0]
        (version,) = reader.versions(Population, f"kommune:0301.{count.on}")
        assert (version.revision, version.record) == (1, count)


def test_the_content_of_a_version_is_what_the_noun_tells_in_the_same_json_every_time(two_people: Database):
    with two_people.read() as reader:
        (kept,) = reader.connection.execute(
            select(versions.c.record).where(versions.c.id == FIRST.id)
        ).scalars()
    told = json.loads(kept)
    assert told == FIRST.model_dump(mode="json")
    assert kept == json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_nothing_is_kept_of_what_is_undone(two_people: Database):
    def undone() -> None:
        with two_people.write(Stamp(person=OLA, at=AT)) as writer:
            writer.revise(FIRST.model_copy(update={"title": "Angret"}))
            writer.trace("revise_proposal", FIRST.id)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        undone()
    with two_people.read() as reader:
        assert len(reader.versions(Proposal, FIRST.id)) == 1


@pytest.mark.parametrize("count", [1, 3000])
def test_very_many_versions_are_kept_at_once(two_people: Database, count: int):
    many = [
        FIRST.model_copy(update={"id": f"prosjekt:m{n}", "reference": f"m{n}", "contact": f"k{n}"})
        for n in range(count)
    ]
    with two_people.write(Stamp(person=KARI, at=AT)) as writer:
        writer.add(*many)
        writer.trace("import", "many")
    with two_people.read() as reader:
        kept = reader.all_as_of(Proposal, reader.head().seq)
        assert kept == reader.all(Proposal)
        assert len(kept) == count + 1


def test_the_traces_that_touched_each_record_of_a_noun_are_told_oldest_first(two_people: Database):
    first = head(two_people)
    second = revised(two_people, title="Annet")
    with two_people.write(Stamp(person=OLA, at=LATER)) as writer:
        writer.add(FIRST.model_copy(update={"id": "prosjekt:to", "reference": "to"}))
        writer.trace("propose", "prosjekt:to")
    with two_people.read() as reader:
        assert reader.touching(Proposal) == {FIRST.id: (first, second), "prosjekt:to": (second + 1,)}
        assert reader.touching(Mark) == {}
