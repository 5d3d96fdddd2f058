"""What waits for somebody with the benefits: to report, to remind, and to find another owner."""

from collections.abc import Iterator
from datetime import date

from portfolio.messages import N_, Message
from portfolio.people import Person, Verb
from portfolio.realising.benefits import Benefit
from portfolio.realising.keepers import REPORTS
from portfolio.reports.realising.readings import my_readings
from portfolio.reports.realising.rows import BenefitRow
from portfolio.reports.realising.standing import all_standing
from portfolio.reports.tasks import Task
from portfolio.store.reading import Reader

NAMED = 3
"""How many benefits a task names: what fits in a line or two."""


def tasks(reader: Reader, *, viewer: Person, on: date) -> Iterator[Task]:
    """Yield what waits for the viewer on the day."""
    if any(map(viewer.may, REPORTS)):
        yield from _to_report(reader, viewer, on=on)
    if viewer.may(Verb.REMIND_OWNERS):
        yield from _to_remind(reader.ask(all_standing, on=on))
        yield from _to_hand_over(reader.ask(left_over))


def _to_report(reader: Reader, viewer: Person, *, on: date) -> Iterator[Task]:
    """Yield one task for all that the viewer has to report, if anything."""
    mine = my_readings(reader, owner=viewer, on=on)
    if mine.due:
        yield Task(
            Message(
                N_("Report {count} measurement, {late} of them late"),
                {"count": len(mine.due), "late": mine.late},
                plural=N_("Report {count} measurements, {late} of them late"),
            ),
            "malinger",
            late=mine.late > 0,
        )


def _to_remind(rows: tuple[BenefitRow, ...]) -> Iterator[Task]:
    """Yield one task for all the benefits whose owners are late, if any."""
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


def left_over(reader: Reader) -> tuple[str, ...]:
    """Return the titles of the benefits that nobody owns who may report on them any more."""
    there = {each.id for each in reader.all(Person) if any(map(each.may, REPORTS))}
    return tuple(each.title for each in reader.all(Benefit) if each.owner not in there)


def _to_hand_over(left: tuple[str, ...]) -> Iterator[Task]:
    """Yield one task for all the benefits that have no owner any more, if any, with their names."""
    if left:
        named = ", ".join(f"«{title}»" for title in left[:NAMED])
        yield Task(
            Message(
                N_("{count} benefit has no owner any more. Choose another for {names}"),
                {"count": len(left), "names": named if len(left) <= NAMED else f"{named} …"},
                plural=N_("{count} benefits have no owner any more. Choose others for {names}"),
            ),
            "gevinster",
        )
