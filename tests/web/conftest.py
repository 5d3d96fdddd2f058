import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from starlette.types import ASGIApp, Message, Scope


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: tuple[tuple[str, str], ...]
    text: str

    def all(self, name: str) -> list[str]:
        return [value for each, value in self.headers if each == name]

    def one(self, name: str) -> str:
        (value,) = self.all(name)
        return value


Ask = Callable[..., Answer]


@pytest.fixture
def ask() -> Ask:
    """Ask an application for a page, the way a server would, without one."""

    def asked(app: ASGIApp, path: str, *, scheme: str = "http", **headers: str) -> Answer:
        return asyncio.run(_ask(app, _scope(path, scheme, headers)))

    return asked


def _scope(path: str, scheme: str, headers: dict[str, str]) -> Scope:
    written = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": scheme,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"felles.example"), *written],
        "client": ("127.0.0.1", 1),
        "server": ("felles.example", 80),
    }


async def _ask(app: ASGIApp, scope: Scope) -> Answer:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start = next(each for each in sent if each["type"] == "http.response.start")
    body = b"".join(each.get("body", b"") for each in sent if each["type"] == "http.response.body")
    headers = tuple((name.decode(), value.decode()) for name, value in start["headers"])
    return Answer(start["status"], headers, body.decode("utf-8"))
