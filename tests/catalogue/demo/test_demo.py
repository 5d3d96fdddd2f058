"""The example as a whole: every record is its own, invented, and points at what is there."""

import json
from datetime import UTC, date, datetime, time

from portfolio.catalogue.demo.demo import demo
from portfolio.catalogue.demo.files import SOURCE
from portfolio.catalogue.reference import DATA, parties

TODAY = date(2026, 11, 23)
HERE = {each.id: each for each in demo().proposals}
PEOPLE = {each.id: each for each in demo().people}
PARTIES = {each.id: each for each in (*parties(), *demo().parties)}


def test_every_record_has_an_id_of_its_own():
    for records in (getattr(demo(), name) for name in demo().__slots__):
        ids = [each.id for each in records]
        assert len(set(ids)) == len(ids)


def test_everything_says_that_it_is_invented():
    assert all(each.example for each in (*demo().people, *demo().rounds))
    for each in (*demo().proposals, *demo().benefits):
        assert each.example
        assert each.source == SOURCE == "Eksempeldata (oppdiktet)"
    assert all("oppdiktet" in each.name for each in demo().parties)


def test_everything_that_is_pointed_at_is_there():
    pointed_at = [
        *(each.organisation for each in demo().people),
        *(each.owner_party for each in demo().proposals),
        *(partner for each in demo().proposals for partner in each.partners),
        *(each.party for each in demo().entries),
        *(member for each in demo().sharings for member in each.members),
    ]
    assert set(pointed_at) <= set(PARTIES)
    owners = {each.owner_person for each in demo().proposals} - {None}
    assert {
        *owners,
        *(each.owner for each in demo().benefits),
        *(each.by for each in demo().readings),
    } <= set(PEOPLE)
    for name in ("costs", "gate_answers", "impartiality", "marks", "recommendations", "decisions"):
        assert {each.proposal for each in getattr(demo(), name)} <= set(HERE)
    for name in ("entries", "sharings", "benefits"):
        assert {each.proposal for each in getattr(demo(), name)} <= set(HERE)
    assert {each.benefit for each in demo().readings} <= {each.id for each in demo().benefits}


def test_nothing_has_happened_after_today():
    assert max(each.on for each in demo().entries) <= TODAY
    assert max(each.on for each in demo().decisions) <= TODAY
    assert max(each.at for each in demo().readings) <= datetime.combine(TODAY, time(), UTC)


def test_every_file_is_described():
    package = json.loads((DATA / "demo" / "datapackage.json").read_text(encoding="utf-8"))
    described = {each["path"] for each in package["resources"]}
    assert described == {each.name for each in (DATA / "demo").iterdir()} - {"datapackage.json"}
    assert {each["name"] for each in package["resources"]} == set(demo().__slots__)
