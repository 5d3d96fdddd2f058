"""What a round may be made of, whatever the page has let through: for a new round and for one that is there."""

from collections.abc import Mapping

import pytest

from portfolio.actions.people import keep_person
from portfolio.actions.prioritising.contents import Unfit
from portfolio.actions.prioritising.rounds import begin_round, keep_round
from portfolio.lookups.judging import UnknownMethod
from portfolio.objections import Objections
from portfolio.people import Person, Role
from portfolio.prioritising.rounds import Round
from portfolio.store.database import Database
from tests.rounds import FRESH, READER, SECRETARIAT, TOLK, Stamped, of

ADMINISTRATOR = "person:are-tangneset"
METHOD = "felles/1.0"
CANNOT = (
    ({"proposals": ("prosjekt:finnes-ikke",)}, "proposals"),
    ({"proposals": (TOLK, TOLK)}, "proposals"),
    ({"members": ("person:finnes-ikke",)}, "members"),
    ({"members": (READER,)}, "members"),
    ({"members": (FRESH, FRESH)}, "members"),
)


def begun(database: Database, stamp: Stamped, **what: object) -> Round:
    whole: Mapping[str, object] = {"proposals": (TOLK,), "members": (FRESH,), "method": METHOD, **what}
    return begin_round(database, title="Prøve", stamp=stamp(SECRETARIAT), **whole)  # type: ignore[arg-type]


@pytest.mark.parametrize(("what", "about"), CANNOT)
def test_a_new_round_holds_only_what_is_there_and_those_who_may_assess(
    database: Database, stamp: Stamped, what: dict[str, object], about: str
) -> None:
    with pytest.raises(Unfit) as refused:
        begun(database, stamp, **what)
    assert refused.value.about == about
    with database.read() as reader:
        assert reader.find(Round, "runde:prøve") is None


@pytest.mark.parametrize(("what", "about"), CANNOT)
def test_a_round_that_is_there_takes_in_no_other(
    database: Database, stamp: Stamped, what: dict[str, object], about: str
) -> None:
    made = begun(database, stamp)
    with pytest.raises(Unfit) as refused:
        keep_round(database, made.model_copy(update=what), stamp=stamp(SECRETARIAT))
    assert refused.value.about == about
    with database.read() as reader:
        assert reader.get(Round, made.id) == made


def test_a_round_is_judged_by_a_method_that_is_there(database: Database, stamp: Stamped) -> None:
    made = begun(database, stamp)
    with pytest.raises(UnknownMethod):
        begin_round(
            database, title="x", method="x/1.0", proposals=(TOLK,), members=(FRESH,), stamp=stamp(SECRETARIAT)
        )
    with pytest.raises(UnknownMethod):
        keep_round(database, made.model_copy(update={"method": "x/1.0"}), stamp=stamp(SECRETARIAT))


def test_a_round_is_not_emptied(database: Database, stamp: Stamped) -> None:
    made = begun(database, stamp)
    emptied = made.model_copy(update={"proposals": (), "members": ()})
    with pytest.raises(Objections) as refused:
        keep_round(database, emptied, stamp=stamp(SECRETARIAT))
    assert [each.about for each in refused.value.listed] == ["proposals", "members"]


def test_a_member_who_has_lost_the_role_stays_in_the_round_they_are_in(
    database: Database, stamp: Stamped
) -> None:
    with database.read() as reader:
        member = reader.get(Person, of(database).members[0])
    left = member.model_copy(update={"roles": (Role.READER,)})
    keep_person(database, left, stamp=stamp(ADMINISTRATOR))
    renamed = of(database).model_copy(update={"title": "Et annet navn"})
    assert keep_round(database, renamed, stamp=stamp(SECRETARIAT)).members == of(database).members
