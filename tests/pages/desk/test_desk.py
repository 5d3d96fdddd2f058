"""The desk: who sits there, on which day, and answers that are given again while the data is the same."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from portfolio.actions.people import NEW, enter_person
from portfolio.pages.desk.desk import Desk
from portfolio.people import Person, Role, Stamp, Verb
from portfolio.store.database import Database
from portfolio.store.reading import Reader

ADMINISTRATOR = "person:are-tangneset"
Seat = Callable[..., Desk]


class Count:
    """A question that remembers how often it was put."""

    def __init__(self) -> None:
        self.put = 0

    def __call__(self, reader: Reader, *, role: Role | None = None) -> int:
        self.put += 1
        return sum(role is None or role in each.roles for each in reader.all(Person))


def test_the_day_is_the_day_in_norway(database: Database, person: Callable[[str], Person]) -> None:
    just_before_midnight = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    desk = Desk(database, person(ADMINISTRATOR), "nb", lambda: just_before_midnight)
    assert desk.today == date(2026, 7, 1)
    assert desk.stamp == Stamp(person=desk.person, at=just_before_midnight)


def test_what_is_offered_follows_the_roles(desk: Seat) -> None:
    assert desk(ADMINISTRATOR).may(Verb.MANAGE_PEOPLE)
    assert not desk(ADMINISTRATOR).may(Verb.ASSESS)


def test_the_same_question_is_put_once_while_the_data_is_the_same(desk: Seat) -> None:
    seat, count = desk(ADMINISTRATOR), Count()
    assert seat.ask(count) == seat.ask(count)
    assert count.put == 1
    assert seat.ask(count, role=Role.MEMBER) < seat.ask(count)
    assert count.put == 2


def test_a_change_by_anybody_puts_the_question_again(desk: Seat, person: Callable[[str], Person]) -> None:
    seat, count = desk(ADMINISTRATOR), Count()
    before = seat.ask(count)
    newcomer = Person(id=NEW, name="Ny", roles=(), organisation="ks")
    enter_person(seat.database, newcomer, stamp=seat.stamp)
    assert seat.ask(count) == before + 1
