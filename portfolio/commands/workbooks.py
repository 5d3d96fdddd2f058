"""Commands that write a workbook.

What knows Excel is loaded by the commands that need it, since it takes a fifth of a second."""

from collections.abc import Iterator
from dataclasses import replace

from portfolio.catalogue.exports.workbooks import exports
from portfolio.commands.call import Call, Told
from portfolio.commands.files import write
from portfolio.commands.prioritising import round_of
from portfolio.messages import N_, Message
from portfolio.reports.workbooks import WORKBOOKS, Asked
from portfolio.store.reading import Reader


def export(call: Call) -> Told:
    """Write one of the workbooks; with `--json` also say what is in it."""
    from portfolio.sheets.writing.workbooks import workbook

    key, out = call.given.what, call.given.out
    with call.database.read() as reader:
        asked = _asked(call, reader)
        report = WORKBOOKS[key].report(reader, asked)
        empty = tuple(_empty_year(reader, key, asked, report))
    write(out, workbook(exports()[key], report, words=call.words))
    return Told(report, (Message(N_("Written: {file}"), {"file": out}), *empty))


def _asked(call: Call, reader: Reader) -> Asked:
    """Return what a workbook is to tell, of all years and rounds or of the one given."""
    return Asked(
        viewer=call.stamp.person,
        at=call.at,
        on=call.today,
        year=vars(call.given).get("year"),
        round=round_of(reader, call),
    )


def _empty_year(reader: Reader, key: str, asked: Asked, report: object) -> Iterator[Message]:
    """Yield, where a budget year is asked for that has nothing, that it is so, and which have something."""
    if asked.year is None or asked.year in getattr(report, "years"):  # noqa: B009
        return
    there = getattr(WORKBOOKS[key].report(reader, replace(asked, year=None)), "years")  # noqa: B009
    yield Message(
        N_("The budget year {year} has no costs or contributions. These have: {years}."),
        {"year": str(asked.year), "years": ", ".join(map(str, there)) or "–"},
    )
