from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.factories import plans
from tests.factories.pdf import encrypted
from tests.factories.server import Server

if TYPE_CHECKING:
    from plantext.batch.fetch import Fetcher, Outcome


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with two plans, a panel's report, and sources that can't be read, in more than one folder."""
    folder = tmp_path / "papers"
    (folder / "plans").mkdir(parents=True)
    (folder / "plans/plan 2031.md").write_text(plans.BEFORE, encoding="utf-8")
    (folder / "plans/plan 2032.md").write_text(plans.AFTER, encoding="utf-8")
    (folder / "plans/panel.md").write_text(plans.PANEL, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nand no more")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "locked.pdf").write_bytes(encrypted())
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (folder / ".hidden.md").write_text("no document of anybody's")
    return folder


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Nine sources: of two publishers, and three that can't be read."""
    folder = tmp_path / "many"
    for place in ("Avon", "Brack"):
        (folder / place).mkdir(parents=True)
        for name, text in (("2031", plans.BEFORE), ("2032", plans.AFTER), ("panel", plans.PANEL)):
            (folder / place / f"{name}.md").write_text(text.replace("Downland", place) + f"\n\nPrinted in {place}.\n", encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nand no more")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "locked.pdf").write_bytes(encrypted())
    return folder


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def fetch(server: Server, tmp_path: Path) -> Iterator[Callable[..., Outcome]]:
    """Fetch one address of the server to one path; `waited` are the seconds that it would have slept."""
    pytest.importorskip("httpx", reason="the extra plantext[fetch] is not installed")
    from plantext.batch.fetch import Fetcher
    from plantext.batch.manifest import load_manifest

    fetchers: list[Fetcher] = []

    def one(path: str, name: str = "plan.pdf", sha256: str | None = None, url: str | None = None, **options: object) -> Outcome:
        stated = f'[[document]]\npath = "{name}"\nurl = "{url or server.url(path)}"\n' + (f'sha256 = "{sha256}"\n' if sha256 else "")
        (tmp_path / "corpus.toml").write_text(stated, encoding="utf-8")
        fetcher = Fetcher(pause=0, sleep=one.waited.append, **options)
        fetchers.append(fetcher)
        (outcome,) = fetcher.fetch(load_manifest(tmp_path))
        return outcome

    one.waited = []
    yield one
    for fetcher in fetchers:
        fetcher.close()
