"""Two databases that differ only in what a person may not see look the same to that person, everywhere."""

import importlib
import inspect
import pkgutil
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from sqlalchemy import text

from portfolio import reports
from portfolio.actions.prioritising.marks import assess
from portfolio.commands.main import main
from portfolio.funding.keys import Sharing
from portfolio.lookups.basis import AsJudged, in_round
from portfolio.lookups.benefits import Background, background
from portfolio.lookups.judging import method_of
from portfolio.objections import Objection
from portfolio.people import Person, Stamp
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.deadlines import due
from portfolio.realising.readings import Reading
from portfolio.reports.history import Event, history
from portfolio.reports.naming import Naming
from portfolio.reports.prioritising.assessment import queue
from portfolio.reports.prioritising.ranking import ranking
from portfolio.store.database import Database
from portfolio.store.reading import Reader
from portfolio.store.trail import Head
from portfolio.store.versions import Version
from tests.conftest import NOW
from tests.pages.seat import everything, seat

CLOSED, OPEN = "runde:2026-1", "runde:2026-2"
DAY = NOW.date()
ALL_IN = "member whose marks are all in"
VIEWERS = {
    ALL_IN: "person:marit-fjellgjerde",
    "member with some left": "person:jonas-bratteskjær",
    "member who has half an assessment": "person:aslaug-vikanset",
    "member who has not declared": "person:henrik-sandvollen",
    "secretariat": "person:ingrid-solbakken",
    "project owner": "person:halvard-lyngmoen",
    "benefit owner": "person:lene-bjørkmyra",
    "finance": "person:geir-mosengtun",
    "reader": "person:signe-holtviken",
    "administrator": "person:are-tangneset",
}
ANOTHER_MARK = """
    UPDATE marks SET reason = 'hemmelig',
        mark = CASE WHEN mark IS NULL THEN 1 WHEN mark = 1 THEN NULL WHEN mark > 2 THEN 1 ELSE 4 END
    WHERE round = :round AND member != :viewer
"""
ONE_WORLD = "UPDATE marks SET mark = 4, reason = 'hemmeligere' WHERE round = :round AND member != :viewer"
NO_MARK = "DELETE FROM marks WHERE round = :round AND member != :viewer"
TELLS_OF_A_HAND_BEHIND = "checking.check"
"""What is changed here is changed behind the app's back. This tells that it was, for that is what it is for."""
TELLS_WHO_IS_DONE = {"prioritising.tasks.tasks", "prioritising.rounds.round_progress", "overview.overview"}
"""How far the others have come, though not what they marked, is shown to those who run the round."""
WHOLE_TRACE = "opened.told_then"
"""All that a trace changed, with the marks, which stops at the report that leaves them out."""
TELLS_HOW_MANY = "prioritising.assessment.how_far"
"""How many assessments are in, of all together, is shown to everybody."""

Ask = Callable[[Reader, Person], object]
PROPOSALS = "prosjekt:2026-013", "prosjekt:2026-001"
ASKED: Mapping[str, Ask] = {
    "prioritising.gates.gate_list": lambda look, me: _module("prioritising.gates").gate_list(
        look, OPEN, "problem", viewer=me
    ),
    "prioritising.gates.answered_at": lambda look, me: _module("prioritising.gates").answered_at(
        look, OPEN, "problem", PROPOSALS, viewer=me
    ),
    "prioritising.gates.proposal_gates": lambda look, me: _module("prioritising.gates").proposal_gates(
        look, OPEN, PROPOSALS[0], viewer=me
    ),
    "prioritising.rounds.open_rounds": lambda look, me: _module("prioritising.rounds").open_rounds(
        look, member=me
    ),
    "prioritising.assessment.queue": lambda look, me: queue(look, OPEN, member=me),
    "prioritising.rounds.round_progress": lambda look, me: _module("prioritising.rounds").round_progress(
        look, OPEN, viewer=me
    ),
    "prioritising.assessment.how_far": lambda look, me: _module("prioritising.assessment").how_far(
        look, OPEN, viewer=me
    ),
    "prioritising.departures.departure_rows": lambda look, me: _module(
        "prioritising.departures"
    ).departure_rows(look, look.get(Round, CLOSED)),
    "prioritising.steps.round_steps": lambda look, me: _module("prioritising.steps").round_steps(
        look, OPEN, viewer=me
    ),
    "prioritising.steps.reopened": lambda look, me: _module("prioritising.steps").reopened(
        look, OPEN, viewer=me
    ),
    "prioritising.steps.changes": lambda look, me: _module("prioritising.steps").changes(
        look, look.get(Round, OPEN), *look.get(Round, OPEN).proposals
    ),
    "prioritising.seeing.seen": lambda look, me: _module("prioritising.seeing").seen(look, OPEN, viewer=me),
    "prioritising.rounds.rounds": lambda look, me: _module("prioritising.rounds").rounds(look, viewer=me),
    "prioritising.rounds.contents": lambda look, me: _module("prioritising.rounds").contents(
        look, OPEN, viewer=me
    ),
    "prioritising.marks.proposal_marks": lambda look, me: [
        _module("prioritising.marks").proposal_marks(look, OPEN, each, member=me)
        for each in look.get(Round, OPEN).proposals
    ],
    "realising.benefit.benefit_story": lambda look, me: [
        _module("realising.benefit").benefit_story(look, each.id, on=DAY) for each in look.all(Benefit)[:3]
    ],
    "realising.benefits.benefits": lambda look, me: _module("realising.benefits").benefits(look, on=DAY),
    "differing.differences": lambda look, me: _module("differing").differences(look, None, _a_mark(look)),
    "differing.between": lambda look, me: _module("differing").between(
        look, None, Version(1, 1, Mark, _a_mark(look).model_dump(mode="json"), {})
    ),
    "differing.kept_back": lambda look, me: _module("differing").kept_back(look, _a_mark(look)),
    "differing.surely_closed": lambda look, me: _module("differing").surely_closed(look, OPEN),
    "event.event_story": lambda look, me: _module("event").event_story(look, look.head().seq, viewer=me),
    "history.event": lambda look, me: _module("history").event(
        look, look.traces(most=1)[0], naming=Naming(look), viewer=me
    ),
    "opened.step_of": lambda look, me: repr(
        _module("opened").step_of(look, Proposal, PROPOSALS[0], seq=look.head().seq)
    ),
    "opened.told_then": lambda look, me: _module("opened").told_then(look, look.traces(most=1)[0]),
    "proposals.changes.changes": lambda look, me: [
        _module("proposals.changes").changes(look, each) for each in PROPOSALS
    ],
    "funding.parties.carriers": lambda look, me: _module("funding.parties").carriers(look),
    "funding.parties.party_story": lambda look, me: _module("funding.parties").party_story(
        look, me.organisation
    ),
    "checking.against": lambda look, me: _module("checking").against(look, Head(1, "0" * 64)),
    "checking.as_frozen": lambda look, me: _module("checking").as_frozen(look, "0" * 64, "0" * 64),
    "checking.check": lambda look, me: _module("checking").check(look),
    "checking.remarks": lambda look, me: _module("checking").remarks(look, at=NOW),
    "funding.covering.covering": lambda look, me: _module("funding.covering").covering(look),
    "funding.sayings.sayings": lambda look, me: _module("funding.sayings").sayings(look, look.all(Sharing)),
    "funding.project.funded_project": lambda look, me: _module("funding.project").funded_project(
        look, PROPOSALS[1]
    ),
    "funding.preview.preview": lambda look, me: _module("funding.preview").preview(
        look, look.all(Sharing, proposal="prosjekt:2026-018")[0]
    ),
    "funding.workbook.funding": lambda look, me: _module("funding.workbook").funding(look, at=NOW),
    "history.history": lambda look, me: history(look, viewer=me),
    "imports.latest_imports": lambda look, me: _module("imports").latest_imports(look, viewer=me),
    "realising.readings.my_readings": lambda look, me: _module("realising.readings").my_readings(
        look, owner=me, on=DAY
    ),
    "realising.reading.to_report": lambda look, me: _to_report(look),
    "overview.overview": lambda look, me: _module("overview").overview(look, viewer=me, on=DAY),
    "story.proposal_story": lambda look, me: [
        _module("story").proposal_story(look, each, viewer=me, on=DAY) for each in PROPOSALS
    ],
    "proposals.names.names": lambda look, me: [
        _module("proposals.names").names(look, look.get(Proposal, each)) for each in PROPOSALS
    ],
    "proposals.proposals.proposals": lambda look, me: _module("proposals.proposals").proposals(look),
    "prioritising.ranking.ranking": lambda look, me: [
        ranking(look, each.id, viewer=me) for each in look.all(Round)
    ],
    "prioritising.order.order": lambda look, me: [
        _order(look, each, me) for each in (None, *look.all(Round))
    ],
    "prioritising.ranking_rows.known": lambda look, me: _module("prioritising.ranking_rows").known(
        look, look.get(Round, OPEN), method_of(look.get(Round, OPEN))
    ),
    "prioritising.recorded.recorded": lambda look, me: _module("prioritising.recorded").recorded(
        look, OPEN, PROPOSALS[0], viewer=me
    ),
    "prioritising.impartiality.impartiality": lambda look, me: _module(
        "prioritising.impartiality"
    ).impartiality(look, OPEN, member=me),
    "prioritising.opinions.opinions": lambda look, me: _module("prioritising.opinions").opinions(
        look, look.get(Round, OPEN), look.all(Proposal)
    ),
    "prioritising.judges.judges": lambda look, me: _module("prioritising.judges").judges(
        look, look.get(Round, OPEN), look.all(Proposal)
    ),
    "prioritising.impartiality.aside_from": lambda look, me: _module("prioritising.impartiality").aside_from(
        look, OPEN, viewer=me
    ),
    "prioritising.impartiality.stands_aside": lambda look, me: _module(
        "prioritising.impartiality"
    ).stands_aside(look, OPEN, "prosjekt:2026-015", viewer=me),
    "changes.changed": lambda look, me: _module("changes").changed(look, OPEN, PROPOSALS),
    "changes.since_begun": lambda look, me: _module("changes").since_begun(look, OPEN, PROPOSALS[0], began=1),
    "changes.since_read": lambda look, me: _module("changes").since_read(look, OPEN, seen=1),
    "changes.judged_in": lambda look, me: [_module("changes").judged_in(look, each) for each in PROPOSALS],
    "changes.judged_among": lambda look, me: _module("changes").judged_among(look, ("2026-013", "2026-001")),
    "changes.since": lambda look, me: _module("changes").since(look, _held(look)),
    "changes.since_marked": lambda look, me: _module("changes").since_marked(
        look, _held(look), upon=look.head().seq
    ),
    "prioritising.packs.pack": lambda look, me: _module("prioritising.packs").pack(
        look, look.get(Round, CLOSED)
    ),
    "prioritising.packs.packs": lambda look, me: _module("prioritising.packs").packs(
        look, look.get(Round, OPEN)
    ),
    "realising.changes.changes": lambda look, me: _module("realising.changes").changes(
        look, look.all(Benefit)[0], _behind(look), naming=Naming(look)
    ),
    "realising.changes.change_rows": lambda look, me: list(
        _module("realising.changes").change_rows(
            look, look.all(Benefit)[0], _behind(look), naming=Naming(look)
        )
    ),
    "realising.letting_off.let_off": lambda look, me: _module("realising.letting_off").let_off(
        look, look.all(Benefit)[:1], _behind(look)
    ),
    "prioritising.tasks.tasks": lambda look, me: list(_module("prioritising.tasks").tasks(look, viewer=me)),
    "proposals.tasks.tasks": lambda look, me: list(_module("proposals.tasks").tasks(look, viewer=me)),
    "realising.tasks.tasks": lambda look, me: list(_module("realising.tasks").tasks(look, viewer=me, on=DAY)),
    "realising.tasks.left_over": lambda look, me: _module("realising.tasks").left_over(look),
    "realising.standing.standing": lambda look, me: _module("realising.standing").standing(look, None, DAY),
    "realising.standing.all_standing": lambda look, me: _module("realising.standing").all_standing(
        look, on=DAY
    ),
    "funding.covered.covered": lambda look, me: _module("funding.covered").covered(look, None),
}
PAGES = (
    "prioritising.assessment",
    "realising.benefits",
    "funding.overview",
    "realising.readings",
    "overview",
    "people",
    "proposals.proposals",
    "prioritising.ranking",
    "prioritising.rounds",
)


def test_every_report_that_reads_the_database_is_asked():
    assert set(_public()) == set(ASKED)


@pytest.mark.parametrize("viewer", VIEWERS.values(), ids=VIEWERS)
def test_no_report_shows_how_others_have_marked_nor_whether_they_have(database: Database, viewer: str):
    before = _all_asked(database, viewer)
    _change(database, ANOTHER_MARK, viewer)
    after = _all_asked(database, viewer)
    assert after == before
    _change(database, NO_MARK, viewer)
    after = _all_asked(database, viewer)
    told = {each for each in after if after[each] != before[each]}
    assert told <= {*TELLS_WHO_IS_DONE, TELLS_HOW_MANY}


@pytest.mark.parametrize("viewer", ["secretariat", "reader", "administrator", "member with some left"])
def test_no_report_shows_how_much_another_changed_when_they_marked_again(
    database: Database, viewer: str, tmp_path: Path
):
    other = _another(database, tmp_path / "other")
    try:
        _marked_again(database, of=1)
        _marked_again(other, of=4)
        told, told_other = (_all_asked(each, VIEWERS[viewer]) for each in (database, other))
        for report in told.keys() - {WHOLE_TRACE}:
            assert _but_seals(told_other[report]) == _but_seals(told[report]), report
        with database.read() as look:
            newest = str(look.head().seq)
        drawn = [
            everything(seat(each, VIEWERS["secretariat"], "history", nr=newest)) for each in (database, other)
        ]
        assert drawn[0] == drawn[1]
    finally:
        other.close()


def test_a_check_tells_that_marks_were_changed_behind_our_back_and_never_how(database: Database):
    viewer, told = VIEWERS["administrator"], []
    for world in (ONE_WORLD, ANOTHER_MARK):
        _change(database, world, viewer)
        told.append(repr(_asked(database, viewer, TELLS_OF_A_HAND_BEHIND)))
    assert told[0] == told[1]
    assert "is not as {who} left it" in told[0]
    assert "hemmelig" not in told[0]


@pytest.mark.parametrize("viewer", [VIEWERS["member with some left"], VIEWERS["reader"]])
def test_a_member_and_a_reader_are_not_shown_who_is_done(database: Database, viewer: str):
    before = _asked(database, viewer, "overview.overview")
    _change(database, NO_MARK, viewer)
    assert _asked(database, viewer, "overview.overview") == before


def test_when_the_assessment_is_over_everyone_sees_the_difference_so_these_tests_would_too(
    database: Database,
):
    viewer = VIEWERS["reader"]
    _change(database, "UPDATE rounds SET phase = 'meeting' WHERE id = :round OR id = :viewer", viewer)
    before = _asked(database, viewer, "prioritising.ranking.ranking")
    _change(database, ANOTHER_MARK, viewer)
    assert _asked(database, viewer, "prioritising.ranking.ranking") != before
    with database.read() as look:
        report = ranking(look, OPEN, viewer=look.get(Person, viewer))
    assert report.round.phase is RoundPhase.MEETING
    assert report.ranked


@pytest.mark.parametrize(
    ("viewer", "page"),
    [
        *((viewer, page) for viewer in (ALL_IN, "member with some left", "reader") for page in PAGES),
        *(("secretariat", page) for page in (*PAGES, "history")),
    ],
)
def test_others_marks_show_on_no_page(database: Database, page: str, viewer: str):
    before = _drawn(database, viewer, page)
    _change(database, ANOTHER_MARK, VIEWERS[viewer])
    assert _drawn(database, viewer, page) == before


@pytest.mark.parametrize(
    "words",
    [
        ("rank", OPEN),
        ("rank", OPEN, "--json"),
        ("rank",),
        ("check",),
        ("check", "--json"),
        ("export", "ranking", "--out", "{out}"),
        ("export", "ranking", "--round", OPEN, "--out", "{out}"),
        ("export", "benefits", "--out", "{out}"),
    ],
    ids=" ".join,
)
def test_others_marks_do_not_show_on_the_command_line(
    database: Database, words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    def told() -> tuple[int, str, str, bytes]:
        out = tmp_path / "out.xlsx"
        out.unlink(missing_ok=True)
        ended = main(["--database", database.url, *(each.format(out=out) for each in words)])
        said = capsys.readouterr()
        return ended, said.out, said.err, out.read_bytes() if out.exists() else b""

    _change(database, ONE_WORLD, "nobody")
    before = told()
    _change(database, ANOTHER_MARK, "nobody")
    assert told() == before
    assert "hemmelig" not in str(before)


def test_the_command_line_refuses_to_rank_an_open_round(
    database: Database, capsys: pytest.CaptureFixture[str]
):
    assert main(["--database", database.url, "rank", OPEN]) == 1
    assert capsys.readouterr().out == ""


def test_the_history_tells_that_somebody_assessed_and_never_how(database: Database):
    with database.read() as look:
        round_, me = look.get(Round, OPEN), look.get(Person, VIEWERS["member with some left"])
        left = queue(look, OPEN, member=me).progress.left[0]
    method = method_of(round_)
    marks = {each.key: method.highest for each in method.criteria}
    reasons = dict.fromkeys(marks, "hemmelig grunn")
    assess(database, OPEN, left, marks=marks, reasons=reasons, stamp=Stamp(person=me, at=NOW))
    with database.read() as look:
        newest = history(look, viewer=look.get(Person, VIEWERS["secretariat"]))[0]
        assert "hemmelig" in look.traces(most=1)[0].changes
    assert newest.who == me.name
    assert "hemmelig" not in repr(newest)
    assert set(Event.__dataclass_fields__) == {"seq", "at", "who", "what", "about", "page", "reason"}


def test_no_one_else_is_given_another_members_marks_in_a_sheet(database: Database):
    me = VIEWERS["member with some left"]
    with database.read() as look:
        found = _module("prioritising.marks").proposal_marks(
            look, OPEN, PROPOSALS[0], member=look.get(Person, me)
        )
        there = {each.member for each in look.all(Mark, round=OPEN, proposal=PROPOSALS[0])}
    assert len(there) > 1
    assert {each.member for each in found.marks.values()} <= {me}


def _another(database: Database, folder: Path) -> Database:
    """Return a database of its own with the same in it."""
    folder.mkdir()
    file = Path(database.url.removeprefix("sqlite:///"))
    for each in file.parent.glob(f"{file.name}*"):
        shutil.copy(each, folder / each.name)
    return Database(f"sqlite:///{folder / file.name}")


def _marked_again(database: Database, *, of: int) -> None:
    """Let a member whose marks are all in mark one proposal again, and change so many of the marks."""
    with database.read() as look:
        me = look.get(Person, VIEWERS[ALL_IN])
        given = [each for each in look.all(Mark, round=OPEN, member=me.id) if each.mark is not None]
    proposal = given[0].proposal
    own = [each for each in given if each.proposal == proposal]
    marks = {each.criterion: each.mark for each in own}
    anew = {each.criterion: 1 if each.mark != 1 else 2 for each in own[:of]}
    reasons = {each.criterion: each.reason for each in own}
    assess(database, OPEN, proposal, marks=marks | anew, reasons=reasons, stamp=Stamp(person=me, at=NOW))


def _but_seals(told: object) -> str:
    """Return what is told without the seals of the trail, which seal marks too."""
    return re.sub(r"[0-9a-f]{64}", "seal", repr(told))


def _all_asked(database: Database, viewer: str) -> dict[str, object]:
    """Return what each report says to somebody, except the one that says the same to all, and is asked by itself."""
    return {report: _asked(database, viewer, report) for report in ASKED if report != TELLS_OF_A_HAND_BEHIND}


def _asked(database: Database, viewer: str, report: str) -> object:
    with database.read() as look:
        try:
            return ASKED[report](look, look.get(Person, viewer))
        except Objection as refused:
            return type(refused), str(refused)


def _drawn(database: Database, viewer: str, page: str) -> str:
    drawn = seat(database, VIEWERS[viewer], page, runde=OPEN)
    assert not drawn.exception
    return everything(drawn)


def _change(database: Database, command: str, viewer: str) -> None:
    """Make the other world, behind everyone's back, so that nothing but this differs."""
    with database.alone() as connection:
        changed = connection.execute(text(command), {"round": OPEN, "viewer": viewer})
        assert changed.rowcount > 0


def _order(look: Reader, round_: Round | None, me: Person) -> object:
    """Return the order of a round, or of the newest that may be seen; else why it is not handed over."""
    try:
        return _module("prioritising.order").order(look, round_, viewer=me)
    except Objection as refused:
        return type(refused), str(refused)


def _to_report(look: Reader) -> object:
    for benefit in look.all(Benefit):
        for each in due(benefit, look.all(Reading, benefit=benefit.id), on=DAY):
            return _module("realising.reading").to_report(look, benefit.id, each.period.key, on=DAY)
    raise LookupError("nothing is due in the example")


def _held(look: Reader) -> AsJudged:
    return in_round(look, look.get(Round, OPEN), PROPOSALS[0])


def _behind(look: Reader) -> Background:
    return background(look, look.all(Benefit)[:1])


def _a_mark(look: Reader) -> Mark:
    """Return the first mark of the open round as if it were on one and the same criterion, or «don't know»."""
    unknown = Mark(
        id="x", round=OPEN, proposal=PROPOSALS[0], member=VIEWERS[ALL_IN], criterion="behov", mark=None
    )
    same = {"proposal": PROPOSALS[0], "criterion": "behov"}
    return next(iter(look.all(Mark, round=OPEN)), unknown).model_copy(update=same)


def _module(name: str):
    return importlib.import_module(f"{reports.__name__}.{name}")


def _public() -> Iterator[str]:
    for each in pkgutil.walk_packages(reports.__path__, f"{reports.__name__}."):
        module = importlib.import_module(each.name)
        for name, found in inspect.getmembers(module, inspect.isfunction):
            first = next(iter(inspect.signature(found).parameters.values()), None)
            ours = found.__module__ == module.__name__ and not name.startswith("_")
            if ours and first is not None and first.annotation is Reader:
                yield f"{each.name.removeprefix(reports.__name__ + chr(46))}.{name}"
