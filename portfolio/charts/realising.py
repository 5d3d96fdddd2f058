"""A benefit in a picture: the path from baseline to target, and what was measured on the way."""

from collections.abc import Iterator
from datetime import date

import altair as alt
import pandas as pd

from portfolio.charts.look import laid
from portfolio.messages import N_
from portfolio.realising.readings import Certainty
from portfolio.reports.realising.benefit import BenefitStory
from portfolio.words import Words

HEIGHT = 340
DATED = "%m.%Y"


def benefit_course(story: BenefitStory, words: Words) -> alt.LayerChart:
    """Draw the planned path dashed, and each reading by its period's last day.

    Measured values are filled circles, estimated ones open squares: told apart without colour.
    """
    rows = pd.DataFrame(
        [*_path(story, words), *_readings(story, words)], columns=["on", "value", "what", "told"]
    )
    planned, measured = _planned(story, words), words.name(Certainty.MEASURED)
    estimated = words.name(Certainty.ESTIMATED)
    names = [planned, measured, estimated]
    x = alt.X("on:T", title=None, axis=alt.Axis(format=DATED, labelOverlap=True, tickCount=6))
    y = alt.Y("value:Q", title=story.benefit.unit, scale=alt.Scale(zero=False))
    tooltip = [
        alt.Tooltip("what:N", title=words(N_("What"))),
        alt.Tooltip("told:N", title=words(N_("Value"))),
    ]
    kinds = alt.Color("what:N", title=None, scale=alt.Scale(domain=names), legend=alt.Legend(orient="top"))
    shapes = alt.Shape(
        "what:N", title=None, scale=alt.Scale(domain=names, range=["diamond", "circle", "square"])
    )
    read = alt.FieldOneOfPredicate("what", [measured, estimated])
    line = alt.Chart(rows).mark_line(strokeDash=[6, 4]).transform_filter(alt.datum.what == planned)
    between = alt.Chart(rows).mark_line(strokeWidth=1, opacity=0.6).transform_filter(read)
    full = alt.Chart(rows).mark_point(size=90, filled=True, opacity=1)
    hollow = alt.Chart(rows).mark_point(size=90, filled=False, opacity=1, strokeWidth=2.5)
    layers = [
        line.encode(x, y, kinds),
        between.encode(x, y),
        full.transform_filter(alt.datum.what != estimated).encode(x, y, kinds, shapes, tooltip=tooltip),
        hollow.transform_filter(alt.datum.what == estimated).encode(x, y, kinds, shapes, tooltip=tooltip),
    ]
    return laid(layers, height=HEIGHT)


def _planned(story: BenefitStory, words: Words) -> str:
    return words(N_("Planned path")) if story.path else words(N_("Target"))


def _path(story: BenefitStory, words: Words) -> Iterator[tuple[str, float, str, str]]:
    name, target = _planned(story, words), story.benefit.target
    steps = [(step.on, step.value) for step in story.path] or [(target.on, float(target.value))]
    for on, value in steps:
        yield _day(on), value, name, f"{words.number(value)} {story.benefit.unit}, {words.day(on)}"


def _readings(story: BenefitStory, words: Words) -> Iterator[tuple[str, float, str, str]]:
    for row in story.readings:
        if row.value is not None:
            told = f"{words.number(row.value)} {row.unit}, {words.period(row.period)}"
            yield _day(row.period.last), float(row.value), words.name(row.certainty), told


def _day(on: date) -> str:
    return on.isoformat()
