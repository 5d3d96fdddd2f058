"""What it costs that nothing is forgotten: a write, a check and a large import in time, and the file in size.

Run `python -m tests.benchmarks.keeping [PROPOSALS]`. Each write is a proposal given another title, in a transaction of
its own, flushed to disk; the import and the example are the ones that every test stands on.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from portfolio.actions.starting import load_demo
from portfolio.people import Person, Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.reports.checking import check
from portfolio.store.database import Database
from portfolio.store.schema import prepare
from tests.benchmarks.many import AT, OWNER, filled

WRITES = 300


def main() -> None:
    """Measure, and print the figures."""
    proposals = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"the example      {_example(folder / 'example.db'):8.2f} s")
        begun = perf_counter()
        database = filled(folder / "many.db", proposals=proposals)
        print(f"{proposals:6} proposals {perf_counter() - begun:8.2f} s")
        print(f"the file         {(folder / 'many.db').stat().st_size / 1e6:8.1f} MB")
        taken = _writes(database)
        print(f"one write, p50   {median(taken):8.2f} ms, p95 {quantiles(taken, n=20)[-1]:.2f} ms")
        print(f"check            {_checked(database):8.2f} s")
        database.close()


def _example(path: Path) -> float:
    prepare(f"sqlite:///{path}")
    database = Database(f"sqlite:///{path}")
    begun = perf_counter()
    load_demo(database, at=AT)
    database.close()
    return perf_counter() - begun


def _writes(database: Database) -> list[float]:
    with database.read() as reader:
        stamp = Stamp(person=reader.get(Person, OWNER), at=AT)
        chosen = reader.all(Proposal)[:WRITES]
    return [_write(database, each, stamp) for each in chosen]


def _write(database: Database, proposal: Proposal, stamp: Stamp) -> float:
    begun = perf_counter()
    with database.write(stamp) as writer:
        writer.revise(proposal.model_copy(update={"title": f"{proposal.title[:100]} igjen"}))
        writer.trace("revise_proposal", proposal.id)
    return (perf_counter() - begun) * 1000


def _checked(database: Database) -> float:
    begun = perf_counter()
    with database.read() as reader:
        faults = [fault for each in check(reader) for fault in each.faults]
    if faults:
        raise RuntimeError(faults[0])
    return perf_counter() - begun


if __name__ == "__main__":
    main()
