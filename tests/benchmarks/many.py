"""A large invented portfolio, the same every time, for measuring and for tests at size."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path

from portfolio.actions.funding.divisions import divide_paid
from portfolio.actions.starting import load_demo
from portfolio.catalogue.reference import parties, populations
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Entry
from portfolio.funding.stages import Stage
from portfolio.money import Money
from portfolio.parties import JOINT, PartyKind
from portfolio.people import PROGRAM, Stamp
from portfolio.proposals.costs import CostLine, cost_line_id
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.realising.benefits import Baseline, Beneficiary, Benefit, BenefitKind, Target
from portfolio.store.database import Database
from portfolio.store.schema import prepare

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
YEARS = (2026, 2027, 2028, 2029)
OWNER = "person:lene-bjørkmyra"
SOURCE = "Eksempeldata (oppdiktet)"


def filled(path: Path, *, proposals: int) -> Database:
    """Return a database with the example and so many proposals in all, each with money and benefits."""
    url = f"sqlite:///{path}"
    prepare(url)
    database = Database(url)
    load_demo(database, at=AT)
    numbers = range(25, proposals + 1)
    with database.write(Stamp(person=PROGRAM, at=AT)) as writer:
        writer.add(*(_proposal(number) for number in numbers))
        writer.add(*(_cost(number, year) for number in numbers for year in YEARS))
        writer.add(*(_sharing(number) for number in numbers))
        entries = [entry for number in numbers for entry in _entries(number)]
        writer.add(*entries)
        divide_paid(writer, *entries)
        writer.add(*(_benefit(number, place) for number in numbers for place in range(3)))
        writer.trace("demo", "many")
    return database


def _id(number: int) -> str:
    return f"prosjekt:2027-{number:04d}"


def _proposal(number: int) -> Proposal:
    owners = [each.id for each in parties() if each.number]
    return Proposal(
        id=_id(number),
        reference=f"2027-{number:04d}",
        title=f"Oppdiktet fellesprosjekt nummer {number} om digitale tjenester for innbyggere i små og store kommuner",
        summary="Et oppdiktet prosjekt, laget for å måle hvordan sidene bærer mange prosjekter.",
        need="Oppdiktet behov.",
        owner_party=owners[number % len(owners)],
        phase=list(Phase)[number % 6],
        goals=("bruker-1",),
        source=SOURCE,
        example=True,
    )


def _cost(number: int, year: int) -> CostLine:
    amount = Money(100_000_000 + number * 7_919 + year)
    return CostLine(id=cost_line_id(_id(number), year), proposal=_id(number), year=year, amount=amount)


def _sharing(number: int) -> Sharing:
    municipalities = [each.id for each in parties() if each.kind is PartyKind.MUNICIPALITY and each.number]
    members = (
        municipalities if number % 20 == 0 else list(islice(municipalities, number % 300, number % 300 + 12))
    )
    return Sharing(
        id=f"deling:{_id(number)}",
        proposal=_id(number),
        on=max(each.on for each in populations()),
        members=tuple(members),
    )


def _entries(number: int) -> tuple[Entry, ...]:
    payers = ("stat:digdir", "ks", JOINT)
    return tuple(
        Entry(
            id=f"bidrag:{_id(number)}.{place}.{year}",
            proposal=_id(number),
            party=party,
            year=year,
            stage=list(Stage)[(number + place + year) % 4],
            amount=Money(20_000_000 + number * 1_009 + place * 13 + year),
            on=date(2026, 6, 1),
            note=SOURCE,
        )
        for place, party in enumerate(payers)
        for year in YEARS
    )


def _benefit(number: int, place: int) -> Benefit:
    return Benefit(
        id=f"gevinst:{number}.{place}",
        proposal=_id(number),
        title=f"Oppdiktet gevinst {place + 1} av prosjekt {number}",
        kind=list(BenefitKind)[place],
        beneficiary=Beneficiary.MUNICIPALITIES,
        owner=OWNER if number % 50 == 0 else "person:petter-granholtet",
        unit="timer per år",
        indicator="Timer brukt",
        baseline=Baseline(value=Decimal(1000), on=date(2025, 1, 1), method="Telling", source=SOURCE),
        target=Target(value=Decimal(600), on=date(2028, 12, 31)),
        reported_from=date(2026, 7, 1),
        source=SOURCE,
        example=True,
    )
