"""Which proposals somebody stands aside from, and in which round: the one place that says it."""

from portfolio.people import Person
from portfolio.prioritising.impartiality import Impartiality
from portfolio.store.reading import Reader


def apart(reader: Reader, *, viewer: Person) -> frozenset[tuple[str, str]]:
    """Return each round with each proposal in it that the viewer has said to stand aside from, whatever else they are."""
    declared = reader.all(Impartiality, member=viewer.id)
    return frozenset((each.round, each.proposal) for each in declared if each.aside)
