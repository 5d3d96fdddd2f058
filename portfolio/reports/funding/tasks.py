"""What waits for finance staff: what is lacking this year, and what is not agreed in writing."""

from collections.abc import Iterator
from datetime import date

from portfolio.messages import N_, Message
from portfolio.money import total
from portfolio.people import Person, Verb
from portfolio.reports.funding.covering import Covering
from portfolio.reports.tasks import Task


def tasks(money: Covering, *, viewer: Person, on: date) -> Iterator[Task]:
    """Yield what the viewer is to see to in the year of the day; `money` covers all years.

    Nobody but those who keep the ledger is told, and what one project has beyond its cost hides no other's lack.
    """
    if not viewer.may(Verb.EDIT_FUNDING):
        return
    short = [row for row in money.rows if row.year == on.year and row.lacking]
    if short:
        yield Task(
            Message(
                N_("{count} project lacks {lacking} this year"),
                {"count": len(short), "lacking": total(row.lacking for row in short)},
                plural=N_("{count} projects lack {lacking} this year"),
            ),
            f"finansiering?ar={on.year}",
        )
    unsigned = total(row.promised - row.agreed for row in money.rows if row.year == on.year)
    if unsigned:
        yield Task(
            Message(N_("{amount} is promised this year but not agreed in writing"), {"amount": unsigned}),
            f"finansiering?ar={on.year}",
        )
