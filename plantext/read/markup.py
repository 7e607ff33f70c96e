"""HTML and Markdown → drafts. Markdown goes through HTML, so that there is one reading of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from plantext.errors import SourceError
from plantext.model.document import BlockKind, Mark
from plantext.read.assemble import Draft, DraftCell
from plantext.read.ordinals import number_items
from plantext.read.runs import Run, join_runs, shifted
from plantext.read.table_heads import column_heads, heading_depth

SKIPPED = {"script", "style", "nav", "template", "noscript", "svg", "iframe", "object", "head", "button", "select", "form"}
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
INLINE = {
    "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u",
}  # fmt: skip
ROWS = {"tr", "tbody", "thead", "tfoot"}
BOLD_HEADING_WORDS = 14  # a paragraph all in bold is a heading up to this length; longer ones are emphasis
FIGURES = {"img", "figure", "picture", "canvas", "svg"}
BULLET = re.compile(r"\s*[•·▪‣◦●○■□–\uf0b7\uf0a7]\s+")
"""A bullet that a converter left as a character within a list or cell."""
_NUMBER = re.compile(r"(\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)])\s+")
_OWN_NUMBER = re.compile(r"(\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]|\d+(?:\.\d+)+)\s+(?=[A-Z])")
"""What opens an item of a list that prints its numbers itself, and hides the browser's."""
_TIGHT_HEADING = re.compile(r"^(#{2,6})(?=[^\W_])", re.MULTILINE)
"""Older Markdown wants no space behind the signs of a heading; a single one may be a tag or a number's."""
_NO_TAG = re.compile(rf"<(?!/?(?:{'|'.join(sorted(BLOCKS | INLINE))})\b)(?!https?:)", re.IGNORECASE)
"""A sign in a text that opens nothing which converters leave: "fewer than <5", "the <form> to fill in"."""
_KEPT_HTML = re.compile(r"\s*<(?:[!?]|(?P<tag>script|style)\b.*</(?P=tag))", re.IGNORECASE | re.DOTALL)
"""Markup in Markdown that holds no words of the text: comments, and scripts and styles that are closed."""
_SENTENCE_END = re.compile(r"[.;!?,]\s*$")


def html_of_markdown(text: str) -> str:
    """CommonMark with tables as HTML; `data-line` on each element says the line (from 1) it was written on."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = parser.parse(_TIGHT_HEADING.sub(r"\1 ", text))
    for token in tokens:
        for one in (token, *(token.children or ())):
            if one.type.startswith("html_") and not _KEPT_HTML.match(one.content):
                one.content = _NO_TAG.sub("&lt;", one.content)
        if token.type == "ordered_list_open":
            token.attrSet("data-sign", token.markup)
        if token.map and token.nesting >= 0:
            token.attrSet("data-line", str(token.map[0] + 1))
    return str(parser.renderer.render(tokens, parser.options, {}))


def html_of_line(text: str) -> str:
    """The inline Markdown and HTML of one line as HTML; nothing in it opens a list, a heading or a definition."""
    return str(_inline_parser().renderInline(_NO_TAG.sub("&lt;", text)))


@cache
def _inline_parser() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True})


def parse_html(text: str, name: str) -> Any:
    """The element tree of an HTML page or fragment. Raises SourceError where there is none."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True, recover=True, remove_comments=True))
    except (etree.ParserError, ValueError) as error:
        raise SourceError("damaged", name, "there is no text in this page.") from error
    return root


def number_lines(root: Any) -> None:
    """Write on each element the line (from 1) of the page that it begins on, where places of a source without pages are told by it."""
    for element in root.iter("*"):
        if element.sourceline:
            element.set("data-line", str(element.sourceline))


def read_tree(root: Any) -> list[Draft]:
    """The drafts of an element tree, in order. Raises SourceError where it is nested too deeply to be walked."""
    reader = _TreeReader()
    number_items(root)
    try:
        reader.walk(root, depth=0)
    except RecursionError as error:
        raise SourceError("damaged", "this page", "its elements are nested many hundreds deep.") from error
    return reader.drafts


def read_fragment(fragment: str) -> list[Draft]:
    """The drafts of a piece of HTML or of inline Markdown, as they stand in a cell or a line."""
    if "<" not in fragment:
        return [draft for draft in (_bare(fragment),) if draft.text]
    return read_tree(parse_html(f"<div>{_NO_TAG.sub('&lt;', fragment)}</div>", "fragment"))


def _bare(text: str) -> Draft:
    body, marks = join_runs([Run(text=text)])
    return Draft(kind="paragraph", text=body, marks=marks)


class _TreeReader:
    """Walks a tree and keeps what is open: the inline runs of the block being read."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.last_level = 1
        self.marker: str | None = None  # of the item that was opened, until its first words are read

    def walk(self, element: Any, depth: int) -> None:
        """Read `element`'s blocks; runs of inline content between blocks are paragraphs (or the item, within a list)."""
        runs: list[Run] = []
        tag = _tag(element)
        kind, level = _kind(tag, depth)
        line = _line(element)
        if tag == "li":
            self.marker = element.get("data-marker")
        if element.text:
            runs.append(Run(text=element.text))
        for child in element:
            name = _tag(child)
            if name in SKIPPED:
                pass
            elif name == "table":
                runs = self._flush(runs, kind, level, line)
                self._table(child)
            elif name in BLOCKS:
                if not (kind == "list_item" and name == "p"):  # a loose list's paragraph is the item
                    runs = self._flush(runs, kind, level, line)
                    self.walk(child, depth + (name in {"ul", "ol"}))
                else:
                    runs += _runs(child)
            else:
                runs += _runs(child)
            if child.tail:
                runs.append(Run(text=child.tail))
        self._flush(runs, kind, level, line)

    def _flush(self, runs: list[Run], kind: BlockKind, level: int | None, line: int | None) -> list[Run]:
        """Turn what was collected into drafts, and start afresh."""
        text, marks = join_runs(runs)
        if not text:
            return []
        if kind == "paragraph" and _is_bold_heading(text, marks):
            kind, level = "heading", min(self.last_level + 1, 3)
        elif kind == "heading":
            self.last_level = level or 1
        if kind in {"list_item", "paragraph"} and BULLET.search(text) and (level or BULLET.match(text)):
            self.drafts += _bullets(text, level or 1, line)
            return []
        marker = None
        if kind == "list_item":
            marker, self.marker = self.marker, None
            if marker and (number := _OWN_NUMBER.match(text)):
                marker, text = number[1], text[number.end() :]
                marks = shifted(marks, number.end())
        elif kind == "paragraph" and (number := _NUMBER.match(text)):
            marker, text = number[1], text[number.end() :]
            marks = shifted(marks, number.end())
        self.drafts.append(Draft(kind=kind, text=text, marks=[] if kind == "heading" else marks, level=level, line=line, marker=marker))
        return []

    def _table(self, table: Any) -> None:
        rows = [row for row in table.iter("tr") if _is_row_of(row, table)]
        self._beside_cells(table)
        if not rows:
            return
        header: list[str] = []
        if _heads(rows[0]) and len(rows) > 1:
            spans = [[(text, _count(cell, "colspan"), _count(cell, "rowspan")) for cell, text in _texts(row)] for row in rows[:3]]
            depth = heading_depth([[head[1:] for head in row] for row in spans], [_heads(row) for row in rows[:2]])
            header = column_heads(spans[:depth])
            rows = rows[depth:]
        body = [[_cell(cell) for cell in row if _tag(cell) in {"td", "th"}] for row in rows]
        self.drafts.append(Draft(kind="table", text="table", header=header, rows=body, line=_line(table)))

    def _beside_cells(self, element: Any) -> None:
        """The caption, and what stands in a table outside its cells, where a browser puts it: before the table."""
        runs = [Run(text=element.text)] if element.text else []
        for child in element:
            name = _tag(child)
            if name in ROWS:
                self._beside_cells(child)
            elif name not in SKIPPED and not (name in {"td", "th"} and _tag(element) == "tr"):
                self.walk(child, depth=0)
            if child.tail:
                runs.append(Run(text=child.tail))
        self._flush(runs, "paragraph", None, _line(element))


def _is_row_of(row: Any, table: Any) -> bool:
    """Whether nothing but other rows and groups of rows stands between a row and its table."""
    ancestors = row.iterancestors()
    return next(one for one in ancestors if _tag(one) not in ROWS) is table


def _heads(row: Any) -> bool:
    return all(_tag(cell) == "th" for cell in row)


def _texts(row: Any) -> list[tuple[Any, str]]:
    return [(cell, join_runs(_runs(cell))[0]) for cell in row if _tag(cell) in {"td", "th"}]


def _cell(cell: Any) -> DraftCell:
    reader = _TreeReader()
    reader.walk(cell, depth=0)
    blocks = list(_without_tables(reader.drafts))
    for draft in blocks:
        draft.line = draft.line or _line(cell) or _line(cell.getparent())  # Markdown knows the line of a row, not of its cells
    return DraftCell(blocks=blocks, colspan=_count(cell, "colspan"), rowspan=_count(cell, "rowspan"))


def _without_tables(drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts, the blocks of a table within them in its place: a cell holds no table."""
    for draft in drafts:
        if draft.kind == "table":
            yield from (Draft(kind="paragraph", text=text, line=draft.line) for text in draft.header if text)
            yield from (block for row in draft.rows for cell in row for block in cell.blocks)
        else:
            yield draft


def _kind(tag: str, depth: int) -> tuple[BlockKind, int | None]:
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        return "heading", int(tag[1])
    if tag in {"li", "ul", "ol"}:  # text that stands in a list without an item is one
        return "list_item", max(depth, 1)
    return ("caption", None) if tag in {"caption", "figcaption"} else ("paragraph", None)


def _bullets(text: str, level: int, line: int | None) -> list[Draft]:
    """Items that a converter ran together, bullets and all."""
    pieces = BULLET.split(text)
    drafts = [Draft(kind="paragraph", text=pieces[0].strip(), line=line)] if pieces[0].strip() else []
    return drafts + [
        Draft(kind="list_item", text=piece.strip(), level=level, line=line, marker="•") for piece in pieces[1:] if piece.strip()
    ]


def _runs(element: Any, *, bold: bool = False, italic: bool = False, raised: bool = False) -> list[Run]:
    """The runs of an inline element, its tail left out."""
    tag = _tag(element)
    if tag in SKIPPED:
        return []
    if tag == "br":
        return [Run(text=" ")]
    bold, italic, raised = bold or tag in {"b", "strong"}, italic or tag in {"i", "em"}, raised or tag == "sup"
    runs = [Run(text=element.text, bold=bold, italic=italic, raised=raised)] if element.text else []
    for child in element:
        runs += _runs(child, bold=bold, italic=italic, raised=raised)
        if child.tail:
            runs.append(Run(text=child.tail, bold=bold, italic=italic, raised=raised))
    return [Run(text=" "), *runs, Run(text=" ")] if tag in BLOCKS else runs


def count_figures(root: Any) -> int:
    """Pictures in a tree; a picture within a figure counts once."""
    return sum(1 for element in _elements(root) if _tag(element) in FIGURES and _tag(element.getparent()) not in FIGURES)


def _elements(root: Any) -> Iterator[Any]:
    return (element for element in root.iter() if isinstance(element.tag, str) and element.getparent() is not None)


def _is_bold_heading(text: str, marks: list[Mark]) -> bool:
    bold = sum(end - start for mark in marks if mark.style == "bold" for start, end in [mark.span])
    return bold == len(text) and len(text.split()) <= BOLD_HEADING_WORDS and not _SENTENCE_END.search(text)


def _tag(element: Any) -> str:
    return element.tag.lower() if element is not None and isinstance(element.tag, str) else ""


def _line(element: Any) -> int | None:
    value = element.get("data-line") if hasattr(element, "get") else None
    return int(value) if value and value.isdigit() else None


def _count(cell: Any, name: str) -> int:
    value = cell.get(name) or "1"
    return min(int(value), 1000) if value.isdigit() and int(value) else 1
