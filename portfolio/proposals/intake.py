"""Proposals as they come in a workbook: read and valid, but not yet held against what is stored."""

from typing import Annotated

from pydantic import Field

from portfolio.given import Given, Key, Line, OptionalLine, Paragraph
from portfolio.money import Money
from portfolio.parties import PartyKind
from portfolio.periods import Year
from portfolio.proposals.proposal import Phase

NotBelowZero = Annotated[Money, Field(ge=Money(0))]


class PartyIn(Given):
    """A body that the register does not hold yet. `where` is the sheet and row it stands in."""

    where: Line
    id: Key
    kind: PartyKind
    name: Line


class ProposalIn(Given):
    """A proposal as one row says it; parties and goals are ids by now. What is empty is not said."""

    where: Line
    reference: Line
    title: Line
    summary: Paragraph = ""
    need: Paragraph = ""
    solution: Paragraph = ""
    zero_alternative: Paragraph = ""
    owner_party: Key
    contact: OptionalLine = ""
    phase: Phase | None = None
    statutory: OptionalLine = ""
    goals: tuple[Key, ...] = ()
    partners: tuple[Key, ...] = ()
    starts: Year | None = None
    ends: Year | None = None
    source: OptionalLine = ""


class CostIn(Given):
    """What a proposal costs in a year, as one row says it."""

    where: Line
    reference: Line
    year: Year
    amount: NotBelowZero
    note: OptionalLine = ""


class ContributionIn(Given):
    """How far a party's contribution in a year has come. Each amount holds the later ones: paid is also agreed."""

    where: Line
    reference: Line
    party: Key
    year: Year
    applied: NotBelowZero
    promised: NotBelowZero = Money(0)
    agreed: NotBelowZero = Money(0)
    paid: NotBelowZero = Money(0)
    note: OptionalLine = ""


class Upload(Given):
    """All that one workbook says. `digest` is the sha256 of the file."""

    name: Line
    digest: Line
    parties: tuple[PartyIn, ...] = ()
    proposals: tuple[ProposalIn, ...] = ()
    costs: tuple[CostIn, ...] = ()
    contributions: tuple[ContributionIn, ...] = ()
