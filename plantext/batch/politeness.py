"""How to behave on other people's servers: who we say we are, how often we ask, and what robots.txt asks of us."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from plantext.version import __version__

if TYPE_CHECKING:
    import httpx

AGENT = f"plantext/{__version__} (fetches documents that a person named; one at a time)"
NAME = "plantext"  # what robots.txt may call us
PAUSE = 1.0  # seconds between two requests to one server, unless robots.txt asks for more
LONGEST_PAUSE = 30.0  # a longer one that robots.txt asks for is cut: the few documents of a manifest are no crawl
LARGEST_ROBOTS = 512 * 1024  # bytes, as RFC 9309 has it; what comes after is not read
LONGEST_ROBOTS = 30.0  # seconds: a server that drips is not waited for


class Politeness:
    """What is known of each server."""

    def __init__(self, pause: float | None = None, sleep: Callable[[float], None] = time.sleep) -> None:
        self._pause = PAUSE if pause is None else pause
        self._sleep = sleep
        self._asked: dict[str, float] = {}
        self._rules: dict[str, RobotFileParser] = {}

    def wait(self, url: str) -> None:
        """Wait until the server may be asked again."""
        server = urlsplit(url).netloc
        rules = self._rules.get(server)
        asked = float(rules.crawl_delay(NAME) or 0) if rules else 0.0
        pause = min(max(self._pause, asked), LONGEST_PAUSE) if self._pause else 0.0
        last = self._asked.get(server)
        if last is not None and (left := last + pause - time.monotonic()) > 0:
            self._sleep(left)
        self._asked[server] = time.monotonic()

    def allows(self, url: str, client: httpx.Client) -> bool:
        """Whether the server's robots.txt lets us fetch `url`. One that is not there allows everything; one that can't be had now, nothing.

        That is what RFC 9309 says: 4xx is "unavailable" (allowed), 5xx and no answer are "unreachable" (not allowed).
        """
        parts = urlsplit(url)
        if parts.netloc not in self._rules:
            self.wait(url)
            self._rules[parts.netloc] = _rules(f"{parts.scheme}://{parts.netloc}/robots.txt", client)
        return self._rules[parts.netloc].can_fetch(NAME, url)


def _rules(url: str, client: httpx.Client) -> RobotFileParser:
    import httpx

    rules = RobotFileParser()
    end = time.monotonic() + LONGEST_ROBOTS
    try:
        with client.stream("GET", url) as answer:
            status = answer.status_code
            text = b""
            if status == 200:
                for part in answer.iter_bytes():
                    text += part
                    if len(text) > LARGEST_ROBOTS or time.monotonic() > end:
                        break
    except (httpx.HTTPError, httpx.InvalidURL):
        status = 599
    if status == 200:
        rules.parse(text[:LARGEST_ROBOTS].decode("utf-8", "replace").splitlines())
    elif status >= 500:
        rules.parse(["User-agent: *", "Disallow: /"])
    else:
        rules.parse([])
    return rules
