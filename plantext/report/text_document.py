"""What one document holds, as text: the document itself, its milestones, what a panel says in it."""

from __future__ import annotations

from collections.abc import Iterator

from plantext.model.document import Block, Document
from plantext.model.findings import Milestones, Recommendations
from plantext.report import words
from plantext.report.lines import LABEL, Laid, figures, heading, item, notes, paragraph
from plantext.report.rows import group_milestones, not_read


def document_lines(document: Document) -> Iterator[Laid]:
    """A document, page by page."""
    yield heading(document.title or document.source.name)
    yield paragraph(words.source_words(document.source))
    yield from notes(not_read(document))
    page: int | None = None
    for block in document.blocks:
        if block.page is not None and block.page != page:
            page = block.page
            yield ""
            yield heading(f"[Page {page}]", LABEL)
        if block.kind != "list_item":
            yield ""
        yield from _block(block)


def _block(block: Block) -> Iterator[Laid]:
    if block.kind == "heading":
        yield heading(f"{'#' * min(6, block.level or 1)} {_marked(block)}")
    elif block.kind == "list_item":
        yield item(block.marker or "-", block.text, indent=2 * (block.level or 1))
    elif block.kind == "table":
        yield paragraph("Table")
        if block.header:
            yield item("", " | ".join(" ".join(cell.split()) for cell in block.header))
        for row in block.rows:
            yield item("-", " | ".join(" ".join(cell.text.split()) for cell in row))
    else:
        label = "" if block.kind == "paragraph" else f"{words.BLOCK_WORDS[block.kind]}: "
        yield paragraph(label + _marked(block))


def _marked(block: Block) -> str:
    return f"{block.marker} {block.text}" if block.marker else block.text


def milestones_lines(result: Milestones) -> Iterator[Laid]:
    """Milestones by edition and objective."""
    yield heading(f"Milestones of {result.source.name}")
    editions = group_milestones(result.milestones)
    counts = [(words.edition_words(edition), sum(len(entries) for _, entries in objectives)) for edition, objectives in editions]
    yield figures(("Edition", ""), [*((name, f"{count:,}") for name, count in counts), ("In all", f"{len(result.milestones):,}")])
    for edition, objectives in editions:
        for objective, entries in objectives:
            yield ""
            yield heading(f"{words.edition_words(edition)}: {objective} ({len(entries)})")
            for place, entry in enumerate(entries, start=1):
                yield item(f"{entry.number or place}.".replace("..", "."), f"{entry.text} ({words.milestone_place(entry)})")
                for target in entry.targets:
                    yield paragraph(f"Target: {words.target_words(target)}", 6)
    yield from notes(words.issue_words(issue) for issue in result.issues)


def recommendations_lines(result: Recommendations) -> Iterator[Laid]:
    """What is said, by kind of act."""
    yield heading(f"What {result.source.name} says")
    acts = {act: [said for said in result.statements if said.act == act] for act in words.ACT_WORDS}
    counts = [(words.ACT_WORDS[act], len(said)) for act, said in acts.items() if said]
    yield figures(("", ""), [(name, f"{count:,}") for name, count in (*counts, ("In all", len(result.statements)))])
    for act, statements in acts.items():
        if statements:
            yield ""
            yield heading(f"{words.ACT_WORDS[act]} ({len(statements)})")
        for place, said in enumerate(statements, start=1):
            facts = [f"numbered {said.number}" if said.number else "", said.theme or "", words.page_words(said.page, said.line)]
            facts += [f"to {said.addressee}"] if said.addressee else []
            facts += [f"due {said.due}"] if said.due else []
            facts += ["says that something is missing"] if said.absence_claim else []
            yield item(f"{place}.", f"{said.text} ({'; '.join(fact for fact in facts if fact)})")
    yield from notes(words.issue_words(issue) for issue in result.issues)
