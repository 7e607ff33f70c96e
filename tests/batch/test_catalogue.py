from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest

from plantext import pipeline
from plantext.batch.catalogue import write_catalogue
from plantext.batch.schema import TABLES, VERSION, open_catalogue
from plantext.batch.search import search
from plantext.errors import UsageError
from plantext.model.batch import Batch, JobRow, SourceRow
from plantext.model.document import Document
from plantext.read import read
from tests.factories import plans
from tests.factories.documents import sample_document
from tests.factories.samples import sample_batch


def row(path: str, kind: str) -> SourceRow:
    return SourceRow(
        path=path, status="ok", reason="", kind=kind, title=None, publisher=None, edition=None, date=None, pages=None, sha256=None, guessed=("kind",)
    )  # fmt: skip


def job(verb: str, *sources: str) -> JobRow:
    return JobRow(verb=verb, sources=sources, status="ok", reason="", summary="", json=f"{verb}.json", html=None)


class Held:
    """Documents by path and results by verb, as a batch's folder holds them; by default one Document, and no result."""

    def __init__(self, documents: dict[str, Document] | None = None, results: dict[str, object] | None = None) -> None:
        self.documents = documents or {}
        self.results = results or {}

    def document(self, source: SourceRow) -> Document:
        return self.documents.get(source.path) or sample_document()

    def result(self, made: JobRow, kind: type) -> object:
        result = self.results[made.verb]
        assert isinstance(result, kind)
        return result


def alone() -> Batch:
    return msgspec.structs.replace(sample_batch(), jobs=())


@pytest.fixture
def catalogue(tmp_path: Path) -> sqlite3.Connection:
    texts = {"a/before.md": plans.BEFORE.encode(), "after.md": plans.AFTER.encode(), "panel.md": plans.PANEL.encode()}
    documents = {path: read(text) for path, text in texts.items()}
    before, after, panel = documents.values()
    jobs = (
        job("milestones", "a/before.md"), job("variations", "a/before.md", "after.md"), job("check", "after.md"), job("recommendations", "panel.md"),
        job("coverage", "panel.md", "after.md"), job("history", "a/before.md", "after.md"),
    )  # fmt: skip
    results = {
        "milestones": pipeline.milestones(before),
        "variations": pipeline.variations(before, after),
        "check": pipeline.check(after, before),
        "recommendations": pipeline.recommendations(panel),
        "coverage": pipeline.coverage(panel, after),
        "history": pipeline.history([before, after]),
    }
    sources = (row("a/before.md", "plan"), row("after.md", "plan"), row("panel.md", "panel_report"))
    write_catalogue(tmp_path / "catalogue.db", Batch(title="x", sources=sources, jobs=jobs), Held(documents, results))
    connection = sqlite3.connect(tmp_path / "catalogue.db")
    yield connection
    connection.close()


def test_every_source_has_one_row(tmp_path: Path):
    write_catalogue(tmp_path / "c.db", alone(), Held())
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
    pointing = {(name, column) for name, table in TABLES.items() for column in table.documents}
    assert set(keys) == pointing
    assert len(pointing) == 15
    assert set(keys.values()) == {"documents"}
    joined = "SELECT d.path, e.path FROM coverage c JOIN documents d ON d.id = c.report JOIN documents e ON e.id = c.plan"
    assert set(catalogue.execute(joined).fetchall()) == {("panel.md", "after.md")}


def test_a_failure_leaves_the_older_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "catalogue.db"
    write_catalogue(path, alone(), Held())
    older = path.read_bytes()
    monkeypatch.setattr("plantext.batch.catalogue.create_tables", lambda _database: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_catalogue(path, alone(), Held())
    assert path.read_bytes() == older
    assert [one.name for one in tmp_path.iterdir()] == ["catalogue.db"]


def test_the_same_rows_twice(tmp_path: Path):
    for name in ("a.db", "b.db"):
        write_catalogue(tmp_path / name, alone(), Held())
    assert (tmp_path / "a.db").read_bytes() == (tmp_path / "b.db").read_bytes()


def test_pages_findings_and_lives(catalogue: sqlite3.Connection):
    assert catalogue.execute("SELECT count(*) FROM pages WHERE page IS NULL AND status = 'text'").fetchone() == (3,)
    found = pipeline.check(plans.AFTER.encode(), plans.BEFORE.encode()).findings
    assert catalogue.execute("SELECT count(*) FROM findings WHERE document = 2").fetchone() == (len(found),)
    assert (
        catalogue.execute("SELECT count(DISTINCT life) FROM lives").fetchone() == catalogue.execute("SELECT count(*) FROM lives").fetchone()
    )
    assert {verb for (verb,) in catalogue.execute("SELECT verb FROM results")} >= {"check", "history"}
    assert catalogue.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_full_text_finds_other_forms_of_a_word(catalogue: sqlite3.Connection):
    (theft,) = catalogue.execute("SELECT count(*) FROM milestones_fts WHERE milestones_fts MATCH 'theft'").fetchone()
    (thefts,) = catalogue.execute("SELECT count(*) FROM milestones WHERE text LIKE '%thefts%'").fetchone()
    assert theft == thefts > 0


def test_search(catalogue: sqlite3.Connection):
    found = search(catalogue, ["farm yards"])
    assert found.together
    assert {hit.path for hit in found.hits} == {"a/before.md", "after.md", "panel.md"}
    apart = search(catalogue, ["yards farm"])
    assert (apart.together, len(apart.hits), apart.more) == (False, 3, False)
    assert search(catalogue, ["yards", "farm"]).together
    assert search(catalogue, ["far*"], table="milestones").hits
    assert search(catalogue, ["zeppelin"]).hits == ()
    assert search(catalogue, ["farm"], limit=2).more
    assert search(catalogue, ["farm"], limit=1).hits[0].excerpt.count("\x02") >= 1


@pytest.mark.parametrize(
    "words", ['"', "farm AND", "NEAR(", "text:farm", "far* OR", "- farm", "farm'; DROP TABLE pages", "\x00farm", "{farm}", "^farm"]
)
def test_whatever_signs_are_searched_for(catalogue: sqlite3.Connection, words: str):
    if any(letter.isalnum() for letter in words):
        search(catalogue, [words])
    else:
        with pytest.raises(UsageError, match="no word"):
            search(catalogue, [words])
    assert catalogue.execute("SELECT count(*) FROM pages").fetchone() == (3,)


OLDER = """
CREATE TABLE documents (id INTEGER PRIMARY KEY, path TEXT NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL, reason TEXT NOT NULL, kind TEXT,
  title TEXT, publisher TEXT, edition TEXT, date TEXT, pages INTEGER, sha256 TEXT, guessed TEXT);
CREATE TABLE milestones (document INTEGER REFERENCES documents(id), milestone TEXT, edition TEXT, objective TEXT, text TEXT, page INTEGER,
  places INTEGER, targets TEXT);
CREATE TABLE changes (before_document INTEGER REFERENCES documents(id), after_document INTEGER REFERENCES documents(id), change TEXT, kinds TEXT,
  before_text TEXT, after_text TEXT, objective_before TEXT, objective_after TEXT, confidence FLOAT, needs_review INTEGER);
INSERT INTO documents VALUES (1, 'plan.md', 'plan.md', 'ok', '', 'plan', NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO milestones VALUES (1, 'm-1', '2031-32', NULL, 'Plant hedges along the canal', NULL, 1, '');
PRAGMA user_version = 1;
"""


def test_an_older_catalogue_is_brought_up(tmp_path: Path):
    made = sqlite3.connect(tmp_path / "catalogue.db")
    made.executescript(OLDER)
    made.close()
    for _ in range(2):
        connection = open_catalogue(tmp_path / "catalogue.db")
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert [hit.path for hit in search(connection, ["hedge"], table="milestones").hits] == ["plan.md"]
        assert search(connection, ["hedge"]).hits == ()
        assert connection.execute("SELECT licence FROM documents").fetchall() == [(None,)]
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        connection.close()


@pytest.mark.parametrize(("script", "word"), [("PRAGMA user_version = 99", "newer plantext"), ("CREATE TABLE t (a)", "no catalogue")])
def test_what_is_no_catalogue_of_ours(tmp_path: Path, script: str, word: str):
    made = sqlite3.connect(tmp_path / "catalogue.db")
    made.executescript(script)
    made.close()
    with pytest.raises(UsageError, match=word):
        open_catalogue(tmp_path / "catalogue.db")
    (tmp_path / "catalogue.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(UsageError, match="can't be read"):
        open_catalogue(tmp_path / "catalogue.db")
    with pytest.raises(UsageError, match="no catalogue in this folder"):
        open_catalogue(tmp_path / "nowhere.db")
