"""What a round needs looked up: its method, where each proposal stands, and the marks that count."""

from collections import defaultdict
from collections.abc import Mapping

from portfolio.catalogue.methods import methods
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.prioritising.gates import GateAnswer, Standing, standing
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.methods import Method
from portfolio.prioritising.ranking import Judged
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.store.reading import Reader


class UnknownMethod(Objection):
    """A method, or a version of one, that the methodology folder does not hold."""


def method_of(round_: Round) -> Method:
    """Return the method the round is judged by.

    Raises:
        UnknownMethod: the methodology folder does not hold it.
    """
    found = methods().get(round_.method)
    if found is None:
        raise UnknownMethod(
            N_("The method {method} is not in the methodology folder. Put the file back."),
            about="method",
            method=round_.method,
        )
    return found


def standings(reader: Reader, round_: Round) -> Mapping[str, Standing]:
    """Return where each of the round's proposals stands, in the round's order."""
    method, answers = method_of(round_), defaultdict(list)
    for answer in reader.all(GateAnswer, round=round_.id):
        answers[answer.proposal].append(answer)
    proposals = {each.id: each for each in reader.all(Proposal, id=round_.proposals)}
    return {id: standing(method, proposals[id], answers[id]) for id in round_.proposals if id in proposals}


def judged(reader: Reader, round_: Round) -> tuple[Judged, ...]:
    """Return the marks that count on each proposal that is ready, in the round's order.

    A member who stands aside is neither counted nor expected, and one who has left the round is not counted.
    """
    criteria = [each.key for each in method_of(round_).criteria]
    words = reader.all(Impartiality, round=round_.id)
    aside = {(word.proposal, word.member) for word in words if word.interest is not None}
    marks: dict[str, dict[str, list[int | None]]] = defaultdict(lambda: defaultdict(list))
    for mark in reader.all(Mark, round=round_.id):
        if mark.member in round_.members and (mark.proposal, mark.member) not in aside:
            marks[mark.proposal][mark.criterion].append(mark.mark)
    return tuple(
        Judged(
            proposal=id,
            marks={key: [each for each in marks[id][key] if each is not None] for key in criteria},
            given=sum(len(marks[id][key]) for key in criteria),
            expected=sum((id, member) not in aside for member in round_.members) * len(criteria),
        )
        for id, where in standings(reader, round_).items()
        if where is Standing.READY
    )
