"""The first page: what waits for you, and the state of the portfolio in a handful of figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from portfolio.messages import N_, Message
from portfolio.money import Money, share, total
from portfolio.people import Person, Role, Verb
from portfolio.prioritising.decisions import Recommendation
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.proposals.readiness import unready
from portfolio.reports.funding.covering import Covering, covering
from portfolio.reports.prioritising.rounds import round_progress
from portfolio.reports.prioritising.seeing import progress
from portfolio.reports.realising.benefits import BenefitRow, Course, benefits, mine
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Task:
    """Something that waits for a person: what, on which page, and whether it is late."""

    what: Message
    page: str
    late: bool = False


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
class Realised:
    """How the benefits stand: on the path, behind it, not to be told (no baseline, or no way to go), not measured."""

    on_path: int
    behind: int
    no_baseline: int
    unmeasured: int
    late: int

    @property
    def all(self) -> int:
        """Every benefit."""
        return self.on_path + self.behind + self.no_baseline + self.unmeasured


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
        realised=_realised(rows),
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


def _realised(rows: tuple[BenefitRow, ...]) -> Realised:
    courses = [row.course for row in rows]
    return Realised(
        on_path=courses.count(Course.ON_PATH),
        behind=courses.count(Course.BEHIND),
        no_baseline=courses.count(Course.NO_BASELINE) + courses.count(Course.LEVEL),
        unmeasured=courses.count(Course.UNMEASURED),
        late=sum(row.late > 0 for row in rows),
    )


def _tasks(
    reader: Reader,
    viewer: Person,
    money: Covering,
    rows: tuple[BenefitRow, ...],
    *,
    on: date,
) -> Iterator[Task]:
    for round_ in reader.all(Round):
        yield from _in_round(reader, round_, viewer)
    if viewer.may(Verb.REPORT_OWN_READING) or viewer.may(Verb.REPORT_ANY_READING):
        yield from _to_report(reader, viewer, on=on)
    if viewer.may(Verb.EDIT_OWN_PROPOSAL):
        yield from _to_complete(reader, viewer)
    if viewer.may(Verb.EDIT_FUNDING):
        yield from _to_fund(money, on=on)
    if Role.SECRETARIAT in viewer.roles:
        yield from _to_remind(rows)


def _in_round(reader: Reader, round_: Round, viewer: Person) -> Iterator[Task]:
    if viewer.id in round_.members:
        yield from _to_mark(reader, round_, viewer)
    if viewer.may(Verb.RUN_ROUNDS):
        yield from _to_run(reader, round_)
    if viewer.may(Verb.RECOMMEND) and round_.phase is RoundPhase.MEETING:
        yield from _to_recommend(reader, round_)


def _to_mark(reader: Reader, round_: Round, viewer: Person) -> Iterator[Task]:
    if round_.phase is not RoundPhase.SCORING:
        return
    own = progress(reader, round_, member=viewer.id)
    if not own.declared:
        yield Task(
            Message(N_("{round}: say which proposals you stand aside from"), {"round": round_.title}),
            f"vurdering?runde={round_.id}",
        )
    elif own.left:
        yield Task(
            Message(
                N_("{round}: assess {count} proposal"),
                {"round": round_.title, "count": len(own.left)},
                plural=N_("{round}: assess {count} proposals"),
            ),
            f"vurdering?runde={round_.id}",
        )


def _to_run(reader: Reader, round_: Round) -> Iterator[Task]:
    if round_.phase not in (RoundPhase.PREPARING, RoundPhase.SCORING):
        return
    state = round_progress(reader, round_.id)
    waiting = sum(each.standing is Standing.WAITING for each in state.checked)
    if waiting:
        yield Task(
            Message(
                N_("{round}: check the requirements of {count} proposal"),
                {"round": round_.title, "count": waiting},
                plural=N_("{round}: check the requirements of {count} proposals"),
            ),
            f"kontroll?runde={round_.id}",
        )
    unfinished = sum(not each.complete for _, each in state.members)
    if unfinished and round_.phase is RoundPhase.SCORING:
        yield Task(
            Message(
                N_("{round}: {count} member has not finished the assessment"),
                {"round": round_.title, "count": unfinished},
                plural=N_("{round}: {count} members have not finished the assessment"),
            ),
            f"kontroll?runde={round_.id}",
        )


def _to_recommend(reader: Reader, round_: Round) -> Iterator[Task]:
    left = len(round_.proposals) - reader.count(Recommendation, round=round_.id)
    if left > 0:
        yield Task(
            Message(
                N_("{round}: {count} proposal has no recommendation yet"),
                {"round": round_.title, "count": left},
                plural=N_("{round}: {count} proposals have no recommendation yet"),
            ),
            f"rangering?runde={round_.id}",
        )


def _to_report(reader: Reader, viewer: Person, *, on: date) -> Iterator[Task]:
    owed = mine(reader, owner=viewer, on=on).due
    late = sum(each.late(on=on) for each in owed)
    if owed:
        yield Task(
            Message(
                N_("Report {count} measurement, {late} of them late"),
                {"count": len(owed), "late": late},
                plural=N_("Report {count} measurements, {late} of them late"),
            ),
            "malinger",
            late=late > 0,
        )


def _to_complete(reader: Reader, viewer: Person) -> Iterator[Task]:
    for proposal in reader.all(Proposal, owner_person=viewer.id):
        lacks = unready(proposal, reader.all(CostLine, proposal=proposal.id))
        if lacks:
            yield Task(
                Message(
                    N_("{reference} {title}: {count} thing is missing"),
                    {"reference": proposal.reference, "title": proposal.title, "count": len(lacks)},
                    plural=N_("{reference} {title}: {count} things are missing"),
                ),
                f"forslag?id={proposal.id}",
            )


def _to_fund(money: Covering, *, on: date) -> Iterator[Task]:
    short = [row for row in money.rows if row.year == on.year and row.lacking]
    if short:
        yield Task(
            Message(
                N_("{count} project lacks {gap} this year"),
                {"count": len(short), "gap": total(row.lacking for row in short)},
                plural=N_("{count} projects lack {gap} this year"),
            ),
            f"finansiering?ar={on.year}",
        )
    unsigned = total(row.promised - row.agreed for row in money.rows if row.year == on.year)
    if unsigned:
        yield Task(
            Message(N_("{amount} is promised this year but not agreed in writing"), {"amount": unsigned}),
            f"finansiering?ar={on.year}",
        )


def _to_remind(rows: tuple[BenefitRow, ...]) -> Iterator[Task]:
    late = sum(row.late > 0 for row in rows)
    if late:
        yield Task(
            Message(
                N_("{count} benefit lacks a measurement that is late"),
                {"count": late},
                plural=N_("{count} benefits lack a measurement that is late"),
            ),
            "gevinster",
            late=True,
        )
