"""What stands in the way of saving a form: each refusal by its field, and what somebody else has saved meanwhile."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.texts import drawn, plain

Places = Mapping[str, DeltaGenerator]
"""The place beneath each field that is drawn."""


def refuse(desk: Desk, objections: Sequence[Objection], beneath: Places) -> None:
    """Draw refusals: each by its field, those about the whole right here, and how many there are."""
    for each in objections:
        (beneath.get(each.about) or st).error(drawn(desk, each.message))
    if len(objections) > 1 or any(each.about in beneath for each in objections):
        st.error(
            desk.words(
                Message(
                    N_("Nothing is saved yet: mend {count} field above."),
                    {"count": len(objections)},
                    plural=N_("Nothing is saved yet: mend {count} fields above."),
                )
            )
        )


def contrast(desk: Desk, stands: Mapping[str, str], beneath: Places) -> None:
    """Draw, by each field that somebody else has changed too, what stands there now."""
    for field, text in stands.items():
        (beneath.get(field) or st).warning(desk.words("Stands there now: {text}", text=plain(text)))
