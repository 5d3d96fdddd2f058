import pytest
from starlette.applications import Starlette

from portfolio.web.language import choosing

CHOICE = Starlette(routes=[choosing()])


def test_a_chosen_language_is_remembered_and_the_reader_sent_back(ask):
    answer = ask(CHOICE, "/language/nn", referer="https://felles.example/forslag?runde=2026-2")
    assert answer.status == 303
    assert answer.one("location") == "/forslag?runde=2026-2"
    assert "language=nn" in answer.one("set-cookie")
    assert "HttpOnly" in answer.one("set-cookie")


@pytest.mark.parametrize(
    "referer",
    ["", "https://evil.example//evil.example", "https://evil.example/\\evil.example", "javascript:alert(1)"],
)
def test_nobody_is_sent_elsewhere(ask, referer):
    location = ask(CHOICE, "/language/en", referer=referer).one("location")
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))


def test_a_language_we_do_not_speak_is_not_found(ask):
    assert ask(CHOICE, "/language/de").status == 404
