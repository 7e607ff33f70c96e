from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from plantext import pipeline
from plantext.batch.catalogue import VERSION, write_catalogue
from plantext.model.batch import Batch, SourceRow
from tests.factories import plans
from tests.factories.samples import sample_batch


def row(path: str, kind: str) -> SourceRow:
    return SourceRow(
        path=path, status="ok", reason="", kind=kind, title=None, publisher=None, edition=None, date=None, pages=None, sha256=None, guessed=("kind",)
    )  # fmt: skip


@pytest.fixture
def catalogue(tmp_path: Path) -> sqlite3.Connection:
    before, after, panel = plans.BEFORE.encode(), plans.AFTER.encode(), plans.PANEL.encode()
    batch = Batch(title="x", sources=(row("a/before.md", "plan"), row("after.md", "plan"), row("panel.md", "panel_report")), jobs=())
    results = [
        (("a/before.md",), pipeline.milestones(before)),
        (("a/before.md", "after.md"), pipeline.variations(before, after)),
        (("panel.md",), pipeline.recommendations(panel)),
        (("panel.md", "after.md"), pipeline.coverage(panel, after)),
    ]
    write_catalogue(tmp_path / "catalogue.db", batch, results)
    connection = sqlite3.connect(tmp_path / "catalogue.db")
    yield connection
    connection.close()


def test_every_source_has_one_row(tmp_path: Path):
    write_catalogue(tmp_path / "c.db", sample_batch(), [])
    connection = sqlite3.connect(tmp_path / "c.db")
    rows = connection.execute("SELECT id, path, name, status, reason, pages FROM documents ORDER BY id").fetchall()
    connection.close()
    assert rows == [
        (1, "plans/plan-2022.pdf", "plan-2022.pdf", "ok", "", 31),
        (2, "letter.docx", "letter.docx", "partial", "one page is a picture", None),
        (3, "scan.pdf", "scan.pdf", "needs_ocr", "every page is a picture.", 4),
    ]


def test_the_tables_hold_the_results(catalogue: sqlite3.Connection):
    assert catalogue.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert catalogue.execute("SELECT count(*), min(edition) FROM milestones").fetchone() == (4, "2031-32")
    assert catalogue.execute("SELECT before_text, after_text, kinds FROM changes WHERE kinds = 'target'").fetchall() == [
        ("Reduce thefts from farm yards by 8 per cent", "Reduce thefts from farm yards by 2 per cent", "target")
    ]
    assert [act for (act,) in catalogue.execute("SELECT act FROM statements")] == ["concern", "request", "praise"]
    assert catalogue.execute("SELECT count(*) FROM coverage WHERE text LIKE '%farm yards%'").fetchone() == (1,)


def test_every_row_belongs_to_its_documents(catalogue: sqlite3.Connection):
    assert catalogue.execute("PRAGMA foreign_key_check").fetchall() == []
    keys = {
        (table, column): target
        for (table,) in catalogue.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for _, _, target, column, *_ in catalogue.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    }
    assert set(keys) == {
        ("milestones", "document"), ("statements", "document"), ("changes", "before_document"), ("changes", "after_document"),
        ("coverage", "report"), ("coverage", "plan"),
    }  # fmt: skip
    assert set(keys.values()) == {"documents"}
    joined = "SELECT d.path, e.path FROM coverage c JOIN documents d ON d.id = c.report JOIN documents e ON e.id = c.plan"
    assert set(catalogue.execute(joined).fetchall()) == {("panel.md", "after.md")}


def test_a_failure_leaves_the_older_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "catalogue.db"
    write_catalogue(path, sample_batch(), [])
    older = path.read_bytes()
    monkeypatch.setattr("plantext.batch.catalogue._create", lambda _database: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_catalogue(path, sample_batch(), [])
    assert path.read_bytes() == older
    assert [one.name for one in tmp_path.iterdir()] == ["catalogue.db"]


def test_the_same_rows_twice(tmp_path: Path):
    for name in ("a.db", "b.db"):
        write_catalogue(tmp_path / name, sample_batch(), [])
    assert (tmp_path / "a.db").read_bytes() == (tmp_path / "b.db").read_bytes()
