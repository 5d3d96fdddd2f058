"""Which person a browser is, while there is no sign-in: chosen from a list, kept in a cookie."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portfolio.pages.door.browser import PERSON


def choosing() -> Route:
    """Return the address where a browser becomes one of the people, and goes on to the first page."""
    return Route("/person/{id}", _choose)


async def _choose(request: Request) -> Response:
    answer = RedirectResponse("/", status_code=303)
    answer.set_cookie(PERSON, quote(request.path_params["id"]), samesite="lax", httponly=True)
    return answer
