"""How many judged each proposal and how many stood aside: once the assessment is over, named only where names are shown."""

from portfolio.people import Person
from portfolio.prioritising.rounds import RoundPhase
from portfolio.reports.prioritising.judges import JudgesRow, judges
from portfolio.reports.prioritising.ranking import ranking
from portfolio.store.database import Database
from tests.rounds import CLOSED, DONE, FIRST, FRESH, OPEN, READER, Stamped, met, of, stand_aside


def seen(database: Database, viewer: str, id: str = OPEN) -> dict[str, JudgesRow]:
    with database.read() as reader:
        report = ranking(reader, id, viewer=reader.get(Person, viewer))
    return {each.proposal: each for each in report.judges}


def test_nobody_is_counted_before_the_assessment_is_over(database: Database) -> None:
    assert seen(database, READER) == {}
    with database.read() as reader:
        assert judges(reader, of(database), ()) == ()


def test_every_opinion_that_counts_is_by_one_who_is_counted(database: Database) -> None:
    with database.read() as reader:
        report = ranking(reader, CLOSED, viewer=reader.get(Person, READER))
    rows = {each.proposal: each for each in report.judges}
    assert rows.keys() == {row.proposal for row in (*report.ranked, *report.outside)}
    by_criterion: dict[tuple[str, str], int] = {}
    for each in report.spread:
        key = each.proposal, each.criterion.nb
        by_criterion[key] = by_criterion.get(key, 0) + each.count
    assert {rows[proposal].judged for proposal, _ in by_criterion} != {0}
    assert all(rows[proposal].judged == count for (proposal, _), count in by_criterion.items())
    assert any(each.stood_aside for each in rows.values())
    assert all(each.judged + each.stood_aside <= each.members for each in rows.values())
    assert not [each.who for each in rows.values() if each.who]


def test_whoever_stands_aside_is_counted_and_reads_nothing_of_it_themselves(
    database: Database, stamp: Stamped
) -> None:
    met(database, stamp)
    before = seen(database, READER)[FIRST].stood_aside
    stand_aside(database, stamp, FRESH, FIRST)
    assert seen(database, READER)[FIRST].stood_aside == before + 1
    assert FIRST not in seen(database, FRESH)


def test_who_gave_marks_is_named_where_the_round_shows_names_and_nobody_who_stood_aside(
    database: Database, stamp: Stamped
) -> None:
    with database.write(stamp(DONE)) as writer:
        shown = of(database).model_copy(update={"names_shown": True, "phase": RoundPhase.MEETING})
        writer.revise(shown)
        writer.trace("keep_round", OPEN)
    stood = stamp(DONE).person.name
    rows = seen(database, READER)
    assert len(rows[FIRST].who.split(", ")) == rows[FIRST].judged > 0
    assert stood not in rows[FIRST].who
    assert any(stood in each.who for each in rows.values())
