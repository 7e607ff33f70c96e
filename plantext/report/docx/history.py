"""A history as a Word document: the life of each milestone, objective by objective, one row a milestone."""

from __future__ import annotations

from plantext.model.progress import Event, History, Life
from plantext.report import words
from plantext.report.docx import content
from plantext.report.docx.content import Cell, cell, paragraph, quiet
from plantext.report.docx.parts import add_foot, add_list, add_notice, add_paragraph
from plantext.report.docx.styles import finish, new_document, text_width
from plantext.report.docx.tables import add_table
from plantext.report.history import chapter_words, count_rows, group_lives, kind_words, new_wording, number_lines
from plantext.report.printable import printable

HEADER = ("No.", "Milestone, in its last wording", "What happened to it")
SHARES = (0.05, 0.35, 0.6)  # of a line's width, for each column
FIGURES = (10.5, 3.5)  # centimetres


def render_history(result: History) -> bytes:
    """The history of the milestones."""
    result = printable(result)
    document = new_document(f"The life of {words.plural(len(result.lives), 'milestone')}")
    add_paragraph(document, "The documents, in order:", style="Lead-in")
    add_list(document, map(chapter_words, result.chapters))
    document.add_heading("In figures", 2)
    counts = [(cell(name), (content.strong(f"{number:,}"),)) for name, number in count_rows(result)]
    add_table(document, "What happened, and how often", ("What happened", "Times"), counts, FIGURES)
    add_notice(document, [words.issue_words(issue) for issue in result.issues])
    widths = [text_width() * share for share in SHARES]
    for name, lives in group_lives(result):
        document.add_heading(name, 2)
        rows = [(cell(str(number)), cell(life.text), _events(life, result)) for number, life in lives]
        add_table(document, f"The life of each milestone: {name}", HEADER, rows, widths)
    add_foot(document)
    return finish(document)


def _events(life: Life, result: History) -> Cell:
    return tuple(part for place, event in enumerate(life.events) for part in _event(life, place, event, result))


def _event(life: Life, place: int, event: Event, result: History) -> tuple[content.Paragraph, ...]:
    """The year and what happened in bold; its numbers; the wording where it is new; where it stands."""
    kind = result.chapters[event.chapter].kind
    said = new_wording(life, place)
    found = (words.sentence(words.page_words(event.page, event.line, event.source)),) if event.page or event.line else ()
    return (
        content.strong(f"{words.edition_words(event.edition)} ({kind}): {kind_words(event).lower()}"),
        *(paragraph(line) for line in number_lines(event)),
        *((paragraph(f"“{said}”"),) if said else ()),
        *(quiet(f"{where} of {event.source}") for where in found),
    )
