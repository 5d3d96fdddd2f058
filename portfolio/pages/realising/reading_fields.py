"""The fields of a reading: the value, how it is known, a comment, and whether a value far outside is right."""

from dataclasses import dataclass
from decimal import Decimal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from portfolio.messages import N_
from portfolio.numerals import NotANumber, read_number
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import NotFilledIn
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import plain
from portfolio.realising.readings import Certainty
from portfolio.reports.realising.reading import ToReport


@dataclass(frozen=True, slots=True)
class TypedReading:
    """What stands in the form: the value as it was typed, how it came about, and the comment."""

    value: str
    certainty: Certainty | None
    comment: str

    def read_value(self) -> Decimal | None:
        """Return the value, None where nothing is typed.

        Raises:
            NotANumber: what is typed is not a number.
        """
        try:
            return read_number(self.value) if self.value else None
        except NotANumber as wrong:
            wrong.about = "value"
            raise

    def read_certainty(self) -> Certainty:
        """Return how the value came about.

        Raises:
            NotFilledIn: nothing is chosen.
        """
        if self.certainty is None:
            raise NotFilledIn(N_("Choose how you know the value."), about="certainty")
        return self.certainty


def fields(desk: Desk, form: Form, asked: ToReport) -> tuple[TypedReading, DeltaGenerator]:
    """Draw the fields and return what stands in them, and the place below the value where a doubt may be put."""
    words, there = desk.words, asked.there
    stands = words.number(there.value) if there and there.value is not None else ""
    value = form.text("value", words("Value in {unit}", unit=plain(asked.benefit.unit)), stands)
    place = st.container()
    certainty = form.steps(
        "certainty",
        words("How do you know? (required)"),
        list(Certainty),
        there.certainty if there else None,
        name=words.name,
        horizontal=True,
    )
    missing = certainty is Certainty.NOT_MEASURED
    label = words("Why was it not measured? (required)") if missing else words("Comment")
    comment = form.paragraph("comment", label, there.comment if there else "")
    return TypedReading(value.strip(), certainty, comment), place


def confirmed(desk: Desk, form: Form, value: str, place: DeltaGenerator) -> bool:
    """Draw the question whether a value far outside the earlier ones is right, and return the answer."""
    label = desk.words("Yes, {value} is right", value=plain(value))
    return place.checkbox(label, key=f"{form.name}.sure.{value}")
