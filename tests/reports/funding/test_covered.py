"""How each project is covered is true after any change, and what is entered on one makes no other's sums anew."""

from collections.abc import Callable
from datetime import date
from random import Random

from portfolio.funding.ledger import Entry
from portfolio.funding.stages import Stage
from portfolio.money import Money
from portfolio.parties import JOINT, Party, PartyKind
from portfolio.people import PROGRAM, Stamp
from portfolio.proposals.costs import CostLine, cost_line_id
from portfolio.proposals.proposal import Proposal
from portfolio.reports.funding.covered import COVERED, covered
from portfolio.reports.funding.covering import covering
from portfolio.store.database import Database
from portfolio.store.writing import Writer
from tests.databases import AT

WRITES = 40


def enter(writer: Writer, chance: Random) -> None:
    at = _proposal(writer, chance)
    party = chance.choice(["stat:digdir", "ks", JOINT])
    entry = Entry(
        id=f"bidrag:tilfeldig.{chance.random()}",
        proposal=at.id,
        party=party,
        year=chance.randint(2025, 2030),
        stage=chance.choice([Stage.APPLIED, Stage.PROMISED, Stage.AGREED]),
        amount=Money(chance.randint(1, 10**9)),
        on=date(2026, 6, 1),
    )
    writer.add(entry)


def cost(writer: Writer, chance: Random) -> None:
    at, year = _proposal(writer, chance), chance.randint(2025, 2030)
    line = CostLine(
        id=cost_line_id(at.id, year), proposal=at.id, year=year, amount=Money(chance.randint(1, 10**9))
    )
    there = writer.find(CostLine, line.id)
    if there is None:
        writer.add(line)
    elif chance.random() < 0.5:
        writer.remove(CostLine, line.id)
    else:
        writer.revise(line.model_copy(update={"revision": there.revision}))


def rename(writer: Writer, chance: Random) -> None:
    at = _proposal(writer, chance)
    writer.revise(at.model_copy(update={"title": f"Prosjekt {chance.random()}"}))


def another_side(writer: Writer, chance: Random) -> None:
    party = writer.get(Party, "stat:digdir")
    kind = PartyKind.OTHER if party.kind is not PartyKind.OTHER else PartyKind.STATE
    writer.revise(party.model_copy(update={"kind": kind}))


ACTS: tuple[Callable[[Writer, Random], None], ...] = (enter, enter, cost, cost, rename, another_side)


def test_after_any_change_what_is_kept_is_what_would_be_made_anew(example: Database) -> None:
    chance, another = Random(8), Database(example.url)
    for _ in range(WRITES):
        writing = chance.choice([example, another])
        with writing.write(Stamp(person=PROGRAM, at=AT)) as writer:
            chance.choice(ACTS)(writer, chance)
            writer.trace("test", "test")
        with example.read() as reader:
            assert reader.pieces(COVERED) == covered(reader, None)
    another.close()
    with example.read() as reader:
        fresh = covering(reader)
        assert reader.ask(covering) == fresh
        assert {row.year for row in reader.ask(covering, year=2027).rows} == {2027}


def test_what_is_entered_on_one_project_leaves_the_others_as_they_are(example: Database) -> None:
    with example.read() as reader:
        before = reader.pieces(COVERED)
    chance = Random(1)
    with example.write(Stamp(person=PROGRAM, at=AT)) as writer:
        enter(writer, chance)
        writer.trace("test", "test")
        (entered,) = [each for each in writer.all(Entry) if "tilfeldig" in each.id]
    with example.read() as reader:
        after = reader.pieces(COVERED)
    assert [id for id in before if after[id] is not before[id]] == [entered.proposal]


def _proposal(writer: Writer, chance: Random) -> Proposal:
    return chance.choice(writer.all(Proposal))
