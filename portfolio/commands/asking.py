"""Commands that answer: how a round came out, and whether all that must hold, holds."""

from collections.abc import Iterator

from portfolio.commands.call import Call, Told
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.reports.assessing import rounds
from portfolio.reports.checking import check as checked
from portfolio.reports.ranking import RankingReport, ranking
from portfolio.reports.seeing import hidden
from portfolio.store.database import Reading


class NotYet(Objection):
    """An answer that may not be given yet."""


class NoSuchRound(Objection):
    """A round that is not there."""


def rank(call: Call) -> Told:
    """Say how a round came out.

    Raises:
        NotYet: the assessment still goes on, so the order is not shown.
    """
    report = order_of(call)
    answer = {
        "round": report.round.id,
        "title": report.round.title,
        "method": report.method.id,
        "revision": report.revision,
        "head": report.head,
        "ranked": report.ranked,
        "outside": report.outside,
    }
    return Told(answer, tuple(_places(report, call)))


def order_of(call: Call) -> RankingReport:
    """Return the order of the round asked for, else of the newest whose order may be shown.

    Raises:
        NoSuchRound: nothing is called that.
        NotYet: the assessment still goes on, so the order is not shown.
    """
    with call.database.read() as reading:
        wanted = _named(reading, call.given.round) if call.given.round else _newest(reading, call)
        report = ranking(reading, wanted, viewer=call.stamp.person)
    if report.hidden:
        raise NotYet.saying(report.hidden)
    return report


def _named(reading: Reading, name: str) -> str:
    """Return the round with this id, with or without its prefix, or with this title."""
    known = rounds(reading)
    for each in known:
        if name.casefold() in (each.id, each.id.partition(":")[2], each.title.casefold()):
            return each.id
    if not known:
        raise NoSuchRound(N_("There is no round «{round}». There are no rounds yet."), round=name)
    listed = ", ".join(f"{each.id} ({each.title})" for each in known)
    raise NoSuchRound(
        N_("There is no round «{round}». These are there: {rounds}."), round=name, rounds=listed
    )


def _newest(reading: Reading, call: Call) -> str:
    for each in rounds(reading):
        if hidden(reading, each, viewer=call.stamp.person) is None:
            return each.id
    raise NotYet(N_("No round is concluded yet, so there is no order to write."))


def _places(report: RankingReport, call: Call) -> Iterator[Message | str]:
    yield report.round.title
    for row in report.ranked:
        points = call.words.number(row.points or 0, decimals=report.method.decimals)
        yield f"{row.place:>3}  {points:>6}  {row.reference}  {row.title}"
        if row.why:
            yield f"             {call.words.put(row.why)}"
    for row in report.outside:
        yield Message(
            N_("Outside the order: {reference} {title}"),
            {"reference": row.reference, "title": row.title},
        )


def check(call: Call) -> Told:
    """Say of every invariant of the stored data whether it holds."""
    with call.database.read() as reading:
        checks = checked(reading)
    lines: list[Message | str] = []
    for each in checks:
        sign = "✓" if each.holds else "✗"
        lines.append(f"{sign} {call.words(each.name)}")
        lines += [f"    {call.words(fault)}" for fault in each.faults]
    answer = [{"name": each.name, "holds": each.holds, "faults": each.faults} for each in checks]
    return Told(answer, tuple(lines), refused=any(not each.holds for each in checks))
