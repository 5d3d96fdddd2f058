"""The tests stand where the code stands: each module has the test of its name, and no test outlives its module."""

import ast

from tests.house.conftest import KEPT, MODULES, TREES

WITHOUT = {
    "portfolio/__main__.py": "one line, started by tests/commands/test_main.py",
    "portfolio/reports/tasks.py": "a record with no rule of its own; the wings' tasks are tested in their rooms",
}
"""The modules with no test of their own, and why they need none."""
ACROSS = (
    "access",
    "benchmarks",
    "browser",
    "examples",
    "house",
    "methodology",
    "reliability",
    "workbooks",
)
"""The folders of tests that go across the house, and so mirror nothing."""
STORIES = {
    "tests/store/tables/test_tables.py": "all the tables together, as the package gathers them",
    "tests/commands/test_story.py": "the whole way of a workbook through the command line",
}
"""Tests that stand in a room of the house and still are of no one module."""


def test_every_module_has_the_test_of_its_name():
    missing = {
        path: _test_of(path) for path in MODULES if _says_something(path) and _test_of(path) not in KEPT
    }
    assert {path: test for path, test in missing.items() if path not in WITHOUT} == {}


def test_no_test_is_of_a_module_that_is_gone():
    tests = [
        path for path in KEPT if path.startswith("tests/") and path.rpartition("/")[2].startswith("test_")
    ]
    mirrors = [path for path in tests if path.split("/")[1] not in ACROSS and path not in STORIES]
    assert [path for path in mirrors if path not in {_test_of(module) for module in MODULES}] == []


def test_what_needs_no_test_is_there_and_has_none():
    assert [path for path in WITHOUT if path not in MODULES or _test_of(path) in KEPT] == []
    assert [path for path in STORIES if path not in KEPT] == []


def _test_of(module: str) -> str:
    folder, _, name = module.removeprefix("portfolio/").rpartition("/")
    return "/".join(filter(None, ("tests", folder, f"test_{name}")))


def _says_something(path: str) -> bool:
    """Say whether a module holds code of its own, and not only a sentence or what it passes on."""
    return (
        path.startswith("portfolio/")
        and "/migrations/" not in path
        and not path.endswith("__init__.py")
        and any(not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr) for node in TREES[path].body)
    )
