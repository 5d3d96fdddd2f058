"""A proposal for a joint project, and the phase it has come to."""

from enum import StrEnum

from portfolio.given import Given, Key, Line, OptionalLine, Paragraph, slug
from portfolio.periods import Year


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


class Proposal(Given):
    """A joint project that somebody proposes or runs.

    `reference` is the number people use (`2026-014`); `goals` point at goals of the strategy;
    `statutory` names the law or order when the project is one that cannot be chosen away.
    """

    id: Key
    reference: Line
    title: Line
    summary: Paragraph = ""
    need: Paragraph = ""
    solution: Paragraph = ""
    zero_alternative: Paragraph = ""
    owner_party: Key
    owner_person: Key | None = None
    contact: OptionalLine = ""
    phase: Phase = Phase.IDEA
    statutory: OptionalLine = ""
    goals: tuple[Key, ...] = ()
    partners: tuple[Key, ...] = ()
    starts: Year | None = None
    ends: Year | None = None
    source: OptionalLine = ""
    example: bool = False
    revision: int = 1
