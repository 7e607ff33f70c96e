"""The contents list against the headings, and the numbers of headings, tables and paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plantext.checks.plan import NUMBER, Plan, finding, number_of, sentence_at
from plantext.find.editions import find_editions
from plantext.find.plan.objectives import objective_key, without_number
from plantext.model.checks import Finding
from plantext.model.document import Block
from plantext.model.ids import normalised

NEAR_TITLE = 0.5  # share of words that an unnumbered entry must share with a heading to be called a variant of it
LISTED_SHARE = 0.6  # share of the headings of one depth that must be listed before a heading that is not is called missing
WIDEST_GAP = 3  # numbers left out in a row; more are another way of numbering, not a slip
LOST_NUMBER = 6  # words of an unnumbered paragraph that is none of the short lines between numbered ones
POINTS = 3  # paragraphs numbered within one section, below which a gap says nothing
RUN = 4  # numbered paragraphs in a row before a gap among them says anything

_CAPTION = re.compile(r"^(?P<kind>table|figure|chart|diagram|map|box|graph)\s+(?P<number>\d{1,2})\b(?!\.\d)", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?P<kind>priority|objective|theme|outcome|aim|goal|pillar|strand|action|commitment|pledge|recommendation|annex|appendix)\s+(?P<number>\d{1,2}|[A-H])\b(?!\.\d)",
    re.IGNORECASE,
)
_POINT = re.compile(r"(?P<section>\d{1,2})\.(?P<own>\d{1,2})[.)]?\s+(?=[A-Z“‘(])")
_POINTED = {"paragraph", "list_item", "heading"}
_ARTICLES = re.compile(r"\b(?:the|a|an|our|and|&)\b", re.IGNORECASE)
_LEADERS = re.compile(r"[\s.…·_]*\d{0,3}\s*$")


def find_contents_mismatches(plan: Plan) -> Iterator[Finding]:
    """The contents list has "4.6 Making the most of our people", the section is headed "4.6 Making the best use of our people"."""
    headings = [
        section.heading for section in plan.sections if section.heading.text.strip().casefold() not in {"contents", "table of contents"}
    ]
    by_number: dict[str, list[Block]] = {}
    for heading in headings:
        if number := number_of(heading):
            by_number.setdefault(number, []).append(heading)
    if not headings or len(plan.contents) < 2:
        return
    found: set[str] = set()
    listed = {(number_of(entry), _key(_title(entry))) for entry in plan.contents}
    for entry in plan.contents:
        number = number_of(entry)
        title = _title(entry)
        if not title:
            continue
        same = [heading for heading in headings if _key(_title(heading)) == _key(title)]
        numbered = by_number.get(number, []) if number else []
        same = [heading for heading in same if number_of(heading) == number or (number_of(heading), _key(title)) not in listed]
        if same:
            found |= {heading.id for heading in same}
            right = next((heading for heading in same if number_of(heading) == number), same[0])
            if number and number_of(right) not in {number, None}:
                yield finding(
                    "contents-mismatch", "error", f"The section of this title is numbered {number_of(right)}.", entry, suggestion=right.text
                )
            continue
        if numbered:
            found |= {heading.id for heading in numbered}
            yield _differs(entry, title, numbered[0])
        elif near := _near(title, headings):
            found.add(near.id)
            yield finding("contents-mismatch", "warning", f"The heading in the plan is “{near.text}”.", entry, suggestion=near.text)
        elif len(found) or number:
            yield finding("contents-mismatch", "warning", "No heading of the plan matches this entry.", entry)
    yield from _not_listed(plan, found)


def _differs(entry: Block, title: str, heading: Block) -> Finding:
    years = set(find_editions(entry.text)), set(find_editions(heading.text))
    slight = objective_key(_bare(title)) == objective_key(_bare(_title(heading)))
    severity = "error" if years[0] != years[1] else "info" if slight else "warning"
    return finding("contents-mismatch", severity, f"The heading in the plan is “{heading.text}”.", entry, suggestion=heading.text)  # type: ignore[arg-type]


def _not_listed(plan: Plan, found: set[str]) -> Iterator[Finding]:
    """Numbered headings of a depth that the contents list otherwise holds."""
    listed = {number for entry in plan.contents if (number := number_of(entry))}
    depths = Counter(number.count(".") for number in listed)
    for depth in sorted(depths):
        of_depth = [
            s for s in plan.numbered if s.number and s.number.count(".") == depth and not s.heading.text.casefold().startswith("content")
        ]
        missing = [s for s in of_depth if s.number not in listed and s.heading.id not in found]
        parents = {number.rsplit(".", 1)[0] for number in listed if number.count(".") == depth}
        if not of_depth or 1 - len(missing) / len(of_depth) < LISTED_SHARE:
            continue
        for section in missing:
            if depth == 0 or (section.number or "").rsplit(".", 1)[0] in parents:
                yield finding(
                    "contents-mismatch",
                    "warning",
                    "The contents list lacks this section.",
                    section.heading,
                    suggestion=section.heading.text,
                )


def _title(block: Block) -> str:
    text = NUMBER.sub("", block.text, count=1) if number_of(block) and not block.marker else block.text
    return _LEADERS.sub("", without_number(text)) if block.role == "toc" and not find_editions(text[-12:]) else without_number(text)


def _bare(title: str) -> str:
    return _ARTICLES.sub(" ", title)


def _key(title: str) -> str:
    return normalised(title.replace("&", "and"))


def _near(title: str, headings: Sequence[Block]) -> Block | None:
    wanted = objective_key(title)
    scored = [
        (len(wanted & objective_key(_title(h))) / max(1, len(wanted | objective_key(_title(h)))), -index, h)
        for index, h in enumerate(headings)
    ]
    best = max(scored, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] >= NEAR_TITLE else None


def find_numbering(plan: Plan) -> Iterator[Finding]:
    """6.2 is followed by 6.4; two sections are 4.3; Table 2 comes before Table 1; paragraph 9 is missing between 8 and 10."""
    yield from _headings(plan)
    yield from _labels(plan)
    yield from _captions(plan)
    yield from _paragraphs(plan)
    yield from _points(plan)


def _headings(plan: Plan) -> Iterator[Finding]:
    """Siblings in order. Numbers that begin again at 1 begin another list; single numbers are counted for each level of heading apart."""
    last: dict[tuple[str, int], int] = {}
    seen: dict[tuple[str, int], dict[int, str]] = {}
    known = {section.number for section in plan.numbered}
    for section in plan.numbered:
        parent, _, tail = (section.number or "").rpartition(".")
        own, key = int(tail), (parent, 0 if parent else section.heading.level or 1)
        before = last.get(key)
        if own == 1 and before not in {None, 1}:  # a new list, with parts of its own
            for other in [other for other in last if other == key or not parent]:
                last.pop(other)
                seen.pop(other)
            before = None
        title = normalised(section.title)
        if seen.get(key, {}).get(own, title) != title:
            yield finding("numbering", "warning", f"Two headings bear the number {section.number}.", section.heading)
        elif before is not None and own > before + 1:
            gap = [one for n in range(before + 1, own) if (one := f"{parent}.{n}" if parent else str(n)) not in known]
            if 0 < len(gap) <= WIDEST_GAP:
                yield finding("numbering", "warning", f"{_listed(gap)} missing before this heading.", section.heading)
        elif before is None and parent and own == 2 and f"{parent}.1" not in known and parent in known:
            yield finding("numbering", "warning", f"The first part of section {parent} is numbered {section.number}.", section.heading)
        last[key] = max(own, before or 0)
        seen.setdefault(key, {})[own] = title


def _listed(numbers: Sequence[str]) -> str:
    return f"{numbers[0]} is" if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]} are"


def _labels(plan: Plan) -> Iterator[Finding]:
    """Headings that name their number: "Priority 3" behind "Priority 1", "Annex C" behind "Annex A"."""
    headings = [
        (match["kind"].lower(), match["number"], section.heading)
        for section in plan.sections
        if (match := _LABELLED.match(section.heading.text))
    ]
    known = {(kind, number) for kind, number, _ in headings}
    for (kind, number, _), (after_kind, after, block) in pairwise(sorted(headings, key=lambda one: one[0])):
        values = [int(one) if one.isdigit() else ord(one.upper()) for one in (number, after)]
        if kind == after_kind and number.isdigit() == after.isdigit() and values[1] == values[0] + 2:
            missing = str(values[0] + 1) if after.isdigit() else chr(values[0] + 1)
            if (kind, missing) not in known:
                yield finding("numbering", "warning", f"{kind.capitalize()} {missing} is missing before this heading.", block)


def _captions(plan: Plan) -> Iterator[Finding]:
    """Captions of one kind, counted from the first: a number that is left out, or borne twice by different captions."""
    last: dict[str, tuple[int, set[str]]] = {}
    for block in plan.document.blocks:
        match = _CAPTION.match(block.text) if block.kind in {"caption", "heading", "paragraph"} and block.role is None else None
        if not match or (block.kind == "paragraph" and not re.match(r"\s*(?:[:.–—-]|$)", block.text[match.end() :])):
            continue
        kind, number = match["kind"].lower(), int(match["number"])
        before, texts = last.get(kind, (0, set()))
        text = normalised(block.text)
        if number == before and text not in texts:
            yield finding("numbering", "warning", f"Two captions bear the number {number}.", block)
        elif number > before + 1 and before:
            yield finding("numbering", "warning", f"{match['kind'].capitalize()} {before + 1} is missing before this one.", block)
        last[kind] = max(number, before), texts | {text}


def _paragraphs(plan: Plan) -> Iterator[Finding]:
    """Runs of paragraphs or items numbered 1, 2, 3 …; one number left out. Several left out are a ranking, or another list's."""
    run: list[tuple[int, Block]] = []
    runs = [run]
    for block in plan.document.blocks:
        number = re.fullmatch(r"\(?(\d{1,3})[.):]?", (block.marker or "").strip())
        if block.kind not in {"paragraph", "list_item"} or number is None:
            continue
        value = int(number[1])
        if run and value <= run[-1][0]:
            run = []
            runs.append(run)
        run.append((value, block))
    blocks = plan.document.blocks
    for one in runs:
        gaps = [(before, after) for before, after in pairwise(one) if after[0] != before[0] + 1]
        if len(one) < RUN or len(gaps) != 1 or gaps[0][1][0] != gaps[0][0][0] + 2 or one[0][0] != 1:
            continue
        (_, first), (value, block) = gaps[0]
        between = blocks[blocks.index(first) + 1 : blocks.index(block)]
        if any(_may_bear(value - 1, other) for other in (first, *between)):
            continue
        yield finding("numbering", "warning", f"{value - 1} is missing before {value}.", block, span=sentence_at(block.text, 0))


def _points(plan: Plan) -> Iterator[Finding]:
    """Paragraphs numbered within their section, 7.1, 7.2, 7.4: one number that nothing between bears."""
    runs: dict[str, list[tuple[int, Block]]] = {}
    for block in plan.document.blocks:
        match = _POINT.match(f"{block.marker or ''} {block.text}".strip()) if block.role is None and block.kind in _POINTED else None
        if match:
            runs.setdefault(match["section"], []).append((int(match["own"]), block))
    blocks = plan.document.blocks
    for section, run in runs.items():
        numbers = [number for number, _ in run]
        gaps = [(before, after) for before, after in pairwise(run) if after[0] != before[0] + 1]
        rising = numbers[0] == 1 and all(first < last for first, last in pairwise(numbers))
        if (
            len(run) < POINTS
            or len(gaps) != 1
            or not rising
            or gaps[0][1][0] != gaps[0][0][0] + 2
            or run[0][1].kind == run[-1][1].kind == "heading"
        ):
            continue
        (number, first), (after, block) = gaps[0]
        between = blocks[blocks.index(first) + 1 : blocks.index(block)]
        missing = f"{section}.{number + 1}"
        if block.kind != "heading" and not any(missing in f"{other.marker or ''} {other.text}" for other in (first, *between)):
            message = f"{missing} is missing before {section}.{after}."
            yield finding("numbering", "warning", message, block, span=sentence_at(block.text, 0))


def _may_bear(number: int, block: Block) -> bool:
    """Whether a number may stand here and have been lost in reading: run on within a text, alone, or before an unnumbered paragraph."""
    if block.kind == "paragraph" and not block.marker:
        return block.text.strip(".) ") == str(number) or len(block.text.split()) >= LOST_NUMBER
    return bool(re.search(rf"(?:^|\s)\(?{number}[.)]\s+\S", block.text))
