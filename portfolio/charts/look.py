"""How every chart looks: numbers as Norwegians write them, drawn as SVG so that it can be read aloud."""

from typing import TypeVar

import altair as alt

C = TypeVar("C", alt.Chart, alt.LayerChart)

NORWEGIAN = {
    "number": {
        "decimal": ",",
        "thousands": "\u00a0",
        "grouping": [3],
        "currency": ["", "\u00a0kr"],
    }
}


def dressed(chart: C) -> C:
    """Return the chart with Norwegian numbers, as SVG whatever its size."""
    chart.usermeta = {"embedOptions": {"renderer": "svg", "actions": False}}
    drawn: C = chart.configure(locale=NORWEGIAN).configure_view(strokeWidth=0)
    return drawn
