"""Each rule finds the fault that is put in behind the app's back, and nothing before."""

import pytest
from sqlalchemy import text

from portfolio.reports import holding
from portfolio.reports.checking import check
from portfolio.reports.prioritising.invariants import RULES
from portfolio.store.database import Database
from tests.rounds import DONE, FIRST, OPEN, SECOND

ROUNDS, MARKS = (rule.name for rule in RULES)
ROWS = holding.RULES[0].name


@pytest.mark.parametrize(
    ("rule", "command", "told"),
    [
        pytest.param(
            ROUNDS,
            "UPDATE rounds SET method = 'felles/9.9' WHERE id = :round",
            "The method felles/9.9 is not in the methodology folder. Put the file back.",
            id="a method that is not published",
        ),
        pytest.param(
            ROUNDS,
            "UPDATE rounds SET proposals = replace(proposals, :second, 'prosjekt:borte') WHERE id = :round",
            f"{OPEN} points at prosjekt:borte",
            id="a proposal that is not there",
        ),
        pytest.param(
            ROUNDS,
            "UPDATE rounds SET members = replace(members, :done, 'person:borte') WHERE id = :round",
            f"{OPEN} points at person:borte",
            id="a member who is not there",
        ),
        pytest.param(
            MARKS,
            "UPDATE marks SET mark = 6 WHERE id = :mark",
            f"Mark {OPEN}.{SECOND}.{DONE}.behov",
            id="a mark above the scale",
        ),
        pytest.param(
            MARKS,
            "UPDATE marks SET mark = 0 WHERE id = :mark",
            f"Mark {OPEN}.{SECOND}.{DONE}.behov",
            id="a mark below the scale",
        ),
        pytest.param(
            MARKS,
            "UPDATE marks SET criterion = 'pris' WHERE id = :mark",
            f"Mark {OPEN}.{SECOND}.{DONE}.behov",
            id="a mark on a criterion the method does not have",
        ),
        pytest.param(
            MARKS,
            "UPDATE marks SET proposal = :first WHERE id = :mark",
            f"Mark {OPEN}.{SECOND}.{DONE}.behov",
            id="a mark from a member who stands aside",
        ),
    ],
)
def test_a_fault_behind_the_apps_back_is_found_by_its_rule_alone_and_by_the_one_on_every_row(
    database: Database, rule: str, command: str, told: str
) -> None:
    assert faults(database) == {}
    facts = {
        "round": OPEN,
        "first": FIRST,
        "second": SECOND,
        "done": DONE,
        "mark": f"{OPEN}.{SECOND}.{DONE}.behov",
    }
    with database.alone() as connection:
        given = {name: value for name, value in facts.items() if f":{name}" in command}
        assert connection.execute(text(command), given).rowcount == 1
    found = faults(database)
    assert len(found.pop(ROWS)) == 1
    assert found == {rule: [told]}


def faults(database: Database) -> dict[str, list[str]]:
    """Return what every invariant finds, by its name, where it finds something."""
    with database.read() as reader:
        return {
            each.name.text: [fault.in_english() for fault in each.faults]
            for each in check(reader)
            if not each.holds
        }
