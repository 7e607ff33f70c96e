"""The plan's own summary of variations held against its sections and against ours: what it lacks, has beside, or words differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantext.compare.redline import editorial
from plantext.find.editions import find_edition
from plantext.find.nearness import is_near, nearness
from plantext.find.plan.commitment_tables import find_edition_columns
from plantext.find.plan.commitments import Entry
from plantext.find.plan.repeats import part_entries
from plantext.model.alignment import Side
from plantext.model.document import Document, Issue
from plantext.model.findings import Milestone
from plantext.text.words import WORD

WORDS = 16  # of a long text, around what differs
QUOTE = 120  # characters of a milestone in a message: enough to find it by


def published_issues(plan: Document, before: Side, after: Side, *, one_source: bool) -> tuple[Issue, ...]:
    """What is wrong with the table in which `plan`, the later plan, sums up its own variations; nothing where it has none.

    `one_source`: the milestones before were read from that table, and cannot be missing from it.
    """
    columns: dict[str | None, list[Entry]] = {}
    pages: list[int | None] = []
    for listed in find_edition_columns(plan):
        columns.setdefault(find_edition(listed.column or ""), []).extend(listed.entries)
        pages += [entry.block.page for entry in listed.entries]
    page = next((number for number in pages if number is not None), None)
    issues: list[Issue] = []
    if after.edition in columns:
        issues += _in_sections(after, {entry.block.id for entry in columns[after.edition]}, page)
    if not one_source and before.edition in columns:
        issues += _against(before, columns[before.edition], page)
    return tuple(issues)


def _in_sections(side: Side, cells: set[str], page: int | None) -> Iterator[Issue]:
    """The later column against the sections of the same plan: the places of one milestone say where it stands."""
    for milestone in side.milestones:
        listed = [place for place in milestone.places if place.block in cells]
        elsewhere = [place for place in milestone.places if place.block not in cells]
        if not listed:
            yield _issue("published-missing", f"The plan's own summary of variations lacks “{_short(milestone.text)}”.", milestone.page)
        elif not elsewhere:
            message = f"The plan's own summary of variations has “{_short(milestone.text)}”, which stands in no section."
            yield _issue("published-extra", message, listed[0].page or page)
        else:
            yield from _differences(listed[0].text, elsewhere[0].text, listed[0].page or page, elsewhere[0].page)


def _differences(listed: str, own: str, page: int | None, own_page: int | None) -> Iterator[Issue]:
    if listed != own and not editorial(listed, own):
        where = f" on page {own_page}" if own_page is not None else " in its section"
        yield _issue("published-wording", f"{_says(listed, own)}, where the milestone{where} says {_apart(own, listed)}.", page)


def _against(side: Side, entries: Sequence[Entry], page: int | None) -> Iterator[Issue]:
    """The earlier column against the earlier plan."""
    models = [[Entry(text=milestone.text, block=entries[0].block, section=None) for milestone in side.milestones]]
    parted = part_entries(entries, models)
    partner = _partners(side.milestones, parted)
    for index, milestone in enumerate(side.milestones):
        if index not in partner:
            message = f"The plan's own summary of variations does not list the earlier plan's “{_short(milestone.text)}”."
            yield _issue("published-missing", message, page)
        else:
            entry = parted[partner[index]]
            if entry.text != milestone.text and not editorial(entry.text, milestone.text):
                message = f"{_says(entry.text, milestone.text)}, where the earlier plan says {_apart(milestone.text, entry.text)}."
                yield _issue("published-wording", message, entry.block.page or page)
    for index, entry in enumerate(parted):
        if index not in partner.values():
            message = f"The plan's own summary of variations lists “{_short(entry.text)}”, which the earlier plan does not have."
            yield _issue("published-extra", message, entry.block.page or page)


def _partners(milestones: Sequence[Milestone], entries: Sequence[Entry]) -> dict[int, int]:
    pairs = sorted(
        (-nearness(milestone.text, entry.text), abs(i - j), i, j)
        for i, milestone in enumerate(milestones)
        for j, entry in enumerate(entries)
        if is_near(milestone.text, entry.text)
    )
    partner: dict[int, int] = {}
    for _, _, i, j in pairs:
        if i not in partner and j not in partner.values():
            partner[i] = j
    return partner


def _issue(code: str, message: str, page: int | None) -> Issue:
    return Issue(code=code, severity="warning", message=message, page=page)


def _says(listed: str, own: str) -> str:
    return f"The plan's own summary of variations says {_apart(listed, own)}"


def _apart(text: str, other: str) -> str:
    """The words of `text` around the first that `other` has not; signs and spaces between words are no difference."""
    words, others = list(WORD.finditer(text)), list(WORD.finditer(other))
    pairs = zip(words, others, strict=False)
    at = next((index for index, (one, two) in enumerate(pairs) if one[0].casefold() != two[0].casefold()), min(len(words), len(others)))
    if len(text) <= QUOTE or not words:
        return f"“{text}”"
    start = max(0, min(at, len(words) - 1) - WORDS // 2)
    end = min(len(words), start + WORDS)
    part = text[words[start].start() if start else 0 : words[end - 1].end() if end < len(words) else len(text)]
    return f"“{'… ' if start else ''}{part}{' …' if end < len(words) else ''}”"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= QUOTE else f"{line[: QUOTE - 1].rsplit(' ', 1)[0]} …"
