"""What `python -m tests.words` finds in catalogues that are not as they should be."""

import shutil

import polib
import pytest

from tests.words import LOCALE, arrange, faults


@pytest.fixture
def locale(tmp_path):
    return shutil.copytree(LOCALE, tmp_path / "locale")


def test_each_fault_of_the_catalogues_is_told(locale):
    book = polib.pofile(str(locale / "nb" / "proposals.po"))
    promised = book.find("Promised", msgctxt="template")
    promised.msgctxt = "page"
    book.append(polib.POEntry(msgid="Yes", msgstr="Ja"))
    book.save()
    (locale / "en").mkdir(exist_ok=True)
    english = polib.POFile()
    english.append(polib.POEntry(msgid="Yes", msgstr="Yes"))
    english.save(str(locale / "en" / "shared.po"))
    told = list(faults(locale))
    assert "nb/proposals.po: 'Promised' in the context 'page' is said nowhere any more" in told
    assert any(
        each.startswith("nb: 'Promised' in the context 'template' from portfolio/proposals/") for each in told
    )
    assert "nb/proposals.po: 'Yes' belongs in shared.po" in told
    assert "nb/shared.po: 'Yes' stands in proposals.po too" in told
    assert "nb/proposals.po: 'Yes' stands out of order" in told
    assert "en/shared.po: 'Yes' says the same as the code" in told


def test_arranging_puts_an_entry_where_it_belongs_and_changes_nothing_else(locale):
    sheets, shared = locale / "nn" / "sheets.po", locale / "nn" / "shared.po"
    before = {path: path.read_text() for path in locale.rglob("*.po")}
    book, other = polib.pofile(str(shared)), polib.pofile(str(sheets))
    other.append(book.find("Yes"))
    book.remove(book.find("Yes"))
    book.save()
    other.save()
    arrange(locale)
    assert {path: path.read_text() for path in locale.rglob("*.po")} == before
