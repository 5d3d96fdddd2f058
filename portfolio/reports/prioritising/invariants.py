"""What must always hold of the rounds and the marks."""

import json
from collections.abc import Iterator

from portfolio.catalogue.methods import methods
from portfolio.lookups.basis import bases
from portfolio.lookups.judging import UnknownMethod, method_of
from portfolio.lookups.packs import packed
from portfolio.messages import N_, Message
from portfolio.people import Person
from portfolio.prioritising.basis import Basis, basis_id
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.marks import Mark, off_scale
from portfolio.prioritising.packs import canonical, differences, digest_of
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.proposal import Proposal
from portfolio.reports.invariants import Rule
from portfolio.reports.prioritising import recording
from portfolio.reports.prioritising.packs import packs
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


def _held_astray(reader: Reader) -> Iterator[Message]:
    """Yield where a round that has been opened does not hold a version of each of its proposals, and only of them.

    What is held must be a trace that is there, after which the proposal was there too. A proposal that is not there at
    all is for the rule of the rounds to tell.
    """
    end, known = reader.head().seq, {each.id for each in reader.all(Proposal)}
    for round_ in reader.all(Round):
        held = bases(reader, round_)
        opened = round_.phase is not RoundPhase.PREPARING
        for id in sorted(known.intersection(round_.proposals) - held.keys()) if opened else ():
            yield Message(N_("{round} holds no version of {id}"), {"round": round_.id, "id": id})
        for id in sorted(held.keys() - set(round_.proposals)):
            yield Message(N_("{round} holds {id}, which is not in it"), {"round": round_.id, "id": id})
        there = {each.id for each in reader.each_as_of(Proposal, {id: own.seq for id, own in held.items()})}
        for id, own in sorted(held.items()):
            if not 0 < own.seq <= end or id not in there:
                told = {"round": round_.id, "id": id, "number": own.seq}
                yield Message(
                    N_("{round} holds {id} as of trace {number}, after which it was not there"), told
                )


def _given_on_nothing(reader: Reader) -> Iterator[Message]:
    """Yield the marks that were given on a version that their round does not hold, and never held."""
    for round_ in reader.all(Round):
        now = {id: {own.seq} for id, own in bases(reader, round_).items()}
        for mark in reader.all(Mark, round=round_.id):
            known = now.get(mark.proposal, set())
            if mark.upon not in known | _once_held(reader, mark, known):
                yield Message(N_("Mark {id}"), {"id": mark.id})


def _once_held(reader: Reader, mark: Mark, now: set[int]) -> set[int]:
    """Return which versions a round has held of what was marked; asked only where it is not the one it holds now."""
    if mark.upon in now:
        return set()
    kept = reader.versions(Basis, basis_id(mark.round, mark.proposal))
    return {each.record.seq for each in kept if each.record is not None}


def _otherwise_than_frozen(reader: Reader) -> Iterator[Message]:
    """Yield the concluded rounds that were not frozen, and those that come out otherwise than they were."""
    for round_ in reader.all(Round, phase=RoundPhase.CLOSED):
        found = packs(reader, round_)
        if not found:
            yield Message(
                N_(
                    "{round} is concluded, and nothing of it is frozen. Start the application once: it freezes what was concluded before it could"
                ),
                {"round": round_.id},
            )
            continue
        held = json.loads(found[-1].text)["content"]
        now = json.loads(canonical(packed(reader, round_)))
        if digest_of(held) != found[-1].digest:
            yield Message(N_("{round}: what was frozen has been changed"), {"round": round_.id})
        place = next((place for place, _, _ in differences(held, now)), None)
        if place:
            said = N_("{round} comes out otherwise than when it was concluded, first in {place}")
            yield Message(said, {"round": round_.id, "place": place})


RULES = (
    Rule(N_("Every round points at a method, proposals and members that are there"), _pointing_nowhere),
    Rule(N_("Every concluded round comes out as when it was concluded"), _otherwise_than_frozen),
    Rule(N_("Every mark is on the scale, and from a member who is impartial"), _off_scale_or_aside),
    Rule(N_("Every round that has been opened holds a version of each of its proposals"), _held_astray),
    Rule(N_("Every mark is on a version that its round holds, or has held"), _given_on_nothing),
    *recording.RULES,
)
