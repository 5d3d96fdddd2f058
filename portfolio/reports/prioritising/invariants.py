"""What must always hold of the rounds and the marks."""

from collections.abc import Iterator

from portfolio.catalogue.methods import methods
from portfolio.lookups.judging import UnknownMethod, method_of
from portfolio.messages import N_, Message
from portfolio.people import Person
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.marks import Mark, off_scale
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.reports.invariants import Rule
from portfolio.store.reading import Reader


def _pointing_nowhere(reader: Reader) -> Iterator[Message]:
    """Yield the rounds whose method is not published, and the proposals and members in a round that are not there."""
    known = {each.id for each in reader.all(Proposal)} | {each.id for each in reader.all(Person)}
    for round_ in reader.all(Round):
        try:
            method_of(round_)
        except UnknownMethod as unknown:
            yield unknown.message
        for lost in sorted({*round_.proposals, *round_.members} - known):
            yield Message(N_("{round} points at {id}"), {"round": round_.id, "id": lost})


def _off_scale_or_aside(reader: Reader) -> Iterator[Message]:
    """Yield the marks that the method's scale does not have, or whose member stands aside.

    A round whose method is not published has no scale; that is for the rule of the rounds to tell.
    """
    declared = reader.all(Impartiality)
    aside = {(each.round, each.proposal, each.member) for each in declared if each.aside}
    for round_ in reader.all(Round):
        method = methods().get(round_.method)
        for mark in reader.all(Mark, round=round_.id):
            off = method and off_scale(method, {mark.criterion: mark.mark})
            if off or (mark.round, mark.proposal, mark.member) in aside:
                yield Message(N_("Mark {id}"), {"id": mark.id})


RULES = (
    Rule(N_("Every round points at a method, proposals and members that are there"), _pointing_nowhere),
    Rule(N_("Every mark is on the scale, and from a member who is impartial"), _off_scale_or_aside),
)
