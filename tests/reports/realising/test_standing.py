"""How each benefit stands is true after any change, and a value of one makes no other anew."""

from collections.abc import Callable
from decimal import Decimal

from portfolio.people import PROGRAM, Person, Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading
from portfolio.reports.realising.benefits import benefits
from portfolio.reports.realising.standing import STANDING, all_standing, standing
from portfolio.store.database import Database
from portfolio.store.reading import Reader
from portfolio.store.writing import Writer
from tests.databases import AT

ON = AT.date()


def changed(database: Database, do: Callable[[Writer], object]) -> None:
    with database.write(Stamp(person=PROGRAM, at=AT)) as writer:
        do(writer)
        writer.trace("test", "test")


def kept(reader: Reader) -> dict[str, object]:
    """Return how each stands by what is kept, after seeing that it is what would be made anew."""
    found = dict(reader.pieces(STANDING, ON))
    assert found == standing(reader, None, ON)
    return found


def test_after_any_change_what_is_kept_is_what_would_be_made_anew(example: Database) -> None:
    with example.read() as reader:
        before, reading = kept(reader), reader.all(Reading)[0]
        benefit, other = reader.get(Benefit, reading.benefit), reader.all(Benefit)[-1]
        owner, project = reader.get(Person, benefit.owner), reader.get(Proposal, other.proposal)
    value = (reading.value or Decimal(0)) + 1
    again = reading.model_copy(update={"id": "maaling:ny", "value": value, "corrects": reading.id})
    for do in (
        lambda writer: writer.add(again),
        lambda writer: writer.revise(other.model_copy(update={"title": "En annen tittel"})),
        lambda writer: writer.revise(owner.model_copy(update={"name": "Et Annet Navn"})),
        lambda writer: writer.revise(project.model_copy(update={"title": "Et annet prosjekt"})),
    ):
        changed(example, do)
        with example.read() as reader:
            after = kept(reader)
    assert after[benefit.id] != before[benefit.id]
    assert after[other.id] != before[other.id]


def test_a_value_of_one_benefit_leaves_the_others_as_they_are(example: Database) -> None:
    with example.read() as reader:
        before, reading = kept(reader), reader.all(Reading)[0]
    again = reading.model_copy(update={"id": "maaling:ny", "value": Decimal(1), "corrects": reading.id})
    changed(example, lambda writer: writer.add(again))
    with example.read() as reader:
        after = kept(reader)
        assert [id for id in before if after[id] is not before[id]] == [reading.benefit]
        assert all_standing(reader, on=ON) == benefits(reader, on=ON).benefits
