"""The sheets of the template: their titles, headings and hints, the same for filling in and for reading."""

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio.catalogue.exports.columns import Format
from portfolio.given import Given
from portfolio.messages import N_
from portfolio.proposals.fields import Field, Kind, fields
from portfolio.proposals.intake import ContributionIn, CostIn, PartyIn, ProposalIn

EXAMPLE = "EKSEMPEL"
"""The reference of rows that only show how it is done."""
FORMATS: Mapping[Kind, Format] = {
    Kind.PARAGRAPH: Format.LONG,
    Kind.YEAR: Format.YEAR,
    Kind.MONEY: Format.MONEY,
}
"""How a field is shown where it is not a line of text."""
CHOICES: Mapping[Kind, str] = {
    Kind.PHASE: "phases",
    Kind.GOALS: "goals",
    Kind.OWNER: "parties",
    Kind.PARTY: "parties",
    Kind.PARTIES: "parties",
    Kind.PARTY_KIND: "kinds",
}
"""Which list there is to choose from."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One column: what it is called, what to write there, and which list to choose from."""

    field: str
    text: str
    hint: str
    kind: Kind
    format: Format
    width: float
    required: bool
    choices: str


@dataclass(frozen=True, slots=True)
class BlankSheet:
    """One sheet to fill in, whose rows say what a record holds."""

    key: str
    title: str
    lead: str
    headings: tuple[Heading, ...]

    @property
    def names(self) -> dict[str, Heading]:
        """The headings by field."""
        return {each.field: each for each in self.headings}


def headings(noun: type[Given]) -> tuple[Heading, ...]:
    """Return a column for each field of a record that people are asked for."""
    return tuple(map(_heading, fields(noun)))


def _heading(field: Field) -> Heading:
    return Heading(
        field=field.key,
        text=field.on_template,
        hint=field.hint,
        kind=field.kind,
        format=FORMATS.get(field.kind, Format.TEXT),
        width=field.width,
        required=field.required,
        choices=CHOICES.get(field.kind, ""),
    )


PROPOSALS = BlankSheet(
    "proposals",
    N_("Proposals"),
    N_("One proposal a row. Columns marked * must be filled in."),
    headings(ProposalIn),
)
COSTS = BlankSheet(
    "costs",
    N_("Costs"),
    N_("What a proposal costs in a year, one year a row, in current kroner without VAT."),
    headings(CostIn),
)
CONTRIBUTIONS = BlankSheet(
    "contributions",
    N_("Contributions"),
    N_(
        "What a party gives in a year. Each amount holds the later ones: what is paid is also agreed, "
        "promised and applied for."
    ),
    headings(ContributionIn),
)
PARTIES = BlankSheet(
    "parties",
    N_("Parties"),
    N_("Only bodies that are not on the sheet of lists. Leave it empty if there are none."),
    headings(PartyIn),
)
FORMS = (PROPOSALS, COSTS, CONTRIBUTIONS, PARTIES)
README = N_("Read me")
LISTS = N_("Lists")
