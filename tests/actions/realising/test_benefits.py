"""Keeping benefits: nobody overwrites unseen, each gets a number of its own, and only those who keep one change it."""

from collections.abc import Callable

import pytest

from portfolio.actions.realising.benefits import UnitInUse, add_benefit, keep_benefit
from portfolio.people import Forbidden, Stamp
from portfolio.realising.benefits import Benefit
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from portfolio.store.writing import Stale

OWNER, SECRETARIAT, PROJECT_OWNER, ANOTHER_OWNER, READER = (
    "person:lene-bjørkmyra",
    "person:ingrid-solbakken",
    "person:halvard-lyngmoen",
    "person:petter-granholtet",
    "person:signe-holtviken",
)
DRIVING = "gevinst:2026-002-1"
NOT_THE_ROLE = ("Your role does not allow this", "")


def test_a_unit_stays_once_values_are_given_in_it(database: Database, stamp: Callable[[str], Stamp]) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    with pytest.raises(UnitInUse) as refused:
        keep_benefit(database, benefit.model_copy(update={"unit": "minutter"}), stamp=stamp(OWNER))
    assert refused.value.about == "unit"


def test_the_second_to_change_a_benefit_is_told(database: Database, stamp: Callable[[str], Stamp]) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    keep_benefit(database, benefit.model_copy(update={"title": "Kortere kjøretid"}), stamp=stamp(SECRETARIAT))
    with pytest.raises(Stale):
        keep_benefit(database, benefit.model_copy(update={"title": "Mindre kjøring"}), stamp=stamp(OWNER))


def test_two_benefits_added_with_the_same_id_get_one_each(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
        before = look.count(Benefit, proposal=benefit.proposal)
    first = add_benefit(database, benefit, stamp=stamp(SECRETARIAT))
    second = add_benefit(database, benefit, stamp=stamp(SECRETARIAT))
    assert len({DRIVING, first.id, second.id}) == len(("there", "first", "second"))
    with database.read() as look:
        assert look.count(Benefit, proposal=benefit.proposal) == before + 2
        assert look.get(Benefit, DRIVING) == benefit


def test_a_benefit_of_somebody_elses_is_not_added(database: Database, stamp: Callable[[str], Stamp]) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    with pytest.raises(Forbidden):
        add_benefit(database, benefit, stamp=stamp(ANOTHER_OWNER))


def test_a_projects_owner_adds_benefits_to_it_and_to_no_other(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    own = benefit.model_copy(update={"proposal": "prosjekt:2026-001"})
    assert add_benefit(database, own, stamp=stamp(PROJECT_OWNER)).proposal == own.proposal
    with pytest.raises(Forbidden):
        add_benefit(database, benefit, stamp=stamp(PROJECT_OWNER))


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (READER, NOT_THE_ROLE),
        (
            ANOTHER_OWNER,
            ("Only the benefit's owner, the project's owner and the secretariat may change", "owner"),
        ),
    ],
)
def test_whoever_may_not_change_is_told_whether_it_is_the_role_or_the_benefit(
    database: Database, stamp: Callable[[str], Stamp], who: str, told: tuple[str, str]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    with pytest.raises(Forbidden) as refused:
        keep_benefit(database, benefit.model_copy(update={"title": "Min"}), stamp=stamp(who))
    assert told[0] in str(refused.value)
    assert refused.value.about == told[1]


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (READER, NOT_THE_ROLE),
        (OWNER, ("Only the project's owner and the secretariat may add benefits to it", "proposal")),
    ],
)
def test_whoever_may_not_add_is_told_whether_it_is_the_role_or_the_project(
    database: Database, stamp: Callable[[str], Stamp], who: str, told: tuple[str, str]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    with pytest.raises(Forbidden) as refused:
        add_benefit(database, benefit, stamp=stamp(who))
    assert told[0] in str(refused.value)
    assert refused.value.about == told[1]


def test_a_benefit_is_owned_by_somebody_in_the_register(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        ownerless = look.get(Benefit, DRIVING).model_copy(update={"owner": "person:ingen"})
    with pytest.raises(Missing):
        add_benefit(database, ownerless, stamp=stamp(SECRETARIAT))
    with pytest.raises(Missing):
        keep_benefit(database, ownerless, stamp=stamp(SECRETARIAT))


def test_to_add_a_benefit_and_to_change_it_are_two_things_in_the_trail(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    added = add_benefit(database, benefit, stamp=stamp(SECRETARIAT))
    keep_benefit(database, added.model_copy(update={"title": "Ny"}), stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        traces = reader.traces(subject=added.id)
    assert [each.action for each in traces] == ["keep_benefit", "add_benefit"]


def test_nothing_is_changed_of_a_benefit_that_nobody_has_added(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    with pytest.raises(Missing):
        keep_benefit(database, benefit.model_copy(update={"id": "gevinst:x"}), stamp=stamp(SECRETARIAT))
