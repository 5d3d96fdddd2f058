"""What a workbook says, made for tests without a workbook; looked at and brought in."""

from datetime import date

from portfolio.actions.importing import bring_in, plan
from portfolio.actions.plans import Plan
from portfolio.funding.ledger import Entry, positions
from portfolio.funding.stages import STAGES
from portfolio.money import Money
from portfolio.objections import Objection
from portfolio.people import Person, Stamp
from portfolio.proposals.costs import CostLine
from portfolio.proposals.intake import ContributionIn, CostIn, PartyIn, ProposalIn, Upload
from portfolio.proposals.proposal import Proposal, proposal_id
from portfolio.store.database import Database
from portfolio.store.trail import Head
from tests.conftest import NOW

ON = date(2026, 11, 23)
SECRETARIAT, FINANCE = "person:ingrid-solbakken", "person:geir-mosengtun"
STORED, FRESH = "2026-002", "2027-900"
"""A reference the example has, and one that it has not."""


def proposal(reference: str = FRESH, **fields: object) -> ProposalIn:
    said = {"title": "Felles søk", "owner_party": "kommune:0301", **fields}
    return ProposalIn.model_validate({"where": "Forslag!A6", "reference": reference, **said})


def cost(reference: str = FRESH, year: int = 2027, ore: int = 100_50, note: str = "") -> CostIn:
    return CostIn(where="Kostnader!A6", reference=reference, year=year, amount=Money(ore), note=note)


def gives(*ore: int, reference: str = FRESH, party: str = "ks", year: int = 2027) -> ContributionIn:
    amounts = dict(zip(STAGES, (Money(each) for each in (*ore, 0, 0, 0)), strict=False))
    return ContributionIn.model_validate(
        {"where": "Bidrag!A6", "reference": reference, "party": party, "year": year, **amounts}
    )


def upload(*rows: ProposalIn | CostIn | ContributionIn | PartyIn) -> Upload:
    def of(kind: type) -> tuple[object, ...]:
        return tuple(each for each in rows if isinstance(each, kind))

    return Upload.model_validate(
        {
            "name": "forslag.xlsx",
            "digest": "0" * 64,
            "parties": of(PartyIn),
            "proposals": of(ProposalIn),
            "costs": of(CostIn),
            "contributions": of(ContributionIn),
        }
    )


def planned(database: Database, sent: Upload) -> Plan:
    with database.read() as reader:
        return plan(reader, sent, on=ON)


def brought_in(database: Database, sent: Upload, *, who: str = SECRETARIAT) -> Plan:
    with database.read() as reader:
        stamp = Stamp(person=reader.get(Person, who), at=NOW)
    return bring_in(database, sent, seen=planned(database, sent).digest, on=ON, stamp=stamp)


def reached(database: Database, reference: str = FRESH) -> dict[tuple[str, int], tuple[int, ...]]:
    with database.read() as reader:
        id = next(each.id for each in reader.all(Proposal) if each.reference == reference)
        stood = positions(reader.all(Entry, proposal=id))
    return {
        (each.place.party, each.place.year): tuple(each.reached(stage).ore for stage in STAGES)
        for each in stood
    }


def head(database: Database) -> Head:
    with database.read() as reader:
        return reader.head()


def costs_of(database: Database, reference: str) -> dict[int, Money]:
    with database.read() as reader:
        lines = reader.all(CostLine, proposal=proposal_id(reference))
    return {line.year: line.amount for line in lines}


def faults(database: Database, *rows: ProposalIn | CostIn | ContributionIn | PartyIn) -> list[Objection]:
    return list(planned(database, upload(*rows)).faults)
