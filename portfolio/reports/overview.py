"""The first page: what waits for you, and the state of the portfolio in a handful of figures."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio.people import Person
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.realising.benefits import BenefitKind
from portfolio.reports.funding import tasks as funding
from portfolio.reports.funding.covering import covering
from portfolio.reports.funding.sums import Sums, YearSums
from portfolio.reports.prioritising import tasks as prioritising
from portfolio.reports.proposals import tasks as proposals
from portfolio.reports.realising import tasks as realising
from portfolio.reports.realising.realised import Realised, realised
from portfolio.reports.realising.standing import all_standing
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
    """Return the first page for somebody on a day. Each part is asked for by itself: what is news to one is not to all."""
    money, rows = reader.ask(covering), reader.ask(all_standing, on=on)
    tasks = (
        *reader.ask(_listed, prioritising.tasks, viewer=viewer),
        *reader.ask(_listed, proposals.tasks, viewer=viewer),
        *funding.tasks(money, viewer=viewer, on=on),
        *reader.ask(_listed, realising.tasks, viewer=viewer, on=on),
    )
    phases, example = reader.ask(_phases)
    return Overview(
        tasks=tuple(sorted(tasks, key=lambda task: not task.late)),
        phases={phase: count for phase, count in phases.items() if count},
        proposals=sum(phases.values()),
        money=money.whole,
        years=money.by_year,
        realised=realised(row for row in rows if row.kind is not BenefitKind.DISBENEFIT),
        disbenefits=realised(row for row in rows if row.kind is BenefitKind.DISBENEFIT),
        example=example,
    )


def _phases(reader: Reader) -> tuple[Mapping[Phase, int], bool]:
    """Return how many proposals stand in each phase, and whether any of them is invented."""
    listed = reader.all(Proposal)
    counted = Counter(each.phase for each in listed)
    return {phase: counted[phase] for phase in Phase}, any(each.example for each in listed)


def _listed(reader: Reader, tasks: Callable[..., Iterator[Task]], /, **asked: object) -> tuple[Task, ...]:
    return tuple(tasks(reader, **asked))
