"""What a round needs looked up: its method, where each proposal stands, and the marks that count."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from portfolio.catalogue.methods import methods
from portfolio.lookups.basis import bases, came_in, texts_judged, version_judged
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.people import Person
from portfolio.prioritising.basis import upon
from portfolio.prioritising.gates import GateAnswer, GateAnswers, Standing, standing
from portfolio.prioritising.impartiality import Impartiality, whose
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.methods import Method
from portfolio.prioritising.ranking import Judged
from portfolio.prioritising.rounds import Round, RoundPhase
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


def gate_answers(reader: Reader, round_: Round) -> Mapping[str, Sequence[GateAnswer]]:
    """Return the answers to the gates in a round that hold, by proposal, only for those that have any.

    One that was given before the proposal was taken out of the round and put back as another does not hold until
    it is confirmed; nor does one on words that are others by now, while the round is prepared and holds none.
    """
    answers: dict[str, list[GateAnswer]] = defaultdict(list)
    back = came_in(reader, round_) if round_.open_for_gates else {}
    for each in reader.all(GateAnswer, round=round_.id):
        if _holds(reader, round_, each, since=back.get(each.proposal)):
            answers[each.proposal].append(each)
    return dict(answers)


def gate_as_whole(reader: Reader, round_: Round, gate: str, *, person: Person) -> GateAnswers:
    """Return the answers to one gate for the proposals that somebody does not stand aside from, as one whole."""
    said = reader.all(Impartiality, round=round_.id, member=person.id)
    aside = {each.proposal for each in said if each.aside}
    texts = texts_judged(reader, round_)
    answers = reader.all(GateAnswer, round=round_.id, gate=gate)
    return GateAnswers(
        answers=tuple(each for each in answers if each.proposal not in aside),
        read=sum(each.revision for id, each in texts.items() if id not in aside),
    )


def _holds(reader: Reader, round_: Round, answer: GateAnswer, *, since: int | None) -> bool:
    """Say whether an answer was given on the version that is judged, or may stand though it was not.

    It may once the round holds its proposals, where it was given after `since`, when its proposal came back into the round.
    """
    if round_.phase is not RoundPhase.PREPARING:
        kept = None if since is None else reader.last_version(GateAnswer, answer.id)
        if since is None or (kept is not None and kept.seq > since):
            return True
    held = bases(reader, round_).get(answer.proposal)
    return answer.upon >= version_judged(reader, answer.proposal, basis=held)


def standings(reader: Reader, round_: Round) -> Mapping[str, Standing]:
    """Return where each of the round's proposals stands as it is judged, in the round's order."""
    method, answers = method_of(round_), gate_answers(reader, round_)
    return {
        id: standing(method, text, answers.get(id, ())) for id, text in texts_judged(reader, round_).items()
    }


def holding(reader: Reader, round_: Round, *, member: str) -> Mapping[str, Impartiality]:
    """Return a member's word on each proposal of a round, but where owner or partners are others than when it was given."""
    held, said = bases(reader, round_), reader.all(Impartiality, round=round_.id, member=member)
    moved = {each.proposal: each.upon for each in said if not upon(each, held.get(each.proposal))}
    now = texts_judged(reader, round_, *moved) if moved else {}
    before = {each.id: each for each in reader.each_as_of(Proposal, moved)}
    another = {id for id in moved if id not in before or id not in now or whose(before[id]) != whose(now[id])}
    return {each.proposal: each for each in said if each.proposal not in another}


def counting(reader: Reader, round_: Round) -> tuple[Mark, ...]:
    """Return the marks that count, «don't know» among them.

    Not those of a member who stands aside or has left the round, nor a mark that was given on another version of the
    proposal than the round holds.
    """
    declared, held = reader.all(Impartiality, round=round_.id), bases(reader, round_)
    aside = {(each.proposal, each.member) for each in declared if each.aside}
    return tuple(
        mark
        for mark in reader.all(Mark, round=round_.id)
        if mark.member in round_.members
        and (mark.proposal, mark.member) not in aside
        and upon(mark, held.get(mark.proposal))
    )


def judged(reader: Reader, round_: Round) -> tuple[Judged, ...]:
    """Return the marks that count on each proposal that is ready, in the round's order.

    A member who stands aside is neither counted nor expected, and one who has left the round is not counted. Nor is a
    mark that was given on another version of the proposal than the round holds.
    """
    criteria = [each.key for each in method_of(round_).criteria]
    declared = reader.all(Impartiality, round=round_.id)
    aside = {(each.proposal, each.member) for each in declared if each.aside}
    marks: dict[str, dict[str, list[int | None]]] = defaultdict(lambda: defaultdict(list))
    for mark in counting(reader, round_):
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
