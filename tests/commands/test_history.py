"""How one proposal came to be as it is, on the command line."""

from pathlib import Path

from tests.commands.conftest import Run
from tests.examples.filling import filled

ROW = {"reference": "T-1", "title": "Felles kart", "owner_party": "0301 Oslo"}
COST = {"reference": "T-1", "year": 2027, "amount": "1000"}


def brought_in(run: Run, folder: Path, *reasons: str, **change: str) -> None:
    path = folder / "forslag.xlsx"
    path.write_bytes(filled(proposals=[ROW | change], costs=[COST]))
    assert run("import", path, *reasons).status == 0


def test_a_proposal_tells_its_changes_with_their_reason(run: Run, tmp_path: Path) -> None:
    brought_in(run, tmp_path)
    brought_in(run, tmp_path, "--reason", "KS ba om det", title="Et nytt navn")
    ended = run("history", "T-1")
    assert (ended.status, ended.err) == (0, "")
    head, last, why, what, first = ended.out.splitlines()
    assert head == "T-1 Et nytt navn"
    assert ": Importerte en arbeidsbok, operator, " in last
    assert why == "    Hvorfor: KS ba om det"
    assert what == "    Tittel: fra «Felles kart» til «Et nytt navn»"
    assert ": Importerte en arbeidsbok, operator, " in first
    assert run("history", "prosjekt:t-1").out == ended.out


def test_programs_get_every_change_field_by_field(run: Run, tmp_path: Path) -> None:
    brought_in(run, tmp_path)
    brought_in(run, tmp_path, title="Et nytt navn")
    answer = run("history", "T-1", "--json").json
    newest, oldest = answer["changes"]
    assert newest["differences"] == [
        {"label": "Title", "was": "Felles kart", "now": "Et nytt navn", "added": [], "taken": []}
    ]
    assert oldest["began"] is True


def test_a_proposal_that_is_not_there_is_said_to_be_unknown(run: Run) -> None:
    ended = run("history", "T-9")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == "Ingen forslag har referansen eller id-en «T-9».\n"
