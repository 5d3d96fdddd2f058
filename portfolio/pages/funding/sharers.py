"""Who shares a joint contribution: every municipality, those of some counties, or those that are chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portfolio.lookups.choices import days_of_population, municipalities
from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import plain
from portfolio.parties import Party, label
from portfolio.reports.funding.shares import SharedBy
from portfolio.store.reading import Reader


class Who(StrEnum):
    """How those who share are named."""

    EVERYBODY = "everybody"
    COUNTIES = "counties"
    CHOSEN = "chosen"


NAMES = {
    Who.EVERYBODY: N_("All municipalities"),
    Who.COUNTIES: N_("All municipalities in some counties"),
    Who.CHOSEN: N_("Municipalities that I choose"),
}


@dataclass(frozen=True, slots=True)
class Sharers:
    """The municipalities that may share, by number, their counties, and the days whose population is known."""

    municipalities: tuple[Party, ...]
    days: tuple[date, ...]

    @property
    def counties(self) -> list[str]:
        """The counties by name."""
        return sorted({each.county for each in self.municipalities})

    def members(self, who: Who | None, counties: Sequence[str], chosen: Sequence[str]) -> tuple[str, ...]:
        """Return those who share."""
        if who is Who.CHOSEN:
            return tuple(sorted(chosen))
        return tuple(
            each.id
            for each in self.municipalities
            if who is Who.EVERYBODY or (who is Who.COUNTIES and each.county in counties)
        )


def sharers(reader: Reader) -> Sharers:
    """Return who may share, and by the population of which days."""
    return Sharers(municipalities(reader), days_of_population(reader))


def members(
    desk: Desk, form: Form, offered: Sharers, key: SharedBy | None
) -> tuple[Who | None, tuple[str, ...]]:
    """Draw who may share, and return how they are named and who they are."""
    words, named = desk.words, {each.id: each for each in offered.municipalities}
    begun = None if key is None else Who.EVERYBODY if key.everybody else Who.CHOSEN
    who = form.steps(
        "who", words("Who shares (required)"), list(Who), begun, name=lambda each: words(NAMES[each])
    )
    counties: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    if who is Who.COUNTIES:
        counties = form.several("counties", words("Counties (required)"), offered.counties, name=plain)
    elif who is Who.CHOSEN:
        chosen = form.several(
            "chosen",
            words("Municipalities (required)"),
            list(named),
            key.sharing.members if key else (),
            name=lambda each: plain(label(named[each])),
        )
    return who, offered.members(who, counties, chosen)
