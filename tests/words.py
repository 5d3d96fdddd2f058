"""Every word people read, found in the code, held against the catalogues of the three languages."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import polib

from portfolio.given import LANGUAGES

HOME = Path(__file__).parents[1]
CODE = HOME / "portfolio"
SPEAKERS = {"N_", "words", "speak", "_words"}
"""A sentence is what is handed, as a plain string, to one of these."""

Sentence = tuple[str, str | None]


def sentences() -> dict[Sentence, str]:
    """Return every sentence in the code, with its plural where it has one, and where it stands."""
    found: dict[Sentence, str] = {}
    for path in sorted([*CODE.rglob("*.py"), HOME / "app.py"]):
        tree = ast.parse(path.read_text())
        counted = dict(_counted(tree))
        for text, line in _said(tree):
            if text in counted.values():
                continue
            found.setdefault((text, counted.get(text)), f"{path.relative_to(HOME)}:{line}")
    return found


def faults() -> Iterator[str]:
    """Yield what is wrong with the catalogues: missing, empty, doubtful, twice, or with other places in it."""
    wanted = sentences()
    for language in LANGUAGES:
        seen: dict[str, str] = {}
        for path in sorted((CODE / "locale" / language).glob("*.po")):
            for entry in polib.pofile(str(path)):
                where = f"{language}/{path.name}: {entry.msgid[:60]!r}"
                if (key := f"{entry.msgctxt}|{entry.msgid}") in seen:
                    yield f"{where} stands in {seen[key]} too"
                seen[key] = path.name
                yield from (f"{where} {fault}" for fault in _entry_faults(entry))
        have = {
            (entry.msgid, entry.msgid_plural or None)
            for path in (CODE / "locale" / language).glob("*.po")
            for entry in polib.pofile(str(path))
            if not entry.msgctxt
        }
        said = {text for text, _ in wanted}
        yield from (f"{language}: {text!r} is said nowhere any more" for text, _ in have if text not in said)
        for sentence, place in wanted.items():
            if sentence not in have:
                yield f"{language}: {sentence[0]!r}{' (with plural)' if sentence[1] else ''} from {place} is missing"


def _entry_faults(entry: polib.POEntry) -> Iterator[str]:
    if not entry.translated():
        yield "has no translation"
    said = [entry.msgstr, *entry.msgstr_plural.values()]
    for text in filter(None, said):
        if _places(text) - _places(entry.msgid + entry.msgid_plural):
            yield "has a place that the English has not"
        if not entry.msgid_plural and _places(text) != _places(entry.msgid):
            yield "lacks a place that the English has"


def _places(text: str) -> set[str]:
    return {part.split("}")[0] for part in text.split("{")[1:]}


def _said(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in SPEAKERS:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value, node.lineno


def _counted(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the singular and plural of each message that has both."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            plural = next((each.value for each in node.keywords if each.arg == "plural"), None)
            texts = [_text(each) for each in (node.args[0], plural)] if plural and node.args else []
            if all(texts) and texts:
                yield str(texts[0]), str(texts[1])


def _text(node: ast.AST | None) -> str | None:
    if isinstance(node, ast.Call) and node.args:
        node = node.args[0]
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _name(func: ast.AST) -> str:
    if isinstance(func, ast.Attribute):
        return func.attr
    return func.id if isinstance(func, ast.Name) else ""


if __name__ == "__main__":
    wrong = list(faults())
    print("\n".join(wrong) or f"{len(sentences())} sentences, complete in {', '.join(LANGUAGES)}")
    sys.exit(bool(wrong))
