"""Each rule finds the fault that is put in behind the app's back, and nothing before."""

from pathlib import Path

import pytest
from sqlalchemy import text

from portfolio.prioritising.marks import Mark
from portfolio.reports import holding
from portfolio.reports.checking import check
from portfolio.reports.prioritising.invariants import RULES
from portfolio.store.database import Database
from tests.databases import Files
from tests.rounds import CLOSED, DONE, FIRST, OPEN, SECOND, STATUTORY

ROUNDS, FROZEN, MARKS, HELD, UPON, *_ = (rule.name for rule in RULES)
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
            "UPDATE rounds SET proposals = replace(proposals, '[', '[\"prosjekt:borte\", ') WHERE id = :round",
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
        pytest.param(
            HELD,
            "DELETE FROM bases WHERE id = :base",
            f"{OPEN} holds no version of {SECOND}",
            id="a proposal of which no version is held",
        ),
        pytest.param(
            HELD,
            "UPDATE bases SET seq = 1 WHERE id = :base",
            f"{OPEN} holds {SECOND} as of trace 1, after which it was not there",
            id="a version from before the proposal was there",
        ),
        pytest.param(
            HELD,
            "UPDATE bases SET seq = 99 WHERE id = :base",
            f"{OPEN} holds {SECOND} as of trace 99, after which it was not there",
            id="a version of a trace that is not there",
        ),
        pytest.param(
            HELD,
            "UPDATE rounds SET proposals = replace(proposals, '\"' || :statutory || '\", ', '') WHERE id = :round",
            f"{OPEN} holds {STATUTORY}, which is not in it",
            id="a version of a proposal that is not in the round",
        ),
        pytest.param(
            UPON,
            "UPDATE marks SET upon = 1 WHERE id = :mark",
            f"Mark {OPEN}.{SECOND}.{DONE}.behov",
            id="a mark on a version that the round never held",
        ),
    ],
)
def test_a_fault_behind_the_apps_back_is_found_by_its_rule_alone_and_by_the_one_on_every_row(
    filled: Path, database: Database, rule: str, command: str, told: str
) -> None:
    assert faults(database) == {}
    facts = {
        "round": OPEN,
        "first": FIRST,
        "second": SECOND,
        "done": DONE,
        "mark": f"{OPEN}.{SECOND}.{DONE}.behov",
        "base": f"{OPEN}.{SECOND}",
        "statutory": STATUTORY,
    }
    with Files(filled.parent).behind(database.url) as connection:
        given = {name: value for name, value in facts.items() if f":{name}" in command}
        assert connection.execute(text(command), given).rowcount == 1
    found = faults(database)
    assert len(found.pop(ROWS)) == 1
    assert found == {rule: [told]}


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (
            "UPDATE marks SET mark = 0 WHERE id = :mark",
            "runde:2026-1 comes out otherwise than when it was concluded, first in records.Mark",
        ),
        (
            "UPDATE packs SET text = replace(text, 'felles/1.0', 'felles/9.9')",
            "runde:2026-1: what was frozen has been changed",
        ),
        (
            "DELETE FROM packs",
            "runde:2026-1 is concluded, and nothing of it is frozen. Start the application once: it freezes what was concluded before it could",
        ),
    ],
)
def test_a_concluded_round_that_comes_out_otherwise_shows(
    database: Database, command: str, told: str
) -> None:
    with database.read() as reader:
        mark = next(each.id for each in reader.all(Mark, round=CLOSED) if each.mark)
    with database.alone() as connection:
        for name in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER packs_no_{name}"))
        connection.execute(text(command), {"mark": mark} if ":mark" in command else {})
    assert faults(database)[FROZEN][0].startswith(told)


def faults(database: Database) -> dict[str, list[str]]:
    """Return what every invariant finds, by its name, where it finds something."""
    with database.read() as reader:
        return {
            each.name.text: [fault.in_english() for fault in each.faults]
            for each in check(reader)
            if not each.holds
        }
