"""How well a document was read: its Document held against what a perfect reader would find.

    python scripts/score_reading.py FOLDER            # every PDF and DOCX of FOLDER with a file in FOLDER/truth
    python scripts/score_reading.py FOLDER --reader pdfplumber --verbose
    python scripts/score_reading.py FOLDER --markdown OTHERS    # what another converter made of them: OTHERS/<name>.md

Texts count as equal where they differ in spacing, quotation marks and dashes only. Headings, list items and footnotes are
scored by F1 (a heading is right with its level only), paragraphs by the share that stands whole and alone in one block,
table cells by the share that is exact, with the same paragraphs and list items within, table rows by the share whose cells
are all exact and in order. A merged cell may stand in the truth once or in each row and column that it takes; the two rows of
a heading may be said as one, of each column.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plantext.errors import SourceError
from plantext.model.document import Block, Cell, Document
from plantext.read.docx import read_docx
from plantext.read.pdf import READERS, read_pdf
from plantext.read.plain import read_text
from plantext.read.source import DOCX, MARKDOWN, PDF, describe

RAISED = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LEADERS = re.compile(r"(?:\s*[.…·_]){4,}\s*|\s+…\s+")
ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "…": "..."})
SHARED_TRUTH = {"plan_weasyprint": "plan", "plan_libreoffice": "plan"}


@dataclass
class Truth:
    """What a perfect reader finds, in one form for both kinds of truth file."""

    headings: list[tuple[str, int]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    items: list[tuple[str, int]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    toc: list[str] = field(default_factory=list)
    footnotes: list[tuple[str, str]] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)


def plain(text: str) -> str:
    """Spacing, quotation marks, dashes, leaders and raised figures made one."""
    return re.sub(r"\s+", " ", LEADERS.sub(" … ", text).translate(RAISED).translate(ALIKE)).strip()


def load_truth(path: Path) -> Truth:
    """The truth of one file, of either form."""
    data = json.loads(path.read_text("utf-8"))
    truth = Truth()
    truth.furniture = [data[key] for key in ("header", "running_header", "running_footer") if data.get(key)]
    for number, text in (data.get("footnotes") or {}).items():
        truth.footnotes.append((number, plain(text)))
    for block in data["blocks"]:
        _add(truth, block, plain(block.get("text", "")))
    return truth


def _add(truth: Truth, block: dict[str, Any], text: str) -> None:
    kind = block.get("kind") or block["type"]
    role = block.get("role")
    if kind == "title" or role == "title":
        truth.titles.append(text)
    elif kind == "toc" or role == "toc":
        truth.toc.append(text)
    elif kind == "heading":
        truth.headings.append((text, block["level"]))
    elif kind in {"li", "list_item", "oli"}:
        truth.items.append((text, block.get("depth") or block.get("level") or 1))
    elif kind == "footnote":
        truth.footnotes.append((str(block.get("number")), text))
    elif kind == "caption":
        truth.captions.append(text)
    elif kind == "table":
        rows = ([block["header"]] if block.get("header") else []) + block["rows"]
        truth.tables.append([[_truth_cell(cell) for cell in row] for row in rows])
    else:
        truth.paragraphs.append(text)


def _truth_cell(cell: Any) -> str:
    if isinstance(cell, str):
        return plain(cell)
    return " | ".join(("* " if kind == "li" else "") + plain(text) for kind, text in cell)


def _cell(cell: Cell) -> str:
    marks = [f"{block.marker} " if block.marker and block.kind == "paragraph" else "" for block in cell.blocks]
    texts = [f"{mark}{plain(block.text)}" for mark, block in zip(marks, cell.blocks, strict=True)]
    return " | ".join(("* " if block.kind == "list_item" else "") + text for block, text in zip(cell.blocks, texts, strict=True))


def f1(found: Iterable[Any], wanted: Iterable[Any]) -> tuple[float, list[Any], list[Any]]:
    """F1 of two multisets, what is missing and what is too much."""
    a, b = Counter(found), Counter(wanted)
    common = sum((a & b).values())
    total = sum(a.values()) + sum(b.values())
    return (2 * common / total if total else 1.0), sorted((b - a).elements()), sorted((a - b).elements())


def score(document: Document, truth: Truth) -> tuple[dict[str, float], dict[str, list[Any]]]:
    """Figures in [0, 1] (leaks: a count), and for each what is wrong."""
    figures: dict[str, float] = {}
    wrong: dict[str, list[Any]] = {}
    blocks = document.blocks
    headings = [(plain(b.text), b.level or 0) for b in blocks if b.kind == "heading" and b.role != "title"]

    def put(name: str, found: Iterable[Any], wanted: list[Any]) -> None:
        figures[name], missing, extra = f1(found, wanted)
        wrong[name] = [("missing", m) for m in missing] + [("extra", e) for e in extra]

    put("headings", [text for text, _ in headings], [text for text, _ in truth.headings])
    put("headings+level", headings, truth.headings)
    put("titles", [plain(b.text) for b in blocks if b.role == "title"], truth.titles)
    items = [(plain(b.text), b.level or 1) for b in blocks if b.kind == "list_item"]
    put("items", [text for text, _ in items], [text for text, _ in truth.items])
    put("items+depth", items, truth.items)
    put("toc", [plain(b.text) for b in blocks if b.role == "toc"], truth.toc)
    put("footnotes", [(b.marker or "", plain(b.text)) for b in blocks if b.kind == "footnote"], truth.footnotes)
    put("captions", [plain(b.text) for b in blocks if b.kind == "caption"], truth.captions)
    whole = Counter(plain(b.text) for b in blocks if b.kind == "paragraph" and b.role != "toc")
    missing = list((Counter(truth.paragraphs) - whole).elements())
    figures["paragraphs"] = 1 - len(missing) / max(len(truth.paragraphs), 1)
    extra = list((whole - Counter(truth.paragraphs)).elements())
    wrong["paragraphs"] = [("missing", m) for m in missing] + [("extra", e) for e in extra]
    _score_cells(document, truth, figures, wrong)
    leaks = [b.text for b in blocks for f in truth.furniture if _leaks(plain(f), plain(b.text))]
    figures["leaks"], wrong["leaks"] = float(len(leaks)), leaks
    return figures, wrong


def _score_cells(document: Document, truth: Truth, figures: dict[str, float], wrong: dict[str, list[Any]]) -> None:
    found: Counter[str] = Counter()
    lines: Counter[tuple[str, ...]] = Counter()
    for block in document.blocks:
        found.update(plain(text) for text in block.header)
        for row in block.rows:
            for cell in row:
                found[_cell(cell)] += cell.colspan * cell.rowspan
        lines += Counter(map(_row, _rows(block))) | Counter(map(_row, _spread(block)))
        for table in truth.tables:
            if len(table) > 2 and _said_of_columns([plain(text) for text in block.header], table[0], table[1]):
                found.update(table[0] + table[1])
                lines |= Counter(map(_row, table[:2]))
    rows = [row for table in truth.tables for row in table]
    wanted = Counter(cell for row in rows for cell in row if cell)
    missing = wanted - found
    figures["cells"] = 1 - sum(missing.values()) / max(sum(wanted.values()), 1)
    wrong["cells"] = [("missing", m) for m in sorted(missing.elements())]
    absent = Counter(map(_row, rows)) - lines
    figures["rows"] = 1 - sum(absent.values()) / max(len(rows), 1)
    wrong["rows"] = [("missing", m) for m in sorted(absent.elements())]
    tables = sum(block.kind == "table" for block in document.blocks)
    figures["tables"] = 1.0 if tables == len(truth.tables) else min(tables, len(truth.tables)) / max(tables, len(truth.tables))
    wrong["tables"] = [] if tables == len(truth.tables) else [f"{tables} tables, not {len(truth.tables)}"]


def _said_of_columns(header: list[str], first: list[str], second: list[str]) -> bool:
    """Whether a heading says for each column what the two rows of the truth's heading do: "Target 2031" for "Target" above "2031"."""
    upper = lower = 0
    for text in header:
        while upper < len(first) and text != first[upper] and not text.startswith(f"{first[upper]} "):
            upper += 1
        if upper == len(first) or (text != first[upper] and (lower == len(second) or text != f"{first[upper]} {second[lower]}")):
            return False
        lower += text != first[upper]
    return 0 < lower == len(second)


def _row(cells: Iterable[str]) -> tuple[str, ...]:
    """A row's cells that hold something, a merged cell that is said in each of its columns once."""
    filled = [cell for cell in cells if cell]
    return tuple(cell for at, cell in enumerate(filled) if at == 0 or cell != filled[at - 1])


def _rows(table: Block) -> list[list[str]]:
    """The rows, each merged cell where it begins."""
    return [[plain(text) for text in table.header], *([_cell(cell) for cell in row] for row in table.rows)]


def _spread(table: Block) -> list[list[str]]:
    """The rows, each merged cell in every row that it takes."""
    grid: list[dict[int, str]] = [{} for _ in table.rows]
    for at, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while column in grid[at]:
                column += 1
            for below in grid[at : at + cell.rowspan]:
                below.update(dict.fromkeys(range(column, column + cell.colspan), _cell(cell)))
    return [[texts[column] for column in sorted(texts)] for texts in grid]


def _leaks(furniture: str, text: str) -> bool:
    pattern = re.escape(furniture).replace("N", r"\d+").replace("M", r"\d+") if " N" in furniture else re.escape(furniture)
    return bool(re.search(pattern, text)) if furniture != "page number" else bool(re.fullmatch(r"\d{1,3}", text))


def read(path: Path, reader: str, markdown: Path | None) -> Document:
    """The Document of a file, or of what another converter made of it."""
    if markdown is not None:
        data = (markdown / f"{path.stem}.md").read_bytes()
        return read_text(data, describe(data, path.name, MARKDOWN), markdown=True)
    data = path.read_bytes()
    if path.suffix == ".docx":
        return read_docx(data, describe(data, path.name, DOCX))
    return read_pdf(data, describe(data, path.name, PDF), reader=reader)


def truth_of(path: Path) -> Path | None:
    """The truth file of a PDF or DOCX."""
    names = [path.stem, SHARED_TRUTH.get(path.stem, "")] if path.suffix == ".pdf" else [f"{path.stem}_docx"]
    return next((answers for name in names if (answers := path.parent / "truth" / f"{name}.json").exists()), None)


def main() -> int:
    """Score every PDF and DOCX of a folder that has a truth file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reader", choices=READERS, default="pdfium")
    parser.add_argument("--markdown", type=Path, help="a folder with another converter's Markdown")
    parser.add_argument("--only", help="how the file names begin")
    parser.add_argument("--verbose", action="store_true", help="say what is wrong")
    options = parser.parse_args()
    for path in sorted([*options.folder.glob("*.pdf"), *options.folder.glob("*.docx")]):
        answers = truth_of(path)
        if answers is None or (options.only and not path.stem.startswith(options.only)):
            continue
        try:
            document = read(path, options.reader, options.markdown)
        except (SourceError, FileNotFoundError) as error:
            print(f"{path.stem}: {error.status if isinstance(error, SourceError) else 'no Markdown'}")
            continue
        figures, wrong = score(document, load_truth(answers))
        print(f"{path.stem}: " + "  ".join(f"{name} {value:.3f}" for name, value in figures.items()))
        if options.verbose:
            for name, entries in wrong.items():
                for entry in entries:
                    print(f"    {name}: {entry}"[:400])
    return 0


if __name__ == "__main__":
    sys.exit(main())
