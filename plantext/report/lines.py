"""The pieces that text reports are laid out of: headings, labelled lines, items and tables of figures, as rich's renderables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType

LABEL = "dim"
"""The style of what only guides the eye."""


def heading(text: str, style: str = "bold") -> RenderableType:
    """A line of its own, bold where styles are shown."""
    from rich.text import Text

    return Text(text, style=style)


def labelled(pairs: Iterable[tuple[str, str]], indent: int = 4, label_width: int | None = None) -> RenderableType:
    """Labels on the left, their texts wrapped on the right."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style=LABEL, width=label_width)
    table.add_column(ratio=1, overflow="fold")
    for label, text in pairs:
        table.add_row(Text(label), Text(text))
    return Padding(table, (0, 0, 0, indent))


def paragraph(text: str, indent: int = 0, style: str = "") -> RenderableType:
    """A wrapped text."""
    from rich.padding import Padding
    from rich.text import Text

    return Padding(Text(text, style=style), (0, 0, 0, indent))


def item(marker: str, text: str, indent: int = 2, style: str = "") -> RenderableType:
    """A marker, and its text wrapped beside it."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_row(Text(marker), Text(text, style=style))
    return Padding(table, (0, 0, 0, indent))


def figures(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> RenderableType:
    """A table of figures: the first column names them, the others are numbers."""
    from rich.padding import Padding
    from rich.table import Table

    table = Table(box=None, padding=(0, 3, 0, 0), show_header=any(header[1:]), header_style=LABEL, pad_edge=False)
    for place, name in enumerate(header):
        table.add_column(name, justify="right" if place else "left", no_wrap=place == 0)
    for row in rows:
        table.add_row(*row)
    return Padding(table, (0, 0, 0, 2))
