import time

from starlette.applications import Starlette

from portfolio.web.health import readiness


def _gone():
    raise ConnectionError("postgresql://kari:secret@db")


def test_it_is_ready_when_the_database_answers(ask):
    answer = ask(Starlette(routes=[readiness(lambda: 1)]), "/ready")
    assert (answer.status, answer.text) == (200, "ready")
    assert answer.one("cache-control") == "no-store"


def test_it_is_not_ready_when_the_database_is_gone_and_says_no_more(ask, caplog):
    answer = ask(Starlette(routes=[readiness(_gone)]), "/ready")
    assert (answer.status, answer.text) == (503, "not ready")
    assert "secret" not in caplog.text


def test_a_silent_database_counts_as_gone(ask):
    answer = ask(Starlette(routes=[readiness(lambda: time.sleep(0.4), patience=0.05)]), "/ready")
    assert answer.status == 503
