"""What stands behind some benefits is all that is there of it, and nothing of the others."""

from collections import Counter

import pytest
import sqlalchemy as sa

from portfolio.actions.realising.benefits import keep_benefit
from portfolio.lookups.benefits import MANY, background, kept_by, versions
from portfolio.people import Person
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.keepers import keepers
from portfolio.realising.readings import Reading
from portfolio.store.database import Database
from portfolio.store.reading import Reader

DRIVING = "gevinst:2026-002-1"
SECRETARIAT = "person:ingrid-solbakken"


@pytest.fixture
def look(database: Database):
    """A look at the example."""
    with database.read() as reader:
        yield reader


def test_the_readings_of_a_benefit_are_all_of_its_own_and_no_others(look: Reader):
    benefit = look.get(Benefit, DRIVING)
    assert background(look, (benefit,)).readings == {DRIVING: look.all(Reading, benefit=DRIVING)}
    assert len(look.all(Reading, benefit=DRIVING)) > 1


def test_a_benefit_nobody_reported_on_has_no_readings(look: Reader):
    benefits = look.all(Benefit)
    reported = Counter(each.benefit for each in look.all(Reading))
    found = background(look, benefits).readings
    assert {id: len(each) for id, each in found.items()} == {each.id: reported[each.id] for each in benefits}
    assert () in found.values()


def test_projects_and_names_come_along(look: Reader):
    benefit = look.get(Benefit, DRIVING)
    found = background(look, (benefit,))
    assert found.project(benefit) == look.get(Proposal, benefit.proposal)
    assert found.projects.keys() == {benefit.proposal}
    assert found.names[benefit.owner] == look.get(Person, benefit.owner).name


def test_so_many_that_all_is_read_at_once_are_told_the_same(look: Reader):
    listed = look.all(Benefit)
    repeated = listed * (MANY // len(listed) + 1)
    assert len(repeated) > MANY
    assert background(look, repeated) == background(look, listed)
    assert background(look, ()).readings == {}


def test_of_so_many_the_readings_of_others_are_still_left_out(look: Reader):
    benefit = look.get(Benefit, DRIVING)
    assert background(look, (benefit,) * (MANY + 1)).readings.keys() == {DRIVING}


def test_each_keeps_what_the_rule_says_they_keep(look: Reader):
    listed, projects = look.all(Benefit), {each.id: each for each in look.all(Proposal)}
    for person in look.all(Person):
        own = tuple(each for each in listed if person.id in keepers(each, projects[each.proposal]))
        assert kept_by(look, person) == own
    assert any(kept_by(look, person) for person in look.all(Person))


def test_only_what_was_changed_has_versions_each_with_who_and_why(database: Database, stamp):
    with database.read() as reader:
        benefit = reader.get(Benefit, DRIVING)
    for title in ("Ny", "Nyere"):
        with database.read() as reader:
            benefit = reader.get(Benefit, DRIVING)
        keep_benefit(
            database, benefit.model_copy(update={"title": title}), reason=title, stamp=stamp(SECRETARIAT)
        )
    with database.read() as reader:
        listed = reader.all(Benefit)
        found = versions(reader, listed)
        assert background(reader, listed).versions == found
    assert found.keys() == {DRIVING}
    assert [(each.benefit.title, each.reason) for each in found[DRIVING]] == [
        ("Mindre tid i bil", ""),
        ("Ny", "Ny"),
        ("Nyere", "Nyere"),
    ]
    assert found[DRIVING][-1].by == SECRETARIAT


def test_versions_are_read_in_one_question_however_many_were_changed_and_in_none_where_none_was(
    database: Database, stamp
):
    def asked(reader):
        told = []
        sa.event.listen(reader.connection, "before_cursor_execute", lambda *given: told.append(given[2]))
        versions(reader, reader.all(Benefit))
        return sum("FROM versions" in each for each in told)

    with database.read() as reader:
        assert asked(reader) == 0
        changed = reader.all(Benefit)[:5]
    for each in changed:
        keep_benefit(database, each.model_copy(update={"source": "Ny"}), stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        assert asked(reader) == 1
