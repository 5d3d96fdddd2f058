"""The register as delivered: every municipality, county, some state bodies and KS, with inhabitants."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from portfolio.parties import JOINT, Party, PartyKind, Population, municipality_id
from portfolio.settings import HOME

DATA = HOME / "data"
COUNTED = "folketall_"
"""How the columns that hold inhabitants begin; the day follows, as in `folketall_2026_01_01`."""
OSLO_COUNTY = "03"
"""The county that is one and the same body as its municipality."""


@cache
def parties() -> tuple[Party, ...]:
    """Return every party of the register, in order of kind and number.

    Oslo is one body with one organisation number, both municipality 0301 and county 03. It is one party
    here, `kommune:0301`, whichever hat it wears, so that nothing it pays can be counted twice: there are
    357 municipalities and 14 other county authorities. Two municipalities may have the same name; the
    number tells them apart. `kommunene` stands for the municipalities that share a contribution.
    """
    return (
        Party(id="ks", kind=PartyKind.KS, name="KS"),
        Party(id=JOINT, kind=PartyKind.MUNICIPALITY, name="Kommunene sammen"),
        *_state_bodies(),
        *_counties(),
        *_municipalities(),
    )


@cache
def populations() -> tuple[Population, ...]:
    """Return the inhabitants of every municipality and county authority on each of the days known."""
    return tuple(
        Population(party=party, on=on, inhabitants=int(row[head]))
        for party, row in _inhabited()
        for head, on in _days(row).items()
    )


def county_id(number: str) -> str:
    """Return the stable id of the county authority with this number; Oslo's is its municipality's.

    >>> county_id("34"), county_id("03")
    ('fylke:34', 'kommune:0301')
    """
    return municipality_id("0301") if number == OSLO_COUNTY else f"fylke:{number}"


def _state_bodies() -> Iterator[Party]:
    for row in rows_of("state_bodies"):
        yield Party(id=f"stat:{row['key']}", kind=PartyKind.STATE, name=row["name"])


def _counties() -> Iterator[Party]:
    for row in _other_counties():
        yield Party(
            id=county_id(row["fylkesnummer"]),
            kind=PartyKind.COUNTY,
            name=f"{row['fylkesnavn']} fylkeskommune",
            number=row["fylkesnummer"],
            county=row["fylkesnavn"],
        )


def _municipalities() -> Iterator[Party]:
    for row in rows_of("municipalities"):
        yield Party(
            id=municipality_id(row["kommunenummer"]),
            kind=PartyKind.MUNICIPALITY,
            name=row["navn"],
            number=row["kommunenummer"],
            county=row["fylkesnavn"],
        )


def _inhabited() -> Iterator[tuple[str, dict[str, str]]]:
    for row in _other_counties():
        yield county_id(row["fylkesnummer"]), row
    for row in rows_of("municipalities"):
        yield municipality_id(row["kommunenummer"]), row


def _days(row: Mapping[str, str]) -> Mapping[str, date]:
    """Return which columns hold inhabitants, and on which day each of them counted."""
    heads = [each for each in row if each.startswith(COUNTED)]
    return {each: date.fromisoformat(each.removeprefix(COUNTED).replace("_", "-")) for each in heads}


def _other_counties() -> list[dict[str, str]]:
    return [row for row in rows_of("counties") if row["fylkesnummer"] != OSLO_COUNTY]


def rows_of(name: str) -> list[dict[str, str]]:
    """Return the rows of a file of `data/reference/`."""
    with (DATA / "reference" / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))
