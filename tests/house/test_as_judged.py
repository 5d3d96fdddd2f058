"""Nobody in the rooms of prioritising reads a live proposal, its cost or its money: a round holds what it judges."""

import ast
from collections.abc import Iterator

from tests.house.conftest import TREES

LIVE = {"Proposal", "CostLine", "Entry"}
READS = {"all", "get", "find", "count"}
ROOMS = ("actions", "reports", "pages", "commands", "charts")
ELSEWHERE = {
    "portfolio/lookups/basis.py": "the one place that reads them: live where the round holds no version yet",
    "portfolio/actions/prioritising/contents.py": "it sees that what is put into a round is there at all",
    "portfolio/reports/prioritising/invariants.py": "it sees that what a round points at is there at all",
}
"""Where they are read all the same, and why."""


def _rooms() -> list[str]:
    wing = [f"portfolio/{door}/prioritising" for door in ROOMS]
    return [
        path
        for path in TREES
        if path.startswith((*(f"{each}/" for each in wing), "portfolio/lookups/judging"))
        or path.removesuffix(".py") in wing
    ]


def _live(path: str) -> Iterator[str]:
    """Yield where one of these nouns is read as it stands."""
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in READS:
            named = node.args[0] if node.args else None
            if isinstance(named, ast.Name) and named.id in LIVE:
                yield f"{path}:{node.lineno}"


def test_a_round_is_read_as_it_is_judged():
    assert len(_rooms()) > 30
    assert [found for path in _rooms() if path not in ELSEWHERE for found in _live(path)] == []


def test_where_they_are_read_all_the_same_is_known_and_true():
    assert [path for path in ELSEWHERE if path not in TREES or not list(_live(path))] == []
