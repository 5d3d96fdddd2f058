"""A pack alone gives the round again, and anything else in it gives another."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from portfolio.actions.replaying import NoPack, replay
from portfolio.prioritising.packs import differences, digest_of
from portfolio.prioritising.rounds import Round
from portfolio.reports.prioritising.packs import pack
from portfolio.store.database import Database
from portfolio.store.schema import prepare
from tests.conftest import NOW
from tests.databases import opened
from tests.rounds import CLOSED


@pytest.fixture
def aside(tmp_path: Path) -> Iterator[Database]:
    url = f"sqlite:///{tmp_path / 'aside.db'}"
    prepare(url)
    with opened(url) as database:
        yield database


@pytest.fixture
def content(database: Database) -> Any:
    with database.read() as reader:
        return json.loads(pack(reader, reader.get(Round, CLOSED)).text)["content"]


def test_the_round_comes_out_the_same_to_the_last_sign(aside: Database, content: Any) -> None:
    computed = replay(aside, content, at=NOW)
    assert list(differences(content, json.loads(json.dumps(computed)))) == []
    assert digest_of(computed) == digest_of(content)


def test_one_mark_that_is_another_shows_in_the_place_it_gives(aside: Database, content: Any) -> None:
    changed = copy.deepcopy(content)
    mark = next(each for each in changed["records"]["Mark"] if each["mark"] == 4 and each["upon"])
    mark["mark"] = 0
    computed = replay(aside, changed, at=NOW)
    places = [place for place, _, _ in differences(changed, computed)]
    assert places
    assert all(place.startswith("result.order") for place in places)


@pytest.mark.parametrize("broken", ["format", "records", "people", "twice", "nonsense"])
def test_what_is_no_pack_is_refused_in_words(aside: Database, content: Any, broken: str) -> None:
    if broken == "twice":
        content["records"]["Mark"] *= 2
    elif broken == "nonsense":
        content["records"]["Mark"][0]["mark"] = "høy"
    else:
        del content[broken]
    with pytest.raises(NoPack):
        replay(aside, content, at=NOW)
