"""Commands about the database as a whole: the example put in place, and whether all that must hold, holds."""

from portfolio.actions.starting import load_demo
from portfolio.commands.call import Call, Told
from portfolio.messages import N_, Message
from portfolio.proposals.proposal import Proposal
from portfolio.reports.checking import check as checked


def demo(call: Call) -> Told:
    """Fill an empty database with the invented example."""
    load_demo(call.database, at=call.at)
    with call.database.read() as reader:
        count = reader.count(Proposal)
    said = Message(N_("The invented example is in place: {count} proposals."), {"count": count})
    return Told({"proposals": count}, (said,))


def check(call: Call) -> Told:
    """Say of every invariant of the stored data whether it holds."""
    with call.database.read() as reader:
        checks = checked(reader)
    lines: list[Message | str] = []
    for each in checks:
        sign = "✓" if each.holds else "✗"
        lines.append(f"{sign} {call.words(each.name)}")
        lines += [f"    {call.words(fault)}" for fault in each.faults]
    answer = [{"name": each.name, "holds": each.holds, "faults": each.faults} for each in checks]
    return Told(answer, tuple(lines), refused=any(not each.holds for each in checks))
