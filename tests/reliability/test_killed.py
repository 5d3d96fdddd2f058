"""Killed in the middle of its work, again and again: what was answered for is there, and nothing is half done."""

import random
import time
from datetime import UTC, date, datetime
from multiprocessing.connection import Connection

from portfolio.actions.funding.contributions import advance_amount, contribute
from portfolio.funding.ledger import Entry, Place
from portfolio.funding.stages import Stage
from portfolio.money import Money
from portfolio.people import Person, Stamp
from portfolio.reports.checking import check
from portfolio.store.database import Database
from tests.databases import opened
from tests.processes import CONTEXT, LONGEST, start

KILLS = 10
PLACE = Place("prosjekt:2026-001", "stat:digdir", 2026)
DAY = date(2026, 11, 23)


def test_what_was_answered_for_is_there_after_every_kill(example: Database):
    answered: list[str] = []
    chance = random.Random(2026)
    for turn in range(KILLS):
        answered += _until_killed(example.url, turn, after=chance.uniform(0.02, 0.25))
        with opened(example.url) as database, database.read() as reader:
            assert [each for each in check(reader) if not each.holds] == []
            notes = {entry.note for entry in reader.all(Entry, proposal=PLACE.proposal)}
            assert set(answered) <= notes
    assert len(answered) > KILLS


def _until_killed(url: str, turn: int, *, after: float) -> list[str]:
    """Return what the process answered for before it was killed."""
    ours, theirs = CONTEXT.Pipe(duplex=False)
    writer = CONTEXT.Process(target=_write, args=(url, turn, theirs))
    start(writer)
    theirs.close()
    answered = [_heard(ours)]
    time.sleep(after)
    writer.kill()
    writer.join(LONGEST)
    while True:
        try:
            answered.append(_heard(ours))
        except EOFError:
            break
    ours.close()
    return answered


def _heard(ours: Connection) -> str:
    assert ours.poll(LONGEST)
    return str(ours.recv())


def _write(url: str, turn: int, answer: Connection) -> None:
    """Contribute and take it onward for ever, and say so of each when it holds."""
    with opened(url) as database:
        with database.read() as reader:
            person = reader.get(Person, "person:geir-mosengtun")
        number = 0
        while True:
            note, number = f"{turn}.{number}", number + 1
            stamp = Stamp(person=person, at=datetime.now(UTC))
            contribute(database, PLACE, Money(100), stage=Stage.APPLIED, on=DAY, note=note, stamp=stamp)
            answer.send(note)
            advance_amount(
                database,
                PLACE,
                Money(100),
                from_=Stage.APPLIED,
                to=Stage.PROMISED,
                on=DAY,
                note=f"{note}.v",
                stamp=stamp,
            )
            answer.send(f"{note}.v")
