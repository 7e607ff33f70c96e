"""A performance report's entries: the lines that name milestones, each with its lead and what is said under it, whatever the report looks like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plantext.find.editions import find_editions
from plantext.find.nearness import NEAR, nearness
from plantext.find.performance.asat import Dated, find_dates
from plantext.find.performance.entry import ReportEntry, Said
from plantext.find.performance.leads import Lead, find_lead
from plantext.find.plan.objectives import same_objective, without_number
from plantext.find.plan.runins import Piece, labelled_pieces, name_end
from plantext.find.sentences import sentences
from plantext.model.document import Block, CellBlock, Document

LONGEST_LINE = 60  # words of a line that names a milestone; the longest seen has 44
LONGEST_OBJECTIVE = 14  # words of a line that names an objective
LEAD_WITHIN = 2  # blocks behind a heading in which its lead stands
OPENING = 10  # blocks in which a document says what it is
LABELLED = {"lead", "frequency", "status"}  # labels whose value is a name or a word
DEEPEST = 9  # the level of a line that only its place tells to be a heading

_NAMING = re.compile(
    r"^(?:(?:the\s+)?(?:19|20)\d\d\s?[-–/]\s?\d{1,4}\s+)?(?:milestones?|deliverables?|actions?|commitments?|targets?"
    r"|pledges?|promises?|measures?|priorit(?:y|ies))"
    r"(?:\s+(?:no\.?\s+)?[\d.]+[a-z]?)?\s*(?:(?:is\s+|was\s+)?to\s+|:\s*|[-–—]\s+|\.\s+)",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:over|in|during|for|at)\s+(?:the|that)\s+same\s+(?:[\w-]+\s+)?(?:period|months?|time|quarter|year|date)\b(?!\s+(?:of"
    r"|in|last|a)\b)",
    re.IGNORECASE,
)
_TELLING = re.compile(r"[^\W\d_]{2}|\d\s?%")  # a number alone is a page's or a chart's
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do)\b", re.IGNORECASE)
_CALLED = re.compile(
    r"\b(?:performance|progress|monitoring|outturn|out-turn|self[\s-]assessment|implementation|delivery|milestones?|quarterly"
    r"|annual|mid-?term|year[\s-]end)\b[^.]{0,40}\b(?:reports?|update|review|against|assessment|statement)\b"
    r"|\b(?:performance|progress)\s+(?:against|on|towards|in)\b|\breport\s+on\s+(?:the\s+)?(?:progress|performance|delivery)|\bself[\s-]assessment\b",
    re.IGNORECASE,
)
"""How a report on progress calls itself."""
_TWICE = re.compile(r"^(\w+)\s+\1\b", re.IGNORECASE)
BOILERPLATE = re.compile(
    r"(?:purpose|introduction|(?:executive\s+)?summary|overview|background|context|contents|foreword|recommendations?"
    r"|conclusions?|appendi(?:x|ces)|annex\w*|glossary"
    r"|(?:financial|legal|equality|equalities|risk|resource|environmental|staffing|diversity|human\s+rights|policy|other"
    r"|key)\s+(?:\w+\s+){0,3}(?:implications?|considerations?|issues|points|messages|facts)"
    r"|implications|next\s+steps|methodology|notes?|references|further\s+information|contact\w*|report\s+of|report\s+by"
    r"|schedule|list\s+of|table\s+of|background\s+papers|about\s+th|lessons|key\b|progress\s+(?:against|on|report)|performance\s+(?:against"
    r"|report))\b",
    re.IGNORECASE,
)
"""Headings of the report's own: they name no milestone."""


def find_entries(document: Document, milestones: Sequence[str] = (), objectives: Sequence[str | None] = ()) -> list[ReportEntry]:
    """The entries of a report outside tables, in order. `milestones` and `objectives` are the plan's: lines near to them are headings."""
    blocks = [
        block for block in document.blocks if block.role not in {"toc", "title"} and block.kind not in {"footnote", "caption", "table"}
    ]
    openers = {index: opener for index in range(len(blocks)) if (opener := _opener(blocks, index, milestones, objectives))}
    entries: list[ReportEntry] = []
    above: list[ReportEntry] = []
    for index, opener in openers.items():
        end = next((other for other in range(index + 1, len(blocks)) if other in openers), len(blocks))
        while above and above[-1].level >= opener.level:
            above.pop()
        parent = above[-1] if above else None
        entry = replace(
            _with_body(opener, blocks[index + 1 : end]),
            group=parent.titles[0] if parent else None,
            group_lead=(parent.lead or parent.group_lead) if parent else None,
        )
        entries.append(entry)
        above.append(entry)
    return _joined(_with_dates(entries))


def is_performance_report(document: Document) -> bool:
    """Whether a document calls itself a report on a plan's progress, in its title, its first headings or first short lines."""
    blocks = [block for block in document.blocks if block.role != "toc" and block.kind != "table"][:OPENING]
    lines = [
        document.title or "",
        *(block.text for block in blocks if block.kind == "heading" or len(block.text.split()) <= LONGEST_OBJECTIVE),
    ]
    return any(_CALLED.search(line) for line in lines)


def title_of(line: str) -> str:
    """A line that names a milestone, without its number, year, lead and "milestone to".

    >>> title_of("2031/32 Milestone to reduce spills by 8 per cent"), title_of("4.2 Mend the pier:")
    ('reduce spills by 8 per cent', 'Mend the pier')
    """
    text = without_number(" ".join(line.split()))
    text = _NAMING.sub("", text) or text
    return _TWICE.sub(r"\1", text)


def is_near(title: str, text: str) -> float:
    """How near a line is to a milestone's text, or how near its opening is where it goes on; in [0, 1]."""
    whole = nearness(title, text)
    words = len(text.split())
    if whole >= NEAR or words < 5 or len(title) <= len(text):
        return whole
    return max(whole, nearness(" ".join(title.split()[:words]), text))


def _opener(blocks: Sequence[Block], index: int, milestones: Sequence[str], objectives: Sequence[str | None]) -> ReportEntry | None:
    """The entry that a block opens, or None."""
    block = blocks[index]
    if not block.text[:1].isalnum() and block.text[:1] not in "‘“\"'":
        return None
    pieces = labelled_pieces(block.text)
    line = pieces[0].text if pieces and pieces[0].role is None and pieces[0].start == 0 else ""
    heading = block.kind == "heading"
    end = None if heading else name_end(block, line, milestones)
    name = line[:end].rstrip(" .:;–—-") if end else line
    words = len(name.split())
    if not name or words > LONGEST_LINE:
        return None
    lead = find_lead(name) or _lead_behind_milestone(name, milestones)
    text = lead.rest if lead and lead.rest else name
    title = title_of(text)
    rest = _pieces_said(block, pieces, end or len(line))
    if words <= LONGEST_OBJECTIVE and any(objective and same_objective(text, objective) for objective in objectives) and not end:
        near = any(is_near(title, milestone) >= NEAR for milestone in milestones) and not heading
        return _filled(_entry(block, title, lead, "heading" if near else "objective", block.level or 1 if heading else 1), rest)
    if heading:
        return _filled(_entry(block, title, lead, "heading", block.level or 1), rest)
    follows = blocks[index + 1].text if index + 1 < len(blocks) else ""
    behind = find_lead(follows, behind=True)
    named = (lead and lead.rest) or (behind and not behind.rest and behind.lead and find_lead(block.text, behind=True) is None)
    near = end is not None or any(is_near(title, milestone) >= NEAR for milestone in milestones)
    if (named and not block.text.rstrip().endswith(";")) or _NAMING.match(name) or near or len(pieces) > 1:
        if end is None and line.endswith(".") and _FINITE.search(line):  # a sentence that names it and says something of it at once
            rest = [Piece(role=None, text=line, start=0), *rest]
        return _filled(_entry(block, title, lead, "heading", DEEPEST, name), rest)
    return None


def _pieces_said(block: Block, pieces: Sequence[Piece], end: int) -> list[Piece]:
    """What stands in an opener's own block behind the name."""
    rest = [piece for piece in pieces if piece.start >= end]
    first = block.text[end : pieces[1].start if len(pieces) > 1 else len(block.text)]
    tail = (
        [Piece(role=None, text=first.strip(), start=end + len(first) - len(first.lstrip()))]
        if pieces and pieces[0].start == 0 and first.strip() and len(pieces) == 1
        else []
    )
    return tail or rest


def _filled(entry: ReportEntry, pieces: Sequence[Piece]) -> ReportEntry:
    """The entry with what labelled and plain pieces of one block say."""
    block = entry.heading.block
    return _with_pieces(entry, block, entry.heading.section, pieces)


def _with_pieces(entry: ReportEntry, block: Block | CellBlock, section: str | None, pieces: Sequence[Piece]) -> ReportEntry:
    said: list[Said] = []
    for piece in _ended(pieces):
        if piece.role == "lead":
            found = find_lead(f"({piece.text})", behind=True)
            entry = replace(
                entry,
                lead=entry.lead or (found.lead if found else None) or piece.text,
                frequency=entry.frequency or (found.frequency if found else None),
                led=True,
            )
        elif piece.role == "frequency":
            entry = replace(entry, frequency=entry.frequency or piece.text.rstrip(" ."))
        elif piece.role == "status":
            entry = replace(entry, stated=entry.stated or piece.text.rstrip(" ."))
        elif piece.role == "aim":
            entry = replace(entry, aim=entry.aim or piece.text)
        elif piece.role == "actual":
            entry = replace(
                entry,
                actual=entry.actual
                or Said(text=piece.text, block=block, section=section, span=(piece.start, piece.start + len(piece.text))),
            )
        else:
            spans = [(piece.start + start, piece.start + end) for start, end in sentences(piece.text)]
            said += [
                Said(text=block.text[slice(*span)], block=block, section=section, span=span)
                for span in spans
                if _TELLING.search(block.text[slice(*span)])
            ]
    return replace(entry, said=(*entry.said, *said))


def _ended(pieces: Sequence[Piece]) -> list[Piece]:
    """A label's value ends with its sentence where more than one follows: what stands behind it is prose."""
    ended: list[Piece] = []
    for piece in pieces:
        parts = sentences(piece.text) if piece.role in LABELLED else []
        if len(parts) < 2:
            ended.append(piece)
            continue
        (_, end), (start, _) = parts[:2]
        ended.append(Piece(role=piece.role, text=piece.text[:end].rstrip(" ."), start=piece.start))
        ended.append(Piece(role=None, text=piece.text[start:], start=piece.start + start))
    return ended


def _lead_behind_milestone(text: str, milestones: Sequence[str]) -> Lead | None:
    """An office in brackets at the end of a line that is a milestone without it."""
    lead = find_lead(text, behind=True)
    if lead is None or not lead.rest:
        return None
    without, whole = title_of(lead.rest), title_of(text)
    near = any(NEAR <= is_near(without, milestone) > nearness(whole, milestone) for milestone in milestones)
    return lead if near else None


def _entry(block: Block, title: str, lead: Lead | None, kind: str, level: int, name: str | None = None) -> ReportEntry:
    number = re.match(r"(?:\w+\s+)?(\d{1,3}(?:\.\d{1,3})*[a-z]?)\b", block.text)
    printed = block.text if name is None else name
    return ReportEntry(
        titles=(title,),
        heading=Said(text=printed, block=block, section=block.section, span=(0, len(printed))),
        kind=kind,
        level=level,
        lead=lead.lead if lead else None,
        frequency=lead.frequency if lead else None,
        led=lead is not None,
        number=block.marker or (number[1] if number and not find_editions(block.text[:12]) else None),
    )


def _with_body(entry: ReportEntry, body: Sequence[Block]) -> ReportEntry:
    """The entry with what is said under it; lines that name its lead are taken out."""
    for place, block in enumerate(body):
        lead = find_lead(block.text, behind=place < LEAD_WITHIN)
        if lead and not lead.rest:
            entry = replace(entry, lead=entry.lead or lead.lead, frequency=entry.frequency or lead.frequency, led=True)
        else:
            entry = _with_pieces(entry, block, block.section, labelled_pieces(block.text))
    return entry


def _with_dates(entries: Sequence[ReportEntry]) -> list[ReportEntry]:
    """Sentences of "the same months" take the last date that was named before them."""
    last: Dated | None = None
    result = []
    for entry in entries:
        said = []
        for one in entry.said:
            dates = [found for found in find_dates(one.text) if found.day]
            said.append(replace(one, as_at=last) if not dates and last and _SAME.search(one.text) else one)
            last = dates[-1] if dates else last
        result.append(replace(entry, said=tuple(said)))
    return result


def _joined(entries: Sequence[ReportEntry]) -> list[ReportEntry]:
    """Two headings straight behind one another, the first with nothing under it, are two names of one entry."""
    result: list[ReportEntry] = []
    for entry in entries:
        last = result[-1] if result else None
        if last and last.kind == entry.kind == "heading" and last.level == entry.level and not (last.said or last.led) and entry.led:
            result[-1] = replace(entry, titles=(*last.titles, *entry.titles), heading=last.heading)
        else:
            result.append(entry)
    return result
