"""People and their roles: entered and changed by the administrator."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from portfolio.people import Person, Role, Verb
from portfolio.store.database import Database
from tests.pages.seat import everything, seat, tables

ADMINISTRATOR, LENE = "person:are-tangneset", "person:lene-bjørkmyra"


def enter(database: Database, name: str, *roles: str) -> AppTest:
    shown = seat(database, ADMINISTRATOR, "people", ny="")
    shown.text_input(key="person.ny.0.name").set_value(name)
    shown.selectbox(key="person.ny.0.organisation").set_value("ks")
    shown.multiselect(key="person.ny.0.roles").set_value(roles)
    return save(shown)


def save(shown: AppTest) -> AppTest:
    next(each for each in shown.button if each.label == "Lagre").click().run()
    assert not shown.exception
    return shown


def test_everybody_stands_in_the_list_by_name_with_roles_and_organisation(database: Database) -> None:
    shown = seat(database, ADMINISTRATOR, "people")
    assert "Hvem som slipper inn" in everything(shown)
    (table,) = tables(shown)
    with database.read() as reader:
        everybody = sorted(each.name for each in reader.all(Person))
    assert all(name in link for name, link in zip(everybody, table.index, strict=False))
    assert (len(table), shown.caption[0].value) == (25, f"{len(everybody)} i alt")
    assert "Kommunene sammen" not in everything(shown)


def test_a_person_is_entered_and_may_come_in(database: Database) -> None:
    enter(database, "Bjørg Næss", "finance")
    with database.read() as reader:
        (entered,) = reader.all(Person, name="Bjørg Næss")
    assert "næss" not in entered.id
    assert entered.may(Verb.EDIT_FUNDING)
    assert not entered.may(Verb.ASSESS)


def test_two_people_may_have_the_same_name(database: Database) -> None:
    enter(database, "Ingrid Solbakken")
    with database.read() as reader:
        roles = [each.roles for each in reader.all(Person, name="Ingrid Solbakken")]
    assert sorted(roles) == [(), (Role.SECRETARIAT,)]


def test_what_is_lacking_is_said_by_its_field_and_nobody_is_entered(database: Database) -> None:
    with database.read() as reader:
        before = reader.count(Person)
    shown = enter(database, "   ")
    assert shown.error[0].value == "Fyll ut dette."
    with database.read() as reader:
        assert reader.count(Person) == before


def test_a_person_is_changed_and_shut_out(database: Database, person: Callable[[str], Person]) -> None:
    shown = seat(database, ADMINISTRATOR, "people", id=LENE)
    assert shown.text_input[0].value == person(LENE).name
    shown.selectbox(key=f"person.{LENE}.0.active").set_value("no")
    assert "Personen er lagret" in everything(save(shown))
    assert not person(LENE).active
    assert person(LENE).roles != ()


def test_no_organisation_is_all_the_municipalities_together(database: Database) -> None:
    offered = seat(database, ADMINISTRATOR, "people", ny="").selectbox[0].options
    assert "0301 Oslo" in offered
    assert "Kommunene sammen" not in offered
