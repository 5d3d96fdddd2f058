"""Benefits and readings come back as they were put in, with every digit of a number."""

import pytest
from sqlalchemy.exc import DBAPIError

from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading
from portfolio.store.database import Database
from tests.databases import AT, of, put
from tests.store.conftest import NOBODY
from tests.store.tables.records import PARTIES, PROPOSALS, REALISING, assert_all_come_back


def test_every_benefit_and_reading_comes_back(known: Database):
    assert_all_come_back(known, *PARTIES, *PROPOSALS, *REALISING)


def test_a_number_keeps_the_zeros_that_somebody_wrote(known: Database):
    put(known, *PARTIES, *PROPOSALS, *REALISING, stamp=NOBODY)
    with known.read() as reader:
        baseline = reader.get(Benefit, "b:1").baseline
        assert baseline is not None
        assert str(baseline.value) == "0.10"
        assert str(reader.get(Reading, "b:1.1").value) == "0.30"


def test_a_correction_may_correct_a_reading_only_once(example: Database):
    with example.read() as reader:
        one = next(each for each in reader.all(Reading) if each.corrects)
    stamp = of(example, one.by, at=AT)
    with pytest.raises(DBAPIError, match=r"(?i)unique"):
        put(example, one.model_copy(update={"id": f"{one.benefit}.99"}), stamp=stamp)
