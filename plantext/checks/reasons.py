"""Reasons for changes: promised and not given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantext.checks.plan import Plan, Section, finding, finding_at
from plantext.find.nearness import NEAR, nearness
from plantext.find.plan.objectives import same_objective
from plantext.find.sentences import sentences
from plantext.model.alignment import Change
from plantext.model.checks import Finding
from plantext.model.document import Block
from plantext.model.findings import Milestone, Passage

HEAD = 2  # paragraphs behind a section's list of milestones in which the reasons are looked for: that is where a section speaks of its list
FEWEST = 2  # sections with milestones, below which a promise for "each section" says nothing

_PROMISE = re.compile(
    r"\b(?:rationales?|reasons?|explanations?|justifications?)\b[^.]{0,80}"
    r"\b(?:each|every|(?:the\s+)?(?:relevant|individual|respective|appropriate))\s+(?:\w+\s+)?"
    r"(?:sections?|parts?|chapters?|objectives?|priorit(?:y|ies)|themes?|headings?)\b"
    r"|\b(?:rationales?|reasons?)\b[^.]{0,60}\b(?:in|at\s+the\s+(?:head|start|beginning|top)\s+of)\s+the\s+(?:sections|parts)\s+(?:that\s+follow|below)\b"
    r"|\b(?:each|every)\s+(?:\w+\s+)?(?:section|part|chapter|objective|priority|theme)\b[^.]{0,80}\b(?:rationale|reasons?|explains?|explanation|why)\b",
    re.IGNORECASE,
)
_WORDS = (
    r"milestones?|deliverables?|actions?|commitments?|pledges?|measures?|targets?|priorit(?:y|ies)|objectives?|promises?|numbers?|figures?|tasks?"
    r"|section|services?|scheme|work"
)
_CHANGED = (
    r"added|revised|reviewed|changed|reworded|rewritten|raised|lowered|moved|merged|split|dropped|removed|replaced|retained|kept|combined|introduced|extended|brought\s+together"
    r"|updated|strengthened|widened|narrowed|amended|included|gone|completed|achieved|transferred|set\s+up|carried\s+(?:over|forward)|become|varied|refreshed|taken\s+out|withdrawn"
)
_REASON = re.compile(
    rf"\b(?:{_WORDS})\b[^.]{{0,160}}\b(?:has|have|had|is|are|was|were)\s+(?:\w+\s+)?(?:not\s+)?(?:been\s+)?(?:\w+ly\s+)?(?:{_CHANGED}|new|unchanged|the\s+same)\b"
    rf"|\b(?:has|have)\s+(?:been\s+)?(?:{_CHANGED})\b[^.]{{0,120}}\b(?:{_WORDS}|so\s+that|because|to\s+(?:reflect|match|include|take\s+account)|as\s+part|following|now)\b"
    rf"|\b(?:no|few)\s+(?:\w+\s+)?changes?\b|\bnew\s+(?:{_WORDS})\b|\b(?:{_WORDS})\b[^.]{{0,80}}\b(?:now\s+(?:includes?|looks?|covers?|asks?)|no\s+longer|remains?|replaces?|supersedes?|continues?)\b"
    r"|\b(?:has|have)\s+been\s+(?:raised|lowered|increased|reduced|cut|extended|shortened)\s+(?:from|to|by)\b",
    re.IGNORECASE,
)
"""A sentence that says what became of the list above it: "The two actions have been brought together"."""


def find_missing_rationales(plan: Plan) -> Iterator[Finding]:
    """The plan promises "the reasons at the head of each section", and one section with milestones has none."""
    if not any(_PROMISE.search(text.text) for text in plan.prose):
        return
    bodies = [(section, listed) for section in plan.sections if (listed := _listed(plan, section)) and section.prose]
    explained = {change.rationale.section for change in _changes(plan) if change.rationale}
    if len(bodies) < FEWEST:
        return
    for section, listed in bodies:
        if section.heading.text in explained or _unchanged(plan, listed) or _speaks_of_change(section, listed):
            continue
        message = "The plan promises the reasons for its changes in each section; this one gives none."
        yield finding(
            "missing-rationale", "warning", message, section.heading, suggestion="Say what has changed here, and why, or that nothing has."
        )


def _listed(plan: Plan, section: Section) -> list[Milestone]:
    """The plan's own milestones whose list stands straight in a section (and in none of its numbered parts)."""
    number = section.number
    if number is None and any(same.number and section.heading in same.body for same in plan.numbered):
        return []
    ids = {block.id for block in section.body}
    return [one for one in plan.own if any(place.block in ids and place.section == section.heading.text for place in one.places)]


def _unchanged(plan: Plan, listed: list[Milestone]) -> bool:
    """Whether nothing happened to any milestone of a section, as far as is known."""
    ids = {one.id for one in listed}
    of_section = [change for change in _changes(plan) if ids & set(change.after)]
    return bool(of_section) and not any(change.kinds for change in of_section)


def _speaks_of_change(section: Section, listed: list[Milestone]) -> bool:
    places = {place.block for one in listed for place in one.places}
    last = max(index for index, block in enumerate(section.body) if block.id in places)
    paragraphs = [block for block in section.body[last + 1 :] if block.kind == "paragraph"][:HEAD]
    first = next(index for index, block in enumerate(section.body) if block.id in places)
    paragraphs += [block for block in section.body[:first] if block.kind == "paragraph"]
    return any(_REASON.search(paragraph.text[start:end]) for paragraph in paragraphs for start, end in sentences(paragraph.text))


def _changes(plan: Plan) -> tuple[Change, ...]:
    return plan.compared.changes if plan.compared else ()


def find_unexplained_changes(plan: Plan) -> Iterator[Finding]:
    """A target was lowered from 8 to 2 per cent, and no sentence of the plan says why. Needs the plan before, or a plan with two editions."""
    if plan.compared is None:
        return
    after = {one.id: one for one in plan.compared.after.milestones}
    before = {one.id: one for one in plan.compared.before.milestones}
    for change in plan.compared.changes:
        if not change.kinds or change.rationale is not None or change.editorial:
            continue
        milestone = next((after[one] for one in change.after), None)
        kinds = " and ".join("given another target" if kind == "target" else kind for kind in change.kinds)
        message = f"This milestone was {kinds}, and the plan gives no reason."
        suggestion = "Say why, in the section that it belongs to."
        if milestone is not None:
            place = _own_place(plan, milestone)
            yield finding_at("unexplained-change", "info", message, place, suggestion=suggestion)
            continue
        for gone in (before[one] for one in change.before):
            stood = _where_it_stood(plan, gone)
            if stood is not None:
                yield finding_at("unexplained-change", "info", message, stood, suggestion=suggestion)
            else:
                message = f"A milestone was {kinds}, and the plan gives no reason: “{gone.text}”."
                yield finding("unexplained-change", "info", message, _section_of(plan, gone), suggestion=suggestion)


def _own_place(plan: Plan, milestone: Milestone) -> Passage:
    prose = {section.heading.text: section.prose for section in plan.sections}
    return max(milestone.places, key=lambda place: (not place.block.startswith("c-"), min(1, prose.get(place.section or "", 0))))


def _where_it_stood(plan: Plan, gone: Milestone) -> Passage | None:
    """Where this plan still shows a milestone of the one before, as in its table of variations."""
    older = [one for one in plan.milestones.milestones if one.edition != plan.edition]
    best = max(older, key=lambda one: nearness(one.text, gone.text), default=None)
    return best.places[0] if best is not None and nearness(best.text, gone.text) >= NEAR else None


def _section_of(plan: Plan, gone: Milestone) -> Block:
    """The heading of the objective that a dropped milestone belonged to; else the plan's first block."""
    found = next((section.heading for section in plan.sections if same_objective(section.title, gone.objective)), None)
    return found or plan.document.blocks[0]
