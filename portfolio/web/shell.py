"""The shell itself: plain ASGI around Streamlit, so that each answer is in the right language and safe."""

from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from portfolio.web.document import in_language
from portfolio.web.headers import Header, safe
from portfolio.web.language import language_of

CLOSED = ("/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent")
"""Addresses of Streamlit's that name what we keep, run whole pages, or let programs act: not from outside."""

A_DAY = b"public, max-age=86400"
_UNASKED = frozenset({b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"})
_OUTDATED = frozenset({b"content-length", b"etag", b"last-modified", b"accept-ranges"})


class Shell:
    """The middleware: closes some doors, puts the document into words, and adds the headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(scope, send)
        if any(closed in scope["path"] for closed in CLOSED):
            await PlainTextResponse("Not found", status_code=404)(scope, receive, answer.pass_on)
        else:
            await self._app(_plainly_asked(scope), receive, answer.pass_on)


class _Answer:
    """One answer on its way out. A document is held back until it is whole."""

    def __init__(self, scope: Scope, send: Send) -> None:
        asked = Headers(scope=scope)
        self._send = send
        self._path = scope["path"]
        self._over_tls = scope.get("scheme") == "https"
        self._language = language_of(asked)
        self._held: Message | None = None
        self._body = bytearray()

    async def pass_on(self, message: Message) -> None:
        """Send a part of the answer, or hold it back."""
        if message["type"] == "http.response.start":
            await self._begin(message)
        elif self._held is not None and message["type"] == "http.response.body":
            await self._collect(message)
        else:
            await self._send(message)

    async def _begin(self, message: Message) -> None:
        headers = safe(message["headers"], over_tls=self._over_tls)
        if "/app/static/" in self._path and not _has(headers, b"cache-control"):
            headers.append((b"cache-control", A_DAY))
        message = {**message, "headers": headers}
        if _is_document(headers):
            self._held = message
        else:
            await self._send(message)

    async def _collect(self, message: Message) -> None:
        self._body += message.get("body", b"")
        if message.get("more_body") or self._held is None:
            return
        body = in_language(self._body.decode("utf-8"), self._language).encode("utf-8")
        await self._send({**self._held, "headers": self._renewed(self._held["headers"], len(body))})
        await self._send({"type": "http.response.body", "body": body})

    def _renewed(self, headers: Iterable[Header], length: int) -> list[Header]:
        kept = [each for each in headers if each[0] not in _OUTDATED]
        return [
            *kept,
            (b"content-length", str(length).encode()),
            (b"content-language", self._language.encode()),
            (b"vary", b"Cookie, Accept-Language"),
        ]


def _plainly_asked(scope: Scope) -> Scope:
    """Return the request without what makes a document come packed, in part, or not at all."""
    last = scope["path"].rpartition("/")[2]
    if "/_stcore/" in scope["path"] or ("." in last and not last.endswith(".html")):
        return scope
    headers = [each for each in scope["headers"] if each[0] not in _UNASKED]
    extensions = {k: v for k, v in scope.get("extensions", {}).items() if k != "http.response.pathsend"}
    return {**scope, "headers": headers, "extensions": extensions}


def _is_document(headers: Iterable[Header]) -> bool:
    found = dict(headers)
    return found.get(b"content-type", b"").startswith(b"text/html") and b"content-encoding" not in found


def _has(headers: Iterable[Header], name: bytes) -> bool:
    return any(each[0] == name for each in headers)
