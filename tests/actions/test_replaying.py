"""A pack alone gives the round again, and anything else in it gives another."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from portfolio.actions.prioritising.impartiality import declare
from portfolio.actions.prioritising.rounds import keep_round
from portfolio.actions.replaying import NoPack, replay
from portfolio.prioritising.gates import GateAnswer
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.packs import differences, digest_of
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.reports.prioritising.packs import pack
from portfolio.store.database import Database
from portfolio.store.schema import prepare
from tests.conftest import NOW
from tests.databases import opened
from tests.rounds import CLOSED, FRESH, OPEN, SECRETARIAT, STATUTORY, Stamped, met, of, step


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


def test_a_round_that_a_proposal_and_a_member_have_left_comes_out_the_same(
    database: Database, stamp: Stamped, aside: Database
) -> None:
    declare(database, OPEN, interests=dict.fromkeys(of(database).proposals), stamp=stamp(FRESH))
    now = of(database)
    left = {
        "proposals": tuple(each for each in now.proposals if each != STATUTORY),
        "members": tuple(each for each in now.members if each != FRESH),
    }
    keep_round(database, now.model_copy(update=left), stamp=stamp(SECRETARIAT))
    step(met(database, stamp), stamp, RoundPhase.CLOSED)
    with database.read() as reader:
        assert reader.all(GateAnswer, round=OPEN, proposal=STATUTORY)
        assert reader.all(Impartiality, round=OPEN, member=FRESH)
        content = json.loads(pack(reader, reader.get(Round, OPEN)).text)["content"]
    assert STATUTORY not in json.dumps(content)
    assert FRESH not in json.dumps(content["records"]["Impartiality"])
    assert digest_of(replay(aside, content, at=NOW)) == digest_of(content)


@pytest.mark.parametrize("lost", ["people", "parties", "Proposal"])
def test_a_pack_that_names_what_is_not_in_it_is_told_which(aside: Database, content: Any, lost: str) -> None:
    gone = content.get(lost) or content["records"][lost]
    named = gone.pop()
    with pytest.raises(NoPack, match="which is not in it") as refused:
        replay(aside, content, at=NOW)
    assert (named["id"] if lost == "Proposal" else named) in str(refused.value)


def test_a_pack_that_holds_something_twice_is_told_which(aside: Database, content: Any) -> None:
    twice = content["records"]["Mark"][3]
    content["records"]["Mark"].append(twice)
    with pytest.raises(NoPack, match=f"«{twice['id']}» stands twice"):
        replay(aside, content, at=NOW)


def test_a_pack_that_is_damaged_is_told_where(aside: Database, content: Any) -> None:
    content["records"]["Mark"][0]["mark"] = "høy"
    with pytest.raises(NoPack, match=r"is damaged.*for Mark"):
        replay(aside, content, at=NOW)


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
