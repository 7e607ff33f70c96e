from __future__ import annotations

from plantext.report.lines import Laid, figures, heading, item, labelled, notes, paragraph


def laid(piece: Laid, width: int = 24) -> list[str]:
    return ["".join(span.text for span in line).rstrip() for line in piece(width)] if callable(piece) else [piece]


def test_what_is_wrapped_stays_in_its_column():
    assert laid(item("3.", "Visit every village hall twice"), 20) == ["  3. Visit every", "     village hall", "     twice"]
    assert laid(paragraph("Visit every hall", 4), 12) == ["    Visit", "    every", "    hall"]
    assert laid(labelled([("Plan", "Visit every hall"), ("Reason", "none")], 2), 18) == [
        "  Plan    Visit",
        "          every",
        "          hall",
        "  Reason  none",
    ]


def test_figures_stand_to_the_right_and_their_header_only_where_there_is_one():
    assert laid(figures(("", ""), [("Added", "5"), ("Removed", "12")])) == ["  Added      5", "  Removed   12"]
    assert laid(figures(("Edition", "Plan"), [("2031-32", "5")])) == ["  Edition   Plan", "  2031-32      5"]


def test_columns_of_figures_that_find_no_room_are_wrapped():
    lines = laid(figures(("", "For this plan", "For a later plan"), [("Not found", "4", "1,250")]), 34)
    assert max(map(len, lines)) <= 34
    assert lines[-1].split() == ["Not", "found", "4", "1,250"]


def test_styles_are_told_of_what_is_said_and_not_of_the_blanks():
    (line,) = heading("Safer streets")(40)  # type: ignore[operator]
    assert [span.style for span in line if span.text] == ["bold"]


def test_nothing_to_note_gives_no_heading():
    assert list(notes([])) == []
    assert [laid(piece)[0] for piece in notes(["Page 3 is a picture."])] == ["", "What was not read, and", "  - Page 3 is a picture."]
