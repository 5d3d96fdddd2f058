"""Text that people wrote, drawn letter for letter."""

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from portfolio.messages import Message
from portfolio.money import Money
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.texts import drawn, plain

Seat = Callable[..., Desk]
SIGNS = "\\`*_{}[]()<>#+-.!|~$:&\"'^="


@given(st.text(alphabet=SIGNS + "ab ø\n\t", max_size=60))
def test_every_sign_that_means_something_is_escaped_and_nothing_is_lost(text: str) -> None:
    shown = plain(text)
    assert set(re.sub(r"\\.", "", shown)) <= set("ab ø")
    assert re.sub(r"\\(.)", r"\1", shown) == re.sub(r"[ \t\r\n\f\v]+", " ", text).strip(" ")


def test_every_fact_in_a_message_is_plain_text(desk: Seat) -> None:
    seat = desk("person:are-tangneset", "en")
    said = drawn(seat, Message("{who} gave {amount}", {"who": "*Åse*", "amount": Money(150_000)}))
    assert said == "\\*Åse\\* gave 1\u00a0500\u00a0kr"


def test_the_count_still_chooses_the_form(desk: Seat) -> None:
    message = Message(
        "Nothing is saved yet: mend {count} field above.",
        {"count": 2},
        plural="Nothing is saved yet: mend {count} fields above.",
    )
    assert drawn(desk("person:are-tangneset", "en"), message).endswith("mend 2 fields above.")


def page() -> None:
    import streamlit as st

    from portfolio.pages.desk.texts import facts, paragraphs

    paragraphs("Første *linje*\nandre\n\n\n# ny del")
    facts([("Eier", "_KS_"), ("Tom", "")])
    facts([])
    st.caption("slutt")


def test_running_text_keeps_its_lines_and_parts_and_empty_facts_are_left_out() -> None:
    shown = AppTest.from_function(page).run()
    assert [each.value for each in shown.markdown] == [
        "Første \\*linje\\*  \nandre",
        "\\# ny del",
        "**Eier:** \\_KS\\_",
    ]


def speaker() -> None:
    import streamlit as st

    from portfolio.pages.desk.desk import Desk
    from portfolio.pages.desk.texts import said, say

    said(Desk(None, None, "en", None))  # type: ignore[arg-type]
    if st.button("Say"):
        say("The person is saved.")


def test_a_word_is_said_once() -> None:
    shown = AppTest.from_function(speaker).run()
    assert not shown.success
    assert shown.button[0].click().run().success[0].value == "The person is saved."
    assert not shown.run().success
