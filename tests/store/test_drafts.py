"""What somebody has typed and not saved is kept for them, and for nobody else."""

from portfolio.store import drafts
from portfolio.store.database import Database
from tests.databases import AT

TYPED = {"title": "Blå «bær» 🫐", "year": 2026, "phase": None}


def test_the_last_that_was_typed_is_kept(known: Database):
    drafts.keep(known, {"title": "før"}, person="p", form="f", at=AT)
    drafts.keep(known, TYPED, person="p", form="f", at=AT)
    with known.read() as reader:
        assert drafts.draft(reader, person="p", form="f") == TYPED


def test_nobody_gets_what_another_typed_or_typed_elsewhere(known: Database):
    drafts.keep(known, TYPED, person="p", form="f", at=AT)
    with known.read() as reader:
        assert drafts.draft(reader, person="q", form="f") == {}
        assert drafts.draft(reader, person="p", form="g") == {}


def test_a_dropped_draft_is_gone_and_only_that_one(known: Database):
    for form in ("f.1", "f.2"):
        drafts.keep(known, TYPED, person="p", form=form, at=AT)
    drafts.drop(known, person="p", form="f.1")
    drafts.drop(known, person="p", form="f.1")
    with known.read() as reader:
        assert drafts.draft(reader, person="p", form="f.1") == {}
        assert drafts.draft(reader, person="p", form="f.2") == TYPED


def test_the_forms_begun_are_found_by_how_they_begin(known: Database):
    for form in ("mark.runde_1.a", "mark.runde_1.b", "mark.rundeX1.c", "mark.runde%1.d", "proposal.a"):
        drafts.keep(known, TYPED, person="p", form=form, at=AT)
    with known.read() as reader:
        assert set(drafts.forms(reader, person="p", prefix="mark.runde_1.")) == {
            "mark.runde_1.a",
            "mark.runde_1.b",
        }
        assert drafts.forms(reader, person="q", prefix="mark.") == ()


def test_a_draft_leaves_no_trace(known: Database):
    with known.read() as reader:
        before = reader.head()
    drafts.keep(known, TYPED, person="p", form="f", at=AT)
    with known.read() as reader:
        assert reader.head() == before
