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


def _rounds(reader: Reader) -> Iterator[Message]:
    known = {each.id for each in reader.all(Proposal)}
    for round_ in reader.all(Round):
        try:
            method_of(round_)
        except UnknownMethod as unknown:
            yield unknown.message
        for lost in set(round_.proposals) - known:
            yield Message(N_("{round} points at {id}"), {"round": round_.id, "id": lost})


def _marks(reader: Reader) -> Iterator[Message]:
    aside = {
        (word.round, word.proposal, word.member)
        for word in reader.all(Impartiality)
        if word.interest is not None
    }
    for round_ in reader.all(Round):
        method = method_of(round_)
        for mark in reader.all(Mark, round=round_.id):
            off = off_scale(method, {mark.criterion: mark.mark})
            if off or (mark.round, mark.proposal, mark.member) in aside:
                yield Message(N_("Mark {id}"), {"id": mark.id})


RULES = (
    Rule(N_("Every round points at a method and at proposals that are there"), _rounds),
    Rule(N_("Every mark is on the scale, and from a member who is impartial"), _marks),
)
