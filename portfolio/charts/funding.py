"""The funding in pictures: what each side has promised of each year's cost, and what is lacking."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from portfolio.charts.look import dressed
from portfolio.charts.portfolio import COLOURS
from portfolio.messages import N_
from portfolio.parties import Side
from portfolio.reports.funding.covering import YearSums
from portfolio.words import Words


def cover_by_year(years: Sequence[YearSums], words: Words) -> alt.Chart:
    """Draw each year as a bar of what the sides have promised and what is lacking, in millions."""
    parts = (
        (words.name(Side.STATE), "state"),
        (words.name(Side.LOCAL), "local"),
        (words.name(Side.OTHER), "other"),
        (words(N_("Lacking")), "lacking"),
    )
    rows = [
        {
            "year": str(each.year),
            "side": name,
            "millions": float(getattr(each.sums, field).in_kroner) / 1e6,
            "order": order,
        }
        for each in years
        for order, (name, field) in enumerate(parts)
    ]
    frame = pd.DataFrame(rows, columns=["year", "side", "millions", "order"])
    million = words(N_("Million kr"))
    chart = (
        alt.Chart(frame)
        .mark_bar(cornerRadius=2)
        .encode(
            x=alt.X("millions:Q", title=million, stack="zero"),
            y=alt.Y("year:N", title=None),
            color=alt.Color(
                "side:N",
                title=None,
                scale=alt.Scale(domain=[name for name, _ in parts], range=list(COLOURS)),
                legend=alt.Legend(orient="top", columns=2, labelLimit=220),
            ),
            order=alt.Order("order:Q"),
            tooltip=[
                alt.Tooltip("year:N", title=words(N_("Year"))),
                alt.Tooltip("side:N", title=words(N_("Side"))),
                alt.Tooltip("millions:Q", title=million, format=",.1f"),
            ],
        )
        .properties(height=alt.Step(34))
    )
    return dressed(chart)
