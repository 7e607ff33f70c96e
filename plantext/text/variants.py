"""What is the same word written differently: case, punctuation, hyphens, British and American spelling, figures and words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TOKEN = re.compile(r"[£$€]?[^\W_]+(?:(?<=\d)\.\d+[^\W\d_]*)*%?|%")  # a decimal point stays: 1.9 is not 19
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_PLAIN = str.maketrans({chr(code): "\0" if chr(code) in "0123456789$%" else " " for code in range(128) if not chr(code).isalpha()})
"""Ascii text but for its words: blanks, and a mark for what is not so plain."""
_POSSESSIVE = re.compile(r"['’](?=s\b)")
_DIGITS = re.compile(r"\d \d")
_APART = re.compile(r"(?<!\d) | (?!\d)")  # spaces that do not part two figures

_TO_NINETEEN = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS = {word: str(value) for value, word in enumerate(_TO_NINETEEN.split())} | {
    word: str(10 * tens) for tens, word in enumerate(_TENS.split(), start=2)
}
"""Numbers that are one word; larger ones are written in figures in the documents that we know."""

SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"^practis(e|es|ed|ing)$", r"practic\1"),  # before the next, which would take it
        (r"^(\w{3,})is(e|ed|es|er|ers|ing|ation|ations|ational)$", r"\1iz\2"),  # organise, organisation
        (r"^(\w{3,})ys(e|ed|es|er|ers|ing)$", r"\1yz\2"),  # analyse
        (r"^(\w{3,})our(s|ed|ing|al|able|ful|hood|hoods)?$", r"\1or\2"),  # behaviour
        (r"^(\w{2,})tre(s?)$", r"\1ter\2"),  # centre
        (r"^program(?:me)?(s?)$", r"program\1"),
        (r"^(\w{2,})enc(e|es)$", r"\1ens\2"),  # defence, licence
        (r"^(\w+dg)ement(s?)$", r"\1ment\2"),  # judgement
        (r"^(travel|label|model|cancel|counsel|signal|channel|fuel|level)l(ed|ing|er|ers|or|ors)$", r"\1\2"),
        (r"^(fulfil|enrol|instal|skil)l?(s|ment|ments|ful)?$", r"\1\2"),
        (r"^(whil|among)st$", r"\1"),
        (r"^(whil)e$", r"\1"),
    )
)
"""Spelling variants, each folded to one form; the form need not be a word, it is only compared."""
_MAY_VARY = re.compile(  # in every word that one of these touches
    r"[iy]s(?:e[ds]?|ers?|ing|ations?|ational)$|our(?:s|ed|ing|al|able|ful|hoods?)?$|tres?$|progr|ences?$|dgement|ll|fulfil|enr|inst|skil|hil|ongst"
)


@lru_cache(maxsize=65_536)
def folded_word(word: str) -> str:
    """One form for the spellings of a lower-case word.

    >>> folded_word("organisation") == folded_word("organization"), folded_word("five")
    (True, '5')
    """
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    if not _MAY_VARY.search(word):
        return word
    for pattern, form in SPELLINGS:
        changed = pattern.sub(form, word)
        if changed != word:
            return changed
    return word


@lru_cache(maxsize=32_768)  # a text's words are asked for several times in one comparison; about 50 MB when full
def plain_words(text: str) -> tuple[str, ...]:
    """The words of `text` in order, lower case: letters and digits, and signs of money and share.

    >>> plain_words("Work-force,  PLAN’s £2,000: 1.9%")
    ('work', 'force', 'plans', '£2000', '1.9%')
    """
    text = text.casefold()
    if not text.isascii():
        text = _POSSESSIVE.sub("", unicodedata.normalize("NFKC", text))
    elif "'" in text:
        text = _POSSESSIVE.sub("", text)
    if text.isascii() and "\0" not in (plain := text.translate(_PLAIN)):
        return tuple(plain.split())  # the same words, three times as fast
    if "," in text:
        text = _THOUSANDS.sub("", text)
    return tuple(_TOKEN.findall(text))


def folded(text: str) -> str:
    """What two texts share that differ only in case, punctuation, hyphens, spacing, spelling variants, figures or words.

    >>> folded("The work-force: five per cent") == folded("the workforce 5%")
    True
    """
    if "&" in text or "%" in text:
        text = text.replace("&", " and ").replace("%", " per cent ")
    words = [folded_word(word) for word in plain_words(text)]
    if (joined := "".join(words)).isalpha():
        return joined
    spaced = " ".join(words)
    return _APART.sub("", spaced) if _DIGITS.search(spaced) else spaced.replace(" ", "") or text.strip()
