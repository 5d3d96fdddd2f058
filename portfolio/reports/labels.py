"""What people call every record and every field of one, gathered from where the nouns are, and what is never told."""

from collections.abc import Mapping
from types import MappingProxyType

from portfolio.funding import labels as funding
from portfolio.funding.divisions import Division
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Entry
from portfolio.given import Given
from portfolio.messages import N_
from portfolio.parties import Party, Population
from portfolio.people import Person
from portfolio.prioritising import labels as prioritising
from portfolio.prioritising.basis import Basis
from portfolio.prioritising.decisions import Decision
from portfolio.prioritising.gates import GateAnswer
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.packs import Pack
from portfolio.prioritising.recommendations import Recommendation
from portfolio.prioritising.rounds import Round
from portfolio.proposals import labels as proposals
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.realising import labels as realising
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading
from portfolio.realising.releases import Release

NOUNS: Mapping[type[Given], str] = MappingProxyType(
    {
        Party: N_("Party"),
        Population: N_("Inhabitants"),
        Person: N_("Person"),
        Proposal: N_("Proposal"),
        CostLine: N_("Cost"),
        Round: N_("Round"),
        Basis: N_("Version that a round holds"),
        Mark: N_("Mark"),
        GateAnswer: N_("Answer to a requirement"),
        Impartiality: N_("Impartiality"),
        Recommendation: N_("Recommendation"),
        Decision: N_("Decision"),
        Pack: N_("Pack"),
        Entry: N_("Ledger line"),
        Sharing: N_("Sharing key"),
        Division: N_("Sharing of a payment"),
        Benefit: N_("Benefit"),
        Reading: N_("Measurement"),
        Release: N_("Release from a measurement"),
    }
)
"""What a record of each noun is called."""

LABELS: Mapping[type[Given], Mapping[str, str]] = MappingProxyType(
    {
        Party: {
            "kind": N_("Kind of party"),
            "name": N_("Name"),
            "number": N_("Number"),
            "county": N_("County"),
        },
        Population: {
            "party": N_("Party"),
            "on": N_("Day"),
            "inhabitants": N_("Inhabitants"),
        },
        Person: {
            "name": N_("Name"),
            "roles": N_("Roles"),
            "organisation": N_("Organisation"),
            "active": N_("May come in"),
            "example": N_("Example data (invented)"),
        },
        **proposals.LABELS,
        **prioritising.LABELS,
        **funding.LABELS,
        **realising.LABELS,
    }
)
"""What each field is called, also of the records inside others. Of a new field, say it where its noun is."""

NEVER: Mapping[str, str] = MappingProxyType(
    {
        "id": "it names the record and nothing else, and never changes",
        "revision": "it counts the versions, and changes with every one",
    }
)
"""The fields that are never told of any noun, and why."""

UNTOLD: Mapping[type[Given], Mapping[str, str]] = MappingProxyType(
    {
        Person: {"former": "it is what an old trace knows the person by, and tells who it is"},
        Pack: {"text": "it is for programs, and everything in it stands in records of its own"},
        **funding.UNTOLD,
    }
)
"""The fields that are never told of one noun, and why."""
