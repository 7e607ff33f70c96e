"""The matrix of topics by plans, in every format: a table of counts first, then the sentences with their pages."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from plantext.model.topics import Mention, TopicMatrix, TopicRow
from plantext.report import words
from plantext.report.csv import cell
from plantext.report.lines import Laid, figures, heading, item, labelled
from plantext.report.printable import printable

QUOTE = 320  # characters of a sentence in text: its page says where the rest is
SHOWN = 5  # sentences of one topic and plan in text; the other formats hold all


def topics_text(result: TopicMatrix) -> Iterator[Laid]:
    """The lines of the text report."""
    yield heading(f"Topics: {words.plural(len(result.topics), 'topic')} in {words.plural(len(result.plans), 'plan')}")
    yield labelled(((f"Plan {number}", words.source_words(plan)) for number, plan in enumerate(result.plans, start=1)), 2)
    yield ""
    columns = ("Sentences that speak of it", *(f"Plan {number}" for number in range(1, len(result.plans) + 1)))
    yield figures(columns, [(row.label, *(f"{one.count:,}" for one in row.plans)) for row in result.topics])
    for row in result.topics:
        yield ""
        yield heading(f"{row.label}: {', '.join(row.phrases)}")
        for one in row.plans:
            name = result.plans[one.plan].name
            if not one.count:
                yield item("-", f"{name}: never in the plan")
                continue
            yield item("-", f"{name}: {words.plural(one.count, 'sentence')}")
            for mention in one.mentions[:SHOWN]:
                yield item("-", f"“{words.shorten(mention.text, QUOTE)}” ({words.place_words(mention)}){_commits(mention)}", 4)
            if one.count > SHOWN:
                yield item("-", f"and {words.plural(one.count - SHOWN, 'more sentence')}", 4)


def _commits(mention: Mention) -> str:
    return ". The plan commits itself here" if mention.commits else ""


def render_topics_markdown(result: TopicMatrix) -> str:
    """The matrix as Markdown."""
    from plantext.report.markdown import _page, _table, escape

    def lines() -> Iterator[str]:
        shown = printable(result)
        yield "# Topics by plans"
        yield from _table(
            ("Topic", *(escape(plan.name) for plan in shown.plans)),
            ((escape(row.label), *(f"{one.count:,}" for one in row.plans)) for row in shown.topics),
        )
        for row in shown.topics:
            yield f"## {escape(row.label)}"
            yield f"Looked for: {escape(', '.join(row.phrases))}"
            if not any(one.count for one in row.plans):
                yield "Never in any of the plans."
                continue
            yield from _table(
                ("Plan", "Where", "What it says"), (_cells(shown, one.plan, mention) for one in row.plans for mention in one.mentions)
            )

    def _cells(shown: TopicMatrix, plan: int, mention: Mention) -> tuple[str, str, str]:
        return (
            escape(shown.plans[plan].name),
            escape(words.sentence(words.place_words(mention))),
            f"“{escape(mention.text)}”{_commits(mention)}",
        )

    return _page(lines())


def render_topics_html(result: TopicMatrix) -> str:
    """The matrix as a page."""
    from plantext.report.html import _page

    shown = printable(result)
    return _page(
        "topics.html.j2", rows=sum(one.count for row in shown.topics for one in row.plans), result=shown,
        issues=[words.issue_words(issue) for issue in shown.issues],
    )  # fmt: skip


def render_topics_csv(result: TopicMatrix) -> str:
    """One row a mention; a topic that a plan never speaks of has a row with a count of 0 and no text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("topic", "plan", "count", "phrases", "text", "page", "line", "section", "commits"))
    for row in printable(result).topics:
        for values in _csv_rows(result, row):
            writer.writerow([cell(value) for value in values])
    return out.getvalue()


def _csv_rows(result: TopicMatrix, row: TopicRow) -> Iterator[tuple[object, ...]]:
    for one in row.plans:
        name = result.plans[one.plan].name
        if not one.mentions:
            yield row.label, name, 0, None, None, None, None, None, None
        for mention in one.mentions:
            yield (
                row.label,
                name,
                one.count,
                " | ".join(mention.phrases),
                mention.text,
                mention.page,
                mention.line,
                mention.section,
                mention.commits,
            )
