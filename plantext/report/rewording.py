"""What changed, word for word, said in words: for who does not see marks, and for paper without colour."""

from __future__ import annotations

from plantext.report.rows import ChangeRow

MOST_PIECES = 4  # of either sort: more can't be followed in a sentence
MOST_WORDS = 24  # in all: more is longer to read than the two texts
WHOLE = frozenset({"added", "removed", "split", "merged"})
"""Kinds of which the reader sees at once what came and went."""


def changed_words(row: ChangeRow) -> tuple[str, ...]:
    """The words that were taken out and added, a line each; how many, where they are too many to be said; nothing where none or all did."""
    if WHOLE & set(row.kinds):
        return ()
    went, came = (
        [edit.text.strip() for edit in row.change.redline if edit.op == op and any(letter.isalnum() for letter in edit.text)]
        for op in ("delete", "insert")
    )
    if not went and not came:
        return ()
    counts = [sum(len(text.split()) for text in texts) for texts in (went, came)]
    if max(len(went), len(came)) > MOST_PIECES or sum(counts) > MOST_WORDS:
        return (f"Words taken out: {counts[0]}; words added: {counts[1]}",)
    named = (("Taken out", went), ("Put in", came))
    return tuple(f"{name}: {', '.join(f'“{text}”' for text in texts)}" for name, texts in named if texts)
