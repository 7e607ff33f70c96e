"""Results as HTML pages: one file each, that loads nothing, and works without its script."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

from plantext.model.alignment import Variations
from plantext.model.batch import Batch
from plantext.model.coverage import Coverage
from plantext.model.document import Block, BlockKind, Box, Document, Page
from plantext.model.pack import Pack
from plantext.model.picture import Whole
from plantext.report import replies, words
from plantext.report.pictures import Picture, Pictures, picture, spot_of, spot_of_milestone
from plantext.report.printable import printable
from plantext.report.rows import count_kinds, count_statuses, for_the_record, group_asks, group_changes, not_read
from plantext.report.supplements import supplements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from plantext.report.pack import Part

SCRIPT = "page.js"
NO_PICTURES: Pictures = {}
DEEPEST = 6  # HTML's lowest heading
LONG = 150  # rows: beyond it a browser lays out a filtered page too slowly to follow typing, 500 rows took a quarter of a second


@lru_cache(maxsize=1)
def _environment() -> Environment:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("plantext.report", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(words=words, replies=replies, picture=picture, spot_of=spot_of, spot_of_milestone=spot_of_milestone)
    environment.filters["sentence"] = words.sentence
    environment.filters["thousands"] = lambda number: f"{number:,}"
    environment.filters["percent"] = words.percent
    return environment


def _page(template: str, rows: int = 0, **values: object) -> str:
    environment = _environment()
    assert environment.loader is not None  # noqa: S101  # set in the line that makes it
    script, _, _ = environment.loader.get_source(environment, SCRIPT)
    # The page's own policy lets this one script run and nothing load, whatever a document holds.
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return environment.get_template(template).render(script=script, script_hash=digest, long=rows > LONG, **values)


def render_variations(result: Variations, pictures: Pictures = NO_PICTURES) -> str:
    """The summary of variations as a page, with `pictures` of the places where they are given."""
    result = printable(result)
    groups = group_changes(result)
    rows = [row for group in groups for row in group.rows]
    counts = count_kinds(rows)
    unexplained = sum(row.unexplained for row in rows)
    review = sum(row.change.needs_review for row in rows)
    return _page(
        "variations.html.j2",
        pictures=pictures,
        rows=len(rows),
        result=result,
        groups=groups,
        supplements=supplements(result, groups),
        counts=counts,
        total=len(rows),
        changed=sum(row.is_change for row in rows),
        unexplained=unexplained,
        review=review,
        choices=[
            *((kind, words.KIND_WORDS[kind], number) for kind, number in counts.items()),
            ("unexplained", words.NO_REASON, unexplained),
            ("review", words.REVIEW, review),
        ],
        issues=[words.issue_words(issue) for issue in result.issues],
    )


def render_coverage(result: Coverage, pictures: Pictures = NO_PICTURES) -> str:
    """What was asked, and what the plan says to it, as a page, with `pictures` of the places where they are given."""
    result = printable(result)
    groups = group_asks(result)
    rows = [row for group in groups for row in group.rows]
    counts = count_statuses(rows)
    apart = {name: sum(numbers[name] for numbers in counts.values()) for name in words.ANSWERABLE_ORDER}
    review = sum(bool(row.answer and row.answer.needs_review) for row in rows)
    refuted = sum(bool(row.answer and row.answer.absence_refuted) for row in rows)
    return _page(
        "coverage.html.j2",
        pictures=pictures,
        rows=len(rows),
        result=result,
        groups=groups,
        counts=counts,
        apart=apart,
        here=apart["this_plan"],
        total=len(rows),
        review=review,
        refuted=refuted,
        choices=[
            *((status, words.STATUS_WORDS[status], sum(numbers.values())) for status, numbers in counts.items()),
            *((name, words.ANSWERABLE_WORDS[name], number) for name, number in apart.items()),
            ("refuted", words.FOUND_IN_THIS_VERSION, refuted),
            ("review", words.REVIEW, review),
        ],
        record=for_the_record(result),
        issues=[words.issue_words(issue) for issue in result.issues],
    )


def render_document(document: Document, pictures: Pictures = NO_PICTURES) -> str:
    """A document as it was read, block by block, each with its kind and page; `pictures` of its pages are shown with the blocks drawn on them."""
    document = printable(document)
    return _page(
        "document.html.j2",
        sheets=_sheets(document, pictures),
        document=document,
        runs=_runs(document.blocks),
        levels=_levels(document.blocks),
        issues=not_read(document),
    )


def _runs(blocks: tuple[Block, ...]) -> list[tuple[str, list[Block]]]:
    """Blocks in order, list items that follow each other together."""
    runs: list[tuple[str, list[Block]]] = []
    for block in blocks:
        if block.kind == "list_item" and runs and runs[-1][0] == "list_item":
            runs[-1][1].append(block)
        else:
            runs.append((block.kind, [block]))
    return runs


def _sheets(document: Document, pictures: Pictures) -> list[tuple[Page, Picture, list[tuple[BlockKind, Box]]]]:
    """Each page of which there is a picture, with the kind and box of every block, or part of one, on it."""
    boxes: dict[int | None, list[tuple[BlockKind, Box]]] = {}
    for block in document.blocks:
        for part in block.parts or (block,):
            if part.bbox is not None:
                boxes.setdefault(part.page, []).append((block.kind, part.bbox))
    return [
        (page, shown, boxes.get(page.number, []))
        for page in document.pages
        if (shown := picture(pictures, Whole(document.source.sha256, page.number)))
    ]


def _levels(blocks: tuple[Block, ...]) -> dict[str, int]:
    """The HTML level of each heading, below the page's own: no level is left out, whatever the document does."""
    levels: dict[str, int] = {}
    last = 1
    for block in blocks:
        if block.kind == "heading":
            last = min(DEEPEST, last + 1, (block.level or 1) + 1)
            levels[block.id] = last
    return levels


def render_batch(batch: Batch) -> str:
    """The overview of a batch: every document and what became of it, every result with its figures and links."""
    from plantext.report.jobs import figure_words  # which imports the reports whose words it takes, and they this module

    batch = printable(batch)
    failed = [row for row in batch.sources if row.status not in {"ok", "partial"}]
    return _page("batch.html.j2", batch=batch, figures=figure_words, failed=failed, read=len(batch.sources) - len(failed))


def render_pack(pack: Pack, parts: Sequence[Part], *, draft: bool) -> str:
    """The page that names every document of a pack, and what is still to be done before they are published."""
    pack = printable(pack)
    review = sum(change.needs_review for change in pack.variations.changes)
    asks = sum(answer.needs_review for answer in pack.coverage.coverage)
    lines = (
        (len(pack.blank), "{} without a response: write it in response-to-the-panel.docx", "ask"),
        (len(pack.lost), "{} of an earlier version that no ask matches: see the end of the response", "response"),
        (review, "{} of the summary that a person should check", "entry"),
        (asks, "{} of the coverage report that a person should check", "answer"),
    )
    todo = [text.format(words.plural(number, noun, {"entry": "entries"}.get(noun))) for number, text, noun in lines if number]
    todo.append("The decision notice: fill in what stands in square brackets")
    return _page("pack.html.j2", pack=pack, parts=parts, draft=draft, todo=todo)
