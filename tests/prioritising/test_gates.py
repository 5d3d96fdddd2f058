import pytest

from portfolio.catalogue.methods import methods
from portfolio.prioritising.gates import (
    Answer,
    GateAnswer,
    GateAnswers,
    Standing,
    gate_answer_id,
    standing,
    stopped_by,
    unanswered,
)
from portfolio.proposals.proposal import Proposal

FELLES = methods()["felles/1.0"]
PROPOSAL = Proposal(id="p", reference="1", title="Felles løsning", owner_party="ks")


def answers(**given):
    by_gate = {gate.key: Answer.YES for gate in FELLES.gates} | given
    return [
        GateAnswer(
            id=gate_answer_id("r", "p", gate),
            round="r",
            proposal="p",
            gate=gate,
            answer=answer,
            reason="Sett.",
        )
        for gate, answer in by_gate.items()
        if answer
    ]


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({}, Standing.READY),
        ({"problem": Answer.NO}, Standing.READY),
        ({"eier-drift": Answer.UNCLEAR}, Standing.READY),
        ({"eier-drift": Answer.NO}, Standing.STOPPED),
        ({"eier-drift": None}, Standing.WAITING),
        ({"ordning": Answer.NO, "problem": None}, Standing.STOPPED),
    ],
)
def test_only_a_no_to_an_absolute_requirement_stops(given, where):
    assert standing(FELLES, PROPOSAL, answers(**given)) is where


def test_what_the_law_demands_stands_apart_whatever_the_answers():
    statutory = PROPOSAL.model_copy(update={"statutory": "Barnevernsloven § 15-10"})
    assert standing(FELLES, statutory, answers(ordning=Answer.NO)) is Standing.STATUTORY
    assert standing(methods()["ideportal/1.0"], statutory, []) is Standing.READY


def test_the_gates_that_stop_and_those_that_wait_are_named():
    given = answers(ordning=Answer.NO, problem=Answer.NO, hjemmel=None)
    assert [gate.key for gate in stopped_by(FELLES, given)] == ["ordning"]
    assert [gate.key for gate in unanswered(FELLES, given)] == ["hjemmel"]


def test_the_whole_has_another_revision_when_any_answer_is_changed_or_added():
    given = answers()
    seen = GateAnswers(answers=tuple(given)).revision
    changed = given[0].model_copy(update={"revision": given[0].revision + 1})
    assert GateAnswers(answers=(changed, *given[1:])).revision > seen
    assert GateAnswers(answers=tuple(given[1:])).revision < seen
    assert GateAnswers(answers=()).revision == 0
