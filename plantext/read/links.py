"""Links within a document that lead nowhere, as issues: a reader sees the links, and the check says them."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from plantext.model.document import Issue

LONGEST = 80  # characters of a link's words in a message

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FIELD = re.compile(r"\b(?:REF|PAGEREF|HYPERLINK\s+\\l)\s+\"?(?P<name>[\w.:-]+)\"?")
_NOT_IN_SLUG = re.compile(r"[^\w\s-]")


def find_dead_links(root: Any, *, slugs: bool = False) -> tuple[Issue, ...]:
    """An HTML tree's links to a fragment that no element bears. `slugs`: headings bear their words too, as Markdown's renderers have it.

    >>> from lxml import html
    >>> [issue.message for issue in find_dead_links(html.fromstring('<p id="a"><a href="#a">here</a> <a href="#b">there</a></p>'))]
    ['“there” links to “b”, which is nowhere in the document.']
    """
    borne = {
        str(element.get(name)) for element in root.iter() for name in ("id", "name") if isinstance(element.tag, str) and element.get(name)
    }
    if slugs:
        borne |= {_slug("".join(element.itertext())) for element in root.iter("h1", "h2", "h3", "h4", "h5", "h6")}
    links = [
        (unquote(str(link.get("href"))[1:]), "".join(link.itertext()))
        for link in root.iter("a")
        if str(link.get("href") or "").startswith("#")
    ]
    return tuple(_issue(words, target) for target, words in links if target and target != "top" and target not in borne)


def find_dead_references(body: Any) -> tuple[Issue, ...]:
    """A Word body's links and fields that name a bookmark which is not there."""
    borne = {str(mark.get(f"{_W}name")) for mark in body.iter(f"{_W}bookmarkStart")}
    found = [
        ("".join(text.text or "" for text in link.iter(f"{_W}t")), str(anchor))
        for link in body.iter(f"{_W}hyperlink")
        if (anchor := link.get(f"{_W}anchor"))
    ]
    found += [("", match["name"]) for field in body.iter(f"{_W}instrText") for match in _FIELD.finditer(field.text or "")]
    return tuple(_issue(words, target) for words, target in found if target not in borne and target != "_top")


def _slug(heading: str) -> str:
    return re.sub(r"\s", "-", _NOT_IN_SLUG.sub("", heading.strip().lower()))


def _issue(words: str, target: str) -> Issue:
    said = " ".join(words.split())[:LONGEST]
    what = f"“{said}” links" if said else "A reference leads"
    return Issue(
        code="dead-link", severity="error", message=f"{what} to “{target[:LONGEST]}”, which is nowhere in the document.", page=None
    )
