"""What was asked × the plan's passages → whether the plan answers it, with the evidence and what was looked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from plantext.compare.answerable import find_answerable
from plantext.compare.judgement import Judgement, Seen, judge, see
from plantext.compare.passages import PlanPassage, find_passages, has_welsh
from plantext.compare.presence import Asked, Presence
from plantext.compare.trace import Tracer
from plantext.find.milestones import own_edition
from plantext.find.subject import Subject, find_subject
from plantext.find.topics import topics
from plantext.model.coverage import STATUSES, Answer, Coverage, Evidence
from plantext.model.document import Document, Issue
from plantext.model.findings import ASKS, Milestones, Recommendations, Statement
from plantext.text.acronyms import Names, harvest

LOOKED_AT = 60  # the best passages of the search by likeness

_KINDS = {
    "milestone": "a milestone",
    "sentence": "the plan says that it will",
    "at_work": "the plan says that work goes on",
    "negated": "the plan says what it will not do",
    None: "the plan speaks of it",
}


def compare_coverage(said: Recommendations, plan: Document, found: Milestones, report: Document | None = None) -> Coverage:
    """Each ask of `said`, matched to `plan`. Statements that ask for nothing are listed and not matched.

    `report`: the document that `said` was found in, for the acronyms that it introduces.
    """
    passages = find_passages(plan, found.milestones)
    asks = [statement for statement in said.statements if statement.act in ASKS]
    names = harvest_names(plan, *([report] if report else ()), texts=[statement.text for statement in said.statements])
    subjects = [find_subject(ask, _before(said.statements, ask)) for ask in asks]
    judged = judge_subjects(subjects, passages, names)
    edition = own_edition(plan, found.milestones)
    welsh = has_welsh(plan)
    answers = tuple(_answer(ask, asked, judgement, edition, names, welsh=welsh) for ask, (asked, judgement) in zip(asks, judged, strict=True))
    return Coverage(
        report=said.source,
        plan=plan.source,
        statements=said.statements,
        coverage=answers,
        counts=_counts(answers),
        issues=(*said.issues, *found.issues, *([_WELSH] if welsh else ())),
    )


_WELSH = Issue(
    code="welsh",
    severity="warning",
    message="A part of the plan is in Welsh. It was not judged: what is not found in the English part may stand there.",
    page=None,
)


def harvest_names(*documents: Document, texts: Iterable[str] = ()) -> dict[str, str]:
    """The acronyms that any of the documents introduces."""
    return harvest([*(block.text for document in documents for block in document.texts() if not getattr(block, "rows", ())), *texts])


def judge_subjects(
    subjects: Sequence[Subject], passages: Sequence[PlanPassage], names: Mapping[str, str]
) -> list[tuple[Asked, Judgement]]:
    """Each subject held against the passages, in order."""
    texts = [passage.text for passage in passages]
    presence = Presence(texts, Names(names))
    traced = Tracer(texts, names).trace([subject.query for subject in subjects], limit=LOOKED_AT)
    judged: list[tuple[Asked, Judgement]] = []
    for subject, trace in zip(subjects, traced, strict=True):
        asked = presence.weigh(subject)
        scores = {match.passage: match.score for match in trace.matches}
        judged.append((asked, judge(asked, see(asked, passages, scores), searched_well=trace.status != "not_found")))
    return judged


def _before(statements: Sequence[Statement], ask: Statement) -> str | None:
    """What the statement before it, under the same heading, is about."""
    place = statements.index(ask)
    earlier = statements[place - 1] if place else None
    if earlier is None or earlier.theme != ask.theme:
        return None
    return ", ".join(topics(earlier.text)) or None


def _answer(
    ask: Statement, asked: Asked, judgement: Judgement, edition: str | None, names: Mapping[str, str], *, welsh: bool
) -> Answer:
    answerable, _ = find_answerable(ask, asked.subject.clause, edition)
    status, review = judgement.status, judgement.review
    absent = asked.absent_terms()
    if status == "not_found" and welsh:
        review = "A part of the plan is in Welsh and was not judged."
    return Answer(
        statement=ask.id,
        status=status,
        needs_review=review is not None,
        answerable=answerable,
        evidence=tuple(_evidence(asked, one, names) for one in judgement.evidence),
        searched=asked.searched(names),
        absent_terms=absent,
        absence_refuted=ask.absence_claim and status != "not_found",
        review_reason=review,
    )


def _evidence(asked: Asked, seen: Seen, names: Mapping[str, str]) -> Evidence:
    commitment = seen.passage.commitment
    kind = None if commitment is None else "negated" if commitment.negated else commitment.kind
    held = ", ".join(asked.subject.words[place].printed for place in seen.held.words)
    return Evidence(text=seen.passage.text, score=round(seen.held.share, 4), why=f"{_KINDS[kind]}; holds: {held}", **seen.passage.place)  # type: ignore[arg-type]


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
