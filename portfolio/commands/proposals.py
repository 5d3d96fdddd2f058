"""Commands that bring in proposals, and the template they are filled into."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from portfolio.actions.importing import bring_in, plan
from portfolio.actions.plans import Change, Plan
from portfolio.catalogue.strategy import goals
from portfolio.commands.call import Call, Told, refusal, said
from portfolio.commands.files import content_of, write
from portfolio.messages import N_, Message
from portfolio.parties import Party
from portfolio.proposals.intake import Upload

if TYPE_CHECKING:
    from portfolio.sheets.filling.proposals import FromFile

MOST_SHOWN = 60
"""Letters of a text before and after a change, so that both stand on two lines of a terminal."""


def import_(call: Call) -> Told:
    """Bring in a workbook of proposals, or with `--dry-run` only say what it would do.

    What stands in the file and is not read, or may be meant otherwise, is said first, and stops it unless `--accept` is given.
    """
    found = _read(call)
    with call.database.read() as reader:
        made = plan(reader, found.upload, on=call.today)
    listed = (*found.faults, *made.faults)
    if listed:
        return refusal(listed, _nothing_saved(len(listed)))
    stopped = found.to_accept and not call.given.accept
    saved = not (stopped or call.given.dry_run or made.empty)
    if saved:
        bring_in(
            call.database,
            found.upload,
            seen=made.digest,
            on=call.today,
            reason=call.given.reason,
            stamp=call.stamp,
        )
    lines = (*map(said, found.remarks), *_lines(call, made, found.upload, stopped=stopped))
    return Told({**_summary(made, saved=saved), "remarks": found.remarks}, lines, refused=stopped)


def _read(call: Call) -> "FromFile":
    from portfolio.sheets.filling.proposals import read_proposals

    path = Path(call.given.file)
    content = content_of(path)
    with call.database.read() as reader:
        parties = reader.all(Party)
    return read_proposals(path.name, content, parties=parties, goals=goals(), today_year=call.today.year)


def _nothing_saved(count: int) -> Message:
    return Message(
        N_("Nothing is saved. There is {count} fault:"),
        {"count": count},
        plural=N_("Nothing is saved. There are {count} faults:"),
    )


def _summary(made: Plan, *, saved: bool) -> dict[str, object]:
    return {
        "saved": saved,
        "new": made.new,
        "changed": made.changed,
        "alike": made.alike,
        "changes": made.changes,
        "asks": made.asks,
        "beyond": made.beyond,
    }


def _lines(call: Call, made: Plan, upload: Upload, *, stopped: bool) -> Iterator[Message]:
    if call.given.dry_run:
        yield Message(N_("A trial: nothing is saved."))
    if upload.empty:
        yield Message(N_("Nothing is read: no row of the file is filled in."))
        return
    yield Message(
        N_("{new} new, {changed} changed, {alike} alike."),
        {"new": len(made.new), "changed": len(made.changed), "alike": len(made.alike)},
    )
    yield from (_change(each) for each in made.changes if each.year or each.reference in made.changed)
    told = [(each.reference, each.told) for each in made.asks]
    told += [(each.reference, each.told) for each in made.beyond]
    for reference, what in told:
        yield Message(N_("{reference}: {what}"), {"reference": reference, "what": what})
    if made.empty:
        yield Message(N_("The database says all of it already, so there was nothing to save."))
    elif stopped:
        yield Message(N_("Nothing is saved. Mend the file, or give --accept to save it as it is read."))
    elif not call.given.dry_run:
        yield Message(N_("All of it is saved."))


def _change(change: Change) -> Message:
    """Say what becomes of something that is stored already."""
    return Message(
        N_("{where}: {reference}, «{field}»{of}: {before} → {after}"),
        {
            "where": change.where,
            "reference": change.reference,
            "field": change.called,
            "of": "".join(f", {each}" for each in (change.party, change.year) if each),
            "before": _brief(change.before),
            "after": _brief(change.after),
        },
    )


def _brief(value: object) -> object:
    if value is None or value in ("", ()):
        return "–"
    if isinstance(value, tuple):
        return _brief("; ".join(map(str, value)))
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return shorten(value, MOST_SHOWN, placeholder=" …")
    return value


def template(call: Call) -> Told:
    """Write the empty workbook that proposals are filled into."""
    from portfolio.sheets.filling.template import template as made_template

    with call.database.read() as reader:
        parties = reader.all(Party)
    write(call.given.out, made_template(words=call.words, parties=parties, goals=goals()))
    return Told({"file": call.given.out}, (Message(N_("Written: {file}"), {"file": call.given.out}),))
