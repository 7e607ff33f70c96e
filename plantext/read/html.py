"""HTML pages → Document."""

from __future__ import annotations

from plantext.model.document import Document, Source
from plantext.read.assemble import assemble
from plantext.read.decode import decode
from plantext.read.links import find_dead_links
from plantext.read.markup import count_figures, number_lines, parse_html, read_tree


def read_html(data: bytes, source: Source) -> Document:
    """The Document of an HTML page. Raises SourceError where it holds no text."""
    root = parse_html(decode(data), source.name)
    number_lines(root)
    heading = root.findtext(".//title")
    body = root.find("body")
    drafts = read_tree(root if body is None else body)
    title = (heading or "").strip() or None
    return assemble(source, drafts, issues=find_dead_links(root), figures=count_figures(root), title=title)
