"""Commands about the rounds: how one came out."""

from collections.abc import Iterator

from portfolio.commands.call import Call, Told
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.reports.prioritising.ranking import RankingReport, ranking
from portfolio.reports.prioritising.rounds import rounds
from portfolio.reports.prioritising.seeing import hidden
from portfolio.store.reading import Reader


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
    with call.database.read() as reader:
        wanted = _named(reader, call.given.round) if call.given.round else _newest(reader, call)
        report = ranking(reader, wanted, viewer=call.stamp.person)
    if report.hidden:
        raise NotYet.saying(report.hidden)
    return report


def _named(reader: Reader, name: str) -> str:
    """Return the round with this id, with or without its prefix, or with this title."""
    known = rounds(reader)
    for each in known:
        if name.casefold() in (each.id, each.id.partition(":")[2], each.title.casefold()):
            return each.id
    if not known:
        raise NoSuchRound(N_("There is no round «{round}». There are no rounds yet."), round=name)
    listed = ", ".join(f"{each.id} ({each.title})" for each in known)
    raise NoSuchRound(
        N_("There is no round «{round}». These are there: {rounds}."), round=name, rounds=listed
    )


def _newest(reader: Reader, call: Call) -> str:
    for each in rounds(reader):
        if hidden(reader, each, viewer=call.stamp.person) is None:
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
