"""The portfolio in pictures: the money year by year, and how the benefits stand."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from portfolio.charts.look import dressed
from portfolio.messages import N_
from portfolio.parties import Side
from portfolio.reports.overview import YearOfMoney
from portfolio.words import Words

COLOURS = ("#0b6e75", "#d98e04", "#7a6fac", "#c9c5bb")
"""State, local, others, and what nobody has promised: told apart also without colour vision."""


def money_by_year(years: Sequence[YearOfMoney], words: Words) -> alt.Chart:
    """Draw what each side has promised of each year's cost, and what is lacking, in millions."""
    parts = (
        (words.name(Side.STATE), "state"),
        (words.name(Side.LOCAL), "local"),
        (words.name(Side.OTHER), "other"),
        (words(N_("Lacking")), "gap"),
    )
    rows = [
        {
            "year": str(each.year),
            "side": name,
            "millions": float(getattr(each, field).in_kroner) / 1e6,
            "order": order,
        }
        for each in years
        for order, (name, field) in enumerate(parts)
    ]
    names = [name for name, _ in parts]
    chart = (
        alt.Chart(pd.DataFrame(rows, columns=["year", "side", "millions", "order"]))
        .mark_bar(cornerRadius=2)
        .encode(
            x=alt.X("millions:Q", title=words(N_("Million kr")), stack="zero"),
            y=alt.Y("year:N", title=None),
            color=alt.Color(
                "side:N",
                title=None,
                scale=alt.Scale(domain=names, range=list(COLOURS)),
                legend=alt.Legend(orient="top", columns=2, labelLimit=220),
            ),
            order=alt.Order("order:Q"),
            tooltip=[
                alt.Tooltip("year:N", title=words(N_("Year"))),
                alt.Tooltip("side:N", title=words(N_("Side"))),
                alt.Tooltip("millions:Q", title=words(N_("Million kr")), format=",.1f"),
            ],
        )
        .properties(height=alt.Step(34))
    )
    return dressed(chart)
