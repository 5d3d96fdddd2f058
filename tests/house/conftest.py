"""The files of the house: those that are kept, and those that are code."""

import ast
import subprocess
from pathlib import Path

HOME = Path(__file__).parents[2]


def _kept() -> tuple[str, ...]:
    """Return the files that git keeps; where there is no git, all that are not hidden."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=HOME, capture_output=True, check=False, encoding="utf-8"
    )
    names = listed.stdout.split("\0") if listed.returncode == 0 else _found()
    return tuple(sorted(name for name in names if name and (HOME / name).is_file()))


def _found() -> list[str]:
    paths = (each.relative_to(HOME) for each in HOME.rglob("*"))
    return [path.as_posix() for path in paths if not any(part.startswith(".") for part in path.parts)]


def text_of(path: str) -> str:
    """Return what a file says."""
    return (HOME / path).read_text(encoding="utf-8", errors="replace")


KEPT = _kept()
MODULES = tuple(
    name for name in KEPT if name.endswith(".py") and (name == "app.py" or name.startswith("portfolio/"))
)
TREES = {name: ast.parse(text_of(name)) for name in MODULES}


def imported(path: str) -> set[str]:
    """Return what a module imports, and each name it takes from somewhere as if it were a module there."""
    found = set()
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return found


CALLS = tuple(
    (name, node) for name, tree in TREES.items() for node in ast.walk(tree) if isinstance(node, ast.Call)
)
"""Every call in the code, and the module it stands in."""
