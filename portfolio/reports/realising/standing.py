"""How every benefit stands on a day, benefit by benefit, so that a value of one makes no other anew."""

from collections.abc import Collection, Mapping
from datetime import date

from portfolio.lookups.benefits import background
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading
from portfolio.realising.releases import Release
from portfolio.reports.realising.rows import BenefitRow, benefit_row
from portfolio.store.reading import Reader
from portfolio.store.remembering import Piecemeal


def standing(reader: Reader, benefits: Collection[str] | None, on: date) -> Mapping[str, BenefitRow]:
    """Return how each of these benefits stands on the day, or each there is; by its id."""
    listed = reader.all(Benefit) if benefits is None else reader.all(Benefit, id=list(benefits))
    behind = background(reader, listed)
    return {each.id: benefit_row(each, behind, on=on) for each in listed}


STANDING = Piecemeal(standing, of={Benefit: "id", Reading: "benefit", Release: "benefit"})


def all_standing(reader: Reader, *, on: date) -> tuple[BenefitRow, ...]:
    """Return how every benefit stands on the day, in order of id."""
    rows = reader.pieces(STANDING, on)
    return tuple(rows[id] for id in sorted(rows))
