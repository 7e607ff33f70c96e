"""What a panel, board, committee or consultation says in a document: every statement with its theme, place, act, deadline and addressee."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from plantext.find.clauses import Reading
from plantext.find.dues import find_addressee, find_due
from plantext.find.matters import say_absent
from plantext.find.openers import (
    LABEL,
    MARKED,
    RECOMMENDS,
    RESOLVED,
    SUBJUNCTIVE,
    Opener,
    heading_opener,
    is_background,
    is_law,
    line_opener,
    read_item,
    resolution,
)
from plantext.find.readings import read_sentence
from plantext.find.sentences import sentences
from plantext.find.topics import names_subject, topics
from plantext.model.document import Block, CellBlock, Document, Span, place_of
from plantext.model.findings import ASKS, Recommendations, Statement
from plantext.model.ids import Ids

FORMAL = 3  # numbered recommendations from which on a report's bare "should" outside them is narrative, not a demand
HEADING_WORDS = 12  # words of a wholly bold line that is a heading in all but name
NOTED_WORDS = 4  # words of a sentence in italics that is a note though it has no cue: fewer are a caption or a name
MENTIONS = 2  # topics of an ask below which the sentence that it refers back to, or its heading, says what it is about

_OPEN = re.compile(r"[:–—]\s*$|\b(?:that|to|should|will)\s*$")
_DETAILS = re.compile(r"\s*,?\s*(?:with|including|such as|for example|namely|in particular|notably|especially)\s*[:–—-]\s*$")
_FURNITURE = re.compile(
    (
        r"^(?:dear|yours|cc\.?|to:|from:|tel|email|telephone|page \d+|www\.|https?:|sent by|our ref|your ref"
        r"|date)\b(?!.*\b(?:was|were|is|asked|noted|felt|would|should)\b)"
    ),
    re.IGNORECASE,
)
_NAMES = re.compile(
    (
        r"^(?:(?:councillors?|cllrs?|members?|present|apologies"
        r"|in attendance)\b[\s:]*)(?:[A-Z][\w.'’-]*+[\s,;&]*+(?:\([^)]*\)[\s,;]*+)?+)++$"
    ),
    re.IGNORECASE,
)
_COLUMN = re.compile(r"recommend|comment|concern|issue|request|observation|suggest|what (?:you|people|respondents)|feedback", re.IGNORECASE)
_ADDRESSED = re.compile(r"^(?:[Rr]eport\s+)?[Tt]o\s+(?:the\s+)?(?P<who>[A-Z][\w'’&]+(?:\s+(?:and|of|for|the|&|[A-Z][\w'’&]+)){0,9})\s*$")


@dataclass
class _Context:
    """Where the reading of a document stands."""

    title: str | None = None
    theme: str | None = None
    background: bool = False
    recommends: int | None = None  # the level of the heading over recommendations
    heading: Opener | None = None
    openers: list[tuple[int, str, Opener]] = field(default_factory=list)  # (level, kind of marker, opener), outermost first
    formal: bool = False
    mixed_type: bool = False  # italics are used for some paragraphs and not for others
    addressee: str | None = None
    ids: Ids = field(default_factory=Ids)


def find_recommendations(document: Document) -> Recommendations:
    """The statements of `document`, as a result."""
    return Recommendations(source=document.source, statements=find_statements(document))


def find_statements(document: Document) -> tuple[Statement, ...]:
    """The statements of `document`, in its order. `document.block(s.block).text[slice(*s.span)] == s.text` for each."""
    context = _Context(
        title=_title(document),
        formal=sum(_is_numbered(block) for block in document.texts()) >= FORMAL,
        mixed_type=_mixes_type(document),
        addressee=_addressee(document),
    )
    found: list[Statement] = []
    for index, block in enumerate(document.blocks):
        following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
        if block.role in {"toc", "title", "letterhead", "sender_address", "recipient_address"} or block.kind in {"footnote", "caption"}:
            continue
        if block.kind == "heading" or _is_bold_line(block):
            _enter(context, block)
        elif block.kind == "table":
            found.extend(_table(block, context))
        else:
            found.extend(_block(block, following, context))
    return tuple(found)


def _title(document: Document) -> str | None:
    """The title, where it is set otherwise than most headings: what stands right under it has no theme."""
    levels = Counter(block.level for block in document.blocks if block.kind == "heading" and block.text != document.title)
    own = {block.level for block in document.blocks if block.kind == "heading" and block.text == document.title}
    return document.title if levels and levels.most_common(1)[0][0] not in own else None


def _is_numbered(block: Block | CellBlock) -> bool:
    if block.kind == "heading":
        return bool(re.match(r"\W*recommendation\s+(?:no\.?\s*)?\d", block.text, re.IGNORECASE))
    return bool(LABEL.match(block.text) or (block.marker and MARKED.match(block.marker)))


def _mixes_type(document: Document) -> bool:
    paragraphs = [block for block in document.blocks if block.kind == "paragraph"]
    italic = sum(_is_marked(block, "italic", (0, len(block.text))) for block in paragraphs)
    return 2 <= italic < len(paragraphs) * 0.7


def _is_marked(block: Block | CellBlock, style: str, span: Span) -> bool:
    """Whether nearly all of `span` is set in `style` (a stop or a reference may not be)."""
    covered = sum(max(0, min(mark.span[1], span[1]) - max(mark.span[0], span[0])) for mark in block.marks if mark.style == style)
    return covered >= 0.9 * (span[1] - span[0]) > 0


def _is_bold_line(block: Block) -> bool:
    words = block.text.split()
    return (
        block.kind == "paragraph"
        and len(words) <= HEADING_WORDS
        and not block.text.rstrip().endswith((".", ":", ";", ","))
        and _is_marked(block, "bold", (0, len(block.text)))
    )


def _addressee(document: Document) -> str | None:
    """The one that a line of its own addresses: "To the Commissioner for Harbours"."""
    for block in document.blocks[:40]:
        match = _ADDRESSED.match(block.text.strip())
        if match and block.kind in {"heading", "paragraph"}:
            return match.group("who")
    return None


def _enter(context: _Context, block: Block) -> None:
    """A heading: a new theme, and perhaps what it lends to the items below."""
    text = block.text.strip()
    level = block.level or 9
    if not (text.endswith(":") and RESOLVED.match(text)):
        context.theme = None if text == context.title else text  # "RESOLVED:" opens a list, and says nothing about its subject
    context.openers.clear()
    context.heading = heading_opener(text)
    context.background = is_background(text)
    if RECOMMENDS.match(text):
        context.recommends = level
    elif context.recommends is not None and level <= context.recommends:
        context.recommends = None
    if text.endswith(":"):
        context.openers.append((0, "", line_opener(text, background=context.background)))


def _marker_kind(block: Block | CellBlock) -> str:
    marker = block.marker or ""
    return "number" if re.search(r"\d", marker) else "letter" if re.search(r"[a-zA-Z]", marker) else "bullet"


def _opener(block: Block, context: _Context) -> Opener | None:
    """The opener of the list that an item stands in; those of lists that have ended are forgotten."""
    level, kind = block.level or 1, _marker_kind(block)
    while context.openers and context.openers[-1][1] == kind and context.openers[-1][0] >= level:
        context.openers.pop()
    if context.openers:
        return context.openers[-1][2]
    return context.heading


def _block(block: Block, following: Block | None, context: _Context) -> Iterator[Statement]:
    """The statements of a paragraph or list item, and what it lends to the list under it."""
    text = block.text
    if block.kind == "list_item":
        opener = _opener(block, context)
    else:
        if not text[:1].islower():
            context.openers.clear()
        opener = context.heading if context.heading and context.heading.formal and block.marker else None
    if (
        _FURNITURE.match(text)
        or (_NAMES.match(text) and re.search(r"^\S+\s+[A-Z]", text) and not re.search(r"\s(?!and\b)[a-z]\w+", text))
        or (context.background and re.search(r"\bmembers? present\b", context.theme or "", re.IGNORECASE))
    ):
        return
    spans = sentences(text)
    if following is not None and following.kind == "list_item" and spans and _OPEN.search(text):
        start, end = spans.pop()
        lent = line_opener(text[start:end], background=context.background, law=is_law(text[:start]), inherited=opener)
        if block.kind == "list_item" and (tail := _DETAILS.search(text, start, end)):
            spans.append((start, tail.start()))  # it asks by itself, and the list under it gives the details
        depth = (block.level or 1) if block.kind == "list_item" else 0
        context.openers.append((depth, _marker_kind(block) if block.kind == "list_item" else "", lent))
    yield from _statements(block, spans, opener, context, block.section)


def _statements(
    block: Block | CellBlock, spans: list[Span], opener: Opener | None, context: _Context, section: str | None
) -> Iterator[Statement]:
    before: str = ""
    for start, end, reading in _readings(block, spans, opener, context):
        first, last = start + reading.span[0], start + reading.span[1]
        words = block.text[first:last]
        if words.strip(" .,:;–—-"):
            span = (last - len(words.lstrip()), first + len(words.rstrip()))
            yield _statement(block, span, reading, context, section=section, before=before)
        before = block.text[start:end]


def _readings(block: Block | CellBlock, spans: list[Span], opener: Opener | None, context: _Context) -> Iterator[tuple[int, int, Reading]]:
    text = block.text
    label = LABEL.match(text)
    labelled = bool(label or (block.marker and MARKED.match(block.marker)))
    inside = labelled or context.recommends is not None
    bare = inside or not (context.formal or context.background)
    law = is_law(text) and not inside
    found: list[tuple[int, int, Reading]] = []
    if label:
        spans = [(max(start, label.end()), end) for start, end in spans if end > label.end()]
    for number, (start, end) in enumerate(spans):
        sentence = text[start:end]
        if (match := RESOLVED.match(sentence)) and re.match(r"\W*(?:it was )?(?:\w+ )?resolved", sentence, re.IGNORECASE):
            readings = [Reading(resolution(sentence[match.end() :]), (match.end(), len(sentence)), "resolved", sentence[match.end() :])]
        elif SUBJUNCTIVE.match(sentence):
            readings = [Reading(resolution(sentence), (0, len(sentence)), "resolved", sentence)]
        elif number == 0 and opener:
            readings = read_item(sentence, opener, bare=bare)
        elif opener and opener.closed:
            readings = []
        else:
            readings = read_sentence(sentence, bare=bare)
        found += [(start, end, reading) for reading in readings if _counts(reading, sentence, context, inside=inside, law=law)]
        italic = context.mixed_type and not (inside or context.background) and _is_marked(block, "italic", (start, end))
        if not readings and italic and len(sentence.split()) >= NOTED_WORDS:
            found.append((start, end, Reading("note", (0, len(sentence)), "italic", sentence)))
    if labelled and spans and not any(reading.act in ASKS for _, _, reading in found):
        start, end = spans[0]
        found.insert(0, (start, end, Reading("request", (0, end - start), "labelled", text[start:end])))
    yield from found


def _counts(reading: Reading, sentence: str, context: _Context, *, inside: bool, law: bool) -> bool:
    """Whether a reading is a statement here: law, background and the narrative of a formal report hold none but spoken asks."""
    if reading.rule in {"carried", "listed", "resolved"}:
        return inside or not context.formal
    if law and reading.rule in {"should", "needed"} and re.search(r"\b(?:must|required?|has to|have to)\b", sentence):
        return False
    if context.background and not inside:
        return reading.spoken and reading.act in ASKS
    if context.formal and not inside:
        return reading.spoken and reading.act in ASKS and (reading.sits or reading.rule == "recommends")
    if inside and context.formal:
        return reading.act in ASKS
    return True


def _statement(block: Block | CellBlock, span: Span, reading: Reading, context: _Context, *, section: str | None, before: str) -> Statement:
    text = block.text[span[0] : span[1]]
    asks = reading.act in ASKS
    terms = topics(text)
    if asks and len(terms) < MENTIONS and before and re.search(r"\b(?:this|these|it|they|them|that)\b", text):
        terms = tuple(dict.fromkeys([*terms, *topics(before)]))
    if asks and len(terms) < MENTIONS and context.theme and names_subject(context.theme):
        terms = tuple(dict.fromkeys([*terms, *topics(context.theme)]))
    addressee = find_addressee(text) if asks else None
    if addressee:
        terms = tuple(term for term in terms if term not in addressee)
    return Statement(
        id=context.ids.new("s", context.theme, text),
        theme=context.theme,
        act=reading.act,
        absence_claim=asks and say_absent(text),
        topics=terms,
        due=find_due(text) if asks or reading.act == "undertaking" else None,
        addressee=addressee or (context.addressee if asks else None),
        text=text,
        **place_of(block, section, span),  # type: ignore[arg-type]  # the fields of a Place
    )


def _table(block: Block, context: _Context) -> Iterator[Statement]:
    """A table with a column of recommendations, comments or issues: its cells, each under its column's heading."""
    columns = {
        index: heading_opener(name)
        for index, name in enumerate(block.header)
        if _COLUMN.search(name) and not re.search(r"respon|answer|action taken|status", name, re.IGNORECASE)
    }
    for row in block.rows:
        for index, cell in enumerate(row):
            if index not in columns:
                continue
            for part in cell.blocks:
                yield from _statements(part, sentences(part.text), columns[index], context, block.section)
