"""How every chart looks: numbers as Norwegians write them, the colours, and SVG so that it can be read aloud."""

from collections.abc import Mapping, Sequence

import altair as alt

from portfolio.parties import Side

NORWEGIAN = {
    "number": {
        "decimal": ",",
        "thousands": "\u00a0",
        "grouping": [3],
        "currency": ["", "\u00a0kr"],
    }
}
DRAWN = {"embedOptions": {"renderer": "svg", "actions": False}}

SIDES: Mapping[Side, str] = {Side.STATE: "#0b6e75", Side.LOCAL: "#d98e04", Side.OTHER: "#7a6fac"}
"""The colour of what each side gives: told apart also without colour vision."""
LACKING = "#c9c5bb"
"""The colour of what nobody has promised."""
CRITERIA = (
    "#0b6e75",
    "#e0a100",
    "#7a6fac",
    "#d1602d",
    "#4f9fd6",
    "#b04a7f",
    "#6f9a3a",
    "#8a8578",
    "#2f4b7c",
    "#8c3b2e",
    "#9ad0b5",
    "#d9b8c4",
)
"""One a criterion, in the method's order; the pieces also stand in that order in every bar.

No method is published with more criteria than there are colours; the tests of the methodology folder refuse it.
"""


def dressed(chart: alt.Chart) -> alt.Chart:
    """Return the chart with Norwegian numbers, as SVG whatever its size."""
    chart.usermeta = DRAWN
    drawn: alt.Chart = chart.configure(locale=NORWEGIAN).configure_view(strokeWidth=0)
    return drawn


def laid(layers: Sequence[alt.Chart], *, height: int) -> alt.LayerChart:
    """Return charts laid over each other, with the same look."""
    chart = alt.LayerChart(layer=list(layers), height=height)
    chart.usermeta = DRAWN
    drawn: alt.LayerChart = chart.configure(locale=NORWEGIAN).configure_view(strokeWidth=0)
    return drawn
