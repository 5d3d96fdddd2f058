"""Who are you: the people to choose among, and the first person of an empty database."""

import pytest
from streamlit.testing.v1 import AppTest

from portfolio.people import Person, Role
from portfolio.store.database import Database
from tests.pages.seat import everything, seat

READER = "person:signe-holtviken"


def begin(database, language) -> None:
    from datetime import UTC, datetime

    from portfolio.pages.door import who

    who.begin(database, language, at=datetime(2026, 11, 23, 12, tzinfo=UTC))


def first(database: Database, language: str = "nb") -> AppTest:
    given = {"database": database, "language": language}
    return AppTest.from_function(begin, kwargs=given, default_timeout=20).run()


def test_everybody_who_may_come_in_stands_under_each_of_their_roles(database: Database) -> None:
    shown = seat(database, READER, "door.who")
    assert "prøve uten innlogging" in everything(shown)
    with database.read() as reader:
        people = [each for each in reader.all(Person) if each.active]
    roles = {role for each in people for role in each.roles}
    assert len(shown.subheader) == len(roles)
    links = "\n".join(each.value for each in shown.markdown)
    for each in people:
        assert links.count(f"(/person/{each.id})") == len(each.roles)


@pytest.mark.parametrize(
    ("language", "said"),
    [("nb", "Velkommen til"), ("nn", "Velkomen til"), ("en", "Welcome to")],
)
def test_somebody_new_is_welcomed_in_their_language(
    empty_database: Database, language: str, said: str
) -> None:
    assert said in first(empty_database, language).title[0].value


def test_the_first_enters_themselves_and_may_enter_the_others(empty_database: Database) -> None:
    shown = first(empty_database)
    shown.text_input[0].set_value("  Åse *Ås* ")
    shown.selectbox[0].set_value("kommune:0301").run()
    shown.button[0].click().run()
    with empty_database.read() as reader:
        (entered,) = reader.all(Person)
    assert f"(/person/{entered.id})" in everything(shown)
    assert "ås" not in entered.id
    assert (entered.name, entered.organisation) == ("Åse *Ås*", "kommune:0301")
    assert entered.roles == (Role.ADMINISTRATOR, Role.SECRETARIAT)


def test_a_name_and_an_organisation_must_be_given(empty_database: Database) -> None:
    shown = first(empty_database)
    shown.text_input[0].set_value("   ")
    shown.button[0].click().run()
    assert len(shown.error) == 1
    with empty_database.read() as reader:
        assert reader.count(Person) == 0


def test_one_who_comes_second_is_told_that_somebody_is_there(empty_database: Database) -> None:
    one, other = first(empty_database), first(empty_database)
    for shown in (one, other):
        shown.text_input[0].set_value("Åse")
        shown.selectbox[0].set_value("ks").run()
        shown.button[0].click().run()
    assert not one.error
    assert len(other.error) == 1


def test_nobody_comes_from_all_the_municipalities_together(empty_database: Database) -> None:
    assert "Kommunene sammen" not in first(empty_database).selectbox[0].options
