"""The funding reports: one truth from the ledger, whichever way it is asked for, exact to the øre."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio.actions.funding.contributions import contribute, correct
from portfolio.funding.contributions import Entry, Stage
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Place
from portfolio.money import Money, total
from portfolio.parties import JOINT, Party, PartyKind, Side
from portfolio.people import Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.reports.funding.covering import covering
from portfolio.reports.funding.overview import funding
from portfolio.reports.funding.parties import carriers, party_story
from portfolio.reports.funding.project import funded_project
from portfolio.store.database import Database
from tests.conftest import NOW

FINANCE = "person:geir-mosengtun"
EVERYBODY_SHARES, FORTY_SHARE, BERGEN = "prosjekt:2026-004", "prosjekt:2026-001", "kommune:4601"


def test_parties_projects_and_lines_sum_to_the_same(database: Database) -> None:
    with database.read() as reader:
        report, overview = funding(reader), covering(reader)
    for name in ("applied", "promised", "agreed", "paid"):
        by_line = total(getattr(line, name) for line in report.lines)
        assert by_line == total(getattr(row, name) for row in report.parties)
        assert by_line == total(getattr(row, name) for row in report.projects)
        assert by_line == getattr(overview.whole, name)


def test_the_overview_is_the_workbook_without_its_lines(database: Database) -> None:
    with database.read() as reader:
        for year in (None, 2027):
            report, overview = funding(reader, year=year), covering(reader, year=year)
            assert overview.rows == report.projects
            assert overview.lines == len(report.lines)
            assert overview.whole.cost == total(row.cost for row in report.costs)


def test_what_is_lacking_and_what_is_beyond_explain_cost_less_promises(database: Database) -> None:
    with database.read() as reader:
        overview = covering(reader)
    for sums in (overview.whole, *(each.sums for each in (*overview.by_year, *overview.projects))):
        assert sums.cost - sums.promised == sums.lacking - sums.beyond
        assert sums.promised == sums.state + sums.local + sums.other


def test_a_joint_contribution_is_shared_without_losing_an_ore(database: Database) -> None:
    with database.read() as reader:
        answer = funded_project(reader, EVERYBODY_SHARES)
    assert len(answer.parts) == 357
    for name in ("applied", "promised", "agreed", "paid"):
        together = total(getattr(each, name) for each in answer.joint)
        assert total(getattr(part, name) for part in answer.parts) == together


def test_a_party_carries_what_the_list_says_it_carries(database: Database) -> None:
    with database.read() as reader:
        (listed,) = (each for each in carriers(reader, year=2027) if each.party == BERGEN)
        story = party_story(reader, BERGEN, year=2027)
    assert story.total == listed
    assert total(line.promised for line in story.lines) == listed.promised
    assert {line.year for line in story.lines} == {2027}
    assert any(line.joint for line in story.lines)
    assert not all(line.joint for line in story.lines)


def test_a_joint_contribution_nobody_has_said_how_to_share_is_still_counted(database: Database) -> None:
    with database.read() as reader:
        shared = {each.proposal for each in reader.all(Sharing)}
        lone = next(each.id for each in reader.all(Proposal) if each.id not in shared)
        finance = reader.all(Party, id=JOINT)
    assert finance
    with database.write(_stamp(database)) as writer:
        writer.add(_entry(lone, JOINT, 2027, 100_01))
        writer.trace("import", lone)
    with database.read() as reader:
        report, answer = funding(reader), funded_project(reader, lone)
    (line,) = (each for each in report.lines if each.party == JOINT)
    assert (line.applied, line.side, line.joint) == (Money(100_01), Side.LOCAL, True)
    assert total(row.applied for row in report.parties) == total(row.applied for row in report.projects)
    assert answer.shared_by is None
    assert answer.parts == ()


def test_the_ledger_shows_a_move_as_one_step_and_marks_what_is_corrected(database: Database) -> None:
    with database.read() as reader:
        before = funded_project(reader, FORTY_SHARE)
    moved = next(step for step in before.postings if step.from_ and step.to and step.correctable)
    last = _last_at(before.postings, moved)
    correct(database, last.entry, note="Feil år.", on=date(2026, 11, 23), stamp=_stamp(database))
    with database.read() as reader:
        newest, *rest = funded_project(reader, FORTY_SHARE).postings
    assert (newest.correction, newest.from_, newest.to) == (True, last.to, last.from_)
    assert next(step for step in rest if step.entry == last.entry).corrected
    assert len(rest) == len(before.postings)


def test_postings_stand_newest_first(database: Database) -> None:
    with database.read() as reader:
        days = [step.on for step in funded_project(reader, EVERYBODY_SHARES).postings]
    assert days == sorted(days, reverse=True)


def test_one_year_of_a_project_holds_only_that_year(database: Database) -> None:
    with database.read() as reader:
        answer = funded_project(reader, EVERYBODY_SHARES, year=2027)
    assert {each.place.year for each in answer.contributions} == {2027}
    assert [each.year for each in answer.by_year] == [2027]
    assert answer.years == (2026, 2027, 2028, 2029)


def test_projects_and_parties_are_found_by_every_word_in_any_case(database: Database) -> None:
    with database.read() as reader:
        overview, listed = covering(reader), carriers(reader)
        answer = funded_project(reader, EVERYBODY_SHARES)
    assert [each.proposal for each in overview.found("FELLES arkiv")] == [EVERYBODY_SHARES]
    assert [each.party for each in listed if each.fits("1515")] == ["kommune:1515"]
    assert {each.party for each in listed if each.fits("HERØY")} == {"kommune:1515", "kommune:1818"}
    assert [each.party.name for each in answer.found("vestland bergen")] == ["Bergen"]


def test_an_empty_portfolio_has_no_years_and_no_sums(empty_database: Database) -> None:
    with empty_database.read() as reader:
        overview, listed = covering(reader), carriers(reader)
    assert (overview.years, overview.projects, overview.lines) == ((), (), 0)
    assert overview.whole.state_share is None
    assert {each.kind for each in listed} == set(PartyKind) - {PartyKind.OTHER}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ore=st.integers(min_value=1, max_value=10**13))
def test_any_amount_is_shared_to_the_ore(database: Database, ore: int) -> None:
    place = Place(FORTY_SHARE, JOINT, 2031)
    with database.read() as reader:
        before = funded_project(reader, FORTY_SHARE, year=2031)
    contribute(
        database, place, Money(ore), stage=Stage.APPLIED, on=date(2026, 11, 23), stamp=_stamp(database)
    )
    with database.read() as reader:
        after = funded_project(reader, FORTY_SHARE, year=2031)
    assert total(part.applied for part in after.parts) == before.whole.applied + Money(ore)


def _last_at(postings, moved):
    """Return the newest step of the same party and year, which nothing has moved on from since."""
    return next(step for step in postings if (step.party, step.year) == (moved.party, moved.year))


def _stamp(database: Database) -> Stamp:
    from portfolio.people import Person

    with database.read() as reader:
        return Stamp(person=reader.get(Person, FINANCE), at=NOW)


def _entry(proposal: str, party: str, year: int, ore: int) -> Entry:
    return Entry(
        id=f"bidrag:{proposal}.900",
        proposal=proposal,
        party=party,
        year=year,
        stage=Stage.APPLIED,
        amount=Money(ore),
        on=date(2026, 11, 1),
    )
