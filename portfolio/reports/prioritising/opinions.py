"""What the members said of each proposal once the assessment is over: how the marks are spread, and every reason."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from portfolio.alphabet import alphabetical
from portfolio.given import InLanguages
from portfolio.lookups.judging import counting, method_of
from portfolio.messages import N_, Message
from portfolio.people import Person
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.methods import Criterion, Method
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.store.reading import Reader

DONT_KNOW = Message(N_("Don't know"))


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """How many members gave one step on a criterion, or said «don't know» to it."""

    proposal: str
    reference: str
    title: str
    criterion: InLanguages
    step: Message | str
    count: int


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One member's reason on a criterion; `who` is empty unless the round shows names."""

    proposal: str
    reference: str
    title: str
    criterion: InLanguages
    reason: str
    who: str


@dataclass(frozen=True, slots=True)
class Opinions:
    """How the marks of a round are spread, and the reasons for them."""

    spread: tuple[SpreadRow, ...]
    reasons: tuple[ReasonRow, ...]


NOTHING_YET = Opinions((), ())


def opinions(reader: Reader, round_: Round, proposals: Collection[Proposal]) -> Opinions:
    """Return what the members said of these proposals in a round; nothing before its assessment is over.

    On each criterion the reasons stand in the order of their letters, which tells nothing of whose they are. Nor does a
    reason stand with the mark it was given for.
    """
    if not round_.assessed:
        return NOTHING_YET
    method, names = method_of(round_), _names(reader, round_)
    given = _by_criterion(counting(reader, round_))
    spread: list[SpreadRow] = []
    reasons: list[ReasonRow] = []
    for proposal in proposals:
        for criterion in method.criteria:
            marks = given.get((proposal.id, criterion.key), [])
            spread += _spread(method, proposal, criterion, marks)
            reasons += _reasons(proposal, criterion, marks, names)
    return Opinions(tuple(spread), tuple(reasons))


def _names(reader: Reader, round_: Round) -> Mapping[str, str]:
    """Return the names that stand with the reasons: none, unless the members were told so."""
    shown = round_.members if round_.names_shown else ()
    return {each.id: each.name for each in reader.all(Person, id=shown)}


def _by_criterion(marks: Iterable[Mark]) -> Mapping[tuple[str, str], list[Mark]]:
    def key(mark: Mark) -> tuple[str, str]:
        return mark.proposal, mark.criterion

    return {which: list(own) for which, own in groupby(sorted(marks, key=key), key)}


def _spread(
    method: Method, proposal: Proposal, criterion: Criterion, marks: Collection[Mark]
) -> Iterator[SpreadRow]:
    if not marks:
        return
    counted = Counter(each.mark for each in marks)
    for step in (*range(method.lowest, method.highest + 1), None):
        said = DONT_KNOW if step is None else str(step)
        yield SpreadRow(proposal.id, proposal.reference, proposal.title, criterion.name, said, counted[step])


def _reasons(
    proposal: Proposal, criterion: Criterion, marks: Iterable[Mark], names: Mapping[str, str]
) -> Iterator[ReasonRow]:
    told = sorted(
        ((each.reason, names.get(each.member, "")) for each in marks if each.reason),
        key=lambda each: (alphabetical(each[0]), alphabetical(each[1])),
    )
    for reason, who in told:
        yield ReasonRow(proposal.id, proposal.reference, proposal.title, criterion.name, reason, who)
