"""Every noun comes back as it was put in, and in the same order, on both kinds of database."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy.exc import DBAPIError

from portfolio.catalogue.demo import demo
from portfolio.catalogue.reference import parties, populations
from portfolio.funding.contributions import Entry, Stage
from portfolio.funding.keys import Sharing
from portfolio.money import MOST, Money
from portfolio.parties import Party, PartyKind, Population
from portfolio.people import Person, Role, Stamp
from portfolio.prioritising.decisions import Decision, Outcome, Recommendation, Resolution
from portfolio.prioritising.gates import Answer, GateAnswer
from portfolio.prioritising.impartiality import Impartiality, Interest
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.realising.benefits import Baseline, Beneficiary, Benefit, BenefitKind, Rhythm, Target
from portfolio.realising.readings import Certainty, Reading
from portfolio.store.database import Database
from portfolio.store.tables import TABLES
from tests.databases import AT, of, put

AWKWARD = "Blåbær «sitat» 'ettall' \"tverr\"\\\n\t%_;-- 🫐 e\u0301 \u00a0–"
EVERYTHING = (
    Party(id="stat:prøve", kind=PartyKind.STATE, name="Prøveetaten", number="", county=""),
    Population(party="stat:prøve", on=date(2026, 1, 1), inhabitants=2_147_483_647),
    Person(
        id="p:åse",
        name="Åse O'Prøve",
        roles=(Role.READER, Role.FINANCE),
        organisation="stat:prøve",
        active=False,
    ),
    Proposal(
        id="prosjekt:p",
        reference="2026/1 «p»",
        title="Prøve",
        summary=AWKWARD,
        owner_party="stat:prøve",
        owner_person="p:åse",
        phase=Phase.REALISE,
        goals=("mål:1", "mål:2"),
        partners=("kommune:0301",),
        starts=2026,
        ends=None,
        example=True,
        revision=7,
    ),
    CostLine(id="prosjekt:p.2026", proposal="prosjekt:p", year=2026, amount=Money(MOST - 1), note="«n»"),
    Round(
        id="runde:p",
        title="Prøve",
        method="prioritering/2026-1",
        phase=RoundPhase.MEETING,
        proposals=("prosjekt:p",),
        members=(),
    ),
    Mark(
        id="m:1",
        round="runde:p",
        proposal="prosjekt:p",
        member="p:åse",
        criterion="nytte",
        mark=None,
        reason=AWKWARD,
    ),
    GateAnswer(
        id="g:1", round="runde:p", proposal="prosjekt:p", gate="lov", answer=Answer.UNCLEAR, reason="?"
    ),
    Impartiality(id="i:1", round="runde:p", proposal="prosjekt:p", member="p:åse", interest=Interest.FUNDER),
    Impartiality(id="i:2", round="runde:p", proposal="prosjekt:p", member="p:åse", interest=None),
    Recommendation(id="r:1", round="runde:p", proposal="prosjekt:p", outcome=Outcome.LOOK_FURTHER),
    Decision(
        id="d:1",
        round="runde:p",
        proposal="prosjekt:p",
        resolution=Resolution.POSTPONED,
        case="26/1",
        on=date(2026, 2, 28),
    ),
    Entry(
        id="e:1",
        proposal="prosjekt:p",
        party="stat:prøve",
        year=2027,
        stage=Stage.LAPSED,
        amount=Money(-(MOST - 1)),
        on=date(2026, 12, 31),
        move="x.1",
    ),
    Sharing(id="s:1", proposal="prosjekt:p", on=date(2026, 1, 1), members=("kommune:0301", "kommune:5001")),
    Benefit(
        id="b:1",
        proposal="prosjekt:p",
        title="Prøve",
        kind=BenefitKind.FREED_TIME,
        beneficiary=Beneficiary.CITIZENS,
        owner="p:åse",
        unit="timer",
        indicator="timer",
        baseline=Baseline(value=Decimal("0.10"), on=date(2025, 1, 1), method=AWKWARD[:20].strip(), source=""),
        target=Target(value=Decimal("-12345678901234567890.123456789"), on=date(2028, 1, 1)),
        rhythm=Rhythm.YEARLY,
        reported_from=date(2026, 1, 1),
    ),
    Reading(
        id="b:1.1",
        benefit="b:1",
        first=date(2026, 1, 1),
        until=date(2027, 1, 1),
        certainty=Certainty.ESTIMATED,
        value=Decimal("0.30"),
        at=datetime(2027, 1, 2, 3, 4, 5, 678_901, tzinfo=UTC),
        by="p:åse",
    ),
    Reading(
        id="b:1.2",
        benefit="b:1",
        first=date(2026, 1, 1),
        until=date(2027, 1, 1),
        certainty=Certainty.NOT_MEASURED,
        value=None,
        at=AT,
        by="p:åse",
        corrects="b:1.1",
    ),
)


def test_there_is_something_awkward_of_every_noun():
    assert {type(each) for each in EVERYTHING} == set(TABLES)


def test_what_is_put_in_comes_out_the_same(known: Database):
    put(known, *EVERYTHING, stamp=of_nobody())
    with known.read() as reading:
        for record in EVERYTHING:
            found = reading.all(type(record), **_key(record))
            assert found == (record,)
            assert found[0].model_dump() == record.model_dump()


def test_a_revision_changes_the_row_and_nothing_else(known: Database):
    put(known, *EVERYTHING, stamp=of_nobody())
    before = _dump(known)
    proposal = next(each for each in EVERYTHING if isinstance(each, Proposal))
    with known.write(of_nobody()) as writer:
        revised = writer.revise(proposal.model_copy(update={"title": "Ny tittel", "ends": 2030}))
        writer.trace("try", proposal.id)
    after = _dump(known)
    assert revised.revision == proposal.revision + 1
    assert after.pop(Proposal) == (revised,)
    assert before.pop(Proposal) == (proposal,)
    assert after == before


def test_the_whole_example_is_stored_as_it_was_written(example: Database):
    written = demo()
    stored = _dump(example)
    whole = [getattr(written, name) for name in written.__dataclass_fields__ if name != "parties"]
    given = [*parties(), *written.parties, *populations(), *(each for several in whole for each in several)]
    for noun, records in stored.items():
        assert set(records) == {each for each in given if type(each) is noun}, noun
        assert len(records) == len({tuple(_key(each).items()) for each in records})


def test_records_come_in_the_same_order_on_every_database(known: Database):
    ids = ["x:b", "x:-", "x:a/b", "x:ab", "x:å", "x:ø", "x:æ", "x:a_b", "x:a.b", "x:1", "x:aa", "x:z", "x:o"]
    with known.write(of_nobody()) as writer:
        writer.add(*(Party(id=id, kind=PartyKind.OTHER, name="x") for id in ids))
        writer.trace("try", "order")
    with known.read() as reading:
        assert [each.id for each in reading.all(Party, id=ids)] == sorted(ids)


def test_records_are_chosen_by_what_their_fields_hold(example: Database):
    with example.read() as reading:
        finance = [each for each in reading.all(Entry) if each.stage is Stage.PAID]
        assert reading.all(Entry, stage=Stage.PAID) == tuple(finance)
        assert reading.count(Entry, stage=Stage.PAID) == len(finance) > 0
        assert reading.all(Entry, stage=Stage.PAID, amount=finance[0].amount, on=finance[0].on)
        assert reading.all(Entry, id=[]) == ()
        assert reading.count(Impartiality, interest=None) == len(
            [each for each in reading.all(Impartiality) if each.interest is None]
        )


def test_a_reference_to_what_is_not_there_is_refused(known: Database):
    entry = next(each for each in EVERYTHING if isinstance(each, Entry))
    with pytest.raises(DBAPIError, match=r"(?i)foreign key"):
        put(known, entry, stamp=of_nobody())
    with known.read() as reading:
        assert reading.count(Entry) == 0


def of_nobody() -> Stamp:
    return Stamp(person=Person(id="nobody", name="Nobody", roles=(), organisation="ks"), at=AT)


def test_a_stamp_of_somebody_stored_holds_the_stored_person(example: Database):
    assert of(example, "person:geir-mosengtun").person.roles == (Role.FINANCE,)
    assert isinstance(of(example, "person:geir-mosengtun").person.roles[0], Role)


def _key(record: object) -> dict[str, object]:
    if isinstance(record, Population):
        return {"party": record.party, "on": record.on}
    return {"id": getattr(record, "id")}  # noqa: B009


def _dump(database: Database) -> dict[type, tuple[object, ...]]:
    with database.read() as reading:
        return {noun: reading.all(noun) for noun in TABLES}
