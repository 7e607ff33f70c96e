"""Whether a passage of a plan is new in this edition, or stood in the earlier one already."""

from __future__ import annotations

from plantext.find.sentences import sentences
from plantext.model.document import Document

SAME = 80  # of 100, likeness of two texts by their words: a passage with a new number or a changed phrase is the old one
SHARED = 0.5  # of the shorter text's words, without which likeness is not asked for


class Earlier:
    """The passages of the earlier edition."""

    def __init__(self, plan: Document) -> None:
        self._texts: list[tuple[frozenset[str], str]] = []
        for block in plan.texts():
            if block.kind in {"heading", "table"}:
                continue
            for span in sentences(block.text):
                text = block.text[slice(*span)].casefold()
                self._texts.append((frozenset(text.split()), text))

    def lacks(self, text: str) -> bool:
        """Whether the earlier edition had nothing like `text`."""
        from rapidfuzz import fuzz

        text = text.casefold()
        own = frozenset(text.split())
        for other, old in self._texts:
            if len(own & other) >= SHARED * min(len(own), len(other)) and fuzz.token_sort_ratio(text, old, score_cutoff=SAME):
                return False
        return True
