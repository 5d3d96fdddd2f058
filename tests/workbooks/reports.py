"""Reports to make workbooks of: like the real ones in shape and size, the same each time."""

import csv
import random
from collections import defaultdict
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

from portfolio.funding.keys import explained
from portfolio.funding.stages import STAGES, Stage
from portfolio.money import Money, share, split, total
from portfolio.parties import SIDES, Party, PartyKind, Side, municipality_id
from portfolio.reports.funding.lines import FundingLine
from portfolio.reports.funding.parties import PartyTotal
from portfolio.reports.funding.payments import KeyRow, PaidPart
from portfolio.reports.funding.project_years import ProjectYear
from portfolio.reports.funding.workbook import CostRow, FundingReport

YEARS = (2025, 2026, 2027, 2028)
AS_OF = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
STATE = ("Digitaliseringsdirektoratet", "Helsedirektoratet", "Kartverket", "NAV", "Skatteetaten")


def municipalities() -> dict[str, tuple[str, str, int]]:
    """Return number → name, county and inhabitants of the 357 of 2024."""
    path = Path(__file__).parent / "municipalities.csv"
    with path.open(encoding="utf-8") as file:
        return {
            row["number"]: (row["name"], row["county"], int(row["inhabitants"]))
            for row in csv.DictReader(file)
        }


def parties() -> tuple[Party, ...]:
    """Return every body: municipalities, counties, state bodies, KS and one other."""
    rows = municipalities()
    counties = {number[:2]: county for number, (_, county, _) in rows.items()}
    return (
        *(
            Party(
                id=municipality_id(number),
                kind=PartyKind.MUNICIPALITY,
                name=name,
                number=number,
                county=county,
            )
            for number, (name, county, _) in rows.items()
        ),
        *(
            Party(id=f"fylke:{number}", kind=PartyKind.COUNTY, name=name, number=number, county=name)
            for number, name in sorted(counties.items())
        ),
        *(Party(id=f"stat:{name.lower()}", kind=PartyKind.STATE, name=name) for name in STATE),
        Party(id="ks", kind=PartyKind.KS, name="KS"),
        Party(id="annen:gjensidigestiftelsen", kind=PartyKind.OTHER, name="Gjensidigestiftelsen"),
    )


def funding(*, projects: int = 24, joint_every: int = 3, seed: int = 7) -> FundingReport:
    """Return a funding report; every `joint_every`th project is shared by all 357 municipalities, or none if 0."""
    known, dice = {each.id: each for each in parties()}, random.Random(seed)
    weights = {municipality_id(number): row[2] for number, row in sorted(municipalities().items())}
    lines: list[FundingLine] = []
    costs: list[CostRow] = []
    for index in range(projects):
        reference = f"2026-{index + 1:03}"
        key, title = f"prosjekt:{reference}", f"Fellesløsning nr. {index + 1} for «søk & svar»"
        for year in YEARS:
            cost = Money(dice.randrange(10**7, 4 * 10**9))
            costs.append(CostRow(f"{key}.{year}", key, reference, title, year, cost))
            given = _given(dice, index, year, weights, joint=bool(joint_every) and index % joint_every == 0)
            lines.extend(
                _line(
                    known[party], amounts, key=key, reference=reference, title=title, year=year, joint=joint
                )
                for party, amounts, joint in given
            )
    return _report(tuple(lines), tuple(costs), tuple(known.values()))


def _given(dice, index, year, weights, *, joint):
    """Return who gives what: a state body, KS, some municipalities or all together, and sometimes another."""
    if index == 5 and year == YEARS[-1]:
        return []
    given = [(f"stat:{STATE[index % len(STATE)].lower()}", _steps(dice), False), ("ks", _steps(dice), False)]
    if joint:
        shared = [split(step, weights) for step in _steps(dice)]
        given.extend((party, tuple(step[party] for step in shared), True) for party in weights)
    else:
        given.extend((party, _steps(dice), False) for party in dice.sample(sorted(weights), 5))
    if index % 4 == 0:
        given.append(("annen:gjensidigestiftelsen", _steps(dice), False))
    return given


def _steps(dice):
    amount = dice.randrange(1, 10**9)
    steps = [amount]
    for _ in range(3):
        amount = dice.choice([amount, dice.randrange(0, amount + 1)])
        steps.append(amount)
    return (*map(Money, steps), Money(dice.randrange(0, steps[0] - steps[1] + 1)))


def _line(party, amounts, *, key, reference, title, year, joint):
    return FundingLine(
        f"{key}.{year}.{party.id}", key, reference, title, year, party.side, party.kind, party.id,
        party.number, party.name, party.county, joint, *amounts,
    )  # fmt: skip


def _report(lines, costs, known):
    by_place, by_party = defaultdict(list), defaultdict(list)
    for line in lines:
        by_place[line.proposal, line.year].append(line)
        by_party[line.party].append(line)
    inhabitants = {municipality_id(number): row[2] for number, row in municipalities().items()}
    return FundingReport(
        as_of=AS_OF, year=None, years=YEARS, revision=417, head="a" * 64, example=True, rules=explained(()), lines=lines, costs=costs,
        projects=tuple(_project(cost, by_place[cost.proposal, cost.year]) for cost in costs),
        parties=tuple(
            PartyTotal(
                each.id, each.number, each.name, each.county, each.kind, SIDES[each.kind], inhabitants.get(each.id),
                *(total(getattr(line, step) for line in by_party[each.id]) for step in STAGES),
            )
            for each in known
        ),
        keys=tuple(_key(line) for line in lines if line.joint and line.number == "0301" and line.year == YEARS[0]),
        payments=tuple(_payment(line) for line in lines if line.joint and line.paid and line.year <= AS_OF.year),
    )  # fmt: skip


def _key(line):
    return KeyRow(
        f"fordeling:{line.proposal}", 1, line.proposal, line.reference, line.title, date(2000, 1, 1), date(2026, 1, 1), 357, 5_627_400,
        "Kari Nordmann", AS_OF, "", None,
    )  # fmt: skip


def _payment(line):
    payment = f"bidrag:{line.proposal}.{line.year}"
    return PaidPart(
        f"{payment}.{line.party}", line.proposal, line.reference, line.title, line.year, date(line.year, 6, 15),
        line.party, line.number, line.name, line.paid, f"fordeling:{line.proposal}", 1, payment, "",
    )  # fmt: skip


def _project(cost, lines):
    sums = {step: total(getattr(line, step) for line in lines) for step in Stage}
    sides = {side: total(line.promised for line in lines if line.side is side) for side in Side}
    shares = {side: share(sides[side], sums["promised"]) for side in Side}
    return ProjectYear(
        cost.proposal, cost.reference, cost.title, cost.year, cost.cost, sums["applied"],
        sides[Side.STATE], sides[Side.LOCAL], sides[Side.OTHER], sums["promised"], sums["agreed"], sums["paid"],
        _float(shares[Side.STATE]), _float(shares[Side.LOCAL]),
        max(cost.cost - sums["promised"], Money(0)), max(sums["promised"] - cost.cost, Money(0)),
    )  # fmt: skip


def _float(part: Fraction | None) -> float | None:
    return None if part is None else float(part)
