"""Commands that write a workbook.

What knows Excel is loaded by the commands that need it, since it takes a fifth of a second."""

from collections.abc import Callable, Mapping

from portfolio.catalogue.exports.workbooks import exports
from portfolio.commands.call import Call, Told
from portfolio.commands.files import write
from portfolio.commands.prioritising import order_of
from portfolio.messages import N_, Message
from portfolio.reports.funding.overview import funding
from portfolio.reports.realising.benefits import benefits


def export(call: Call) -> Told:
    """Write one of the workbooks; with `--json` also say what is in it."""
    from portfolio.sheets.writing.workbooks import workbook

    report = REPORTS[call.given.what](call)
    write(call.given.out, workbook(exports()[call.given.what], report, words=call.words))
    return Told(report, (Message(N_("Written: {file}"), {"file": call.given.out}),))


def _funding(call: Call) -> object:
    with call.database.read() as reader:
        return funding(reader, at=call.at, year=call.given.year)


def _benefits(call: Call) -> object:
    with call.database.read() as reader:
        return benefits(reader, on=call.today)


REPORTS: Mapping[str, Callable[[Call], object]] = {
    "funding": _funding,
    "ranking": order_of,
    "benefits": _benefits,
}
