"""Years and dates that cannot be, and headings that name another year than they should."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterator

from plantext.checks.plan import Plan, Text, finding, number_of, sentence_at
from plantext.find.editions import edition_of, find_editions
from plantext.find.plan.objectives import objective_key
from plantext.model.checks import Finding
from plantext.model.document import Block

FAR_AHEAD = 40  # years beyond the plan's own; plans look ahead to 2050 from 2013, hardly further
NEAR = 6  # years around the plan's within which the figures of a mistyped year, put in order, must fall to be suggested
ODD_ONE_OUT = 0.6  # share of like headings that must name one year before another one is called odd
LIKE_HEADINGS = 3  # fewer than three prove nothing

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = "|".join(name for name in calendar.month_name if name)
_SHORT_MONTH = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_ALL_MONTHS = rf"(?:{_MONTH}|(?:{_SHORT_MONTH})\b\.?)"
_WEEKDAY = "|".join(calendar.day_name)
DAY_MONTH = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY}),?\s+(?:the\s+)?)?(?<![\d.,/£$€-])\b(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_ALL_MONTHS})(?!\w)(?:,?\s+(?P<year>(?:1[6-9]|2[0-9])\d\d)\b)?",
    re.IGNORECASE,
)
MONTH_DAY = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY}),?\s+)?\b(?P<month>{_ALL_MONTHS})\s+(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?(?:,\s*|\s+)(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\d/.-])(?P<one>\d{1,2})(?P<sign>[/.])(?P<two>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?![\d/])")
_MONTH_YEAR = re.compile(rf"\b(?:{_MONTH})\s+(?P<year>\d{{4}})(?!\d|\s*hours\b)")
_YEAR_RANGE = re.compile(r"(?<![\d/.,£$€-])(?P<first>(?:19|20)\d\d)\s?(?P<sign>[-–—/])\s?(?P<last>\d{1,4})(?![\d/-]|\.\d|,\d)")
_BY_YEAR = re.compile(
    r"\b(?:by|until|in|since|from|before|after|during|year|to)\s+(?P<year>[12]\d{3})(?=[\s.,;:)]|$)(?!\s+(?:[a-z]+s|hours|people)\b)"
)


def find_year_typos(plan: Plan) -> Iterator[Finding]:
    """“Actions for 2031-2”, where the plan writes 2031-32; “by March 2302”; “2032-23”."""
    whole = any(len(match["last"]) == 2 for text in plan.texts() for match in _YEAR_RANGE.finditer(text.text))
    for text in plan.texts(contents=True):
        for match in _YEAR_RANGE.finditer(text.text):
            written, last = match[0], match["last"]
            edition = edition_of(written)
            if edition and len(last) == 1 and whole and (int(match["first"]) + 1) % 10 == int(last):
                span = (0, len(text.text)) if text.block.kind == "heading" else match.span()
                message = f"“{written}” is written otherwise than the plan's other years."
                yield finding("typo-year", "warning", message, text, span=span, suggestion=edition)
            elif edition is None and _backwards(match):
                meant = f"{match['first']}-{(int(match['first']) + 1) % 100:02d}"
                message = f"“{written}” is no year or term of years."
                yield finding("typo-year", "error", message, text, span=match.span(), suggestion=meant)
        yield from _far_years(plan, text)


def _backwards(match: re.Match[str]) -> bool:
    """A range that ends before it begins, or far behind; "2031-05" may be a month, and "2031/7" a file's number."""
    last, first = match["last"], int(match["first"])
    if len(last) == 2:
        swapped = last[::-1] == f"{(first + 1) % 100:02d}"
        return swapped or (int(last) > 12 and match["sign"] != "/" and int(last) != first % 100)
    return len(last) == 4 and last[:2] in {"19", "20"} and int(last) < first


def _far_years(plan: Plan, text: Text) -> Iterator[Finding]:
    if plan.year is None:
        return
    seen: set[int] = set()
    for pattern in (_MONTH_YEAR, DAY_MONTH, _BY_YEAR):
        for match in pattern.finditer(text.text):
            year = int(match["year"] or 0)
            if year <= plan.year + FAR_AHEAD and not (pattern is _MONTH_YEAR and 0 < year < 1500):
                continue
            at = match.start("year")
            if at in seen:
                continue
            seen.add(at)
            meant = _transposed(year, plan.year, other_figure=pattern is not _BY_YEAR)
            if meant is None and pattern is not DAY_MONTH:
                continue  # "in 2500 homes" and "in March 2500 homes" are counts
            message = f"The year {year} is not one that this plan can mean."
            start = sentence_at(text.text, at, 60)[0] if pattern is _BY_YEAR else match.start()
            yield finding("typo-year", "error", message, text, span=(start, match.end("year")), suggestion=str(meant) if meant else None)


def _transposed(year: int, plan_year: int, *, other_figure: bool) -> int | None:
    """The year near the plan's that has the same figures in another order, or one figure otherwise."""
    near = [other for other in range(plan_year - NEAR, plan_year + NEAR + 1) if sorted(str(other)) == sorted(str(year))]
    if not near and other_figure:
        near = [
            other for other in range(plan_year - 1, plan_year + 3) if sum(a != b for a, b in zip(str(other), str(year), strict=True)) == 1
        ]
    return min(near, key=lambda other: (abs(other - plan_year - 1), other)) if near else None


def find_impossible_dates(plan: Plan) -> Iterator[Finding]:
    """“31 June”, “29 February 2031”, “Monday 4 March” where it was a Tuesday, “14/15/2031”."""
    for text in plan.texts():
        for pattern in (DAY_MONTH, MONTH_DAY):
            for match in pattern.finditer(text.text):
                yield from _judge(text, match)
        for match in _NUMERIC.finditer(text.text):
            one, two = int(match["one"]), int(match["two"])
            if not (_exists(int(match["year"]), two, one) or _exists(int(match["year"]), one, two)):
                yield finding("impossible-date", "error", f"There is no {match[0]}.", text, span=match.span())


def _judge(text: Text, match: re.Match[str]) -> Iterator[Finding]:
    month = next((number for name, number in MONTHS.items() if name.startswith(match["month"].lower().rstrip(".")[:3])), 0)
    day = int(match["day"])
    year = int(match["year"]) if match["year"] else None
    name = calendar.month_name[month]
    if not _exists(year or 2000, month, day):
        if day > 31 and not (match["th"] or year):
            return  # "the 45 May elections"
        last = calendar.monthrange(year or 2000, month)[1]
        why = f"{name} has {last} days" if month != 2 or year is None else f"February {year} has {last} days"
        yield finding(
            "impossible-date",
            "error",
            f"There is no such day: {why}.",
            text,
            span=match.span(),
            suggestion=f"{last} {name}" if day <= 31 else None,
        )
    elif match["weekday"] and year:
        fell = calendar.day_name[calendar.weekday(year, month, day)]
        if fell.lower() != match["weekday"].lower():
            message = f"{day} {name} {year} is a {fell}."
            yield finding("impossible-date", "warning", message, text, span=match.span(), suggestion=f"{fell} {day} {name} {year}")


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def find_year_mismatches(plan: Plan) -> Iterator[Finding]:
    """“7 Summary of actions for 2031-32” that holds those of 2032-33, or is listed so; a table with two years in one budget."""
    reported: set[str] = set()
    for section in plan.sections:
        heading = section.heading
        editions = set(find_editions(heading.text))
        listed = _listed(plan, heading)
        if len(editions) == 1 and listed and listed != editions and len(listed) == 1:
            reported.add(heading.id)
            message = f"The heading names {min(editions)}, the contents list {min(listed)}."
            yield finding("year-mismatch", "error", message, heading, suggestion=min(listed))
    for issue in plan.milestones.issues:
        if issue.code != "year-mismatch":
            continue
        named = next((s.heading for s in plan.sections if f"“{s.heading.text}”" in issue.message), None)
        if named is not None and named.id not in reported and plan.edition not in find_editions(named.text):  # the plan's own year is right
            reported.add(named.id)
            yield finding("year-mismatch", "error", issue.message, named)
    yield from _odd_headings(plan, reported)
    yield from _two_years_in_a_table(plan)


def _listed(plan: Plan, heading: Block) -> set[str]:
    """The editions that the contents list names for a heading."""
    number = number_of(heading)
    for entry in plan.contents:
        same = number_of(entry) == number if number else objective_key(entry.text) == objective_key(heading.text)
        if same:
            return set(find_editions(entry.text))
    return set()


def _odd_headings(plan: Plan, reported: set[str]) -> Iterator[Finding]:
    """Of headings alike but for their year, those that name another one than most do."""
    groups: dict[str, list[Block]] = {}
    for section in plan.sections:
        if len(set(find_editions(section.heading.text))) == 1:
            groups.setdefault(re.sub(r"[\d\W]+", " ", section.heading.text).casefold().strip(), []).append(section.heading)
    for alike in groups.values():
        counts = Counter(find_editions(block.text)[0] for block in alike)
        usual, most = counts.most_common(1)[0]
        if len(alike) < LIKE_HEADINGS or most / len(alike) < ODD_ONE_OUT:
            continue
        for block in alike:
            named = find_editions(block.text)[0]
            if named != usual and block.id not in reported:
                message = f"The heading names {named}; {most} others like it name {usual}."
                yield finding("year-mismatch", "warning", message, block, suggestion=usual)


def _two_years_in_a_table(plan: Plan) -> Iterator[Finding]:
    """Two parts of one table, each with its own column of labels, headed with different years: "2031-32 Income | £ | 2032-33 Spending | £"."""
    for table in plan.document.blocks:
        labels = {}
        for index, heading in enumerate(table.header):
            cells = [row[index].text for row in table.rows if index < len(row) and row[index].text.strip()]
            worded = sum(bool(re.search(r"[^\W\d_]{3}", cell)) for cell in cells)
            editions = find_editions(heading)
            rest = re.sub(r"[\d\W_]+", "", heading)
            if len(editions) == 1 and rest and cells and worded == len(cells) and all(len(cell) < 60 for cell in cells):
                labels[index] = editions[0]
        if len(set(labels.values())) > 1 and len(labels) < len(table.header):
            years = " and ".join(dict.fromkeys(labels.values()))
            message = f"The parts of one table are headed with different years, {years}."
            yield finding(
                "year-mismatch",
                "error",
                message,
                Text(table, table.section),
                span=(0, len("\t".join(table.header))),
                suggestion=plan.edition,
            )
