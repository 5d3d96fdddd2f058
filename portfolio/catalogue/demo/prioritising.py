"""The rounds of the example, and all that is said of proposals in them."""

from collections.abc import Iterable

from portfolio.catalogue.demo.files import CsvRow, Item, items, or_none, rows
from portfolio.people import Person, Verb
from portfolio.prioritising.decisions import Decision, decision_id
from portfolio.prioritising.gates import GateAnswer, gate_answer_id
from portfolio.prioritising.impartiality import Impartiality, impartiality_id
from portfolio.prioritising.marks import Mark, mark_id
from portfolio.prioritising.recommendations import Recommendation, recommendation_id
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import proposal_id


def rounds(people: Iterable[Person]) -> tuple[Round, ...]:
    """Return every round; all these people who may assess sit in each."""
    council = [person.id for person in people if person.may(Verb.ASSESS)]
    return tuple(_round(item, council) for item in items("rounds"))


def gate_answers() -> tuple[GateAnswer, ...]:
    """Return what the secretariat found of each requirement."""
    return tuple(map(_gate_answer, rows("gate_answers")))


def impartiality() -> tuple[Impartiality, ...]:
    """Return every member's word on whether they stand aside."""
    return tuple(map(_impartiality, rows("impartiality")))


def marks() -> tuple[Mark, ...]:
    """Return every mark that a member has given."""
    return tuple(map(_mark, rows("marks")))


def recommendations() -> tuple[Recommendation, ...]:
    """Return what the council recommends."""
    return tuple(map(_recommendation, items("recommendations")))


def decisions() -> tuple[Decision, ...]:
    """Return what was decided of it."""
    return tuple(map(_decision, rows("decisions")))


def _round(item: Item, council: list[str]) -> Round:
    chosen = [proposal_id(reference) for reference in item["proposals"]]
    return Round.model_validate(item | {"proposals": chosen, "members": council, "example": True})


def _gate_answer(row: CsvRow) -> GateAnswer:
    return GateAnswer.model_validate(row | {"id": gate_answer_id(row["round"], row["proposal"], row["gate"])})


def _impartiality(row: CsvRow) -> Impartiality:
    key = impartiality_id(row["round"], row["proposal"], row["member"])
    return Impartiality.model_validate(or_none(row, "interest") | {"id": key})


def _mark(row: CsvRow) -> Mark:
    key = mark_id(row["round"], row["proposal"], row["member"], row["criterion"])
    return Mark.model_validate(or_none(row, "mark") | {"id": key})


def _recommendation(item: Item) -> Recommendation:
    proposal = proposal_id(item["proposal"])
    return Recommendation.model_validate(
        item | {"id": recommendation_id(item["round"], proposal), "proposal": proposal}
    )


def _decision(row: CsvRow) -> Decision:
    return Decision.model_validate(row | {"id": decision_id(row["round"], row["proposal"])})
