"""Two people in the same form: the second is told who was first, keeps what they typed, and decides."""

import pytest
from streamlit.testing.v1 import AppTest

from portfolio.actions.proposals.proposals import revise_proposal
from portfolio.money import Money
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.writing import Stale
from tests.databases import AT, of

ID = "prosjekt:2026-001"
FIRST, SECOND = "person:ingrid-solbakken", "person:torvald-myrhaug"


def page(database, who: str) -> None:
    """A form with one line of text, as a page of ours draws it."""
    from datetime import UTC, datetime

    import streamlit as st

    from portfolio.actions.proposals.proposals import revise_proposal
    from portfolio.pages.desk.desk import Desk
    from portfolio.pages.desk.forms import Form
    from portfolio.people import Person
    from portfolio.proposals.costs import CostLine
    from portfolio.proposals.proposal import Proposal

    with database.read() as reader:
        person = reader.get(Person, who)
        proposal = reader.get(Proposal, "prosjekt:2026-001")
        costs = {line.year: line.amount for line in reader.all(CostLine, proposal=proposal.id)}
    desk = Desk(database, person, "en", lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
    form = Form(desk, f"proposal.{proposal.id}", revision=proposal.revision)
    title = form.text("title", "Title", proposal.title)

    def act() -> None:
        mine = proposal.model_copy(update={"title": title, "revision": form.seen})
        revise_proposal(database, mine, costs=costs, stamp=desk.stamp)

    if form.save("Save", key="save") and form.attempt(act):
        st.success("saved")


@pytest.fixture
def seats(example: Database) -> tuple[AppTest, AppTest]:
    first, second = (
        AppTest.from_function(page, kwargs={"database": example, "who": who}, default_timeout=30)
        for who in (FIRST, SECOND)
    )
    return first.run(), second.run()


def test_the_second_is_told_and_keeps_what_they_typed(example: Database, seats: tuple[AppTest, AppTest]):
    first, second = seats
    _save(first, "Ingrids tittel")
    _save(second, "Torvalds tittel")
    assert first.success
    assert not second.success
    told = " ".join(each.value for each in second.warning)
    assert "Ingrid Solbakken" in told
    assert "Ingrids tittel" in told
    assert second.text_input[0].value == "Torvalds tittel"
    assert _title(example) == "Ingrids tittel"


def test_what_the_second_typed_is_there_after_a_reload(example: Database, seats: tuple[AppTest, AppTest]):
    first, second = seats
    _save(first, "Ingrids tittel")
    _save(second, "Torvalds tittel")
    again = AppTest.from_function(page, kwargs={"database": example, "who": SECOND}, default_timeout=30).run()
    assert again.text_input[0].value == "Torvalds tittel"
    again.button(key="save").click().run()
    assert again.warning
    assert _title(example) == "Ingrids tittel"


def test_the_second_may_save_over_it_once_they_have_seen_it(
    example: Database, seats: tuple[AppTest, AppTest]
):
    first, second = seats
    _save(first, "Ingrids tittel")
    _save(second, "Torvalds tittel")
    _press(second, "mine")
    assert second.success
    assert _title(example) == "Torvalds tittel"


def test_the_second_may_let_their_own_go(example: Database, seats: tuple[AppTest, AppTest]):
    first, second = seats
    _save(first, "Ingrids tittel")
    _save(second, "Torvalds tittel")
    assert _press(second, "theirs").text_input[0].value == "Ingrids tittel"
    assert _title(example) == "Ingrids tittel"


def test_a_change_of_the_costs_alone_is_also_told(example: Database):
    with example.read() as reader:
        seen = reader.get(Proposal, ID)
        costs = {line.year: line.amount for line in reader.all(CostLine, proposal=ID)}
    year = max(costs)
    revise_proposal(example, seen, costs=costs | {year: Money(1)}, stamp=of(example, FIRST, at=AT))
    with pytest.raises(Stale) as told:
        revise_proposal(example, seen, costs=costs | {year: Money(2)}, stamp=of(example, SECOND))
    assert told.value.message.facts == {"who": "Ingrid Solbakken", "when": AT}


def _save(seat: AppTest, title: str) -> None:
    seat.text_input[0].set_value(title).run()
    seat.button(key="save").click().run()
    assert not seat.exception


def _press(seat: AppTest, which: str) -> AppTest:
    (button,) = [each for each in seat.button if str(each.key).endswith(f".{which}")]
    return button.click().run()


def _title(database: Database) -> str:
    with database.read() as reader:
        return reader.get(Proposal, ID).title
