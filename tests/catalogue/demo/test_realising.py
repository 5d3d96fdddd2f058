"""The benefits of the example are of every kind, and reported as their owners promised."""

from collections import Counter, defaultdict
from datetime import date

from portfolio.catalogue.demo.demo import demo
from portfolio.periods import Period
from portfolio.realising.benefits import BenefitKind
from portfolio.realising.deadlines import MONTHS, asked, due
from portfolio.realising.readings import Certainty, holding, unreadable

TODAY = date(2026, 11, 23)
HERE = {each.id: each for each in demo().proposals}


def test_there_are_60_benefits_of_every_kind_five_without_a_baseline():
    assert len(demo().benefits) == 60
    assert {each.kind for each in demo().benefits} == set(BenefitKind)
    assert sum(each.baseline is None for each in demo().benefits) == 5
    assert any(each.baseline and each.target.value < each.baseline.value for each in demo().benefits)
    assert all(each.baseline.method and each.baseline.source for each in demo().benefits if each.baseline)


def test_readings_are_readable_and_follow_the_rhythm():
    benefits = {each.id: each for each in demo().benefits}
    for each in demo().readings:
        benefit = benefits[each.benefit]
        assert each.period == Period.holding(each.first, months=MONTHS[benefit.rhythm])
        assert each.first >= benefit.reported_from
        wrong = unreadable(
            benefit,
            period=each.period,
            asked=[due.period for due in asked(benefit, (), on=each.at.date())],
            certainty=each.certainty,
            value=each.value,
            comment=each.comment,
            on=each.at.date(),
        )
        assert wrong == ()


def test_no_benefit_is_reported_before_its_project_began():
    starts = {each.id: HERE[each.proposal].starts for each in demo().benefits}
    assert all(each.first.year >= starts[each.benefit] for each in demo().readings)


def test_there_are_hundreds_of_readings_of_every_certainty_and_some_corrections():
    assert len(demo().readings) > 300
    assert {each.certainty for each in demo().readings} == set(Certainty)
    corrected = [each for each in demo().readings if each.corrects]
    assert len(corrected) >= 3
    by_id = {each.id: each for each in demo().readings}
    for each in corrected:
        first = by_id[each.corrects]
        assert (first.benefit, first.period) == (each.benefit, each.period)
        assert first.at < each.at


def test_one_reading_holds_in_each_period():
    held = Counter((each.benefit, each.period) for each in holding(demo().readings))
    assert set(held.values()) == {1}


def test_some_readings_are_due_from_several_owners():
    by_benefit = defaultdict(list)
    for each in demo().readings:
        by_benefit[each.benefit].append(each)
    owed = [one for each in demo().benefits for one in due(each, by_benefit[each.id], on=TODAY)]
    assert 12 <= len(owed) <= 20
    assert len({one.benefit.owner for one in owed}) >= 6
    assert any(one.late(on=TODAY) for one in owed)
