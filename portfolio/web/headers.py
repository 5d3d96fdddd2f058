"""What every answer says to the browser about trust: where things may come from, and who may look in."""

from collections.abc import Iterable

Header = tuple[bytes, bytes]

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""Streamlit styles itself with inline style; no script is inline and none is evaluated."""

ALWAYS: tuple[Header, ...] = (
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (
        b"permissions-policy",
        b"camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
OVER_TLS: tuple[Header, ...] = ((b"strict-transport-security", b"max-age=31536000"),)


def safe(headers: Iterable[Header], *, over_tls: bool) -> list[Header]:
    """Return the headers of an answer with ours on top; cookies are `Secure` where the way is."""
    ours = ALWAYS + (OVER_TLS if over_tls else ())
    names = {name for name, _ in ours}
    theirs = [(name.lower(), value) for name, value in headers if name.lower() not in names]
    return [_secured(each) if over_tls else each for each in theirs] + list(ours)


def _secured(header: Header) -> Header:
    name, value = header
    if name != b"set-cookie" or b"secure" in value.lower().split(b";", 1)[-1]:
        return header
    return name, value + b"; Secure"
