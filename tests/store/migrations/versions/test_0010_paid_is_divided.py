"""What was paid before payments were divided is divided as it was shown, to the øre, and stays so."""

import json
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from portfolio.actions.funding.keys import share_by
from portfolio.catalogue.demo.demo import demo
from portfolio.catalogue.reference import parties, populations
from portfolio.funding.divisions import Division, is_divided
from portfolio.funding.keys import Sharing, shares
from portfolio.funding.ledger import Entry, positions
from portfolio.funding.stages import Stage
from portfolio.given import Given
from portfolio.lookups.carrying import Carrying
from portfolio.money import NOTHING, Money
from portfolio.parties import JOINT
from portfolio.people import Person, Role, Stamp
from portfolio.periods import EARLIEST
from portfolio.reports.checking import check
from portfolio.store.database import Database
from portfolio.store.schema import MIGRATIONS, prepare
from tests.databases import AT, opened
from tests.funding.sealed import seen
from tests.store.old import put, trace

UNSHARED, TWELVE = "prosjekt:2026-024", "prosjekt:2026-003"
FINANCE = Person(id="person:geir", name="Geir", roles=(Role.FINANCE,), organisation="ks")
INHABITANTS = {each.party: each.inhabitants for each in populations() if each.on == date(2026, 1, 1)}


def paid(number: int, ore: int, *, project: str = TWELVE, corrects: str = "", day: int = 1) -> Entry:
    return Entry(
        id=f"post:{number}",
        proposal=project,
        party=JOINT,
        year=2031,
        stage=Stage.PAID,
        amount=Money(ore),
        on=date(2026, 11, day),
        corrects=corrects,
    )


ENTRIES = (
    *demo().entries,
    paid(9010, 100_01, day=3),
    paid(9009, 7_77, day=3),
    paid(9011, 3_33, day=2),
    paid(9012, -100_01, day=4, corrects="post:9010"),
    paid(9013, 55, project=UNSHARED),
)
"""The ledger of the example, some payments in one place of which one is corrected, and one that nobody shares."""


@pytest.fixture
def carried(nothing: str, tmp_path: Path) -> Iterator[Database]:
    """The money of the example in the first schema, carried over."""
    first = tmp_path / "migrations"
    later = shutil.ignore_patterns("__pycache__", "000[2-9]_*", "00[1-9]?_*")
    shutil.copytree(MIGRATIONS, first, ignore=later)
    prepare(nothing, migrations=first)
    engine = create_engine(nothing)
    with engine.begin() as connection:
        for table, records in _stood().items():
            for record in records:
                put(connection, table, record)
        trace(connection, "demo", "example", {"added": 1}, by="program")
    engine.dispose()
    prepare(nothing, at=AT)
    with opened(nothing) as database:
        yield database


def _stood() -> Mapping[str, list[dict[str, Any]]]:
    known = demo()
    return {
        "parties": [_laid(each) for each in (*parties(), *known.parties)],
        "populations": [_laid(each) for each in populations()],
        "proposals": [_proposal(each.id, each.reference) for each in known.proposals],
        "sharings": [
            {**_laid(each), "members": json.dumps(each.members), "on": str(each.on)}
            for each in (one.model_copy() for one in known.sharings)
        ],
        "entries": [{**_laid(each), "amount": each.amount.ore} for each in ENTRIES],
    }


def _laid(record: Given) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude={"applies_from", "rule"})


def _proposal(id: str, reference: str) -> dict[str, Any]:
    texts = ("title", "summary", "need", "solution", "zero_alternative", "contact", "statutory", "source")
    return {
        **dict.fromkeys(texts, "x"),
        "id": id,
        "reference": reference,
        "owner_party": "ks",
        "owner_person": None,
        "phase": "idea",
        "goals": "[]",
        "partners": "[]",
        "starts": None,
        "ends": None,
        "example": False,
        "revision": 1,
    }


def test_every_figure_of_every_party_is_what_it_was(carried: Database) -> None:
    """As it was computed then: each stage in a year is shared by itself."""
    keys = {each.proposal: each for each in demo().sharings}
    with carried.read() as reader:
        carrying, stood = Carrying(reader), positions(reader.all(Entry, party=JOINT))
    assert stood == tuple(each for each in positions(ENTRIES) if each.place.party == JOINT)
    untouched = [each for each in stood if each.place.year != 2031]
    assert len(untouched) > 20
    for position in untouched:
        key, split = keys[position.place.proposal], carrying.split(position)
        nothing = dict.fromkeys(key.members, NOTHING)
        for stage in Stage:
            reached = position.reached(stage)
            then = shares(reached, key, inhabitants=INHABITANTS) if reached else nothing
            assert split[stage] == then, (position.place, stage)


def test_every_payment_has_its_division_by_the_key_as_it_stood_with_a_trace_that_says_so(
    carried: Database,
) -> None:
    with carried.read() as reader:
        assert [fault for each in check(reader) for fault in each.faults] == []
        divisions = {each.id: each for each in reader.all(Division)}
        newest = reader.traces(most=1)[0]
        assert {each.seq for id in divisions for each in reader.versions(Division, id)} == {newest.seq}
        assert {each.applies_from for each in reader.all(Sharing)} == {EARLIEST}
    assert divisions.keys() == {each.id for each in ENTRIES if is_divided(each)} - {"post:9013"}
    assert (newest.person, newest.action, newest.at) == ("program", "divide_paid", AT)
    assert json.loads(newest.changes) == [{"table": "divisions", "added": len(divisions)}]


def test_payments_of_one_year_are_divided_in_order_and_a_correction_takes_back_what_it_corrects(
    carried: Database,
) -> None:
    with carried.read() as reader:
        third, second, first, back = (
            reader.get(Division, f"post:{number}") for number in (9010, 9009, 9011, 9012)
        )
    assert [each.before.ore for each in (first, second, third, back)] == [0, 333, 1110, 11111]
    assert {party: -ore for party, ore in back.parts.items()} == third.parts
    (key,) = (each for each in demo().sharings if each.proposal == TWELVE)
    together = shares(Money(1110), key, inhabitants=INHABITANTS)
    assert {party: first.parts[party] + second.parts[party] for party in key.members} == {
        party: part.ore for party, part in together.items()
    }


def test_what_nobody_had_said_who_shares_waits_for_its_key(carried: Database) -> None:
    with carried.write(Stamp(person=FINANCE, at=AT)) as writer:
        writer.add(FINANCE)
        writer.trace("enter_person", FINANCE.id)
    key = Sharing(id="x", proposal=UNSHARED, on=date(2026, 1, 1), members=("kommune:0301",))
    share_by(carried, key, seen=seen(carried, UNSHARED), stamp=Stamp(person=FINANCE, at=AT))
    with carried.read() as reader:
        assert reader.get(Division, "post:9013").parts == {"kommune:0301": 55}
        assert [fault for each in check(reader) for fault in each.faults] == []
