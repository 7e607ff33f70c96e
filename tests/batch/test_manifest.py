from __future__ import annotations

from pathlib import Path

import pytest

from plantext.batch.manifest import NAME, load_manifest
from plantext.errors import SourceError, UsageError

ROOT = Path(__file__).resolve().parents[2]


def paths(place: Path, out: Path | None = None) -> list[str]:
    return [entry.path for entry in load_manifest(place, out).entries]


def stated(folder: Path, text: str) -> Path:
    path = folder / NAME
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_is_surveyed(papers: Path):
    manifest = load_manifest(papers)
    assert not manifest.stated
    assert paths(papers) == ["broken.pdf", "empty.txt", "locked.pdf", "plans/panel.md", "plans/plan 2031.md", "plans/plan 2032.md"]
    assert all(entry.kind is entry.title is entry.publisher is None for entry in manifest.entries)


def test_results_are_no_documents(papers: Path):
    before = paths(papers)
    for name in ("out", "older"):
        (papers / name / "deep").mkdir(parents=True)
        (papers / name / "index.html").write_text("<!DOCTYPE html><p>results")
        (papers / name / "deep" / "page.html").write_text("<!DOCTYPE html><p>results")
    (papers / "older" / "batch.json").write_text("{}")
    assert paths(papers, papers / "out") == before
    assert "out/index.html" in paths(papers)  # nothing says yet that these are results
    with pytest.raises(UsageError, match="mixed"):
        load_manifest(papers, papers / "plans" / "..")


def test_a_folder_without_documents(tmp_path: Path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(UsageError, match="no document"):
        load_manifest(tmp_path)


def test_what_is_not_there(tmp_path: Path):
    with pytest.raises(SourceError) as caught:
        load_manifest(tmp_path / "nowhere")
    assert caught.value.status == "missing"


def test_a_folder_with_a_manifest_is_that_manifest(papers: Path):
    path = stated(papers, '[[document]]\npath = "plans/panel.md"\nkind = "panel_report"\ndate = 2032-02-20\nurl = "https://example.org"\n')
    for place in (papers, path):
        manifest = load_manifest(place)
        assert manifest.stated
        assert manifest.folder == papers
        (entry,) = manifest.entries
        assert (entry.path, entry.kind, entry.date) == ("plans/panel.md", "panel_report", "2032-02-20")


def test_the_sample_corpus():
    assert len(paths(ROOT / "corpus")) == 6


def test_a_mark_at_the_beginning_is_no_mistake(tmp_path: Path):
    (tmp_path / NAME).write_text('[[document]]\npath = "plan.pdf"\n', encoding="utf-8-sig")
    assert paths(tmp_path) == ["plan.pdf"]


@pytest.mark.parametrize("path", ["../plan.pdf", "/etc/hosts", "plans/../../plan.pdf", ".."])
def test_a_path_that_leads_out_is_refused(tmp_path: Path, path: str):
    stated(tmp_path, f'[[document]]\npath = "{path}"\n')
    with pytest.raises(UsageError, match="leads out") as caught:
        load_manifest(tmp_path)
    assert path in str(caught.value)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "names no document"),
        ("title = 'nothing more'", "names no document"),
        ("[[document]]\ntitle = 'no path'", "path"),
        ("[document]\npath = 'plan.pdf'", "can't be understood"),
        ("document = 3", "can't be understood"),
        ("document = ['plan.pdf']", "can't be understood"),
        ("[[document]]\npath = 3", "can't be understood"),
        ("[[document]]\npath = 'plan.pdf'\nkind = 'novel'", "novel"),
        ("[[document]]\npath = 'plan.pdf'\n[[document]]\npath = 'plan.pdf'", "twice"),
        ("[[document]\n", "can't be understood"),
    ],
)
def test_a_mistake_in_a_manifest_is_said(tmp_path: Path, text: str, word: str):
    path = stated(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        load_manifest(tmp_path)
    assert word in str(caught.value)
    assert str(caught.value).startswith(f"{path}: ")


def test_a_document_is_no_manifest(papers: Path):
    with pytest.raises(UsageError, match="can't be"):
        load_manifest(papers / "plans" / "panel.md")
    (papers / "plan.pdf").write_bytes(b"%PDF-1.7\n\xe2\xe3\xcf\xd3")
    with pytest.raises(UsageError, match="Give a folder of documents"):
        load_manifest(papers / "plan.pdf")
