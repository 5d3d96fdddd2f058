"""What a round rests on and how it came out, as the pack of it holds that: the same from the same, wherever it is asked."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from portfolio.catalogue.methods import FOLDER, fingerprint
from portfolio.funding.ledger import Entry
from portfolio.given import Given
from portfolio.lookups.basis import bases, texts_judged
from portfolio.lookups.judging import judged, method_of, standings
from portfolio.parties import Party
from portfolio.prioritising.basis import upon
from portfolio.prioritising.gates import GateAnswer
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.packs import FORMAT, Content
from portfolio.prioritising.ranking import Placed, rank
from portfolio.prioritising.recommendations import Recommendation
from portfolio.prioritising.rounds import Round
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.store.personal import erased
from portfolio.store.reading import Reader

SAID: tuple[type[Mark] | type[GateAnswer] | type[Impartiality], ...] = (GateAnswer, Impartiality, Mark)
"""What is said of a proposal in a round, each on a version of it."""
MONEY: tuple[type[CostLine] | type[Entry], ...] = (CostLine, Entry)
"""What is judged with a proposal."""
NOUNS: tuple[type[Given], ...] = (Proposal, *MONEY, Round, *SAID, Recommendation)
"""What a pack holds whole, in the order in which it can be put into an empty database."""


def packed(reader: Reader, round_: Round) -> Content:
    """Return all that a round rests on, and how it came out.

    What is said of a proposal stands with 1 for `upon` where it was said of the version that the round holds, and with 0
    where not, since the numbers of traces mean nothing elsewhere. Nothing is told of people and parties but their ids.
    """
    records = {noun.__name__: [_told(each) for each in _records(reader, round_, noun)] for noun in NOUNS}
    return {
        "format": FORMAT,
        "method": _method(round_),
        "records": records,
        "parties": sorted(each.id for each in _parties(reader, records)),
        "people": sorted({*round_.members, *_owners(records)}),
        "result": _result(reader, round_),
    }


def _records(reader: Reader, round_: Round, noun: type[Given]) -> Iterator[Given]:
    held = bases(reader, round_)
    if noun is Round:
        yield round_
    elif noun is Proposal:
        yield from map(erased, texts_judged(reader, round_).values())
    elif noun in MONEY:
        yield from reader.each_as_of(noun, {id: each.seq for id, each in held.items()}, by="proposal")
    elif noun is Recommendation:
        yield from reader.all(Recommendation, round=round_.id, proposal=round_.proposals)
    else:
        for each in _said(reader, round_, noun):
            on = upon(each, held.get(getattr(each, "proposal")))  # type: ignore[arg-type]  # noqa: B009
            yield each.model_copy(update={"upon": int(on)})


def _said(reader: Reader, round_: Round, noun: type[Given]) -> Iterable[Given]:
    """Return what was said of what is in the round, by those who sit in it; what is left of others counts for nothing."""
    whose = {"member": round_.members} if "member" in noun.model_fields else {}
    return reader.all(noun, round=round_.id, proposal=round_.proposals, **whose)


def _method(round_: Round) -> Mapping[str, Any]:
    return {
        "id": round_.method,
        "sha256": fingerprint(FOLDER / f"{round_.method}.yaml"),
        "content": method_of(round_).model_dump(mode="json"),
    }


def _parties(reader: Reader, records: Mapping[str, list[dict[str, Any]]]) -> Iterable[Party]:
    owners = {each["owner_party"] for each in records["Proposal"]}
    return reader.all(Party, id=sorted(owners | {each["party"] for each in records["Entry"]}))


def _owners(records: Mapping[str, list[dict[str, Any]]]) -> Iterator[str]:
    yield from (each["owner_person"] for each in records["Proposal"] if each["owner_person"])


def _result(reader: Reader, round_: Round) -> Mapping[str, Any]:
    found = rank(method_of(round_), judged(reader, round_))
    return {
        "order": [_placed(each) for each in found.placed],
        "unmarked": list(found.unmarked),
        "standings": {id: str(where) for id, where in standings(reader, round_).items()},
    }


def _placed(placed: Placed) -> Mapping[str, Any]:
    """Return a place with what gave it; fractions as they are, `29/4`, and points as they are published."""
    score, said = placed.score, placed.judged
    return {
        "proposal": said.proposal,
        "place": placed.place,
        "points": str(score.published),
        "exact": str(score.points),
        "coverage": str(said.coverage),
        "terms": {each.criterion: [str(each.mean), each.weight, str(each.points)] for each in score.terms},
        "marks": {key: sorted(marks) for key, marks in said.marks.items()},
    }


def _told(record: Given) -> dict[str, Any]:
    return record.model_dump(mode="json")
