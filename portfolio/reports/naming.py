"""What people call whatever a field points at by its id: a body, a person, a proposal, a goal, a criterion."""

from collections.abc import Callable, Mapping
from functools import cache

from portfolio.catalogue.methods import methods
from portfolio.catalogue.strategy import goals
from portfolio.given import Given
from portfolio.messages import N_, Message
from portfolio.parties import Party, label
from portfolio.people import Person
from portfolio.prioritising.methods import Method
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading
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
"""How a record of each noun that is pointed at is named."""
