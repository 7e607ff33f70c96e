"""The plan's own sentences that explain what it changed: "A milestone on … has been added", "… is now part of 4.6", "has been completed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plantext.find.containers import CODE, CONTAINERS
from plantext.find.explanations import ABOUT_CHANGES, Clause, Explanation, Op
from plantext.find.objectives import same_objective
from plantext.find.reason_tables import find_table_reasons
from plantext.find.references import Section, find_references, find_sections
from plantext.model.document import Block, Document, Span, place_of
from plantext.model.findings import Passage
from plantext.text.words import stems

_NUMBERS = r"(?:numbers?|percentages?|figures?|(?:numerical\s+)?targets?)"
_LISTED = (
    rf"(?:{CONTAINERS['strong']}|measures?|indicators?|priorit(?:y|ies)|objectives?"
    # These are entries where a number or what they are about follows: "Policy T4", "the requirement on log books".
    rf"|(?:policy|proposal|requirement|standard|clause|provision|project|initiative|intervention)(?=\s+(?-i:{CODE})\b)"
    r"|(?-i:polic(?:y|ies)|proposals?|requirements?|clauses?|provisions?|interventions?|deadlines?|numbers?)(?=\s+(?:on|for|about)\b))"
)
_LABEL = re.compile(rf"\b(?:{_LISTED})\s+(?P<number>(?-i:{CODE}))(?![\w%])(?!\s*(?:per\s?cent|million))", re.IGNORECASE)

DONE: dict[Op, str] = {
    "added": r"added|introduced|new\b",
    "removed": r"taken\s+out|removed|deleted|dropped|withdrawn|left\s+out|omitted|discontinued|ended",
    "completed": r"completed?\b|concluded|finished|achieved|opened|set\s+up|established\b",
    "raised": r"raised|increased\b",
    "lowered": r"lowered|reduced|eased\b",
    "merged": r"brought\s+together|merged|combined|joined|amalgamated|consolidated|folded",
    "split": r"become\s+(?:two|three|four)|split|divided|separated",
    "reworded": (
        r"reworded|rephrased|rewritten|revised|reviewed|amended|clarified|broadened|widened|narrowed|extended|strengthened|updated|refined"
        r"|changed|replaced"
    ),
    "moved": r"(?:moved|gone|transferred|relocated|shifted)\s+(?:in)?to\b",
}
"""What was done to a milestone, behind "has been", "were", "we have": by what was done."""

CUES: tuple[tuple[Op, str], ...] = (
    ("dropped", rf"\bno\s+(?:numerical\s+)?{_NUMBERS}\s+(?:is|are|has\s+been|have\s+been)\s+set\b"),
    ("added", rf"\bnew\s+{_LISTED}\b[^.;]{{0,60}}\b(?:have|has|had|are|is|were)\b"),
    (
        "removed",
        r"\bno\s+longer\b|\bprevious\s+\w+\s+(?:in|for)\b|\blast\s+year\s+(?:this|the)\s+\w+\s+(?:also\s+)?(?:included|contained)\b",
    ),
    ("removed", r"\b(?:was|were)\s+(?:included|listed|contained)\s+in\s+(?:the|our|my|last)\s+(?:20\d\d|previous|earlier|year)"),
    ("reworded", rf"\b(?:{_LISTED})\b[^.;]{{0,80}}?\bnow\s+\w+s\b|\bnow\s+(?:includes?|counts?|concerns?|covers?|asks?|requires?)\b"),
    ("reworded", rf"\b(?:{_LISTED})\b[^.;]{{0,80}}?\breplaces\s+(?:the|an?|our|last|those|two|three)\b"),
    (
        "moved",
        (
            r"\b(?:is|are)\s+now\s+(?:part\s+of|included\s+(?:with)?in|found\s+in|in|under)\b|\bforms?\s+part\s+of\b|\binstead\s+of\b"
            r"|\bremains?\s+an?\s+\w+\s+under\b|\bbroader\s+(?:heading|category)\b|\bnow\s+(?:falls?|stands?|sits?)\s+(?:under|within|in)\b"
        ),
    ),
    # A mere cross-reference speaks so too: it explains only what has gone.
    ("elsewhere", r"\b(?:dealt\s+with|addressed|taken\s+forward|covered|considered)\s+(?:in|under|by|at)\s+(?:section\s+)?\d"),
)
"""The other words that say so."""

_BEEN = (
    r"\b(?:(?:has|have|had|is|are|was|were|be)\s+(?:(?:now|also|all|both|since|therefore|been|already|newly|further|again)\s+){0,4}"
    r"|(?:we|i)\s+(?:have\s+)?(?:also\s+)?)"
)
_DONE = re.compile(_BEEN + "(?:" + "|".join(f"(?P<{op}>{verbs})" for op, verbs in DONE.items()) + ")", re.IGNORECASE)
_CUES = tuple((op, re.compile(pattern, re.IGNORECASE)) for op, pattern in CUES)
_HINTS = (
    "added", "introduced", "new", "taken", "removed", "deleted", "dropped", "withdrawn", "left out", "omitted", "discontinued", "ended", "no longer",
    "previous", "last year", "included", "listed", "contained", "complete", "concluded", "finished", "achieved", "opened", "set", "established",
    "raised", "increased", "lowered", "reduced", "eased", "brought", "merged", "combined", "joined", "amalgamated", "consolidated", "folded", "become",
    "split", "divided", "separated", "reworded", "rephrased", "rewritten", "revised", "reviewed", "amended", "clarified", "broad", "widened",
    "narrowed", "extended", "strengthened", "updated", "refined", "changed", "replace", " now ", "moved", "gone", "transferred", "relocated",
    "shifted", "part of", "instead of", "remain", "dealt", "addressed", "covered", "considered",
)  # fmt: skip
"""One of these is in every sentence that a cue finds: they cost less to look for."""
_LIST_NOUN = re.compile(rf"\b(?:{_LISTED}|(?:the|a|an|no|each)\s+{_NUMBERS}\s+(?:for|of|to|is|are))\b", re.IGNORECASE)
_TO_THE_LIST = re.compile(
    rf"\s+(?:(?:to|from|as|among|in)\s+)?(?:(?:the|our|a|an|this|these)\s+)?(?:\w+\s+)?(?:and\s+)?(?:{_LISTED})\b", re.IGNORECASE
)
_PLURAL_NOUN = re.compile(
    r"\b(?:milestones|deliverables|actions|commitments|pledges|measures|priorities|objectives|targets|practices|tasks|ones)\b",
    re.IGNORECASE,
)
_STEM_OF_LIST = re.compile(
    r"\b(?:last\s+year|previous(?:ly)?|earlier|20\d\d)\b[^.]{0,200}\b(?:included|contained|listed|had)\s*:\s*$"
    r"|\b(?:no\s+longer|removed|taken\s+out|dropped)\b[^.]{0,200}:\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"^(?:this(?!\s+(?:year|plan|edition|section)\b)|these|it|they|that|those|such)\b", re.IGNORECASE)
_ABBREVIATED = re.compile(r"(?:\b(?:no|nos|dr|mr|mrs|ms|st|cf|vs|para|p|pp|s|sch|art)|\b[a-z]\.[a-z])\.$", re.IGNORECASE)
_BREAK = re.compile(r"[.!?][”’\"']?\s+(?=[“‘\"'(]?[A-Z0-9])")
_PART = re.compile(r";\s+|,\s+and\s+(?=(?:the|an?|no|we|i)\b)|\s+and\s+(?=additional\b)", re.IGNORECASE)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1, "final": -1}
_ORDINAL = re.compile(rf"\bthe\s+({'|'.join(_ORDINALS)})\s+{_LISTED}\b", re.IGNORECASE)
# Words of the telling itself, not of what is told.
_TELLING = frozenset(
    stems(
        "milestone deliverable action commitment measure number percentage figure target priority objective section plan change changed added removed new"
        " reviewed revised reflect include included includes listed number several year years previous last first second set take taken part now work"
        " broader heading category moved gone dealt completed introduced raised lowered reworded brought together become two three four many"
        " single made make additional one ones contain summarised"
    )
)


def find_rationales(document: Document, objectives: Sequence[str | None]) -> list[Explanation]:
    """The explanations in the sections of `objectives`, and under headings that speak of changes, in order; then those of tables."""
    sections = find_sections(document)
    known = [objective for objective in dict.fromkeys(objectives) if objective]
    found: list[Explanation] = []
    for block, objective, lead in _blocks(document, known):
        found += _explanations(block, objective, lead, sections)
    return [*found, *find_table_reasons(document, known)]


def _blocks(document: Document, objectives: Sequence[str]) -> Iterator[tuple[Block, str | None, str]]:
    """Each paragraph, item and footnote that may explain, its objective, and the line that introduces its list."""
    path: list[Block] = []
    objective_of: dict[str, str | None] = {}
    lead = ""
    for block in document.blocks:
        if block.role is not None or block.kind in {"table", "caption"}:
            continue
        if block.kind == "heading":
            path = [above for above in path if (above.level or 1) < (block.level or 1)] + [block]
            objective_of[block.id] = next((name for name in objectives if same_objective(name, block.text)), None)
            lead = ""
            continue
        objective = next((name for above in reversed(path) if (name := objective_of[above.id])), None)
        if objective or any(ABOUT_CHANGES.search(above.text) for above in path):
            yield block, objective, lead if block.kind == "list_item" else ""
        if block.kind == "paragraph":
            lead = block.text if _STEM_OF_LIST.search(block.text[-400:]) else ""


def _explanations(block: Block, objective: str | None, lead: str, sections: Sequence[Section]) -> Iterator[Explanation]:
    if lead:
        first = block.text[slice(*_sentences(block.text)[0])]
        ops: frozenset[Op] = frozenset({"removed", *_ops(block.text)})
        yield _explanation(
            block, (0, len(block.text)), objective, (Clause(text=first, ops=ops, terms=_terms(first), subject=_terms(first)),), sections
        )
        return
    spans = _sentences(block.text)
    texts = [block.text[slice(*span)] for span in spans]
    # Beside a sentence that names milestones or numbers, one that does not may explain too: "Robbery has been taken out."
    sure = [_said(text) and _of_the_list(text) for text in texts]
    kept: list[tuple[Span, str]] = []
    open_ended = False  # whether the last sentence kept is the one just before
    for span, text, strong in zip(spans, texts, sure, strict=True):
        refers = (
            _said(text)
            and bool(_ops(text) & {"moved", "elsewhere"})
            and any(reference.section for reference in find_references(text, sections))
        )
        introduces = text.rstrip().endswith(":")  # a list, whose items explain
        explains = not introduces and (strong or refers or (any(sure) and _said(text)))
        if (explains or open_ended) and kept and open_ended and not introduces and _goes_on(text, kept[-1][1]):
            start = kept[-1][0][0]
            kept[-1] = ((start, span[1]), block.text[start : span[1]])
        elif explains:
            kept.append((span, text))
            open_ended = True
        else:
            open_ended = False
    for span, text in kept:
        if clauses := _clauses(text):
            yield _explanation(block, span, objective, clauses, sections)
    told = {span for span, _ in kept}
    for span, text in zip(spans, texts, strict=True):
        alone = not any(start <= span[0] < end for start, end in told) and not text.rstrip().endswith(":")
        if alone and _said(text) and (clauses := _over(text)):
            yield replace(_explanation(block, span, objective, clauses, sections), tentative=True)


def _over(text: str) -> tuple[Clause, ...]:
    """The clauses of a sentence that says that something is over, whether or not it speaks of milestones: "The review has been completed"."""
    return tuple(clause for clause in _clauses(text) if clause.ops & {"completed", "removed"} and not clause.general)


def _said(text: str) -> bool:
    """Whether a sentence says that something was done; what somebody will do explains nothing."""
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return False
    cue = _cue(text)
    return cue is not None and not re.search(r"\b(?:will|shall)\b", text[: cue.start()])


def _of_the_list(text: str) -> bool:
    """Whether what was done was done to milestones, measures or numbers: "… has been added to the milestones", "The measure now counts …"."""
    cues = [match for pattern in (_DONE, *(pattern for _, pattern in _CUES)) for match in pattern.finditer(text)]
    return any(_LIST_NOUN.search(text[: cue.end() + 1]) or _TO_THE_LIST.match(text[cue.end() :]) for cue in cues)


def _goes_on(text: str, before: str) -> bool:
    """Whether a sentence speaks on of what the one before named: "This remains …", "The review has been completed" after "A review of …"."""
    if _GOES_ON.match(text):
        return True
    named = re.match(r"the\s+(\w+)\s+(?:has|have|is|was|were|are)\b", text, re.IGNORECASE)
    return bool(named) and re.search(rf"\ban?\s+{re.escape(named[1])}\b", before, re.IGNORECASE) is not None  # type: ignore[index]


def _explanation(block: Block, span: Span, objective: str | None, clauses: tuple[Clause, ...], sections: Sequence[Section]) -> Explanation:
    text = block.text[slice(*span)]
    passage = Passage(text=text, **place_of(block, block.section, span))  # type: ignore[arg-type]
    references = tuple(find_references(text, sections))
    named = frozenset(stem for reference in references for stem in stems(text[reference.start : reference.end]))
    if named:  # the title of the section named says nothing of what went there, where the rest says enough
        clauses = tuple(replace(clause, terms=clause.terms - named or clause.terms, subject=clause.subject - named) for clause in clauses)
    return Explanation(passage=passage, objective=objective, clauses=clauses, references=references)


def _clauses(text: str) -> tuple[Clause, ...]:
    """The parts of a sentence that each say something of their own."""
    pieces: list[str] = []
    for piece in _PART.split(text):
        cue = _cue(piece)
        own = cue is not None and (bool(_terms(_head(piece, cue))) or bool(_PLURAL_NOUN.search(piece)))
        if pieces and not own:
            pieces[-1] = f"{pieces[-1]}, {piece}"
        else:
            pieces.append(piece)
    clauses = []
    for piece in pieces:
        cue = _cue(piece)
        ordinal = _ORDINAL.search(piece)
        general = cue is not None and not ordinal and not _terms(_head(piece, cue)) and bool(_PLURAL_NOUN.search(piece))
        clauses.append(
            Clause(
                text=piece,
                ops=_ops(piece),
                terms=_terms(piece),
                subject=_terms(_head(piece, cue)) if cue else frozenset(),
                general=general,
                ordinal=_ORDINALS[ordinal[1].lower()] if ordinal else None,
                labels=frozenset(match["number"] for match in _LABEL.finditer(piece[: cue.start()])) if cue else frozenset(),
            )
        )
    return tuple(clause for clause in clauses if clause.ops)


def _head(text: str, cue: re.Match[str]) -> str:
    """What is spoken of: the words up to the one that says what was done."""
    return text[: cue.end()].rsplit(None, 1)[0] if " " in text[: cue.end()].strip() else ""


def _ops(text: str) -> frozenset[Op]:
    done = {op for match in _DONE.finditer(text) for op in DONE if match[op]}
    return frozenset(done | {op for op, pattern in _CUES if pattern.search(text)})


def _cue(text: str) -> re.Match[str] | None:
    """The first words that say that something was done."""
    found = [match for pattern in (_DONE, *(pattern for _, pattern in _CUES)) if (match := pattern.search(text))]
    return min(found, key=lambda match: match.start(), default=None)


def _terms(text: str) -> frozenset[str]:
    return frozenset(stems(text)) - _TELLING


def _sentences(text: str) -> list[Span]:
    """The sentences of a paragraph, by stops and capitals: no heavy splitter is needed to tell reasons apart."""
    spans: list[Span] = []
    start = 0
    for match in _BREAK.finditer(text):
        if not _ABBREVIATED.search(text[max(0, match.start() - 10) : match.start() + 1]):
            spans.append((start, match.start() + len(match[0].rstrip())))
            start = match.end()
    return [*spans, (start, len(text))] if start < len(text) else spans or [(0, len(text))]
