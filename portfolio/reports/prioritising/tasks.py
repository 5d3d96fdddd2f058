"""What waits for somebody in a round: to mark, to check, to recommend."""

from collections.abc import Iterator

from portfolio.messages import N_, Message
from portfolio.people import Person, Verb
from portfolio.prioritising.decisions import Recommendation
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.reports.prioritising.rounds import round_progress
from portfolio.reports.prioritising.seeing import progress
from portfolio.reports.tasks import Task
from portfolio.store.reading import Reader


def tasks(reader: Reader, *, viewer: Person) -> Iterator[Task]:
    """Yield what waits for the viewer in every round."""
    for round_ in reader.all(Round):
        yield from _in_round(reader, round_, viewer)


def _in_round(reader: Reader, round_: Round, viewer: Person) -> Iterator[Task]:
    if viewer.id in round_.members:
        yield from _to_mark(reader, round_, viewer)
    if viewer.may(Verb.RUN_ROUNDS):
        yield from _to_run(reader, round_)
    if viewer.may(Verb.RECOMMEND) and round_.phase is RoundPhase.MEETING:
        yield from _to_recommend(reader, round_)


def _to_mark(reader: Reader, round_: Round, viewer: Person) -> Iterator[Task]:
    if round_.phase is not RoundPhase.SCORING:
        return
    own = progress(reader, round_, member=viewer.id)
    if not own.declared:
        yield Task(
            Message(N_("{round}: say which proposals you stand aside from"), {"round": round_.title}),
            f"vurdering?runde={round_.id}",
        )
    elif own.left:
        yield Task(
            Message(
                N_("{round}: assess {count} proposal"),
                {"round": round_.title, "count": len(own.left)},
                plural=N_("{round}: assess {count} proposals"),
            ),
            f"vurdering?runde={round_.id}",
        )


def _to_run(reader: Reader, round_: Round) -> Iterator[Task]:
    if round_.phase not in (RoundPhase.PREPARING, RoundPhase.SCORING):
        return
    state = round_progress(reader, round_.id)
    waiting = sum(each.standing is Standing.WAITING for each in state.checked)
    if waiting:
        yield Task(
            Message(
                N_("{round}: check the requirements of {count} proposal"),
                {"round": round_.title, "count": waiting},
                plural=N_("{round}: check the requirements of {count} proposals"),
            ),
            f"kontroll?runde={round_.id}",
        )
    unfinished = sum(not each.complete for _, each in state.members)
    if unfinished and round_.phase is RoundPhase.SCORING:
        yield Task(
            Message(
                N_("{round}: {count} member has not finished the assessment"),
                {"round": round_.title, "count": unfinished},
                plural=N_("{round}: {count} members have not finished the assessment"),
            ),
            f"kontroll?runde={round_.id}",
        )


def _to_recommend(reader: Reader, round_: Round) -> Iterator[Task]:
    left = len(round_.proposals) - reader.count(Recommendation, round=round_.id)
    if left > 0:
        yield Task(
            Message(
                N_("{round}: {count} proposal has no recommendation yet"),
                {"round": round_.title, "count": left},
                plural=N_("{round}: {count} proposals have no recommendation yet"),
            ),
            f"rangering?runde={round_.id}",
        )
