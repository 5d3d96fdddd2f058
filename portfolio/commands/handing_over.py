"""Commands that hand something over: workbooks, and the template for proposals."""

from pathlib import Path

from portfolio.catalogue.exports import exports
from portfolio.catalogue.strategy import goals
from portfolio.commands.asking import NotYet
from portfolio.commands.call import Call, Told
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.parties import Party
from portfolio.prioritising.rounds import Round
from portfolio.reports.assessing import rounds
from portfolio.reports.benefits import benefits
from portfolio.reports.funding import funding
from portfolio.reports.ranking import ranking
from portfolio.reports.seeing import hidden
from portfolio.sheets.template import template as made_template
from portfolio.sheets.workbooks import workbook
from portfolio.store.database import Reading


class NotWritten(Objection):
    """A file that could not be written."""


def export(call: Call) -> Told:
    """Write one of the workbooks; with `--json` also say what is in it."""
    with call.database.read() as reading:
        report = _report(reading, call)
    spec = exports()[call.given.what]
    _write(call.given.out, workbook(spec, report, words=call.words))
    return Told(report, (Message(N_("Written: {file}"), {"file": call.given.out}),))


def template(call: Call) -> Told:
    """Write the empty workbook that proposals are filled into."""
    with call.database.read() as reading:
        parties = reading.all(Party)
    _write(call.given.out, made_template(words=call.words, parties=parties, goals=goals()))
    return Told({"file": call.given.out}, (Message(N_("Written: {file}"), {"file": call.given.out}),))


def _report(reading: Reading, call: Call) -> object:
    if call.given.what == "funding":
        return funding(reading, at=call.at, year=call.given.year)
    if call.given.what == "benefits":
        return benefits(reading, on=call.today)
    report = ranking(reading, _round(reading, call), viewer=call.stamp.person)
    if report.hidden:
        raise NotYet.saying(report.hidden)
    return report


def _round(reading: Reading, call: Call) -> str:
    """Return the round asked for, or the newest whose order may be shown."""
    if call.given.round:
        return reading.get(Round, call.given.round).id
    for each in rounds(reading):
        if hidden(reading, each, viewer=call.stamp.person) is None:
            return each.id
    raise NotYet(N_("No round is concluded yet, so there is no order to write."))


def _write(path: str, content: bytes) -> None:
    try:
        Path(path).write_bytes(content)
    except OSError as trouble:
        raise NotWritten(N_("The file {file} cannot be written. Check the folder."), file=path) from trouble
