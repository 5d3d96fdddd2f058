"""What a round may be made of: proposals that are there, and members who are there and may assess."""

from collections.abc import Iterator

from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.people import Person, Verb
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.store.reading import Reader


class Unfit(Objection):
    """Something that is to be in a round and cannot be."""


def unfit(reader: Reader, wanted: Round, *, before: Round | None = None) -> Iterator[Objection]:
    """Yield what cannot be in a round, by its field; a member who was in it before may stay."""
    known = {each.id for each in reader.all(Proposal, id=wanted.proposals)}
    for id in wanted.proposals:
        if id not in known:
            yield Unfit(N_("«{id}» is no proposal. Choose from the list."), about="proposals", id=id)
    people = {each.id: each for each in reader.all(Person, id=wanted.members)}
    stay = before.members if before else ()
    for id in wanted.members:
        if id not in people:
            yield Unfit(N_("«{id}» is not in the register. Choose from the list."), about="members", id=id)
        elif id not in stay and not people[id].may(Verb.ASSESS):
            yield Unfit(
                N_("{name} may not assess. Choose council members, or give {name} the role first."),
                about="members",
                name=people[id].name,
            )
    yield from _twice(wanted)


def _twice(wanted: Round) -> Iterator[Objection]:
    for field, listed in (("proposals", wanted.proposals), ("members", wanted.members)):
        if len(set(listed)) != len(listed):
            yield Unfit(N_("Somebody or something is named twice. Name each once."), about=field)
