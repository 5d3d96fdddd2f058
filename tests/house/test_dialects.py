"""No module outside the engines of the store knows which database it stands on."""

import ast
from collections.abc import Iterator

from portfolio.store.engines.choice import KINDS
from tests.house.conftest import TREES

NAMES = {
    *(each.name for each in KINDS),
    "sqlite",
    "postgres",
    "psycopg",
    "mysql",
    "mariadb",
    "oracle",
    "mssql",
}
OWN_WORDS = {"pragma", "pg_"}
ENGINES = "portfolio/store/engines/"
ALLOWED = {"portfolio/settings.py": "the address of a database nobody has chosen has to begin with some word"}


def test_a_database_is_named_by_its_own_engine_alone():
    outside = {path: tree for path, tree in TREES.items() if not path.startswith(ENGINES)}
    named = {path: found for path, tree in outside.items() if (found := sorted(_named(tree)))}
    assert named.keys() == ALLOWED.keys(), named


def test_an_engine_would_be_found_out_if_it_stood_elsewhere():
    inside = {path: set(_named(tree)) for path, tree in TREES.items() if path.startswith(ENGINES)}
    assert all(any(kind.name in words for words in inside.values()) for kind in KINDS)


def test_nobody_else_asks_a_connection_for_its_dialect():
    asked = [
        f"{path}:{node.lineno}"
        for path, tree in TREES.items()
        if not path.startswith(ENGINES)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "dialect"
    ]
    assert asked == []


def _named(tree: ast.Module) -> Iterator[str]:
    """Yield the names of databases that code says; what a docstring tells a reader is no code."""
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if id(node) not in told:
            said = " ".join(
                str(value).lower() for _, value in ast.iter_fields(node) if isinstance(value, str)
            )
            yield from (name for name in NAMES | OWN_WORDS if name in said)
