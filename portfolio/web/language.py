"""Which language a reader gets: the one they chose, else the first their browser asks for that we speak."""

from urllib.parse import urlsplit

from starlette.requests import Request, cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portfolio.given import LANGUAGES, Language

COOKIE = "language"
FIRST: Language = "nb"
A_YEAR = 365 * 24 * 60 * 60
SPOKEN: dict[str, Language] = {"nb": "nb", "no": "nb", "nn": "nn", "en": "en"}


def language_of(cookies: str, accepted: str) -> Language:
    """Return the language of a reader from the `Cookie` and the `Accept-Language` of the request.

    >>> language_of("language=nn", "en-GB,en;q=0.9")
    'nn'
    >>> language_of("", "se, nn-NO;q=0.8, nb;q=0.9")
    'nb'
    >>> language_of("", "de")
    'nb'
    """
    return _known(cookie_parser(cookies).get(COOKIE, "")) or _asked_for(accepted) or FIRST


def choosing() -> Route:
    """Return the address where a reader chooses a language, and is sent back to where they came from."""
    return Route("/language/{language}", _choose)


def _known(name: str) -> Language | None:
    return next((each for each in LANGUAGES if each == name), None)


def _asked_for(accepted: str) -> Language | None:
    wishes = sorted((_wish(each) for each in accepted.split(",")), key=lambda wish: -wish[1])
    return next((SPOKEN[name] for name, weight in wishes if weight > 0 and name in SPOKEN), None)


def _wish(written: str) -> tuple[str, float]:
    name, _, weight = written.strip().partition(";q=")
    try:
        return name.split("-")[0].lower(), float(weight or 1)
    except ValueError:
        return "", 0.0


async def _choose(request: Request) -> Response:
    language = _known(request.path_params["language"])
    if language is None:
        return Response(status_code=404)
    answer = RedirectResponse(_whence(request), status_code=303)
    answer.set_cookie(COOKIE, language, max_age=A_YEAR, samesite="lax", httponly=True)
    return answer


def _whence(request: Request) -> str:
    """Return where on our own pages the reader was: a path only, never another host."""
    came_from = urlsplit(request.headers.get("referer", ""))
    path = "/" + came_from.path.lstrip("/\\")
    return f"{path}?{came_from.query}" if came_from.query else path
