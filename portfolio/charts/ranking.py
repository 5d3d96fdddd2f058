"""How the points of a round come about: one bar a proposal, one piece a criterion."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from portfolio.charts.look import dressed
from portfolio.messages import N_
from portfolio.reports.prioritising.ranking_rows import RankedRow
from portfolio.words import Words

COLOURS = ("#0b6e75", "#e0a100", "#7a6fac", "#d1602d", "#4f9fd6", "#b04a7f", "#6f9a3a", "#8a8578")
"""One a criterion, in the method's order; the pieces also stand in that order in every bar."""


def contributions(rows: Sequence[RankedRow], words: Words) -> alt.Chart:
    """Draw what each criterion brings to each proposal's points, in the order of the ranking."""
    pieces = [
        {
            "bar": f"{row.place}. {row.reference}",
            "title": row.title,
            "criterion": words.put(term.criterion),
            "points": float(term.points),
            "mean": float(term.mean),
            "order": place,
        }
        for row in rows
        for place, term in enumerate(row.terms)
    ]
    bars = list(dict.fromkeys(str(each["bar"]) for each in pieces))
    criteria = list(dict.fromkeys(str(each["criterion"]) for each in pieces))
    chart: alt.Chart = (
        alt.Chart(pd.DataFrame(pieces))
        .mark_bar(stroke="white", strokeWidth=1)
        .encode(
            x=alt.X("points:Q", title=words(N_("Points")), stack="zero"),
            y=alt.Y("bar:N", title=None, sort=bars),
            color=alt.Color(
                "criterion:N",
                title=None,
                scale=alt.Scale(domain=criteria, range=[*COLOURS]),
                legend=alt.Legend(
                    orient="bottom", columns=1, labelLimit=320, symbolType="square", symbolSize=140
                ),
            ),
            order=alt.Order("order:Q"),
            tooltip=[
                alt.Tooltip("title:N", title=words(N_("Proposal"))),
                alt.Tooltip("criterion:N", title=words(N_("Criterion"))),
                alt.Tooltip("points:Q", title=words(N_("Points")), format=",.1f"),
                alt.Tooltip("mean:Q", title=words(N_("Mean mark")), format=",.2f"),
            ],
        )
        .properties(height=alt.Step(30))
    )
    return dressed(chart)
