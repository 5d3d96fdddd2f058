"""The way in: a new database, the first person, the list of people, and who finds which page."""

from pathlib import Path

import pytest

from portfolio.actions.people import first_person, keep_person
from portfolio.actions.starting import PROGRAM, NotEmpty, load_demo
from portfolio.pages import doorway
from portfolio.pages.navigation import PLACES
from portfolio.people import MAY, Person, Role, Stamp, Verb
from portfolio.proposals.proposal import Proposal
from portfolio.settings import Settings
from portfolio.store.database import Database
from tests.conftest import NOW
from tests.pages.seat import everything, seat


def test_a_new_database_starts_with_the_example(tmp_path: Path) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path / 'a folder' / 'new.db'}")
    doorway.warm(settings, at=NOW)
    doorway.warm(settings, at=NOW)
    with doorway.opened(settings.database).read() as reader:
        assert reader.count(Proposal) == 24
        assert all(each.example for each in reader.all(Proposal))
    doorway.opened(settings.database).close()


def test_an_empty_start_has_nobody_and_nothing(tmp_path: Path) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path / 'new.db'}", empty=True)
    doorway.warm(settings, at=NOW)
    with doorway.opened(settings.database).read() as reader:
        assert (reader.count(Person), reader.count(Proposal)) == (0, 0)
    doorway.opened(settings.database).close()


def test_the_first_person_becomes_administrator_and_only_the_first(empty_database: Database) -> None:
    first = Person(id="person:a", name="Åse", roles=(Role.READER,), organisation="ks")
    assert Role.ADMINISTRATOR in first_person(empty_database, first, at=NOW).roles
    with pytest.raises(NotEmpty):
        first_person(empty_database, first, at=NOW)
    with pytest.raises(NotEmpty):
        load_demo(empty_database, at=NOW)


def test_the_last_administrator_cannot_leave_the_role(empty_database: Database) -> None:
    first = first_person(
        empty_database,
        Person(id="person:a", name="Åse", roles=(Role.READER,), organisation="ks"),
        at=NOW,
    )
    with pytest.raises(NotEmpty):
        keep_person(
            empty_database,
            first.model_copy(update={"roles": (Role.READER,)}),
            stamp=Stamp(person=first, at=NOW),
        )


def test_every_verb_is_held_by_some_role_and_every_page_by_some_verb() -> None:
    held = frozenset().union(*MAY.values())
    assert held == frozenset(Verb)
    assert all(place.verbs for place in PLACES)
    assert len({place.path for place in PLACES}) == len(PLACES)


@pytest.mark.parametrize(
    ("page", "person_id", "words"),
    [
        ("prioritising.methods", "person:signe-holtviken", "Kriterier og vekter"),
        ("history", "person:ingrid-solbakken", "Alt som endres, setter spor"),
        ("people", "person:are-tangneset", "Hvem som slipper inn"),
        ("door.who", "person:signe-holtviken", "prøve uten innlogging"),
    ],
)
def test_the_quiet_pages_show_what_they_are_for(
    database: Database, page: str, person_id: str, words: str
) -> None:
    shown = seat(database, person_id, page)
    assert words in everything(shown)
    assert not shown.exception


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_method_reads_in_all_languages(database: Database, language: str) -> None:
    shown = seat(database, "person:signe-holtviken", "prioritising.methods", language=language)
    assert len(shown.expander) == 8


def test_a_person_is_entered_and_may_come_in(database: Database) -> None:
    shown = seat(database, "person:are-tangneset", "people", ny="")
    shown.text_input(key="person.ny.0.name").set_value("Bjørg Næss")
    shown.selectbox(key="person.ny.0.organisation").set_value("ks")
    shown.multiselect(key="person.ny.0.roles").set_value(["finance"])
    next(each for each in shown.button if each.label == "Lagre").click().run()
    with database.read() as reader:
        entered = reader.get(Person, "person:bjørg-næss")
    assert entered.may(Verb.EDIT_FUNDING)
    assert not entered.may(Verb.ASSESS)


def test_two_people_may_have_the_same_name(database: Database) -> None:
    shown = seat(database, "person:are-tangneset", "people", ny="")
    shown.text_input(key="person.ny.0.name").set_value("Ingrid Solbakken")
    shown.selectbox(key="person.ny.0.organisation").set_value("ks")
    next(each for each in shown.button if each.label == "Lagre").click().run()
    with database.read() as reader:
        assert reader.get(Person, "person:ingrid-solbakken").roles == (Role.SECRETARIAT,)
        assert reader.get(Person, "person:ingrid-solbakken-2").roles == ()


def test_the_example_is_never_put_beside_what_was_imported(empty_database: Database, tmp_path: Path) -> None:
    with empty_database.write(Stamp(person=PROGRAM, at=NOW)) as writer:
        writer.add(Proposal(id="prosjekt:1", reference="1", title="Ekte", owner_party="ks"))
        writer.trace("import", "test")
    doorway.warm(Settings(database=empty_database.url), at=NOW)
    with empty_database.read() as reader:
        assert [each.title for each in reader.all(Proposal)] == ["Ekte"]
    doorway.opened(empty_database.url).close()
