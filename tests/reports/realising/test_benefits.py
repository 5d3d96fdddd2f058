"""The register of benefits holds all of them, and gives what is asked for with each kind together."""

from portfolio.realising.benefits import Benefit, BenefitKind
from portfolio.realising.course import Course
from portfolio.reports.realising.benefits import benefits
from portfolio.store.database import Database
from tests.reports.realising.reported import DRIVING, TODAY


def test_the_register_keeps_kinds_together_and_only_what_is_asked_for(database: Database) -> None:
    with database.read() as look:
        register = benefits(look, on=TODAY)
    kinds = [row.kind for row in register.only()]
    assert kinds == sorted(kinds, key=list(BenefitKind).index)
    assert len(kinds) == len(register.benefits)
    late = register.only(late=True, kind=BenefitKind.FREED_TIME)
    assert late
    assert all(row.late and row.kind is BenefitKind.FREED_TIME for row in late)
    by_course = [len(register.only(course=each)) for each in Course]
    assert sum(by_course) == len(register.benefits)


def test_the_register_of_a_project_holds_its_benefits_and_their_readings_alone(database: Database) -> None:
    with database.read() as look:
        project = look.get(Benefit, DRIVING).proposal
        there = {each.id for each in look.all(Benefit, proposal=project)}
        register = benefits(look, on=TODAY, proposal=project)
    assert {row.id for row in register.benefits} == there
    assert DRIVING in {row.benefit for row in register.readings} <= there


def test_the_register_of_nothing_is_empty(empty_database: Database) -> None:
    with empty_database.read() as look:
        register = benefits(look, on=TODAY)
    assert (register.benefits, register.readings, register.only()) == ((), (), ())
