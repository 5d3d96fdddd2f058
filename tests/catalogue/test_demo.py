import json
from collections import Counter, defaultdict
from datetime import UTC, date, datetime, time

import pytest

from portfolio.catalogue.demo import SOURCE, demo
from portfolio.catalogue.methods import methods
from portfolio.catalogue.reference import DATA, parties, populations
from portfolio.catalogue.strategy import goals
from portfolio.funding.contributions import ONWARD, Stage
from portfolio.funding.keys import shares
from portfolio.funding.ledger import Place, move, positions, within
from portfolio.money import Money, total
from portfolio.parties import JOINT, Side
from portfolio.people import Role
from portfolio.periods import Period
from portfolio.prioritising.decisions import departs, unexplained
from portfolio.prioritising.disagreement import disagreement
from portfolio.prioritising.gates import Standing, standing, unanswered
from portfolio.prioritising.impartiality import suggested
from portfolio.prioritising.marks import off_scale, unmarked
from portfolio.prioritising.ranking import Judged, rank
from portfolio.prioritising.rounds import RoundPhase
from portfolio.proposals.proposal import Phase
from portfolio.proposals.readiness import unready
from portfolio.realising.benefits import BenefitKind
from portfolio.realising.readings import MONTHS, Certainty, due, unreadable
from portfolio.realising.readings import standing as holding

TODAY = date(2026, 11, 23)
HERE = {each.id: each for each in demo().proposals}
PEOPLE = {each.id: each for each in demo().people}
PARTIES = {each.id: each for each in (*parties(), *demo().parties)}
SPRING, AUTUMN = demo().rounds
METHOD = methods()[SPRING.method]


def standings(round_):
    answers = defaultdict(list)
    for each in demo().gate_answers:
        if each.round == round_.id:
            answers[each.proposal].append(each)
    return {id: standing(METHOD, HERE[id], answers[id]) for id in round_.proposals}


def aside(round_):
    return {
        (each.member, each.proposal)
        for each in demo().impartiality
        if each.round == round_.id and each.interest
    }


def assessments(round_):
    gathered = defaultdict(dict)
    for each in demo().marks:
        if each.round == round_.id:
            gathered[each.member, each.proposal][each.criterion] = each.mark
    return gathered


def wanted(round_):
    ready = [id for id, where in standings(round_).items() if where is Standing.READY]
    return {(member, id) for member in round_.members for id in ready} - aside(round_)


def ranking(round_):
    marks, given = defaultdict(lambda: defaultdict(list)), Counter()
    for (_, proposal), each in assessments(round_).items():
        given[proposal] += len(each)
        for criterion, mark in each.items():
            marks[proposal][criterion] += [mark] if mark is not None else []
    expected = Counter(proposal for _, proposal in wanted(round_))
    judged = [
        Judged(id, marks[id], given[id], expected[id] * len(METHOD.criteria))
        for id, where in standings(round_).items()
        if where is Standing.READY
    ]
    return rank(METHOD, judged)


# What everything has in common


def test_every_record_has_an_id_of_its_own():
    for records in (getattr(demo(), name) for name in demo().__slots__):
        ids = [each.id for each in records]
        assert len(set(ids)) == len(ids)


def test_everything_says_that_it_is_invented():
    assert all(each.example for each in (*demo().people, *demo().rounds))
    for each in (*demo().proposals, *demo().benefits):
        assert each.example
        assert each.source == SOURCE == "Eksempeldata (oppdiktet)"
    assert all("oppdiktet" in each.name for each in demo().parties)


def test_everything_that_is_pointed_at_is_there():
    pointed_at = [
        *(each.organisation for each in demo().people),
        *(each.owner_party for each in demo().proposals),
        *(partner for each in demo().proposals for partner in each.partners),
        *(each.party for each in demo().entries),
        *(member for each in demo().sharings for member in each.members),
    ]
    assert set(pointed_at) <= set(PARTIES)
    owners = {each.owner_person for each in demo().proposals} - {None}
    assert {
        *owners,
        *(each.owner for each in demo().benefits),
        *(each.by for each in demo().readings),
    } <= set(PEOPLE)
    for name in ("costs", "gate_answers", "impartiality", "marks", "recommendations", "decisions"):
        assert {each.proposal for each in getattr(demo(), name)} <= set(HERE)
    for name in ("entries", "sharings", "benefits"):
        assert {each.proposal for each in getattr(demo(), name)} <= set(HERE)
    assert {each.benefit for each in demo().readings} <= {each.id for each in demo().benefits}


def test_nothing_has_happened_after_today():
    assert max(each.on for each in demo().entries) <= TODAY
    assert max(each.on for each in demo().decisions) <= TODAY
    assert max(each.at for each in demo().readings) <= datetime.combine(TODAY, time(), UTC)


def test_every_file_is_described():
    package = json.loads((DATA / "demo" / "datapackage.json").read_text(encoding="utf-8"))
    described = {each["path"] for each in package["resources"]}
    assert described == {each.name for each in (DATA / "demo").iterdir()} - {"datapackage.json"}
    assert {each["name"] for each in package["resources"]} == set(demo().__slots__)


# People and proposals


def test_every_role_is_held_and_the_council_has_nine_members():
    roles = Counter(role for each in demo().people for role in each.roles)
    assert set(roles) == set(Role)
    assert roles[Role.MEMBER] == 9
    organisations = [each.organisation for each in demo().people if Role.MEMBER in each.roles]
    assert len(set(organisations)) == 9


def test_there_are_24_proposals_ready_to_be_assessed():
    assert [each.reference for each in demo().proposals] == [f"2026-{at:03d}" for at in range(1, 25)]
    for each in demo().proposals:
        costs = [line for line in demo().costs if line.proposal == each.id]
        assert unready(each, costs) == ()
        assert all((each.summary, each.need, each.solution, each.zero_alternative))


def test_the_proposals_are_of_many_sorts():
    assert {each.phase for each in demo().proposals} >= {
        Phase.IDEA,
        Phase.CONCEPT,
        Phase.PLAN,
        Phase.CARRY_OUT,
        Phase.REALISE,
    }
    assert max(len(each.title) for each in demo().proposals) == 90
    assert sum(bool(each.statutory) for each in demo().proposals) == 2
    assert {PARTIES[each.owner_party].side for each in demo().proposals} == {Side.STATE, Side.LOCAL}
    assert any(line.amount.ore % 100 for line in demo().costs)


def test_every_goal_is_one_of_the_25_of_the_strategy():
    known = {each.key for each in goals()}
    assert len(known) == 25
    assert {goal for each in demo().proposals for goal in each.goals} <= known


# Rounds


@pytest.mark.parametrize("round_", demo().rounds, ids=lambda each: each.id)
def test_every_requirement_is_answered_with_a_reason(round_):
    for id in round_.proposals:
        answers = [each for each in demo().gate_answers if (each.round, each.proposal) == (round_.id, id)]
        assert unanswered(METHOD, answers) == ()
        assert len(answers) == len(METHOD.gates)
        assert all(each.reason for each in answers)


@pytest.mark.parametrize("round_", demo().rounds, ids=lambda each: each.id)
def test_a_round_has_statutory_and_stopped_proposals_outside_the_order(round_):
    assert Counter(standings(round_).values()) == {
        Standing.READY: 10,
        Standing.STATUTORY: 1,
        Standing.STOPPED: 1,
    }


@pytest.mark.parametrize("round_", demo().rounds, ids=lambda each: each.id)
def test_marks_are_on_the_scale_and_only_where_they_are_asked_for(round_):
    given = assessments(round_)
    assert set(given) <= wanted(round_)
    assert all(off_scale(METHOD, marks) == () for marks in given.values())


@pytest.mark.parametrize("round_", demo().rounds, ids=lambda each: each.id)
def test_members_stand_aside_from_their_own_organisations_projects(round_):
    said = {each.member for each in demo().impartiality if each.round == round_.id}
    for member in said:
        for id in round_.proposals:
            if suggested(PEOPLE[member], HERE[id]):
                assert (member, id) in aside(round_)


def test_the_spring_round_is_complete():
    assert SPRING.phase is RoundPhase.CLOSED
    assert set(assessments(SPRING)) == wanted(SPRING)
    assert all(unmarked(METHOD, marks) == () for marks in assessments(SPRING).values())
    words = [each for each in demo().impartiality if each.round == SPRING.id]
    assert len(words) == len(SPRING.proposals) * len(SPRING.members)


def test_every_assessment_in_the_spring_has_reasons_and_some_say_do_not_know():
    reasons = Counter((each.member, each.proposal) for each in demo().marks if each.reason)
    spring = set(assessments(SPRING))
    assert all(2 <= reasons[each] <= 4 for each in spring)
    assert sum(each.mark is None for each in demo().marks) > 10


def test_the_spring_order_has_a_shared_place_and_one_proposal_they_differ_on():
    order = ranking(SPRING)
    assert not order.unmarked
    assert max(Counter(each.place for each in order.placed).values()) == 2
    apart = sorted(disagreement(each.judged.marks.values()) for each in order.placed)
    assert apart[-1] > 1.5 * apart[-2]


def test_every_recommendation_explains_itself_and_one_pair_departs_from_the_order():
    places = {each.judged.proposal: each.place for each in ranking(SPRING).placed}
    outcomes = {each.proposal: each.outcome for each in demo().recommendations}
    assert set(outcomes) == set(SPRING.proposals)
    departing = set()
    for each in demo().recommendations:
        others = {id: outcome for id, outcome in outcomes.items() if id != each.proposal}
        passed = departs(each.outcome, proposal=each.proposal, places=places, others=others)
        assert unexplained(each, passed) == ()
        departing |= {each.proposal} if passed else set()
    assert departing == {"prosjekt:2026-006", "prosjekt:2026-007"}
    assert len(set(outcomes.values())) == 4


def test_ks_has_decided_most_but_not_all():
    decided = {each.proposal for each in demo().decisions}
    assert decided < set(SPRING.proposals)
    assert len(decided) == 10


def test_members_have_come_differently_far_in_the_autumn():
    assert AUTUMN.phase is RoundPhase.SCORING
    todo, done = Counter(member for member, _ in wanted(AUTUMN)), Counter()
    for (member, _), marks in assessments(AUTUMN).items():
        done[member] += unmarked(METHOD, marks) == ()
    said = {each.member for each in demo().impartiality if each.round == AUTUMN.id}
    assert len(set(AUTUMN.members) - said) == 2
    assert set(done) == said
    assert [member for member in said if done[member] == todo[member]] == ["person:marit-fjellgjerde"]


# Money


def test_the_ledger_is_made_of_legal_moves_only():
    balance = []
    moves = defaultdict(list)
    for each in demo().entries:
        moves[each.move].append(each)
    seen = set()
    for each in demo().entries:
        place = Place(each.proposal, each.party, each.year)
        now = {position.place: position for position in positions(balance)}
        if not each.move:
            if each.amount < Money(0):
                within(-each.amount, now[place].at[each.stage])
            else:
                assert each.stage is Stage.APPLIED
            balance.append(each)
        elif each.move not in seen:
            seen.add(each.move)
            minus, plus = moves[each.move]
            assert (minus.proposal, minus.party, minus.year) == (plus.proposal, plus.party, plus.year)
            assert move(now[place], plus.amount, from_=minus.stage, to=plus.stage) == (
                (minus.stage, minus.amount),
                (plus.stage, plus.amount),
            )
            balance += [minus, plus]
    assert len(balance) == len(demo().entries)


def test_the_ledger_knows_every_stage_every_side_and_a_correction():
    standing_at = {stage for each in positions(demo().entries) for stage, amount in each.at.items() if amount}
    assert standing_at == set(Stage) == set(ONWARD)
    assert {PARTIES[each.party].side for each in demo().entries} == set(Side)
    corrections = [each for each in demo().entries if each.corrects]
    assert {each.corrects for each in corrections} <= {each.id for each in demo().entries}
    assert corrections


def test_some_years_lack_money_and_some_have_a_little_too_much():
    promised = Counter()
    for each in positions(demo().entries):
        promised[each.place.proposal, each.place.year] += each.reached(Stage.PROMISED).ore
    gaps = [line.amount.ore - promised[line.proposal, line.year] for line in demo().costs]
    assert sum(gap > 0 for gap in gaps) > 20
    over = [-gap for gap in gaps if gap < 0]
    assert over
    assert max(over) < Money.kroner(100_000).ore


def test_every_joint_contribution_can_be_shared_to_the_ore():
    sharings = {each.proposal: each for each in demo().sharings}
    joint = [each for each in positions(demo().entries) if each.place.party == JOINT]
    assert {each.place.proposal for each in joint} == set(sharings)
    for each in joint:
        sharing = sharings[each.place.proposal]
        known = {one.party: one.inhabitants for one in populations() if one.on == sharing.on}
        for amount in each.at.values():
            assert total(shares(amount, sharing, inhabitants=known).values()) == amount
    sizes = Counter(len(each.members) for each in demo().sharings)
    assert sizes[357] == 3
    assert sum(10 <= size <= 60 for size in sizes.elements()) == 5


# Benefits


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
