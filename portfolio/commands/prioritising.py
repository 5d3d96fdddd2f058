"""Commands about the rounds: how one came out."""

from collections.abc import Iterator

from portfolio.commands.call import Call, Told
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.prioritising.rounds import Round
from portfolio.reports.prioritising.order import order
from portfolio.reports.prioritising.ranking import RankingReport
from portfolio.reports.prioritising.rounds import rounds
from portfolio.store.reading import Reader


class NoSuchRound(Objection):
    """A round that is not there."""


def rank(call: Call) -> Told:
    """Say how a round came out.

    Raises:
        NotYet: the assessment still goes on, so the order is not shown.
    """
    with call.database.read() as reader:
        report = order(reader, round_of(reader, call), viewer=call.stamp.person, on=call.today)
    answer = {
        "round": report.round.id,
        "title": report.round.title,
        "method": report.method.id,
        "as_of": report.as_of,
        "revision": report.revision,
        "head": report.head,
        "nothing": report.nothing,
        "ranked": report.ranked,
        "outside": report.outside,
        "judges": report.judges,
        "aside": report.aside,
    }
    return Told(answer, tuple(_places(report, call)))


def round_of(reader: Reader, call: Call) -> Round | None:
    """Return the round named, by its id, with or without its prefix, or by its title; None where none is named.

    Raises:
        NoSuchRound: nothing is called that.
    """
    name = vars(call.given).get("round")
    if not name:
        return None
    known = rounds(reader, viewer=call.stamp.person)
    for each in known:
        if name.casefold() in (each.id, each.id.partition(":")[2], each.title.casefold()):
            return each
    if not known:
        raise NoSuchRound(N_("There is no round «{round}». There are no rounds yet."), round=name)
    listed = ", ".join(f"{each.id} ({each.title})" for each in known)
    raise NoSuchRound(
        N_("There is no round «{round}». These are there: {rounds}."), round=name, rounds=listed
    )


def _places(report: RankingReport, call: Call) -> Iterator[Message | str]:
    yield report.round.title
    if report.nothing:
        yield report.nothing
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
