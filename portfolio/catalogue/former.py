"""What the bodies of the register are called besides, and what became of those that are no more."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from portfolio.catalogue.reference import county_id, rows_of
from portfolio.parties import municipality_id


@dataclass(frozen=True, slots=True)
class Former:
    """A municipality or county that is no more: its number and name, the year it ended, and the ids of what came of it."""

    number: str
    name: str
    until: int
    now: tuple[str, ...]


@cache
def other_names() -> Mapping[str, Sequence[str]]:
    """Return the names that a party is written by besides its own, by its id: official, in Sámi and Kven, in a register."""
    names: dict[str, list[str]] = defaultdict(list)
    for row in rows_of("state_bodies"):
        names[f"stat:{row['key']}"].append(row["full_name"])
    for row in rows_of("municipalities"):
        names[municipality_id(row["kommunenummer"])] += [row["navn_ssb_2024"], row["orgnavn_brreg"]]
    for row in rows_of("counties"):
        names[county_id(row["fylkesnummer"])].append(row["fylkesnavn_kartverket"])
    for row in rows_of("other_names"):
        names[row["party"]].append(row["name"])
    return dict(names)


@cache
def former() -> tuple[Former, ...]:
    """Return the municipalities and counties that have ended since 2018, with what each has become by now."""
    return (*_municipalities(), *_counties())


def _municipalities() -> Iterator[Former]:
    changes = rows_of("municipality_changes")
    there = {row["kommunenummer"] for row in rows_of("municipalities")}
    onward: dict[str, list[str]] = defaultdict(list)
    for row in changes:
        if row["new_number"] != row["old_number"]:
            onward[row["old_number"]].append(row["new_number"])
    last = {row["old_number"]: row for row in changes}
    for number, row in last.items():
        now = [each for each in dict.fromkeys(_ends(number, onward)) if each in there]
        if number not in there and now:
            yield Former(number, row["old_name"], int(row["date"][:4]), tuple(map(municipality_id, now)))


def _ends(number: str, onward: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the numbers that a number has become in the end."""
    for each in onward.get(number, ()):
        yield from _ends(each, onward) if each in onward else (each,)


def _counties() -> Iterator[Former]:
    for row in rows_of("county_changes"):
        now = tuple(map(county_id, row["new_numbers"].split(";")))
        yield Former(row["old_number"], row["old_name"], int(row["since"][:4]), now)
