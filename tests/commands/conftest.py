"""A use of the command on a database of the test's own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from portfolio.commands.main import main
from portfolio.store.database import Database


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer for programs."""
        return json.loads(self.out)


Run = Callable[..., Ended]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, url: str) -> Run:
    """Use the command on a database with the example in it."""
    monkeypatch.setenv("PORTFOLIO_DATABASE", url)

    def use(*arguments: object) -> Ended:
        try:
            status = main([str(each) for each in arguments])
        except SystemExit as end:
            status = int(str(end.code))
        said = capsys.readouterr()
        return Ended(status, said.out, said.err)

    return use


@pytest.fixture
def url(database: Database, tmp_path: Path) -> str:
    """The address of a database with the example in it."""
    return f"sqlite:///{tmp_path / 'portfolio.db'}"


@pytest.fixture
def empty(run: Run, empty_database: Database) -> Run:
    """Use the command on a database with reference data only."""
    return run
