"""The workbooks we hand over: which report each is made of, what narrows it down, and what its file is called.

A report is loaded when it is asked for, since the command line names the workbooks before it needs any."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from portfolio.messages import N_, Message
from portfolio.people import Person
from portfolio.prioritising.rounds import Round

if TYPE_CHECKING:
    from portfolio.store.reading import Reader


class By(StrEnum):
    """What a workbook may be narrowed down by."""

    YEAR = "year"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks for a workbook and when, and the one year or round that it is to tell of, if any."""

    viewer: Person
    at: datetime
    on: date
    year: int | None = None
    round: Round | None = None


@dataclass(frozen=True, slots=True)
class Workbook:
    """One workbook. What stands in it, `exports/` says under the same key; `tells` is for the command line.

    `file` gives the parts of the file's name, which are put into the reader's language.
    """

    tells: str
    report: Callable[["Reader", Asked], object]
    file: Callable[[Asked], tuple[Message | str, ...]]
    by: tuple[By, ...] = ()


def _funding(reader: "Reader", asked: Asked) -> object:
    from portfolio.reports.funding.workbook import funding

    return funding(reader, at=asked.at, year=asked.year)


def _funding_file(asked: Asked) -> tuple[Message | str, ...]:
    years = str(asked.year) if asked.year else Message(N_("all years"))
    return Message(N_("Funding overview")), years, asked.on.isoformat()


def _ranking(reader: "Reader", asked: Asked) -> object:
    from portfolio.reports.prioritising.order import order

    return order(reader, asked.round, viewer=asked.viewer, on=asked.on)


def _ranking_file(asked: Asked) -> tuple[Message | str, ...]:
    named = (asked.round.title,) if asked.round else ()
    return Message(N_("Ranking")), *named


def _benefits(reader: "Reader", asked: Asked) -> object:
    from portfolio.reports.realising.benefits import benefits

    return benefits(reader, on=asked.on)


def _benefits_file(asked: Asked) -> tuple[Message | str, ...]:
    return Message(N_("Benefits")), asked.on.isoformat()


WORKBOOKS: Mapping[str, Workbook] = {
    "funding": Workbook(
        tells=N_("what is applied for, promised, agreed and paid"),
        report=_funding,
        file=_funding_file,
        by=(By.YEAR,),
    ),
    "ranking": Workbook(
        tells=N_("how a round came out"), report=_ranking, file=_ranking_file, by=(By.ROUND,)
    ),
    "benefits": Workbook(tells=N_("the register of benefits"), report=_benefits, file=_benefits_file),
}
"""Every workbook by its key: adding one here puts it on the command line, and `take_along` on a page."""
