"""The words Streamlit lacks: its own English strings in our languages, and the script and style that mend it."""

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from portfolio.given import LANGUAGES, Language
from portfolio.words import catalogue

CONTEXTS = ("Streamlit", "Shell")
HERE = Path(__file__).parent
BROWSERS: Mapping[Language, str] = {"nb": "nb-NO", "nn": "nb-NO", "en": "en-GB"}
"""What the browser is told to write dates in: many know no nynorsk, and would fall back on English."""
FOR_EVER = "public, max-age=31536000, immutable"


@cache
def dictionary(language: Language) -> Mapping[str, str]:
    """Return what Streamlit writes in English, and what we write instead, where the two differ."""
    entries = [each for each in catalogue(language) if each.context in CONTEXTS]
    return {str(each.id): str(each.string) for each in entries if each.string not in ("", each.id)}


@cache
def script(language: Language) -> str:
    """Return the script for a language, with its dictionary in it."""
    given = {"locale": BROWSERS[language], "words": dict(dictionary(language))}
    source = (HERE / "shell.js").read_text(encoding="utf-8")
    return f"{source}\nmend({json.dumps(given, ensure_ascii=False, sort_keys=True)});\n"


@cache
def style() -> str:
    """Return the style, the same for all languages."""
    return (HERE / "shell.css").read_text(encoding="utf-8")


@cache
def address_of_script(language: Language) -> str:
    """Return where the script lies: the name changes with the content, so it can be kept for ever."""
    return f"shell/{language}.{_mark(script(language))}.js"


@cache
def address_of_style() -> str:
    """Return where the style lies."""
    return f"shell/shell.{_mark(style())}.css"


def serving() -> Route:
    """Return the address where the browser fetches script and style."""
    return Route("/shell/{name}", _serve)


def _mark(content: str) -> str:
    return sha256(content.encode()).hexdigest()[:12]


@cache
def _kept() -> Mapping[str, tuple[str, str]]:
    scripts = {address_of_script(each): (script(each), "text/javascript") for each in LANGUAGES}
    return {address_of_style(): (style(), "text/css"), **scripts}


async def _serve(request: Request) -> Response:
    found = _kept().get(f"shell/{request.path_params['name']}")
    if found is None:
        return Response(status_code=404)
    content, kind = found
    return Response(content, media_type=kind, headers={"cache-control": FOR_EVER})
