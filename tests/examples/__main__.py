"""What became of the two real lists, as a table to be quoted: `python -m tests.examples`."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from portfolio.actions.starting import begin
from portfolio.funding.contributions import Entry, Stage
from portfolio.funding.ledger import positions
from portfolio.money import total
from portfolio.parties import Party
from portfolio.proposals import CostLine, Proposal
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
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, made) in enumerate(TRIED):
            url = f"sqlite:///{Path(folder) / f'{number}.db'}"
            prepare(url)
            database = Database(url)
            begin(database, at=AT)
            _tell(name, made(), database)
            database.close()


def _tell(name: str, filling: Filling, database: Database) -> None:
    with database.read() as reading:
        before = reading.count(Party)
    found = take_in(database, filling)
    given = {sheet: len(rows) for sheet, rows in filling.sheets().items()}
    print(f"\n{name}\n  rows given: {given}")
    for title in filling.left_out:
        print(f"  left out, a total of other rows: {title}")
    for reason, count in found.reasons.most_common():
        sheet, _, text = reason.partition(": ")
        print(f"  refused {count:>4}  {sheet}: {text}")
    if found.refused:
        print("  saved: nothing")
        return
    speak = words("en")
    with database.read() as reading:
        costs = total(each.amount for each in reading.all(CostLine))
        promised = total(each.reached(Stage.PROMISED) for each in positions(reading.all(Entry)))
        bodies = reading.count(Party) - before
        print(f"  saved: {reading.count(Proposal)} proposals, {bodies} new bodies")
        print(f"  costs {speak(speak.kroner(costs))}, promised {speak(speak.kroner(promised))}")


if __name__ == "__main__":
    main()
