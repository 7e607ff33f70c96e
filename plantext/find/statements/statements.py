"""What a panel, board, committee or consultation says in a document: every statement with its theme, place, act, deadline and addressee."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from plantext.find.plan.background import is_background, is_law, is_silent
from plantext.find.sentences import sentences
from plantext.find.statements.answers import is_answered
from plantext.find.statements.asked_tables import asked_in
from plantext.find.statements.clauses import Reading
from plantext.find.statements.dues import find_addressee, find_due
from plantext.find.statements.matters import say_absent
from plantext.find.statements.numbers import CODE, LABEL, MARKED, PARAGRAPH, UNNUMBERED, marker_number, named_number, printed_number
from plantext.find.statements.openers import (
    RECOMMENDS,
    RESOLVED,
    SUBJUNCTIVE,
    TO_DO,
    Opener,
    heading_opener,
    line_opener,
    read_item,
    resolution,
)
from plantext.find.statements.readings import read_sentence
from plantext.find.statements.topics import names_subject, topics
from plantext.find.statements.typeset import addressed_to, is_bold_line, is_furniture, is_marked, mixes_type, own_title
from plantext.model.document import Block, CellBlock, Document, Issue, Span, place_of
from plantext.model.findings import ASKS, Recommendations, Statement
from plantext.model.ids import Ids

LONG = 8000  # words from which on a formal report argues its case: in a shorter one every finding is a statement (reviews have 20,000)
FORMAL = 3  # numbered recommendations from which on a report's bare "should" outside them is narrative, not a demand
NOTED_WORDS = 4  # words of a sentence in italics that is a note though it has no cue: fewer are a caption or a name
MENTIONS = 2  # topics of an ask below which the sentence that it refers back to, or its heading, says what it is about

NOTHING_SAID = Issue(
    code="no-statements",
    severity="warning",
    message=(
        "No statement of a panel, board or committee was found. Looked for what such a body wants, suggests, is concerned about, "
        "recommends, notes or welcomes. If this is a plan, ask for its milestones instead."
    ),
    page=None,
)

_OPEN = re.compile(r"[:–—]\s*$|\b(?:that|to|should|will|(?:recommend|ask|request|urg|invit|resolv)(?:s|ed|es))\s*$")
_DETAILS = re.compile(r"\s*,?\s*(?:with|including|such as|for example|namely|in particular|notably|especially)\s*[:–—-]\s*$")
_ANAPHORIC = re.compile(r"(?:this|that|it|these|they)\s+(?:\w+\s+)?(?:must|should|ought|needs?)\b", re.IGNORECASE)
_PRAISES = re.compile(
    r"(?:[\w'’]+\s+){0,3}?(?:congratulat|commend|prais|applaud|welcom|support|endors|thank|compliment)(?:es|ed|s)\b", re.IGNORECASE
)


@dataclass
class _Context:
    """Where the reading of a document stands."""

    title: str | None = None
    theme: str | None = None
    background: bool = False
    recommends: int | None = None  # the level of the heading over recommendations
    heading: Opener | None = None
    openers: list[tuple[int, str, Opener, str | None]] = field(
        default_factory=list
    )  # (level, marker's kind, opener, number), outermost first
    number: tuple[int, str] | None = None  # the level of a heading with a recommendation's number, and the number
    formal: bool = False
    long: bool = False
    mixed_type: bool = False  # italics are used for some paragraphs and not for others
    addressee: str | None = None
    ids: Ids = field(default_factory=Ids)


def find_recommendations(document: Document) -> Recommendations:
    """The statements of `document`, as a result; an issue says what was looked for where there is none."""
    statements = find_statements(document)
    return Recommendations(source=document.source, statements=statements, issues=() if statements else (NOTHING_SAID,))


def find_statements(document: Document) -> tuple[Statement, ...]:
    """The statements of `document`, in its order. `document.block(s.block).text[slice(*s.span)] == s.text` for each."""
    context = _Context(
        title=own_title(document),
        long=sum(len(block.text.split()) for block in document.blocks) > LONG,
        formal=sum(_is_numbered(block) for block in document.texts()) >= FORMAL,
        mixed_type=mixes_type(document),
        addressee=addressed_to(document),
    )
    found: list[Statement] = []
    for index, block in enumerate(document.blocks):
        following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
        if block.role in {"toc", "title", "letterhead", "sender_address", "recipient_address"} or block.kind in {"footnote", "caption"}:
            continue
        if block.kind == "heading" or is_bold_line(block):
            _enter(context, block)
        elif block.kind == "table":
            found.extend(_table(block, context))
        else:
            found.extend(_block(block, following, context))
    return tuple(found)


def _is_numbered(block: Block | CellBlock) -> bool:
    if block.kind == "heading":
        return bool(re.match(r"\W*recommendation\s+(?:no\.?\s*)?\d", block.text, re.IGNORECASE))
    return bool(LABEL.match(block.text) or (block.marker and MARKED.match(block.marker)))


def _enter(context: _Context, block: Block) -> None:
    """A heading: a new theme, and perhaps what it lends to the items below."""
    text = block.text.strip()
    level = block.level or 9
    if not (text.endswith(":") and RESOLVED.match(text)):
        context.theme = None if text == context.title else text  # "RESOLVED:" opens a list, and says nothing about its subject
    context.openers.clear()
    context.heading = heading_opener(text)
    context.background = is_background(text)
    if number := named_number(text):
        context.number = (level, number)
    elif context.number and level <= context.number[0]:
        context.number = None
    if RECOMMENDS.match(text):
        context.recommends = level
    elif context.recommends is not None and level <= context.recommends:
        context.recommends = None
    if text.endswith(":"):
        context.openers.append((0, "", line_opener(text, background=context.background), None))


def _marker_kind(block: Block | CellBlock) -> str:
    marker = block.marker or ""
    return "number" if re.search(r"\d", marker) else "letter" if re.search(r"[a-zA-Z]", marker) else "bullet"


def _is_item(block: Block) -> bool:
    """A list item, or a paragraph that is lettered like one."""
    return block.kind == "list_item" or bool(
        block.kind == "paragraph" and re.fullmatch(r"\(?(?:[a-z]|[ivx]+)[.)]|\(\d+\)", block.marker or "")
    )


def _opener(block: Block, context: _Context) -> Opener | None:
    """The opener of the list that an item stands in; those of lists that have ended are forgotten."""
    level, kind = block.level or 1, _marker_kind(block)
    while context.openers and context.openers[-1][1] == kind and context.openers[-1][0] >= level:
        context.openers.pop()
    if context.openers:
        return context.openers[-1][2]
    return context.heading


def _number(block: Block, context: _Context) -> str | None:
    """The number that a block bears, or that of what it is a part of."""
    within = next((number for *_, number in reversed(context.openers) if number), None) or (context.number[1] if context.number else None)
    return printed_number(block.text, within) or marker_number(block.marker, within) or within


def _block(block: Block, following: Block | None, context: _Context) -> Iterator[Statement]:
    """The statements of a paragraph or list item, and what it lends to the list under it."""
    text = block.text
    if _is_item(block):
        opener = _opener(block, context)
    else:
        if not text[:1].islower():
            context.openers.clear()
        opener = context.heading if context.heading and context.heading.formal and block.marker else None
    number = _number(block, context)
    if is_furniture(text) or (context.background and is_silent(context.theme or "")):
        return
    spans = sentences(text)
    if following is not None and spans and _OPEN.search(text):
        start, end = spans[-1]
        if _is_item(following):
            spans.pop()
            inherited = opener or (context.heading if context.heading and context.heading.formal else None)
            lent = line_opener(text[start:end], background=context.background, law=is_law(text[:start]), inherited=inherited)
            if block.kind == "list_item" and (tail := _DETAILS.search(text, start, end)):
                spans.append((start, tail.start()))  # it asks by itself, and the list under it gives the details
            depth = (block.level or 1) if block.kind == "list_item" else 0
            context.openers.append((depth, _marker_kind(block) if block.kind == "list_item" else "", lent, number))
        elif text.rstrip().endswith(":") and (following.kind in {"heading", "table"} or LABEL.match(following.text)):
            spans.pop()  # it announces what follows
    after = following.text if following is not None and following.kind in {"paragraph", "list_item"} else ""
    yield from _statements(block, spans, opener, context, Said(block.section, number, after=after))


@dataclass(frozen=True)
class Said:
    """What stands around a block's words: its section, the number it bears, who is to do it and by when, and the words that follow."""

    section: str | None
    number: str | None = None
    who: str | None = None
    when: str | None = None
    after: str = ""


def _statements(block: Block | CellBlock, spans: list[Span], opener: Opener | None, context: _Context, said: Said) -> Iterator[Statement]:
    before: str = ""
    for start, end, read in _readings(block, spans, opener, context):
        answered = read.act == "information" and is_answered(read.rule, read.complement, block.text[end:].strip() or said.after)
        reading = replace(read, act="note") if answered else read  # minutes tell the question and its answer: nothing is left to be asked
        first, last = start + reading.span[0], start + reading.span[1]
        words = block.text[first:last]
        if words.strip(" .,:;–—-"):
            span = (last - len(words.lstrip()), first + len(words.rstrip()))
            yield _statement(block, span, reading, context, said=said, lent=opener.text if opener else "", before=before)
        before = block.text[start:end]


def _readings(block: Block | CellBlock, spans: list[Span], opener: Opener | None, context: _Context) -> Iterator[tuple[int, int, Reading]]:
    text = block.text
    label = LABEL.match(text) or UNNUMBERED.match(text)
    recommended = context.recommends is not None
    labelled = bool(label or (block.marker and MARKED.match(block.marker)) or (recommended and CODE.match(text)))
    inside = labelled or recommended
    bare = inside or not ((context.formal and context.long) or context.background)
    law = is_law(text) and not inside
    found: list[tuple[int, int, Reading]] = []
    if head := label or PARAGRAPH.match(text):
        spans = [(max(start, head.end()), end) for start, end in spans if end > head.end()]
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
        if block.kind == "list_item" and opener is None:
            readings = [reading for reading in readings if reading.rule != "imperative"]  # a list without an opener may quote the plan
        found += [(start, end, reading) for reading in readings if _counts(reading, sentence, context, inside=inside, law=law)]
        italic = context.mixed_type and not (inside or context.background) and is_marked(block, "italic", (start, end))
        if not readings and italic and len(sentence.split()) >= NOTED_WORDS:
            found.append((start, end, Reading("note", (0, len(sentence)), "italic", sentence)))
    if labelled and spans and not any(reading.act in {*ASKS, "praise"} for _, _, reading in found):
        start, end = spans[0]
        found.insert(0, (start, end, read_item(text[start:end], TO_DO)[0]))
    yield from found


def _counts(reading: Reading, sentence: str, context: _Context, *, inside: bool, law: bool) -> bool:
    """Whether a reading is a statement here: law, background and the narrative of a formal report hold none but spoken asks."""
    if reading.rule in {"carried", "listed", "resolved"}:
        return inside or not context.formal
    if law and reading.rule in {"should", "needed"} and re.search(r"\b(?:must|required?|has to|have to)\b", sentence):
        return False
    if context.background and not inside:
        return reading.spoken and (reading.act in ASKS or (reading.act == "praise" and reading.sits and " may " not in sentence))
    if context.formal and not inside:
        if context.long:
            return reading.spoken and reading.act in ASKS and (reading.sits or reading.rule == "recommends")
        return reading.spoken or reading.rule not in {"should", "needed"} or bool(_ANAPHORIC.match(sentence))
    if inside and context.formal:
        return reading.act in ASKS or (reading.act == "praise" and bool(_PRAISES.match(sentence)))
    return True


def _statement(
    block: Block | CellBlock, span: Span, reading: Reading, context: _Context, *, said: Said, lent: str, before: str
) -> Statement:
    text = block.text[span[0] : span[1]]
    asks = reading.act in ASKS
    terms = topics(text)
    if asks and len(terms) < MENTIONS and before and re.search(r"\b(?:this|these|it|they|them|that)\b", text):
        terms = tuple(dict.fromkeys([*terms, *topics(before)]))
    if asks and len(terms) < MENTIONS and context.theme and names_subject(context.theme):
        terms = tuple(dict.fromkeys([*terms, *topics(context.theme)]))
    addressee = (find_addressee(text) or said.who or find_addressee(f"{lent} do so")) if asks else None
    if addressee:
        terms = tuple(term for term in terms if term not in addressee)
    return Statement(
        id=context.ids.new("s", context.theme, text),
        theme=context.theme,
        act=reading.act,
        absence_claim=asks and say_absent(text),
        topics=terms,
        due=(find_due(text) or said.when or find_due(lent)) if asks or reading.act == "undertaking" else None,
        addressee=addressee or (context.addressee if asks else None),
        number=said.number,
        text=text,
        **place_of(block, said.section, span),  # type: ignore[arg-type]  # the fields of a Place
    )


def _table(block: Block, context: _Context) -> Iterator[Statement]:
    """A table with a column of recommendations, comments or issues: its cells, each under its column's heading."""
    for asked in asked_in(block):
        label = LABEL.match(asked.part.text)
        number = (named_number(label.group()) if label else None) or asked.number or (context.number[1] if context.number else None)
        said = Said(block.section, number, asked.who, asked.when)
        yield from _statements(asked.part, sentences(asked.part.text), heading_opener(asked.column), context, said)
