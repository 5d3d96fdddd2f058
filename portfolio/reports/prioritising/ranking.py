"""How a round came out: the order, why it is so, how firm it is, and what was recommended and decided."""

from dataclasses import dataclass

from portfolio.lookups.judging import judged, method_of
from portfolio.messages import N_, Message
from portfolio.people import Person
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.methods import Method
from portfolio.prioritising.ranking import rank
from portfolio.prioritising.rounds import Round
from portfolio.reports.prioritising.departures import DepartureRow, departure_rows
from portfolio.reports.prioritising.ranking_rows import RankedRow, TermRow, known, outside, ranked
from portfolio.reports.prioritising.seeing import hidden, seen
from portfolio.reports.prioritising.steps import StepRow, reopened, round_steps
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class RankingReport:
    """The whole round. When `hidden` says why, there are no rows."""

    round: Round
    method: Method
    hidden: Message | None
    ranked: tuple[RankedRow, ...]
    outside: tuple[RankedRow, ...]
    departures: tuple[DepartureRow, ...]
    steps: tuple[StepRow, ...]
    reopened: Message | None
    revision: int
    head: str

    @property
    def terms(self) -> tuple[TermRow, ...]:
        """Every term of every ranked proposal."""
        return tuple(term for row in self.ranked for term in row.terms)

    @property
    def nothing(self) -> Message | None:
        """Why nothing in the round has a place; None where something has, or where the order is hidden."""
        if self.hidden or self.ranked:
            return None
        if any(row.standing is Standing.READY for row in self.outside):
            return Message(N_("Nobody has given marks yet, so there is no order."))
        return Message(
            N_("Everything in the round is statutory, stopped or not checked, so nothing in it has a place.")
        )


def ranking(reader: Reader, round_id: str, *, viewer: Person) -> RankingReport:
    """Return how a round came out, as far as the viewer may see it."""
    round_ = seen(reader, round_id, viewer=viewer)
    method, why_hidden, head = method_of(round_), hidden(round_), reader.head()
    if why_hidden:
        return RankingReport(round_, method, why_hidden, (), (), (), (), None, head.seq, head.digest)
    found, order = known(reader, round_, method), rank(method, judged(reader, round_))
    return RankingReport(
        round=round_,
        method=method,
        hidden=None,
        ranked=ranked(found, order),
        outside=outside(found, order),
        departures=departure_rows(reader, round_),
        steps=round_steps(reader, round_id, viewer=viewer),
        reopened=reopened(reader, round_id, viewer=viewer),
        revision=head.seq,
        head=head.digest,
    )
