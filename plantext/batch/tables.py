"""The rows that documents and results add to the catalogue, by table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from plantext.model.alignment import Variations
from plantext.model.batch import Verb
from plantext.model.checks import Checks
from plantext.model.coverage import Coverage
from plantext.model.document import Document
from plantext.model.findings import Milestones, Recommendations
from plantext.model.progress import History, Progress
from plantext.model.topics import TopicMatrix

Row = dict[str, Any]


def page_rows(document: Document, number: int) -> Iterator[Row]:
    """The text of each page, a block a line; of a source without pages, all of it. A block that crosses pages stands on its first."""
    texts: dict[int | None, list[str]] = {}
    for block in document.blocks:
        if block.rows:
            for one in (block for row in block.rows for cell in row for block in cell.blocks):
                texts.setdefault(one.page if one.page is not None else block.page, []).append(one.text)
            if block.header:
                texts.setdefault(block.page, []).append("\t".join(block.header))
        else:
            texts.setdefault(block.page, []).append(block.text)
    if not document.pages:
        yield {"document": number, "page": None, "status": "text", "text": "\n".join(text for part in texts.values() for text in part)}
    for page in document.pages:
        yield {"document": number, "page": page.number, "status": page.status, "text": "\n".join(texts.get(page.number, ()))}


def _milestones(result: Milestones, numbers: Sequence[int]) -> Iterator[Row]:
    for one in result.milestones:
        yield {
            "document": numbers[0], "milestone": one.id, "edition": one.edition, "objective": one.objective, "text": one.text,
            "page": one.page, "places": len(one.places), "targets": "; ".join(target.text for target in one.targets),
        }  # fmt: skip


def _statements(result: Recommendations, numbers: Sequence[int]) -> Iterator[Row]:
    for one in result.statements:
        yield {
            "document": numbers[0], "statement": one.id, "act": one.act, "theme": one.theme, "text": one.text, "page": one.page,
            "absence_claim": int(one.absence_claim), "due": one.due,
        }  # fmt: skip


def _changes(result: Variations, numbers: Sequence[int]) -> Iterator[Row]:
    before = {one.id: one.text for one in result.before.milestones}
    after = {one.id: one.text for one in result.after.milestones}
    for one in result.changes:
        yield {
            "before_document": numbers[0], "after_document": numbers[-1], "change": one.id, "kinds": ", ".join(one.kinds) or "unchanged",
            "before_text": "\n".join(before[key] for key in one.before), "after_text": "\n".join(after[key] for key in one.after),
            "objective_before": one.objective_before, "objective_after": one.objective_after,
            "rationale": one.rationale.text if one.rationale else None, "rationale_page": one.rationale.page if one.rationale else None,
            "confidence": one.confidence, "needs_review": int(one.needs_review),
        }  # fmt: skip


def _coverage(result: Coverage, numbers: Sequence[int]) -> Iterator[Row]:
    texts = {one.id: one.text for one in result.statements}
    for one in result.coverage:
        yield {
            "report": numbers[0], "plan": numbers[1], "statement": one.statement, "text": texts[one.statement], "status": one.status,
            "answerable": one.answerable, "needs_review": int(one.needs_review), "evidence": one.evidence[0].text if one.evidence else None,
            "evidence_page": one.evidence[0].page if one.evidence else None, "absent_terms": ", ".join(one.absent_terms),
        }  # fmt: skip


def _progress(result: Progress, numbers: Sequence[int]) -> Iterator[Row]:
    for one in result.milestones:
        figure = one.figures[0] if one.figures else None
        yield {
            "report": numbers[0], "plan": numbers[1], "milestone": one.milestone, "text": one.text, "status": one.status,
            "interim": int(one.interim), "lead": one.lead, "frequency": one.frequency, "deferred_to": one.deferred_to,
            "measure": figure.measure if figure else None, "target": figure.target if figure else None,
            "actual": figure.actual if figure else None, "unit": figure.unit if figure else None, "as_at": figure.as_at if figure else None,
            "page": one.evidence[0].page if one.evidence else None, "needs_review": int(one.needs_review),
        }  # fmt: skip


def _findings(result: Checks, numbers: Sequence[int]) -> Iterator[Row]:
    for one in result.findings:
        yield {
            "document": numbers[0], "code": one.code, "severity": one.severity, "message": one.message, "page": one.page,
            "section": one.section, "text": one.text, "suggestion": one.suggestion,
        }  # fmt: skip


def _statutory(result: Checks, numbers: Sequence[int]) -> Iterator[Row]:
    for one in result.statutory:
        yield {
            "document": numbers[0], "requirement": one.requirement, "law": one.law, "provision": one.provision,
            "in_force": None if one.in_force is None else int(one.in_force), "status": one.status,
            "evidence_page": one.evidence[0].page if one.evidence else None,
        }  # fmt: skip


def _lives(result: History, numbers: Sequence[int]) -> Iterator[Row]:
    for one in result.lives:
        events = "; ".join(f"{event.edition or event.source}: {', '.join(event.kinds)}" for event in one.events)
        yield {
            "document": numbers[-1], "life": one.id, "text": one.text, "objective": one.objective, "introduced": one.introduced,
            "dropped": one.dropped, "events": events,
        }  # fmt: skip


def _topics(result: TopicMatrix, numbers: Sequence[int]) -> Iterator[Row]:
    for row in result.topics:
        mentions = [mention for cell in row.plans for mention in cell.mentions]
        yield {
            "document": numbers[0], "topic": row.label, "count": len(mentions), "commits": sum(mention.commits for mention in mentions),
            "first_page": mentions[0].page if mentions else None, "first_text": mentions[0].text if mentions else None,
        }  # fmt: skip


class Fill(NamedTuple):
    """Which table a verb's results fill: their class, and the rows of one of them, given the numbers of its documents."""

    verb: Verb
    result: type
    table: str
    rows: Callable[[Any, Sequence[int]], Iterator[Row]]


FILLS: tuple[Fill, ...] = (
    Fill("milestones", Milestones, "milestones", _milestones),
    Fill("recommendations", Recommendations, "statements", _statements),
    Fill("variations", Variations, "changes", _changes),
    Fill("coverage", Coverage, "coverage", _coverage),
    Fill("progress", Progress, "progress", _progress),
    Fill("check", Checks, "findings", _findings),
    Fill("check", Checks, "statutory", _statutory),
    Fill("history", History, "lives", _lives),
    Fill("topics", TopicMatrix, "topics", _topics),
)
