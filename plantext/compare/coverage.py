"""What was asked × the plan's passages → whether the plan answers it, with the evidence and what was looked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from plantext.compare.passages import PlanPassage, find_passages
from plantext.compare.trace import Traced, Tracer
from plantext.find.editions import find_editions, start_year
from plantext.find.milestones import own_edition
from plantext.find.topics import topics
from plantext.model.coverage import STATUSES, Answer, Answerable, Coverage, Evidence, Status
from plantext.model.document import Document
from plantext.model.findings import ASKS, Milestones, Recommendations, Statement

MOST_EVIDENCE = 4  # passages: more than a person reads for one ask
LOOKED_AT = 40  # the best passages from which the evidence is chosen

_REPORT = re.compile(r"\b(?:reports?|updates?|briefing|evidence|figures|statistics|data|presentation|note|paper)\b", re.IGNORECASE)
_IN_PLAN = re.compile(r"\b(?:in|within|of|to)\s+(?:the|this|your|his|her|its)\s+(?:\S+\s+){0,4}?plan\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:they|them|their|this|these|those|it|its|here|such)\b", re.IGNORECASE)


def compare_coverage(said: Recommendations, plan: Document, found: Milestones) -> Coverage:
    """Each ask of `said`, matched to `plan`. Statements that ask for nothing are listed and not matched."""
    passages = find_passages(plan, found.milestones)
    asks = [statement for statement in said.statements if statement.act in ASKS]
    edition = own_edition(plan, found.milestones)
    traced = Tracer([passage.text for passage in passages]).trace([_query(ask) for ask in asks], limit=LOOKED_AT)
    answers = tuple(_answer(ask, trace, passages, edition) for ask, trace in zip(asks, traced, strict=True))
    return Coverage(
        report=said.source,
        plan=plan.source,
        statements=said.statements,
        coverage=answers,
        counts=_counts(answers),
        issues=(*said.issues, *found.issues),
    )


def _query(ask: Statement) -> str:
    """What the ask is about, without the words of asking; where it points back ("they should …"), its theme is part of it."""
    found = list(ask.topics)
    if ask.theme and (_POINTS_BACK.search(ask.text) or not found):
        found += [topic for topic in topics(ask.theme) if topic.casefold() not in {one.casefold() for one in found}]
    return ". ".join(found) or ask.text


def _answer(ask: Statement, traced: Traced, passages: Sequence[PlanPassage], edition: str | None) -> Answer:
    linked = [(match, k) for k, match in enumerate(traced.matches) if match.linked]
    evidence = tuple(_evidence(passages[match.passage], match.score, traced, k) for match, k in linked[:MOST_EVIDENCE])
    status: Status = traced.status if evidence else "not_found"
    reason = None
    if status in {"covered", "partial"} and not any(passages[match.passage].commits for match, _ in linked):
        status, reason = "mentioned", "The plan speaks of it and no commitment to it was found."
    absent = tuple(term.text for term in traced.absent)
    if status == "covered" and absent:
        reason = f"The plan commits to something very near, yet never uses: {', '.join(absent)}."
    return Answer(
        statement=ask.id,
        status=status,
        needs_review=reason is not None,
        answerable=_answerable(ask, edition),
        evidence=evidence if status != "not_found" else (),
        searched=tuple(dict.fromkeys((*ask.topics, *(term.text for term in traced.terms)))),
        absent_terms=absent,
        absence_refuted=ask.absence_claim and status != "not_found",
        review_reason=reason,
    )


def _evidence(passage: PlanPassage, score: float, traced: Traced, k: int) -> Evidence:
    held = ", ".join(traced.terms[number].text for number in traced.held[k])
    kind = {"milestone": "a milestone", "sentence": "the plan says that it will", None: "the subject is mentioned"}[passage.commits]
    return Evidence(text=passage.text, score=score, why=f"{kind}; holds: {held}", **passage.place)  # type: ignore[arg-type]


def _answerable(ask: Statement, edition: str | None) -> Answerable:
    """Whether this plan can answer: not where a later plan is named, nor where a report or update is wanted rather than words in a plan."""
    named = find_editions(ask.due or "") or find_editions(ask.text)
    if edition and any((start_year(one) or 0) > (start_year(edition) or 0) for one in named):
        return "later_plan"
    if ask.act == "information" and _REPORT.search(ask.text) and not _IN_PLAN.search(ask.text):
        return "not_by_a_plan"
    return "this_plan"


def _counts(answers: Sequence[Answer]) -> dict[str, int]:
    statuses = Counter(answer.status for answer in answers)
    ways = Counter(answer.answerable for answer in answers)
    return {
        "asks": len(answers),
        **{status: statuses[status] for status in STATUSES},
        "needs_review": sum(answer.needs_review for answer in answers),
        "absence_refuted": sum(answer.absence_refuted for answer in answers),
        **{way: ways[way] for way in ("this_plan", "later_plan", "not_by_a_plan")},
    }
