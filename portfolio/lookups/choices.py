"""What the lists of the pages offer to choose among: parties, people and projects, by the names people know."""

from collections.abc import Iterable, Mapping
from datetime import date

from portfolio.alphabet import alphabetical
from portfolio.lookups.basis import texts_judged
from portfolio.parties import JOINT, OFFERED, Party, Population, is_municipality, label
from portfolio.people import Person, Verb
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.realising.keepers import REPORTS, may_add
from portfolio.store.reading import Reader

Choices = Mapping[str, str]
"""The ids to choose among, each with the name it is chosen by, in the order they are offered."""


def every_party(reader: Reader) -> tuple[Party, ...]:
    """Return every party, the municipalities together among them."""
    return reader.all(Party)


def parties(reader: Reader) -> Choices:
    """Return every party, the municipalities together among them, kind by kind."""
    return _labelled(_in_order(every_party(reader)))


def bodies(reader: Reader) -> Choices:
    """Return every party that is one body: whoever may own a project, take part in it or send people."""
    return _labelled(_in_order(each for each in every_party(reader) if each.id != JOINT))


def payers(reader: Reader) -> Choices:
    """Return every party that may contribute: the municipalities together first, then kind by kind."""
    return _labelled(sorted(_in_order(every_party(reader)), key=lambda each: each.id != JOINT))


def municipalities(reader: Reader) -> tuple[Party, ...]:
    """Return the municipalities, each by itself, by number."""
    own = [each for each in every_party(reader) if is_municipality(each)]
    return tuple(sorted(own, key=lambda each: each.number))


def days_of_population(reader: Reader) -> tuple[date, ...]:
    """Return the days whose population is known, the newest first."""
    return tuple(sorted({each.on for each in reader.all(Population)}, reverse=True))


def everybody(reader: Reader) -> tuple[Person, ...]:
    """Return all people, also those who may not come in, by name."""
    return tuple(sorted(reader.all(Person), key=lambda each: alphabetical(each.name)))


def project_owners(reader: Reader) -> Choices:
    """Return those who may own a project: everybody who may come in."""
    return {each.id: each.name for each in reader.all(Person) if each.active}


def members(reader: Reader) -> Choices:
    """Return those who may assess."""
    return _people_who_may(reader, Verb.ASSESS)


def benefit_owners(reader: Reader) -> Choices:
    """Return those who may own a benefit, since they may report on it."""
    return _people_who_may(reader, *REPORTS)


def for_round(reader: Reader, round_: Round | None = None) -> Mapping[str, tuple[str, Phase]]:
    """Return the proposals that a round may take in, and all that are in it already, each with where it stands now.

    What is stopped is taken into none, but stays where it is until somebody takes it out. What a round holds is called as
    the round holds it.
    """
    inside = texts_judged(reader, round_) if round_ else {}
    return {
        each.id: (_title(inside.get(each.id, each)), each.phase)
        for each in reader.all(Proposal)
        if each.id in inside or each.phase is not Phase.STOPPED
    }


def benefit_projects(reader: Reader, person: Person) -> Choices:
    """Return the projects that somebody may add a benefit to."""
    return _titled(each for each in reader.all(Proposal) if may_add(person, each))


def _labelled(listed: Iterable[Party]) -> Choices:
    return {each.id: label(each) for each in listed}


def _people_who_may(reader: Reader, *verbs: Verb) -> Choices:
    return {each.id: each.name for each in reader.all(Person) if any(map(each.may, verbs))}


def _titled(listed: Iterable[Proposal]) -> Choices:
    return {each.id: _title(each) for each in listed}


def _title(proposal: Proposal) -> str:
    return f"{proposal.reference} {proposal.title}"


def _in_order(listed: Iterable[Party]) -> list[Party]:
    """Return parties kind by kind, by number where they have one, else by name."""
    return sorted(listed, key=lambda each: (OFFERED.index(each.kind), each.number, alphabetical(each.name)))
