"""Every word people read, found in the code, held against the catalogues; `arrange` puts each where it belongs."""

import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import polib

from portfolio.given import LANGUAGES
from portfolio.web.builtin import CONTEXTS

HOME = Path(__file__).parents[1]
CODE = HOME / "portfolio"
LOCALE = CODE / "locale"
SPEAKERS = {"N_", "words", "speak", "_words"}
"""A sentence is what is handed, as a plain string, to one of these."""
WINGS = {"proposals", "prioritising", "funding", "realising"}
DOORS = {"sheets": "sheets", "commands": "commands", "web": "streamlit"}
"""The doors whose words stand together, whatever wing they are about."""
SHARED = "shared"


class Sentence(NamedTuple):
    """A sentence in the code, as it stands in a catalogue."""

    text: str
    plural: str = ""
    context: str = ""


class Entry(NamedTuple):
    """What a catalogue says for a sentence, and where."""

    language: str
    path: Path
    said: polib.POEntry

    @property
    def sentence(self) -> Sentence:
        return Sentence(self.said.msgid, self.said.msgid_plural, self.said.msgctxt or "")

    def __str__(self) -> str:
        return f"{self.language}/{self.path.name}: {self.said.msgid[:60]!r}{_in(self.sentence)}"


def sentences() -> dict[Sentence, list[str]]:
    """Return every sentence in the code, and the places where it stands."""
    found: dict[Sentence, list[str]] = {}
    for path in sorted([*CODE.rglob("*.py"), HOME / "app.py"]):
        tree = ast.parse(path.read_text())
        counted = dict(_counted(tree))
        for text, context, line in _said(tree):
            if text not in counted.values():
                sentence = Sentence(text, counted.get(text, ""), context)
                found.setdefault(sentence, []).append(f"{path.relative_to(HOME)}:{line}")
    return found


def entries(language: str, *, locale: Path = LOCALE) -> list[Entry]:
    """Return all that the catalogues of a language say."""
    paths = sorted((locale / language).glob("*.po"))
    return [Entry(language, path, said) for path in paths for said in polib.pofile(str(path))]


def belonging(places: Iterable[str]) -> str:
    """Return the catalogue of a sentence: its door or wing, and the shared one where it is said in several.

    >>> belonging(["portfolio/pages/funding/keys.py:3", "portfolio/actions/funding/keys.py:8"])
    'funding'
    >>> belonging(["portfolio/sheets/filling/proposals.py:3"]), belonging(["portfolio/charts/funding.py:1"])
    ('sheets', 'funding')
    >>> belonging(["portfolio/sheets/filling/forms.py:3", "portfolio/pages/history.py:8"])
    'shared'
    """
    homes = {_home(Path(place.rpartition(":")[0]).with_suffix("").parts) for place in places}
    return homes.pop() if len(homes) == 1 else SHARED


def faults(locale: Path = LOCALE) -> Iterator[str]:
    """Yield what is wrong with the catalogues: missing, not said, misplaced, twice, or doubtful in itself."""
    wanted = sentences()
    for language in LANGUAGES:
        have = entries(language, locale=locale)
        for entry in have:
            yield from (f"{entry} {fault}" for fault in _faults(entry, wanted))
        yield from _disorder(have)
        lacking = [] if language == "en" else wanted.keys() - {each.sentence for each in have}
        for sentence in sorted(lacking):
            plural = " (with plural)" if sentence.plural else ""
            place = wanted[sentence][0]
            yield f"{language}: {sentence.text!r}{plural}{_in(sentence)} from {place} is missing"


def arrange(locale: Path = LOCALE) -> None:
    """Put every entry in the catalogue where it belongs, sorted; a new sentence is to be written there first."""
    wanted = sentences()
    for language in LANGUAGES:
        have = entries(language, locale=locale)
        heads = {path: polib.pofile(str(path), wrapwidth=0) for path in {each.path for each in have}}
        kept: dict[Path, list[polib.POEntry]] = {path: [] for path in heads}
        for entry in have:
            kept.setdefault(entry.path.with_stem(_right(entry, wanted)), []).append(entry.said)
        for path, said in kept.items():
            _write(path, heads.get(path) or _empty(heads), said)


def _home(parts: tuple[str, ...]) -> str:
    door = DOORS.get(parts[1]) if len(parts) > 1 else None
    return door or next((each for each in parts if each in WINGS), SHARED)


def _right(entry: Entry, wanted: dict[Sentence, list[str]]) -> str:
    """Return where an entry belongs; what nobody says stays where it is."""
    if entry.sentence.context in CONTEXTS:
        return DOORS["web"]
    places = wanted.get(entry.sentence)
    return belonging(places) if places else entry.path.stem


def _faults(entry: Entry, wanted: dict[Sentence, list[str]]) -> Iterator[str]:
    said, sentence = entry.said, entry.sentence
    if sentence.context not in CONTEXTS and sentence not in wanted:
        yield "is said nowhere any more"
    if (right := _right(entry, wanted)) != entry.path.stem:
        yield f"belongs in {right}.po"
    if not said.translated():
        yield "has no translation"
    if entry.language == "en" and sentence.text in (said.msgstr, said.msgstr_plural.get(0)):
        yield "says the same as the code"
    for text in filter(None, [said.msgstr, *said.msgstr_plural.values()]):
        if _places(text) - _places(said.msgid + said.msgid_plural):
            yield "has a place that the English has not"
        if not said.msgid_plural and _places(text) != _places(said.msgid):
            yield "lacks a place that the English has"


def _disorder(have: list[Entry]) -> Iterator[str]:
    seen: dict[tuple[str, str], str] = {}
    before: Entry | None = None
    for entry in have:
        key = (entry.sentence.text, entry.sentence.context)
        if key in seen:
            yield f"{entry} stands in {seen[key]} too"
        seen[key] = entry.path.name
        if before and before.path == entry.path and _order(before.said) > _order(entry.said):
            yield f"{entry} stands out of order"
        before = entry


def _order(said: polib.POEntry) -> tuple[str, str]:
    return said.msgid, said.msgctxt or ""


def _in(sentence: Sentence) -> str:
    return f" in the context {sentence.context!r}" if sentence.context else ""


def _places(text: str) -> set[str]:
    return {part.split("}")[0] for part in text.split("{")[1:]}


def _said(tree: ast.AST) -> Iterator[tuple[str, str, int]]:
    """Yield each sentence with its context and the line it stands on."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in SPEAKERS:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                marked = _name(node.func) == "N_"
                yield first.value, _text(_keyword(node, "context")) or "" if marked else "", node.lineno


def _counted(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the singular and plural of each message that has both."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            one, many = _text(node.args[0]), _text(_keyword(node, "plural"))
            if one and many:
                yield one, many


def _keyword(call: ast.Call, name: str) -> ast.AST | None:
    return next((each.value for each in call.keywords if each.arg == name), None)


def _text(node: ast.AST | None) -> str | None:
    if isinstance(node, ast.Call) and node.args:
        node = node.args[0]
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _name(func: ast.AST) -> str:
    if isinstance(func, ast.Attribute):
        return func.attr
    return func.id if isinstance(func, ast.Name) else ""


def _empty(heads: dict[Path, polib.POFile]) -> polib.POFile:
    """Return a catalogue with nothing in it, with the head of the first of the language."""
    made = polib.POFile(wrapwidth=0)
    made.metadata = heads[min(heads)].metadata
    return made


def _write(path: Path, head: polib.POFile, said: list[polib.POEntry]) -> None:
    """Write a catalogue, or take it away where nothing is left in it."""
    head[:] = sorted(said, key=_order)
    if said:
        head.save(str(path), newline="\n")
    else:
        path.unlink(missing_ok=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["arrange"]:
        arrange()
    wrong = list(faults())
    print("\n".join(wrong) or f"{len(sentences())} sentences, complete in {', '.join(LANGUAGES)}")
    sys.exit(bool(wrong))
