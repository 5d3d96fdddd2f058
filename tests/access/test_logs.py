"""No name, address or word that people wrote reaches the log, however an action fails."""

import logging

import pytest
from sqlalchemy import event

from portfolio.actions.people import NEW, enter_person
from portfolio.actions.proposals.proposals import propose
from portfolio.actions.realising.readings import report
from portfolio.objections import Objection
from portfolio.people import Person, Role, Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.deadlines import due
from portfolio.realising.readings import Certainty, Reading
from portfolio.store.database import Database
from portfolio.web.mishaps import reporting
from tests.databases import AT, of

CANARY = "Kanari"
NAME, CONTACT, WORDS = "Kanari Fuglesang", "kanari@fuglesang.example", "Kanari skrev dette i fortrolighet"


@pytest.fixture
def canary(example: Database) -> Stamp:
    """Somebody whose name is nowhere else."""
    person = Person(id=NEW, name=NAME, roles=tuple(Role), organisation="ks")
    kept = enter_person(example, person, stamp=of(example, "person:are-tangneset"))
    return Stamp(person=kept, at=AT)


def _propose(database: Database, stamp: Stamp) -> None:
    proposal = Proposal(
        id="prosjekt:k", reference="k", title=WORDS, summary=WORDS, contact=CONTACT, owner_party="ks"
    )
    propose(database, proposal, costs={}, stamp=stamp)


def _twice(database: Database, stamp: Stamp) -> None:
    with database.write(stamp) as writer:
        writer.add(stamp.person)


def _of_nowhere(database: Database, stamp: Stamp) -> None:
    lost = stamp.person.model_copy(update={"id": NEW, "organisation": "finnes-ikke"})
    with database.write(stamp) as writer:
        writer.add(lost)


def _report(database: Database, stamp: Stamp) -> None:
    with database.read() as reading:
        owed = [
            each
            for benefit in reading.all(Benefit)
            for each in due(benefit, reading.all(Reading, benefit=benefit.id), on=AT.date())
        ]
    benefit, period = owed[0].benefit, owed[0].period
    report(
        database,
        benefit.id,
        period=period,
        certainty=Certainty.NOT_MEASURED,
        value=None,
        comment=WORDS,
        on=AT.date(),
        stamp=stamp,
    )


@pytest.mark.parametrize("act", [_propose, _twice, _of_nowhere, _report])
def test_what_people_wrote_is_not_in_the_log_of_a_failing_action(
    example: Database, canary: Stamp, act, caplog: pytest.LogCaptureFixture
):
    said = []
    with caplog.at_level(logging.INFO):
        for failing in ("insert", "update", "trail", "never"):
            try:
                with _failing(example, failing):
                    act(example, canary)
            except Objection:
                continue
            except Exception as error:
                reporting(said.append)(error)
                logging.getLogger("portfolio").error("%s", error)
    assert said
    assert "Reference" in caplog.text
    assert CANARY.casefold() not in caplog.text.casefold()
    assert CANARY.casefold() not in str(said).casefold()


def test_an_action_that_goes_well_logs_no_more(
    example: Database, canary: Stamp, caplog: pytest.LogCaptureFixture
):
    with caplog.at_level(logging.INFO):
        _propose(example, canary)
    assert CANARY.casefold() not in caplog.text.casefold()


class _failing:  # noqa: N801
    """Let the database refuse each statement that begins so, with what it says of a value out of range."""

    def __init__(self, database: Database, word: str) -> None:
        self.writer, self.word = database._writer, word

    def __enter__(self) -> None:
        event.listen(self.writer, "before_cursor_execute", self._spoil, retval=True)

    def __exit__(self, *_: object) -> None:
        event.remove(self.writer, "before_cursor_execute", self._spoil)

    def _spoil(self, _connection, _cursor, statement: str, parameters, *_: object):
        spoilt = self.word in statement.casefold() and self.word != "never"
        return (f"{statement} !" if spoilt else statement), parameters
