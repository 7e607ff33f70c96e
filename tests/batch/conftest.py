from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import plans
from tests.factories.pdf import encrypted


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
