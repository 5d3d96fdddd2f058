"""The language of a request, and the address where a reader chooses another."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request, cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portfolio.given import Language
from portfolio.pages.door.browser import LANGUAGE, known, preferred

A_YEAR = 365 * 24 * 60 * 60


def language_of(headers: Headers) -> Language:
    """Return the language that a request is to be answered in."""
    chosen = cookie_parser(headers.get("cookie", "")).get(LANGUAGE, "")
    return preferred(chosen, headers.get("accept-language", ""))


def choosing() -> Route:
    """Return the address where a reader chooses a language, and is sent back to where they came from."""
    return Route("/language/{language}", _choose)


async def _choose(request: Request) -> Response:
    language = known(request.path_params["language"])
    if language is None:
        return Response(status_code=404)
    answer = RedirectResponse(_whence(request), status_code=303)
    answer.set_cookie(LANGUAGE, language, max_age=A_YEAR, samesite="lax", httponly=True)
    return answer


def _whence(request: Request) -> str:
    """Return where on our own pages the reader was: a path only, never another host."""
    came_from = urlsplit(request.headers.get("referer", ""))
    path = "/" + came_from.path.lstrip("/\\")
    return f"{path}?{came_from.query}" if came_from.query else path
