"""Something awkward of every noun, by wing: signs that need care, the largest amounts, what may be missing."""

from datetime import UTC, date, datetime
from decimal import Decimal

from portfolio.funding.divisions import Division
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Entry
from portfolio.funding.stages import Stage
from portfolio.given import Given
from portfolio.money import MOST, Money
from portfolio.parties import Party, PartyKind, Population
from portfolio.people import Person, Role
from portfolio.prioritising.basis import Basis
from portfolio.prioritising.decisions import Decision, Resolution
from portfolio.prioritising.gates import Answer, GateAnswer
from portfolio.prioritising.impartiality import Impartiality, Interest
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.packs import Pack
from portfolio.prioritising.recommendations import Outcome, Recommendation
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.realising.benefits import Baseline, Beneficiary, Benefit, BenefitKind, Rhythm, Target
from portfolio.realising.readings import Certainty, Reading
from portfolio.realising.releases import Release
from portfolio.store.database import Database
from tests.databases import AT, put
from tests.store.conftest import NOBODY

AWKWARD = "Blåbær «sitat» 'ettall' \"tverr\"\\\n\t%_;-- 🫐 e\u0301 \u00a0–"
PARTIES: tuple[Given, ...] = (
    Party(id="stat:prøve", kind=PartyKind.STATE, name="Prøveetaten", number="", county=""),
    Population(party="stat:prøve", on=date(2026, 1, 1), inhabitants=2_147_483_647),
    Person(
        id="p:åse",
        name="Åse O'Prøve",
        roles=(Role.READER, Role.FINANCE),
        organisation="stat:prøve",
        active=False,
    ),
)
PROPOSALS: tuple[Given, ...] = (
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
)
PRIORITISING: tuple[Given, ...] = (
    Round(
        id="runde:p",
        title="Prøve",
        method="prioritering/2026-1",
        phase=RoundPhase.MEETING,
        proposals=("prosjekt:p",),
        members=(),
        names_shown=True,
    ),
    Basis(id="v:1", round="runde:p", proposal="prosjekt:p", seq=1, revision=3),
    Mark(
        id="m:1",
        round="runde:p",
        proposal="prosjekt:p",
        member="p:åse",
        criterion="nytte",
        mark=None,
        reason=AWKWARD,
        upon=2_147_483_647,
    ),
    GateAnswer(
        id="g:1",
        round="runde:p",
        proposal="prosjekt:p",
        gate="lov",
        answer=Answer.UNCLEAR,
        reason="?",
        upon=7,
    ),
    Impartiality(
        id="i:1",
        round="runde:p",
        proposal="prosjekt:p",
        member="p:åse",
        interest=Interest.FUNDER,
        upon=2_147_483_647,
    ),
    Impartiality(id="i:2", round="runde:p", proposal="prosjekt:p", member="p:åse", interest=None),
    Recommendation(id="r:1", round="runde:p", proposal="prosjekt:p", outcome=Outcome.LOOK_FURTHER),
    Pack(id="runde:p.1", round="runde:p", digest="0" * 64, text='{"æ": "\\n "}' * 2_000),
    Decision(
        id="d:1",
        round="runde:p",
        proposal="prosjekt:p",
        resolution=Resolution.POSTPONED,
        case="26/1",
        on=date(2026, 2, 28),
    ),
)
FUNDING: tuple[Given, ...] = (
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
    Sharing(
        id="s:1",
        proposal="prosjekt:p",
        applies_from=date(2026, 7, 1),
        on=date(2026, 1, 1),
        members=("kommune:0301", "kommune:5001"),
    ),
    Division(
        id="e:1",
        proposal="prosjekt:p",
        year=2027,
        on=date(2026, 12, 31),
        before=Money(MOST - 1),
        key="s:1",
        key_revision=3,
        parts={"kommune:5001": -(MOST - 1), "kommune:0301": 0, "stat:prøve": 1},
        corrects="e:0",
    ),
)
REALISING: tuple[Given, ...] = (
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
    Release(id="b:1.2027", benefit="b:1", first=date(2027, 1, 1), until=date(2028, 1, 1)),
)
EVERYTHING = (*PARTIES, *PROPOSALS, *PRIORITISING, *FUNDING, *REALISING)
"""In an order in which what is pointed at comes first."""


def assert_all_come_back(database: Database, *records: Given) -> None:
    """See that all that is put in comes out the same to the letter."""
    put(database, *records, stamp=NOBODY)
    with database.read() as reader:
        for record in records:
            (found,) = reader.all(type(record), **key(record))
            assert found == record
            assert found.model_dump() == record.model_dump()


def key(record: object) -> dict[str, object]:
    """Return what tells a record from all others of its noun."""
    if isinstance(record, Population):
        return {"party": record.party, "on": record.on}
    return {"id": getattr(record, "id")}  # noqa: B009
