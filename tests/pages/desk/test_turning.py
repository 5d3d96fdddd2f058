"""From one screen of a page to the next, by the address."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from portfolio.pages.desk.desk import Desk
    from portfolio.pages.desk.turning import asked, chosen, screen, turn

    with screen(Desk(None, None, "en", None)):  # type: ignore[arg-type]
        year = chosen(
            Desk(None, None, "en", None),  # type: ignore[arg-type]
            "Year",
            ["all", "2027", "2028"],
            start="all",
            param="year",
            name=lambda each: f"<{each}>",
            drop=("page",),
        )
        st.caption(f"{year} {asked('page')} {asked('id')}")
        if st.button("On"):
            turn("The person is saved.", id="1", page=None)


def drawn(**query: str) -> AppTest:
    test = AppTest.from_function(page)
    for key, value in query.items():
        test.query_params[key] = value
    return test.run()


def test_a_turn_writes_the_address_leaves_out_what_is_none_and_says_what_was_done_once() -> None:
    shown = drawn(page="3").button[0].click().run()
    assert shown.caption[0].value == "all None 1"
    assert [each.value for each in shown.success] == ["The person is saved."]
    assert not shown.run().success


def test_the_choice_stands_in_the_address_and_another_drops_what_no_longer_holds() -> None:
    shown = drawn(year="2027", page="3")
    assert (shown.caption[0].value, shown.selectbox[0].value) == ("2027 3 None", "2027")
    shown.selectbox[0].set_value("2028").run()
    assert shown.caption[0].value == "2028 None None"
    assert shown.query_params["year"] == "2028"


def test_an_address_that_names_none_of_them_gets_the_first() -> None:
    shown = drawn(year="1066")
    assert shown.caption[0].value == "all None None"
    assert "What you asked for is not in this list now" in shown.warning[0].value
    assert not drawn(year="2027").warning
