"""How the code is laid out: which floor may know which, how large a module may be, and what it may be called."""

import ast
import subprocess
import sys

from importlinter.api import read_configuration

from tests.house.conftest import CALLS, HOME, MODULES, TREES, imported, text_of

MOST_LINES = 300
NAMELESS = {"util", "helper", "common", "base", "manager", "service", "handler", "misc", "core"}
CLOCKS = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime"}
KNOW_THE_TIME = ("app.py", "portfolio/pages/desk/desk.py", "portfolio/commands/", "portfolio/web/")


def test_the_import_contracts_hold(tmp_path):
    """In a process of its own, since the linter switches off the loggers of the one it runs in."""
    program = (
        "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=sys.argv[1]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], check=False, cwd=HOME, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_the_contracts_are_those_the_house_stands_on():
    names = {each["name"] for each in read_configuration(str(HOME / ".importlinter"))["contracts_options"]}
    assert {
        "Imports run down only",
        "SQL stays in the store",
        "Streamlit stays in the pages and the web",
        "Excel stays in the sheets",
        "Altair stays in the charts",
    } <= names


def test_no_module_is_longer_than_three_hundred_lines():
    long = {path: len(text_of(path).splitlines()) for path in MODULES if "/migrations/" not in path}
    assert {path: lines for path, lines in long.items() if lines > MOST_LINES} == {}


def test_every_module_is_called_what_it_holds():
    forbidden = NAMELESS | {f"{word}s" for word in NAMELESS}
    words = {path: set(path.removesuffix(".py").replace("/", "_").split("_")) for path in MODULES}
    assert [path for path, said in words.items() if said & forbidden] == []


def test_every_module_opens_with_one_sentence_that_says_what_it_holds():
    assert [path for path in MODULES if not _opens_well(TREES[path])] == []


def _opens_well(tree: ast.Module) -> bool:
    """Say whether a module begins with a sentence, or holds nothing."""
    said = ast.get_docstring(tree)
    if said is None:
        return tree.body == []
    first = said.split("\n\n")[0].strip()
    return first.endswith((".", "?")) and (first[0].isupper() or first[0] in "`«")


def test_what_is_looked_up_on_a_floor_of_its_own_is_asked_for_by_more_than_one():
    """Else it belongs with the one that asks: `docs/decisions/0005`."""
    shared = [path for path in MODULES if path.startswith("portfolio/lookups/") and "__init__" not in path]
    assert shared
    for path in shared:
        name = path.removesuffix(".py").replace("/", ".")
        asking = [each for each in MODULES if each not in shared and name in imported(each)]
        assert len(asking) > 1, path


def test_only_the_desk_and_the_doors_to_the_outside_ask_what_time_it_is():
    asked = [
        f"{path}:{call.lineno}: {ast.unparse(call)}"
        for path, call in CALLS
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in CLOCKS
        and not ast.unparse(call.func.value).endswith("desk")
        and not path.startswith(KNOW_THE_TIME)
    ]
    assert asked == []


def test_nothing_is_left_to_chance_without_a_seed_that_is_handed_in():
    drawn = [
        f"{path}:{call.lineno}: {ast.unparse(call)}"
        for path, call in CALLS
        if ast.unparse(call.func).startswith(("random.", "np.random.", "numpy.random.")) and not call.args
    ]
    assert drawn == []


def test_no_module_passes_on_what_is_anothers():
    passed_on = [
        f"{path}: {each.name}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for each in node.names
        if each.name == each.asname
    ]
    assert passed_on == []
