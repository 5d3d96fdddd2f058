"""What must always hold of the rounds and the marks."""

from collections.abc import Iterator

from portfolio.lookups.judging import UnknownMethod, method_of
from portfolio.messages import N_, Message
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.marks import Mark, off_scale
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.reports.invariants import Rule
from portfolio.store.reading import Reader


def _pointing_nowhere(reader: Reader) -> Iterator[Message]:
    """Yield the rounds whose method is not published, and the proposals in a round that are not there."""
    known = {each.id for each in reader.all(Proposal)}
    for round_ in reader.all(Round):
        try:
            method_of(round_)
        except UnknownMethod as unknown:
            yield unknown.message
        for lost in set(round_.proposals) - known:
            yield Message(N_("{round} points at {id}"), {"round": round_.id, "id": lost})


def _off_scale_or_aside(reader: Reader) -> Iterator[Message]:
    """Yield the marks that the method's scale does not have, or whose member stands aside."""
    aside = {(each.round, each.proposal, each.member) for each in reader.all(Impartiality) if each.aside}
    for round_ in reader.all(Round):
        method = method_of(round_)
        for mark in reader.all(Mark, round=round_.id):
            off = off_scale(method, {mark.criterion: mark.mark})
            if off or (mark.round, mark.proposal, mark.member) in aside:
                yield Message(N_("Mark {id}"), {"id": mark.id})


RULES = (
    Rule(N_("Every round points at a method and at proposals that are there"), _pointing_nowhere),
    Rule(N_("Every mark is on the scale, and from a member who is impartial"), _off_scale_or_aside),
)
