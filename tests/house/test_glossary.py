"""The glossary is true: its names are in the code, and its words for the money are those the pages say."""

import ast
import re

import pytest

from portfolio.given import Language
from portfolio.words import words
from tests.house.conftest import TREES, text_of

ROWS = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", text_of("docs/GLOSSARY.md"), re.MULTILINE)
"""Each line: bokmål, nynorsk, English, and the name in the code."""
NAMED = re.compile(r"`(?!None)([A-Z]\w+)(?:\.(\w+))?`")
CLASSES = {node.name: node for tree in TREES.values() for node in tree.body if isinstance(node, ast.ClassDef)}


def test_every_class_and_what_it_holds_is_in_the_code():
    named = [found for *_, code in ROWS for found in NAMED.findall(code)]
    nouns = {name for tree in TREES.values() for node in tree.body for name in _names(node)}
    assert len(named) > 40
    assert [noun for noun, _ in named if noun not in nouns] == []
    assert [f"{noun}.{part}" for noun, part in named if part and part not in _held(noun)] == []


@pytest.mark.parametrize(("column", "language"), [(0, "nb"), (1, "nn"), (2, "en")])
def test_what_nothing_covers_is_called_what_the_pages_call_it(column: int, language: Language):
    (row,) = (row for row in ROWS if "`Cover.lacking`" in row[3])
    assert row[column].partition(" (")[0] == words(language)("Lacking").lower()


def _held(noun: str) -> set[str]:
    """Return what a class of ours gives a name to, and those it stands on."""
    if noun not in CLASSES:
        return set()
    own = {name for each in CLASSES[noun].body for name in _names(each)}
    return own.union(*(_held(ast.unparse(base)) for base in CLASSES[noun].bases))


def _names(node: ast.AST) -> set[str]:
    """Return what a statement gives a name to."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return {each.id for each in targets if isinstance(each, ast.Name)}
