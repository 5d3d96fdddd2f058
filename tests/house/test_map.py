"""The map of the house is true: every place that docs/HOUSE.md names is there, and so is every name in it."""

import ast
import re

from tests.house.conftest import HOME, KEPT, text_of

MAP = "docs/HOUSE.md"
PLACE = re.compile(r"`([\w./-]+?\.(?:py|yaml|po|csv|md|toml|txt)|[\w./-]+/)(?::([\w.]+))?`")
"""A file or folder, and if need be a name in it: `portfolio/actions/prioritising/marks.py:assess`."""
PLACES = PLACE.findall(text_of(MAP))


def test_the_map_names_places():
    assert len(PLACES) > 60


def test_every_place_on_the_map_is_there():
    folders = {f"{parent.as_posix()}/" for path in KEPT for parent in (HOME / path).relative_to(HOME).parents}
    assert [place for place, _ in PLACES if place not in KEPT and place not in folders] == []


def test_every_name_on_the_map_is_in_its_place():
    assert [f"{place}:{name}" for place, name in PLACES if name and name not in _names(place)] == []


def test_every_room_of_the_house_is_on_the_map():
    rooms = {path.split("/")[1] for path in KEPT if path.startswith("portfolio/") and path.count("/") > 1}
    named = {
        place.split("/")[1] for place, _ in PLACES if place.startswith("portfolio/") and "/" in place[10:]
    }
    assert rooms - named == set()


def test_every_noun_that_all_share_is_on_the_map():
    shared = [path for path in KEPT if re.fullmatch(r"portfolio/[a-z]+\.py", path)]
    assert "portfolio/messages.py" in shared
    assert [path for path in shared if path not in {place for place, _ in PLACES}] == []


def test_the_map_is_no_more_than_a_page():
    assert len(text_of(MAP).split()) < 1100


def _names(path: str) -> set[str]:
    """Return what a module defines: functions, classes, their methods, and constants."""
    found = set()
    for node in ast.parse(text_of(path)).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
            found |= {
                f"{node.name}.{each.name}" for each in ast.walk(node) if isinstance(each, ast.FunctionDef)
            }
        elif isinstance(node, ast.Assign):
            found |= {
                each.id for target in node.targets for each in ast.walk(target) if isinstance(each, ast.Name)
            }
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return found
