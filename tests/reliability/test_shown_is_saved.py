"""What a form shows is what it saves: in every form, also where somebody else has saved other fields of it in between."""

import ast
from pathlib import Path
from typing import NamedTuple

import pytest
from streamlit.testing.v1 import AppTest

from portfolio.actions.prioritising.rounds import begin_round
from portfolio.prioritising.rounds import RoundPhase
from portfolio.store.database import Database
from tests.pages.realising.benefit_seats import DRIVING
from tests.pages.seat import everything, press, seat
from tests.rounds import COLLEAGUE, FIRST, FRESH, OPEN, SECRETARIAT, TOLK, Stamped, step

PAGES = Path(__file__).parents[2] / "portfolio" / "pages"
ADMINISTRATOR, LENE = "person:are-tangneset", "person:lene-bjørkmyra"
KEPT = "Behold det jeg endret, og lagre"
FRESHLY = "runde:ny"
"""A round that is being prepared."""
WHY = ("reason", "why")
"""What the fields for why are called: they are of the act, and not of what is kept."""
LOOKED_AT_AGAIN = {"funding/contributions.py", "funding/keys.py"}
"""Forms that keep all that stands in them, and show what it comes to again before anybody says yes."""
ANSWERED_APART = {"prioritising/gate_lists.py"}
"""A form of what nobody has answered: what somebody else answers leaves it, which is held beside its page."""
NOT_MET = {
    "prioritising/impartiality.py",
    "prioritising/marks.py",
    "prioritising/round_phases.py",
}
"""Forms of one's own word, which nobody else saves, and one that has a reason alone."""


class Two(NamedTuple):
    """A form that two people have open: where it is, what each of them changes in it, and how it is saved."""

    module: str
    page: str
    query: dict[str, str]
    form: str
    first: str
    second: str
    theirs: tuple[str, str, str]
    mine: tuple[str, str, str]
    save: str
    why: str = ""


FORMS = (
    Two(
        "people.py", "people", {"id": LENE}, f"person.{LENE}", ADMINISTRATOR, ADMINISTRATOR,
        ("text_input", "name", "Lene B"), ("selectbox", "active", "no"), "Lagre",
    ),
    Two(
        "proposals/form.py", "proposals.proposals", {"id": "prosjekt:2026-019", "endre": ""}, "forslag.prosjekt:2026-019",
        SECRETARIAT, COLLEAGUE, ("text_area", "need", "Deres behov"), ("text_area", "summary", "Min tekst"), "Lagre",
    ),
    Two(
        "prioritising/round_contents.py", "prioritising.rounds", {"runde": FRESHLY, "endre": ""}, f"runde.{FRESHLY}",
        SECRETARIAT, COLLEAGUE, ("text_input", "title", "Høsten"), ("radio", "names_shown", "True"), "Lagre",
    ),
    Two(
        "prioritising/gates.py", "prioritising.rounds", {"runde": OPEN, "forslag": TOLK}, f"kontroll.{OPEN}.{TOLK}",
        SECRETARIAT, COLLEAGUE, ("text_area", "reason.problem", "Deres grunn"), ("text_area", "reason.modenhet", "Min grunn"),
        "Lagre kontrollen", "why",
    ),
    Two(
        "prioritising/recommendations.py", "prioritising.ranking", {"runde": OPEN, "anbefal": FIRST},
        f"anbefaling.{OPEN}.{FIRST}", SECRETARIAT, COLLEAGUE, ("radio", "outcome", "recommended"),
        ("text_area", "reason", "Min grunn"), "Lagre og neste",
    ),
    Two(
        "prioritising/decisions.py", "prioritising.ranking", {"runde": OPEN, "beslutning": FIRST},
        f"beslutning.{OPEN}.{FIRST}", SECRETARIAT, COLLEAGUE, ("text_input", "case", "KS 26/0201"),
        ("text_input", "note", "Min merknad"), "Lagre KS' beslutning", "why",
    ),
    Two(
        "realising/benefit_form.py", "realising.benefits", {"id": DRIVING, "endre": ""}, f"gevinst.{DRIVING}",
        SECRETARIAT, COLLEAGUE, ("text_input", "target_value", "4,2"), ("text_input", "indicator", "Min måte"), "Lagre", "reason",
    ),
)  # fmt: skip


def test_every_form_that_two_may_have_open_is_tried():
    found = {str(path.relative_to(PAGES)) for path in PAGES.rglob("*.py") if _begins_from_a_revision(path)}
    assert found == {each.module for each in FORMS} | LOOKED_AT_AGAIN | ANSWERED_APART | NOT_MET


@pytest.mark.parametrize("two", FORMS, ids=lambda two: two.module)
def test_the_second_of_two_sees_every_field_as_it_is_then_saved(
    database: Database, stamp: Stamped, two: Two
) -> None:
    if two.page == "prioritising.ranking":
        step(database, stamp, RoundPhase.MEETING)
    if two.page == "prioritising.ranking":
        _said(database, two)
    if two.query.get("runde") == FRESHLY:
        _prepared(database, stamp)
    mine = _seat(database, two.second, two)
    _write(mine, two, two.mine)
    theirs = _seat(database, two.first, two)
    _write(theirs, two, two.theirs)
    press(theirs, two.save)
    assert not theirs.error
    press(mine, two.save)
    assert "endret dette" in everything(mine)
    assert "En annen har endret dette" in everything(mine)
    shown = _standing(mine, two.form)
    assert (shown[two.theirs[1]], shown[two.mine[1]]) == (_kept(two.theirs), _kept(two.mine))
    press(mine, KEPT)
    assert not mine.error
    assert _standing(_seat(database, two.second, two), two.form) == shown


def _begins_from_a_revision(path: Path) -> bool:
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Form"
        and any(each.arg == "revision" for each in node.keywords)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )


def _seat(database: Database, person: str, two: Two) -> AppTest:
    return seat(database, person, two.page, **two.query)


def _write(shown: AppTest, two: Two, what: tuple[str, str, str]) -> None:
    kind, field, value = what
    getattr(shown, kind)(key=f"{two.form}.0.{field}").set_value(value)
    if two.why:
        why = next(
            each for each in (*shown.text_area, *shown.text_input) if each.key == f"{two.form}.0.{two.why}"
        )
        why.set_value("Avtalt")
    shown.run()
    assert not shown.exception


def _standing(shown: AppTest, form: str) -> dict[str, object]:
    """Return what stands in each field of a form, but for why."""
    kinds = (
        shown.text_input,
        shown.text_area,
        shown.selectbox,
        shown.radio,
        shown.multiselect,
        shown.date_input,
    )
    fields = {str(each.key): each.value for kind in kinds for each in kind}
    found = {
        key.removeprefix(f"{form}.").partition(".")[2]: each
        for key, each in fields.items()
        if key.startswith(f"{form}.")
    }
    return {field: each for field, each in found.items() if field not in WHY or form.startswith("anbefaling")}


def _kept(what: tuple[str, str, str]) -> object:
    return what[2]


def _said(database: Database, two: Two) -> None:
    """Record a recommendation or a decision on the first, so that there is one to change."""
    shown = _seat(database, SECRETARIAT, two)
    if two.query.get("beslutning"):
        shown.radio(key=f"{two.form}.0.resolution").set_value("approved")
        shown.text_input(key=f"{two.form}.0.case").set_value("KS 26/0200")
        shown.text_input(key=f"{two.form}.0.on").set_value("20.11.2026")
    else:
        shown.radio(key=f"{two.form}.0.outcome").set_value("look_further")
        shown.text_area(key=f"{two.form}.0.reason").set_value("Grunn")
    press(shown, two.save)
    assert not shown.error


def _prepared(database: Database, stamp: Stamped) -> None:
    made = begin_round(
        database, title="Ny", method="felles/1.1", proposals=[TOLK], members=[FRESH], stamp=stamp(SECRETARIAT)
    )
    assert made.id == FRESHLY
