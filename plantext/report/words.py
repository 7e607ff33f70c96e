"""The plain words of every report: what a kind, status, act or target change is called. One place, so that all formats say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from plantext.model.alignment import KINDS, Change, Side, TargetChange
from plantext.model.coverage import STATUSES
from plantext.model.document import Issue, Place, Source
from plantext.model.findings import Milestone, Target
from plantext.report.places import counted_in
from plantext.text.wording import number_of

_BY = re.compile(r"\bby\b", re.IGNORECASE)

UNCHANGED = "unchanged"
NOT_ASSESSED = "not_assessed"

KIND_ORDER: tuple[str, ...] = (UNCHANGED, *KINDS)
KIND_WORDS: Mapping[str, str] = {
    UNCHANGED: "Unchanged",
    "reworded": "Reworded",
    "target": "Target changed",
    "moved": "Moved",
    "split": "Split",
    "merged": "Merged",
    "added": "Added",
    "removed": "Removed",
}

STATUS_ORDER: tuple[str, ...] = (*STATUSES, NOT_ASSESSED)
STATUS_WORDS: Mapping[str, str] = {
    "covered": "Covered",
    "partial": "Partly covered",
    "mentioned": "Mentioned only",
    "not_found": "Not found",
    NOT_ASSESSED: "Not assessed",
}
STATUS_MEANS: Mapping[str, str] = {
    "covered": "the plan commits to what is asked",
    "partial": "the plan commits to some of it",
    "mentioned": "the subject is there, but no commitment meets what is asked",
    "not_found": "no passage of the plan answers it",
    NOT_ASSESSED: "it was not compared with the plan",
}

ANSWERABLE_ORDER: tuple[str, ...] = ("this_plan", "later_plan", "not_by_a_plan")
ANSWERABLE_WORDS: Mapping[str, str] = {
    "this_plan": "For this plan",
    "later_plan": "For a later plan",
    "not_by_a_plan": "Not for a plan",
}
ANSWERABLE_MEANS: Mapping[str, str] = {
    "this_plan": "this plan could answer it",
    "later_plan": "it asks something of a later plan",
    "not_by_a_plan": "a report, letter or meeting would answer it, not a plan",
}

ACT_WORDS: Mapping[str, str] = {
    "request": "Request",
    "information": "Information wanted",
    "concern": "Concern",
    "suggestion": "Suggestion",
    "undertaking": "Undertaking",
    "praise": "Praise",
    "note": "Note",
}

BLOCK_WORDS: Mapping[str, str] = {
    "heading": "Heading",
    "paragraph": "Paragraph",
    "list_item": "List item",
    "table": "Table",
    "footnote": "Footnote",
    "caption": "Caption",
}

PAGE_WORDS: Mapping[str, str] = {
    "empty": "nothing is printed on it",
    "scan": "it is a picture, and was not read",
    "failed": "it could not be read",
}

REVIEW = "Needs a person's review"
FOUND_IN_THIS_VERSION = "Found in this version"
EARLIER_DRAFT = "The report says that this is missing. The plan given here may be later than the draft that was seen."
NO_OBJECTIVE = "No objective stated"
NO_THEME = "No heading"
COUNTS_TWICE = "A milestone that changed in two ways counts under both."
NO_REASON = "No reason stated"
BLANK_RESPONSE = "Response to be written"


def plural(number: int, one: str, many: str | None = None) -> str:
    """A count with its noun.

    >>> plural(1, "change"), plural(1200, "change"), plural(0, "entry", "entries")
    ('1 change', '1,200 changes', '0 entries')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def number_words(value: float) -> str:
    """A number as people write it: thousands parted, no needless decimals.

    >>> number_words(8.0), number_words(12500), number_words(1.95)
    ('8', '12,500', '1.95')
    """
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.10f}".rstrip("0").rstrip(".")


def quantity(value: float | None, unit: str | None) -> str:
    """A number with its unit, "none" where there is no number.

    >>> quantity(8, "per cent"), quantity(2.5, "£m"), quantity(3.4, "£"), quantity(40, "%"), quantity(None, "officers")
    ('8 per cent', '£2.5m', '£3.40', '40%', 'none')
    """
    if value is None:
        return "none"
    number, unit = number_words(value), unit or ""
    if unit[:1] in {"£", "€", "$"}:
        rest = unit[1:].strip()
        if not rest and value != int(value):
            number = f"{value:,.2f}"  # pounds and pence
        return f"{unit[0]}{number}{rest if len(rest) <= 2 else ' ' + rest}"  # £2.5m, but £3 million
    if unit == "%":
        return f"{number}%"
    return f"{number} {unit}".rstrip()


def target_words(target: Target) -> str:
    """A target in the milestone's own words, its measure said first where they leave it out."""
    text = _with_unit(shorten(target.text.strip().rstrip(".;,"), 140), target)
    measure = target.measure.strip()
    if text and (not measure or measure.casefold() in text.casefold()):
        return text
    number = text or f"{target.direction or ''} {quantity(target.value, target.unit)}".strip()
    return f"{measure}: {number}"


def _with_unit(text: str, target: Target) -> str:
    """Words that end in the number itself ("below three") with what it counts."""
    unit, last = target.unit or "", text.rpartition(" ")[2].casefold()
    bare = target.value is not None and number_of(last) == f"{target.value:.10g}" and last[-1:] != "%" and unit[:1].isalpha()
    return f"{text} {unit}" if bare and unit.split()[0].casefold() not in text.casefold() else text


def target_change_words(change: TargetChange, before: Iterable[Target], after: Iterable[Target]) -> str:
    """What became of one target, in a sentence without its stop; `before` and `after` are the targets of either side's milestones."""
    old = quantity(change.before, change.unit)
    new = quantity(change.after, change.unit)
    match change.change:
        case "dropped":
            return f"Target dropped: {_as_written(change, change.before, before)}"
        case "introduced":
            return f"Target introduced: {_as_written(change, change.after, after)}"
        case "raised" | "lowered":
            old = old.removesuffix(f" {change.unit}")  # from 40 to 60 members
            done = "softened" if change.change == "lowered" and _asks_for_more(change, after) else change.change
            return f"Target {done} from {old} to {new}: {change.measure}"
        case "measure_changed":
            return f"Target measured differently, before {old}, after {new}: {change.measure}"
        case _:
            return f"Target unchanged: {change.measure}{'' if change.after is None else ', ' + new}"


def _asks_for_more(change: TargetChange, after: Iterable[Target]) -> bool:
    """Whether a higher number asks for more: a rise, a fall *by* so much; not a fall *to* a level."""
    alike = [target for target in after if target.value == change.after and target.measure.casefold() == change.measure.casefold()]
    return any(target.direction == "increase" or (target.direction == "reduce" and _BY.search(target.text)) for target in alike)


def _as_written(change: TargetChange, value: float | None, targets: Iterable[Target]) -> str:
    alike = [target for target in targets if target.value == value and target.measure.casefold() == change.measure.casefold()]
    if alike:
        return target_words(alike[0])
    return change.measure if value is None else f"{change.measure}, {quantity(value, change.unit)}"


def became_words(before: str, after: str) -> str:
    """One target on both sides.

    >>> became_words("8 per cent", "5 per cent"), became_words("8 per cent", "8 per cent")
    ('8 per cent → 5 per cent', '8 per cent, unchanged')
    """
    return f"{before}, unchanged" if before == after else f"{before} → {after}"


FOR_THE_SECTION = "Given for the whole section"


def reason_lines(change: Change, width: int = 4_000) -> list[str]:
    """Every reason of a change, at most `width` characters of the plan's words, with what is wrong with the section that it names."""
    lines = []
    for rationale in (*([change.rationale] if change.rationale else []), *change.further_reasons):
        scope = f"{FOR_THE_SECTION}: " if rationale.general else ""
        note = f". {rationale.note}" if rationale.note else ""
        lines.append(f"{scope}“{shorten(rationale.text, width)}” ({place_words(rationale)}){note}")
    return lines


def date_change_words(change: Change) -> str | None:
    """What became of the date by which a milestone is due, None where nothing did."""
    before, after = change.deadline_before, change.deadline_after
    if before is None:
        return None if after is None else f"Date introduced: {after}"
    return f"Date changed from {before} to {after}" if after else f"Date dropped: {before}"


def page_words(page: int | None, line: int | None = None, source: str | None = None) -> str:
    """The page of a text; where its source has no pages, its line, or its paragraph in a Word file. `source`: see `counted_in`."""
    if page is not None:
        return f"page {page}"
    return "page not known" if line is None else f"{counted_in(source)} {line}"


def place_words(place: Place, source: str | None = None) -> str:
    """Where a passage stands: page (or line) and section as printed.

    >>> place_words(Place(page=4, section="2.1 Harm", line=None, block="b-1", span=(0, 4), bbox=None))
    'page 4, under “2.1 Harm”'
    """
    start = page_words(place.page, place.line, source)
    return f"{start}, under “{place.section}”" if place.section else start


def milestone_place(milestone: Milestone) -> str:
    """The page (or line) where a milestone is first read, and how many more places it has."""
    start = page_words(milestone.page, milestone.places[0].line if milestone.places else None)
    more = len(milestone.places) - 1
    return f"{start}, and {plural(more, 'more place')}" if more > 0 else start


def milestone_places(milestones: Iterable[Milestone]) -> str:
    """The places of several milestones, each said once."""
    return "; ".join(dict.fromkeys(map(milestone_place, milestones)))


def edition_words(edition: str | None) -> str:
    """An edition, or that none is stated."""
    return edition or "year not stated"


def source_words(source: Source) -> str:
    """A source's name with its pages."""
    return f"{source.name} ({plural(source.pages, 'page')})" if source.pages else source.name


def side_words(side: Side) -> str:
    """One side of a comparison: its source, its edition, and how many milestones it has."""
    return f"{source_words(side.source)}, {edition_words(side.edition)}, {plural(len(side.milestones), 'milestone')}"


def issue_words(issue: Issue) -> str:
    """An issue in a line: how bad it is and its page, then its message."""
    start = [{"error": "error", "warning": "warning"}.get(issue.severity, ""), "" if issue.page is None else f"page {issue.page}"]
    return sentence(": ".join(part for part in (", ".join(filter(None, start)), issue.message) if part))


def review_words(reason: str | None) -> str:
    """That a person must look at it, and why."""
    return f"{REVIEW}. {sentence(reason)}" if reason else REVIEW


def percent(share: float) -> str:
    """A share in [0, 1] in whole per cent; only nothing is 0% and only all is 100%.

    >>> percent(0.996), percent(1.0), percent(0.25), percent(0.001)
    ('99%', '100%', '25%', '1%')
    """
    if share <= 0 or share >= 1:
        return f"{0 if share <= 0 else 100}%"
    return f"{min(99, max(1, round(share * 100)))}%"


def sentence(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def within(text: str) -> str:
    """Words of ours within a sentence: without the capital first letter; names that follow keep theirs."""
    return text[:1].lower() + text[1:]


def shorten(text: str, width: int) -> str:
    r"""`text` on one line, cut after a whole word to at most `width` characters, the cut marked.

    >>> shorten("Reduce harm\nfrom domestic abuse", 20)
    'Reduce harm from …'
    """
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    cut = line[: width - 1]
    return f"{cut.rsplit(' ', 1)[0].rstrip(' ,;:') if ' ' in cut else cut[:-1]} …"
