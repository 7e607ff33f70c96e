"""The forms of one word brought together: inflection, irregular forms, and what a verb, its doer and its deed share."""

from __future__ import annotations

import re
from functools import lru_cache

from plantext.text.variants import NUMBER_WORDS, folded_word
from plantext.text.words import stem

ROOT = 4  # letters that are left of a word without its ending: with fewer, words that have nothing to do with each other agree

_ENDINGS = re.compile(r"(?:ation|ment|ness|ship|ion|al|er|or|ing|anc|enc|ur|e)$")


_IRREGULAR_VERBS = {
    form: base
    for base, forms in {
        "pay": "paid", "teach": "taught", "give": "gave given", "make": "made", "hold": "held", "build": "built", "buy": "bought",
        "bring": "brought", "keep": "kept", "meet": "met", "lead": "led", "run": "ran", "tell": "told", "lose": "lost", "seek": "sought",
        "spend": "spent", "grow": "grew grown", "rise": "rose risen", "fall": "fell fallen", "know": "knew known", "show": "shown",
        "write": "wrote written", "steal": "stole stolen", "drive": "drove driven", "choose": "chose chosen", "sell": "sold",
        "send": "sent", "speak": "spoke spoken", "take": "took taken", "wear": "wore worn", "leave": "left", "find": "found",
        "see": "seen", "begin": "began begun", "come": "came", "stand": "stood", "break": "broke broken", "win": "won",
        "draw": "drew drawn", "hear": "heard", "catch": "caught", "fight": "fought", "think": "thought", "feel": "felt",
        "strike": "struck", "throw": "threw thrown", "hide": "hid hidden", "ride": "rode ridden", "forget": "forgot forgotten",
        "deal": "dealt", "learn": "learnt",
    }.items()
    for form in forms.split()
}  # fmt: skip
"""Forms that no stemmer brings together; with one of `_PREFIX` before them too: undertaken, rebuilt, withheld, overseen."""
_IRREGULAR_NOUNS = {
    "women": "woman", "men": "man", "children": "child", "thieves": "thief", "knives": "knife", "lives": "life", "leaves": "leave",
}  # fmt: skip
_PREFIX = re.compile(r"^(?:under|over|re|mis|out|with|fore|up|be)(?=...)")


def _base(word: str) -> str:
    """The usual form of a lower-case word that is irregular, else the word."""
    prefix = _PREFIX.match(word)
    if prefix and word[prefix.end() :] in _IRREGULAR_VERBS:
        return prefix.group() + _IRREGULAR_VERBS[word[prefix.end() :]]
    return _IRREGULAR_VERBS.get(word) or _IRREGULAR_NOUNS.get(word, word)


@lru_cache(maxsize=65_536)
def key_of(plain: str) -> str:
    """What the forms of one word share.

    >>> key_of("policing") == key_of("policed"), key_of("five") == key_of("5")
    (True, True)
    """
    plain = _base(plain.lower())
    return stem(folded_word(plain)) if plain not in NUMBER_WORDS else NUMBER_WORDS[plain]


@lru_cache(maxsize=65_536)
def root_of(key: str) -> str:
    """A stem without one more ending: what a verb, its doer and its deed share; the stem itself where too little would be left.

    >>> root_of(key_of("callers")) == root_of(key_of("calls")), root_of(key_of("referrals")) == root_of(key_of("referring"))
    (True, True)
    """
    bare = _ENDINGS.sub("", key)
    bare = bare.removesuffix("e") if len(bare) > ROOT else bare
    if len(bare) < ROOT:
        return key
    return bare[:-1] if len(bare) > ROOT and bare[-1] == bare[-2] and bare[-1] not in "sl" else bare


def plurals(plain: str) -> tuple[str, ...]:
    """The keys of a word's plural in "es" or of its singular, which Snowball keeps apart: bus, buses."""
    return (key_of(plain + "es"), *((key_of(plain[:-2]),) if plain.endswith("es") and len(plain) > ROOT else ()))
