"""What a summary of variations says beside its rows: reasons without a change, what changed elsewhere, and what a report asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantext.model.alignment import PassageChange, Rationale, Variations
from plantext.model.findings import Milestone, Passage
from plantext.report import words
from plantext.report.rows import ChangeRow, Group

LONGEST = 600  # characters of a passage in a table; its page says where the rest is

UNEXPLAINED = "Changes without a reason"


@dataclass(frozen=True)
class Supplement:
    """A table with its heading and a sentence that says what it is."""

    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def supplements(result: Variations, groups: Sequence[Group[ChangeRow]]) -> tuple[Supplement, ...]:
    """What there is to say beside the rows of `groups`; nothing where nothing was found or asked for."""
    numbers = {row.change.id: f"number {row.number}, {_row_words(row)}" for group in groups for row in group.rows}
    return (*_unexplained(groups), *_reasons(result), *_promises(result, numbers), *_whole(result))


def _unexplained(groups: Sequence[Group[ChangeRow]]) -> Iterator[Supplement]:
    """The changes without a reason, where the plan gives reasons for others."""
    rows = [row for group in groups for row in group.rows if row.is_change]
    without = tuple((str(row.number), words.sentence(_row_words(row))) for row in rows if row.unexplained)
    if without and len(without) < len(rows):
        note = f"{len(without):,} of {words.plural(len(rows), 'change')}, where the plan gives reasons for others."
        yield Supplement(UNEXPLAINED, note, ("No.", "Change"), without)


def _reasons(result: Variations) -> Iterator[Supplement]:
    if result.reasons_without_change:
        rows = tuple((words.shorten(reason.text, LONGEST), _where(reason)) for reason in result.reasons_without_change)
        note = "The plan explains these, and no change of a milestone was found that they explain."
        yield Supplement("Reasons without a change", note, ("What the plan says", "Where"), rows)


def _promises(result: Variations, numbers: dict[str, str]) -> Iterator[Supplement]:
    if result.promises is None:
        return
    passages = {change.id: change for change in result.whole or ()}

    def named(identity: str) -> str:
        if identity in numbers:
            return numbers[identity]
        return _passage_words(passages[identity]) if identity in passages else identity

    name = result.promises.report.name
    still = [one for one in result.promises.asked if not one.changes]
    rows = tuple(
        (
            words.shorten(one.statement.text, LONGEST),
            words.ACT_WORDS[one.statement.act],
            _where(one.statement),
            words.STATUS_WORDS[one.status],
        )
        for one in still
    )
    asks = words.plural(len(result.promises.asked), "ask and undertaking", "asks and undertakings")
    note = f"{len(still)} of {asks} of {name}: nothing that answers them has changed. The later plan may have answered them before."
    yield Supplement("Asked for or promised, and not changed", note, ("What was said", "Kind", "Where", "In the later plan"), rows)
    rows = tuple(
        (
            words.shorten(one.statement.text, LONGEST),
            _where(one.statement),
            words.STATUS_WORDS[one.status],
            words.sentence("; ".join(map(named, one.changes))),
        )
        for one in result.promises.asked
        if one.changes
    )
    note = "Whether the changes meet what was asked is for a person to judge."
    yield Supplement("Asked for or promised, and something changed", note, ("What was said", "Where", "In the later plan", "Changes"), rows)
    unasked = tuple((words.sentence(named(identity)),) for identity in result.promises.unasked)
    yield Supplement("Changed, and nobody asked", f"Changes of milestones that nothing in {name} asked for.", ("Change",), unasked)


def _whole(result: Variations) -> Iterator[Supplement]:
    if result.whole is None:
        return
    note = f"{words.plural(len(result.whole), 'change')} of headings, paragraphs, notes, table rows and figures outside the milestones."
    sections: dict[str, list[PassageChange]] = {}
    for change in result.whole:
        place = (change.after or change.before)[0]
        sections.setdefault(place.section or words.NO_THEME, []).append(change)
    rows = tuple(
        (section, _happened(change), _texts(change.before), _texts(change.after))
        for section, changes in sections.items()
        for change in changes
    )
    yield Supplement("Changed outside the milestones", note, ("Section", "What happened", "Before", "After"), rows)


def _happened(change: PassageChange) -> str:
    said = [words.KIND_WORDS[kind] for kind in change.kinds] or ["Written differently"]
    return ", ".join([*said, "figures differ"] if change.figures else said)


def _texts(passages: Sequence[Passage]) -> str:
    return "\n".join(f"{_line(passage, LONGEST)} ({words.page_words(passage.page, passage.line)})" for passage in passages)


def _line(passage: Passage | Milestone, width: int) -> str:
    """On one line, the cells of a table's row apart."""
    return words.shorten(passage.text.replace("\t", " | "), width)


def _row_words(row: ChangeRow) -> str:
    return f"{words.within(row.what[0])}: “{_line((row.after or row.before)[0], 90)}”"


def _passage_words(change: PassageChange) -> str:
    passage = (change.after or change.before)[0]
    return f"“{_line(passage, 90)}” ({words.page_words(passage.page, passage.line)})"


def _where(passage: Passage | Rationale) -> str:
    return words.sentence(words.place_words(passage))
