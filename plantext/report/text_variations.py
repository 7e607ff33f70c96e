"""The summary of variations as text."""

from __future__ import annotations

from collections.abc import Iterator

from plantext.model.alignment import Variations
from plantext.report import words
from plantext.report.lines import QUOTE, Laid, figures, heading, item, labelled, notes, paragraph
from plantext.report.rows import ChangeRow, Group, count_kinds, group_changes
from plantext.report.supplements import supplements

SHORT = 160  # characters of a milestone that did not change
KIND_STYLES = {
    "moved": "blue",
    "added": "green",
    "removed": "red",
    "target": "magenta",
    "reworded": "cyan",
    "split": "blue",
    "merged": "blue",
}
_SEPARATOR = " | "


def variations_lines(result: Variations) -> Iterator[Laid]:
    """The counts first, then every objective with its changes."""
    groups = group_changes(result)
    rows = [row for group in groups for row in group.rows]
    changed = [row for row in rows if row.is_change]
    yield heading("Summary of variations")
    sides = (("Before", result.before), ("After", result.after))
    yield labelled(((name, words.side_words(side)) for name, side in sides), 2)
    yield ""
    yield figures(("", ""), [(words.KIND_WORDS[kind], f"{count:,}") for kind, count in count_kinds(rows).items()])
    yield ""
    yield paragraph(words.COUNTS_TWICE, 2)
    unexplained = sum(row.unexplained for row in rows)
    if changed:
        yield paragraph(f"{unexplained:,} of {words.plural(len(changed), 'change')} without a stated reason.", 2)
    yield paragraph(f"{words.REVIEW}: {sum(row.change.needs_review for row in rows):,}.", 2)
    yield from notes(words.issue_words(issue) for issue in result.issues)
    for group in groups:
        yield from _objective(group)
    for supplement in supplements(result, groups):
        yield ""
        yield heading(supplement.title)
        yield paragraph(supplement.note, 2)
        for cells in supplement.rows:
            yield item("-", _SEPARATOR.join(" ".join(cell.split()) for cell in cells if cell), 2)
    yield ""
    total = words.plural(len(changed), "change")
    yield heading(f"In all: {total}, {len(rows) - len(changed):,} unchanged, in {words.plural(len(groups), 'objective')}.")


def _objective(group: Group[ChangeRow]) -> Iterator[Laid]:
    shown = [row for row in group.rows if row.is_change or row.change.needs_review]
    plain = [row for row in group.rows if not (row.is_change or row.change.needs_review)]
    yield ""
    yield heading(f"{group.name} ({words.plural(sum(row.is_change for row in group.rows), 'change')})")
    for row in shown:
        yield ""
        yield item(f"{row.number}.", ". ".join(row.what), style=KIND_STYLES.get(row.kinds[0], ""))
        yield labelled(_change_lines(row), 4, 8)
    if group.gone:
        yield ""
        yield paragraph(f"Moved from here: {'; '.join(f'number {row.number}, to {name}' for row, name in group.gone)}", 2)
    if plain:
        yield ""
        yield paragraph(f"Unchanged ({len(plain)})", 2)
        for row in plain:
            milestone = (row.after or row.before)[0]
            yield item(f"{row.number}.", f"{words.shorten(milestone.text, SHORT)} ({words.milestone_place(milestone)})", 4)


def _change_lines(row: ChangeRow) -> Iterator[tuple[str, str]]:
    for label, milestones in (("Before", row.before), ("After", row.after)):
        for milestone in milestones:
            yield label, f"{milestone.text} ({words.milestone_place(milestone)})"
    for measure, before, after in row.targets:
        yield "Target", f"{measure}: {words.became_words(before, after)}"
    for reason in words.reason_lines(row.change, QUOTE):
        yield "Reason", reason
    if row.change.needs_review:
        yield "Review", words.review_words(row.change.review_reason)
