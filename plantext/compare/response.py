"""The response to a report: which part of it answers each ask, what it says, and whether the plan has it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from plantext.compare.judgement import FOUND
from plantext.compare.presence import Presence
from plantext.compare.quotation import Asks
from plantext.find.sentences import sentences
from plantext.find.statements.numbers import NUMBER_CELL, NUMBERS_COLUMN, number_key, number_of
from plantext.find.statements.subject import Subject, find_subject, read_subject
from plantext.model.coverage import Stance
from plantext.model.document import Block, CellBlock, Document, Span, place_of
from plantext.model.findings import Passage, Statement
from plantext.text.acronyms import Names

MatchedBy = Literal["number", "table", "words"]

MOST = 2  # passages of an answer: what it says, and what it will do
SHORTEST = 4  # words of a sentence that answers where nothing else says that it does: fewer are a label
SAME_ROW = 70  # of 100, likeness of an ask to the cell of a table in which it is quoted

_ANSWERS = re.compile(r"\b(?:respon[sd]\w*|repl(?:y|ies)|answers?|action(?:s)?\s+taken|our\s+position)\b", re.IGNORECASE)
_DECISION = re.compile(r"\b(?:accepted|agreed|decision|position|status|outcome)\b", re.IGNORECASE)
_ASKS_COLUMN = re.compile(r"recommend|comment|concern|issue|request|observation|suggest|point|question|feedback", re.IGNORECASE)

_SAYS: tuple[tuple[Stance, str], ...] = (
    (
        "in_part",
        r"^\W*in part\b|\b(?:partly|partially|in\s+part|in\s+principle|with\s+(?:the\s+exception|reservations))\b|\bpartial(?:ly)?\s+accept",
    ),
    (
        "rejected",
        (
            r"^\W*no\b\W*$|\b(?:do(?:es)?|did|can|could|will|would|am|are|is)\s*(?:not|n['’]t)\s+(?:\w+\s+){0,2}?(?:accept|agree|support|adopt|promise|propose|"
            r"intend|consider\s+it|believe|able)"
            r"|\bcannot\s+(?:accept|agree|support|adopt)\b|\b(?:rejects?|rejected|declines?|declined|not\s+accepted|not\s+agreed)\b"
        ),
    ),
    (
        "accepted",
        (
            r"^\W*yes\b|\b(?:accept|accepts|accepted|agree|agrees|agreed|support|supports|welcome|welcomes|endorse|endorses)\b"
            r"|\b(?:has|have)\s+(?:now\s+)?been\s+(?:\w+\s+)?(?:added|included|amended|changed|reduced|strengthened|developed|revised|updated|"
            r"incorporated|introduced|set)\b"
            r"|\b(?:is|are)\s+(?:now\s+)?(?:set\s+out|included|reflected|addressed|covered)\b"
        ),
    ),
    ("noted", r"\b(?:note|notes|noted|acknowledge|acknowledges|recognise|recognises|understand|understands)\b"),
)
"""What the words of an answer say, in the order in which they are looked for."""
STANCES: tuple[tuple[Stance, re.Pattern[str]], ...] = tuple(
    (stance, re.compile(pattern, re.IGNORECASE | re.MULTILINE)) for stance, pattern in _SAYS
)

_REFERS = re.compile(
    r"\b(?:(?:sections?|chapters?|paragraphs?|pages?|objectives?|annex(?:es)?|appendi(?:x|ces))\s+(?:\d+(?:\.\d+)*|"
    r"[A-Z])\b)(?:\s*\(?\s*pages?\s+\d+\s*\)?)?",
)
_PROMISES = re.compile(
    r"\b(?:will|shall|(?:has|have)\s+(?:now\s+)?been|(?:is|are)\s+(?:now\s+)?(?:set\s+out|included|reflected|being|committed)|(?:has|"
    r"have)\s+(?:now\s+)?\w+ed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of the response, with its place."""

    text: str
    block: Block | CellBlock
    section: str | None
    span: Span

    @property
    def passage(self) -> Passage:
        """It as a passage."""
        return Passage(text=self.text, **place_of(self.block, self.section, self.span))  # type: ignore[arg-type]


@dataclass
class Section:
    """What a response says under one recommendation's number or in one row of its table.

    `asks`: the cell that quotes the ask; `number`: the row's, as `number_key` has it.
    """

    sentences: list[Sentence] = field(default_factory=list)
    asks: str = ""
    number: str = ""


@dataclass(frozen=True)
class Answered:
    """The answer to one ask: the sentences chosen, and how they were matched."""

    sentences: tuple[Sentence, ...]
    matched_by: MatchedBy

    @property
    def stance(self) -> Stance:
        """What it says."""
        text = "\n".join(sentence.text for sentence in self.sentences)
        return next((stance for stance, pattern in STANCES if pattern.search(text)), "answered")

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The places of the plan that it names."""
        return tuple(dict.fromkeys(match.group() for sentence in self.sentences for match in _REFERS.finditer(sentence.text)))

    @property
    def promise(self) -> Subject | None:
        """What is promised, to be looked for in the plan."""
        promised = next((sentence.text for sentence in self.sentences if _PROMISES.search(sentence.text)), None)
        return read_subject(promised, "undertaking") if promised else None


def find_answers(asks: Sequence[Statement], response: Document, names: Mapping[str, str]) -> list[Answered | None]:
    """The answer to each ask, in order: by its number, else by the row of a table that quotes it, else by its words; None where there is none.

    A heading or label with the ask's number goes first. Of the rows of a table that quote the ask the one with its number is taken; where
    none quotes it, as tables shorten what was asked, the one row that bears its number.
    """
    numbered = _numbered(response)
    rows = _rows(response)
    asked = Asks([ask.text for ask in asks])
    free = [sentence for sentence in _sentences(response) if not asked.quoted_in(sentence.text)]
    known = Names(names)
    return [
        _by_number(ask, numbered, asked, known)
        or _by_table(ask, rows, known)
        or _by_row(ask, rows, known)
        or _best(find_subject(ask), free, known, "words", least=FOUND)
        for ask in asks
    ]


def _numbered(response: Document) -> dict[str, Section]:
    """What is said under each number: under a heading that says that it answers, or all but the quoted recommendation."""
    found: dict[str, Section] = {}
    quoted: dict[str, Section] = {}
    number: str | None = None
    answering = False
    for block in response.blocks:
        label = block.text if block.kind == "heading" or len(block.text.split()) <= 8 else block.text[:40]
        named = (
            number_of(label) if block.kind == "heading" or re.match(r"\W*(?:recommendation|rec\.?|R)\s*\d", label, re.IGNORECASE) else None
        )
        if block.kind == "heading":
            if named:
                number, answering = named, bool(_ANSWERS.search(block.text))
            elif _ANSWERS.search(block.text) and len(block.text.split()) <= 6:
                answering = True
            elif (block.level or 9) <= 2:
                number, answering = None, False
            continue
        if named and named != number:
            number, answering = named, False
        if re.match(r"\W*(?:(?:\w+['’]?s?\s+){0,3}response|reply|answer)\s*:", block.text, re.IGNORECASE):
            answering = True
        if number:
            section = (found if answering else quoted).setdefault(number, Section())
            section.sentences += _of(block, block.section)
    return {number: found.get(number) or quoted[number] for number in {**quoted, **found}}


def _rows(response: Document) -> list[Section]:
    """The rows of tables with a column of asks and one of answers."""
    found: list[Section] = []
    for block in response.blocks:
        if block.kind != "table" or not block.header:
            continue
        decided = [index for index, name in enumerate(block.header) if _DECISION.search(name)]
        answers = [index for index, name in enumerate(block.header) if _ANSWERS.search(name) and index not in decided] or decided
        numbers = [index for index, name in enumerate(block.header) if NUMBERS_COLUMN.match(name)]
        taken = {*answers, *decided, *numbers}
        asks = [index for index, name in enumerate(block.header) if _ASKS_COLUMN.search(name) and index not in taken]
        for row in block.rows:
            if answers and (asks or numbers) and max(*answers, *decided, *asks, *numbers) < len(row):
                columns = dict.fromkeys([*decided, *answers])  # what was decided first
                said = [sentence for column in columns for part in row[column].blocks for sentence in _of(part, block.section)]
                quoted = row[asks[0]].text if asks else ""
                printed = next((row[index].text for index in numbers), "") or (row[0].text if NUMBER_CELL.match(row[0].text) else "")
                found.append(Section(said, quoted, number_key(printed) if printed else number_of(quoted[:40]) or ""))
    return found


def _sentences(response: Document) -> list[Sentence]:
    found: list[Sentence] = []
    for block in response.blocks:
        if block.kind == "table":
            found += [sentence for row in block.rows for cell in row for part in cell.blocks for sentence in _of(part, block.section)]
        elif block.kind not in {"heading", "caption"} and block.role not in {
            "toc",
            "title",
            "letterhead",
            "sender_address",
            "recipient_address",
        }:
            found += _of(block, block.section)
    return [sentence for sentence in found if len(sentence.text.split()) >= SHORTEST]


def _of(block: Block | CellBlock, section: str | None) -> list[Sentence]:
    spans = sentences(block.text)
    return [Sentence(block.text[slice(*span)], block, section, span) for span in spans if block.text[slice(*span)].strip()]


def _named(ask: Statement) -> str | None:
    """The key of the number that the ask bears as a recommendation: on itself, in its first words or on its heading."""
    own = number_of(ask.number) if ask.number else None
    return (
        own or number_of(ask.text[:40]) or next((found for text in (ask.theme, ask.section) if text and (found := number_of(text))), None)
    )


def _by_number(ask: Statement, numbered: Mapping[str, Section], asked: Asks, names: Names) -> Answered | None:
    number = _named(ask)
    for key in _keys(number) if number else ():
        section = numbered.get(key, Section())
        if own := [sentence for sentence in section.sentences if not asked.quoted_in(sentence.text)]:
            return _best(find_subject(ask), own, names, "number", least=0.0)
    return None


def _keys(number: str) -> tuple[str, ...]:
    """The numbers that answer it: what answers 3 answers 3(a) too."""
    return tuple(dict.fromkeys([number, number.rstrip("abcdefghijklmnopqrstuvwxyz") or number]))


def _by_table(ask: Statement, rows: Sequence[Section], names: Names) -> Answered | None:
    from rapidfuzz import fuzz

    number = _named(ask) or (number_key(ask.number) if ask.number else "")
    alike = [fuzz.partial_ratio(ask.text.casefold(), row.asks.casefold()) if row.asks else 0.0 for row in rows]
    quoting = [index for index, likeness in enumerate(alike) if likeness >= SAME_ROW]
    if not quoting:
        return None
    best = max(quoting, key=lambda index: (rows[index].number in _keys(number) if number else False, alike[index], -index))
    return _best(find_subject(ask), rows[best].sentences, names, "table", least=0.0)


def _by_row(ask: Statement, rows: Sequence[Section], names: Names) -> Answered | None:
    number = _named(ask) or (number_key(ask.number) if ask.number else "")
    for key in _keys(number) if number else ():
        same = [row for row in rows if row.number == key]
        if len(same) == 1:
            return _best(find_subject(ask), same[0].sentences, names, "number", least=0.0)
    return None


def _best(subject: Subject, said: Sequence[Sentence], names: Names, matched_by: MatchedBy, *, least: float) -> Answered | None:
    """The sentence that says yes or no first, where the part is known to answer; and the one that holds most of the ask, a promise before others."""
    if not said:
        return None
    asked = Presence([sentence.text for sentence in said], names).weigh(subject)
    shares = [asked.held(index).share for index in range(len(said))]
    order = sorted(range(len(said)), key=lambda index: (-(shares[index] + 0.2 * bool(_PROMISES.search(said[index].text))), index))
    if shares[order[0]] < least or (least and asked.names_nothing):
        return None
    chosen = [order[0]]
    if not least:
        takes_side = (index for index, sentence in enumerate(said) if any(pattern.search(sentence.text) for _, pattern in STANCES))
        chosen = list(dict.fromkeys([*([first] if (first := next(takes_side, None)) is not None else []), order[0]]))[:MOST]
    elif _goes_on(said, order[0]):
        chosen = [order[0], order[0] + 1]
    elif len(order) > 1 and shares[order[1]] >= least:
        chosen = order[:MOST]
    return Answered(tuple(said[index] for index in chosen), matched_by)


def _goes_on(said: Sequence[Sentence], index: int) -> bool:
    """Whether the sentence after it, in the same block, is the one that takes a side."""
    if index + 1 >= len(said) or said[index + 1].block is not said[index].block:
        return False
    sides = [any(pattern.search(said[place].text) for _, pattern in STANCES) for place in (index, index + 1)]
    return sides == [False, True]
