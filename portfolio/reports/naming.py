"""What people call whatever a field points at by its id: a body, a person, a proposal, a goal, a criterion."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

from portfolio.catalogue.methods import methods
from portfolio.catalogue.strategy import goals
from portfolio.funding.divisions import Division
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Entry
from portfolio.given import Given, Key
from portfolio.messages import N_, Message
from portfolio.parties import Party, Population, label
from portfolio.people import Person
from portfolio.prioritising.basis import Basis
from portfolio.prioritising.decisions import Decision
from portfolio.prioritising.gates import GateAnswer
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.methods import Method
from portfolio.prioritising.packs import Pack
from portfolio.prioritising.recommendations import Recommendation
from portfolio.prioritising.rounds import Round
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading
from portfolio.realising.releases import Release
from portfolio.store.personal import PERSONAL
from portfolio.store.reading import Reader

ERASED = Message(N_("(erased)"))
"""What is told of a person where it is erased, or has been changed since and is kept nowhere."""


class Naming:
    """Looks each name up once. What is not there, or no longer, is called by its id."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._found = cache(self._looked_up)

    def pointed_at(self, record: Given, field: str, id: str) -> object:
        """Return what that is called which a field of a record points at by this id."""
        if field == "goals":
            return next((each.text for each in goals() if each.key == id), id)
        if field == "method":
            return _method(methods().get(id), id)
        if field in ("criterion", "gate"):
            return self._within(str(getattr(record, "round", "")), id)
        return self._found(id)

    def person(self, id: str) -> object:
        """Return what a person is called, also one whom an old trace knows by a former id."""
        former = () if self._reader.find(Person, id) else self._reader.all(Person, former=id)
        return self._found(former[0].id if former else id)

    def record(self, record: Given) -> object:
        """Return what a record is called: by what it is of, or by its own name."""
        named = _NAMED.get(type(record))
        if named is not None and type(record) not in _OF:
            return named(record)
        fields = _OF.get(type(record)) or tuple(
            each for each in type(record).model_fields if _points(record, each)
        )
        return tuple(self._of(record, field) for field in fields)

    def _of(self, record: Given, field: str) -> object:
        value = getattr(record, field)
        return self.pointed_at(record, field, value) if type(value) is str else value

    def _looked_up(self, id: str) -> object:
        for noun, named in _NAMED.items():
            record = self._reader.find(noun, id)
            if record is not None:
                return named(record)
        return id

    def _within(self, round_: str, key: str) -> object:
        """Return what the method of a round calls a criterion or a requirement."""
        found = self._reader.find(Round, round_)
        method = methods().get(found.method) if found else None
        if method is None:
            return key
        names = {each.key: each.name for each in method.gates} | {e.key: e.name for e in method.criteria}
        return names.get(key, key)


def _method(method: Method | None, id: str) -> object:
    if method is None:
        return id
    return Message(N_("{method}, version {version}"), {"method": method.name, "version": method.version})


def _person(person: Person) -> object:
    return ERASED if person.name == PERSONAL[Person]["name"] else person.name


_NAMED: Mapping[type[Given], Callable[..., object]] = {
    Party: label,
    Person: _person,
    Proposal: lambda each: f"{each.reference} {each.title}",
    Round: lambda each: each.title,
    Benefit: lambda each: each.title,
    Reading: lambda each: each.period,
}
"""How a record that is pointed at is named."""
_OF: Mapping[type[Given], tuple[str, ...]] = {
    Population: ("party", "on"),
    CostLine: ("proposal", "year"),
    Basis: ("proposal", "round"),
    Mark: ("proposal", "criterion", "round"),
    GateAnswer: ("proposal", "gate", "round"),
    Impartiality: ("proposal", "member", "round"),
    Recommendation: ("proposal", "round"),
    Decision: ("proposal", "round"),
    Entry: ("proposal", "party", "year", "stage"),
    Sharing: ("proposal",),
    Reading: ("benefit", "period"),
    Release: ("benefit", "period"),
    Division: ("proposal", "year", "on"),
    Pack: ("round",),
}
"""What a record without a name of its own is of, in the order it is said; where nothing is said, all it points at."""


@cache
def pointing(noun: type[Given], field: str) -> bool:
    """Say whether a field holds the ids of others."""
    return _holds_keys(get_type_hints(noun, include_extras=True)[field])


def _points(record: Given, field: str) -> bool:
    return field != "id" and pointing(type(record), field) and type(getattr(record, field)) is str


def _holds_keys(hint: Any) -> bool:
    return _KEY in getattr(hint, "__metadata__", ()) or any(map(_holds_keys, get_args(hint)))


_KEY = get_args(Key)[1]
"""What tells the type of an id from any other text."""
