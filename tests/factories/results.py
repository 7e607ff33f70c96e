"""Small results of every kind, made of sentences of our own."""

from __future__ import annotations

from typing import Any

from plantext.model.alignment import Change, Edit, Feature, Side, Variations
from plantext.model.coverage import Answer, Coverage, Evidence
from plantext.model.document import Block, Cell, CellBlock, Document, Page, Source
from plantext.model.findings import Milestone, Milestones, Passage, Recommendations, Statement, Target


def source(name: str = "plan.pdf", pages: int | None = 24) -> Source:
    return Source(name=name, sha256="0" * 64, media_type="application/pdf", pages=pages)


def where(page: int | None = 4, section: str | None = "2.1 Safer streets", line: int | None = None) -> dict[str, Any]:
    return {"page": page, "section": section, "line": line, "block": "b-1", "span": (0, 10), "bbox": None}


def target(
    measure: str = "burglary", value: float | None = 8.0, unit: str | None = "per cent", direction: Any = "reduce", text: str = ""
) -> Target:
    return Target(measure=measure, direction=direction, value=value, unit=unit, text=text, baseline=None, deadline=None)


def milestone(name: str, text: str, objective: str | None = "Safer streets", edition: str | None = "2021-22", **more: Any) -> Milestone:
    page = more.pop("page", 4)
    places = more.pop("places", (Passage(text=text, **where(page, f"2 {objective}" if objective else None)),))
    return Milestone(
        id=name, text=text, objective=objective, edition=edition, page=page, places=places, targets=more.pop("targets", ()), **more
    )


def change(name: str, before: tuple[str, ...] = (), after: tuple[str, ...] = (), kinds: tuple[Any, ...] = (), **more: Any) -> Change:
    fields: dict[str, Any] = {
        "objective_before": "Safer streets" if before else None,
        "objective_after": "Safer streets" if after else None,
        "targets": (),
        "redline": (),
        "editorial": False,
        "duplicate_of": None,
        "rationale": None,
        "confidence": 0.93,
        "needs_review": False,
    }
    return Change(id=name, kinds=kinds, before=before, after=after, **(fields | more))


def edits(*parts: tuple[str, str]) -> tuple[Edit, ...]:
    names: dict[str, Any] = {"=": "equal", "-": "delete", "+": "insert"}
    return tuple(Edit(op=names[op], text=text) for op, text in parts)


def variations(
    before: tuple[Milestone, ...] = (), after: tuple[Milestone, ...] = (), changes: tuple[Change, ...] = (), **more: Any
) -> Variations:
    return Variations(
        before=Side(source=source("plan-2021.pdf"), edition="2021-22", milestones=before),
        after=Side(source=source("plan-2022.pdf", 31), edition="2022-23", milestones=after),
        changes=changes,
        counts=more.pop("counts", {}),
        **more,
    )


def statement(
    name: str, text: str, act: Any = "request", theme: str | None = "Rural crime", page: int | None = 2, **more: Any
) -> Statement:
    fields: dict[str, Any] = {"absence_claim": False, "topics": (), "due": None, "addressee": None}
    return Statement(id=name, text=text, act=act, theme=theme, **where(page, theme), **(fields | more))


def evidence(
    text: str, page: int | None = 12, section: str | None = "4.2 Villages", score: float = 0.81, why: str = "shares the words asked for"
) -> Evidence:
    return Evidence(text=text, score=score, why=why, **where(page, section))


def answer(name: str, status: Any = "covered", **more: Any) -> Answer:
    fields: dict[str, Any] = {
        "needs_review": False,
        "answerable": "this_plan",
        "evidence": (),
        "searched": (),
        "absent_terms": (),
        "absence_refuted": False,
    }
    return Answer(statement=name, status=status, **(fields | more))


def coverage(statements: tuple[Statement, ...] = (), answers: tuple[Answer, ...] = (), **more: Any) -> Coverage:
    return Coverage(
        report=source("panel-report.pdf", 6),
        plan=source("plan-2022.pdf", 31),
        statements=statements,
        coverage=answers,
        counts=more.pop("counts", {}),
        **more,
    )


def block(name: str, kind: Any, text: str, page: int | None = 1, **more: Any) -> Block:
    fields: dict[str, Any] = {"level": None, "bbox": None, "section": None, "parts": ()}
    return Block(id=name, kind=kind, text=text, page=page, **(fields | more))


def cell(text: str, **more: Any) -> Cell:
    lines = text.split("\n")
    return Cell(blocks=tuple(CellBlock(id=f"c-{line}", kind="paragraph", text=line, page=1, bbox=None) for line in lines), **more)


def document(*blocks: Block, **more: Any) -> Document:
    fields: dict[str, Any] = {
        "source": source(),
        "title": "Plan for Downland",
        "pages": (Page(number=1, status="text"), Page(number=2, status="text")),
        "issues": (),
    }
    return Document(blocks=blocks, **(fields | more))


def milestones(*entries: Milestone, **more: Any) -> Milestones:
    return Milestones(source=source(), milestones=entries, **more)


def recommendations(*statements: Statement, **more: Any) -> Recommendations:
    return Recommendations(source=source("panel-report.pdf", 6), statements=statements, **more)


def feature(name: str, score: float, weight: float, detail: str = "") -> Feature:
    return Feature(name=name, score=score, weight=weight, detail=detail)
