"""The order of a round as it may be taken along: of one round, or of the newest that is over."""

from dataclasses import replace
from datetime import date

from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.people import Person
from portfolio.prioritising.rounds import Round
from portfolio.reports.prioritising.ranking import RankingReport, ranking
from portfolio.reports.prioritising.rounds import rounds
from portfolio.reports.prioritising.seeing import hidden
from portfolio.store.reading import Reader


class NotYet(Objection):
    """An answer that may not be given yet."""


def order(
    reader: Reader, round_: Round | None = None, *, viewer: Person, on: date | None = None
) -> RankingReport:
    """Return how a round came out; without one, the newest whose order may be seen. `on` is the day it is taken.

    Raises:
        NotYet: the assessment still goes on, so the order is not shown.
    """
    report = ranking(reader, (round_ or _newest(reader, viewer)).id, viewer=viewer)
    if report.hidden:
        raise NotYet.saying(report.hidden)
    return replace(report, as_of=on)


def _newest(reader: Reader, viewer: Person) -> Round:
    for each in rounds(reader, viewer=viewer):
        if hidden(each) is None:
            return each
    raise NotYet(N_("No round is concluded yet, so there is no order to write."))
