"""HTML pages → Document."""

from __future__ import annotations

from plantext.model.document import Document, Source
from plantext.read.assemble import assemble
from plantext.read.decode import decode
from plantext.read.markup import count_figures, parse_html, read_tree


def read_html(data: bytes, source: Source) -> Document:
    """The Document of an HTML page. Raises SourceError where it holds no text."""
    root = parse_html(decode(data), source.name)
    heading = root.findtext(".//title")
    body = root.find("body")
    drafts = read_tree(root if body is None else body)
    return assemble(source, drafts, figures=count_figures(root), title=(heading or "").strip() or None)
