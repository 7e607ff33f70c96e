"""Plain text, as converters leave it, and Markdown → Document.

Lines become chunks (tables, footnotes, items, headings, paragraphs) by the ordered rules below; what a page break cut is joined again.
A form feed starts a page, as pdftotext writes it; without one the source has no pages and places are lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plantext.model.document import Document, Issue, Mark, Page, Source
from plantext.read.assemble import Draft, assemble
from plantext.read.decode import decode
from plantext.read.headings import find_headings
from plantext.read.links import find_dead_links
from plantext.read.markup import html_of_line, html_of_markdown, parse_html, read_tree
from plantext.read.plain_tables import DELIMITERS, is_table_line, read_markdown_table, read_table
from plantext.read.runs import Run, join_runs, shifted

MARKDOWN_HEADINGS = 2  # lines that open with # and a space: from two on it is Markdown, one may be a comment or a number sign
WRAPPED_SHARE = 0.95  # a text is hard-wrapped if this share of its lines ...
WRAPPED_WIDTH = 110  # ... is no longer than this many characters (pdftotext and mail wrap at 72 to 100) ...
WRAPPED_LEAST = 40  # ... and that longest line is no shorter: below this the lines are short of themselves, not cut

_BULLET = re.compile(r"(?P<indent>\s*)(?P<marker>[-*+•·▪‣◦●○■□–—\uf0b7\uf0a7]|o(?=\s\S))\s+(?=\S)")
_LETTERED = re.compile(r"(?P<indent>\s*)(?P<marker>\(?(?:[a-z]|[ivx]{2,4})[.)])\s+(?=\S)")
_NUMBERED = re.compile(r"\s*(?P<marker>\(?\d{1,3}[.)])\s+(?=\S)")
_LONE_NUMBER = re.compile(r"\s*(\d{1,3}\.?)\s*$")
_NUMBER_ABOVE = re.compile(r"\s*\d{1,3}\.\s*$")  # the number of a paragraph, on a line above it
_FOOTNOTE = re.compile(r"\s*(?:(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\[\^(?P<named>\w+)\]:)\s*(?=\S)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNFINISHED = re.compile(r"[^.!?:;\s][\"'’”)]*$")
_DRAFT_MARK = re.compile(r"\W*DRAFT\W*$")
_INLINE_MARKUP = re.compile(r"\*\*|<su[bp]>|\]\(|(?<!\w)[*_](?=\S).*\S[*_](?!\w)|</?[a-z]+[^>]*>")
_BOOKMARK = re.compile(r"\[bookmark: [^\]]*\]\s*")  # what Word's export leaves of its anchors
_ATX = re.compile(r"^(?:#{1,6}[^\S\n]+\S|#{2,6}[^\W_])", re.MULTILINE)


@dataclass
class Chunk:
    """Lines that belong together, before it is known what they are."""

    text: str
    line: int
    page: int | None
    alone: bool  # blank lines stand on both sides
    after_blank: bool


def read_text(data: bytes, source: Source, *, markdown: bool = False) -> Document:
    """The Document of plain text or Markdown."""
    text = decode(data)
    if markdown or _is_markdown(text):
        root = parse_html(html_of_markdown(text), source.name)
        return assemble(source, read_tree(root), issues=find_dead_links(root, slugs=True))
    paged = "\f" in text.rstrip("\f")
    lines = text.split("\n")
    drafts, issues = _drafts(lines, paged=paged)
    pages = [Page(number=number, status="text") for number in range(1, text.rstrip("\f").count("\f") + 2)] if paged else []
    return assemble(source, _rejoined(_numbered(find_headings(drafts))), pages=pages, issues=issues)


def _is_markdown(text: str) -> bool:
    """Whether a text's headings are Markdown's; a table of Markdown's says that a single one is."""
    headings = len(_ATX.findall(text))
    return headings >= MARKDOWN_HEADINGS or (headings > 0 and any(DELIMITERS.fullmatch(line) for line in text.split("\n") if "|" in line))


def _drafts(lines: list[str], *, paged: bool) -> tuple[list[Draft], list[Issue]]:
    """Every line is in one draft; running DRAFT marks become an issue."""
    drafts: list[Draft] = []
    issues: list[Issue] = []
    width = _wrap_width(lines)
    page = 1 if paged else None
    number: str | None = None
    at = 0
    chunk: Chunk | None = None

    def close() -> None:
        nonlocal chunk, number
        if chunk:
            drafts.append(_draft(chunk, number))
            chunk, number = None, None

    while at < len(lines):
        line = lines[at]
        if paged and "\f" in line:
            page = (page or 0) + line.count("\f")
            line = line.replace("\f", "")
        if not line.strip():
            close()
        elif is_table_line(line):
            close()
            table, notes, end = read_table(lines, at)
            drafts += [_placed(table, page), *(_footnote(text, where, page) for text, where in notes)]
            at = end
            continue
        elif "|" in line and (found := read_markdown_table(lines, at)):
            close()
            drafts.append(_placed(found[0], page))
            at = found[1]
            continue
        elif _DRAFT_MARK.match(line):
            close()
            if not issues:
                issues.append(Issue(code="draft-mark", severity="warning", message="The document is marked DRAFT.", page=page))
        elif (match := _LONE_NUMBER.match(line)) and _hangs(match[1], lines, at, open_chunk=chunk is not None):
            close()
            number = match[1] if number is None or match[1].endswith(".") else number
        else:
            line = _BOOKMARK.sub("", line)
            if chunk and _goes_on(chunk.text, line, lines[at - 1], width):
                chunk.text += "\n" + line
            else:
                before = at == 0 or not lines[at - 1].strip()
                close()
                chunk = Chunk(line, at + 1, page, alone=False, after_blank=before)
            chunk.alone = chunk.after_blank and (
                at + 1 == len(lines) or not lines[at + 1].strip() or _NUMBER_ABOVE.match(lines[at + 1]) is not None
            )
        at += 1
    close()
    return drafts, issues


def _hangs(number: str, lines: list[str], at: int, *, open_chunk: bool) -> bool:
    """Whether a number alone on its line hung in the margin of the paragraph that follows; a bare one needs room on both sides."""
    blank_after = at + 1 == len(lines) or not lines[at + 1].strip()
    return blank_after and (number.endswith(".") or not open_chunk)


def _wrap_width(lines: list[str]) -> int | None:
    """The width at which the text was wrapped, or None where each line is a paragraph."""
    lengths = sorted(len(line) for line in lines if line.strip())
    width = lengths[int((len(lengths) - 1) * WRAPPED_SHARE)] if lengths else 0
    return width if WRAPPED_LEAST <= width <= WRAPPED_WIDTH else None


def _goes_on(text: str, line: str, last: str, width: int | None) -> bool:
    """Whether `line` belongs to the chunk whose last line is `last`."""
    if _BULLET.match(line) or _LETTERED.match(line) or _FOOTNOTE.match(line):
        return False
    if _NUMBERED.match(line) and not _UNFINISHED.search(last):
        return False
    if line[:1].isspace() and not last[:1].isspace() and line.lstrip()[:1].isupper() and not _UNFINISHED.search(last):
        return False  # a new page, or a paragraph's first line
    if text.count("**") % 2 or text.count("(") > text.count(")"):
        return True
    if line.lstrip()[:1].islower() and _UNFINISHED.search(last):
        return True
    first = line.split(maxsplit=1)[0]
    return bool(width) and len(last) + 1 + len(first) > (width or 0) * 0.9


def _draft(chunk: Chunk, number: str | None) -> Draft:
    """The rules, first match first: footnote, bullet, lettered item, paragraph."""
    if match := _FOOTNOTE.match(chunk.text):
        return _footnote(chunk.text, chunk.line, chunk.page)
    for pattern in (_BULLET, _LETTERED):
        if match := pattern.match(chunk.text):
            level = 1 + len(match["indent"].expandtabs(4)) // 2  # converters indent by two to four a level
            return _inline(chunk.text[match.end() :], chunk, kind="list_item", level=level, marker=match["marker"])
    return _inline(chunk.text, chunk, marker=number, role="alone" if chunk.alone else None)


def _inline(text: str, chunk: Chunk, *, kind: str = "paragraph", **fields: object) -> Draft:
    """A draft of text that may hold inline Markdown or HTML."""
    if _INLINE_MARKUP.search(text):
        inner = read_tree(parse_html(html_of_line(" ".join(text.split())), "line"))
        body = " ".join(draft.text for draft in inner)
        bold = any(draft.kind == "heading" for draft in inner)  # short and all in bold
        marks = [Mark(style="bold", span=(0, len(body)))] if bold else inner[0].marks if len(inner) == 1 else []
    else:
        body, marks = join_runs([Run(text=" ".join(text.split()))])
        bold = False
    draft = Draft(kind=kind, text=body, marks=marks, line=chunk.line, page=chunk.page, **fields)  # type: ignore[arg-type]
    if bold and kind == "paragraph":
        draft.role = "bold"
    return draft


def _footnote(text: str, line: int, page: int | None) -> Draft:
    match = _FOOTNOTE.match(text)
    assert match is not None  # noqa: S101  # callers have matched it
    number = (match["raised"] or match["named"]).translate(_SUPERSCRIPTS)
    body, marks = join_runs([Run(text=text[match.end() :])])
    return Draft(kind="footnote", text=body, marks=marks, line=line, page=page, marker=number)


def _placed(table: Draft, page: int | None) -> Draft:
    for draft in [table, *(block for row in table.rows for cell in row for block in cell.blocks)]:
        draft.page = page
    return table


def _numbered(drafts: list[Draft]) -> list[Draft]:
    """Take the number off a numbered paragraph; headings, which keep theirs, are known by now."""
    for draft in drafts:
        if draft.kind == "paragraph" and draft.role is None and draft.marker is None and (match := _NUMBERED.match(draft.text)):
            draft.marker, draft.text = match["marker"], draft.text[match.end() :]
            draft.marks = shifted(draft.marks, match.end())
    return drafts


def _rejoined(drafts: list[Draft]) -> list[Draft]:
    """Join what a page break cut: a paragraph or item without an end, and a paragraph that begins in lower case.

    A footnote may stand between the two halves.
    """
    result: list[Draft] = []
    for draft in drafts:
        before = next((other for other in reversed(result) if other.kind != "footnote"), None)
        if (
            draft.kind == "paragraph"
            and draft.marker is None
            and draft.text[:1].islower()
            and before is not None
            and before.kind in {"paragraph", "list_item"}
            and _UNFINISHED.search(before.text)
        ):
            offset = len(before.text) + 1
            before.text += " " + draft.text
            before.marks += shifted(draft.marks, -offset)
        else:
            result.append(draft)
    return result
