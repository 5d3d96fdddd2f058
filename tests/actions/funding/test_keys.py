"""Who shares a joint contribution is said by finance staff from a day on, and what is paid stays as it was divided."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

import pytest

from portfolio.actions.funding.contributions import NoReason, advance_amount, contribute, correct
from portfolio.actions.funding.keys import TooFarAhead, share_by
from portfolio.actions.starting import begin
from portfolio.catalogue import reference
from portfolio.funding.divisions import AlreadyPaid, Division
from portfolio.funding.keys import NoInhabitants, NotShared, Sharing
from portfolio.funding.ledger import Entry, Place
from portfolio.funding.stages import Stage
from portfolio.lookups.carrying import seal
from portfolio.money import Money, total
from portfolio.parties import JOINT
from portfolio.people import Forbidden, Stamp
from portfolio.periods import EARLIEST, TooEarly
from portfolio.reports.checking import check
from portfolio.reports.funding.parties import party_story
from portfolio.reports.funding.project import funded_project
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from portfolio.store.writing import Stale
from tests.databases import of, put
from tests.funding.equal_parts import EqualParts
from tests.funding.sealed import seen

FINANCE, OTHER, SECRETARIAT = "person:geir-mosengtun", "person:wenche-rabbenes", "person:ingrid-solbakken"
PROJECT, UNSHARED = "prosjekt:2026-001", "prosjekt:2026-024"
UNPAID = "prosjekt:2026-018"
OSLO, BERGEN = "kommune:0301", "kommune:4601"
Stamped = Callable[[str], Stamp]


def keep(
    database: Database, sharing: Sharing, stamp: Stamp, *, reason: str = "Flere vil være med."
) -> Sharing:
    """Say who shares, having looked right before."""
    return share_by(database, sharing, seen=seen(database, sharing.proposal), reason=reason, stamp=stamp)


def stored(database: Database, project: str = PROJECT) -> tuple[Sharing, ...]:
    with database.read() as reader:
        return reader.all(Sharing, proposal=project)


def carried(database: Database, stage: str, project: str = PROJECT) -> Mapping[str, int]:
    """Return what each carries of what has reached a stage, in øre."""
    with database.read() as reader:
        return {each.party.id: getattr(each, stage).ore for each in funded_project(reader, project).parts}


def unkept(database: Database) -> list[str]:
    """Return the rules of the check that do not hold."""
    with database.read() as reader:
        return [each.name.text for each in check(reader) if not each.holds]


def key(project: str, *members: str, since: date = EARLIEST) -> Sharing:
    """Return a key as somebody sends it."""
    return Sharing(
        id=f"fordeling:{project}",
        proposal=project,
        applies_from=since,
        on=date(2026, 1, 1),
        members=members or (OSLO,),
    )


def test_a_key_that_two_make_at_once_is_not_overwritten(database: Database, stamp: Stamped) -> None:
    looked = seen(database, UNSHARED)
    share_by(database, key(UNSHARED), seen=looked, stamp=stamp(FINANCE))
    with pytest.raises(Stale) as refused:
        share_by(database, key(UNSHARED, BERGEN), seen=looked, stamp=stamp(OTHER))
    assert refused.value.message.facts["who"] == "Geir Mosengtun"
    (kept,) = stored(database, UNSHARED)
    assert (kept.members, kept.revision) == ((OSLO,), 1)


def test_a_payment_after_somebody_looked_refuses_the_key_they_saw(database: Database, stamp: Stamped) -> None:
    looked = seen(database, PROJECT)
    pay(database, 2026, 100_01, stamp(OTHER))
    with pytest.raises(Stale):
        share_by(
            database, key(PROJECT, since=date(2026, 12, 1)), seen=looked, reason="x", stamp=stamp(FINANCE)
        )
    assert len(stored(database)) == 1


def test_a_key_by_which_nothing_is_paid_is_changed_whatever_id_it_has(
    database: Database, stamp: Stamped
) -> None:
    (before,) = stored(database, UNPAID)
    kept = keep(database, key(UNPAID), stamp(FINANCE))
    assert (kept.id, kept.revision) == (before.id, before.revision + 1)
    assert stored(database, UNPAID) == (kept,)


def test_the_same_key_again_changes_nothing_and_needs_no_reason(database: Database, stamp: Stamped) -> None:
    (before,) = stored(database)
    with database.read() as reader:
        head = reader.head()
    assert keep(database, before, stamp(FINANCE), reason="") == before
    with database.read() as reader:
        assert reader.head() == head


@pytest.mark.parametrize("member", ["ks", "fylke:11", JOINT, "kommune:9999"])
def test_only_municipalities_share(database: Database, stamp: Stamped, member: str) -> None:
    with pytest.raises(NotShared) as refused:
        keep(database, key(UNSHARED, member), stamp(FINANCE))
    assert refused.value.about == "members"


def test_a_day_without_population_is_refused(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NoInhabitants) as refused:
        keep(database, key(UNSHARED).model_copy(update={"on": date(1999, 1, 1)}), stamp(FINANCE))
    assert refused.value.about == "on"


def test_a_key_is_for_a_project_that_is_there(database: Database, stamp: Stamped) -> None:
    with pytest.raises(Missing):
        keep(database, key("prosjekt:ukjent"), stamp(FINANCE))


def test_only_finance_says_who_shares(database: Database, stamp: Stamped) -> None:
    with pytest.raises(Forbidden):
        keep(database, key(UNSHARED), stamp(SECRETARIAT))
    assert stored(database, UNSHARED) == ()


def test_a_change_of_a_key_leaves_a_trace_with_its_reason(database: Database, stamp: Stamped) -> None:
    keep(database, key(UNPAID), stamp(FINANCE), reason=" Bare Oslo er med nå. ")
    with database.read() as reader:
        (trace,) = reader.traces(most=1)
    assert (trace.action, trace.subject, trace.reason) == ("share_by", UNPAID, "Bare Oslo er med nå.")


@pytest.mark.parametrize("reason", ["", " \u200b"])
def test_a_key_is_not_changed_without_a_reason(database: Database, stamp: Stamped, reason: str) -> None:
    with pytest.raises(NoReason) as refused:
        keep(database, key(UNPAID), stamp(FINANCE), reason=reason)
    assert refused.value.about == "reason"


def test_a_key_that_is_changed_after_payment_leaves_what_is_paid_and_shares_the_rest(
    database: Database, stamp: Stamped
) -> None:
    """Three paid 100,01 together, and what they had paid became a part of what 357 share."""
    three = (OSLO, BERGEN, "kommune:5001")
    keep(database, key(UNSHARED, *three), stamp(FINANCE))
    give(database, 300_03, stamp(FINANCE))
    pay(database, 2027, 100_01, stamp(FINANCE), project=UNSHARED, on=date(2026, 11, 20))
    before = carried(database, "paid", UNSHARED)
    assert set(before) == set(three)
    assert sum(before.values()) == 100_01
    everybody = tuple(each.id for each in reference.parties() if each.id.startswith("kommune:"))
    later = keep(database, key(UNSHARED, *everybody, since=date(2026, 11, 21)), stamp(FINANCE))
    assert later.id == f"fordeling:{UNSHARED}.2026-11-21"
    paid, promised = carried(database, "paid", UNSHARED), carried(database, "promised", UNSHARED)
    assert {party: ore for party, ore in paid.items() if ore} == before
    assert sum(promised.values()) == 300_03
    assert len([ore for ore in promised.values() if ore]) > 300
    pay(database, 2027, 200_02, stamp(FINANCE), project=UNSHARED, on=date(2026, 11, 22))
    assert carried(database, "paid", UNSHARED) == promised
    with database.read() as reader:
        story = party_story(reader, BERGEN)
        divided = sorted(reader.all(Division, proposal=UNSHARED), key=lambda each: each.on)
    assert [each.key for each in divided] == [f"fordeling:{UNSHARED}", later.id]
    assert next(line for line in story.lines if line.proposal == UNSHARED).paid.ore == promised[BERGEN]
    assert unkept(database) == []


def test_what_is_paid_earlier_and_entered_later_is_divided_by_the_key_of_its_day(
    database: Database, stamp: Stamped
) -> None:
    keep(database, key(UNSHARED), stamp(FINANCE))
    give(database, 900, stamp(FINANCE))
    keep(database, key(UNSHARED, BERGEN, since=date(2026, 7, 1)), stamp(FINANCE))
    pay(database, 2027, 500, stamp(FINANCE), project=UNSHARED, on=date(2026, 7, 1))
    pay(database, 2027, 300, stamp(FINANCE), project=UNSHARED, on=date(2026, 6, 30))
    assert carried(database, "paid", UNSHARED) == {OSLO: 300, BERGEN: 500}
    assert carried(database, "promised", UNSHARED) == {OSLO: 300, BERGEN: 600}
    assert unkept(database) == []


@pytest.mark.parametrize("since", [EARLIEST, date(2026, 6, 17), date(2026, 1, 1)])
def test_a_key_that_would_hold_of_what_is_paid_is_refused_with_how_much_and_from_when(
    database: Database, stamp: Stamped, since: date
) -> None:
    with pytest.raises(AlreadyPaid) as refused:
        keep(database, key(PROJECT, since=since), stamp(FINANCE))
    assert refused.value.about == "applies_from"
    assert refused.value.message.facts == {"paid": Money(3_237_600_00), "day": date(2026, 6, 18)}
    keep(database, key(PROJECT, since=date(2026, 6, 18)), stamp(FINANCE))
    assert unkept(database) == []


def test_what_is_paid_and_undone_does_not_stand_in_the_way_and_is_taken_back_as_it_was_divided(
    database: Database, stamp: Stamped
) -> None:
    with database.read() as reader:
        (wrong,) = reader.all(Entry, proposal=PROJECT, party=JOINT, stage=Stage.PAID)
    correct(database, wrong.id, note="Feil nøkkel.", on=date(2026, 11, 23), stamp=stamp(FINANCE))
    assert not any(carried(database, "paid").values())
    with database.read() as reader:
        first, second = sorted(reader.all(Division, proposal=PROJECT), key=lambda each: each.on)
    assert {party: -ore for party, ore in second.parts.items()} == first.parts
    kept = keep(database, key(PROJECT), stamp(FINANCE))
    assert (kept.revision, unkept(database)) == (2, [])
    pay(database, 2026, 100, stamp(FINANCE))
    assert carried(database, "paid") == {OSLO: 100}
    assert unkept(database) == []


def test_a_payment_is_taken_back_by_its_own_key_whatever_applies_now(
    database: Database, stamp: Stamped
) -> None:
    keep(database, key(PROJECT, since=date(2026, 6, 18)), stamp(FINANCE))
    with database.read() as reader:
        (wrong,) = reader.all(Entry, proposal=PROJECT, party=JOINT, stage=Stage.PAID)
    correct(database, wrong.id, note="Feil.", on=date(2026, 11, 23), stamp=stamp(FINANCE))
    assert not any(carried(database, "paid").values())
    assert unkept(database) == []


@pytest.mark.parametrize(
    ("since", "refusal"),
    [(date(1, 1, 1), TooEarly), (date(1999, 12, 31), TooEarly), (date(2028, 1, 1), TooFarAhead)],
)
def test_the_day_a_key_applies_from_is_one_that_can_be_right(
    database: Database, stamp: Stamped, since: date, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal) as refused:
        keep(database, key(PROJECT, since=since), stamp(FINANCE))
    assert getattr(refused.value, "about") == "applies_from"  # noqa: B009
    assert len(stored(database)) == 1


def test_the_first_key_divides_what_was_paid_before_anybody_said_who_shares(
    database: Database, stamp: Stamped
) -> None:
    """An import may bring in money that is paid already, of a project that nobody has been able to set a key for."""
    paid = Entry(
        id=f"bidrag:{UNSHARED}.900",
        proposal=UNSHARED,
        party=JOINT,
        year=2026,
        stage=Stage.PAID,
        amount=Money(100_01),
        on=date(2026, 3, 1),
    )
    put(database, paid, stamp=stamp(FINANCE))
    kept = keep(database, key(UNSHARED, OSLO, BERGEN, since=date(2026, 10, 1)), stamp(FINANCE), reason="")
    assert (kept.id, kept.applies_from) == (f"fordeling:{UNSHARED}", EARLIEST)
    with database.read() as reader:
        (division,) = reader.all(Division, proposal=UNSHARED)
    assert (division.id, division.key, division.amount) == (paid.id, kept.id, Money(100_01))
    assert sum(carried(database, "paid", UNSHARED).values()) == 100_01
    assert unkept(database) == []


def test_a_population_that_is_corrected_later_does_not_move_what_is_paid(
    database: Database, stamp: Stamped, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, promised = carried(database, "paid"), carried(database, "promised")
    corrected = tuple(
        each.model_copy(update={"inhabitants": each.inhabitants * 3}) if each.party == BERGEN else each
        for each in reference.populations()
    )
    monkeypatch.setattr("portfolio.actions.starting.populations", lambda: corrected)
    begin(database, at=datetime(2026, 12, 1, tzinfo=UTC))
    assert carried(database, "paid") == before
    assert carried(database, "promised") != promised
    assert unkept(database) == []


def test_a_key_of_another_kind_is_kept_shared_by_and_told_of_on_every_database(
    example: Database, equal_parts: EqualParts
) -> None:
    """The day is one of which no population is known, since the rule counts nobody."""
    (before,) = stored(example)
    other = before.model_copy(
        update={"rule": equal_parts, "on": date(1999, 1, 1), "applies_from": date(2026, 11, 1)}
    )
    kept = keep(example, other, of(example, FINANCE))
    with example.read() as reader:
        assert reader.get(Sharing, kept.id) == kept
        seal_then = seal(reader, PROJECT)
        answer = funded_project(reader, PROJECT, year=2028)
    assert (kept.rule, seal_then) == (equal_parts, seen(example, PROJECT))
    assert total(part.promised for part in answer.parts) == total(each.promised for each in answer.joint)
    promised = [part.promised.ore for part in answer.parts]
    assert max(promised) - min(promised) <= 1
    assert {part.inhabitants for part in answer.parts} == {None}
    assert unkept(example) == []


def give(database: Database, ore: int, stamp: Stamp) -> None:
    """Let the municipalities promise an amount for 2027 together."""
    place = Place(UNSHARED, JOINT, 2027)
    contribute(database, place, Money(ore), stage=Stage.PROMISED, on=date(2026, 5, 1), stamp=stamp)
    advance_amount(
        database, place, Money(ore), from_=Stage.PROMISED, to=Stage.AGREED, on=date(2026, 5, 1), stamp=stamp
    )


def pay(
    database: Database,
    year: int,
    ore: int,
    stamp: Stamp,
    *,
    project: str = PROJECT,
    on: date = date(2026, 11, 23),
) -> None:
    """Let the municipalities pay an amount that is agreed with them."""
    place = Place(project, JOINT, year)
    advance_amount(database, place, Money(ore), from_=Stage.AGREED, to=Stage.PAID, on=on, stamp=stamp)
