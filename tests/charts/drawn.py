"""What a chart draws, as the browser is handed it."""

from typing import Any

import altair as alt

Row = dict[str, Any]


def rows(chart: alt.Chart | alt.LayerChart) -> list[Row]:
    """Return the rows that the chart is drawn from."""
    (listed,) = chart.to_dict()["datasets"].values()
    return [*listed]


def scale(chart: alt.Chart) -> dict[str, str]:
    """Return the colour of each part, in the order of the legend."""
    said = chart.to_dict()["encoding"]["color"]["scale"]
    return dict(zip(said["domain"], said["range"], strict=True))


def told(chart: alt.Chart) -> list[str]:
    """Return what is told of a piece that somebody points at."""
    return [each["title"] for each in chart.to_dict()["encoding"]["tooltip"]]
