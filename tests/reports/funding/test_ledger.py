"""The ledger as people read it: a move is one posting, and what is undone says so."""

from collections.abc import Callable
from datetime import date

from portfolio.actions.funding.contributions import correct
from portfolio.people import Stamp
from portfolio.reports.funding.ledger import Posting
from portfolio.reports.funding.project import funded_project
from portfolio.store.database import Database

FINANCE = "person:geir-mosengtun"
EVERYBODY_SHARES, FORTY_SHARE = "prosjekt:2026-004", "prosjekt:2026-001"


def posted(database: Database, project: str) -> tuple[Posting, ...]:
    with database.read() as reader:
        return funded_project(reader, project).postings


def newest_move(postings: tuple[Posting, ...]) -> Posting:
    """Return the newest posting of the party and year of a move, which nothing has moved on from since."""
    moved = next(each for each in postings if each.from_ and each.to and each.correctable)
    return next(each for each in postings if (each.party, each.year) == (moved.party, moved.year))


def test_a_move_is_one_posting_and_so_is_its_correction(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    before = posted(database, FORTY_SHARE)
    last = newest_move(before)
    correct(database, last.entry, note="Feil år.", on=date(2026, 11, 23), stamp=stamp(FINANCE))
    newest, *rest = posted(database, FORTY_SHARE)
    assert (newest.correction, newest.from_, newest.to) == (True, last.to, last.from_)
    assert (newest.amount, newest.note, newest.correctable) == (last.amount, "Feil år.", False)
    assert len(rest) == len(before)


def test_what_is_undone_says_so_and_cannot_be_undone_again(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    last = newest_move(posted(database, FORTY_SHARE))
    correct(database, last.entry, note="Feil år.", on=date(2026, 11, 23), stamp=stamp(FINANCE))
    undone = next(each for each in posted(database, FORTY_SHARE) if each.entry == last.entry)
    assert (undone.corrected, undone.correctable, last.correctable) == (True, False, True)


def test_postings_stand_newest_first(database: Database) -> None:
    listed = [(each.on, each.number) for each in posted(database, EVERYBODY_SHARES)]
    assert listed == sorted(listed, reverse=True)
