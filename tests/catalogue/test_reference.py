import csv
import json
import shutil
from collections import Counter
from datetime import date

import pytest

from portfolio.catalogue import reference
from portfolio.catalogue.reference import DATA, county_id, parties, populations
from portfolio.parties import JOINT, PartyKind, Side

NEWEST = date(2026, 1, 1)
DAYS = (date(2024, 1, 1), date(2025, 1, 1), NEWEST)


def municipalities():
    return [each for each in parties() if each.kind is PartyKind.MUNICIPALITY and each.number]


def inhabitants(on):
    return {each.party: each.inhabitants for each in populations() if each.on == on}


def test_there_are_357_municipalities_and_14_counties_beside_oslo():
    kinds = Counter(each.kind for each in parties())
    assert len(municipalities()) == 357
    assert kinds[PartyKind.COUNTY] == 14
    assert kinds[PartyKind.KS] == 1
    assert kinds[PartyKind.STATE] >= 25


def test_every_party_has_an_id_of_its_own():
    ids = [each.id for each in parties()]
    assert len(set(ids)) == len(ids)


def test_oslo_is_one_party_whichever_hat_it_wears():
    oslo = [each for each in parties() if each.name.startswith("Oslo")]
    assert [each.id for each in oslo] == ["kommune:0301"]
    assert county_id("03") == "kommune:0301"


def test_a_municipality_is_known_by_its_number_and_not_by_its_name():
    by_name = Counter(each.name for each in municipalities())
    assert {name for name, count in by_name.items() if count > 1} == {"Herøy", "Våler"}
    named = {each.id: (each.name, each.county) for each in municipalities()}
    assert named["kommune:1515"] == ("Herøy", "Møre og Romsdal")
    assert named["kommune:1818"] == ("Herøy", "Nordland")
    assert named["kommune:3114"] == ("Våler", "Østfold")
    assert named["kommune:3419"] == ("Våler", "Innlandet")


def test_no_other_names_meet():
    names = Counter(each.name for each in parties())
    assert {name for name, count in names.items() if count > 1} == {"Herøy", "Våler"}


def test_a_number_keeps_its_leading_zero():
    assert next(each for each in parties() if each.id == "kommune:0301").number == "0301"


def test_the_municipalities_taken_together_can_stand_in_the_ledger():
    joint = next(each for each in parties() if each.id == JOINT)
    assert joint.side is Side.LOCAL
    assert not joint.number


def test_the_days_are_those_that_the_heads_of_the_lists_name(tmp_path, monkeypatch):
    """A new year is a column in the two lists and nothing else."""
    assert {each.on for each in populations()} == set(DAYS)
    shutil.copytree(DATA / "reference", tmp_path / "reference")
    for name in ("municipalities", "counties"):
        path = tmp_path / "reference" / f"{name}.csv"
        head, *rows = path.read_text(encoding="utf-8").splitlines()
        longer = [f"{head},folketall_2027_01_01", *(f"{row},7" for row in rows)]
        path.write_text("\n".join(longer), encoding="utf-8")
    monkeypatch.setattr(reference, "DATA", tmp_path)
    counted = populations.__wrapped__()
    assert {each.on for each in counted} == {*DAYS, date(2027, 1, 1)}
    assert {each.inhabitants for each in counted if each.on == date(2027, 1, 1)} == {7}


@pytest.mark.parametrize("day", DAYS)
def test_every_municipality_and_county_has_inhabitants_on_every_day(day):
    known = inhabitants(day)
    wanted = {each.id for each in parties() if each.number}
    assert set(known) == wanted
    assert min(known.values()) > 0


@pytest.mark.parametrize("day", DAYS)
def test_a_county_has_as_many_inhabitants_as_its_municipalities(day):
    known = inhabitants(day)
    summed = Counter()
    for each in municipalities():
        summed[county_id(_county_numbers()[each.number])] += known[each.id]
    assert all(known[county] == people for county, people in summed.items())


def test_figures_are_as_published():
    known = inhabitants(NEWEST)
    assert known["kommune:0301"] == 728_714
    assert sum(people for party, people in known.items() if party.startswith("kommune:")) > 5_500_000


def test_every_file_is_described_with_source_licence_and_every_column():
    package = json.loads((DATA / "reference" / "datapackage.json").read_text(encoding="utf-8"))
    described = {each["path"]: each for each in package["resources"]}
    assert set(described) == {path.name for path in (DATA / "reference").glob("*.csv")}
    for name, resource in described.items():
        with (DATA / "reference" / name).open(encoding="utf-8", newline="") as source:
            header = next(csv.reader(source))
        assert header == [field["name"] for field in resource["schema"]["fields"]]
        assert resource["sources"]
        assert resource["licenses"]
        assert resource["retrieved"]


def _county_numbers():
    with (DATA / "reference" / "municipalities.csv").open(encoding="utf-8", newline="") as source:
        return {row["kommunenummer"]: row["fylkesnummer"] for row in csv.DictReader(source)}
