"""Topics by plans."""

from pathlib import Path

import plantext
from plantext.model.topics import Topic
from plantext.report import formats_of, render

FIXTURES = Path(__file__).parent / "fixtures"
TOPICS = [Topic(label="Fires", phrases=("deliberate fire", "arson")), Topic(label="Trams", phrases=("tram",))]


def matrix():
    return plantext.topics(TOPICS, [FIXTURES / "harbour_plan.md", FIXTURES / "ferry_plan.md"])


def test_counts_quotes_and_places():
    result = matrix()
    assert [[one.count for one in row.plans] for row in result.topics] == [[2, 0], [0, 0]]
    plan = plantext.read(FIXTURES / "harbour_plan.md")
    first, second = result.topics[0].plans[0].mentions
    assert (first.commits, second.commits) == (True, False)
    for mention in (first, second):
        assert plan.block(mention.block).text[slice(*mention.span)] == mention.text
        assert mention.line


def test_every_format_says_the_same_and_says_what_is_not_there():
    result = matrix()
    assert {"text", "json", "md", "html", "csv"} <= set(formats_of(type(result)))
    for form in ("text", "json", "md", "html", "csv"):
        written = render(result, form)
        assert "Trams" in written
        assert "empty warehouses are broken into" in " ".join(written.split())
    assert "Trams,ferry_plan.md,0" in render(result, "csv")


def test_cells_never_begin_a_formula(tmp_path):
    plan = tmp_path / "plan.md"
    plan.write_text("# Plan for 2041\n\n=SUM(A1) is what the tram costs.\n")
    rows = render(plantext.topics(TOPICS, [plan]), "csv").splitlines()
    assert not any(cell.startswith("=") for row in rows for cell in row.split(","))
