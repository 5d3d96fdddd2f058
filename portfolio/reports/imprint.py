"""What every workbook says of itself: as of when, narrowed down to what, by which versions, in which prices, of which data."""

from dataclasses import dataclass
from datetime import date, datetime

from portfolio import __version__
from portfolio.messages import N_, Message

CURRENT = N_("Current kroner without VAT. No amount is adjusted for inflation.")
"""What all amounts here are told in."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a report rests on. `filters` narrow it down, `versions` made it, and `revision` and `head` are where the trail ended."""

    as_of: datetime | date | None
    filters: tuple[Message, ...]
    versions: tuple[Message, ...]
    prices: Message
    revision: int
    head: str


def program() -> Message:
    """Return which version of the program worked the figures out."""
    return Message(N_("Fellesporteføljen {version}."), {"version": __version__})
