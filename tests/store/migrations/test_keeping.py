"""What a migration says of the rows it changes or adds is kept and sealed as if the program had said it."""

import pytest
from sqlalchemy import text

from portfolio.parties import Party
from portfolio.reports.checking import check
from portfolio.store.database import Database
from portfolio.store.migrations import keeping
from tests.databases import Place

OSLO = "kommune:0301"
NEW = {"id": "annet:nav", "kind": "other", "name": "Nav", "number": "", "county": "", "revision": 1}


@pytest.fixture
def prepared(known: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """A database that a migration is about to change, where nobody says what the time is."""

    class Config:
        attributes: dict[str, object] = {}  # noqa: RUF012

    monkeypatch.setattr(keeping.context, "config", Config, raising=False)
    return known


def test_what_is_changed_has_a_new_version_beside_what_stood(prepared: Database, place: Place) -> None:
    with place.behind(prepared.url) as connection:
        seq = keeping.change(connection, "parties", {OSLO: {"name": "Oslo by"}}, action="rename")
        connection.execute(text(f"UPDATE parties SET name = 'Oslo by' WHERE id = '{OSLO}'"))
    with prepared.read() as reader:
        before, after = reader.versions(Party, OSLO)
        assert (before.record.name, after.record.name, after.seq) == ("Oslo", "Oslo by", seq)
        assert [fault for each in check(reader) for fault in each.faults] == []
        assert reader.traces(most=1)[0].action == "rename"


def test_what_is_added_has_its_first_version(prepared: Database, place: Place) -> None:
    with place.behind(prepared.url) as connection:
        keeping.add(connection, "parties", {"annet:nav": NEW}, action="name")
        names, values = ", ".join(NEW), ", ".join(f":{each}" for each in NEW)
        connection.execute(text(f"INSERT INTO parties ({names}) VALUES ({values})"), NEW)
    with prepared.read() as reader:
        assert [each.record for each in reader.versions(Party, "annet:nav")] == [
            reader.get(Party, "annet:nav")
        ]
        assert [fault for each in check(reader) for fault in each.faults] == []


def test_nothing_is_traced_where_nothing_is_known(prepared: Database, place: Place) -> None:
    with place.behind(prepared.url) as connection:
        assert keeping.change(connection, "parties", {"annet:ukjent": {"name": "x"}}, action="rename") is None
        assert keeping.add(connection, "parties", {}, action="name") is None


def test_json_that_is_none_says_nothing() -> None:
    assert (keeping.parsed(None), keeping.parsed("{"), keeping.parsed("[1]")) == (None, None, [1])
