"""The menu and the frame: every page has an address, and nobody is let into what is another's."""

import pytest
from streamlit.testing.v1 import AppTest

from portfolio.pages.navigation import ICON, MENU
from portfolio.people import MAY, Role, Verb
from portfolio.store.database import Database
from tests.pages.seat import everything

READER, ADMINISTRATOR = "person:signe-holtviken", "person:are-tangneset"


def frame(database, person, start, language) -> None:
    from datetime import UTC, datetime

    from portfolio.pages import navigation
    from portfolio.pages.desk.desk import Desk
    from portfolio.people import Person

    with database.read() as reader:
        who = reader.get(Person, person)
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    navigation.run(Desk(database, who, language, lambda: now), start=start)


def framed(database: Database, person: str, start: str, language: str = "nb") -> AppTest:
    given = {"database": database, "person": person, "start": start, "language": language}
    shown = AppTest.from_function(frame, kwargs=given, default_timeout=20).run()
    assert not shown.exception
    return shown


def test_every_page_has_an_address_of_its_own_and_somebody_who_finds_it() -> None:
    assert len({place.path for place in MENU}) == len(MENU)
    for place in MENU:
        assert any(set(place.verbs) & MAY[role] for role in Role)


def test_only_the_first_page_stands_without_a_heading_in_the_menu() -> None:
    assert [place.path for place in MENU if not place.section] == [""]
    assert ICON.is_file()


@pytest.mark.parametrize(
    "place", [each for each in MENU if Verb.READ not in each.verbs], ids=lambda p: p.path
)
def test_a_reader_who_writes_the_address_of_anothers_page_is_told_so(database: Database, place) -> None:
    shown = framed(database, READER, place.path)
    assert [each.value for each in shown.info] == [
        "Denne siden er for en annen rolle. Bytt person, eller spør sekretariatet."
    ]


def test_one_whose_page_it_is_sees_it(database: Database) -> None:
    assert "Hvem som slipper inn" in everything(framed(database, ADMINISTRATOR, "personer"))


@pytest.mark.parametrize(("language", "others"), [("nb", ("nn", "en")), ("en", ("nb", "nn"))])
def test_the_margin_says_who_sits_here_and_offers_the_other_languages(
    database: Database, language: str, others: tuple[str, ...]
) -> None:
    who, languages = (each.value for each in framed(database, READER, "metode", language).sidebar.caption)
    assert "Signe Holtviken" in who
    assert [each for each in ("nb", "nn", "en") if f"(/language/{each})" in languages] == list(others)


def test_a_refusal_that_no_form_caught_stands_as_a_sentence(database: Database) -> None:
    def lost(database) -> None:
        from datetime import UTC, datetime

        import streamlit as st

        from portfolio.pages import navigation
        from portfolio.pages.desk.desk import Desk
        from portfolio.people import Person

        with database.read() as reader:
            who = reader.get(Person, "person:signe-holtviken")
        st.query_params["id"] = "prosjekt:nowhere"
        now = datetime(2026, 11, 23, 12, tzinfo=UTC)
        navigation.run(Desk(database, who, "nb", lambda: now), start="forslag")

    shown = AppTest.from_function(lost, kwargs={"database": database}, default_timeout=20).run()
    assert not shown.exception
    assert "finnes ikke" in shown.warning[0].value
