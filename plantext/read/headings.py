"""Headings of plain text, which has no type to tell them by: number, capitals, bold, or a short line of its own."""

from __future__ import annotations

import re
from itertools import zip_longest

from plantext.read.assemble import Draft

LONGEST_HEADING = 15  # words of a numbered heading; the longest seen in a plan's body has 13
LONGEST_BARE = 10  # words of a heading without number or capitals: longer lines are sentences without a full stop
CAPTION = re.compile(r"(?:figure|fig\.?|table|diagram|chart|graph|map)\s+\d+\b", re.IGNORECASE)
PLACEHOLDER = re.compile(r"(?:TBA|TBC|TBD|N/?A)\W*$|.*\bto be (?:added|inserted|confirmed|agreed)\b", re.IGNORECASE)

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBER = re.compile(rf"(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})[.)]?\s+(?!(?:{MONTHS})\b,?\s+\d{{4}}\b)(?P<title>[A-Z‘'“\"].*)")
"""A number and a title; "7 January 2031" is a date."""
_ENDED = re.compile(r"[.;,?!]$")
_CONTENTS = re.compile(r"(?:table of )?contents\W*$", re.IGNORECASE)
_LEADER = re.compile(r"[\s.…·]{2,}\d{1,3}$")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|shall|should|may|must|can|could|includes?|we|i|you|they|it)\b", re.IGNORECASE
)

_QUESTION = re.compile(r"(?:how|what|why|who|where|when)\b", re.IGNORECASE)


def find_headings(drafts: list[Draft]) -> list[Draft]:
    """The drafts with headings, captions, contents entries and title lines told; mutates and returns them."""
    _mark_contents(drafts)
    deepest = max((_depth(draft.text) for draft in drafts if _is_numbered(draft)), default=0)
    capitals = any(_is_capitals(draft) for draft in drafts)
    for draft, after in zip_longest(drafts, drafts[1:]):
        if draft.kind != "paragraph" or draft.role == "toc":
            continue
        if (
            CAPTION.match(draft.text)
            and draft.role == "alone"
            and len(draft.text.split()) <= LONGEST_HEADING
            and not _ENDED.search(draft.text)
        ):
            draft.kind = "caption"
        elif _is_numbered(draft):
            _make_heading(draft, _depth(draft.text))
        elif draft.role == "bold":
            _make_heading(draft, deepest + 1 if deepest else 2)
        elif _is_capitals(draft):
            _make_heading(draft, 2 if not deepest else 1)
        elif _is_bare(draft, after):
            _make_heading(draft, deepest + 1 if deepest else 3 if capitals else 2)
    _mark_title(drafts)
    for draft in drafts:
        draft.role = None if draft.role in {"alone", "bold"} else draft.role
    return drafts


def _make_heading(draft: Draft, level: int) -> None:
    draft.kind, draft.level, draft.marks = "heading", level, []
    if draft.marker:  # a number that hung in the margin
        draft.text, draft.marker = f"{draft.marker} {draft.text}", None


def _depth(text: str) -> int:
    match = _NUMBER.match(text)
    return match["number"].count(".") + 1 if match else 0


def _is_numbered(draft: Draft) -> bool:
    """As "4.2 Creating safer streets" or "3. Summary", on a line of its own."""
    match = _NUMBER.match(draft.text)
    return (
        draft.kind == "paragraph"
        and draft.role in {"alone", "bold"}
        and match is not None
        and len(draft.text.split()) <= LONGEST_HEADING
        and not _ENDED.search(draft.text)
    )


def _is_capitals(draft: Draft) -> bool:
    """As "LEGAL IMPLICATIONS"; not a placeholder such as TBA."""
    return (
        draft.kind == "paragraph"
        and draft.role != "toc"
        and _in_capitals(draft.text)
        and len(draft.text.split()) <= LONGEST_HEADING
        and not PLACEHOLDER.match(draft.text)
    )


def _in_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 3 and all(char.isupper() for char in letters)


def _is_bare(draft: Draft, after: Draft | None) -> bool:
    """As "Medium term prospects": short, without a verb in a person, and text follows it.

    With a colon it is a heading only where its words are capitalised ("Actions and Milestones for 2031-32:"); else it introduces a list.
    """
    text = draft.text
    words = text.split()
    if draft.role != "alone" or not text[:1].isupper() or len(words) > LONGEST_BARE or _ENDED.search(text) or draft.marker:
        return False
    if after is None or (after.kind == "heading") or after.role == "toc" or _is_numbered(after) or CAPTION.match(after.text):
        return False
    if (_FINITE.search(text) and not _QUESTION.match(text)) or PLACEHOLDER.match(text):
        return False
    if text.endswith(":"):
        long_words = [word for word in words if len(word) > 3]
        return all(not word[0].islower() for word in long_words)
    return "," not in text


def _mark_contents(drafts: list[Draft]) -> None:
    """Mark the entries of a contents list: short lines behind "Contents", until the first of them comes again."""
    start = next((index for index, draft in enumerate(drafts) if _CONTENTS.match(draft.text)), None)
    if start is None:
        return
    drafts[start].kind, drafts[start].level, drafts[start].role = "heading", 1, None
    first = ""
    for draft in drafts[start + 1 :]:
        entry = _LEADER.sub("", draft.text)
        key = re.sub(r"[\d.\s]+", " ", entry).strip().casefold()
        if (
            draft.kind not in {"paragraph", "list_item"}
            or len(entry.split()) > LONGEST_HEADING
            or _ENDED.search(entry)
            or (key and key == first)
        ):
            break
        first = first or key
        if draft.marker and draft.marker.strip("().").isdigit():
            entry = f"{draft.marker} {entry}"
        draft.kind, draft.role, draft.text, draft.level, draft.marker, draft.marks = "paragraph", "toc", entry, None, None, []


def _mark_title(drafts: list[Draft]) -> None:
    """Headings in bold or capitals before anything else are the title."""
    for draft in drafts:
        if (
            draft.kind != "heading"
            or _CONTENTS.match(draft.text)
            or _depth(draft.text)
            or not (draft.role == "bold" or _in_capitals(draft.text))
        ):
            break
        draft.role, draft.level = "title", 1
