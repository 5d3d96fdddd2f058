"""The address where a browser becomes one of the people."""

from urllib.parse import quote

from starlette.applications import Starlette

from portfolio.web.person import choosing

CHOICE = Starlette(routes=[choosing()])


def test_the_person_is_remembered_and_goes_on_to_the_first_page(ask):
    answer = ask(CHOICE, "/person/person:lene-bjørkmyra")
    assert (answer.status, answer.one("location")) == (303, "/")
    cookie = answer.one("set-cookie")
    assert cookie.startswith(f"person={quote('person:lene-bjørkmyra')};")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def test_a_name_cannot_add_to_the_cookie(ask):
    cookie = ask(CHOICE, "/person/x; Domain=evil.example").one("set-cookie")
    assert cookie.startswith(f"person={quote('x; Domain=evil.example')};")
