"""Stacked bars: a bar for each row, a piece for each part of it, and every part in one colour throughout."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import altair as alt
import pandas as pd

from portfolio.charts.look import dressed
from portfolio.messages import N_
from portfolio.money import Money
from portfolio.words import Words

R = TypeVar("R")
Piece = Mapping[str, object]
"""A piece of a bar: the `bar` and the `part` it is, the `size` it has, and whatever else is told of it."""

ROUNDED = alt.MarkDef("bar", cornerRadius=2)
ABOVE = alt.Legend(orient="top", columns=2, labelLimit=220)


@dataclass(frozen=True, slots=True)
class Segment(Generic[R]):
    """What every bar has a piece of: its name, its colour, and how much of it a row has."""

    name: str
    colour: str
    amount: Callable[[R], Money]


def amounts(
    rows: Sequence[R],
    parts: Sequence[Segment[R]],
    words: Words,
    *,
    bar: Callable[[R], str],
    heads: tuple[str, str],
) -> alt.Chart:
    """Draw the parts of each row in millions; `bar` names a row, and `heads` what bars and parts are."""
    pieces = [
        {"bar": bar(row), "part": part.name, "size": float(part.amount(row).in_kroner) / 1e6}
        for row in rows
        for part in parts
    ]
    million = words(N_("Million kr"))
    of_bar, of_part = heads
    told = [
        alt.Tooltip("bar:N", title=of_bar),
        alt.Tooltip("part:N", title=of_part),
        alt.Tooltip("size:Q", title=million, format=",.1f"),
    ]
    return stacked(pieces, {part.name: part.colour for part in parts}, axis=million, told=told)


def stacked(
    pieces: Sequence[Piece],
    colours: Mapping[str, str],
    *,
    axis: str,
    told: Sequence[alt.Tooltip],
    mark: alt.MarkDef = ROUNDED,
    legend: alt.Legend = ABOVE,
    step: int = 34,
) -> alt.Chart:
    """Draw bars in the order they first come, each with its parts in the order of the colours."""
    order = {part: place for place, part in enumerate(colours)}
    frame = pd.DataFrame([{**each, "order": order[str(each["part"])]} for each in pieces])
    bars = list(dict.fromkeys(str(each["bar"]) for each in pieces))
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    chart: alt.Chart = (
        alt.Chart(frame, mark=mark)
        .encode(
            x=alt.X("size:Q", title=axis, stack="zero"),
            y=alt.Y("bar:N", title=None, sort=bars),
            color=alt.Color("part:N", title=None, scale=scale, legend=legend),
            order=alt.Order("order:Q"),
            tooltip=list(told),
        )
        .properties(height=alt.Step(step))
    )
    return dressed(chart)
