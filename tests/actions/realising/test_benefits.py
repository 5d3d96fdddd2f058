"""Keeping benefits: nobody overwrites unseen, each gets a number of its own, and only those who keep one change it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from portfolio.actions.realising.benefits import add_benefit, keep_benefit
from portfolio.actions.realising.releases import release
from portfolio.lookups.benefits import background
from portfolio.objections import Objection, Objections
from portfolio.people import Forbidden, Person, Stamp
from portfolio.periods import Period
from portfolio.realising.benefits import Baseline, Beneficiary, Benefit, BenefitKind, Rhythm, Target
from portfolio.realising.changes import Fixed, NoReason, UnitInUse
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from portfolio.store.writing import Stale

OWNER, SECRETARIAT, PROJECT_OWNER, ANOTHER_OWNER, READER = (
    "person:lene-bjørkmyra",
    "person:ingrid-solbakken",
    "person:halvard-lyngmoen",
    "person:petter-granholtet",
    "person:signe-holtviken",
)
DRIVING, CASES = "gevinst:2026-002-1", "gevinst:2026-001-1"
CASES_OWNER = "person:maja-elvestadmo"
BASELINE, TARGET = (
    Baseline(value=Decimal(60), on=date(2026, 6, 30), method="", source=""),
    Target(value=Decimal(30), on=date(2028, 12, 31)),
)
NOT_THE_ROLE = ("Your role does not allow this", "")


def test_a_unit_stays_once_values_are_given_in_it(database: Database, stamp: Callable[[str], Stamp]) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    with pytest.raises(UnitInUse) as refused:
        keep_benefit(database, benefit.model_copy(update={"unit": "minutter"}), stamp=stamp(OWNER))
    assert refused.value.about == "unit"


@pytest.fixture
def change(database: Database, stamp: Callable[[str], Stamp]) -> Callable[..., Benefit]:
    """Change a benefit as it stands."""

    def changed(id: str, *, by: str, reason: str = "", **fields: object) -> Benefit:
        with database.read() as look:
            benefit = look.get(Benefit, id).model_copy(update=fields)
        return keep_benefit(database, benefit, reason=reason, stamp=stamp(by))

    return changed


def refusals(refused: pytest.ExceptionInfo[Objection]) -> dict[str, type[Objection]]:
    """Return what was refused, by the field."""
    told = refused.value.listed if isinstance(refused.value, Objections) else (refused.value,)
    return {each.about: type(each) for each in told}


@pytest.mark.parametrize(
    ("moved", "fields"),
    [
        ({"baseline": None}, {"baseline_value", "baseline_on", "baseline_method", "baseline_source"}),
        ({"title": "Raskere svar"}, {"title"}),
        ({"description": "Bare enkle saker"}, {"description"}),
        ({"kind": BenefitKind.BUDGET}, {"kind"}),
        ({"beneficiary": Beneficiary.STATE}, {"beneficiary"}),
        ({"indicator": "Snitt"}, {"indicator"}),
        ({"owner": ANOTHER_OWNER}, {"owner"}),
        ({"target": TARGET}, {"target_value", "target_on"}),
        ({"rhythm": Rhythm.YEARLY}, {"rhythm"}),
        ({"reported_from": date(2026, 12, 1)}, {"reported_from"}),
    ],
)
def test_an_owner_alone_moves_nothing_of_what_is_reported_against(
    database: Database, change: Callable[..., Benefit], moved: dict[str, object], fields: set[str]
) -> None:
    with pytest.raises(Objection) as refused:
        change(CASES, by=CASES_OWNER, reason="Det passer bedre", **moved)
    assert refusals(refused) == dict.fromkeys(fields, Forbidden)
    assert "Ask the project owner, Halvard Lyngmoen, or the secretariat" in str(refused.value)
    with database.read() as reader:
        assert len(reader.versions(Benefit, CASES)) == 1


@pytest.mark.parametrize("who", [PROJECT_OWNER, SECRETARIAT])
def test_the_projects_owner_or_the_secretariat_moves_it_with_a_reason_and_both_stay(
    database: Database, change: Callable[..., Benefit], who: str
) -> None:
    with pytest.raises(NoReason) as refused:
        change(CASES, by=who, target=TARGET)
    assert refused.value.about == "reason"
    change(CASES, by=who, target=TARGET, reason="Målet var satt for høyt")
    with database.read() as reader:
        first, now = reader.versions(Benefit, CASES)
        assert reader.traces(subject=CASES)[0].reason == "Målet var satt for høyt"
    assert first.record is not None
    assert now.record is not None
    assert (first.record.target.value, now.record.target) == (Decimal(12), TARGET)


def test_where_a_benefit_is_taken_from_stays_the_owners_and_needs_no_reason(
    change: Callable[..., Benefit],
) -> None:
    assert change(CASES, by=CASES_OWNER, source="Notat").source == "Notat"


@pytest.mark.parametrize(
    "moved", [{"title": "Raskere svr"}, {"kind": BenefitKind.BUDGET}, {"beneficiary": Beneficiary.STATE}]
)
def test_a_word_of_what_is_promised_takes_a_reason_also_of_those_who_may(
    change: Callable[..., Benefit], moved: dict[str, object]
) -> None:
    with pytest.raises(NoReason):
        change(CASES, by=PROJECT_OWNER, **moved)
    assert change(CASES, by=PROJECT_OWNER, reason="Skrevet feil", **moved).revision > 1


def test_before_anything_is_reported_or_owed_the_owner_moves_it_alone(
    unread: Callable[[date], Benefit], change: Callable[..., Benefit]
) -> None:
    fresh = unread(date(2026, 11, 1))
    assert change(fresh.id, by=CASES_OWNER, target=TARGET, unit="uker").target == TARGET


@pytest.fixture
def unread(database: Database, stamp: Callable[[str], Stamp]) -> Callable[[date], Benefit]:
    """Add a benefit that nothing is reported of, to be reported month by month from a day."""

    def added(day: date) -> Benefit:
        with database.read() as look:
            one = look.get(Benefit, CASES).model_copy(update={"reported_from": day})
        return add_benefit(database, one, stamp=stamp(SECRETARIAT))

    return added


@pytest.mark.parametrize(
    "moved", [{"baseline": None}, {"unit": "uker"}, {"rhythm": Rhythm.YEARLY}, {"owner": ANOTHER_OWNER}]
)
def test_what_is_owed_binds_as_a_reading_does(
    database: Database,
    unread: Callable[[date], Benefit],
    change: Callable[..., Benefit],
    moved: dict[str, object],
) -> None:
    owing = unread(date(2026, 10, 1))
    with pytest.raises(Objection) as refused:
        change(owing.id, by=CASES_OWNER, reason="Det passer bedre", **moved)
    assert set(refusals(refused).values()) == {Forbidden}
    with pytest.raises(NoReason):
        change(owing.id, by=PROJECT_OWNER, **moved)
    kept = change(owing.id, by=PROJECT_OWNER, reason="Avtalt", **moved)
    with database.read() as look:
        behind = background(look, (kept,))
    assert behind.promised(kept) == owing
    assert [each.period.key for each in behind.due(kept, on=date(2026, 11, 23))] == ["2026-10"]


def test_what_is_bound_stays_so_once_it_is_let_off_and_its_plan_looks_ahead(
    database: Database,
    stamp: Callable[[str], Stamp],
    unread: Callable[[date], Benefit],
    change: Callable[..., Benefit],
) -> None:
    owing = unread(date(2026, 10, 1))
    october = Period(date(2026, 10, 1), date(2026, 11, 1))
    release(
        database, owing.id, periods=[october], reason="x", on=date(2026, 11, 23), stamp=stamp(SECRETARIAT)
    )
    change(owing.id, by=PROJECT_OWNER, reason="Utsatt", reported_from=date(2027, 1, 1))
    with pytest.raises(Objection) as refused:
        change(owing.id, by=CASES_OWNER, reason="Lettere", target=TARGET)
    assert set(refusals(refused).values()) == {Forbidden}


def test_a_benefit_that_nothing_is_owed_of_is_handed_over_by_whoever_may_change_it_with_a_reason(
    unread: Callable[[date], Benefit], change: Callable[..., Benefit]
) -> None:
    fresh = unread(date(2026, 11, 1)).id
    with pytest.raises(NoReason):
        change(fresh, by=CASES_OWNER, owner=ANOTHER_OWNER)
    assert change(fresh, by=CASES_OWNER, owner=ANOTHER_OWNER, reason="Bytter jobb").owner == ANOTHER_OWNER


@pytest.mark.parametrize("who", [CASES_OWNER, PROJECT_OWNER, SECRETARIAT])
def test_no_baseline_is_put_after_what_is_reported_nor_in_the_future_whoever_does_it(
    change: Callable[..., Benefit], who: str
) -> None:
    for day in (BASELINE.on, date(2026, 11, 24)):
        baseline = BASELINE.model_copy(update={"on": day})
        with pytest.raises(Objection) as refused:
            change(CASES, by=who, reason="Målt på nytt", baseline=baseline)
        assert set(refusals(refused)) == {"baseline_on"}


def test_what_cannot_be_so_is_refused_alike_when_a_benefit_is_added_and_when_it_is_changed(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        fresh = look.get(Benefit, CASES)
    added = add_benefit(database, fresh, stamp=stamp(SECRETARIAT))
    later = BASELINE.model_copy(update={"on": date(2026, 11, 24)})
    for wrong, field in (
        ({"baseline": later, "target": TARGET}, "baseline_on"),
        ({"target": TARGET.model_copy(update={"on": date(2020, 1, 1)})}, "target_on"),
        ({"reported_from": date(26, 1, 1)}, "reported_from"),
        ({"beneficiary": "alle"}, "beneficiary"),
        ({"owner": "person:ingen"}, "owner"),
        ({"owner": READER}, "owner"),
    ):
        for act in (add_benefit, keep_benefit):
            with pytest.raises(Objection) as refused:
                act(database, added.model_copy(update=wrong), stamp=stamp(SECRETARIAT))
            assert set(refusals(refused)) == {field}


def test_somebody_put_out_of_use_is_not_made_an_owner(
    database: Database, stamp: Callable[[str], Stamp], change: Callable[..., Benefit]
) -> None:
    with database.write(stamp(SECRETARIAT)) as writer:
        gone = writer.get(Person, ANOTHER_OWNER)
        writer.revise(gone.model_copy(update={"active": False}))
        writer.trace("keep_person", gone.id)
    with pytest.raises(Objection) as refused:
        change(CASES, by=SECRETARIAT, owner=ANOTHER_OWNER, reason="Ny eier")
    assert set(refusals(refused)) == {"owner"}


@pytest.mark.parametrize("who", [CASES_OWNER, SECRETARIAT])
def test_a_benefit_stays_in_its_project_and_is_called_an_example_whoever_changes_it(
    change: Callable[..., Benefit], who: str
) -> None:
    with pytest.raises(Objection) as refused:
        change(CASES, by=who, reason="x", proposal="prosjekt:2026-002", example=False)
    assert refusals(refused) == {"proposal": Fixed, "example": Fixed}


def test_a_benefit_is_added_to_a_project_that_is_there(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        nowhere = look.get(Benefit, CASES).model_copy(update={"proposal": "prosjekt:ingen"})
    with pytest.raises(Missing) as refused:
        add_benefit(database, nowhere, stamp=stamp(SECRETARIAT))
    assert refused.value.about == "proposal"


def test_whoever_changes_what_another_has_moved_in_between_is_told_so_and_not_that_they_may_not(
    database: Database, stamp: Callable[[str], Stamp], change: Callable[..., Benefit]
) -> None:
    with database.read() as look:
        seen = look.get(Benefit, CASES)
    change(CASES, by=PROJECT_OWNER, target=TARGET, reason="Nytt mål")
    with pytest.raises(Stale):
        keep_benefit(database, seen.model_copy(update={"title": "Ny"}), stamp=stamp(CASES_OWNER))


def test_the_second_to_change_a_benefit_is_told(database: Database, stamp: Callable[[str], Stamp]) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    keep_benefit(database, benefit.model_copy(update={"source": "Notat"}), stamp=stamp(SECRETARIAT))
    with pytest.raises(Stale):
        keep_benefit(database, benefit.model_copy(update={"source": "Vedtak"}), stamp=stamp(OWNER))


def test_two_benefits_added_with_the_same_id_get_one_each(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
        before = look.count(Benefit, proposal=benefit.proposal)
    first = add_benefit(database, benefit, stamp=stamp(SECRETARIAT))
    second = add_benefit(database, benefit, stamp=stamp(SECRETARIAT))
    assert len({DRIVING, first.id, second.id}) == len(("there", "first", "second"))
    with database.read() as look:
        assert look.count(Benefit, proposal=benefit.proposal) == before + 2
        assert look.get(Benefit, DRIVING) == benefit


def test_a_benefit_of_somebody_elses_is_not_added(database: Database, stamp: Callable[[str], Stamp]) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    with pytest.raises(Forbidden):
        add_benefit(database, benefit, stamp=stamp(ANOTHER_OWNER))


def test_a_projects_owner_adds_benefits_to_it_and_to_no_other(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    own = benefit.model_copy(update={"proposal": "prosjekt:2026-001"})
    assert add_benefit(database, own, stamp=stamp(PROJECT_OWNER)).proposal == own.proposal
    with pytest.raises(Forbidden):
        add_benefit(database, benefit, stamp=stamp(PROJECT_OWNER))


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (READER, NOT_THE_ROLE),
        (
            ANOTHER_OWNER,
            ("Only the benefit's owner, the project's owner and the secretariat may change", "owner"),
        ),
    ],
)
def test_whoever_may_not_change_is_told_whether_it_is_the_role_or_the_benefit(
    database: Database, stamp: Callable[[str], Stamp], who: str, told: tuple[str, str]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    with pytest.raises(Forbidden) as refused:
        keep_benefit(database, benefit.model_copy(update={"title": "Min"}), stamp=stamp(who))
    assert told[0] in str(refused.value)
    assert refused.value.about == told[1]


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (READER, NOT_THE_ROLE),
        (OWNER, ("Only the project's owner and the secretariat may add benefits to it", "proposal")),
    ],
)
def test_whoever_may_not_add_is_told_whether_it_is_the_role_or_the_project(
    database: Database, stamp: Callable[[str], Stamp], who: str, told: tuple[str, str]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    with pytest.raises(Forbidden) as refused:
        add_benefit(database, benefit, stamp=stamp(who))
    assert told[0] in str(refused.value)
    assert refused.value.about == told[1]


def test_a_benefit_is_owned_by_somebody_in_the_register(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        ownerless = look.get(Benefit, DRIVING).model_copy(update={"owner": "person:ingen"})
    with pytest.raises(Missing):
        add_benefit(database, ownerless, stamp=stamp(SECRETARIAT))
    with pytest.raises(Missing):
        keep_benefit(database, ownerless, stamp=stamp(SECRETARIAT))


def test_to_add_a_benefit_and_to_change_it_are_two_things_in_the_trail(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    added = add_benefit(database, benefit, stamp=stamp(SECRETARIAT))
    keep_benefit(database, added.model_copy(update={"source": "Ny"}), stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        traces = reader.traces(subject=added.id)
    assert [each.action for each in traces] == ["keep_benefit", "add_benefit"]


def test_nothing_is_changed_of_a_benefit_that_nobody_has_added(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    with pytest.raises(Missing):
        keep_benefit(database, benefit.model_copy(update={"id": "gevinst:x"}), stamp=stamp(SECRETARIAT))
