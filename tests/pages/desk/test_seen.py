"""A yes to what was shown: what is sent is what was drawn, and a yes to what is there no longer does nothing."""

from streamlit.testing.v1 import AppTest

from portfolio.pages.desk.seen import LEFT


def page() -> None:
    import streamlit as st

    from portfolio.pages.desk.desk import Desk
    from portfolio.pages.desk.seen import yes
    from portfolio.pages.desk.turning import screen

    with screen(Desk(None, None, "en", None)):  # type: ignore[arg-type]
        stored = st.session_state.setdefault("stored", 1)
        agreed = yes("Yes", stored, name="it") if stored else None
        st.caption(f"agreed {agreed}")


def pressed(now: int) -> AppTest:
    """Let somebody else change what is stored after it was drawn, and press."""
    shown = AppTest.from_function(page).run()
    assert shown.caption[0].value == "agreed None"
    shown.session_state["stored"] = now
    return shown.button[0].click().run()


def test_what_was_drawn_is_sent_and_not_what_stands_there_when_it_is_pressed() -> None:
    shown = pressed(2)
    assert shown.caption[0].value == "agreed 1"
    assert shown.button[0].click().run().caption[0].value == "agreed 2"
    assert shown.run().caption[0].value == "agreed None"


def test_a_yes_to_what_is_there_no_longer_says_so_and_is_not_kept_for_later() -> None:
    shown = pressed(0)
    assert (shown.caption[0].value, [each.value for each in shown.warning]) == ("agreed None", [LEFT])
    shown.session_state["stored"] = 1
    assert shown.run().caption[0].value == "agreed None"
    assert not shown.warning
