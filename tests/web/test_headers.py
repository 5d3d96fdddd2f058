"""What every answer says of trust, whatever the answer says itself."""

from portfolio.web.headers import safe


def told(*headers, over_tls=False):
    return [(name.decode(), value.decode()) for name, value in safe(headers, over_tls=over_tls)]


def test_the_browser_is_told_whom_to_trust():
    said = dict(told())
    policy = said["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.split("style-src")[0]
    assert "http" not in policy
    assert (said["x-content-type-options"], said["referrer-policy"]) == ("nosniff", "same-origin")
    assert "camera=()" in said["permissions-policy"]


def test_what_the_answer_says_of_the_same_gives_way_to_ours():
    said = told((b"X-Frame-Options", b"ALLOWALL"), (b"Content-Type", b"text/plain"))
    assert [value for name, value in said if name == "x-frame-options"] == ["DENY"]
    assert ("content-type", "text/plain") in said


def test_cookies_are_secure_where_the_way_is():
    cookies = ((b"set-cookie", b"a=secure; Path=/"), (b"set-cookie", b"b=2; Secure"))
    over = [value for name, value in told(*cookies, over_tls=True) if name == "set-cookie"]
    plain = [value for name, value in told(*cookies) if name == "set-cookie"]
    assert over == ["a=secure; Path=/; Secure", "b=2; Secure"]
    assert plain == ["a=secure; Path=/", "b=2; Secure"]


def test_only_a_safe_way_is_asked_for_again():
    assert "strict-transport-security" in dict(told(over_tls=True))
    assert "strict-transport-security" not in dict(told())
