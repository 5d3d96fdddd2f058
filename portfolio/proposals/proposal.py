"""A proposal for a joint project, its fields, and the phase it has come to."""

from enum import StrEnum
from typing import Annotated

from portfolio.given import Given, Key, Line, OptionalLine, Paragraph, slug
from portfolio.messages import N_
from portfolio.periods import Year
from portfolio.proposals.fields import Field, Kind, fields


def proposal_id(reference: str) -> str:
    """Return the stable id of the proposal people know by this reference."""
    return f"prosjekt:{slug(reference)}"


class Phase(StrEnum):
    """Where the project stands, after Prosjektveiviseren."""

    IDEA = "idea"
    CONCEPT = "concept"
    PLAN = "plan"
    CARRY_OUT = "carry_out"
    CLOSE = "close"
    REALISE = "realise"
    STOPPED = "stopped"


REFERENCE = Field(
    N_("Reference"),
    N_("The number people use, for example 2026-014. The same on every sheet."),
    help=N_("For example 2026-014"),
    width=16,
    fixed=True,
)


class Outline(Given):
    """What people say of a proposal: each field once, in the order that the template, the form and the page have.

    `reference` is the number people use (`2026-014`); `goals` point at goals of the strategy;
    `statutory` names the law or order when the project is one that cannot be chosen away.
    """

    reference: Annotated[Line, REFERENCE]
    title: Annotated[
        Line,
        Field(N_("Title"), N_("A short name that says what it is."), width=36, page=False),
    ]
    owner_party: Annotated[
        Key,
        Field(
            N_("Owner"),
            N_("Choose from the list, or write the municipality number."),
            Kind.OWNER,
            width=28,
        ),
    ]
    owner_person: Annotated[Key | None, Field(N_("Project owner"), kind=Kind.PERSON)] = None
    phase: Annotated[
        Phase | None,
        Field(N_("Phase"), N_("Where the project stands. Empty means idea."), Kind.PHASE),
    ] = None
    summary: Annotated[
        Paragraph,
        Field(N_("Summary"), N_("Two or three sentences anyone can understand."), Kind.PARAGRAPH, width=44),
    ] = ""
    need: Annotated[
        Paragraph,
        Field(N_("Need"), N_("Which need does it answer, and whose?"), Kind.PARAGRAPH, width=44),
    ] = ""
    solution: Annotated[
        Paragraph,
        Field(N_("Solution"), N_("What is to be made or bought?"), Kind.PARAGRAPH, width=44),
    ] = ""
    zero_alternative: Annotated[
        Paragraph,
        Field(
            N_("If nothing is done"),
            N_("What happens if nothing is done?"),
            Kind.PARAGRAPH,
            heading=N_("Do-nothing alternative"),
            width=36,
        ),
    ] = ""
    goals: Annotated[
        tuple[Key, ...],
        Field(
            N_("Goals of the strategy"),
            N_("Numbers or titles of goals, with semicolons between."),
            Kind.GOALS,
            width=30,
        ),
    ] = ()
    partners: Annotated[
        tuple[Key, ...],
        Field(
            N_("Partners"),
            N_("Others who take part, with semicolons between."),
            Kind.PARTIES,
            heading=N_("Partners", context="template"),
            width=30,
        ),
    ] = ()
    statutory: Annotated[
        OptionalLine,
        Field(
            N_("Statutory"),
            N_("The law or regulation, if it is statutory."),
            heading=N_("Statutory by"),
            label=N_("Statutory basis"),
            help=N_("Name the law or order if the project cannot be chosen away. Else leave it empty."),
            width=24,
        ),
    ] = ""
    starts: Annotated[
        Year | None,
        Field(
            N_("First year"),
            N_("Four digits, for example 2027."),
            Kind.YEAR,
            help=N_("Four digits, for example 2027."),
            width=12,
        ),
    ] = None
    ends: Annotated[
        Year | None,
        Field(
            N_("Last year"),
            N_("Four digits, for example 2027."),
            Kind.YEAR,
            help=N_("Four digits, for example 2027."),
            width=12,
        ),
    ] = None
    contact: Annotated[
        OptionalLine,
        Field(
            N_("Contact"),
            N_("Who can answer questions."),
            help=N_("Who can answer questions."),
            width=26,
        ),
    ] = ""
    source: Annotated[
        OptionalLine,
        Field(
            N_("Source"),
            N_("Where this is documented, if anywhere."),
            help=N_("Where this is documented, if anywhere."),
            width=26,
        ),
    ] = ""


FIELDS = fields(Outline)
"""Every field of a proposal that people are asked for."""


class Proposal(Outline):
    """A joint project that somebody proposes or runs."""

    id: Key
    phase: Phase = Phase.IDEA
    example: bool = False
    revision: int = 1
