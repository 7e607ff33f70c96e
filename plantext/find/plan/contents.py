"""What the contents list says of a section."""

from __future__ import annotations

import re

from plantext.find.editions import find_editions
from plantext.find.plan.objectives import objective_key, without_number
from plantext.model.document import Document

_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)*)[.)]?\s")


def contents_edition(document: Document, heading: str) -> str | None:
    """The edition that the contents list names for the section of that heading; None where it names none or several."""
    number = _NUMBER.match(heading)
    for block in document.blocks:
        if block.role != "toc":
            continue
        entry = _NUMBER.match(block.text)
        same = entry[1] == number[1] if number and entry else objective_key(block.text) == objective_key(without_number(heading))
        if same:
            editions = set(find_editions(block.text))
            return editions.pop() if len(editions) == 1 else None
    return None
