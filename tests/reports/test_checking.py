"""Every invariant of the stored data: all hold of the example, and each notices what breaks it."""

from sqlalchemy import text

from portfolio.messages import Message
from portfolio.reports import checking
from portfolio.reports.checking import RULES, check
from portfolio.reports.funding import invariants as funding
from portfolio.reports.prioritising import invariants as prioritising
from portfolio.reports.proposals import invariants as proposals
from portfolio.reports.realising import invariants as realising
from portfolio.store.database import Database


def test_everything_holds_of_the_example_and_of_nothing(database: Database, empty_database: Database) -> None:
    for each in (database, empty_database):
        with each.read() as reader:
            assert [fault for rule in check(reader) for fault in rule.faults] == []


def test_every_wings_rules_are_checked_and_each_is_called_something_of_its_own() -> None:
    for wing in (funding, proposals, prioritising, realising):
        assert set(wing.RULES) <= set(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_a_chain_that_is_broken_is_told_with_the_first_trace_that_does_not_fit(database: Database) -> None:
    with database.alone() as connection:
        for name in connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        ).scalars():
            connection.execute(text(f'DROP TRIGGER "{name}"'))
        connection.execute(text("UPDATE trail SET subject = 'another' WHERE seq = 1"))
    with database.read() as reader:
        (broken,) = [each for each in check(reader) if not each.holds]
    assert broken.name == Message(checking.RULES[0].name)
    assert [each.facts for each in broken.faults] == [{"number": 1}]


def test_a_version_of_the_tables_that_somebody_has_changed_is_told_with_both(database: Database) -> None:
    with database.alone() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with database.read() as reader:
        (broken,) = [each for each in check(reader) if not each.holds]
    assert broken.name == Message(checking.RULES[1].name)
    assert broken.faults[0].facts["said"] == "0001"
