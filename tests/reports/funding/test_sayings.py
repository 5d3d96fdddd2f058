"""Why, by whom and when a key was set is told wherever the key is, also of a key that was replaced."""

from datetime import date

from portfolio.actions.funding.keys import share_by
from portfolio.funding.keys import Sharing
from portfolio.reports.funding.project import funded_project
from portfolio.reports.funding.sayings import sayings
from portfolio.reports.funding.workbook import funding
from portfolio.store.database import Database
from tests.conftest import NOW
from tests.databases import of
from tests.funding.sealed import seen
from tests.pages.funding.money import FINANCE, FORTY, OTHER
from tests.pages.seat import everything, seat

LATER = date(2026, 11, 23)
REASONS = ("Bare Oslo vil.", "Bergen er også med.")


def test_what_was_said_with_a_key_is_told_the_newest_first(database: Database) -> None:
    _set_twice(database)
    with database.read() as reader:
        keys = reader.all(Sharing, proposal=FORTY)
        said = sayings(reader, keys)
    first, later = (said[each.id] for each in keys)
    assert [each.reason for each in first] == [""]
    assert [(each.who, each.at, each.reason) for each in later] == [
        ("Wenche Rabbenes", NOW, REASONS[1]),
        ("Geir Mosengtun", NOW, REASONS[0]),
    ]
    assert [len(each.sharing.members) for each in later] == [2, 1]


def test_the_project_tells_who_set_a_key_and_why_and_what_it_said_before(database: Database) -> None:
    _set_twice(database)
    with database.read() as reader:
        newest, first = funded_project(reader, FORTY).keys
    assert newest.said is not None
    assert (newest.said.reason, [each.said and each.said.reason for each in newest.before]) == (
        REASONS[1],
        [REASONS[0]],
    )
    assert first.before == ()
    page = everything(seat(database, FINANCE, "funding.overview", prosjekt=FORTY))
    assert "fordi: Bergen er også med" in page
    assert "Erstattet: 1 kommune deler" in page
    assert "fordi\\: Bare Oslo vil" in page


def test_the_workbook_tells_every_version_of_a_key_with_its_reason(database: Database) -> None:
    _set_twice(database)
    with database.read() as reader:
        rows = [
            each for each in funding(reader).keys if each.proposal == FORTY and each.applies_from == LATER
        ]
    assert [(each.revision, each.municipalities, each.who, each.reason) for each in rows] == [
        (1, 1, "Geir Mosengtun", REASONS[0]),
        (2, 2, "Wenche Rabbenes", REASONS[1]),
    ]
    assert [each.replaced for each in rows] == [NOW, None]


def _set_twice(database: Database) -> None:
    with database.read() as reader:
        (first,) = reader.all(Sharing, proposal=FORTY)
    named = (("kommune:0301",), ("kommune:0301", "kommune:4601"))
    for who, members, reason in zip((FINANCE, OTHER), named, REASONS, strict=True):
        key = first.model_copy(update={"applies_from": LATER, "members": members})
        share_by(database, key, seen=seen(database, FORTY), reason=reason, stamp=of(database, who))
