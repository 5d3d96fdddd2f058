"""The first page: what waits for you, and the state of the portfolio in a handful of figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio.people import Person
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.realising.benefits import BenefitKind
from portfolio.reports.funding import tasks as funding
from portfolio.reports.funding.covering import Covering, covering
from portfolio.reports.funding.sums import Sums, YearSums
from portfolio.reports.prioritising import tasks as prioritising
from portfolio.reports.proposals import tasks as proposals
from portfolio.reports.realising import tasks as realising
from portfolio.reports.realising.benefits import benefits
from portfolio.reports.realising.realised import Realised, realised
from portfolio.reports.realising.rows import BenefitRow
from portfolio.reports.tasks import Task
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Overview:
    """The state of the portfolio on a day, and the viewer's tasks, the late first.

    What gets worse is no benefit: the `disbenefits` are counted apart from what is `realised`.
    """

    tasks: tuple[Task, ...]
    phases: Mapping[Phase, int]
    proposals: int
    money: Sums
    years: tuple[YearSums, ...]
    realised: Realised
    disbenefits: Realised
    example: bool


def overview(reader: Reader, *, viewer: Person, on: date) -> Overview:
    """Return the first page for somebody on a day."""
    listed, money = reader.all(Proposal), covering(reader)
    rows = benefits(reader, on=on).benefits
    tasks = tuple(_tasks(reader, viewer, money, rows, on=on))
    phases = {phase: sum(each.phase is phase for each in listed) for phase in Phase}
    return Overview(
        tasks=tuple(sorted(tasks, key=lambda task: not task.late)),
        phases={phase: count for phase, count in phases.items() if count},
        proposals=len(listed),
        money=money.whole,
        years=money.by_year,
        realised=realised(row for row in rows if row.kind is not BenefitKind.DISBENEFIT),
        disbenefits=realised(row for row in rows if row.kind is BenefitKind.DISBENEFIT),
        example=any(each.example for each in listed),
    )


def _tasks(
    reader: Reader, viewer: Person, money: Covering, rows: tuple[BenefitRow, ...], *, on: date
) -> Iterator[Task]:
    yield from prioritising.tasks(reader, viewer=viewer)
    yield from proposals.tasks(reader, viewer=viewer)
    yield from funding.tasks(money, viewer=viewer, on=on)
    yield from realising.tasks(reader, rows, viewer=viewer, on=on)
