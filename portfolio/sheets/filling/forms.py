"""The sheets of the template: their titles, headings and hints, the same for filling in and for reading."""

from dataclasses import dataclass

from portfolio.catalogue.exports.columns import Format
from portfolio.messages import N_

EXAMPLE = "EKSEMPEL"
"""The reference of rows that only show how it is done."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One column: what it is called, what to write there, and which list to choose from."""

    field: str
    text: str
    hint: str
    format: Format = Format.TEXT
    width: float = 18
    required: bool = False
    choices: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """One sheet to fill in."""

    key: str
    title: str
    lead: str
    headings: tuple[Heading, ...]

    @property
    def names(self) -> dict[str, Heading]:
        """The headings by field."""
        return {each.field: each for each in self.headings}


REFERENCE = Heading(
    "reference",
    N_("Reference"),
    N_("The number people use, for example 2026-014. The same on every sheet."),
    width=16,
    required=True,
)
YEAR = Heading(
    "year",
    N_("Year"),
    N_("Four digits, for example 2027."),
    Format.YEAR,
    width=13,
    required=True,
)
NOTE = Heading("note", N_("Note"), N_("A short note, if one is needed."), width=40)

PROPOSALS = Form(
    "proposals",
    N_("Proposals"),
    N_("One proposal a row. Columns marked * must be filled in."),
    (
        REFERENCE,
        Heading(
            "title",
            N_("Title"),
            N_("A short name that says what it is."),
            width=36,
            required=True,
        ),
        Heading(
            "owner_party",
            N_("Owner"),
            N_("Choose from the list, or write the municipality number."),
            width=28,
            required=True,
            choices="parties",
        ),
        Heading(
            "phase",
            N_("Phase"),
            N_("Where the project stands. Empty means idea."),
            width=18,
            choices="phases",
        ),
        Heading(
            "summary",
            N_("Summary"),
            N_("Two or three sentences anyone can understand."),
            Format.LONG,
            width=44,
        ),
        Heading(
            "need",
            N_("Need"),
            N_("Which need does it answer, and whose?"),
            Format.LONG,
            width=44,
        ),
        Heading("solution", N_("Solution"), N_("What is to be made or bought?"), Format.LONG, width=44),
        Heading(
            "zero_alternative",
            N_("Do-nothing alternative"),
            N_("What happens if nothing is done?"),
            Format.LONG,
            width=36,
        ),
        Heading(
            "goals",
            N_("Goals of the strategy"),
            N_("Numbers or titles of goals, with semicolons between."),
            width=30,
            choices="goals",
        ),
        Heading(
            "partners",
            N_("Partners", context="template"),
            N_("Others who take part, with semicolons between."),
            width=30,
            choices="parties",
        ),
        Heading(
            "statutory",
            N_("Statutory by"),
            N_("The law or regulation, if it is statutory."),
            width=24,
        ),
        Heading("starts", N_("First year"), N_("Four digits, for example 2027."), Format.YEAR, width=12),
        Heading("ends", N_("Last year"), N_("Four digits, for example 2027."), Format.YEAR, width=12),
        Heading("contact", N_("Contact"), N_("Who can answer questions."), width=26),
        Heading("source", N_("Source"), N_("Where this is documented, if anywhere."), width=26),
    ),
)
COSTS = Form(
    "costs",
    N_("Costs"),
    N_("What a proposal costs in a year, one year a row, in current kroner without VAT."),
    (
        REFERENCE,
        YEAR,
        Heading("amount", N_("Amount in kroner"), N_("Kroner, not thousands."), Format.MONEY, required=True),
        NOTE,
    ),
)
CONTRIBUTIONS = Form(
    "contributions",
    N_("Contributions"),
    N_(
        "What a party gives in a year. Each amount holds the later ones: what is paid is also agreed, "
        "promised and applied for."
    ),
    (
        REFERENCE,
        Heading(
            "party",
            N_("Party"),
            N_("Choose from the list, or write the municipality number."),
            width=28,
            required=True,
            choices="parties",
        ),
        YEAR,
        Heading("applied", N_("Applied for"), N_("Kroner, not thousands."), Format.MONEY, required=True),
        Heading(
            "promised", N_("Promised", context="template"), N_("At most what is applied for."), Format.MONEY
        ),
        Heading("agreed", N_("Agreed"), N_("At most what is promised."), Format.MONEY),
        Heading("paid", N_("Paid"), N_("At most what is agreed."), Format.MONEY),
        NOTE,
    ),
)
PARTIES = Form(
    "parties",
    N_("Parties"),
    N_("Only bodies that are not on the sheet of lists. Leave it empty if there are none."),
    (
        Heading("name", N_("Name"), N_("The full name."), width=48, required=True),
        Heading(
            "kind", N_("Kind of party"), N_("Choose from the list."), width=26, required=True, choices="kinds"
        ),
    ),
)
FORMS = (PROPOSALS, COSTS, CONTRIBUTIONS, PARTIES)
README = N_("Read me")
LISTS = N_("Lists")
