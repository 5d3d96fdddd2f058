"""What a pack holds put into an empty database, and the round computed anew from it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from portfolio.actions.prioritising.basis import starting
from portfolio.lookups.packs import MONEY, NOUNS, packed
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.parties import Party, PartyKind
from portfolio.people import PROGRAM, Person, Stamp
from portfolio.prioritising.packs import FORMAT, Content
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database


class NoPack(Objection):
    """Something that is no pack, or not one of a kind that is read here."""


def replay(database: Database, content: Content, *, at: datetime) -> Content:
    """Return what a pack of the same round holds when all is computed anew, in an empty database.

    Raises:
        NoPack: it is laid out otherwise than format 1.
        UnknownMethod: the methodology folder does not hold the method.
    """
    if content.get("format") != FORMAT:
        raise NoPack(N_("The file is no pack of format 1. Give one that «portfolio pack» has written."))
    try:
        (round_,) = _put(database, content, at=at)
    except Exception as trouble:  # what is read may be made by anybody, and hold anything
        raise NoPack(
            N_(
                "The file is damaged: it is not laid out as a pack is. Give one that «portfolio pack» has written."
            )
        ) from trouble
    with database.read() as reader:
        return packed(reader, round_)


def _put(database: Database, content: Content, *, at: datetime) -> list[Round]:
    """Put there first what was judged, then what was said of it: a round holds what stood before it was opened."""
    records: Mapping[str, list[dict[str, Any]]] = content["records"]
    held = (Proposal, *MONEY)
    with database.write(Stamp(person=PROGRAM, at=at)) as writer:
        writer.add(*(Party(id=each, kind=PartyKind.OTHER, name=each) for each in content["parties"]))
        home = content["parties"][0]
        writer.add(*(Person(id=each, name=each, roles=(), organisation=home) for each in content["people"]))
        for noun in held:
            writer.add(*map(noun.model_validate, records[noun.__name__]))
        writer.trace("replay", "pack")
        rounds = [Round.model_validate(each) for each in records[Round.__name__]]
        for round_ in rounds:
            writer.add(round_, *starting(round_.id, round_.proposals, seq=writer.head().seq))
        for said in (each for each in NOUNS if each not in (*held, Round)):
            writer.add(*map(said.model_validate, records[said.__name__]))
        writer.trace("replay", "pack")
    return rounds
