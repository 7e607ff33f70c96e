"""Who signs: a name below a foreword or letter with the office held, one paragraph of several lines and no heading."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from plantext.read.pdf.paragraphs import Chunk

LARGE = 1.2  # times the body's size: type so large is a heading, unless it is the name in its own hand
NAME = (2, 4)  # words of a name, without its titles
OFFICE = 10  # words of a line of the office below it
LINES = 4  # of a signature at most
CLOSE = 0.35  # em of white: the office stands hard by the name
SIGNATURES = 2  # in a document without an office that is one by its words; more such lines are headings above a line each
_TITLES = re.compile(
    r"^(?:(?:the\s+)?(?:rt\.?\s+hon\.?|right honourable|hon(?:ourable)?\.?|revd?\.?|councillor|cllr\.?|sir|dame|lord|lady|baroness|dr\.?|prof(?:essor)?\.?"
    r"|mr\.?|mrs\.?|ms\.?|miss|mx\.?|(?:assistant |deputy )?chief constable|(?:chief )?superintendent|alderman)\s+)+",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-Z][\w’'-]+|[A-Z]\.?)(?:\s+(?:[A-Z][\w’'-]+|[A-Z]\.?|de|van|von|of))+$")
_HONOURS = re.compile(r"(?:,?\s+(?:[CMOD]BE|QPM|KFSM|MP|DL|JP|KC|QC|CPFA|PhD|FRSA|TD))+$")
_OFFICE = re.compile(
    r"\b(?:commissioner|chair(?:man|woman|person)?|chief|leader|mayor|director|councillor|officer|minister|secretary|president|head|member|manager"
    r"|convener|superintendent|constable|executive|governor|trustee|treasurer|deputy|clerk|warden|bishop|dean|ambassador|inspector|cabinet)\b",
    re.IGNORECASE,
)


def find_signatures(chunks: Sequence[Chunk], found: Collection[int], body: float) -> set[int]:
    """The ids of the chunks that are a name, or a name with an office; `found` are those of the headings so far."""
    surely: set[int] = set()
    perhaps: set[int] = set()
    for at, chunk in enumerate(chunks):
        if id(chunk) not in found or at == 0:
            continue
        if not _is_name(_first_line(chunk)) or not (_follows_prose(chunks, at, found) or _follows_other(chunks, at, surely)):
            continue
        after = chunks[at + 1] if at + 1 < len(chunks) else None
        if _has_office(chunk, after) or (after is not None and _is_hand(chunk, after)):
            surely.add(id(chunk))
        elif _is_alone(chunks, at, found, body):
            perhaps.add(id(chunk))
    return surely | (perhaps if len(perhaps) <= SIGNATURES else set())


def find_signed(chunks: Sequence[Chunk], closings: Collection[int]) -> set[int]:
    """The ids of the chunks right below those that close a letter; not of a name in the signer's own hand."""
    below = [(name, after) for (end, name), after in zip(pairwise(chunks), [*chunks[2:], None], strict=False) if id(end) in closings]
    return {id(name) for name, after in below if after is None or not _is_hand(name, after)}


def join_offices(flow: list[Chunk], signatures: Collection[int]) -> set[int]:
    """Put the office that stands hard by a name into the name's paragraph; the ids of the chunks that are gone."""
    gone: set[int] = set()
    for chunk, office in pairwise(flow):
        if id(chunk) not in signatures or office.kind != "paragraph" or office.page != chunk.page or office.column != chunk.column:
            continue
        if _is_office(office) and office.gap < CLOSE * office.size and len(chunk.lines) + len(office.lines) <= LINES:
            chunk.breaks = chunk.breaks | {len(chunk.lines)} | {len(chunk.lines) + at for at in office.breaks}
            chunk.lines = [*chunk.lines, *office.lines]
            gone.add(id(office))
    return gone


def _is_name(text: str) -> bool:
    bare = _HONOURS.sub("", _TITLES.sub("", text))
    return NAME[0] <= len(bare.split()) <= NAME[1] and _NAME.match(bare) is not None


def _follows_prose(chunks: Sequence[Chunk], at: int, found: Collection[int]) -> bool:
    """Whether a sentence, or the name in the signer's own hand, stands before."""
    before = chunks[at - 1]
    if before.text[-1:] in ".,!”’":
        return id(before) not in found or _is_name(_first_line(before))
    return _is_hand(before, chunks[at]) and at > 1 and chunks[at - 2].text[-1:] in ".,!”’"


def _follows_other(chunks: Sequence[Chunk], at: int, surely: Collection[int]) -> bool:
    """Whether somebody else's name and office stand hard before."""
    before = chunks[at - 1]
    return before.page == chunks[at].page and (id(before) in surely or (at > 1 and id(chunks[at - 2]) in surely and _is_office(before)))


def _is_hand(chunk: Chunk, name: Chunk) -> bool:
    """Whether a chunk says the name that stands below it, in other type: "R. Finch" above "Rosa Finch"."""
    own, other = _first_line(chunk), _first_line(name)
    return len(chunk.lines) == 1 and _is_name(own) and _is_name(other) and own.split()[-1] == other.split()[-1]


def _first_line(chunk: Chunk) -> str:
    """With the initial that may have been taken for the letter of an item."""
    text = chunk.lines[0].text
    return f"{chunk.marker.text} {text}" if chunk.marker is not None else text


def _has_office(chunk: Chunk, after: Chunk | None) -> bool:
    """Whether the office stands in the lines below the name, its own or the next chunk's."""
    if len(chunk.lines) > 1:
        return len(chunk.lines) <= LINES and _says_office([line.text for line in chunk.lines[1:]])
    return after is not None and after.page == chunk.page and _is_office(after)


def _is_office(chunk: Chunk) -> bool:
    return chunk.marker is None and chunk.role is None and len(chunk.lines) < LINES and _says_office([line.text for line in chunk.lines])


def _says_office(lines: Sequence[str]) -> bool:
    short = all(len(text.split()) <= OFFICE for text in lines)
    return short and _OFFICE.search(lines[0]) is not None and lines[-1][-1:] not in ".:;"


def _is_alone(chunks: Sequence[Chunk], at: int, found: Collection[int], body: float) -> bool:
    """Whether nothing but a line stands between a name and the next heading, the page's or the document's end."""
    chunk = chunks[at]
    if at + 1 == len(chunks) or len(chunk.lines) > 1 or chunk.size >= LARGE * body:
        return False
    office = chunks[at + 1]
    after = chunks[at + 2] if at + 2 < len(chunks) else None
    short = len(office.text.split()) <= OFFICE and len(office.lines) == 1 and office.marker is None and office.text[-1:] not in ".:;"
    return short and (after is None or id(after) in found or after.page != chunk.page) and id(office) not in found
