"""What gaps between letters say: spaces that a producer did not write and pdfium missed, the white between columns, what is one run."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import islice, pairwise

from plantext.read.pdf.engines import pdfium_calls as calls
from plantext.read.pdf.engines.engine import Run

MOSTLY = 0.1  # of a page's spaces are guessed by pdfium: its producer writes none, or not all
WORDS = 1.0  # em: a wider gap does not part words but columns, and nobody writes a space there
JOIN = 0.45  # em: neighbours of one style that are nearer than this are one run
USUAL = 0.2  # em: a line of which the words leave no more room for each space is not looked at for columns
SAMPLE = 24  # spaces looked at, and at most as many between two figures
LINES = 8  # runs looked at for the white between two columns, the loosest first
SHORT = 12  # characters of a run that holds no two columns
LOOSE = 1.12  # times the usual width of a letter of its size: a run with more of it may hold white
CELLS = 0.45  # em: a wider gap parts two cells where words are parted by spaces that the producer wrote
MISSED = 0.1  # em: in such a page a gap wider than this is a space
SPREAD = 10  # characters of a text that is set letter by letter
PARTS = 1.6  # times the usual gap of its letters: a wider one parts two words
SLACK = (-0.15, 0.07)  # em: a word that is so much narrower or wider than its letters is looked at letter by letter
_BETWEEN = re.compile(r" (?<=[\d%)] )(?=[–£(-]?\d)")  # where a row of a table is likely parted; a space is found fast, so it comes first
_YEARS = re.compile(r"(?:(?:19|20)\d\d\s*)+")


def find_gaps(page: calls.Pointer, room: calls.Room, text: str) -> Gaps | None:
    """The gaps of a page that need a look; None where a sample of its spaces shows none.

    They do where the producer writes no spaces, so that pdfium had to guess them (it misses narrow ones), and where it wrote the
    cells of a row, or of two columns, as one text object.
    """
    step = max(1, len(text) // SAMPLE)
    sample = sorted({place for start in range(0, len(text), step) if (place := text.find(" ", start)) >= 0})
    put_in = [i for i in sample if calls.generated(page, i) == 1]
    if sum(_em_at(page, room, i) < WORDS for i in put_in) > MOSTLY * len(sample):
        return Gaps(page, room, spaceless=True)
    put_in += [match.start() for match in islice(_BETWEEN.finditer(text), SAMPLE)]
    return Gaps(page, room, spaceless=False) if _are_parted(page, room, text, put_in) else None


def find_white(page: calls.Pointer, room: calls.Room, text: str, runs: Sequence[Run]) -> Gaps | None:
    """The gaps of a page on which a run that is wider than as many letters of its size use to be holds the white between two columns."""
    widths = sorted([((run.x1 - run.x0) / run.size / len(run.text), at) for at, run in enumerate(runs) if len(run.text) >= SHORT])
    if not widths:
        return None
    least = LOOSE * widths[len(widths) // 2][0]
    for width, at in widths[: -LINES - 1 : -1]:
        if width < least:
            break
        words = runs[at].text
        start = text.find(words)
        if start >= 0 and _are_parted(page, room, text, [i for i in range(start + 1, start + len(words) - 1) if text[i] == " "]):
            return Gaps(page, room, spaceless=False)
    return None


def _are_parted(page: calls.Pointer, room: calls.Room, text: str, spaces: Sequence[int]) -> bool:
    """Whether pdfium put in one of the spaces where white stands between two cells of a row."""
    return any(calls.generated(page, i) == 1 and _em_at(page, room, i) > CELLS and _is_in_row(page, text, i) for i in spaces)


def _em_at(page: calls.Pointer, room: calls.Room, at: int) -> float:
    """How wide the space at `at` is, in em."""
    calls.loose_box(page, at + 1, room.box_place)
    left: float = room.box[0]
    calls.loose_box(page, at - 1, room.box_place)
    calls.matrix(page, at - 1, room.shown_place)
    _, _, c, d = room.shown_matrix
    size: float = calls.size(page, at - 1) * math.hypot(c, d)
    return (left - float(room.box[2])) / size if size else 0.0


def _is_in_row(page: calls.Pointer, text: str, at: int) -> bool:
    """Whether what stands on both sides of the space at `at` is of one text object, and not only the years below a chart."""
    line = text[text.rfind("\n", 0, at) + 1 : (text.find("\n", at) + 1 or len(text) + 1) - 1]
    return bool(calls.text_object(page, at - 1) == calls.text_object(page, at + 1)) and not _YEARS.fullmatch(line.strip())


def is_spread(text: str) -> bool:
    """Whether a text is set letter by letter with white between, so that pdfium put a space in after nearly each.

    >>> is_spread("P A R K A U T H O R I T Y"), is_spread("a b in the park"), is_spread("- - - - - - - -")
    (True, False, False)
    """
    return len(text) >= SPREAD and text.count(" ") * 5 > len(text) * 2 and sum(map(str.isalpha, text)) * 5 > len(text) * 2


def close_up(page: calls.Pointer, room: calls.Room, text: str, first: int) -> str:
    """The words of a spread text, whose first character is `first` of the page: only the wider gaps part them."""
    places: list[tuple[str, float, float]] = []
    for index, letter in enumerate(text):
        if letter != " ":
            calls.loose_box(page, first + index, room.box_place)
            places.append((letter, room.box[0], room.box[2]))
    gaps = [b[1] - a[2] for a, b in pairwise(places)]
    usual = sorted(gaps)[len(gaps) // 2]
    return places[0][0] + "".join(
        (" " if gap > PARTS * usual else "") + letter for gap, (letter, _, _) in zip(gaps, places[1:], strict=True)
    )


class Gaps:
    """The gaps between the letters of one page. How wide a letter is in a font is asked once: a word of its natural width holds no gap."""

    def __init__(self, page: calls.Pointer, room: calls.Room, *, spaceless: bool) -> None:
        self.page, self.spaceless = page, spaceless
        self.box, self.place = room.box, room.box_place
        self.widths: dict[tuple[int, float], dict[str, float]] = {}  # of letters, by font and size
        self.whole: dict[tuple[int, float], set[str]] = {}  # words that hold no gap

    def with_spaces(self, text: str, first: int, size: float, font: int) -> str:
        """The text of a run, whose first character is `first` of the page, with a space wherever a gap is much wider than the others."""
        return self._by_letter(text, first, size) if self.spaceless and self._has_gap(text, first, size, font) else text

    def columns(self, text: str, first: int, size: float, font: int) -> list[int]:
        """The characters of the page that begin another column within one text object: pdfium put a wide space in before each."""
        words = text.split(" ")
        if len(words) < 2 or (self.spaceless and not self._is_wide(words, first, size, font)):
            return []
        least = (WORDS if self.spaceless else CELLS) * size
        box, place = self.box, self.place
        found: list[int] = []
        at = first
        for word in words[:-1]:
            at += len(word) + 1
            if not word or not (self.spaceless or calls.generated(self.page, at - 1) == 1):
                continue
            calls.loose_box(self.page, at - 2, place)
            right = box[2]
            calls.loose_box(self.page, at, place)
            if box[0] - right > least:
                found.append(at)
        return found

    def _is_wide(self, words: list[str], first: int, size: float, font: int) -> bool:
        """Whether a line is so much wider than its words that white between columns may stand in it."""
        known = self.widths.setdefault((font, size), {})
        at, natural = first, 0.0
        for word in words:
            natural += self._width(word, at, known)
            at += len(word) + 1
        calls.loose_box(self.page, first, self.place)
        left = self.box[0]
        calls.loose_box(self.page, at - 2, self.place)
        return bool(self.box[2] - left - natural > (WORDS + USUAL * (len(words) - 2)) * size)

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
