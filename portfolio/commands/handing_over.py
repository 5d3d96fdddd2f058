"""Commands that hand something over: workbooks, and the template for proposals.

What knows Excel is loaded by the commands that need it, since it takes a fifth of a second.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from portfolio.catalogue.exports import exports
from portfolio.catalogue.strategy import goals
from portfolio.commands.asking import order_of
from portfolio.commands.call import Call, Told
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.parties import Party
from portfolio.reports.benefits import benefits
from portfolio.reports.funding import funding


class NotWritten(Objection):
    """A file that could not be written."""


def export(call: Call) -> Told:
    """Write one of the workbooks; with `--json` also say what is in it."""
    from portfolio.sheets.workbooks import workbook

    report = REPORTS[call.given.what](call)
    _write(call.given.out, workbook(exports()[call.given.what], report, words=call.words))
    return Told(report, (Message(N_("Written: {file}"), {"file": call.given.out}),))


def template(call: Call) -> Told:
    """Write the empty workbook that proposals are filled into."""
    from portfolio.sheets.template import template as made_template

    with call.database.read() as reading:
        parties = reading.all(Party)
    _write(call.given.out, made_template(words=call.words, parties=parties, goals=goals()))
    return Told({"file": call.given.out}, (Message(N_("Written: {file}"), {"file": call.given.out}),))


def _funding(call: Call) -> object:
    with call.database.read() as reading:
        return funding(reading, at=call.at, year=call.given.year)


def _benefits(call: Call) -> object:
    with call.database.read() as reading:
        return benefits(reading, on=call.today)


REPORTS: Mapping[str, Callable[[Call], object]] = {
    "funding": _funding,
    "ranking": order_of,
    "benefits": _benefits,
}


def _write(path: str, content: bytes) -> None:
    try:
        Path(path).write_bytes(content)
    except OSError as trouble:
        raise NotWritten(N_("The file {file} cannot be written. Check the folder."), file=path) from trouble
