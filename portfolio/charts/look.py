"""How every chart looks: numbers as Norwegians write them, drawn as SVG so that it can be read aloud."""

import altair as alt

NORWEGIAN = {
    "number": {
        "decimal": ",",
        "thousands": "\u00a0",
        "grouping": [3],
        "currency": ["", "\u00a0kr"],
    }
}


def dressed(chart: alt.Chart) -> alt.Chart:
    """Return the chart with Norwegian numbers, as SVG whatever its size."""
    chart.usermeta = {"embedOptions": {"renderer": "svg", "actions": False}}
    drawn: alt.Chart = chart.configure(locale=NORWEGIAN).configure_view(strokeWidth=0)
    return drawn
