"""Commands that write a workbook.

What knows Excel is loaded by the commands that need it, since it takes a fifth of a second."""

from portfolio.catalogue.exports.workbooks import exports
from portfolio.commands.call import Call, Told
from portfolio.commands.files import write
from portfolio.commands.prioritising import round_of
from portfolio.messages import N_, Message
from portfolio.reports.workbooks import WORKBOOKS, Asked


def export(call: Call) -> Told:
    """Write one of the workbooks; with `--json` also say what is in it."""
    from portfolio.sheets.writing.workbooks import workbook

    key, out = call.given.what, call.given.out
    report = _report(call, key)
    write(out, workbook(exports()[key], report, words=call.words))
    return Told(report, (Message(N_("Written: {file}"), {"file": out}),))


def _report(call: Call, key: str) -> object:
    """Return what a workbook is to tell, of all years and rounds or of the one given."""
    given = vars(call.given)
    with call.database.read() as reader:
        asked = Asked(
            viewer=call.stamp.person,
            at=call.at,
            on=call.today,
            year=given.get("year"),
            round=round_of(reader, call),
        )
        return WORKBOOKS[key].report(reader, asked)
