"""The text of lines: words that were hyphenated made whole, raised figures taken out as marks, bold and italic kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from plantext.model.document import Mark
from plantext.read.pdf.lines import Line
from plantext.text.lexicon import common_words
from plantext.text.normalise import clean
from plantext.text.words import STOP_WORDS, stem

SOFT = "\u2010\u00ad"  # hyphens that only a line's end makes (WeasyPrint, browsers)
HARD = "-\u2011\x02\ufffe"  # hyphens that may be the word's own; the last two are how pdfium says "hyphen at a line's end"
SOFT_ENDS = tuple(SOFT)
BROKEN = tuple(SOFT + HARD)
JOINING = frozenset(["", "/", "–", *SOFT, *HARD])  # the ends of a text to which the next line may be joined without a space
SMALL_WORDS = STOP_WORDS | frozenset(
    "albeit although among amongst another anybody anyone anything cannot christmas eighteen everybody everyone everything fifteen "
    "fourteen hereafter hereby herself himself hitherto insofar myself nineteen onto ourselves seventeen sixteen something themselves "
    "thirteen toward towards unless whenever whereas whichever whoever yourself yourselves".split()
)
"""Words that a list of words with a subject does not have, and whose parts are words too."""
FRAGMENT = 4  # letters: a shorter piece may be a prefix
PREFIXES = frozenset(
    "anti co counter cross e ex inter mid mini multi non out over post pre pro re self semi sub super trans ultra under".split()
)
"""They are often followed by a hyphen in English spelling, where others write one word."""
BESIDE = 8  # lines: so many may stand beside one, in a row of a table
INDENT = 3.0  # em: the next line of a text begins no further away sideways
_NOTE = re.compile(r"^(\[|\()?(\d{1,3}|[*†‡§]{1,3}|[a-z])(?(1)[\])])$")
_NOTES = re.compile(r"^(?:\d{1,3}(?:\s*[,;]\s*\d{1,3})*|\[(?:foot|end)?note\s+\d{1,3}\])$", re.IGNORECASE)
_SIGN = re.compile(r"\d+|[*†‡§]+|\b[a-z]\b")
_UNIT = re.compile(r"(?:^|[\s\d(])(?:[kcm]?m|CO|H|ft|in|R|χ|x)$")
_is_usual = re.compile(r"[ -~’‘“”‐–—•£€…°½é]*").fullmatch  # cleaning leaves them as they are, and costs thirty times as much as this test
_TAIL = re.compile(r"([^\W\d_]+)$")
_HEAD = re.compile(r"^([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2011][^\W\d_]+)*")


class Lexicon:
    """The words of the document itself, whole and hyphenated: they decide whether a hyphen at a line's end is the word's own."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = list(lines)
        self.soft = any(line.text.endswith(SOFT_ENDS) for line in self._lines)  # a line ends with a hyphen that only a line's end makes

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands whole in a line: what a hyphen at a line's end parts is no word, neither before nor behind it."""
        whole, broken = [], False
        for text in [line.text for line in self._lines]:
            own = text.partition(" ")[2] if broken else text
            broken = text[-1:] in BROKEN
            whole.append(own[:-1].rstrip().rpartition(" ")[0] if broken else own)
        return Counter(_WORD.findall("\n".join(whole).casefold().replace("\u2011", "-")))

    @cached_property
    def hyphenates(self) -> bool:
        """Whether the document breaks words at line ends: most breaks that its own words, or common ones, can settle are no compounds."""
        whole = compound = 0
        for at, line in enumerate(self._lines):
            if line.text[-1:] in HARD and line.text[-2:-1].isalpha():
                below = next((one for one in self._lines[at + 1 : at + 1 + BESIDE] if _is_below(one, line)), None)
                tail, head = _TAIL.search(line.text[:-1]), _HEAD.match(below.text) if below is not None else None
                if tail and head:
                    is_word = self._is_word(tail.group(1).casefold(), head.group(1).casefold())
                    whole += is_word is True
                    compound += is_word is False
        return whole > compound

    def _is_word(self, left: str, right: str) -> bool | None:
        """Whether two pieces are one word; None where neither the document's words nor common ones tell."""
        joined, hyphened = self.words[left + right], self.words[left + "-" + right]
        if joined or hyphened:
            return joined > hyphened
        common = common_words()
        known = right in common or (right.endswith("s") and right[:-1] in common)
        joined_known = left + right in SMALL_WORDS or left + right in common or stem(left + right) in common
        if left not in PREFIXES and (joined_known or not (known or self.words[right])):
            return True
        return False if left in common and known else None

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether the hyphen between the end of one line and the start of the next belongs to the word.

        `before` ends with the letters before the hyphen, `after` begins with those of the next line.
        """
        tail, head = _TAIL.search(before), _HEAD.match(after)
        if tail is None or head is None:
            return True  # "2014-" and "15", "£10-"
        left, right = tail.group(1), head.group(1)
        if right[0].isupper():
            return True
        compound = _compound(before)
        joined, hyphened = (left + right).casefold(), (compound + "-" + right).casefold()
        if self.soft or not self.hyphenates:  # where words are never broken, or broken with another sign, the hyphen is the word's own
            return self.soft or not self._is_surely_broken(left.casefold(), right.casefold())
        own = self.words[hyphened] + self.words[(left + "-" + right).casefold()]
        if self.words[joined] or own:
            return own > self.words[joined]
        if "-" in compound:
            return True
        is_word = self._is_word(left.casefold(), right.casefold())
        if is_word is not None:
            return not is_word
        return bool(self.words[left.casefold()] and self.words[right.casefold()]) and len(left) > 1

    def _is_surely_broken(self, left: str, right: str) -> bool:
        """Whether the piece before a hyphen is no word at all, and what both make is one."""
        common = common_words()
        if left in PREFIXES or left in common or self.words[left] or len(left) < FRAGMENT:
            return False
        return bool(self.words[left + right]) or left + right in common or stem(left + right) in common

    def is_parted(self, before: str, after: str) -> bool:
        """Whether a hyphen at a line's end, though a space is set before it, parts a word: neither piece is one."""
        tail, head = _TAIL.search(before), _HEAD.match(after)
        return (
            tail is not None and head is not None and not self.words[tail.group(1).casefold()] and not self.words[head.group(1).casefold()]
        )


def _is_below(line: Line, above: Line) -> bool:
    """Whether a line is the next of its column."""
    return abs(line.x0 - above.x0) < INDENT * above.size and 0 < line.baseline - above.baseline < 2 * above.size


def _compound(before: str) -> str:
    match = re.search(r"[^\W\d_]+(?:-[^\W\d_]+)*$", before)
    return match.group(0) if match else ""


def compose(lines: Sequence[Line], lexicon: Lexicon, breaks: Iterable[int] = (), *, notes: bool = True) -> tuple[str, list[Mark]]:
    """The text of `lines` and its marks. `breaks` are indices of lines that begin after a hard line break.

    Where `notes` is set, raised figures are not in the text but marks of style "footnote" at their place.
    """
    hard_breaks = frozenset(breaks)
    text = ""
    marks: list[Mark] = []
    open_marks: dict[str, int] = {}
    usual = True  # nothing in it has to be cleaned
    for number, line in enumerate(lines):
        parted = text_at_line = False
        raised = line.raised if notes else ()
        for index, run in enumerate(line.runs):
            piece = run.text
            if ((piece.isascii() and piece.isprintable()) or _is_usual(piece)) and "  " not in piece:
                piece = piece.strip()
            else:
                piece, usual = _cleaned(piece, last=index == len(line.runs) - 1), False
            if not piece:
                continue
            if raised and index in raised and _is_note(piece, text):
                parted = parted or line.space_before(index)
                marks += [Mark(style="footnote", span=(len(text), len(text)), note=n) for n in _SIGN.findall(piece)]
                continue
            if text_at_line:
                joint = " " if line.space_before(index) or parted else ""
            elif number in hard_breaks or text[-1:] in JOINING:
                text, joint = _joint(text, piece, number, hard_breaks, lexicon)
            else:
                joint = " "
            parted, text_at_line = False, True
            style = run.style
            if style.bold or style.italic or open_marks:
                text = _extend(text, (joint, piece), (style.bold, style.italic), open_marks, marks)
            else:
                text += joint + piece
    for name, start in open_marks.items():
        _close(marks, name, start, len(text))
    text, marks = (text, marks) if usual else _joined(text, marks)
    return text, sorted(marks, key=lambda m: (m.span, m.style)) if marks else marks


def _joined(text: str, marks: list[Mark]) -> tuple[str, list[Mark]]:
    """Cleaned once more: letters and accents of two runs may belong together."""
    cleaned = clean(text)
    return cleaned, marks if cleaned == text else [m for m in marks if m.span[1] <= len(cleaned)]


def _cleaned(text: str, *, last: bool) -> str:
    """The text of a run, cleaned; `last`: the line ends with it."""
    piece = clean(text.replace("\ufffe", "-").replace("\x02", "-"))
    return piece + "\u2010" if last and text.endswith("\u00ad") else piece  # cleaning takes soft hyphens away; this one is at a line's end


def _joint(text: str, piece: str, number: int, hard_breaks: Collection[int], lexicon: Lexicon) -> tuple[str, str]:
    """What stands between the text so far and the next line: nothing, a space or a line break; and the text without a hyphen to drop."""
    if not text:
        return text, ""
    if number in hard_breaks:
        return text, "\n"
    last = text[-1]
    if last in SOFT and len(text) > 1 and text[-2].isalpha():
        if piece[:1].isupper() and not text[-2].isupper():
            return text[:-1] + "-", ""
        return text[:-1], ""
    if last in HARD and len(text) > 1 and text[-2].isalnum() and piece[:1].isalnum():
        return (text if lexicon.keeps_hyphen(text[:-1], piece) else text[:-1]), ""
    if last in HARD and text[-2:-1] == " " and piece[:1].islower() and lexicon.is_parted(text[:-2], piece):
        return text[:-2], ""
    if (last == "/" and len(text) > 1 and not text[-2].isspace()) or (last == "–" and piece[0].isdigit() and text[-2:-1].isdigit()):
        return text, ""  # "2024–" and "25"
    return text, " "


def _extend(text: str, added: tuple[str, str], style: tuple[bool, bool], open_marks: dict[str, int], marks: list[Mark]) -> str:
    joint, piece = added
    start = len(text) + len(joint)
    for name, on in zip(("bold", "italic"), style, strict=True):
        if on and name not in open_marks:
            open_marks[name] = start
        elif not on and name in open_marks:
            _close(marks, name, open_marks.pop(name), len(text))
    return text + joint + piece


def _close(marks: list[Mark], style: str, start: int, end: int) -> None:
    if end > start:
        marks.append(Mark(style="bold" if style == "bold" else "italic", span=(start, end)))


def _is_note(piece: str, text: str) -> bool:
    """Whether a raised piece refers to a note: not "th" of an ordinal, not the power of a unit."""
    if _NOTES.match(piece):
        return not (len(piece) == 1 and piece in "23" and _UNIT.search(text))
    match = _NOTE.match(piece)
    if match is None:
        return False
    return not (match.group(2).isalpha() and (not text or text[-1].isdigit()))
