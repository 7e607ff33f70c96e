"""What a rule sees: one plan, read, with its sections, contents list and milestones, and how a rule says what it found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from plantext.find.plan.milestones import own_edition
from plantext.find.plan.objectives import objective_key, without_number
from plantext.model.alignment import Variations
from plantext.model.checks import Code, Finding
from plantext.model.document import Block, CellBlock, Document, Severity, Span, place_of
from plantext.model.findings import Milestone, Milestones, Passage
from plantext.read.source import DOCX

NUMBER = re.compile(
    r"(?:(?:section|part|chapter)\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})(?:[.:)]+(?=\s|$|[^\W\d_])|(?=\s|$)|[-–—])\s*", re.IGNORECASE
)
"""The printed number of a heading or contents entry: "4", "4.2", "Section 4.2:"; no year, and no number of three digits."""

_CONTENTS = re.compile(r"\W*(?:table\s+of\s+)?contents\W*$", re.IGNORECASE)
SHARED = 0.5  # share of the objectives of one edition in a plan that its other edition must have, to be one
LONGEST_ENTRY = 20  # words of an entry of the contents list
DATED_BLOCKS = 12  # a plan says which year it is of within its first dozen blocks


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it, up to the next heading of its level or a higher one."""

    heading: Block
    number: str | None
    title: str
    body: tuple[Block, ...]

    @property
    def prose(self) -> int:
        """Characters of prose under it: the closing summary of a plan has lists only."""
        return sum(len(block.text) for block in self.body if block.kind == "paragraph")


@dataclass(frozen=True)
class Text:
    """A block's text with the section it stands in; a table's cells come one by one."""

    block: Block | CellBlock
    section: str | None
    table: Block | None = None

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.block.text


@dataclass(frozen=True)
class Plan:
    """One plan and all that was found in it. `variations` where an earlier plan was given, or the plan carries two editions."""

    document: Document
    milestones: Milestones
    variations: Variations | None = None
    before: Document | None = None
    _cache: dict[str, object] = field(default_factory=dict, compare=False)

    def place_words(self, text: Text) -> str:
        """Where a text stands: its page, else its line; a Word file's lines are its paragraphs."""
        if text.block.page:
            return f"page {text.block.page}"
        return f"{'paragraph' if self.document.source.media_type == DOCX else 'line'} {text.block.line}"

    @cached_property
    def edition(self) -> str | None:
        """The plan's own edition."""
        return own_edition(self.document, self.milestones.milestones)

    @cached_property
    def year(self) -> int | None:
        """The year in which the plan's edition begins; else the latest year but one that its opening names."""
        if self.edition:
            return int(self.edition[:4])
        years = [int(year) for block in self.document.blocks[:DATED_BLOCKS] for year in re.findall(r"\b(?:19|20)\d\d\b", block.text)]
        return max(years) if years else None

    @cached_property
    def compared(self) -> Variations | None:
        """The variations, where they are of two whole editions: a list under a mistyped year has none of the plan's other objectives."""
        changed = self.variations
        if changed is None or self.before is not None:
            return changed
        before, after = ([objective_key(one.objective) for one in side.milestones] for side in (changed.before, changed.after))
        shared = set(before) & set(after)
        return changed if len(shared) >= SHARED * max(1, min(len(set(before)), len(set(after)))) else None

    @cached_property
    def own(self) -> tuple[Milestone, ...]:
        """The milestones of the plan's own edition."""
        return tuple(one for one in self.milestones.milestones if one.edition == self.edition)

    @cached_property
    def contents(self) -> tuple[Block, ...]:
        """The entries of the contents list; where a reader did not know it for one, the short lines under a heading "Contents"."""
        known = tuple(block for block in self.document.blocks if block.role == "toc")
        if known:
            return known
        entries: list[Block] = []
        listing = False
        for block in self.document.blocks:
            if block.kind == "heading":
                listing = bool(_CONTENTS.match(block.text))
            elif listing and block.kind in {"paragraph", "list_item"} and len(block.text.split()) <= LONGEST_ENTRY:
                entries.append(block)
        return tuple(entries)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Every heading of the body with what stands under it, in order."""
        blocks = [block for block in self.document.blocks if block.role not in {"toc", "title"}]
        found = []
        for index, block in enumerate(blocks):
            if block.kind != "heading":
                continue
            number = number_of(block)
            body: list[Block] = []
            for after in blocks[index + 1 :]:
                if after.kind == "heading" and (_closes(after, number) or (after.level or 1) <= (block.level or 1)):
                    break
                body.append(after)
            found.append(Section(block, number, without_number(NUMBER.sub("", block.text, count=1) if number else block.text), tuple(body)))
        return tuple(found)

    @cached_property
    def numbered(self) -> tuple[Section, ...]:
        """The sections that bear a number."""
        return tuple(section for section in self.sections if section.number)

    def texts(self, *, tables: bool = True, contents: bool = False) -> Iterator[Text]:
        """Every text of the plan in order; a table as its cells."""
        listed = {block.id for block in self.contents}
        for block in self.document.blocks:
            if block.id in listed and not contents:
                continue
            if block.kind != "table":
                yield Text(block, block.section)
            elif tables:
                for row in block.rows:
                    for cell in row:
                        for one in cell.blocks:
                            yield Text(one, block.section, block)

    @cached_property
    def prose(self) -> tuple[Text, ...]:
        """Paragraphs, list items, notes and captions: what is written in sentences."""
        return tuple(text for text in self.texts(tables=False) if text.block.kind != "heading")


def number_of(block: Block) -> str | None:
    """The printed number of a heading or contents entry.

    >>> from plantext.model.document import Block
    >>> number_of(Block(id="b", kind="heading", text="4.2 Harm", level=2, page=1, bbox=None, section=None, parts=()))
    '4.2'
    """
    marker = (block.marker or "").strip().rstrip(".:)")
    if re.fullmatch(r"\d{1,2}(?:\.\d{1,2}){0,3}", marker):
        return _plain(marker)
    match = NUMBER.match(block.text)
    return _plain(match[1]) if match and re.search(r"[^\W\d_]", block.text[match.end() :]) and not _is_count(block.text, match) else None


def _plain(number: str) -> str:
    """A section's number without a leading nought: "09" is 9."""
    return re.sub(r"(?<![\d.])0(?=[1-9])", "", number)


def _is_count(text: str, match: re.Match[str]) -> bool:
    """“12 months on” is no section 12: a bare number before a lower-case word counts something."""
    rest = text[match.end() :]
    return "." not in match[0] and rest[:1].islower()


def _closes(heading: Block, number: str | None) -> bool:
    """Whether a heading's own number says that the numbered section above it is over, whatever its type."""
    own = number_of(heading)
    return bool(own and number and not own.startswith(f"{number}."))


def finding(
    code: Code,
    severity: Severity,
    message: str,
    text: Text | Block,
    *,
    span: Span | None = None,
    suggestion: str | None = None,
    count: int = 1,
) -> Finding:
    """A finding at `span` of a text (the whole of it by default); its words are those of the span, none where that is empty."""
    block = text if isinstance(text, Block) else text.block
    section = _own_section(block) or text.section
    place = {**place_of(block, section, span), "page": page_at(block, (span or (0, 0))[0])}
    return Finding(
        code=code,
        severity=severity,
        message=message,
        text=block.text[slice(*(span or (0, len(block.text))))],
        suggestion=suggestion,
        count=count,
        **place,  # type: ignore[arg-type]
    )


def finding_at(code: Code, severity: Severity, message: str, place: Passage, *, suggestion: str | None = None) -> Finding:
    """A finding at a place of a milestone."""
    return Finding(
        code=code,
        severity=severity,
        message=message,
        text=place.text,
        suggestion=suggestion,
        page=place.page,
        section=place.section,
        line=place.line,
        block=place.block,
        span=place.span,
        bbox=place.bbox,
    )


def page_at(block: Block | CellBlock, at: int) -> int | None:
    """The page of a place within a block that runs over pages, taking every part to hold as much text as its area says."""
    parts = [part for part in block.parts if part.bbox] if isinstance(block, Block) else []
    if len({part.page for part in parts}) < 2:
        return block.page
    areas = [(part.bbox[2] - part.bbox[0]) * (part.bbox[3] - part.bbox[1]) for part in parts if part.bbox]
    share, reached = at / max(1, len(block.text)), 0.0
    for part, area in zip(parts, areas, strict=True):
        reached += area / max(1.0, sum(areas))
        if share < reached:
            return part.page
    return parts[-1].page


def _own_section(block: Block | CellBlock) -> str | None:
    """A numbered heading is of its own section."""
    if isinstance(block, Block) and block.kind == "heading" and number_of(block):
        return block.text
    return "Contents" if isinstance(block, Block) and block.role == "toc" else None


@lru_cache(maxsize=256)
def _sentences(text: str) -> list[Span]:
    """The sentences of a text that several findings may stand in."""
    from plantext.find.sentences import sentences

    return sentences(text)


def sentence_at(text: str, start: int, longest: int = 240) -> Span:
    """The sentence around `start`, or as much of it as `longest` characters hold."""
    for first, last in _sentences(text):
        if first <= start < last:
            if last - first <= longest:
                return first, last
            left = max(first, start - longest // 2)
            left = left if left == first else text.find(" ", left) + 1
            right = min(last, left + longest)
            return left, right if right == last else text.rfind(" ", left, right)
    return start, min(len(text), start + longest)
