"""The first page: what waits for you, and the state of the portfolio in a handful of figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from portfolio.money import Money, share, total
from portfolio.people import Person
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.reports.funding import tasks as funding
from portfolio.reports.funding.covering import Covering, covering
from portfolio.reports.prioritising import tasks as prioritising
from portfolio.reports.proposals import tasks as proposals
from portfolio.reports.realising import tasks as realising
from portfolio.reports.realising.benefits import benefits
from portfolio.reports.realising.realised import Realised, realised
from portfolio.reports.realising.rows import BenefitRow
from portfolio.reports.tasks import Task
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class YearOfMoney:
    """One budget year of the whole portfolio: what it costs, and who has promised what of it."""

    year: int
    cost: Money
    state: Money
    local: Money
    other: Money
    gap: Money
    paid: Money


@dataclass(frozen=True, slots=True)
class Overview:
    """The state of the portfolio on a day, and the viewer's tasks, the late first."""

    tasks: tuple[Task, ...]
    phases: Mapping[Phase, int]
    proposals: int
    cost: Money
    promised: Money
    gap: Money
    state_share: Fraction | None
    local_share: Fraction | None
    years: tuple[YearOfMoney, ...]
    realised: Realised
    rounds: tuple[Round, ...]
    example: bool


def overview(reader: Reader, *, viewer: Person, on: date) -> Overview:
    """Return the first page for somebody on a day."""
    listed, money = reader.all(Proposal), covering(reader)
    rows = benefits(reader, on=on).benefits
    cost, promised = (
        total(row.cost for row in money.rows),
        total(row.promised for row in money.rows),
    )
    tasks = tuple(_tasks(reader, viewer, money, rows, on=on))
    phases = {phase: sum(each.phase is phase for each in listed) for phase in Phase}
    return Overview(
        tasks=tuple(sorted(tasks, key=lambda task: not task.late)),
        phases={phase: count for phase, count in phases.items() if count},
        proposals=len(listed),
        cost=cost,
        promised=promised,
        gap=total(row.lacking for row in money.rows),
        state_share=share(total(row.state for row in money.rows), promised),
        local_share=share(total(row.local for row in money.rows), promised),
        years=tuple(_year(money, year) for year in money.years),
        realised=realised(rows),
        rounds=reader.all(Round),
        example=any(each.example for each in listed),
    )


def _year(money: Covering, year: int) -> YearOfMoney:
    rows = [row for row in money.rows if row.year == year]
    return YearOfMoney(
        year=year,
        cost=total(row.cost for row in rows),
        state=total(row.state for row in rows),
        local=total(row.local for row in rows),
        other=total(row.other for row in rows),
        gap=total(row.lacking for row in rows),
        paid=total(row.paid for row in rows),
    )


def _tasks(
    reader: Reader, viewer: Person, money: Covering, rows: tuple[BenefitRow, ...], *, on: date
) -> Iterator[Task]:
    yield from prioritising.tasks(reader, viewer=viewer)
    yield from proposals.tasks(reader, viewer=viewer)
    yield from funding.tasks(money, viewer=viewer, on=on)
    yield from realising.tasks(reader, rows, viewer=viewer, on=on)
