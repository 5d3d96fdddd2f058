"""Several processes may start on the same new database at once: one fills it, and none of them fails."""

from portfolio.actions.starting import begin
from portfolio.catalogue.demo.demo import demo
from portfolio.catalogue.reference import parties
from portfolio.parties import Party
from portfolio.people import Person
from portfolio.reports.checking import check
from portfolio.settings import Settings
from portfolio.store.database import Database
from portfolio.store.schema import prepare
from tests.databases import AT, Place, opened
from tests.processes import at_once

TIMES = 2


def test_four_processes_may_prepare_and_begin_at_once(place: Place):
    for _ in range(TIMES):
        url = place.new()
        assert at_once(_begin, *[(url,)] * 4) == []
        with opened(url) as database, database.read() as reader:
            assert reader.count(Party) == len(parties())
            assert [each.action for each in reader.traces()] == ["begin"]
        place.drop(url)


def test_three_servers_that_start_at_once_load_the_example_once(nothing: str):
    assert at_once(_warm, *[(nothing,)] * 3) == []
    with opened(nothing) as database, database.read() as reader:
        assert reader.count(Person) == len(demo().people)
        assert [each.action for each in reader.traces()] == [*["release"] * 2, *["demo"] * 2, "begin"]
        assert all(each.holds for each in check(reader))


def test_a_server_that_starts_again_changes_nothing(example: Database):
    with example.read() as reader:
        before = reader.head()
    assert at_once(_warm, (example.url,)) == []
    with example.read() as reader:
        assert reader.head() == before


def _begin(url: str) -> None:
    prepare(url)
    with opened(url) as database:
        begin(database, at=AT)


def _warm(url: str) -> None:
    from portfolio.pages.doorway import warm

    warm(Settings(database=url), at=AT)
