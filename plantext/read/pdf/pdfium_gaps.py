"""What gaps between letters say: spaces that a producer did not write and pdfium missed, the white between columns, what is one run."""

from __future__ import annotations

import math

from plantext.read.pdf import pdfium_calls as calls
from plantext.read.pdf.engine import Run

MOSTLY = 0.1  # of a page's spaces are guessed by pdfium: its producer writes none, or not all
WORDS = 1.0  # em: a wider gap does not part words but columns, and nobody writes a space there
JOIN = 0.45  # em: neighbours of one style that are nearer than this are one run
USUAL = 0.5  # em: a line of which the words leave no more room for each space is not looked at for columns
SAMPLE = 24  # spaces looked at
MISSED = 0.1  # em: in such a page a gap wider than this is a space
SLACK = (-0.15, 0.07)  # em: a word that is so much narrower or wider than its letters is looked at letter by letter


def is_spaceless(page: calls.Pointer, room: calls.Room, text: str) -> bool:
    """Whether the producer writes no spaces, so that pdfium had to guess them from the gaps (it misses narrow ones)."""
    step = max(1, len(text) // SAMPLE)
    sample = sorted({place for start in range(0, len(text), step) if (place := text.find(" ", start)) >= 0})
    return sum(_is_guessed(page, room, i) for i in sample if calls.generated(page, i) == 1) > MOSTLY * len(sample)


def _is_guessed(page: calls.Pointer, room: calls.Room, at: int) -> bool:
    """Whether the space at `at`, which pdfium put in, stands between two words."""
    calls.loose_box(page, at + 1, room.box_place)
    left: float = room.box[0]
    calls.loose_box(page, at - 1, room.box_place)
    calls.matrix(page, at - 1, room.shown_place)
    _, _, c, d = room.shown_matrix
    size: float = calls.size(page, at - 1) * math.hypot(c, d)
    return left - float(room.box[2]) < WORDS * size


class Gaps:
    """The gaps between the letters of one page. How wide a letter is in a font is asked once: a word of its natural width holds no gap."""

    def __init__(self, page: calls.Pointer, room: calls.Room) -> None:
        self.page = page
        self.box, self.place = room.box, room.box_place
        self.widths: dict[tuple[int, float], dict[str, float]] = {}  # of letters, by font and size
        self.whole: dict[tuple[int, float], set[str]] = {}  # words that hold no gap

    def with_spaces(self, text: str, first: int, size: float, font: int) -> str:
        """The text of a run, whose first character is `first` of the page, with a space wherever a gap is much wider than the others."""
        return self._by_letter(text, first, size) if self._has_gap(text, first, size, font) else text

    def columns(self, text: str, first: int, size: float, font: int) -> list[int]:
        """The characters of the page that begin another column within one text object: the space before each is wider than any word's."""
        words = text.split(" ")
        if len(words) < 2:
            return []
        known = self.widths.setdefault((font, size), {})
        at, natural = first, 0.0
        for word in words:
            natural += self._width(word, at, known)
            at += len(word) + 1
        box, place = self.box, self.place
        calls.loose_box(self.page, first, place)
        left = box[0]
        calls.loose_box(self.page, first + len(text) - 1, place)
        if box[2] - left - natural < (WORDS + USUAL * (len(words) - 2)) * size:
            return []
        found: list[int] = []
        at = first
        for word in words[:-1]:
            at += len(word) + 1
            calls.loose_box(self.page, at - 2, place)
            right = box[2]
            calls.loose_box(self.page, at, place)
            if word and box[0] - right > WORDS * size:
                found.append(at)
        return found

    def _has_gap(self, text: str, first: int, size: float, font: int) -> bool:
        """Whether any word is wider than its letters."""
        key = (font, size)
        known, whole = self.widths.setdefault(key, {}), self.whole.setdefault(key, set())
        low, high = SLACK[0] * size, SLACK[1] * size
        box, place, page, loose_box = self.box, self.place, self.page, calls.loose_box
        at = first
        for word in text.split(" "):
            end = at + len(word)
            if end - at > 1 and word not in whole:
                width = self._width(word, at, known)
                loose_box(page, at, place)
                left = box[0]
                loose_box(page, end - 1, place)
                if not low < box[2] - left - width < high:
                    return True
                whole.add(word)
            at = end + 1
        return False

    def _width(self, word: str, at: int, known: dict[str, float]) -> float:
        """How wide the letters of `word` are, each asked for where it is new."""
        try:
            return sum(map(known.__getitem__, word))
        except KeyError:
            for index, letter in enumerate(word):
                if letter not in known:
                    calls.loose_box(self.page, at + index, self.place)
                    known[letter] = self.box[2] - self.box[0]
            return sum(map(known.__getitem__, word))

    def _by_letter(self, text: str, first: int, size: float) -> str:
        gaps: list[float] = []
        box, right = self.box, 0.0
        for index, letter in enumerate(text):
            calls.loose_box(self.page, first + index, self.place)
            gaps.append(0.0 if index == 0 or letter == " " or text[index - 1] == " " else box[0] - right)
            right = box[2]
        limit = max(MISSED * size, 3 * sorted(gaps)[len(gaps) // 2])
        return "".join((" " if gap > limit else "") + letter for gap, letter in zip(gaps, text, strict=True))


def continues(previous: Run, run: Run) -> bool:
    """Whether `run` only goes on with `previous`."""
    return (
        previous.style == run.style
        and previous.angle == run.angle == 0
        and abs(previous.size - run.size) < 0.1
        and abs(previous.baseline - run.baseline) < 0.5
        and -0.5 * run.size < run.x0 - previous.x1 < JOIN * run.size
    )
