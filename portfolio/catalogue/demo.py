"""The example portfolio: invented people, projects, money and benefits, read into the real records."""

import csv
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import yaml

from portfolio.catalogue.reference import DATA, parties
from portfolio.funding.contributions import Entry
from portfolio.funding.keys import Sharing
from portfolio.given import Key
from portfolio.money import Money
from portfolio.parties import Party, PartyKind, municipality_id
from portfolio.people import Person, Role
from portfolio.prioritising.decisions import Decision, Recommendation, outcome_id
from portfolio.prioritising.gates import GateAnswer, gate_answer_id
from portfolio.prioritising.impartiality import Impartiality, impartiality_id
from portfolio.prioritising.marks import Mark, mark_id
from portfolio.prioritising.rounds import Round
from portfolio.proposals.costs import CostLine, cost_line_id
from portfolio.proposals.proposal import Proposal, proposal_id
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading

SOURCE = "Eksempeldata (oppdiktet)"
"""What every example says of itself."""
LABELS = {"source": SOURCE, "example": True}
EVERYBODY = "alle"

Row = dict[str, str]
Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Demo:
    """Everything in the example portfolio. `parties` are those it adds to the register; store them first."""

    people: tuple[Person, ...]
    parties: tuple[Party, ...]
    proposals: tuple[Proposal, ...]
    costs: tuple[CostLine, ...]
    rounds: tuple[Round, ...]
    gate_answers: tuple[GateAnswer, ...]
    impartiality: tuple[Impartiality, ...]
    marks: tuple[Mark, ...]
    recommendations: tuple[Recommendation, ...]
    decisions: tuple[Decision, ...]
    entries: tuple[Entry, ...]
    sharings: tuple[Sharing, ...]
    benefits: tuple[Benefit, ...]
    readings: tuple[Reading, ...]


@cache
def demo() -> Demo:
    """Return the example portfolio, read and validated once."""
    people = tuple(map(_person, _rows("people")))
    return Demo(
        people=people,
        parties=tuple(Party.model_validate(row) for row in _rows("parties")),
        proposals=tuple(map(_proposal, _items("proposals"))),
        costs=tuple(map(_cost, _rows("costs"))),
        rounds=tuple(_round(item, people) for item in _items("rounds")),
        gate_answers=tuple(map(_gate_answer, _rows("gate_answers"))),
        impartiality=tuple(map(_impartiality, _rows("impartiality"))),
        marks=tuple(map(_mark, _rows("marks"))),
        recommendations=tuple(map(_recommendation, _items("recommendations"))),
        decisions=tuple(map(_decision, _rows("decisions"))),
        entries=tuple(Entry.model_validate(row | {"amount": _money(row)}) for row in _rows("entries")),
        sharings=tuple(map(_sharing, _items("sharings"))),
        benefits=tuple(map(_benefit, _rows("benefits"))),
        readings=tuple(
            Reading.model_validate(_or_none(row, "value", "corrects")) for row in _rows("readings")
        ),
    )


def _person(row: Row) -> Person:
    return Person.model_validate(row | {"roles": row["roles"].split(";"), "example": True})


def _proposal(item: Item) -> Proposal:
    return Proposal.model_validate({"id": proposal_id(item["reference"])} | LABELS | item)


def _cost(row: Row) -> CostLine:
    key = cost_line_id(row["proposal"], int(row["year"]))
    return CostLine.model_validate(row | {"id": key, "amount": _money(row)})


def _round(item: Item, people: tuple[Person, ...]) -> Round:
    """All members of the council sit in every round."""
    council = [person.id for person in people if Role.MEMBER in person.roles]
    chosen = [proposal_id(reference) for reference in item["proposals"]]
    return Round.model_validate(item | {"proposals": chosen, "members": council, "example": True})


def _gate_answer(row: Row) -> GateAnswer:
    return GateAnswer.model_validate(row | {"id": gate_answer_id(row["round"], row["proposal"], row["gate"])})


def _impartiality(row: Row) -> Impartiality:
    key = impartiality_id(row["round"], row["proposal"], row["member"])
    return Impartiality.model_validate(_or_none(row, "interest") | {"id": key})


def _mark(row: Row) -> Mark:
    key = mark_id(row["round"], row["proposal"], row["member"], row["criterion"])
    return Mark.model_validate(_or_none(row, "mark") | {"id": key})


def _recommendation(item: Item) -> Recommendation:
    proposal = proposal_id(item["proposal"])
    return Recommendation.model_validate(
        item | {"id": outcome_id(item["round"], proposal), "proposal": proposal}
    )


def _decision(row: Row) -> Decision:
    return Decision.model_validate(row | {"id": outcome_id(row["round"], row["proposal"])})


def _sharing(item: Item) -> Sharing:
    proposal = proposal_id(item["proposal"])
    members = _everybody() if item["members"] == EVERYBODY else [*map(municipality_id, item["members"])]
    return Sharing.model_validate(
        item | {"id": f"fordeling:{item['proposal']}", "proposal": proposal, "members": members}
    )


def _everybody() -> list[Key]:
    return [each.id for each in parties() if each.kind is PartyKind.MUNICIPALITY and each.number]


def _benefit(row: Row) -> Benefit:
    flat = {key: value for key, value in row.items() if not key.startswith(("baseline_", "target_"))}
    baseline = _part(row, "baseline_")
    return Benefit.model_validate(
        flat | LABELS | {"baseline": baseline if baseline["value"] else None, "target": _part(row, "target_")}
    )


def _part(row: Row, prefix: str) -> Row:
    return {key.removeprefix(prefix): value for key, value in row.items() if key.startswith(prefix)}


def _money(row: Row) -> Money:
    return Money.kroner(Decimal(row["amount"]))


def _or_none(row: Row, *optional: str) -> dict[str, str | None]:
    return {key: value or None if key in optional else value for key, value in row.items()}


def _rows(name: str) -> list[Row]:
    with (DATA / "demo" / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def _items(name: str) -> list[Item]:
    with (DATA / "demo" / f"{name}.yaml").open(encoding="utf-8") as source:
        items: list[Item] = yaml.safe_load(source)
    return items
