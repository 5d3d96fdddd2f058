import shutil

import pytest

from portfolio.catalogue.methods import (
    FOLDER,
    SEALS,
    BrokenMethod,
    ChangedMethod,
    fingerprint,
    methods,
    read_method,
)
from portfolio.objections import Objections
from tests.methodology.publishing import unpublished


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FOLDER, tmp_path / "methodology")


def mend(folder, old, new, *, file="felles/1.0.yaml"):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def line_of(path, text):
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_methods_are_found_by_key_and_version():
    assert set(methods()) == {"felles/1.0", "felles/1.1", "ideportal/1.0"}
    assert all(id == method.id for id, method in methods().items())


def test_methods_are_read_once():
    assert methods() is methods()


def test_nobody_can_slip_a_method_in():
    with pytest.raises(TypeError):
        methods()["felles/9.9"] = methods()["felles/1.0"]


def test_a_published_version_cannot_change(folder):
    mend(folder, "weight: 1", "weight: 2")
    with pytest.raises(ChangedMethod, match=r"A published version cannot change, and felles/1\.0\.yaml has"):
        methods(folder)


def test_a_published_version_cannot_go_away(folder):
    (folder / "felles/1.0.yaml").unlink()
    with pytest.raises(ChangedMethod, match=r"felles/1\.0\.yaml is gone"):
        methods(folder)


def test_the_list_of_published_versions_cannot_go_away(folder):
    (folder / SEALS).unlink()
    with pytest.raises(ChangedMethod, match="PUBLISHED is gone"):
        methods(folder)


def test_every_change_is_told_of_at_once(folder):
    mend(folder, "weight: 1", "weight: 2")
    mend(folder, "weight: 1", "weight: 2", file="ideportal/1.0.yaml")
    with pytest.raises(Objections) as told:
        methods(folder)
    assert [each.about for each in told.value.listed] == ["felles/1.0.yaml", "ideportal/1.0.yaml"]


def test_line_endings_do_not_count_as_a_change(folder):
    path = folder / "felles/1.0.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert methods(folder)["felles/1.0"] == methods()["felles/1.0"]


def test_a_draft_waits_for_its_seal(folder):
    draft = folder / "felles/1.9.yaml"
    shutil.copy(folder / "felles/1.0.yaml", draft)
    mend(folder, 'version: "1.0"', 'version: "1.9"', file="felles/1.9.yaml")
    assert unpublished(folder) == ("felles/1.9.yaml",)
    with (folder / SEALS).open("a", encoding="utf-8") as seals:
        seals.write(f"{fingerprint(draft)}  felles/1.9.yaml\n")
    assert unpublished(folder) == ()
    assert "felles/1.9" in methods(folder)


@pytest.mark.parametrize(
    ("old", "new", "at", "field", "fault"),
    [
        ("weight: 1", "weight: -1", "weight: -1", "criteria.0.weight", "greater than or equal to 0"),
        ("weight: 1", "weight: mye", "weight: mye", "criteria.0.weight", "valid integer"),
        ("stops: true", "stops: true\n    haste: true", "haste: true", "gates.0.haste", "Extra inputs"),
        (
            "nn: Vi finn inga kopling til måla i strategien.",
            "nn: ''",
            "nb: Vi finner",
            "anchor",
            "empty in nn",
        ),
        ("criterion: behov", "criterion: behovet", "key: felles", "whole file", "names one of the criteria"),
        ("- mark: 2", "- mark: 3", "key: felles", "whole file", "an anchor for every step"),
        ("key: behov", "key: forankring", "key: felles", "whole file", "two criteria have the same key"),
        ("kind: weighted_mean", "kind: formula", "kind: formula", "points", "weighted_mean"),
        ('version: "1.0"', "version: 1.0", "version: 1.0", "version", "valid string"),
        ('version: "1.0"', 'version: "1.9"', "# Felles", "key", "must be felles/1.9.yaml"),
        ("lowest: 1", "highest: 1", "highest: 5", "whole file", "highest is written twice"),
        ("gates:", "gates: [", "name:", "whole file", "expected"),
    ],
)
def test_a_fault_is_told_with_file_line_and_field(folder, old, new, at, field, fault):
    path = mend(folder, old, new)
    with pytest.raises(BrokenMethod) as told:
        read_method(path)
    said = str(told.value)
    assert said.startswith("The method file felles/1.0.yaml is wrong at line ")
    assert field in said
    assert fault in said
    if "gates: [" not in new:
        assert told.value.message.facts["line"] == line_of(path, at)


def test_all_the_faults_of_a_file_are_told_at_once(folder):
    mend(folder, "weight: 1", "weight: -1")
    path = mend(folder, "stops: true", "stops: kanskje")
    with pytest.raises(Objections) as told:
        read_method(path)
    assert [each.message.facts["field"] for each in told.value.listed] == [
        "criteria.0.weight",
        "gates.0.stops",
    ]


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"[]", b"bare tekst", b"key: !!python/object/apply:os.getcwd []", b"a: *b"],
    ids=["empty", "not text", "a list", "a word", "code", "a loose alias"],
)
def test_a_file_that_is_no_method_is_refused_in_words(folder, content):
    path = folder / "felles/1.0.yaml"
    path.write_bytes(content)
    with pytest.raises(
        (BrokenMethod, Objections), match=r"The method file felles/1\.0\.yaml is wrong at line"
    ):
        read_method(path)
