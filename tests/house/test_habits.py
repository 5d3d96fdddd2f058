"""Habits that keep the code safe and the words whole."""

import ast
import re

import pytest

from portfolio.people import RESERVED
from tests.house.conftest import CALLS, HOME, KEPT, TREES, text_of
from tests.words import faults, sentences

UNWANTED = {
    "number_input": "it takes a decimal point and loses øre: read the text instead",
    "form": "what is typed in it is lost when the page is drawn again",
    "eval": "data never contains code",
    "exec": "data never contains code",
}
WRITTEN = (
    ".py",
    ".md",
    ".yaml",
    ".yml",
    ".toml",
    ".ini",
    ".po",
    ".csv",
    ".json",
    ".txt",
    ".js",
    ".css",
    ".lock",
    ".mako",
)
CODE = (".py", ".js", ".css", ".yaml", ".toml", ".ini", ".mako")
HOSTS = ("pypi" + ".org", "python" + "hosted", "artifact" + "ory", "nexus" + ".", "npmjs" + ".")
MACHINE = re.compile(r"(?<![\w.:/-])/(?:work|home|root|Users|tmp)/\w|[A-Z]:\\Users")
UNDONE = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
HERE = "tests/house/test_habits.py"


def _texts() -> list[str]:
    """The files that people write, but for this one, which names what it looks for."""
    plain = [
        name for name in KEPT if name.endswith(WRITTEN) or "." not in name.rpartition("/")[2].lstrip(".")
    ]
    return [name for name in plain if name != HERE]


def test_nothing_is_called_that_the_house_does_without():
    named = [
        (
            path,
            call.lineno,
            call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func),
        )
        for path, call in CALLS
    ]
    assert [f"{path}:{line}: {UNWANTED[name]}" for path, line, name in named if name in UNWANTED] == []


def test_no_text_is_let_through_as_html():
    unsafe = {"unsafe_allow_html", "unsafe_allow_javascript"}
    found = [f"{path}:{call.lineno}" for path, call in CALLS if {each.arg for each in call.keywords} & unsafe]
    assert found == []


def test_nothing_is_left_undone():
    assert [path for path in _texts() if path.endswith(CODE) and UNDONE.search(text_of(path))] == []


def test_no_place_on_a_machine_is_named():
    assert [(path, found.group()) for path in _texts() if (found := MACHINE.search(text_of(path)))] == []


def test_no_registry_of_packages_is_named():
    assert [(path, host) for path in _texts() for host in HOSTS if host in text_of(path)] == []


def test_every_word_people_read_is_there_in_the_three_languages():
    assert len(sentences()) > 300
    assert list(faults()) == []


def test_the_tests_stand_on_the_real_thing():
    """No mocks: they agree with whatever is asked of them."""
    mocked = re.compile(r"^\s*(?:from|import) (?:unittest|mock)\b", re.MULTILINE)
    tests = [path for path in KEPT if path.startswith("tests/") and path.endswith(".py")]
    assert [path for path in tests if mocked.search(text_of(path))] == []


def test_the_licence_is_here_and_is_the_one_we_say():
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in text_of("LICENSE")
    assert 'license = "EUPL-1.2"' in text_of("pyproject.toml")


def test_the_readme_says_how_to_start_and_how_to_test():
    if "README.md" not in KEPT:
        pytest.skip("the README is not kept yet")
    said = text_of("README.md")
    assert "streamlit run app.py" in said
    assert "tests/run" in said


def test_data_from_elsewhere_says_where_it_is_from():
    """A list that was carried in has its source and licence beside it, or in the folder's description."""
    lists = [path for path in KEPT if path.endswith(".csv")]
    for path in lists:
        if path.startswith("tests/examples/data/"):
            assert (HOME / f"{path}.source.txt").is_file(), path
        if path.startswith("data/"):
            assert (HOME / path).with_name("datapackage.json").is_file(), path


def test_no_action_can_forget_to_ask_who_does_it():
    """It opens its change for somebody who may, and looks at them as they are now; never as their stamp says."""
    asks_nobody = {
        "portfolio/actions/starting.py": "the program itself, at start",
        "portfolio/actions/people.py:first_person": "refused once anybody is entered",
        "portfolio/actions/replaying.py": "the program itself, in an empty database made for it",
    }
    opened = [
        f"{path}:{function.name}"
        for path, tree in TREES.items()
        if path.startswith("portfolio/") and not path.startswith("portfolio/store/")
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("database.write")
        if len(call.args) < 2
    ]
    assert [place for place in opened if not {place, place.rpartition(":")[0]} & asks_nobody.keys()] == []
    old = re.compile(r"(?<!writer\.)\bstamp\.person|\ballow\(")
    acting = [path for path in TREES if path.startswith(("portfolio/actions/", "portfolio/pages/"))]
    assert [path for path in acting if old.search(text_of(path))] == []


def test_no_record_may_have_an_id_by_which_the_trail_names_what_is_none():
    named = {
        call.args[1].value
        for path, call in CALLS
        if path.startswith("portfolio/actions/") and ast.unparse(call.func) == "writer.trace"
        if isinstance(call.args[1], ast.Constant)
    }
    assert {"reference", "example"} <= named <= RESERVED
