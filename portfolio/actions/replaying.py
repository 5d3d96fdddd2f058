"""What a pack holds put into an empty database, and the round computed anew from it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import product

from portfolio.actions.prioritising.basis import starting
from portfolio.given import Given
from portfolio.lookups.packs import MONEY, NOUNS, packed
from portfolio.messages import N_
from portfolio.objections import Objection, raise_any
from portfolio.parties import Party, PartyKind
from portfolio.people import PROGRAM, Person, Stamp
from portfolio.prioritising.packs import FORMAT, Content
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database

Records = Mapping[type[Given], Sequence[Given]]
"""What a pack holds, by noun."""


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
        records = {noun: [*map(noun.model_validate, content["records"][noun.__name__])] for noun in NOUNS}
        (round_,) = (each for each in records[Round] if isinstance(each, Round))
        raise_any([*_astray(content, records)][:1])
        _put(database, content, records, at=at)
    except NoPack:
        raise
    except Exception as trouble:  # what is read may be made by anybody, and hold anything
        raise NoPack(
            N_(
                "The file is damaged: it is not laid out as a pack is. Give one that «portfolio pack» has written. It says: {reason}"
            ),
            reason=next(iter(str(trouble).splitlines()), "") or type(trouble).__name__,
        ) from trouble
    with database.read() as reader:
        return packed(reader, round_)


def _astray(content: Content, records: Records) -> Iterator[NoPack]:
    """Yield what stands twice in a pack, and what names something that is not in it."""
    people, parties = {*content["people"]}, {*content["parties"]}
    known = {
        "round": set(map(_id, records[Round])),
        "proposal": set(map(_id, records[Proposal])),
        **dict.fromkeys(("member", "owner_person"), people),
        **dict.fromkeys(("party", "owner_party"), parties),
    }
    for noun, listed in records.items():
        for id, count in Counter(map(_id, listed)).items():
            if count > 1:
                yield NoPack(N_("The pack does not hold together: «{id}» stands twice in it."), id=id)
        for each, field in product(listed, known.keys() & noun.model_fields):
            other = getattr(each, field)
            if other and other not in known[field]:
                said = N_("The pack does not hold together: «{id}» names «{other}», which is not in it.")
                yield NoPack(said, id=_id(each), other=other)


def _id(record: Given) -> str:
    return str(getattr(record, "id"))  # noqa: B009


def _put(database: Database, content: Content, records: Records, *, at: datetime) -> None:
    """Put there first what was judged, then what was said of it: a round holds what stood before it was opened."""
    held = (Proposal, *MONEY)
    with database.write(Stamp(person=PROGRAM, at=at)) as writer:
        writer.add(*(Party(id=each, kind=PartyKind.OTHER, name=each) for each in content["parties"]))
        home = content["parties"][0]
        writer.add(*(Person(id=each, name=each, roles=(), organisation=home) for each in content["people"]))
        for noun in held:
            writer.add(*records[noun])
        writer.trace("replay", "pack")
        for round_ in (each for each in records[Round] if isinstance(each, Round)):
            writer.add(round_, *starting(round_.id, round_.proposals, seq=writer.head().seq))
        for said in (each for each in NOUNS if each not in (*held, Round)):
            writer.add(*records[said])
        writer.trace("replay", "pack")
