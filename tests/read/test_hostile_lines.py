"""Long hostile lines: the time that reading and finding take must grow about as the line does."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from plantext.errors import SourceError
from plantext.find.editions import find_editions
from plantext.find.kinds import find_kind
from plantext.find.plan.milestones import find_milestones
from plantext.find.targets.targets import find_targets
from plantext.read.html import read_html
from plantext.read.source import HTML, describe
from tests.factories.cases import read_plain

SIZE = 2_500  # characters of the shorter text: enough that a quadratic rule shows, little enough that a linear one is quick
MOST = 6.0  # times longer for twice the text; linear work takes 2, quadratic 4, and a busy machine adds to both
LEAST = 0.05  # seconds below which growth is noise
LONGEST = 5.0  # seconds for the longer text, whatever its growth

UNITS = {
    "spaced letters": "a ",
    "letters": "a",
    "capitals": "A ",
    "open brackets": "(",
    "closed brackets": ")",
    "numbers with points": "1.",
    "numbers with commas": "1,",
    "figures": "7",
    "years": "2031-",
    "ranges of years": "2031 to ",
    "commas": ",",
    "tabs": "x\t",
    "asterisks": "*",
    "bold": "**a** ",
    "underscores": "_a",
    "spaces": " ",
    "spaces with words far apart": "a" + " " * 40,
    "signs of a tag": "<",
    "open tags": "<b>",
    "lists in HTML": "<ul><li>x ",
    "square brackets": "[",
    "links": "[a](",
    "backquotes": "`a",
    "will": "will ",
    "words of direction": "reduce by ",
    "number words": "five hundred and ",
    "points": ". ",
    "colons": "we will: ",
    "dashes": "- ",
    "bullets": "• ",
    "notes": "¹",
    "entities": "&amp",
    "by the end of": "by the end of ",
    "from and to": "from 5 to ",
    "priority": "priority 1 ",
    "panel": "report of the panel",
    "response": "response of the ",
    "leaders": "x . . . ",
    "non": "non ",
    "hashes": "#",
    "quotes": "> ",
}


def read_and_find(text: str) -> None:
    try:
        document = read_plain(text)
    except SourceError:  # elements nested too deeply
        return
    find_milestones(document)
    find_kind(document)


def read_page(text: str) -> None:
    data = f"<html><body><p>{text}</p></body></html>".encode()
    try:
        read_html(data, describe(data, "plan.html", HTML))
    except SourceError:
        return


def as_list(text: str) -> None:
    read_and_find(f"Piers\n\nActions for 2031-32\n\n• {text}\n• Mend the pier\n")


def as_heading(text: str) -> None:
    read_and_find(f"# {text}\n\n## Actions {text}\n\n- Mend the pier\n- {text}:\n")


def as_cell(text: str) -> None:
    line = text.replace("\t", " ")
    read_and_find(f"Action\tBy when\n<p>{line}</p>\t{line}\n\n{line}\t{line}\n")


def as_lines(text: str) -> None:
    read_and_find("\n".join(text[at : at + 60] for at in range(0, len(text), 60)))


WAYS: dict[str, Callable[[str], object]] = {
    "a line": read_and_find,
    "lines": as_lines,
    "an entry": as_list,
    "a heading": as_heading,
    "a cell": as_cell,
    "a page": read_page,
    "targets": find_targets,
    "editions": find_editions,
}


def seconds(way: Callable[[str], object], text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        way(text)
        best = min(best, time.process_time() - start)
        if best < LEAST:
            break
    return best


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text(unit: str, way: str) -> None:
    short, long = (UNITS[unit] * (size // len(UNITS[unit])) for size in (SIZE, 2 * SIZE))
    took = seconds(WAYS[way], long)
    assert took < LONGEST
    if took > LEAST:
        assert took < MOST * max(seconds(WAYS[way], short), LEAST / MOST)
