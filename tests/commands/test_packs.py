"""A concluded round is taken along, and computed anew from what was taken along alone."""

import json

import pytest

from portfolio.prioritising.packs import digest_of


@pytest.fixture
def taken(run, tmp_path):
    """The pack of the round of the spring, in a file."""
    file = tmp_path / "våren.json"
    assert run("pack", "2026-1", "--out", file).status == 0
    return file


def test_it_comes_out_the_same_with_the_same_fingerprint(run, taken):
    digest = json.loads(taken.read_text(encoding="utf-8"))["digest"]
    answer = run("pack", "2026-1", "--out", taken, "--json").json
    assert {key: answer[key] for key in answer if key != "trail"} == {
        "round": "runde:2026-1",
        "digest": digest,
    }
    ended = run("replay", taken)
    assert (ended.status, ended.err) == (0, "")
    same, shows = ended.out.splitlines()
    assert same == f"Runden gir samme resultat. Fingeravtrykk (SHA-256): {digest}"
    assert "ikke at filen er ekte" in shows
    assert "not that the file is genuine" in run("replay", taken, "--json").json["shows"]
    assert run("check", "--against", taken).status == 0


def test_a_pack_that_was_changed_is_told_with_what_differs(run, taken):
    told = json.loads(taken.read_text(encoding="utf-8"))
    told["content"]["result"]["order"][0]["points"] = "99.9"
    taken.write_text(json.dumps(told), encoding="utf-8")
    ended = run("replay", taken)
    assert (ended.status, ended.out) == (1, "")
    assert "Filen er endret" in ended.err
    assert 'result.order[0].points: pakken sier "99.9"' in ended.err


def test_a_forged_pack_that_computes_is_not_one_that_was_frozen_here(run, taken):
    told = json.loads(taken.read_text(encoding="utf-8"))
    told["content"]["records"]["Proposal"][0]["title"] = "Forfalsket"
    forged = told | {"digest": digest_of(told["content"])}
    taken.write_text(json.dumps(forged), encoding="utf-8")
    ended = run("check", "--against", taken)
    assert (ended.status, ended.out) == (1, "")
    assert "✗ Pakken er en som ble frosset her" in ended.err
    assert "✓ Endringsloggen har alt" in ended.err


@pytest.mark.parametrize("change", [{"digest": "0" * 64}, {"content": {"a": float("nan")}}, {"content": {}}])
def test_a_pack_whose_fingerprint_is_not_its_own_is_told(run, taken, change):
    told = json.loads(taken.read_text(encoding="utf-8"))
    taken.write_text(json.dumps(told | change), encoding="utf-8")
    ended = run("check", "--against", taken)
    assert (ended.status, ended.out) == (1, "")
    assert "✗ Pakken er en som ble frosset her" in ended.err


def test_replaying_touches_no_database(run, taken, monkeypatch, tmp_path):
    monkeypatch.setenv("PORTFOLIO_DATABASE", f"sqlite:///{tmp_path / 'none' / 'x.db'}")
    assert run("replay", taken).status == 0
    assert not (tmp_path / "none").exists()


def test_a_round_that_is_not_concluded_has_none(run, tmp_path):
    ended = run("pack", "2026-2", "--out", tmp_path / "x.json")
    assert (ended.status, ended.out) == (1, "")
    assert "er ikke avsluttet" in ended.err
    assert not (tmp_path / "x.json").exists()


@pytest.mark.parametrize("content", ["", "{}", "[" * 100_000, '{"content": {"format": 1}, "digest": "x"}'])
def test_a_file_that_is_no_pack_is_refused_in_words(run, tmp_path, content):
    file = tmp_path / "x.json"
    file.write_text(content, encoding="utf-8")
    ended = run("replay", file)
    assert (ended.status, ended.out) == (1, "")
    assert "portfolio pack" in ended.err
