"""What each party carries, in the list and in its own story."""

from portfolio.money import total
from portfolio.parties import PartyKind
from portfolio.reports.funding.parties import carriers, holds, party_story
from portfolio.store.database import Database

BERGEN = "kommune:4601"


def test_a_party_carries_what_the_list_says_it_carries(database: Database) -> None:
    with database.read() as reader:
        (listed,) = (each for each in carriers(reader, year=2027) if each.party == BERGEN)
        story = party_story(reader, BERGEN, year=2027)
    assert story.total == listed
    assert total(line.promised for line in story.lines) == listed.promised
    assert {line.year for line in story.lines} == {2027}
    assert any(line.joint for line in story.lines)
    assert not all(line.joint for line in story.lines)


def test_a_party_is_found_by_number_name_or_county_in_any_case(database: Database) -> None:
    with database.read() as reader:
        listed = carriers(reader)
    assert [each.party for each in listed if holds(each, "1515")] == ["kommune:1515"]
    assert {each.party for each in listed if holds(each, "HERØY")} == {"kommune:1515", "kommune:1818"}
    assert [each.party for each in listed if holds(each, "vestland bergen")] == [BERGEN]


def test_parties_stand_by_kind_and_number(database: Database) -> None:
    with database.read() as reader:
        listed = carriers(reader)
    assert listed == tuple(
        sorted(listed, key=lambda each: (list(PartyKind).index(each.kind), each.number, each.name))
    )


def test_other_bodies_and_all_together_stand_there_only_if_they_carry_something(
    empty_database: Database,
) -> None:
    with empty_database.read() as reader:
        listed = carriers(reader)
    assert {each.kind for each in listed} == set(PartyKind) - {PartyKind.OTHER}
    assert "kommunene" not in {each.party for each in listed}
    assert not any(each.applied for each in listed)
