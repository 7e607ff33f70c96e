"""Large initials: the letter that opens a text, as high as two lines or more, belongs to the first of those beside it."""

from __future__ import annotations

from plantext.read.pdf.engines.engine import Run
from plantext.read.pdf.lines import BASELINE, Line

LARGE = 1.8  # times the body's size
BESIDE = 1.5  # em of the text: it stands no further from the letter
FEWEST = 2  # lines beside it
MOST = 12  # on a page; with more they are no initials
WORDS = frozenset("AIO")  # letters that are words


def join_initials(lines: list[Line], body: float) -> list[Line]:
    """The lines, each large initial put before the first line beside it, and those below that one as far left as the letter."""
    least = LARGE * body
    letters = [line.runs[0] for line in lines if line.runs[0].size > least and _is_letter(line.runs[0].text)]
    if not 0 < len(letters) <= MOST:  # as on nearly every page
        return lines
    result = list(lines)
    for letter in letters:
        parted = [line.without_first(1) if line.runs[0] is letter and len(line.runs) > 1 else line for line in result]
        beside = sorted((line for line in parted if _is_beside(line, letter)), key=BASELINE)
        if len(beside) < FEWEST or not beside[0].text[:1].isalpha():
            continue
        first = beside[0]
        mark = letter.text + (" " if _is_word_alone(letter.text[-1], first.text) else "")
        start, *rest = first.runs
        start = Run(mark + start.text, letter.x0, start.top, start.x1, start.bottom, start.baseline, start.size, start.style)
        joined = Line([start, *rest], first.page, underlined=first.underlined)
        for line in beside[1:]:
            line.x0 = letter.x0
        result = [joined if line is first else line for line in parted if line.runs[0] is not letter]
    return result


def _is_letter(text: str) -> bool:
    letter = text.strip("“‘\"' ")
    return len(letter) == 1 and letter.isupper()


def _is_beside(line: Line, letter: Run) -> bool:
    near = line.runs[0] is not letter and 0 <= line.x0 - letter.x1 < BESIDE * line.size and line.size * LARGE < letter.size
    return near and letter.top - line.size < line.top and line.baseline < letter.baseline + 0.5 * line.size


def _is_word_alone(letter: str, text: str) -> bool:
    """Whether a letter is a word of its own before a text: "A long walk", and not "Along the river"."""
    if letter not in WORDS:
        return False
    from plantext.text.lexicon import common_words
    from plantext.text.words import STOP_WORDS

    word = text.split(" ", 1)[0].casefold()
    known = common_words() | STOP_WORDS
    return word in known and (letter + word).casefold() not in known
