"""Every field of a proposal is asked for, read, stored, shown, changed and compared: no door forgets one.

All of them are taken through every door at once, and each is looked for afterwards.
"""

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from portfolio.actions.importing import bring_in, plan
from portfolio.actions.plans import Plan
from portfolio.catalogue.reference import parties
from portfolio.catalogue.strategy import goals
from portfolio.given import LANGUAGES
from portfolio.people import Person, Stamp
from portfolio.proposals.fields import Field, Kind, fields
from portfolio.proposals.intake import ContributionIn, CostIn, PartyIn, ProposalIn, Upload
from portfolio.proposals.proposal import FIELDS, Phase, Proposal, proposal_id
from portfolio.sheets.filling.proposals import read_proposals
from portfolio.sheets.filling.template import HEADING_ROW, template
from portfolio.store.changes import UNTOLD
from portfolio.store.database import Database
from portfolio.words import words
from tests.conftest import NOW
from tests.examples.filling import filled as filled_in
from tests.pages.seat import everything, seat

REFERENCE = "T-77"
ID = proposal_id(REFERENCE)
SECRETARIAT, OTHER = "person:ingrid-solbakken", "person:torvald-myrhaug"
FIRST, SECOND = 0, 1
ON_TEMPLATE = {each.key for each in fields(ProposalIn)}
NB = words("nb")

every = pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
asked = pytest.mark.parametrize(
    "field", [each for each in FIELDS if each.key in ON_TEMPLATE], ids=lambda field: field.key
)
changing = pytest.mark.parametrize(
    "field", [each for each in FIELDS if not each.fixed], ids=lambda field: field.key
)


def sample(field: Field, turn: int) -> tuple[object, object]:
    """Return what somebody writes in a field, and what is then held; another thing in another turn."""
    text, year = f"Sagt om {field.key} {turn}", 2015 + FIELDS.index(field) + turn
    by_kind: dict[Kind, tuple[tuple[object, object], ...]] = {
        Kind.LINE: ((text, text),) * 2,
        Kind.PARAGRAPH: ((f"{text}\n\nMer", f"{text}\n\nMer"),) * 2,
        Kind.YEAR: ((year, year),) * 2,
        Kind.PHASE: ((NB.name(Phase.PLAN), Phase.PLAN), (NB.name(Phase.CLOSE), Phase.CLOSE)),
        Kind.GOALS: (("1; 2", tuple(each.key for each in goals()[:2])), ("3", (goals()[2].key,))),
        Kind.OWNER: (("0301 Oslo", "kommune:0301"), ("4601 Bergen", "kommune:4601")),
        Kind.PARTIES: (("KS; 1103", ("ks", "kommune:1103")), ("KS", ("ks",))),
        Kind.PERSON: ((None, SECRETARIAT), (None, OTHER)),
    }
    return (REFERENCE, REFERENCE) if field.fixed else by_kind[field.kind][turn]


def held(field: Field, turn: int) -> object:
    return sample(field, turn)[1]


def read(turn: int) -> Upload:
    """Return what is read of a workbook with something in every field."""
    row = {each.key: sample(each, turn)[0] for each in FIELDS if each.key in ON_TEMPLATE}
    upload, faults, _ = read_proposals(
        "alt.xlsx", filled_in(proposals=[row]), parties=parties(), goals=goals(), today_year=NOW.year
    )
    assert faults == ()
    return upload


@pytest.fixture(scope="module")
def database(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The example, and with it a proposal that came in a workbook with something in every field."""
    path = shutil.copy(filled, tmp_path_factory.mktemp("fields") / "portfolio.db")
    database = Database(f"sqlite:///{path}")
    upload = read(FIRST)
    with database.read() as reader:
        seen = plan(reader, upload, on=NOW.date()).digest
        stamp = Stamp(person=reader.get(Person, SECRETARIAT), at=NOW)
    bring_in(database, upload, seen=seen, on=NOW.date(), stamp=stamp)
    yield database
    database.close()


@pytest.fixture(scope="module")
def brought_in(database: Database) -> Proposal:
    return stored(database)


@pytest.fixture(scope="module")
def again(database: Database, brought_in: Proposal) -> Plan:
    """What the next workbook would do, with something else in every field."""
    with database.read() as reader:
        return plan(reader, read(SECOND), on=NOW.date())


@pytest.fixture(scope="module")
def changed(database: Database, again: Plan) -> Proposal:
    """The proposal after somebody has written something else in every field of the form."""
    form = seat(database, SECRETARIAT, "proposals.proposals", id=ID, endre="")
    boxes: dict[Kind, Callable[..., Any]] = {
        Kind.PARAGRAPH: form.text_area,
        Kind.PHASE: form.selectbox,
        Kind.OWNER: form.selectbox,
        Kind.PERSON: form.selectbox,
        Kind.GOALS: form.multiselect,
        Kind.PARTIES: form.multiselect,
    }
    for field in FIELDS:
        if not field.fixed:
            box, value = boxes.get(field.kind, form.text_input), held(field, SECOND)
            box(key=f"forslag.{ID}.0.{field.key}").set_value(
                list(value) if isinstance(value, tuple) else str(value)
            )
    next(each for each in form.button if each.label == "Lagre").click().run()
    assert [each.value for each in form.error] == []
    return stored(database)


@pytest.fixture(scope="module")
def page(database: Database, changed: Proposal) -> str:
    return everything(seat(database, OTHER, "proposals.proposals", id=ID)).replace("\\", "")


@pytest.fixture(scope="module")
def headings() -> list[list[object]]:
    """The headings of the template in each language."""
    books = [template(words=words(each), parties=parties(), goals=goals()) for each in LANGUAGES]
    return [
        [cell.value for cell in load_workbook(io.BytesIO(each)).worksheets[1][HEADING_ROW]] for each in books
    ]


def stored(database: Database) -> Proposal:
    with database.read() as reader:
        return reader.get(Proposal, ID)


@asked
def test_a_field_has_a_column_of_the_template_in_every_language(
    field: Field, headings: list[list[object]]
) -> None:
    star = " *" if field.required else ""
    for language, shown in zip(LANGUAGES, headings, strict=True):
        assert f"{words(language)(field.on_template)}{star}" in shown


@asked
def test_a_field_comes_from_the_workbook_into_the_database(field: Field, brought_in: Proposal) -> None:
    assert getattr(brought_in, field.key) == held(field, FIRST)


@asked
def test_a_field_that_differs_when_the_workbook_comes_again_is_told(field: Field, again: Plan) -> None:
    told = {each.field: (each.before, each.after) for each in again.changes}
    if field.fixed:
        assert field.key not in told
    else:
        assert told[field.key] == (held(field, FIRST), held(field, SECOND))


@changing
def test_a_field_can_be_changed_in_the_form(field: Field, changed: Proposal) -> None:
    assert getattr(changed, field.key) == held(field, SECOND)


@every
def test_a_field_stands_on_the_page(field: Field, changed: Proposal, page: str, database: Database) -> None:
    assert all(text in page for text in shown(field, database))
    assert not field.page or NB(field.name) in page


def shown(field: Field, database: Database) -> list[str]:
    """Return what the page is to show of a field."""
    value: Any = held(field, SECOND)
    with database.read() as reader:
        people = {each.id: each.name for each in reader.all(Person)}
    names = (
        people
        | {each.id: each.name for each in parties()}
        | {each.key: NB.put(each.text) for each in goals()}
    )
    if isinstance(value, tuple):
        return [names[each] for each in value]
    return names.get(value, NB.put(value)).split("\n\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_fields_are_called_the_same(language: str) -> None:
    for noun in (Proposal, ProposalIn, CostIn, ContributionIn, PartyIn):
        for called in ("on_template", "on_form", "name"):
            names = [words(language)(getattr(each, called)) for each in fields(noun)]  # type: ignore[arg-type]
            assert len(set(names)) == len(names)


def test_only_who_the_project_owner_is_cannot_be_said_in_a_workbook() -> None:
    assert {each.key for each in FIELDS} - ON_TEMPLATE == {"owner_person"}


def test_the_trail_tells_that_a_contact_changed_but_not_to_whom(
    database: Database, changed: Proposal
) -> None:
    untold = [each for each in FIELDS if each.key in UNTOLD]
    with database.read() as reader:
        traces = [each.changes for each in reader.traces(most=2)]
    assert [each.key for each in untold] == ["contact"]
    for field in untold:
        assert f'"{field.key}":"…"' in traces[0]
        assert not any(str(held(field, turn)) in told for turn in (FIRST, SECOND) for told in traces)
