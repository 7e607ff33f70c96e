"""Coverage as text: each ask, whether the plan answers it, and where."""

from __future__ import annotations

from collections.abc import Iterator

from plantext.model.coverage import Answer, Coverage, Evidence
from plantext.report import replies, words
from plantext.report.lines import QUOTE, Laid, figures, heading, item, labelled, notes, paragraph
from plantext.report.rows import AskRow, count_statuses, for_the_record, group_asks

EVIDENCE = 3  # passages an ask; the other formats hold all
STATUS_STYLES = {"covered": "green", "partial": "yellow", "mentioned": "yellow", "not_found": "red"}


def coverage_lines(result: Coverage) -> Iterator[Laid]:
    """The counts first, then every theme with its asks."""
    groups = group_asks(result)
    rows = [row for group in groups for row in group.rows]
    yield heading(f"Coverage: {words.plural(len(rows), 'ask')} of {result.report.name} in {result.plan.name}")
    counts = count_statuses(rows)
    columns = [words.ANSWERABLE_WORDS[answerable] for answerable in words.ANSWERABLE_ORDER]
    yield figures(
        ("", *columns),
        [(words.STATUS_WORDS[status], *(f"{number:,}" for number in numbers.values())) for status, numbers in counts.items()],
    )
    yield ""
    yield paragraph(f"{words.REVIEW}: {sum(bool(row.answer and row.answer.needs_review) for row in rows):,}.", 2)
    yield from notes(words.issue_words(issue) for issue in result.issues)
    for group in groups:
        yield ""
        yield heading(group.name)
        for row in group.rows:
            yield ""
            said = row.statement
            yield item(
                f"{row.number}.", f"{words.STATUS_WORDS[row.status]}. {replies.ask_words(said)}", style=STATUS_STYLES.get(row.status, "")
            )
            yield paragraph(f"“{words.shorten(said.text, 2 * QUOTE)}”", 5)
            yield labelled(_ask_lines(row, answered=result.response is not None), 5, 8)
    yield from _kept(result)
    record = for_the_record(result)
    if record:
        yield ""
        yield heading("For the record: nothing asked")
        for said in record:
            yield item("-", f"{words.ACT_WORDS[said.act]}: {words.shorten(said.text, QUOTE)} ({words.page_words(said.page, said.line)})")


def _ask_lines(row: AskRow, *, answered: bool = False) -> Iterator[tuple[str, str]]:
    answer = row.answer
    if answer is None:
        return
    if answer.answerable != "this_plan":
        yield "Note", f"{words.ANSWERABLE_WORDS[answer.answerable]}: {words.ANSWERABLE_MEANS[answer.answerable]}."
    if answer.absence_refuted:
        yield "Note", f"{words.FOUND_IN_THIS_VERSION}. {words.EARLIER_DRAFT}"
    for evidence in answer.evidence[:EVIDENCE]:
        yield "Plan", _evidence_words(evidence)
    if len(answer.evidence) > EVIDENCE:
        yield "", f"and {words.plural(len(answer.evidence) - EVIDENCE, 'more passage')}"
    yield from _search_lines(answer)
    if answer.reply:
        yield "Reply", replies.reply_words(answer.reply)
        for passage in answer.reply.passages:
            yield "", f"“{words.shorten(passage.text, QUOTE)}” ({words.place_words(passage)})"
    elif answered:
        yield "Reply", replies.NO_REPLY
    if answer.needs_review:
        yield "Review", words.review_words(answer.review_reason)


def _search_lines(answer: Answer) -> Iterator[tuple[str, str]]:
    """What was looked for, and what came nearest where nothing was found."""
    if answer.searched:
        yield "Searched", ", ".join(answer.searched)
    if answer.absent_terms:
        yield "Absent", f"never in the plan: {', '.join(answer.absent_terms)}"
    for evidence in answer.nearest:
        yield "Nearest", f"“{words.shorten(evidence.text, QUOTE)}” ({words.place_words(evidence)}), though it may not answer"


def _kept(result: Coverage) -> Iterator[Laid]:
    if not result.kept:
        return
    yield ""
    yield heading(replies.KEPT)
    for number, one in enumerate(result.kept, start=1):
        row = AskRow(number=number, statement=one.undertaking, answer=one.answer)
        yield ""
        yield item(f"{number}.", words.STATUS_WORDS[row.status], style=STATUS_STYLES.get(row.status, ""))
        yield paragraph(f"“{words.shorten(one.undertaking.text, 2 * QUOTE)}”", 5)
        yield labelled(_ask_lines(row), 5, 8)
        if one.again:
            yield paragraph(replies.again_words(len(one.again)), 5)


def _evidence_words(evidence: Evidence) -> str:
    note = replies.evidence_words(evidence.why, evidence.new)
    why = f". {note}" if note else ""
    return f"“{words.shorten(evidence.text, QUOTE)}” ({words.place_words(evidence)}){why}"
