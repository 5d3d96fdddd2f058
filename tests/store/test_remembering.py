"""An answer is given again while nothing it was made of is touched, and never otherwise: on every kind of database."""

from collections.abc import Callable, Collection, Mapping

import pytest

from portfolio.money import Money
from portfolio.people import PROGRAM, Person, Stamp
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.store import drafts
from portfolio.store.database import Database
from portfolio.store.reading import Reader
from portfolio.store.remembering import REMEMBERED, Memory, Piecemeal
from portfolio.store.writing import Writer
from tests.databases import AT

FIRST, SECOND = "prosjekt:2026-001", "prosjekt:2026-002"


class Count:
    """A question that remembers how often it was put."""

    def __init__(self, put: Callable[..., object]) -> None:
        self._put, self.times = put, 0

    def __call__(self, reader: Reader, *args: object) -> object:
        self.times += 1
        return self._put(reader, *args)


def people(reader: Reader) -> int:
    return len(reader.all(Person))


def titles(reader: Reader) -> tuple[str, ...]:
    return tuple(each.title for each in reader.all(Proposal))


def change(database: Database, do: Callable[[Writer], object]) -> None:
    with database.write(Stamp(person=PROGRAM, at=AT)) as writer:
        do(writer)
        writer.trace("revise_proposal", FIRST, always=True)


def renamed(title: str, id: str = FIRST) -> Callable[[Writer], object]:
    return lambda writer: writer.revise(writer.get(Proposal, id).model_copy(update={"title": title}))


def asked(database: Database, question: Callable[..., object], *args: object) -> object:
    with database.read() as reader:
        return reader.ask(question, *args)


def test_what_others_change_leaves_an_answer_and_what_it_was_made_of_makes_it_anew(example: Database) -> None:
    told, counted = Count(titles), Count(people)
    before = asked(example, told), asked(example, counted)
    change(example, renamed("Et annet navn"))
    after = asked(example, told), asked(example, counted)
    assert (told.times, counted.times) == (2, 1)
    assert before[0] != after[0]
    assert before[1] == after[1]


def test_an_answer_rests_on_all_that_the_answers_within_it_rest_on(example: Database) -> None:
    within = Count(titles)
    outer = Count(lambda reader: (reader.ask(within), people(reader)))
    before = asked(example, outer)
    asked(example, within)
    assert within.times == 1
    change(example, renamed("Et annet navn"))
    assert asked(example, outer) != before
    assert (outer.times, within.times) == (2, 2)


def test_arguments_are_part_of_the_question(example: Database) -> None:
    title = Count(lambda reader, id: reader.get(Proposal, id).title)
    assert asked(example, title, FIRST) != asked(example, title, SECOND)
    asked(example, title, FIRST)
    assert title.times == 2


def test_what_tells_of_the_trail_is_put_again_after_any_trace(example: Database) -> None:
    told = Count(lambda reader: reader.head().seq)
    before = asked(example, told)
    change(example, lambda writer: None)
    assert asked(example, told) == before + 1  # type: ignore[operator]


def test_what_rests_on_something_nobody_counts_is_never_given_again(example: Database) -> None:
    told = Count(lambda reader: drafts.draft(reader, person=PROGRAM.id, form="f"))
    assert asked(example, told) == {}
    drafts.keep(example, {"a": "b"}, person=PROGRAM.id, form="f", at=AT)
    assert asked(example, told) == {"a": "b"}


def test_whoever_writes_is_answered_by_what_stands_there_now(example: Database) -> None:
    asked(example, titles)
    with example.write(Stamp(person=PROGRAM, at=AT)) as writer:
        renamed("Midt i en endring")(writer)
        assert "Midt i en endring" in writer.ask(titles)
        writer.trace("revise_proposal", FIRST)


def test_a_change_by_another_process_is_seen(example: Database) -> None:
    asked(example, titles)
    another = Database(example.url)
    change(another, renamed("Fra en annen prosess"))
    another.close()
    assert "Fra en annen prosess" in asked(example, titles)  # type: ignore[operator]


def test_a_look_at_an_older_moment_neither_takes_nor_leaves_an_answer(
    example: Database, place: "object"
) -> None:
    told = Count(titles)
    if not place.looks_beside_a_change(example):  # type: ignore[attr-defined]
        pytest.skip("nobody may look while somebody writes")
    with example.read() as older:
        before = older.ask(told)
        change(example, renamed("Nytt"))
        assert "Nytt" in asked(example, told)  # type: ignore[operator]
        assert older.ask(told) == before
    assert "Nytt" in asked(example, told)  # type: ignore[operator]


def test_of_pieces_only_those_that_are_touched_are_made_anew(example: Database) -> None:
    made: list[Collection[str] | None] = []

    def cost(reader: Reader, subjects: Collection[str] | None) -> Mapping[str, int]:
        made.append(None if subjects is None else set(subjects))
        some = {} if subjects is None else {"id": list(subjects)}
        lines = reader.all(CostLine)
        return {
            each.id: sum(line.amount.ore for line in lines if line.proposal == each.id)
            for each in reader.all(Proposal, **some)
        }

    question = Piecemeal(cost, of={Proposal: "id", CostLine: "proposal"})

    def pieces() -> Mapping[str, int]:
        with example.read() as reader:
            found, anew = reader.pieces(question), cost(reader, None)
            made.pop()
        assert found == anew
        return found

    before = pieces()
    (line, *_) = [each for each in _all(example, CostLine) if each.proposal == FIRST]
    change(example, lambda writer: writer.remove(CostLine, line.id))
    assert pieces()[FIRST] == before[FIRST] - line.amount.ore
    change(example, lambda writer: writer.add(line.model_copy(update={"amount": Money(1)})))
    pieces()
    change(example, lambda writer: writer.revise(_inactive(writer)))
    pieces()
    assert made == [None, {FIRST}, {FIRST}]


def test_where_much_is_touched_at_once_all_is_made_anew(example: Database) -> None:
    made: list[object] = []

    def named(reader: Reader, subjects: Collection[str] | None) -> Mapping[str, str]:
        made.append(subjects)
        return {each.id: each.title for each in reader.all(Proposal)}

    question = Piecemeal(named, of={Proposal: "id"}, most=1)
    with example.read() as reader:
        reader.pieces(question)
    change(example, lambda writer: [renamed(f"Navn {id}", id)(writer) for id in (FIRST, SECOND)])
    with example.read() as reader:
        assert reader.pieces(question)[SECOND] == f"Navn {SECOND}"
    assert made == [None, None]


def test_the_answer_not_asked_for_longest_goes_first(example: Database) -> None:
    questions = [Count(people) for _ in range(REMEMBERED + 1)]
    for each in (*questions[:-1], questions[0], questions[-1], questions[0], questions[1]):
        asked(example, each)
    assert (questions[0].times, questions[1].times) == (1, 2)


def test_a_database_put_back_from_a_copy_is_answered_by_what_it_says(example: Database) -> None:
    """The trail of another database ends elsewhere, or has another trace of the same number."""
    memory = Memory()
    with example.read() as reader:
        first = Reader(reader._connection, memory=memory)
        assert first.ask(titles)
    change(example, renamed("En annen historie"))
    with example.read() as reader:
        second = Reader(reader._connection, memory=memory)
        memory._end = type(second.stands_at)(second.stands_at.seq - 1, "another")
        memory._touched.clear()
        assert "En annen historie" in second.ask(titles)


def _all(database: Database, noun: type) -> tuple:  # type: ignore[type-arg]
    with database.read() as reader:
        return reader.all(noun)


def _inactive(writer: Writer) -> Person:
    person = next(each for each in writer.all(Person) if each.active)
    return person.model_copy(update={"active": False})
