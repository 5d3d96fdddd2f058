"""Which person a browser is, while there is no sign-in: chosen from a list, kept in a cookie."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portfolio.pages.door.signing_in import ADDRESS, COOKIE, as_cookie


def choosing() -> Route:
    """Return the address where a browser becomes one of the people, and goes on to the first page."""
    return Route(ADDRESS, _choose)


async def _choose(request: Request) -> Response:
    answer = RedirectResponse("/", status_code=303)
    answer.set_cookie(COOKIE, as_cookie(request.path_params["id"]), samesite="lax", httponly=True)
    return answer
