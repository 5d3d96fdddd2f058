"""The fields of a proposal in a form: every kind drawn, with the lists there are to choose from."""

from streamlit.testing.v1 import AppTest

from portfolio.pages.proposals.fields import DRAWERS
from portfolio.parties import JOINT
from portfolio.people import Person, Role
from portfolio.proposals.proposal import FIELDS
from portfolio.store.database import Database
from tests.pages.seat import seat

SECRETARIAT = "person:ingrid-solbakken"


def new(database: Database, who: str = SECRETARIAT) -> AppTest:
    return seat(database, who, "proposals.proposals", ny="")


def test_there_is_a_way_to_draw_every_kind_a_proposal_has() -> None:
    assert {each.kind for each in FIELDS} == set(DRAWERS)


def test_the_fields_stand_in_the_order_they_are_declared(database: Database) -> None:
    drawn = [
        each.key.removeprefix("forslag.ny.0.") for each in new(database).main if getattr(each, "key", None)
    ]
    keys = [each.key for each in FIELDS]
    assert [each for each in drawn if each in keys] == keys


def test_the_municipalities_together_can_neither_own_a_proposal_nor_take_part(database: Database) -> None:
    shown = new(database)
    owner, partners = (
        shown.selectbox(key="forslag.ny.0.owner_party"),
        shown.multiselect(key="forslag.ny.0.partners"),
    )
    assert "Kommunene sammen" not in {*owner.options, *partners.options}
    assert JOINT not in {owner.value, *partners.value}
    assert "0301 Oslo" in owner.options


def test_a_project_owner_is_suggested_as_the_owner_and_others_are_not(database: Database) -> None:
    with database.read() as reader:
        owner = next(each for each in reader.all(Person) if each.roles == (Role.PROJECT_OWNER,))
    key = "forslag.ny.0.owner_person"
    assert new(database, owner.id).selectbox(key=key).value == owner.id
    assert new(database).selectbox(key=key).value is None


def test_a_goal_is_offered_by_its_area_and_text(database: Database) -> None:
    offered = new(database).multiselect(key="forslag.ny.0.goals").options
    assert all(": " in each for each in offered)
    assert len(set(offered)) == len(offered)
