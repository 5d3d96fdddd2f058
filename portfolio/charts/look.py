"""How every chart looks: numbers as Norwegians write them, drawn as SVG so that it can be read aloud."""

from collections.abc import Sequence

import altair as alt

NORWEGIAN = {
    "number": {
        "decimal": ",",
        "thousands": "\u00a0",
        "grouping": [3],
        "currency": ["", "\u00a0kr"],
    }
}
DRAWN = {"embedOptions": {"renderer": "svg", "actions": False}}


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
