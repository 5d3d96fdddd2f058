"""Commands about the database as a whole: the example put in place, and whether all that must hold, holds."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from portfolio.actions.signing import begin_signing
from portfolio.actions.starting import load_demo
from portfolio.commands.call import Call, Told
from portfolio.commands.files import content_of
from portfolio.messages import N_, Message
from portfolio.proposals.proposal import Proposal
from portfolio.reports.checking import against, as_frozen, remarks
from portfolio.reports.checking import check as checked
from portfolio.reports.invariants import Invariant
from portfolio.store.reading import Reader
from portfolio.store.trail import Head


def demo(call: Call) -> Told:
    """Fill an empty database with the invented example."""
    load_demo(call.database, at=call.at)
    with call.database.read() as reader:
        count = reader.count(Proposal)
    said = Message(N_("The invented example is in place: {count} proposals."), {"count": count})
    return Told({"proposals": count}, (said,))


def check(call: Call) -> Told:
    """Say of every invariant of the stored data whether it holds, and what is odd besides, which refuses nothing."""
    left = _left(call.given.against) if call.given.against else None
    with call.database.read() as reader:
        checks = (*checked(reader), *(_held(reader, *left) if left else ()))
        odd = [each for each in remarks(reader, at=call.at) if not each.holds]
    lines: list[Message | str] = []
    for each in checks:
        sign = "✓" if each.holds else "✗"
        lines.append(f"{sign} {call.words(each.name)}")
        lines += [f"    {call.words(fault)}" for fault in each.faults]
    for each in odd:
        lines += [f"! {call.words(each.name)}", *(f"    {call.words(fault)}" for fault in each.faults)]
    answer = [{"name": each.name, "holds": each.holds, "faults": each.faults} for each in checks]
    remarked = [{"name": each.name, "faults": each.faults} for each in odd]
    return Told(
        {"checks": answer, "remarks": remarked}, tuple(lines), refused=any(not each.holds for each in checks)
    )


def sign(call: Call) -> Told:
    """Leave a signed trace, from which every trace is signed."""
    end = begin_signing(call.database, stamp=call.stamp)
    said = Message(N_("The trail is signed from trace {number}."), {"number": end.seq})
    return Told(asdict(end), (said,))


def _left(file: str) -> tuple[Head, tuple[str, str] | None]:
    """Return what a file that has left us tells of the trail, and of a pack; what reads Excel is loaded only here."""
    from portfolio.sheets.filling.ends import end_of, frozen_in

    content = content_of(Path(file))
    return end_of(content), frozen_in(content)


def _held(reader: Reader, end: Head, frozen: tuple[str, str] | None) -> Iterator[Invariant]:
    """Yield whether the database holds what a file that has left us tells."""
    yield against(reader, end)
    if frozen:
        yield as_frozen(reader, *frozen)
