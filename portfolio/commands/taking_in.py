"""Commands that bring something in: the example portfolio, and a workbook of proposals."""

from collections.abc import Iterator
from pathlib import Path

from portfolio.actions.importing import Plan, bring_in, plan
from portfolio.actions.starting import load_demo
from portfolio.catalogue.strategy import goals
from portfolio.commands.call import Call, Told
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.parties import Party
from portfolio.proposals import Proposal
from portfolio.sheets.proposals import read_proposals


class NoSuchFile(Objection):
    """A file that is not there, or cannot be read."""


def demo(call: Call) -> Told:
    """Fill an empty database with the invented example."""
    load_demo(call.database, at=call.at)
    with call.database.read() as reading:
        count = reading.count(Proposal)
    said = Message(N_("The invented example is in place: {count} proposals."), {"count": count})
    return Told({"proposals": count}, (said,))


def import_(call: Call) -> Told:
    """Bring in a workbook of proposals, or with `--dry-run` only say what it would do."""
    path = Path(call.given.file)
    with call.database.read() as reading:
        parties = reading.all(Party)
    upload, faults = read_proposals(
        path.name,
        _content(path),
        parties=parties,
        goals=goals(),
        today_year=call.today.year,
    )
    with call.database.read() as reading:
        made = plan(reading, upload, on=call.today)
    listed = (*faults, *made.faults)
    if listed:
        lines = (Message(N_("Nothing is saved. {count} faults:"), {"count": len(listed)}),)
        return Told({"faults": listed}, (*lines, *map(_fault, listed)), refused=True)
    if not call.given.dry_run:
        bring_in(call.database, upload, seen=made.digest, on=call.today, stamp=call.stamp)
    return Told(_summary(made, saved=not call.given.dry_run), tuple(_lines(made, call)))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as trouble:
        raise NoSuchFile(
            N_("The file {file} cannot be read. Check its name and place."), file=str(path)
        ) from trouble


def _fault(objection: Objection) -> Message:
    return Message(N_("{where}: {what}"), {"where": objection.about, "what": objection.message})


def _summary(made: Plan, *, saved: bool) -> dict[str, object]:
    return {
        "saved": saved and not made.empty,
        "new": made.new,
        "changed": made.changed,
        "alike": made.alike,
        "changes": made.changes,
    }


def _lines(made: Plan, call: Call) -> Iterator[Message]:
    if call.given.dry_run:
        yield Message(N_("A trial: nothing is saved."))
    yield Message(
        N_("{new} new, {changed} changed, {alike} alike."),
        {"new": len(made.new), "changed": len(made.changed), "alike": len(made.alike)},
    )
