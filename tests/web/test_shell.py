from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from portfolio.web import builtin
from portfolio.web.shell import CLOSED, Shell

INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


async def _anything(request: Request) -> Response:
    if "text" in request.url.path:
        return PlainTextResponse("<html lang='en'>")
    answer = HTMLResponse(
        INDEX, headers={"etag": "old", "x-packed": request.headers.get("accept-encoding", "no")}
    )
    answer.set_cookie("streamlit", "1")
    return answer


@pytest.fixture
def pages():
    return Shell(Starlette(routes=[builtin.serving(), Route("/{path:path}", _anything)]))


@pytest.mark.parametrize(
    ("cookie", "accepted", "language"),
    [("", "", "nb"), ("", "en-GB,en;q=0.9,nb;q=0.8", "en"), ("other=1; language=nn", "en", "nn")],
)
def test_the_document_is_in_the_readers_language(ask, pages, cookie, accepted, language):
    answer = ask(pages, "/forslag", cookie=cookie, accept_language=accepted)
    assert f'<html lang="{language}">' in answer.text
    assert answer.one("content-language") == language
    assert "Accept-Language" in answer.one("vary")


def test_our_script_comes_before_streamlits_and_is_kept_for_ever(ask, pages):
    text = ask(pages, "/", accept_language="nn").text
    address = builtin.address_of_script("nn")
    assert text.index(address) < text.index('<script type="module"')
    script = ask(pages, f"/{address}")
    assert "immutable" in script.one("cache-control")
    assert "Hopp til hovudinnhaldet" in script.text
    assert ask(pages, f"/{builtin.address_of_style()}").one("content-type").startswith("text/css")
    assert ask(pages, "/shell/nb.old.js").status == 404


def test_the_document_is_whole_and_measured_anew(ask, pages):
    answer = ask(pages, "/", accept_encoding="gzip", if_none_match="old")
    assert int(answer.one("content-length")) == len(answer.text.encode())
    assert not answer.all("etag")
    assert answer.one("x-packed") == "no"


def test_other_answers_pass_as_they_are(ask, pages):
    assert ask(pages, "/text").text == "<html lang='en'>"
    assert ask(pages, "/static/js/text.js", accept_encoding="gzip").status == 200


@pytest.mark.parametrize("path", ["/", "/text", "/_stcore/metrics"])
def test_every_answer_tells_the_browser_whom_to_trust(ask, pages, path):
    assert "frame-ancestors 'none'" in ask(pages, path).one("content-security-policy")


def test_what_the_way_asks_for_is_told_to_the_headers(ask, pages):
    assert ask(pages, "/", scheme="https").all("strict-transport-security")
    assert not ask(pages, "/").all("strict-transport-security")


@pytest.mark.parametrize(
    "path", [*CLOSED, "/_stcore/agent/interact", "/_stcore/metrics/", "/base/_stcore/metrics"]
)
def test_some_of_streamlits_doors_are_closed(ask, pages, path):
    assert ask(pages, path).status == 404
