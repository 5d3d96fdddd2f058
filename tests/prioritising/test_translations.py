import ast
from pathlib import Path
from string import Formatter

import polib
import pytest

import portfolio
from portfolio.given import LANGUAGES

HOUSE = Path(portfolio.__file__).parent
NOUNS = ["names", "objections", "people", "proposals", "money", "numerals", "words"]
SPEAKING = [
    *(HOUSE / f"{name}.py" for name in NOUNS),
    *(path for wing in ("prioritising", "funding", "realising") for path in (HOUSE / wing).glob("*.py")),
    HOUSE / "catalogue" / "methods.py",
]


def said():
    for path in SPEAKING:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "N_":
                yield ast.literal_eval(node.args[0])


def places(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_domain_is_put_into_words(language):
    catalogue = polib.pofile(str(HOUSE / "locale" / language / "domain.po"))
    translated = {entry.msgid: entry.msgstr for entry in catalogue if entry.msgstr and not entry.fuzzy}
    assert set(said()) <= translated.keys()
    assert language != "en" or all(msgid == msgstr for msgid, msgstr in translated.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_same_places_as_the_sentence(language):
    for entry in polib.pofile(str(HOUSE / "locale" / language / "domain.po")):
        assert places(entry.msgid) == places(entry.msgstr)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_domain_is_put_into_words_twice(language):
    own = {entry.msgid for entry in polib.pofile(str(HOUSE / "locale" / language / "domain.po"))}
    for path in (HOUSE / "locale" / language).glob("*.po"):
        if path.name != "domain.po":
            theirs = {entry.msgid for entry in polib.pofile(str(path)) if not entry.msgctxt}
            assert not own & theirs, path.name
