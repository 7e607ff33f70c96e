"""Which chunks are headings, and of which level: by size and weight rank, and by the depth of their numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence

from plantext.read.pdf.contents import mark_contents
from plantext.read.pdf.headings.asides import give_back_stems, level_asides, mark_asides
from plantext.read.pdf.headings.italics import find_italic
from plantext.read.pdf.headings.levels import heading_text, set_levels
from plantext.read.pdf.headings.signatures import find_signatures, find_signed, join_offices
from plantext.read.pdf.headings.titles import mark_cover, take_title
from plantext.read.pdf.key_figures import is_figure
from plantext.read.pdf.paragraphs import Chunk

LARGER = 1.08  # times the body's size: larger type is a heading's
CLEARLY = 1.2  # times the body's size: long text in plain type that is hardly larger is a subtitle, or a summary
LOWEST = 0.9  # of the body's size: smaller type is none, however bold
LONGEST = 300  # characters
EVEN = 2.0  # points: lines that begin within this begin at one place
MOST_LINES = 4
SENTENCE = 26  # words: bold type that is longer and ends with a stop is a sentence said loudly
LOUD_SENTENCE = 12  # words: so is one that is not underlined
SENTENCES = 12  # words: a longer text that holds the end of a sentence is prose
TITLE_PAGES = 4  # the title may be said again on these first pages
BLOCK = 4  # as many bold chunks of one style in a row are a list or an address, not headings

_DATE = re.compile(
    r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:of\s+)?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?:\s+\d{1,2}(?:st|nd|rd|th)?)?,?\s+\d{4}$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"^[(\[].*[)\]]$", re.DOTALL)
_INNER_STOP = re.compile(r"[a-z)]{2}[.!?] [A-Z]")
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^\S+@\S+$", re.IGNORECASE)
CAPTION = re.compile(r"^(?:figure|fig\.|table|chart|diagram|map|graph|box|exhibit|plate)\s+(?:\d+|[A-Z])(?:[.:–—-]|\s|$)", re.IGNORECASE)
_LABELLED = re.compile(r"^(?:figure|fig\.|table|chart|diagram|map|graph)\s+(?:\d+(?:\.\d+)*|[A-Z])[.:–—]\s+[A-Z]", re.IGNORECASE)
SALUTATION = re.compile(r"^(?:dear\s+\S+|to whom it may concern)", re.IGNORECASE)
_LETTER_INITIALS = "DdTtYyKkBbWw"
_PART = re.compile(r"(?:appendix|annex|part|section|chapter)\s+(?:\d{1,2}|[A-Z])\b", re.IGNORECASE)
CLOSING = re.compile(r"^(?:yours\s+(?:sincerely|faithfully|truly)|kind regards|best wishes|with best wishes)", re.IGNORECASE)


def mark_captions(chunks: Sequence[Chunk], body: float) -> None:
    """Set the kind of short chunks that open with "Figure 3" or the like and are set apart by their type."""
    for chunk in chunks:
        if len(chunk.lines) <= 3 and chunk.role is None and chunk.marker is None and CAPTION.match(chunk.text) and _is_caption(chunk, body):
            chunk.kind = "caption"


def mark_headings(chunks: list[Chunk], body: float, tabled: Collection[int] = (), above_tables: Collection[int] = ()) -> set[int]:
    """Set `kind`, `level` and `role` of the chunks that are headings, and titles. A heading keeps its number in its text.

    `tabled` are the numbers of the pages that hold a table: none of them is a cover. `above_tables` are the ids of the chunks that stand above one.
    Returned are the ids of chunks that have become part of another: the offices of those who sign.
    """
    bold_body = _bold_share(chunks) > 0.5
    letter = _letter_parts(chunks, body)
    cover = not (chunks and chunks[0].page in tabled) and mark_cover(chunks, body)
    titles = {_same(chunk) for chunk in chunks if chunk.role == "title"}
    mark_contents(chunks)
    found = []
    for at, chunk in enumerate(chunks):
        if chunk.role is not None or chunk.kind != "paragraph":
            continue
        if len(chunk.lines) > MOST_LINES or id(chunk) in letter or (cover and chunk.page == chunks[0].page):
            continue
        if _is_heading(chunk, body, bold_body=bold_body) and _leads(chunks, at, body, above_tables) and not _says_whose(chunks, at, body):
            if chunk.page <= TITLE_PAGES and _same(chunk) in titles:
                chunk.kind, chunk.level = "heading", 1  # the title said again, on a title page within
            else:
                found.append(chunk)
    italic = {id(chunk) for chunk in find_italic(chunks, body)} - letter
    if italic:
        ids = {id(chunk) for chunk in found}
        found = [chunk for chunk in chunks if id(chunk) in ids or id(chunk) in italic]
    signatures = find_signatures(chunks, {id(chunk) for chunk in found}, body)
    signatures |= find_signed(chunks, {id(chunk) for chunk in chunks if id(chunk) in letter and CLOSING.match(chunk.text)})
    found = [chunk for chunk in found if id(chunk) not in signatures]
    found = mark_asides(chunks, _without_blocks(chunks, found, above_tables), body)
    if found[:2] == chunks[:2] and len(found) > 1 and found[0].page == found[1].page and found[1].size > LARGER * found[0].size:
        del found[0]  # whose paper it is, above the first heading
    if not titles:
        found = take_title(chunks, found, body, above_tables)
    for chunk in found:
        chunk.kind = "heading"
    set_levels(found, [chunk for chunk in chunks if chunk.role == "toc"])
    level_asides(chunks)
    give_back_stems(chunks)
    return join_offices(chunks, signatures)


def _same(chunk: Chunk) -> str:
    return re.sub(r"\W+", " ", chunk.text).casefold().strip()


def _bold_share(chunks: Sequence[Chunk]) -> float:
    bold = total = 0
    for chunk in chunks:
        for line in chunk.lines:
            count = len(line.text)
            total += count
            if line.bold:
                bold += count
    return bold / max(total, 1)


def _is_heading(chunk: Chunk, body: float, *, bold_body: bool) -> bool:
    if len(chunk.lines) > MOST_LINES or chunk.later:
        return False
    size = chunk.size
    if size < LOWEST * body:
        return False
    larger = size >= LARGER * body
    caps = len(chunk.lines) <= 2 and size >= 0.97 * body and _is_capitals(chunk)
    if not (larger or caps or chunk.underlined or chunk.bold):
        return False  # as most paragraphs, before their text is put together
    text = heading_text(chunk)
    loud = larger or caps or (chunk.bold and not bold_body) or chunk.underlined
    if not loud or len(text) > LONGEST or (letters := sum(map(str.isalpha, text))) < 2:
        return False
    if chunk.marker is not None and chunk.marker.kind not in {"number", "letter"}:
        return False
    if chunk.marker is not None and chunk.marker.kind == "letter" and not chunk.marker.text[0].isupper():
        return False
    if is_figure(chunk.lines[0].text) or _BRACKETED.match(text) or _DATE.match(text) or _ADDRESS.match(text) or text[-1:] in ",;–—":
        return False
    plain = not (chunk.bold or caps or chunk.underlined or chunk.marker is not None or text[0].isdigit())
    if plain and size < CLEARLY * body and len(text.split()) > LOUD_SENTENCE:
        return False
    if caps and letters < 4 and not (larger or (chunk.bold and not bold_body) or chunk.underlined):
        return False
    if text[:1].islower() and not larger:
        return False
    return not _is_sentence(chunk, text, larger=larger)


def _is_sentence(chunk: Chunk, text: str, *, larger: bool) -> bool:
    """Whether loud type says a sentence: with the end of one within it, or long and with a stop."""
    words = len(text.split())
    if words > SENTENCES and _INNER_STOP.search(text):
        return True
    last = text.rstrip()[-1:]
    if last in ".!" and words > SENTENCE:
        return True
    if last != "." or chunk.underlined:
        return False
    return words > LOUD_SENTENCE or not (larger or chunk.bold)


def _is_capitals(chunk: Chunk) -> bool:
    """Whether no letter is small, its marker's neither."""
    first = chunk.lines[0].text
    return first.upper() == first and (text := heading_text(chunk)).upper() == text


def _leads(chunks: Sequence[Chunk], at: int, body: float, above_tables: Collection[int]) -> bool:
    """A heading stands above something; the last words of a document head nothing, unless they are large."""
    last = chunks[at]
    return at + 1 < len(chunks) or last.size >= 1.2 * body or (id(last) in above_tables and not last.text.endswith("."))


def _says_whose(chunks: Sequence[Chunk], at: int, body: float) -> bool:
    """Whether a line, no larger than the text, stands below a quotation in larger type, set in as it is and not as what follows: it says whose words they are."""
    chunk, before = chunks[at], chunks[at - 1]
    if at == 0 or len(chunk.lines) > 1 or chunk.size > body or chunk.page != before.page or before.size <= body:
        return False
    quoted = before.text[0] in "“‘\"'" and before.text[-1] in "”’\"'"
    x0, after = chunk.lines[0].x0, chunks[at + 1] if at + 1 < len(chunks) else None
    return quoted and abs(x0 - before.lines[0].x0) < EVEN and (after is None or abs(x0 - after.lines[0].x0) > EVEN)


def _without_blocks(chunks: Sequence[Chunk], found: list[Chunk], above_tables: Collection[int]) -> list[Chunk]:
    """Drop bold chunks of one style that stand in a row, with no table between: they head nothing."""
    ids = {id(chunk) for chunk in found}
    dropped: set[int] = set()
    row: list[Chunk] = []
    for chunk in [*chunks, None]:
        if chunk is not None and id(chunk) in ids and (not row or (_style(chunk) == _style(row[-1]) and id(row[-1]) not in above_tables)):
            row.append(chunk)
            continue
        if len(row) >= BLOCK:
            dropped |= {id(one) for one in row}
        row = [chunk] if chunk is not None and id(chunk) in ids else []
    return [chunk for chunk in found if id(chunk) not in dropped]


def _style(chunk: Chunk) -> tuple[float, bool, bool, bool]:
    return (round(chunk.size * 2) / 2, chunk.bold, chunk.underlined, chunk.italic)


def _is_caption(chunk: Chunk, body: float) -> bool:
    if chunk.size < body * 0.97 or chunk.bold or chunk.italic:
        return True
    return bool(_LABELLED.match(chunk.text)) and len(chunk.lines) == 1 and chunk.text[-1:] not in ".;:,"


def _letter_parts(chunks: Sequence[Chunk], body: float) -> set[int]:
    """The chunks above a letter's salutation and below its closing, on their pages: letterhead, addresses, signature.

    A heading hard above the salutation, a foreword's, has no letterhead above it, and the next heading ends the signature. What the
    contents list, or is called a part, is a heading wherever it stands.
    """
    parts: set[int] = set()
    entries = {chunk.text.casefold() for chunk in chunks if chunk.role == "toc"}
    listed = {id(chunk) for chunk in chunks if chunk.role is None and (chunk.text.casefold() in entries or _PART.match(chunk.text))}
    for at, chunk in enumerate(chunks):
        first = chunk.lines[0].text
        if first[:1] not in _LETTER_INITIALS:
            continue
        if SALUTATION.match(first) and len(chunk.text) < 80:
            headed = at > 0 and chunks[at - 1].page == chunk.page and chunks[at - 1].size >= LARGER * body
            parts |= {id(chunk)} if headed else _on_page(chunks, at, -1) - listed
        elif CLOSING.match(first) and len(chunk.text) < 60:
            parts |= _on_page(chunks, at, 1, largest=LARGER * body)
    return parts


def _on_page(chunks: Sequence[Chunk], at: int, step: int, largest: float = math.inf) -> set[int]:
    """The ids of chunk `at` and of those before it (or after it, by `step`) on its page, up to one of type so large.

    Hard by it that may be a name in its own hand.
    """
    page, start, found = chunks[at].page, at, set()
    while 0 <= at < len(chunks) and chunks[at].page == page and (chunks[at].size < largest or abs(at - start) < 2):
        found.add(id(chunks[at]))
        at += step
    return found
