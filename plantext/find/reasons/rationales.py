"""The plan's own sentences that explain what it changed: "A milestone on … has been added", "… is now part of 4.6", "has been completed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plantext.find.plan.objectives import same_objective
from plantext.find.reasons.change_words import first_cue, is_of_the_list, is_said, labels_in, ops_of, ordinal_in
from plantext.find.reasons.explanations import ABOUT_CHANGES, ANYTHING, WHY, Clause, Explanation, Op
from plantext.find.reasons.reason_tables import find_table_reasons
from plantext.find.reasons.references import Section, find_references, find_sections
from plantext.model.document import Block, Document, Span, place_of
from plantext.model.findings import Passage
from plantext.text.words import stems

FEWEST_SURE = 2  # sentences of a paragraph that surely tell of changes, beside which the others may too
FEWEST_NAMING = 2  # words before the reason, in a sentence that names what was changed without saying how

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
_DOER = re.compile(r"(?:we|i|members|partners|the\s+(?-i:[A-Z])[\w’'-]*(?:\s+(?-i:[A-Z])[\w’'-]*)*)\s", re.IGNORECASE)
_PROMISE = re.compile(
    r"\b(?:(?:we|i)\s+(?:will|shall)|(?:will|shall|intends?\s+to|plans?\s+to|aims?\s+to|hopes?\s+to)\s+(?!be\b)[a-z]+)\b", re.IGNORECASE
)
# Words of the telling itself, not of what is told.
_TELLING = frozenset(
    stems(
        "milestone deliverable action commitment pledge promise task requirement clause measure number percentage figure target priority objective section plan change changed added removed new"
        " reviewed revised reflect include included includes listed number several year years previous last first second set take taken part now work"
        " broader heading category moved gone dealt completed introduced raised lowered reworded brought together become two three four many"
        " single made make additional one ones contain summarised withdrew withdrawn dropped deleted omitted lifted merged combined split transferred placed"
        " postponed delayed deferred rescheduled ourselves"
    )
)


def find_rationales(document: Document, objectives: Sequence[str | None]) -> list[Explanation]:
    """The explanations in the sections of `objectives`, and under headings that speak of changes, in order; then those of tables.

    Elsewhere, as in a foreword, a paragraph explains where it says of a milestone what was done to it and why.
    """
    sections = find_sections(document)
    known = [objective for objective in dict.fromkeys(objectives) if objective]
    found: list[Explanation] = []
    for told in _told(document, known):
        found += _explanations(told, sections)
    return [*found, *find_table_reasons(document, known)]


@dataclass(frozen=True)
class _Told:
    """A paragraph, item or footnote that may explain. `lead`: the line that introduces its list; `about`: it stands where changes are told."""

    block: Block
    objective: str | None
    lead: str
    about: bool


def _told(document: Document, objectives: Sequence[str]) -> Iterator[_Told]:
    path: list[Block] = []
    objective_of: dict[str, str | None] = {}
    lead = ""
    listed = False  # below a line that introduces a list of changes
    for block in document.blocks:
        if block.role is not None or block.kind in {"table", "caption"}:
            continue
        if block.kind == "heading":
            path = [above for above in path if (above.level or 1) < (block.level or 1)] + [block]
            objective_of[block.id] = next((name for name in objectives if same_objective(name, block.text)), None)
            lead, listed = "", False
            continue
        objective = next((name for above in reversed(path) if (name := objective_of[above.id])), None)
        about = any(ABOUT_CHANGES.search(above.text) for above in path) or (listed and block.kind == "list_item")
        yield _Told(block, objective, lead if block.kind == "list_item" and (objective or about) else "", about)
        if block.kind == "paragraph":
            lead = block.text if _STEM_OF_LIST.search(block.text[-400:]) else ""
            listed = block.text.rstrip().endswith(":") and ABOUT_CHANGES.search(block.text[-200:]) is not None


def _explanations(told: _Told, sections: Sequence[Section]) -> Iterator[Explanation]:
    block, objective = told.block, told.objective
    if told.lead:
        first = block.text[slice(*_sentences(block.text)[0])]
        ops: frozenset[Op] = frozenset({"removed", *ops_of(block.text)})
        clause = Clause(text=first, ops=ops, terms=_terms(first), subject=_terms(first))
        yield _explanation(block, (0, len(block.text)), objective, (clause,), sections)
        return
    spans = _sentences(block.text)
    texts = [block.text[slice(*span)] for span in spans]
    # Beside a sentence that names milestones or numbers, one that does not may explain too: "Robbery has been taken out."
    sure = [is_said(text) and is_of_the_list(text) for text in texts]
    placed = objective is not None or told.about
    about = told.about or sum(sure) >= FEWEST_SURE
    if not placed:
        sure = [strong and WHY.search(text) is not None for strong, text in zip(sure, texts, strict=True)]
    kept: list[tuple[Span, str]] = []
    open_ended = False  # whether the last sentence kept is the one just before
    for span, text, strong in zip(spans, texts, sure, strict=True):
        introduces = text.rstrip().endswith(":")  # a list, whose items explain
        explains = not introduces and (strong or (placed and is_said(text) and (any(sure) or about or _refers(text, sections))))
        goes_on = (
            _goes_on(text, kept[-1][1]) or (about and not is_said(text) and not WHY.search(text) and not WHY.search(kept[-1][1]))
            if kept
            else False
        )
        if open_ended and goes_on and not introduces:
            start = kept[-1][0][0]
            kept[-1] = ((start, span[1]), block.text[start : span[1]])
        elif explains:
            kept.append((span, text))
            open_ended = True
        else:
            open_ended = False
    for span, text in kept:
        clauses = tuple(clause for clause in _clauses(text) if placed or not clause.general)
        if clauses:
            yield replace(_explanation(block, span, objective, clauses, sections), by_likeness=not placed)
    told_already = {span for span, _ in kept}
    for span, text in zip(spans, texts, strict=True):
        if any(start <= span[0] < end for start, end in told_already) or text.rstrip().endswith(":"):
            continue
        if about and (naming := _naming(text)):
            yield replace(_explanation(block, span, objective, (naming,), sections), by_likeness=True)
        elif is_said(text) and (clauses := _perhaps(text, placed=placed)):
            yield replace(_explanation(block, span, objective, clauses, sections), tentative=True)


def _refers(text: str, sections: Sequence[Section]) -> bool:
    """Whether a sentence says in which section something now is."""
    return bool(ops_of(text) & {"moved", "elsewhere"}) and any(reference.section for reference in find_references(text, sections))


def _naming(text: str) -> Clause | None:
    """What a sentence that gives a reason speaks of, though it has no word for what was done: "Lamps burn brighter, because …".

    Its subject stands before the reason; where nothing is said there, as behind "Thanks to …", the whole is looked at.
    """
    why = WHY.search(text)
    if why is None or _PROMISE.search(text[: why.start()]) or len(_terms(text)) < FEWEST_NAMING:
        return None
    return Clause(text=text, ops=ANYTHING, terms=_terms(text), subject=_terms(text[: why.start()]))


def _perhaps(text: str, *, placed: bool) -> tuple[Clause, ...]:
    """The clauses of a sentence that speaks of no milestone, but says why something was done; or, in a section of milestones, that it is over."""
    clauses = tuple(clause for clause in _clauses(text) if not clause.general)
    if WHY.search(text):
        return clauses
    return tuple(clause for clause in clauses if clause.ops & {"completed", "removed"}) if placed else ()


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
        cue = first_cue(piece)
        own = cue is not None and (bool(_terms(_head(piece, cue))) or bool(_PLURAL_NOUN.search(piece)))
        if pieces and not own:
            pieces[-1] = f"{pieces[-1]}, {piece}"
        else:
            pieces.append(piece)
    clauses = []
    for piece in pieces:
        cue = first_cue(piece)
        ordinal = ordinal_in(piece)
        general = cue is not None and ordinal is None and not _terms(_head(piece, cue)) and bool(_PLURAL_NOUN.search(piece))
        clauses.append(
            Clause(
                text=piece,
                ops=ops_of(piece),
                terms=_terms(piece) - _verb(cue),
                subject=_terms(_head(piece, cue)) - _verb(cue) if cue else frozenset(),
                general=general,
                ordinal=ordinal,
                labels=labels_in(piece[: cue.start()]) if cue else frozenset(),
            )
        )
    return tuple(clause for clause in clauses if clause.ops)


def _head(text: str, cue: re.Match[str]) -> str:
    """What is spoken of: the words up to the one that says what was done; behind "we removed", up to the reason."""
    if doer := _DOER.match(cue[0]):
        why = WHY.search(text, cue.end())
        return text[cue.start() + doer.end() : why.start() if why else len(text)]
    return text[: cue.end()].rsplit(None, 1)[0] if " " in text[: cue.end()].strip() else ""


def _verb(cue: re.Match[str] | None) -> frozenset[str]:
    """The stem of the word that says what was done: it says nothing of what it was done to."""
    return frozenset(stems(cue[0].split()[-1])) if cue else frozenset()


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
