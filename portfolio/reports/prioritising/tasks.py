"""What waits for somebody in a round: to mark, to answer the gates, to recommend."""

from collections.abc import Iterator

from portfolio.lookups.aside import may_recommend
from portfolio.lookups.departing import unsaid
from portfolio.lookups.progress import progress
from portfolio.messages import N_, Message
from portfolio.people import Person, Verb
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.reports.prioritising.rounds import RoundProgress, round_progress
from portfolio.reports.tasks import Task
from portfolio.store.reading import Reader


def tasks(reader: Reader, *, viewer: Person) -> Iterator[Task]:
    """Yield what waits for the viewer in every round: as its member, as its secretariat, for the council."""
    for round_ in reader.all(Round):
        if viewer.id in round_.members and round_.open_for_marks:
            yield from _of_member(reader, round_, viewer)
        if viewer.may(Verb.RUN_ROUNDS) and round_.open_for_gates:
            yield from _of_secretariat(round_progress(reader, round_.id, viewer=viewer))
        if viewer.may(Verb.RECOMMEND) and round_.phase is RoundPhase.MEETING:
            yield from _of_council(reader, round_, viewer)


def _of_member(reader: Reader, round_: Round, member: Person) -> Iterator[Task]:
    own, page = progress(reader, round_, member=member.id), f"vurdering?runde={round_.id}"
    if not own.declared:
        what = Message(N_("{round}: say which proposals you stand aside from"), {"round": round_.title})
        yield Task(what, page)
        return
    if own.again:
        what = Message(
            N_("{round}: {count} proposal has changed since you marked it. Confirm or change your marks"),
            {"round": round_.title, "count": len(own.again)},
            plural=N_(
                "{round}: {count} proposals have changed since you marked them. Confirm or change your marks"
            ),
        )
        yield Task(what, page)
    fresh = len(own.left) - len(own.again)
    if fresh:
        what = Message(
            N_("{round}: assess {count} proposal"),
            {"round": round_.title, "count": fresh},
            plural=N_("{round}: assess {count} proposals"),
        )
        yield Task(what, page)


def _of_secretariat(state: RoundProgress) -> Iterator[Task]:
    title, page = state.round.title, f"kontroll?runde={state.round.id}"
    if state.waiting:
        what = Message(
            N_("{round}: check the requirements of {count} proposal"),
            {"round": title, "count": state.waiting},
            plural=N_("{round}: check the requirements of {count} proposals"),
        )
        yield Task(what, page)
    if state.unfinished and state.round.open_for_marks:
        what = Message(
            N_("{round}: {count} member has not finished the assessment"),
            {"round": title, "count": len(state.unfinished)},
            plural=N_("{round}: {count} members have not finished the assessment"),
        )
        yield Task(what, page)


def _of_council(reader: Reader, round_: Round, viewer: Person) -> Iterator[Task]:
    left = len(may_recommend(reader, round_, *unsaid(reader, round_), person=viewer))
    if left:
        what = Message(
            N_("{round}: {count} proposal has no recommendation yet"),
            {"round": round_.title, "count": left},
            plural=N_("{round}: {count} proposals have no recommendation yet"),
        )
        yield Task(what, f"rangering?runde={round_.id}")
