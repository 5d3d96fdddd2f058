"""The goals of the sector's digitalisation strategy, in areas, as proposals point at them."""

from pydantic import PositiveInt

from portfolio.given import Given, InLanguages, Key


class Area(Given):
    """A chapter of the strategy with goals of its own; `number` is its order there."""

    key: Key
    number: PositiveInt
    name: InLanguages


class Goal(Given):
    """One goal of the strategy; `number` is its order in the whole strategy, from 1."""

    key: Key
    number: PositiveInt
    area: Key
    text: InLanguages
