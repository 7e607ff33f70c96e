"""The pieces that text reports are laid out of: headings, labelled lines, items and tables of figures.

A piece is told how wide a line may be, and gives its lines; a line is a row of spans, each with the style that a terminal may show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from plantext.report.wrapping import columns_of, wrap


class Span(NamedTuple):
    """A part of a line. `style` is one of `STYLES`, or nothing."""

    text: str
    style: str = ""


Laid = Callable[[int], Iterator[tuple[Span, ...]]] | str
"""A piece; a string is a line as it stands, and an empty one a blank line."""

LABEL = "dim"
"""The style of what only guides the eye."""

STYLES: dict[str, str] = {
    "bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "magenta": "35", "cyan": "36",
}  # fmt: skip
"""What a terminal is told for a style (ECMA-48, select graphic rendition)."""

QUOTE = 320  # characters of a passage: enough to judge it by, its page says where the rest is
GAP = 3  # columns between two columns of figures
NARROW = 6  # columns: a column of figures gets no narrower while another could


def heading(text: str, style: str = "bold") -> Laid:
    """A line of its own, bold where styles are shown."""
    return paragraph(text, style=style)


def paragraph(text: str, indent: int = 0, style: str = "") -> Laid:
    """A wrapped text."""
    return lambda width: ((Span(" " * indent), Span(line, style)) for line in wrap(text, width - indent))


def item(marker: str, text: str, indent: int = 2, style: str = "") -> Laid:
    """A marker, and its text wrapped beside it."""
    return _beside(((marker, text),), indent, columns_of(marker), 1, styles=("", style))


def labelled(pairs: Iterable[tuple[str, str]], indent: int = 4, label_width: int | None = None) -> Laid:
    """Labels on the left, their texts wrapped on the right."""
    held = tuple(pairs)
    taken = max((columns_of(label) for label, _ in held), default=0) if label_width is None else label_width
    return _beside(held, indent, taken, 2, styles=(LABEL, ""))


def _beside(pairs: Sequence[tuple[str, str]], indent: int, taken: int, gap: int, styles: tuple[str, str]) -> Laid:
    """On the left what takes `taken` columns, and after a gap on the right what is wrapped."""

    def lines(width: int) -> Iterator[tuple[Span, ...]]:
        for left, right in pairs:
            for number, line in enumerate(wrap(right, width - indent - taken - gap)):
                shown = left if number == 0 else ""
                yield Span(" " * indent), Span(shown, styles[0]), Span(" " * (taken - columns_of(shown) + gap)), Span(line, styles[1])

    return lines


def figures(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Laid:
    """A table of figures: the first column names them, the others are numbers."""
    held = [*([header] if any(header[1:]) else []), *rows]

    def lines(width: int) -> Iterator[tuple[Span, ...]]:
        widths = _fitted([max(map(columns_of, column)) for column in zip(*held, strict=True)], width - 2)
        for row in held:
            style = LABEL if row is header else ""
            cells = [wrap(text, taken) for text, taken in zip(row, widths, strict=True)]
            for parts in zip_longest(*cells, fillvalue=""):
                yield tuple(_aligned(parts, widths, style))

    return lines


def _aligned(parts: Sequence[str], widths: Sequence[int], style: str) -> Iterator[Span]:
    for place, (part, taken) in enumerate(zip(parts, widths, strict=True)):
        spare = " " * (taken - columns_of(part))
        yield Span(" " * (GAP if place else 2) + spare * bool(place))
        yield Span(part, style)
        yield Span("" if place else spare)


def _fitted(widths: list[int], room: int) -> list[int]:
    """The widths of columns, the widest but the first narrowed until all find room; the first where that is not enough."""
    room -= GAP * (len(widths) - 1)
    while sum(widths) > room and max(widths[1:], default=0) > NARROW:
        widest = max(range(1, len(widths)), key=widths.__getitem__)
        widths[widest] -= 1
    widths[0] = max(NARROW, widths[0] - max(0, sum(widths) - room))
    return widths


def notes(lines: Iterable[str]) -> Iterator[Laid]:
    """What a reader must know of what was read, where there is anything."""
    for number, line in enumerate(lines):
        if not number:
            yield ""
            yield heading("What was not read, and what to know")
        yield item("-", line)
