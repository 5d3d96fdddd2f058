"""Proposals as they come in a workbook: read and valid, but not yet held against what is stored."""

from typing import Annotated

import pydantic

from portfolio.given import Given, Key, Line, OptionalLine
from portfolio.messages import N_
from portfolio.money import Money
from portfolio.parties import PartyKind
from portfolio.periods import Year
from portfolio.proposals.fields import Field, Kind
from portfolio.proposals.proposal import REFERENCE, Outline

NotBelowZero = Annotated[Money, pydantic.Field(ge=Money(0))]
_YEAR = Field(N_("Year"), N_("Four digits, for example 2027."), Kind.YEAR, width=13)
_NOTE = Field(N_("Note"), N_("A short note, if one is needed."), width=40)


class PartyIn(Given):
    """A body that the register does not hold yet. `where` is the sheet and row it stands in."""

    where: Line
    id: Key
    name: Annotated[Line, Field(N_("Name"), N_("The full name."), width=48)]
    kind: Annotated[
        PartyKind, Field(N_("Kind of party"), N_("Choose from the list."), Kind.PARTY_KIND, width=26)
    ]


class ProposalIn(Outline):
    """A proposal as one row says it; parties and goals are ids by now. What is empty is not said."""

    where: Line
    owner_person: None = None
    """A workbook does not say who the person is."""


class CostIn(Given):
    """What a proposal costs in a year, as one row says it; an amount that is empty is not said."""

    where: Line
    reference: Annotated[Line, REFERENCE]
    year: Annotated[Year, _YEAR]
    amount: Annotated[
        NotBelowZero | None, Field(N_("Amount in kroner"), N_("Kroner, not thousands."), Kind.MONEY)
    ]
    note: Annotated[OptionalLine, _NOTE] = ""


class ContributionIn(Given):
    """How far a party's contribution in a year has come. Each amount holds the later ones: paid is also agreed.

    An amount that is empty is not said.
    """

    where: Line
    reference: Annotated[Line, REFERENCE]
    party: Annotated[
        Key,
        Field(
            N_("Party"),
            N_("Choose from the list, or write the municipality number."),
            Kind.PARTY,
            width=28,
        ),
    ]
    year: Annotated[Year, _YEAR]
    applied: Annotated[
        NotBelowZero | None, Field(N_("Applied for"), N_("Kroner, not thousands."), Kind.MONEY)
    ]
    promised: Annotated[
        NotBelowZero | None,
        Field(N_("Promised", context="template"), N_("At most what is applied for."), Kind.MONEY),
    ] = None
    agreed: Annotated[
        NotBelowZero | None, Field(N_("Agreed"), N_("At most what is promised."), Kind.MONEY)
    ] = None
    paid: Annotated[NotBelowZero | None, Field(N_("Paid"), N_("At most what is agreed."), Kind.MONEY)] = None
    note: Annotated[OptionalLine, _NOTE] = ""


class Upload(Given):
    """All that one workbook says. `digest` is the sha256 of the file."""

    name: Line
    digest: Line
    parties: tuple[PartyIn, ...] = ()
    proposals: tuple[ProposalIn, ...] = ()
    costs: tuple[CostIn, ...] = ()
    contributions: tuple[ContributionIn, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it says nothing at all."""
        return not (self.parties or self.proposals or self.costs or self.contributions)
