"""What a history and a progress report say of a figure: its page once, its time in plain words."""

import pytest
from msgspec import structs

from plantext.report import render
from plantext.report.history import number_lines
from plantext.report.progress import figure_words
from tests.factories.follow import figure, sample_history


def test_a_page_that_stands_beside_is_not_said_again():
    told = figure("gulls", 90, 92.5, change=False)
    assert figure_words(told) == "gulls: aimed at 90 per cent, reported 92.5 per cent (as at 31 January 2022; page 3)"
    assert figure_words(told, 3) == "gulls: aimed at 90 per cent, reported 92.5 per cent (as at 31 January 2022)"
    assert figure_words(told, 4).endswith("; page 3)")
    assert figure_words(structs.replace(told, as_at=None), 3) == "gulls: aimed at 90 per cent, reported 92.5 per cent"


def test_every_event_says_its_page_once():
    history = sample_history()
    events = [event for life in history.lives for event in life.events if event.figures]
    assert events
    assert not any("page" in line for event in events for line in number_lines(event) if event.figures[0].page == event.page)


@pytest.mark.parametrize(("period", "said"), [("eleven months", "over eleven months"), ("since April", "since April")])
def test_the_time_of_a_figure(period, said):
    assert f"; {said}; page 3)" in figure_words(figure("gulls", 90, 92.5, period=period))


def test_what_the_first_plan_has_is_not_called_introduced():
    text = render(sample_history(), "text")
    assert "First seen" in text
    assert "Introduced" not in text
