"""What a workbook says, made for tests without a workbook."""

from portfolio.actions.comparing import STAGES
from portfolio.money import Money
from portfolio.proposals.intake import ContributionIn, CostIn, PartyIn, ProposalIn, Upload

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
