"""The ledger of the example is one that people could have kept, to the øre."""

from collections import Counter, defaultdict

from portfolio.catalogue.demo.demo import demo
from portfolio.catalogue.reference import parties, populations
from portfolio.funding.keys import shares
from portfolio.funding.ledger import Place, move, positions, within
from portfolio.funding.stages import ONWARD, Stage
from portfolio.money import Money, total
from portfolio.parties import JOINT, Side

PARTIES = {each.id: each for each in (*parties(), *demo().parties)}


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
