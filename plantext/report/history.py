"""A history as text, Markdown and CSV: one row a milestone, one column a plan or report."""

from __future__ import annotations

from collections.abc import Iterator

from plantext.model.progress import EVENT_KINDS, Chapter, Event, History, Life
from plantext.report import words
from plantext.report.csv import cell
from plantext.report.lines import Laid, figures, heading, item, labelled
from plantext.report.markdown import escape
from plantext.report.printable import printable
from plantext.report.progress import PROGRESS_WORDS, _table, figure_words

SHOWN = 200  # characters of a wording in a text report

EVENT_WORDS = {
    "introduced": "First seen",  # in the documents that were given: an older plan may have had it
    "unchanged": "Unchanged",
    "reworded": "Reworded",
    "target": "Target changed",
    "moved": "Moved",
    "split": "Split",
    "merged": "Merged",
    "reported": "Reported",
    "dropped": "Dropped",
}
EVENT_TAGS = {
    "introduced": "green",
    "unchanged": "plain",
    "reworded": "blue",
    "target": "purple",
    "moved": "blue",
    "split": "blue",
    "merged": "blue",
    "reported": "plain",
    "dropped": "red",
}


def group_lives(result: History) -> list[tuple[str, list[tuple[int, Life]]]]:
    """The lives by their last objective, those that begin first before others, numbered from 1 through all."""
    groups: dict[str, list[Life]] = {}
    for life in result.lives:
        groups.setdefault(life.objective or words.NO_OBJECTIVE, []).append(life)
    numbered, number = [], 0
    for name, lives in groups.items():
        numbered.append((name, [(number + place, life) for place, life in enumerate(lives, start=1)]))
        number += len(lives)
    return numbered


def chapter_words(chapter: Chapter) -> str:
    """A document of the history."""
    kind = "Plan" if chapter.kind == "plan" else "Report"
    of = words.plural(chapter.milestones, "milestone")
    return f"{kind}: {words.source_words(chapter.source)}, {words.edition_words(chapter.edition)}, {of}{' reported on' if chapter.kind == 'report' else ''}"


def kind_words(event: Event) -> str:
    """What happened, without its numbers."""
    kinds = ", ".join(EVENT_WORDS[kind] if place == 0 else EVENT_WORDS[kind].lower() for place, kind in enumerate(event.kinds))
    if event.status:
        so_far = " so far" if event.interim and event.status in {"met", "missed"} else ""
        how_far = f": {PROGRESS_WORDS[event.status].lower()}{so_far}"
        kinds += " on" if event.status == "reported" else how_far
    return kinds


def number_lines(event: Event) -> list[str]:
    """What became of each number aimed at, and what was reported of it."""
    return [*event.targets, *(figure_words(figure, event.page) for figure in event.figures)]


def event_words(event: Event) -> str:
    """What happened, in a line."""
    return "; ".join([kind_words(event), *number_lines(event)])


def count_rows(result: History) -> list[tuple[str, int]]:
    """How often each kind of event occurs."""
    return [(EVENT_WORDS[kind], result.counts[kind]) for kind in EVENT_KINDS]


def text_lines(result: History) -> Iterator[Laid]:
    """A history as a text report's pieces."""
    yield heading(f"History of {words.plural(len(result.lives), 'milestone')}")
    for chapter in result.chapters:
        yield item("-", chapter_words(chapter))
    yield ""
    yield figures(("", ""), [(name, f"{number:,}") for name, number in count_rows(result)])
    for name, lives in group_lives(result):
        yield ""
        yield heading(name)
        for number, life in lives:
            yield ""
            yield item(f"{number}.", life.text)
            yield labelled(_event_lines(life), 5)
    if result.issues:
        yield ""
        yield heading("What was not read, and what to know")
        for issue in result.issues:
            yield item("-", words.issue_words(issue))


def new_wording(life: Life, place: int) -> str | None:
    """What a report says at an event, or the wording that a plan first has there; None where it is the last wording, or the one before."""
    event = life.events[place]
    before = next((one.text for one in reversed(life.events[:place]) if not one.status), None)
    worded = event.status or {"reworded", "target", "introduced", "split", "merged"} & set(event.kinds)
    return event.text if worded and event.text not in {before, life.text} else None


def _event_lines(life: Life) -> Iterator[tuple[str, str]]:
    for place, event in enumerate(life.events):
        said = new_wording(life, place)
        wording = f" “{words.shorten(said, SHOWN)}”" if said else ""
        where = words.page_words(event.page, event.line, event.source) if event.page or event.line else ""
        yield event.edition or "", f"{event_words(event)}{' (' + where + ')' if where else ''}.{wording}"


def render_markdown(result: History) -> str:
    """A history as Markdown: one column a document."""
    return "\n\n".join(_markdown(printable(result))) + "\n"


def _markdown(result: History) -> Iterator[str]:
    yield f"# History of {words.plural(len(result.lives), 'milestone')}"
    yield "\n".join(f"- {escape(chapter_words(chapter))}" for chapter in result.chapters)
    yield _table(("What happened", "Times"), [(name, f"{number:,}") for name, number in count_rows(result)])
    header = ("No.", "Milestone", *(escape(f"{words.edition_words(chapter.edition)} ({chapter.kind})") for chapter in result.chapters))
    for name, lives in group_lives(result):
        yield f"## {escape(name)}"
        yield _table(
            header,
            [(str(number), escape(life.text), *(_column(life, place) for place in range(len(result.chapters)))) for number, life in lives],
        )
    if result.issues:
        yield "## What was not read, and what to know"
        yield "\n".join(f"- {escape(words.issue_words(issue))}" for issue in result.issues)


def events_of(life: Life, chapter: int) -> list[Event]:
    """What one document, by its place among the chapters, did to one milestone."""
    return [one for one in life.events if one.chapter == chapter]


def _column(life: Life, chapter: int) -> str:
    said = [
        f"{escape(event_words(one))}{f' ({words.page_words(one.page, one.line, one.source)})' if one.page or one.line else ''}"
        for one in events_of(life, chapter)
    ]
    return "<br>".join(said)


def render_csv(result: History) -> str:
    """One row an event."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        (
            "number",
            "life",
            "milestone",
            "objective",
            "edition",
            "source",
            "kinds",
            "status",
            "interim",
            "text",
            "targets",
            "page",
            "line",
            "needs_review",
        )
    )
    for _, lives in group_lives(printable(result)):
        for number, life in lives:
            for one in life.events:
                values = (
                    number, life.id, life.text, life.objective, one.edition, one.source, " | ".join(one.kinds), one.status,
                    one.interim if one.status else None, one.text,
                    " | ".join([*one.targets, *(figure_words(figure) for figure in one.figures)]), one.page, one.line, one.needs_review,
                )  # fmt: skip
                writer.writerow([cell(value) for value in values])
    return out.getvalue()
