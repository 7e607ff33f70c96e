"""What was left to be filled in, and what says that a plan is a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from plantext.checks.plan import Plan, Text, finding, sentence_at
from plantext.model.checks import Finding
from plantext.model.document import Span

_TO_COME = r"(?:to\s+follow|to\s+be\s+(?:insert(?:ed)?|added|confirmed|supplied|determined|announced|finali[sz]ed|advised))"
_TO_BE_DONE = r"to\s+be\s+(?:agreed|provided|decided|included|updated|completed|published|drafted|filled\s+in|written)"
"""What is "to be published in June" is a plan; alone, "to be published" is a gap."""
_ORDER = r"(?:insert|add|enter|update|check|confirm|complete)"
_THING = (
    r"date|name|number|figure|amount|title|address|year|month|link|url|image|photo(?:graph)?|map|chart|graph|table|logo|quote|text|page"
)

DUMMY = "dummy text"  # said once a text, however often it repeats itself
PLACEHOLDERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("an abbreviation for what is not known yet", re.compile(r"(?<![\w&./-])(?:T\.?B\.?[ACD])(?![\w&/-])")),
    ("the same in small letters, alone or in brackets", re.compile(r"(?:^|[\[(])\s*tb[acd]\s*(?:$|[\])])")),
    ("words in brackets that say what is to come", re.compile(rf"[\[(<][^\[\]()<>]{{0,120}}?\b{_TO_COME}\b[^\[\]()<>]{{0,120}}[\])>]", re.IGNORECASE)),
    ("the same, of what may also be planned", re.compile(rf"[\[(<](?:[\w’'-]+\s+){{0,3}}{_TO_BE_DONE}[\])>]", re.IGNORECASE)),
    ("an order to the writer, in brackets", re.compile(rf"[\[<]\s*(?:please\s+)?{_ORDER}\b[^\[\]<>]{{0,120}}[\]>]", re.IGNORECASE)),
    ("an order to insert, in round brackets", re.compile(r"\(\s*(?:insert|enter)\b[^()]{0,120}\)", re.IGNORECASE)),
    ("a bracket that names what should stand there", re.compile(rf"[\[<{{]\s*(?:{_THING})s?\s*[\]>}}]", re.IGNORECASE)),
    ("a whole line that says what is to come", re.compile(rf"^(?:[\w’'-]+\s+){{0,4}}?{_TO_COME}\b[^.;]{{0,70}}\.?$", re.IGNORECASE)),
    ("the same, of what may also be planned", re.compile(rf"^{_TO_BE_DONE}\.?$", re.IGNORECASE)),
    ("a row of x for money", re.compile(r"(?<![\w-])[£$€]\s?[xX]{1,4}(?:[.,][xX]+)*\s?(?:m|k|bn|million|billion)?\b")),
    ("a row of x for a share", re.compile(r"(?<![\w-])[xX]{1,4}(?:[.,][xX]+)?\s?(?:%|per\s?cent\b)")),
    ("a row of x for a date or a name", re.compile(r"(?<![\w-])(?:[xX]{2}[/.-][xX]{2}[/.-](?:[xX]{2,4}|\d{2,4})|X{3,}(?![VIL\w]))")),
    ("a page that is not numbered yet", re.compile(r"\bpages?\s+(?:[xX]{1,3}|\?{1,3}|_+)(?!\w)")),
    ("a line that keeps a place", re.compile(rf"^[\[(]?\s*(?:[\w’'-]+\s+){{0,3}}(?:{_THING})\s+(?:(?:to\s+)?go(?:es)?\s+)?here\s*[\])]?\.?$", re.IGNORECASE)),
    ("an empty line to write on", re.compile(r"(?<!\w)_{4,}(?!\w)|\?{3,}|\[\s*(?:\.{3}|…|\?+|●|•|x{1,4})\s*\]", re.IGNORECASE)),
    (DUMMY, re.compile(r"\blorem\s+ipsum\b|\bclick\s+(?:here\s+)?(?:or\s+tap\s+here\s+)?to\s+(?:enter|add)\b|\bplaceholder\s+(?:text|image)\b", re.IGNORECASE)),
    ("a note to the writer, in brackets", re.compile(r"[\[(]\s*(?:DN|NB\s+to|note\s+to\s+(?:self|editor|author|designer))\b[^\])]{0,160}[\])]", re.IGNORECASE)),
    ("a note to the writer", re.compile(r"\b(?:drafting|drafter['’]?s?)\s+note\s*:", re.IGNORECASE)),
)  # fmt: skip
"""Forms in which a writer leaves something for later, tried in this order; the first that fits a stretch of text takes it."""

WHOLE_LINE = 12  # words of a block that is a placeholder as a whole
FILL_IN = "Fill it in, or take it out."
SHORT = 120  # characters of a sentence that is shown whole

_DRAFT_LINE = re.compile(
    r"^\W*(?:(?:working|consultation|first|second|third|final|early|latest)\s+)*"
    r"draft(?:\s+(?:for\s+\w+(?:\s+\w+)?|version|v)\W*[\d.]*|\W*v?\s?\d+(?:\.\d+)*|\s+only)?\W*$"
    r"|^\W*(?:document\s+)?(?:status|version)\s*[:–—-]\s*(?:[\w’'-]+\s+){0,3}draft\b.{0,40}$"
    r"|^\W*not\s+(?:for\s+publication|yet\s+(?:approved|agreed|adopted))\W*$",
    re.IGNORECASE,
)
_VERSION_LINE = re.compile(r"^\W*(?:version|v)\.?\s?0\.\d+\b.{0,40}$", re.IGNORECASE)


def find_placeholders(plan: Plan) -> Iterator[Finding]:
    """“The chart for the northern divisions is to be added” in brackets, “TBC” in a cell, “£X million”."""
    in_tables: dict[tuple[str, str], list[Text]] = {}
    for text in plan.texts(contents=True):
        spans: list[Span] = []
        for what, pattern in PLACEHOLDERS:
            if what.startswith("a whole line") and len(text.text.split()) > WHOLE_LINE:
                continue
            for match in pattern.finditer(text.text):
                if what == DUMMY and spans:
                    break
                if not any(start < match.end() and match.start() < end for start, end in spans):
                    spans.append(match.span())
        if text.table is not None and spans:
            in_tables.setdefault((text.table.id, text.text.strip()), []).append(text)
            continue
        for span in sorted(spans):
            yield finding(
                "placeholder", "error", "Something is still to be filled in.", text, span=_shown(text.text, span), suggestion=FILL_IN
            )
    for cells in in_tables.values():
        message = (
            f"Something is still to be filled in, in {len(cells)} cells of this table."
            if len(cells) > 1
            else "A cell is still to be filled in."
        )
        yield finding("placeholder", "error", message, cells[0], count=len(cells), suggestion=FILL_IN)


def _shown(text: str, span: Span) -> Span:
    """A bracket is shown by itself; an abbreviation with its sentence, where that is short."""
    if text[span[0]] in "[(<{":
        return span
    start, end = sentence_at(text, span[0])
    return (start, end) if end - start <= SHORT else (max(start, span[0] - SHORT // 2), span[1])


def find_draft_marks(plan: Plan) -> Iterator[Finding]:
    """A watermark, or a line that says "Draft v0.3", on something that is to be published."""
    issue = next((one for one in plan.document.issues if one.code == "draft-mark"), None)
    blocks = plan.document.blocks
    if issue and blocks:
        on_page = next((block for block in blocks if block.page == issue.page), blocks[0])
        mark = finding("draft-mark", "warning", issue.message, on_page, span=(0, 0), suggestion="Take the mark off before publication.")
        yield structs.replace(mark, section=None)
    for block in blocks:
        says_so = block.kind in {"paragraph", "heading", "caption"} and (_DRAFT_LINE.match(block.text) or _VERSION_LINE.match(block.text))
        if says_so and (issue is None or block.text.strip(" -").casefold() != "draft"):
            message, remedy = "A line says that this is a draft.", "Take the line out before publication."
            yield finding("draft-mark", "warning", message, block, suggestion=remedy)
