"""References to sections, tables and pages of the plan itself, and links that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plantext.checks.plan import Plan, Section, Text, finding, number_of, sentence_at
from plantext.find.plan.objectives import objective_key
from plantext.model.checks import Finding
from plantext.model.document import Severity
from plantext.model.ids import normalised
from plantext.text.words import STOP_WORDS

LONGEST_TITLE = 14  # words behind a number that may be the title of what is meant
SURELY_OURS = 3  # a plain "section 9" is another document's or a law's unless the plan has nearly as many sections
FEWEST_LABELS = 2  # headings labelled alike, below which a label that is missing says nothing
FEWEST_SECTIONS = 3  # numbered sections, below which nothing can be said of references to them

_SECTION = re.compile(
    r"\b(?P<word>[Ss]ections?|[Cc]hapters?|[Pp]arts?|[Pp]aragraphs?)\s+(?P<first>\d{1,2}(?:\.\d{1,2}){0,3})(?![\d(])(?!\s?\()"
)
_MORE = re.compile(
    r"(?:\s*,\s*(?:and\s+)?|\s+(?:and|or|to|&)\s+|\s?[-–]\s?)(?P<next>\d{1,2}(?:\.\d{1,2}){1,3})(?!\d|\s*(?:per\s?cent|%|million|m\b))"
)
_BARE = re.compile(r"(?<![\w.£$€-])(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\s+(?=[A-Z])")
_ITEM = re.compile(
    r"\b(?P<kind>[Tt]able|[Ff]igure|[Cc]hart|[Dd]iagram|[Gg]raph|[Mm]ap|[Bb]ox)s?\s+(?P<number>\d{1,2})\b(?!\.\d|\s*(?:per\s?cent|%))"
)
_LABEL = re.compile(
    r"\b(?P<kind>Priority|Objective|Theme|Outcome|Aim|Goal|Pillar|Strand|Ambition)\s+(?P<number>\d{1,2})\b(?!\.\d|\s*(?:per\s?cent|%))"
)
_ATTACHED = re.compile(r"\b(?P<kind>[Aa]nnex(?:e)?|[Aa]ppendix)\s+(?P<letter>[A-H]|\d)\b(?!\.\d)")
_APART = re.compile(r"\bseparate(?:ly)?\b|\bpublished\b|\bavailable\b|\bwebsite\b|\bdownload\w*\b|\bwww\.|https?:", re.IGNORECASE)
"""An annex that is published apart."""
_NOWHERE = re.compile(r"\b(?:in|see|at)\s+(?P<kind>[Tt]able|[Ff]igure|[Ss]ection|[Aa]ppendix|[Aa]nnex|[Pp]age)\s*(?:[.;,)]|$)(?!\s*\d)")
"""A reference whose number was never written: "as shown in table."."""
_PAGE = re.compile(r"\b(?:see|on|at|from|to)\s+pages?\s+(?P<number>\d{1,3})\b")
_ELSEWHERE = re.compile(
    r"^\s*(?:of\s+which|thereof)\b"
    r"|^\s+(?:of|in)\s+(?:the\s+)?(?:last|next|previous|following)\s+(?:[\w’'-]+\s+){0,3}(?:plan|report|strategy)\b"
    r"|^[^.,;]{0,60}?\b(?:of|in|to|under)\s+(?:the|that|its|their|his|her|our)\s+(?!(?:this\s+)?(?:plan|report|document)\b)(?:[\w’'&-]+\s+){0,8}?"
    r"(?:act|regulations?|order|code|bill|report|strategy|agreement|policy|protocol|guidance|notice|lease|licen[cs]e|contract|deed|constitution"
    r"|standing\s+orders|minutes|handbook|manual|framework|plan\s+(?:for|of)|20\d\d)\b",
    re.IGNORECASE,
)
_LAW = re.compile(r"\b(?:Acts?|Regulations?|Order|Code|Schedule|agreements?|notices?|orders?|offences?|powers?|officer)\b")
_BROKEN = re.compile(
    r"\bError!\s*(?:Reference\s+source\s+not\s+found|Bookmark\s+not\s+defined|Hyperlink\s+reference\s+not\s+valid|No\s+bookmark\s+name\s+given)\.?",
    re.IGNORECASE,
)


def find_cross_references(plan: Plan) -> Iterator[Finding]:
    """“see Section 3.5, Standing by victims”: there is no 3.5, and 4.2 bears the title; “Table 4” where there are three."""
    for text in plan.prose:
        yield from _sections(plan, text)
        yield from _items(plan, text)
        yield from _pages(plan, text)


def _sections(plan: Plan, text: Text) -> Iterator[Finding]:
    if len(plan.numbered) < FEWEST_SECTIONS:
        return
    taken: set[int] = set()
    for match in _SECTION.finditer(text.text):
        references = [(match.start("first"), match["first"], match.end())]
        at = match.end()
        while more := _MORE.match(text.text, at):
            references.append((more.start("next"), more["next"], more.end()))
            at = more.end()
        for start, number, end in references:
            taken.add(start)
            span = (match.start() if start == match.start("first") else start, end)
            yield from _judge(plan, text, number, span, named=match["word"].lower())
    for match in _BARE.finditer(text.text):
        if match.start() not in taken:
            yield from _judge(plan, text, match["number"], match.span("number"), named=None)


def _judge(plan: Plan, text: Text, number: str, span: tuple[int, int], named: str | None) -> Iterator[Finding]:
    """What is wrong with one reference. `named` is the word before the number, None where there is none."""
    behind = text.text[span[1] :]
    title, end = _title_behind(plan.sections, behind)
    shown = (span[0], span[1] + end)
    if named and not title and (_ELSEWHERE.match(behind) or not _ours(plan, number, text.text)):
        return
    target = next((section for section in plan.numbered if section.number == number), None)
    alike = [section for section in plan.numbered if title and _same_title(section.title, title)]
    meant = max(alike, key=lambda section: (section.prose > 0, -plan.numbered.index(section)), default=None)
    if target is None and number not in _all_numbers(plan):
        if named or title:
            suggestion = f"{meant.number} {meant.title}" if meant else None
            yield _wrong(text, shown, "error", f"There is no section {number}.", suggestion)
    elif target is not None and meant is not None and not _same_title(target.title, title or ""):
        message = f"Section {number} is “{target.title}”; the title is that of {meant.number}."
        yield _wrong(text, shown, "error", message, f"{meant.number} {meant.title}")
    elif target is not None and meant is not None and target is not meant and not target.prose and meant.prose:
        message = f"Section {number} bears this title, but holds only a list; the section of this title with text is {meant.number}."
        yield _wrong(text, shown, "warning", message, f"{meant.number} {meant.title}")


def _wrong(text: Text, span: tuple[int, int], severity: Severity, message: str, suggestion: str | None) -> Finding:
    return finding("cross-reference", severity, message, text, span=span, suggestion=suggestion)


def _ours(plan: Plan, number: str, text: str) -> bool:
    """Whether a number without a title can be meant for a section of the plan: "section 136" and "section 17 of the Act" can't."""
    if "." in number:
        return number.count(".") <= max(section.number.count(".") for section in plan.numbered if section.number) and not _LAW.search(text)
    top = max(int((section.number or "0").split(".")[0]) for section in plan.numbered)
    return int(number) <= top + SURELY_OURS and not _LAW.search(text)


def _all_numbers(plan: Plan) -> set[str]:
    """Every number that anything in the plan bears: headings, entries of the contents list, numbered paragraphs and items."""
    markers = {(block.marker or "").strip("().: ") for block in plan.document.blocks}
    return markers | {number for block in (*plan.contents, *(s.heading for s in plan.sections)) if (number := number_of(block))}


def _title_behind(sections: Sequence[Section], behind: str) -> tuple[str | None, int]:
    """The longest heading's title with which `behind` opens, and where it ends; case and small joining words do not count."""
    opening = re.match(r"[\s,:;–—(“\"‘'-]{0,4}", behind)
    start = opening.end() if opening else 0
    pieces = list(re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", behind[start:]))[:LONGEST_TITLE]
    titles = {section.title for section in sections if len(section.title.split()) >= 2}
    for count in range(len(pieces), 1, -1):
        candidate = behind[start : start + pieces[count - 1].end()]
        if "." in candidate or not candidate[:1].isupper() or pieces[count - 1].group().lower() in STOP_WORDS:
            continue
        if any(_same_title(title, candidate) for title in titles):
            return candidate, start + pieces[count - 1].end()
    return None, 0


def _same_title(title: str, words: str) -> bool:
    return normalised(title) == normalised(words) or objective_key(title) == objective_key(words)


def _items(plan: Plan, text: Text) -> Iterator[Finding]:
    """References to tables and figures whose caption is nowhere, and to an annex where other annexes are."""
    captions = {
        (match["kind"].lower(), match["number"])
        for block in plan.document.blocks
        if _labels(block.text) and (match := _ITEM.match(block.text))
    }
    if text.block.kind == "caption":
        return
    for match in _ITEM.finditer(text.text):
        kind, number = match["kind"].lower(), match["number"]
        own = match.start() == 0 and _labels(text.text)
        if own or (kind, number) in captions or _ELSEWHERE.match(text.text[match.end() :]):
            continue
        if ((kind, "1") in captions or number == "1") and (
            kind == "table" or not plan.document.figures
        ):  # a picture may hold its own caption
            yield _wrong(text, match.span(), "warning", f"No {kind} of this plan is labelled {number}.", None)
    for match in _NOWHERE.finditer(text.text):
        yield _wrong(text, match.span(), "warning", f"The number of the {match['kind'].lower()} is missing.", None)
    yield from _labelled(plan, text)
    yield from _attached(plan, text)


def _attached(plan: Plan, text: Text) -> Iterator[Finding]:
    """An annex that is not there: a warning where others are; where there is none at all, they may be published apart."""
    lines = [*plan.contents, *(block for block in plan.document.blocks if len(block.text.split()) <= LONGEST_TITLE)]
    borne = {match["letter"] for line in lines if (match := _ATTACHED.match(line.text))}
    borne |= {match["letter"] for entry in plan.contents if (match := _ATTACHED.search(entry.text))}
    for match in _ATTACHED.finditer(text.text):
        start, end = sentence_at(text.text, match.start(), 1000)
        if match["letter"] in borne or _ELSEWHERE.match(text.text[match.end() :]) or _APART.search(text.text[start:end]):
            continue
        if borne:
            yield _wrong(text, match.span(), "warning", f"There is no {match[0]} in this plan.", None)
        else:
            yield _wrong(text, match.span(), "info", f"There is no {match[0]} in this document: say where it is published.", None)


def _labelled(plan: Plan, text: Text) -> Iterator[Finding]:
    """References such as "Priority 6" in a plan whose headings are labelled "Priority 1" to "Priority 5"."""
    borne: dict[str, set[str]] = {}
    for block in (*plan.contents, *(section.heading for section in plan.sections)):
        if match := _LABEL.match(block.text):
            borne.setdefault(match["kind"].lower(), set()).add(match["number"])
    for match in _LABEL.finditer(text.text) if borne else ():
        known = borne.get(match["kind"].lower(), set())
        if len(known) >= FEWEST_LABELS and match["number"] not in known and not _ELSEWHERE.match(text.text[match.end() :]):
            message = f"No heading of this plan is labelled {match['kind']} {match['number']}."
            yield _wrong(text, match.span(), "error", message, None)


def _labels(text: str) -> bool:
    """Whether a text is a caption: it opens with its label and is short, or parts the label from the rest."""
    match = _ITEM.match(text)
    return bool(match) and (
        len(text.split()) <= 20
        and not re.match(r"\s+(?:shows?|sets?|gives?|is|are|below|above|lists?|and)\b", text[match.end() :] if match else "")
    )


def _pages(plan: Plan, text: Text) -> Iterator[Finding]:
    pages = plan.document.source.pages
    for match in _PAGE.finditer(text.text) if pages else ():
        if int(match["number"]) > pages and not _ELSEWHERE.match(text.text[match.end() :]):  # type: ignore[operator]  # None is falsy above
            yield _wrong(text, match.span(), "error", f"The plan has {pages} pages.", None)


def find_dead_links(plan: Plan) -> Iterator[Finding]:
    """“Error! Reference source not found.” in print, and links within the document to a place that is not there, which a reader noted."""
    for text in plan.texts(contents=True):
        for match in _BROKEN.finditer(text.text):
            yield finding(
                "dead-link",
                "error",
                "The word processor lost what this pointed to.",
                text,
                span=match.span(),
                suggestion="Set the reference again.",
            )
    texts = list(plan.texts(contents=True))
    for issue in plan.document.issues if texts else ():
        if issue.code == "dead-link":
            words = issue.message[1 : issue.message.index("”")] if issue.message.startswith("“") else ""
            text = next((text for text in texts if words and words in text.text), texts[0])
            at = text.text.find(words) if words else -1
            span = (at, at + len(words)) if at >= 0 else (0, 0)
            yield finding("dead-link", "error", issue.message, text, span=span)
