"""What was asked × the plan's passages → whether the plan answers it, with the evidence and what was looked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from plantext.compare.answerable import find_answerable
from plantext.compare.judgement import Judgement, Seen, judge, see
from plantext.compare.meaning import Embeds
from plantext.compare.novelty import Earlier
from plantext.compare.parts import joined, renumbered
from plantext.compare.passages import PlanPassage, find_passages, has_welsh
from plantext.compare.presence import Asked, Presence
from plantext.compare.quotation import Asks
from plantext.compare.response import Answered, find_answers
from plantext.compare.trace import Traced, Tracer
from plantext.compare.undertakings import find_undertakings, returns_to, undertaking_subject
from plantext.find.plan.milestones import own_edition
from plantext.find.statements.subject import Subject, find_subject, split_subject
from plantext.find.statements.topics import topics
from plantext.find.topic_terms import TopicFinder
from plantext.model.coverage import STATUSES, Answer, Coverage, Evidence, Kept, Reply
from plantext.model.document import Document, Issue
from plantext.model.findings import ASKS, Milestones, Recommendations, Statement
from plantext.model.topics import Topic
from plantext.text.acronyms import Names, harvest

LOOKED_AT = 60  # the best passages of the search by likeness
NEAREST = 2  # passages shown where nothing was found
# The score that they need: beside 39 wrong "not found" of twelve made-up pairs 22 had such a passage, 16 of them the right one first.
NEAR = 0.25

WHY = {
    "milestone": "a milestone",
    "sentence": "the plan says that it will",
    "at_work": "the plan says that work goes on",
    "negated": "the plan says what it will not do",
    None: "the plan speaks of it",
}
"""What a passage is, by its commitment."""

SORTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:as\s+an?|no|not\s+an?|any|lack\s+of|absence\s+of)\s+(?:\w+\s+)?(?:{words})\b", re.IGNORECASE), sort)
    for words, sort in (
        ("milestones?|deliverables?|actions?", "milestone"),
        ("targets?|measures?|indicators?", "target"),
        ("commitments?|undertakings?|promises?|pledges?", "sentence"),
    )
)
"""What is said not to be there, where it is not the subject itself: a milestone, a number to aim at, or a commitment."""

WELSH = "A part of the plan is in Welsh. It was not judged: what is not found in the English part may stand there."


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What may be given beside a report and a plan: the report's document (for its acronyms), the earlier edition, the response to the report,

    an earlier report with its undertakings, a list of topics, and a model that has a vote on the order of the evidence.
    """

    report: Document | None = None
    before: Document | None = None
    response: Document | None = None
    undertakings: Recommendations | None = None
    topics: tuple[Topic, ...] = ()
    model: Embeds | None = None


def compare_coverage(said: Recommendations, plan: Document, found: Milestones, beside: Beside | None = None) -> Coverage:
    """Each ask of `said`, matched to `plan`. Statements that ask for nothing are listed and not matched."""
    beside = beside or Beside()
    asks = [statement for statement in said.statements if statement.act in ASKS]
    documents = [plan, *(document for document in (beside.report, beside.before, beside.response) if document)]
    names = harvest_names(documents, [statement.text for statement in said.statements])
    judge_of = Bench(plan, found, names, beside, Asks([ask.text for ask in asks]))
    subjects = [find_subject(ask, _before(said.statements, ask)) for ask in asks]
    answers = [judge_of.answer(ask, *judged) for ask, judged in zip(asks, judge_of.judged(subjects), strict=True)]
    if beside.response:
        replies = judge_of.replies(find_answers(asks, beside.response, names))
        answers = [structs.replace(answer, reply=reply) for answer, reply in zip(answers, replies, strict=True)]
    kept = _kept(judge_of, beside.undertakings, said, names) if beside.undertakings else ()
    return Coverage(
        report=said.source,
        plan=plan.source,
        statements=said.statements,
        coverage=tuple(answers),
        counts=_counts(answers),
        issues=(*said.issues, *found.issues, *judge_of.issues),
        before=beside.before.source if beside.before else None,
        response=beside.response.source if beside.response else None,
        undertakings=beside.undertakings.source if beside.undertakings else None,
        kept=kept,
    )


def harvest_names(documents: Iterable[Document], texts: Iterable[str] = ()) -> dict[str, str]:
    """The acronyms that any of the documents or texts introduces."""
    return harvest([*(block.text for document in documents for block in document.texts() if block.kind != "table"), *texts])


class Bench:
    """One plan, ready to be asked."""

    def __init__(self, plan: Document, found: Milestones, names: Mapping[str, str], beside: Beside, quoted: Asks) -> None:
        self._passages = [
            passage
            for passage in find_passages(plan, found.milestones)
            if (passage.commitment and passage.commitment.kind == "milestone") or not quoted.quoted_in(passage.text)
        ]
        self._names = names
        self._model = beside.model
        self._edition = own_edition(plan, found.milestones)
        self._earlier = Earlier(beside.before) if beside.before else None
        self._finder = TopicFinder(beside.topics) if beside.topics else None
        self._welsh = has_welsh(plan)
        self._texts = [self._finder.expanded(passage.text) if self._finder else passage.text for passage in self._passages]
        self._presence = Presence(self._texts, Names(names))
        self.issues = (Issue(code="welsh", severity="warning", message=WELSH, page=None),) if self._welsh else ()

    @property
    def passages(self) -> Sequence[PlanPassage]:
        """The plan's passages, in order."""
        return self._passages

    def judged(self, subjects: Sequence[Subject]) -> list[tuple[Asked, Judgement]]:
        """Each subject held against the plan, in order."""
        traced = Tracer(self._texts, self._names, self._model).trace([subject.query for subject in subjects], limit=LOOKED_AT)
        judged: list[tuple[Asked, Judgement]] = []
        for subject, trace in zip(subjects, traced, strict=True):
            asked = self._presence.weigh(subject)
            scores = {match.passage: match.score for match in trace.matches}
            well = trace.status != "not_found"
            parts = [self._presence.weigh(part) for part in split_subject(subject)] or [asked]
            each = [judge(part, see(part, self._passages, scores), searched_well=well) for part in parts]
            whole = joined([renumbered(one, part, asked) for one, part in zip(each, parts, strict=True)])
            judged.append((asked, replace(whole, nearest=self._nearest(asked, trace))))
        return judged

    def _nearest(self, asked: Asked, trace: Traced) -> tuple[Seen, ...]:
        """The passages nearest to what is asked, by its words and what they mean."""
        near = [match for match in trace.matches[:NEAREST] if match.score >= NEAR]
        return tuple(Seen(match.passage, self._passages[match.passage], asked.held(match.passage), match.score) for match in near)

    def answer(self, ask: Statement, asked: Asked, judgement: Judgement) -> Answer:
        """The answer to one statement."""
        answerable, _ = find_answerable(ask, asked.subject.clause, self._edition)
        review, status = judgement.review, judgement.status
        if answerable == "not_by_a_plan" and status in {"covered", "partial"}:
            status, review = "mentioned", None  # what the plan undertakes is not the report, letter or meeting that is asked for
        if status == "not_found" and self._welsh:
            review = "A part of the plan is in Welsh and was not judged."
        absent = asked.absent_terms() or (asked.apart_terms() if status == "not_found" else ())
        if status == "not_found" and not absent:
            review = review or "Each of the words occurs in the plan, and nowhere enough of them together."
        return Answer(
            statement=ask.id,
            status=status,
            needs_review=review is not None,
            answerable=answerable,
            evidence=tuple(self.evidence(asked, one) for one in judgement.evidence),
            searched=self._searched(asked),
            absent_terms=absent,
            absence_refuted=ask.absence_claim and status != "not_found" and _refutes(ask.text, judgement.evidence),
            review_reason=review,
            nearest=tuple(self.evidence(asked, one) for one in judgement.nearest)
            if status == "not_found" and answerable != "not_by_a_plan"
            else (),
        )

    def evidence(self, asked: Asked, seen: Seen) -> Evidence:
        """A passage, and why it was chosen."""
        commitment = seen.passage.commitment
        kind = None if commitment is None else "negated" if commitment.negated else commitment.kind
        own, carried = (
            ", ".join(asked.subject.words[place].printed for place in seen.held.words if (place in seen.held.carried) == ahead)
            for ahead in (False, True)
        )
        held = f"{own}; the sentence before it: {carried}" if carried else own
        return Evidence(
            text=seen.passage.text,
            score=round(seen.held.share, 4),
            why=f"{WHY[kind]}; holds: {held}",
            new=self._earlier.lacks(seen.passage.text) if self._earlier else None,
            **seen.passage.place,  # type: ignore[arg-type]  # the fields of a Place
        )

    def replies(self, answered: Sequence[Answered | None]) -> list[Reply | None]:
        """What the response says to each ask, and whether the plan has it."""
        promises = [one.promise if one else None for one in answered]
        judged = iter(self.judged([promise for promise in promises if promise]))
        found: list[Reply | None] = []
        for one, promise in zip(answered, promises, strict=True):
            asked, judgement = next(judged) if promise else (None, None)
            if one is None:
                found.append(None)
                continue
            found.append(
                Reply(
                    stance=one.stance,
                    passages=tuple(sentence.passage for sentence in one.sentences),
                    matched_by=one.matched_by,
                    status=judgement.status if judgement else None,
                    evidence=tuple(self.evidence(asked, seen) for seen in judgement.evidence) if asked and judgement else (),
                    refers_to=one.refers_to,
                )
            )
        return found

    def _searched(self, asked: Asked) -> tuple[str, ...]:
        terms = asked.searched()
        if not self._finder:
            return terms
        own = {number for term in terms for number, _, _ in self._finder.find(term)}
        return tuple(dict.fromkeys([*terms, *(phrase for number in sorted(own) for phrase in self._finder.topics[number].phrases)]))


def _refutes(text: str, evidence: Sequence[Seen]) -> bool:
    """Whether what was found is of the sort that is said not to be there: a sentence about the subject is no milestone for it."""
    sort = next((sort for pattern, sort in SORTS if pattern.search(text)), None)
    commitments = [(one.passage.commitment, one.passage.has_target) for one in evidence]
    if sort == "target":
        return any(has_target for _, has_target in commitments)
    return sort is None or any(one and (one.kind == sort or (one.firm and sort == "sentence")) for one, _ in commitments)


def _kept(bench: Bench, earlier: Recommendations, said: Recommendations, names: Mapping[str, str]) -> tuple[Kept, ...]:
    undertakings = find_undertakings(earlier)
    subjects = [undertaking_subject(one) for one in undertakings]
    again = returns_to(subjects, said, Names(names))
    return tuple(
        Kept(undertaking=one, answer=bench.answer(one, *judged), again=ids)
        for one, judged, ids in zip(undertakings, bench.judged(subjects), again, strict=True)
    )


def _before(statements: Sequence[Statement], ask: Statement) -> str | None:
    """What the statement before it, under the same heading, is about."""
    place = statements.index(ask)
    earlier = statements[place - 1] if place else None
    if earlier is None or earlier.theme != ask.theme:
        return None
    return ", ".join(topics(earlier.text)) or None


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
