from decimal import Decimal

import pytest

from portfolio.catalogue.methods import FOLDER, changed, fingerprint, methods, schema
from portfolio.given import LANGUAGES
from portfolio.prioritising.methods import TieBreak
from portfolio.prioritising.points import band
from tests.methodology.publishing import unpublished


def test_a_published_version_cannot_change():
    assert changed() == ()


def test_every_version_in_the_folder_is_published():
    lines = [f"{fingerprint(FOLDER / path)}  {path}" for path in unpublished()]
    assert not lines, "To publish, add to methodology/PUBLISHED:\n" + "\n".join(lines)


def test_the_schema_is_made_from_the_code():
    assert (FOLDER / "method.schema.json").read_text(encoding="utf-8") == schema(), (
        "methodology/method.schema.json is old. Write portfolio.catalogue.methods.schema() to it."
    )


def test_every_version_is_told_of_in_the_changes():
    told = (FOLDER / "CHANGES.md").read_text(encoding="utf-8")
    for each in methods().values():
        assert f"## {each.key} {each.version} (" in told


def test_the_shared_method_is_as_the_council_would_expect():
    felles = methods()["felles/1.0"]
    assert (felles.lowest, felles.highest, felles.decimals, felles.statutory_outside) == (1, 5, 1, True)
    assert {each.weight for each in felles.criteria} == {1}
    assert len(felles.criteria) == 8
    assert [gate.key for gate in felles.gates if gate.stops] == ["ordning", "eier-drift", "personvern"]
    assert "ikke offisielle vekter fra KS" in felles.owner


def test_the_second_version_differs_from_the_first_only_in_the_last_rule_for_equal_points():
    first, second = methods()["felles/1.0"], methods()["felles/1.1"]
    assert [each.by for each in first.ties] == [TieBreak.CRITERION, TieBreak.COVERAGE]
    assert [each.by for each in second.ties] == [TieBreak.CRITERION, TieBreak.OPINIONS]
    assert second.model_copy(update={"version": "1.0", "ties": first.ties}) == first


@pytest.mark.parametrize("id", sorted(methods()))
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_steps_of_a_criterion_read_the_same(id, language):
    for criterion in methods()[id].criteria:
        anchors = [step.anchor.in_(language) for step in criterion.steps]
        assert len(set(anchors)) == len(anchors)
        assert all(len(anchor) <= 160 for anchor in anchors), criterion.key


@pytest.mark.parametrize(
    ("points", "key"),
    [
        ("5.0", "skal-ikke-ha"),
        ("8.0", "skal-ikke-ha"),
        ("8.1", "kan-ha"),
        ("16.0", "kan-ha"),
        ("16.1", "bor-ha"),
        ("22.0", "bor-ha"),
        ("22.1", "ma-ha"),
        ("25.0", "ma-ha"),
    ],
)
def test_the_idea_score_changes_band_right_above_8_16_and_22(points, key):
    assert band(methods()["ideportal/1.0"], Decimal(points)).key == key


def test_a_method_without_bands_puts_nothing_in_one():
    assert band(methods()["felles/1.0"], Decimal("50.0")) is None


def test_the_first_number_rises_when_criteria_or_requirements_come_go_or_begin_to_stop():
    kept = {}
    for method in methods().values():
        judged = ([each.key for each in method.criteria], [(each.key, each.stops) for each in method.gates])
        first = kept.setdefault((method.key, method.version.partition(".")[0]), judged)
        assert first == judged, method.id
