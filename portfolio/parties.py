"""Who takes part: state bodies, municipalities, counties, KS and others, with inhabitants by date."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Protocol

from pydantic import NonNegativeInt

from portfolio.given import Given, Key, Line, OptionalLine


class PartyKind(StrEnum):
    """What sort of party this is, in the order that reports list them: by side, the state first."""

    STATE = "state"
    MUNICIPALITY = "municipality"
    COUNTY = "county"
    KS = "ks"
    OTHER = "other"


OFFERED = (PartyKind.KS, PartyKind.STATE, PartyKind.COUNTY, PartyKind.MUNICIPALITY, PartyKind.OTHER)
"""In which order the kinds stand in a list to choose from: the many municipalities after the few of each other kind."""


class Side(StrEnum):
    """The side of the table that a party sits on when the bill is shared."""

    STATE = "state"
    LOCAL = "local"
    OTHER = "other"


SIDES: Mapping[PartyKind, Side] = {
    PartyKind.STATE: Side.STATE,
    PartyKind.MUNICIPALITY: Side.LOCAL,
    PartyKind.COUNTY: Side.LOCAL,
    PartyKind.KS: Side.LOCAL,
    PartyKind.OTHER: Side.OTHER,
}
"""Municipalities, counties and KS together are the local side, as in the DigiFin condition."""


class Party(Given):
    """One body. `number` is the municipality or county number as text (`0301`), else empty."""

    id: Key
    kind: PartyKind
    name: Line
    number: OptionalLine = ""
    county: OptionalLine = ""
    revision: int = 1

    @property
    def side(self) -> Side:
        """The side this party sits on."""
        return SIDES[self.kind]


class Numbered(Protocol):
    """Whatever has the name of a party, and its number where it has one."""

    @property
    def number(self) -> str:
        """The municipality or county number, else empty."""

    @property
    def name(self) -> str:
        """The name."""


def label(party: Numbered) -> str:
    """Return a party as people know it in a list: with its number, where it has one.

    >>> label(Party(id="kommune:0301", kind=PartyKind.MUNICIPALITY, name="Oslo", number="0301"))
    '0301 Oslo'
    """
    return f"{party.number} {party.name}".strip()


class Population(Given):
    """Inhabitants of a municipality or county on a day."""

    party: Key
    on: date
    inhabitants: NonNegativeInt


JOINT = "kommunene"
"""The party id of a project's municipalities taken together; the sharing key says who they are."""


def is_municipality(party: Party) -> bool:
    """Say whether the party is one municipality, and not all of them together."""
    return party.kind is PartyKind.MUNICIPALITY and party.id != JOINT


def municipality_id(number: str) -> str:
    """Return the stable id of the municipality with this number.

    >>> municipality_id("0301")
    'kommune:0301'
    """
    return f"kommune:{number}"
