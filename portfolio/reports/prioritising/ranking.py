"""How a round came out: the order, why it is so, how firm it is, and what was recommended and decided."""

from dataclasses import dataclass
from datetime import date

from portfolio.lookups.judging import judged, method_of
from portfolio.messages import N_, Message
from portfolio.people import Person
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.methods import Method
from portfolio.prioritising.ranking import rank
from portfolio.prioritising.rounds import Round
from portfolio.reports.imprint import CURRENT, Imprint, program
from portfolio.reports.prioritising.departures import DepartureRow, departure_rows
from portfolio.reports.prioritising.impartiality import aside_from
from portfolio.reports.prioritising.judges import JudgesRow, judges
from portfolio.reports.prioritising.opinions import NOTHING_YET, Opinions, ReasonRow, SpreadRow, opinions
from portfolio.reports.prioritising.ranking_rows import (
    AsideRow,
    RankedRow,
    TermRow,
    aside_rows,
    known,
    outside,
    ranked,
)
from portfolio.reports.prioritising.seeing import hidden, seen
from portfolio.reports.prioritising.steps import StepRow, reopened, round_steps
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class RankingReport:
    """The whole round. When `hidden` says why, there are no rows. `as_of` is the day it is taken along.

    What the viewer stands `aside` from is in no other row, and the places are counted without it: a place that was
    left empty would tell where it stands. Nobody's points or order among themselves depend on it.
    """

    round: Round
    method: Method
    hidden: Message | None
    ranked: tuple[RankedRow, ...]
    outside: tuple[RankedRow, ...]
    aside: tuple[AsideRow, ...]
    opinions: Opinions
    departures: tuple[DepartureRow, ...]
    steps: tuple[StepRow, ...]
    reopened: Message | None
    revision: int
    head: str
    judges: tuple[JudgesRow, ...] = ()
    as_of: date | None = None

    @property
    def imprint(self) -> Imprint:
        """What the order rests on: the round as it is held, and the version of the method that it is judged by."""
        judged_by = {"method": self.method.name, "version": self.method.version}
        return Imprint(
            as_of=self.as_of,
            filters=(
                Message(N_("The proposals of the round «{round}» alone."), {"round": self.round.title}),
            ),
            versions=(program(), Message(N_("Method: {method}, version {version}."), judged_by)),
            prices=Message(CURRENT),
            revision=self.revision,
            head=self.head,
        )

    @property
    def terms(self) -> tuple[TermRow, ...]:
        """Every term of every ranked proposal."""
        return tuple(term for row in self.ranked for term in row.terms)

    @property
    def spread(self) -> tuple[SpreadRow, ...]:
        """How the marks are spread, criterion by criterion."""
        return self.opinions.spread

    @property
    def reasons(self) -> tuple[ReasonRow, ...]:
        """Every reason that a member has written."""
        return self.opinions.reasons

    @property
    def apart(self) -> tuple[Message, ...]:
        """What is said of each proposal that the viewer stands aside from."""
        return tuple(row.said for row in self.aside)

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
        return RankingReport(
            round_, method, why_hidden, (), (), (), NOTHING_YET, (), (), None, head.seq, head.digest
        )
    aside = aside_from(reader, round_id, viewer=viewer)
    found = known(reader, round_, method, aside=aside)
    shown = [own.proposal for id, own in found.proposals.items() if id not in aside]
    order = rank(method, [each for each in judged(reader, round_) if each.proposal not in aside])
    return RankingReport(
        round=round_,
        method=method,
        hidden=None,
        ranked=ranked(found, order),
        outside=outside(found, order),
        aside=aside_rows(found),
        opinions=opinions(reader, round_, shown),
        judges=judges(reader, round_, shown),
        departures=departure_rows(reader, round_, aside=aside),
        steps=round_steps(reader, round_id, viewer=viewer),
        reopened=reopened(reader, round_id, viewer=viewer),
        revision=head.seq,
        head=head.digest,
    )
