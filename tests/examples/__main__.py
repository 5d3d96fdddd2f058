"""What became of the two real lists, as a table to be quoted: `python -m tests.examples`."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from portfolio.actions.starting import begin
from portfolio.funding.ledger import Entry, positions
from portfolio.funding.stages import Stage
from portfolio.money import total
from portfolio.parties import Party
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.schema import prepare
from portfolio.words import words
from tests.examples.lists import (
    Filling,
    danish_list_as_it_stands,
    danish_list_tidied,
    public_cases_as_they_stand,
    public_cases_tidied,
)
from tests.examples.outcome import AT, take_in

TRIED: tuple[tuple[str, Callable[[], Filling]], ...] = (
    ("28 public cases, as they stand", public_cases_as_they_stand),
    ("28 public cases, tidied", public_cases_tidied),
    ("28 public cases, tidied, without shares that have no year", lambda: public_cases_tidied(undated=False)),
    ("107 Danish projects, as they stand", danish_list_as_it_stands),
    ("107 Danish projects, tidied", danish_list_tidied),
)


def main() -> None:
    """Take each list into an empty database of its own, and say what came of it."""
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, made) in enumerate(TRIED):
            url = f"sqlite:///{Path(folder) / f'{number}.db'}"
            prepare(url)
            database = Database(url)
            begin(database, at=AT)
            lines += ["", name, *(f"  {line}" for line in _told(made(), database))]
            database.close()
    sys.stdout.write("\n".join([*lines, ""]))


def _told(filling: Filling, database: Database) -> Iterator[str]:
    with database.read() as reader:
        before = reader.count(Party)
    found = take_in(database, filling)
    yield f"rows given: {', '.join(f'{len(rows)} {sheet}' for sheet, rows in filling.sheets().items())}"
    yield from (f"left out, a total of other rows: {title}" for title in filling.left_out)
    for reason, count in found.reasons.most_common():
        sheet, _, text = reason.partition(": ")
        yield f"refused {count:>4}  {sheet}: {text}"
    if found.refused:
        yield "saved: nothing"
        return
    with database.read() as reader:
        costs = total(each.amount for each in reader.all(CostLine))
        promised = total(each.reached(Stage.PROMISED) for each in positions(reader.all(Entry)))
        yield f"saved: {reader.count(Proposal)} proposals, {reader.count(Party) - before} new bodies"
        yield f"costs {words('en').kroner(costs)}, promised {words('en').kroner(promised)}"


if __name__ == "__main__":
    main()
