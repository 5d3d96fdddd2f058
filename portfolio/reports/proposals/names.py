"""What the bodies and the person that a proposal names are called."""

from collections.abc import Mapping

from portfolio.parties import Party
from portfolio.people import Person
from portfolio.proposals.fields import named
from portfolio.proposals.proposal import FIELDS, Proposal
from portfolio.store.reading import Reader


def names(reader: Reader, proposal: Proposal) -> Mapping[str, str]:
    """Return the names of all that any field of a proposal names, by id."""
    ids = [id for field in FIELDS for id in named(proposal, field)]
    parties = {each.id: each.name for each in reader.all(Party, id=ids)}
    return parties | {each.id: each.name for each in reader.all(Person, id=ids)}
