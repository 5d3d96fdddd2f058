"""What the funding pages have in common: the choice of year, the headline figures, and the years as a table."""

from collections.abc import Callable, Collection, Sequence
from fractions import Fraction
from typing import TypeVar

import streamlit as st

from portfolio.funding.stages import STAGES, Stage
from portfolio.messages import N_, Message
from portfolio.money import Money
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.tables import Column, table
from portfolio.pages.desk.texts import drawn
from portfolio.pages.desk.turning import asked, chosen
from portfolio.reports.funding.amounts import Amounted, by_stage
from portfolio.reports.funding.sums import Sums, YearSums

R = TypeVar("R")
ALL = "alle"


def written(desk: Desk, amount: Money) -> str:
    """Return an amount as it stands in a table of kroner or a field: exact, without the unit."""
    return desk.words.number(amount.in_kroner, decimals=2 if amount.ore % 100 else 0)


def unit(desk: Desk, *more: str) -> None:
    """Say, once below a table, that its amounts are kroner."""
    st.caption(" ".join([desk.words("Amounts in kroner."), *more]))


def year_choice(desk: Desk, years: Sequence[int], *, drop: Sequence[str] = ()) -> int | None:
    """Draw the choice of year, and return the one chosen; None means all."""
    words = desk.words
    year = chosen(
        desk,
        words("Budget year"),
        [ALL, *map(str, years)],
        start=ALL,
        param="ar",
        name=lambda each: words("All years") if each == ALL else each,
        drop=drop,
    )
    return None if year == ALL else int(year)


def asked_year(years: Collection[int]) -> int | None:
    """Return which of the years that the choice offers the address names; None means all, also where it names another."""
    wanted = asked("ar")
    return next((year for year in years if str(year) == wanted), None)


def figures(desk: Desk, sums: Sums) -> None:
    """Draw the headline: what it costs and lacks, how far the money has come, and the two sides' shares."""
    words = desk.words
    shown = (
        (words("Cost"), sums.cost),
        (words("Promised"), sums.promised),
        (words("Lacking"), sums.lacking),
        (words("Applied for"), sums.applied),
        (words("Agreed"), sums.agreed),
        (words("Paid"), sums.paid),
    )
    columns = [*st.columns(3), *st.columns(3)]
    for column, (label, amount) in zip(columns, shown, strict=True):
        column.metric(label, words.millions(amount), border=True)
    lines = [drawn(desk, _sides(desk, sums)) if sums.promised else words("Nothing is promised yet.")]
    if sums.beyond:
        lines.append(
            words(
                "{beyond} is promised beyond the cost of a year. It does not cover what is lacking elsewhere.",
                beyond=sums.beyond,
            )
        )
    st.caption(" ".join(lines))


def _sides(desk: Desk, sums: Sums) -> Message:
    """Return what each side carries of what is promised, a hundred in all: the two, and others where they give anything."""
    state, local, other = (desk.words.percent(each) for each in sums.in_hundred)
    if sums.other_share is None:
        return Message(
            N_("Of what is promised, the state side carries {state} and the local government side {local}."),
            {"state": state, "local": local},
        )
    return Message(
        N_(
            "Of what is promised, the state side carries {state}, the local government side {local} and others {other}."
        ),
        {"state": state, "local": local, "other": other},
    )


def year_table(desk: Desk, years: Sequence[YearSums]) -> None:
    """Draw the years with what is promised by each side, agreed, paid and lacking."""
    words = desk.words
    table(
        desk,
        years,
        [
            Column(words("Year"), text=lambda row: row.year),
            Column(words("Cost"), number=lambda row: written(desk, row.sums.cost)),
            *amount_columns(desk, lambda row: row.sums),
        ],
        alt=words("Cost and funding by year"),
    )
    table(
        desk,
        years,
        [Column(words("Year"), text=lambda row: row.year), *side_columns(desk, lambda row: row.sums)],
        alt=words("Promised by side and year"),
    )
    unit(desk, words("In brackets: the side's share of what is promised."))


def amount_columns(desk: Desk, amounted: Callable[[R], Amounted]) -> list[Column[R]]:
    """Return the columns that tell how far money has come, stage by stage."""

    def amount(stage: Stage) -> Callable[[R], str]:
        return lambda row: written(desk, by_stage(amounted(row))[stage])

    return [Column(desk.words.name(stage), number=amount(stage)) for stage in STAGES]


def side_columns(desk: Desk, sums: Callable[[R], Sums]) -> list[Column[R]]:
    """Return the columns that tell what each side has promised, with its share, and what is lacking."""
    words = desk.words

    def with_share(amount: Money, share: Fraction | None) -> str:
        return written(desk, amount) if share is None else f"{written(desk, amount)} ({words.percent(share)})"

    return [
        Column(words("Cost"), number=lambda row: written(desk, sums(row).cost)),
        Column(words("Lacking"), number=lambda row: written(desk, sums(row).lacking)),
        Column(
            words("Promised by the state side"),
            number=lambda row: with_share(sums(row).state, sums(row).state_share),
        ),
        Column(
            words("Promised by the local government side"),
            number=lambda row: with_share(sums(row).local, sums(row).local_share),
        ),
        Column(words("Promised by others"), number=lambda row: written(desk, sums(row).other)),
    ]
