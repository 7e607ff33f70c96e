"""What fetching leaves alone: private addresses, what robots.txt forbids, servers that need a pause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytest.importorskip("httpx", reason="the extra plantext[fetch] is not installed")

from plantext.batch.addresses import RefusedError, check_redirect, is_public
from plantext.batch.fetch import Outcome
from tests.factories.pdf import one_page
from tests.factories.server import Handler, Server

PDF = one_page(b"BT /F1 12 Tf 72 700 Td (Hedges) Tj ET")


def redirect(to: str) -> Callable[[Handler], None]:
    return lambda handler: handler.give(302, b"", Location=to)


@pytest.mark.parametrize(
    ("target", "word"),
    [
        ("http://10.0.0.7/plan.pdf", "private network"),
        ("http://192.168.1.1/", "private network"),
        ("http://169.254.169.254/latest/meta-data/", "private network"),
        ("http://localhost:9/plan.pdf", "private network"),
        ("http://[::1]/plan.pdf", "private network"),
        ("http://[::ffff:10.0.0.7]/plan.pdf", "private network"),
        ("http://2130706433/plan.pdf", "private network"),
        ("http://127.0.0.1:1/plan.pdf", "private network"),
        ("file:///etc/passwd", "no web address"),
        ("ftp://example.org/plan.pdf", "no web address"),
        ("http://[", ""),
    ],
)
def test_a_redirect_to_a_private_address_is_refused(server: Server, fetch: Callable[..., Outcome], target: str, word: str):
    server.answers["/x"] = redirect(target)
    outcome = fetch("/x")
    assert (outcome.state, word in outcome.reason) == ("failed", True)


def test_a_redirect_on_the_same_server_and_one_that_never_ends(server: Server, fetch: Callable[..., Outcome]):
    server.answers |= {
        "/a": redirect("/b"),
        "/b": redirect("plan.pdf"),
        "/plan.pdf": lambda to: to.give(200, PDF),
        "/loop": redirect("/loop"),
    }
    assert fetch("/a").state == "fetched"
    assert "more than 5 times" in fetch("/loop", "other.pdf").reason


def test_redirects_by_name_and_scheme(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("socket.getaddrinfo", lambda *_a, **_k: [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.1.1.1", 80))])
    with pytest.raises(RefusedError, match="private"):
        check_redirect("https://example.org/a", "https://example.com/b")
    with pytest.raises(RefusedError, match="from https to http"):
        check_redirect("https://example.org/a", "http://example.org/b")
    assert not is_public("100.64.0.1")
    assert not is_public("fe80::1%eth0")


def test_robots(server: Server, fetch: Callable[..., Outcome]):
    rules = b"User-agent: *\nDisallow: /private/\n\nUser-agent: plantext\nDisallow: /papers/\n"
    server.answers |= {
        "/robots.txt": lambda to: to.give(200, rules),
        "/papers/x": lambda to: to.give(200, PDF),
        "/x": lambda to: to.give(200, PDF),
    }
    outcome = fetch("/papers/x")
    assert (outcome.state, "robots.txt" in outcome.reason) == ("failed", True)
    assert ("/papers/x" in [path for path, _ in server.asked]) is False
    assert fetch("/x").state == "fetched"
    server.answers["/robots.txt"] = lambda to: to.give(500, b"")
    assert "robots.txt" in fetch("/x", "other.pdf").reason


def test_a_pause_between_two_requests():
    from plantext.batch.politeness import Politeness

    waited: list[float] = []
    manners = Politeness(5.0, waited.append)
    for url in ("http://a.example/1", "http://a.example/2", "http://b.example/1"):
        manners.wait(url)
    assert len(waited) == 1
    assert waited[0] == pytest.approx(5.0, abs=0.5)
