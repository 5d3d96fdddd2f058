"""Commands that bring in proposals, and the template they are filled into."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from textwrap import shorten

from portfolio.actions.importing import bring_in, plan
from portfolio.actions.plans import Change, Plan
from portfolio.catalogue.strategy import goals
from portfolio.commands.call import Call, Told, refusal
from portfolio.commands.files import content_of, write
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.parties import Party
from portfolio.proposals.intake import Upload

MOST_SHOWN = 60
"""Letters of a text before and after a change, so that both stand on two lines of a terminal."""


def import_(call: Call) -> Told:
    """Bring in a workbook of proposals, or with `--dry-run` only say what it would do."""
    upload, faults = _read(call)
    with call.database.read() as reader:
        made = plan(reader, upload, on=call.today)
    listed = (*faults, *made.faults)
    if listed:
        return refusal(listed, _nothing_saved(len(listed)))
    saved = not call.given.dry_run and not made.empty
    if saved:
        bring_in(
            call.database,
            upload,
            seen=made.digest,
            on=call.today,
            reason=call.given.reason,
            stamp=call.stamp,
        )
    return Told(_summary(made, saved=saved), tuple(_lines(made, dry_run=call.given.dry_run)))


def _read(call: Call) -> tuple[Upload, Sequence[Objection]]:
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
    }


def _lines(made: Plan, *, dry_run: bool) -> Iterator[Message]:
    if dry_run:
        yield Message(N_("A trial: nothing is saved."))
    yield Message(
        N_("{new} new, {changed} changed, {alike} alike."),
        {"new": len(made.new), "changed": len(made.changed), "alike": len(made.alike)},
    )
    yield from (_change(each) for each in made.changes if each.reference in made.changed)
    for each in made.asks:
        yield Message(N_("{reference}: {what}"), {"reference": each.reference, "what": each.told})
    if made.empty:
        yield Message(N_("The database says all of it already, so there was nothing to save."))
    elif not dry_run:
        yield Message(N_("All of it is saved."))


def _change(change: Change) -> Message:
    """Say what becomes of something that is stored already."""
    return Message(
        N_("{where}: {reference}, «{field}»: {before} → {after}"),
        {
            "where": change.where,
            "reference": change.reference,
            "field": change.called,
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
