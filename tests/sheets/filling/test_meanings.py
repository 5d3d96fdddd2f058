"""What a cell means by its kind, whichever sheet it stands on."""

import pytest

from portfolio.proposals.fields import Kind
from portfolio.sheets.filling.choices import Goals
from portfolio.sheets.filling.forms import FORMS
from portfolio.sheets.filling.meanings import Meanings
from portfolio.sheets.filling.register import Register
from portfolio.sheets.filling.rows import Row
from portfolio.sheets.filling.safe import Grid
from portfolio.sheets.filling.sheet import FilledSheet
from tests.examples.filling import place
from tests.sheets.filling.books import GOALS, PARTIES, faults, good, read


@pytest.mark.parametrize(
    ("sheet", "field", "value", "says"),
    [
        ("Forslag", "owner_party", "Kommunene sammen", "Én part må eie"),
        ("Forslag", "partners", "Bergen; Narnia", "Narnia"),
    ],
)
def test_a_body_that_does_not_belong_there_is_told_at_its_cell(sheet, field, value, says):
    told = faults(good(**{sheet: {field: value}}))
    assert list(told) == [place(sheet, field)]
    assert says in told[place(sheet, field)]


def test_several_stand_with_semicolons_or_on_lines_of_their_own_and_count_once():
    upload, wrong = read(good(Forslag={"partners": "KS; 0301;;ks", "goals": "2\n1; 2"}))
    assert wrong == ()
    assert upload.proposals[0].partners == ("ks", "kommune:0301")
    assert upload.proposals[0].goals == (GOALS[1].key, GOALS[0].key)


def test_commas_stand_between_several_where_each_is_known_and_else_the_semicolon_is_told_of():
    upload, wrong = read(good(Forslag={"partners": "Bergen, Stavanger", "goals": "1, 2"}))
    assert wrong == ()
    assert upload.proposals[0].partners == ("kommune:4601", "kommune:1103")
    assert upload.proposals[0].goals == (GOALS[0].key, GOALS[1].key)
    for several in ("Bergen, Narnia", "Bergen / Stavanger", "Bergen og Stavanger", "Bergen & Stavanger"):
        told = faults(good(Forslag={"partners": several}))[place("Forslag", "partners")]
        assert told == f"«{several}» er ikke kjent. Sett semikolon mellom flere."


def test_a_name_with_commas_in_it_is_read_among_others_with_commas_between():
    upload, wrong = read(good(Forslag={"partners": "Barne-, ungdoms- og familiedirektoratet, KS"}))
    assert (wrong, upload.proposals[0].partners) == ((), ("stat:bufdir", "ks"))


def test_bullets_before_the_lines_are_no_part_of_the_names():
    upload, wrong = read(good(Forslag={"partners": "• Bergen\n- Stavanger"}))
    assert (wrong, upload.proposals[0].partners) == ((), ("kommune:4601", "kommune:1103"))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_every_column_of_every_sheet_can_be_read(form):
    sheet = FilledSheet(form, Grid("Ark", {}), 4, {})
    assert Meanings(Register(PARTIES), Goals(GOALS), 2026).said(Row(sheet, 6, {})) == {}
    assert Kind.PERSON not in {each.kind for each in form.headings}
