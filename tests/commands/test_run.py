"""A command carried out on its database."""

import pytest

from portfolio.store.schema import prepare


def test_the_address_given_goes_before_the_one_in_the_environment(run, tmp_path):
    other = f"sqlite:///{tmp_path / 'other.db'}"
    prepare(other)
    assert run("rank").status == 0
    assert run("rank", "--database", other).err.startswith("Ingen runde er avsluttet ennå")
    assert run("--database", other, "rank").status == 1


def test_a_database_that_is_not_there_is_made(run, tmp_path):
    path = tmp_path / "new" / "made.db"
    assert run("check", "--database", f"sqlite:///{path}").status == 0
    assert path.exists()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Databasen lar seg ikke åpne"),
        ("nn", "Databasen lèt seg ikkje opne"),
        ("en", "The database does not open"),
    ],
)
@pytest.mark.parametrize(
    "address", ["nonsense", "postgresql://nobody:secret@127.0.0.1:1/x", "sqlite:///{}/folder"]
)
def test_a_database_that_does_not_open_is_refused_without_a_traceback_or_a_password(
    run, tmp_path, address, language, said
):
    (tmp_path / "folder").mkdir()
    ended = run("check", "--language", language, "--database", address.format(tmp_path))
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(said)
    assert len(ended.err.splitlines()) == 1
    assert "secret" not in ended.err


def test_a_file_that_is_no_database_is_refused(run, tmp_path):
    (tmp_path / "x.db").write_text("this is no database at all\n" * 100, encoding="utf-8")
    ended = run("check", "--database", f"sqlite:///{tmp_path / 'x.db'}", "--json")
    assert (ended.status, [each["kind"] for each in ended.json["refused"]]) == (1, ["NoDatabase"])
