"""How the points of a round come about: one bar a proposal, one piece a criterion."""

from collections.abc import Iterator, Sequence
from itertools import cycle

import altair as alt

from portfolio.charts.bars import Piece, stacked
from portfolio.charts.look import CRITERIA
from portfolio.messages import N_
from portfolio.reports.prioritising.ranking_rows import RankedRow
from portfolio.words import Words

OUTLINED = alt.MarkDef("bar", stroke="white", strokeWidth=1)
BELOW = alt.Legend(orient="bottom", columns=1, labelLimit=320, symbolType="square", symbolSize=140)


def points(rows: Sequence[RankedRow], words: Words) -> alt.Chart:
    """Draw what each criterion brings to each proposal's points, in the order of the ranking."""
    pieces = list(_pieces(rows, words))
    criteria = dict.fromkeys(str(each["part"]) for each in pieces)
    title = words(N_("Points"))
    told = [
        alt.Tooltip("title:N", title=words(N_("Proposal"))),
        alt.Tooltip("part:N", title=words(N_("Criterion"))),
        alt.Tooltip("size:Q", title=title, format=",.1f"),
        alt.Tooltip("mean:Q", title=words(N_("Mean mark")), format=",.2f"),
    ]
    colours = dict(zip(criteria, cycle(CRITERIA), strict=False))
    return stacked(pieces, colours, axis=title, told=told, mark=OUTLINED, legend=BELOW, step=30)


def _pieces(rows: Sequence[RankedRow], words: Words) -> Iterator[Piece]:
    for row in rows:
        for term in row.terms:
            yield {
                "bar": f"{row.place}. {row.reference}",
                "part": words.put(term.criterion),
                "size": float(term.points),
                "title": row.title,
                "mean": float(term.mean),
            }
