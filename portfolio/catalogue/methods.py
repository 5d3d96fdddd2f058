"""The methods we judge by, read from the methodology folder; a published version never changes."""

import hashlib
import json
from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from pydantic import ValidationError

from portfolio.messages import N_, Message
from portfolio.objections import Objection, raise_any
from portfolio.prioritising.methods import Method
from portfolio.settings import HOME

FOLDER = HOME / "methodology"
SEALS = "PUBLISHED"
"""The file that holds the sha256 of every published version, as `sha256sum` writes it."""


class BrokenMethod(Objection):
    """A method file that cannot be read, or that says something a method cannot say."""


class ChangedMethod(Objection):
    """A published version whose file is another than the one that was published, or is gone."""


@cache
def methods(folder: Path = FOLDER) -> Mapping[str, Method]:
    """Return every published method by `key/version`, read once.

    Raises:
        ChangedMethod, BrokenMethod: every fault in the folder, each with its file.
    """
    raise_any(changed(folder))
    read = (read_method(folder / path) for path in seals(folder))
    return MappingProxyType({method.id: method for method in read})


def changed(folder: Path = FOLDER) -> tuple[Objection, ...]:
    """Return the published versions that are no longer as they were published."""
    faults = []
    for path, seal in seals(folder).items():
        if not (folder / path).is_file():
            faults.append(
                ChangedMethod(
                    N_("The published method file {file} is gone. Put it back."), about=path, file=path
                )
            )
        elif fingerprint(folder / path) != seal:
            faults.append(
                ChangedMethod(
                    N_(
                        "A published version cannot change, and {file} has changed. Put the old file back, and make a new version."
                    ),
                    about=path,
                    file=path,
                )
            )
    return tuple(faults)


def seals(folder: Path = FOLDER) -> Mapping[str, str]:
    """Return the sha256 of every published version, by file."""
    file = folder / SEALS
    if not file.is_file():
        raise ChangedMethod(
            N_("The published method file {file} is gone. Put it back."), about=SEALS, file=SEALS
        )
    lines = file.read_text(encoding="utf-8").splitlines()
    return {path: seal for seal, _, path in (line.partition("  ") for line in lines if line.strip())}


def fingerprint(path: Path) -> str:
    """Return the sha256 of a text file; line endings do not count."""
    return hashlib.sha256(path.read_text(encoding="utf-8").encode()).hexdigest()


def read_method(path: Path) -> Method:
    """Return the method in a file, which stands where its key and version say.

    Raises:
        BrokenMethod: what is wrong, with file, line and field.
    """
    file = f"{path.parent.name}/{path.name}"
    given, root = _parsed(path, file)
    try:
        method = Method.model_validate(given)
    except ValidationError as wrong:
        faults = [_fault(file, root, each["loc"], each["msg"]) for each in wrong.errors()]
        raise_any(faults)
        raise
    if f"{method.id}.yaml" != file:
        raise _broken(file, 1, "key", f"the file says {method.id}, so it must be {method.id}.yaml")
    return method


def schema() -> str:
    """Return the JSON schema of a method file, for editors that help people write one."""
    return json.dumps(Method.model_json_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


class _Loader(yaml.SafeLoader):
    """YAML that refuses the same key twice, where the plain one keeps the last without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{key.value} is written twice", key.start_mark
                )
            seen.add(str(key.value))
        return super().construct_mapping(node, deep=deep)


def _parsed(path: Path, file: str) -> tuple[object, yaml.Node]:
    try:
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=_Loader)
        if root is None:
            raise _broken(file, 1, "", "the file is empty")
        return yaml.load(text, Loader=_Loader), root  # noqa: S506 (a safe loader)
    except yaml.MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
        raise _broken(file, line, "", str(wrong.problem)) from wrong
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as wrong:
        raise _broken(file, 1, "", str(wrong)) from wrong


def _fault(file: str, root: yaml.Node, place: tuple[int | str, ...], fault: str) -> BrokenMethod:
    *_, line = _lines(root, place)
    return _broken(file, line, ".".join(map(str, place)), fault.removeprefix("Value error, "))


def _lines(node: yaml.Node, place: tuple[int | str, ...]) -> Iterator[int]:
    """Yield the line of every node on the way to a place, as far as the file goes there."""
    yield node.start_mark.line + 1
    for step in place:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            found = [value for key, value in node.value if key.value == step]
            node = found[0] if found else node
        yield node.start_mark.line + 1


def _broken(file: str, line: int, field: str, fault: str) -> BrokenMethod:
    return BrokenMethod(
        N_("The method file {file} is wrong at line {line} ({field}): {fault}."),
        about=f"{file}:{line}",
        file=file,
        line=line,
        field=field or Message(N_("the whole file")),
        fault=fault,
    )
