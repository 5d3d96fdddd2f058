"""The funding in pictures: what each side has promised of each year's cost, and what is lacking."""

from collections.abc import Sequence

import altair as alt

from portfolio.charts.bars import Segment, amounts
from portfolio.charts.look import LACKING, SIDES
from portfolio.messages import N_
from portfolio.parties import Side
from portfolio.reports.funding.sums import YearSums
from portfolio.words import Words


def cover_by_year(years: Sequence[YearSums], words: Words) -> alt.Chart:
    """Draw each year as a bar of what the sides have promised and what is lacking, in millions."""
    parts: list[Segment[YearSums]] = [
        Segment(words.name(Side.STATE), SIDES[Side.STATE], lambda year: year.sums.state),
        Segment(words.name(Side.LOCAL), SIDES[Side.LOCAL], lambda year: year.sums.local),
        Segment(words.name(Side.OTHER), SIDES[Side.OTHER], lambda year: year.sums.other),
        Segment(words(N_("Lacking")), LACKING, lambda year: year.sums.lacking),
    ]
    heads = words(N_("Year")), words(N_("Side"))
    return amounts(years, parts, words, bar=lambda each: str(each.year), heads=heads)
