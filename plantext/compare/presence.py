"""Which words of what is asked stand in the plan, where, and how much of the ask each passage holds."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from plantext.find.subject import FULL, LIGHT, Subject, Word
from plantext.text.acronyms import Names, singular
from plantext.text.variants import NUMBER_WORDS, folded_word
from plantext.text.words import STOP_WORDS, WORD, stem, words

ROOT = 4  # letters that are left of a word without its ending: with fewer, words that have nothing to do with each other agree
NEAR = 12  # words with a subject within which a name's words must stand to be that name: about a clause
HALF = 0.5  # what a word must say to be looked for by itself
LEAST = 0.4  # what an ask's words must say together for there to be anything to look for
APART = 0.6  # what the words of a phrase are worth together where they stand farther apart than that

_ENDINGS = re.compile(r"(?:ation|ment|ness|ship|ion|al|er|or|ing|anc|enc)$")


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
    if len(bare) < ROOT:
        return key
    return bare[:-1] if len(bare) > ROOT and bare[-1] == bare[-2] and bare[-1] not in "sl" else bare


@dataclass(frozen=True)
class Held:
    """How much of an ask a passage holds: the share of its weight in [0, 1], and which of its words (their numbers)."""

    share: float
    words: tuple[int, ...]


class Presence:
    """The words of a plan's passages, by passage. `names`: acronyms that either document introduces."""

    def __init__(self, passages: Sequence[str], names: Names) -> None:
        self._names = names
        self._plain = runs = [_plain(names.expanded(text)) for text in passages]
        self._runs = [[key_of(word) for word in run] for run in runs]
        self._sets = [frozenset(run) for run in self._runs]
        self._frequency: Counter[str] = Counter(key for held in self._sets for key in held)
        self._postings: dict[str, list[int]] = {}
        for index, held in enumerate(self._sets):
            for key in held:
                self._postings.setdefault(key, []).append(index)
        self._roots: dict[str, set[str]] = {}
        for key in self._frequency:
            self._roots.setdefault(root_of(key), set()).add(key)
        self._joined: dict[str, set[int]] = {}
        for index, run in enumerate(runs):
            for first, second in pairwise(run):
                self._joined.setdefault(first + second, set()).add(index)

    def weigh(self, subject: Subject) -> Asked:
        """What is asked, with the weight of each word in this plan: rare words weigh more."""
        return Asked(self, subject, tuple(self._forms(word, subject) for word in subject.words))

    def _forms(self, word: Word, subject: Subject) -> frozenset[str]:
        """The keys in the plan that are this word: its own and those of its root; where none occurs, it spelt in one with its neighbour."""
        key = key_of(singular(word.printed) if word.printed[:2].isupper() else word.plain)
        root = root_of(key)
        same_root = {other for other in self._roots.get(root, ()) if root in {other, key}}  # "mental" and "mentor" share no word
        same_root |= {other for other in _plurals(word.plain) if other in self._frequency}
        if same_root or key in self._frequency:
            return frozenset({key, *same_root})
        plain = [other.plain for other in subject.words]
        place = plain.index(word.plain)
        for pair in (plain[place : place + 2], plain[max(0, place - 1) : place + 1]):
            if len(pair) == 2 and (joined := key_of("".join(pair))) in self._frequency:
                return frozenset({joined})
        return frozenset({word.plain if word.plain in self._joined else key})

    def rarity(self, keys: Iterable[str]) -> float:
        """How much it tells that one of `keys` stands in a passage: most where none ever does."""
        number = sum(self._frequency.get(key, 0) or len(self._joined.get(key, ())) for key in keys)
        return math.log((len(self._runs) + 1) / (number + 0.5)) if number < len(self._runs) else 0.1

    def occurs(self, keys: Iterable[str]) -> bool:
        """Whether one of `keys` stands anywhere in the plan, in one word or two."""
        return any(key in self._frequency or key in self._joined for key in keys)

    def holds(self, index: int, keys: Iterable[str]) -> bool:
        """Whether passage `index` has one of `keys`."""
        held = self._sets[index]
        return any(key in held or index in self._joined.get(key, ()) for key in keys)

    def where(self, keys: Iterable[str]) -> set[int]:
        """The passages that have one of `keys`."""
        return {index for key in keys for index in (*self._postings.get(key, ()), *self._joined.get(key, ()))}

    def near(self, index: int, keys: Sequence[frozenset[str]]) -> bool:
        """Whether passage `index` has one of each of `keys` within `NEAR` words."""
        run, plain = self._runs[index], self._plain[index]
        pairs = [first + second for first, second in pairwise(plain)]
        places = [
            [place for place, key in enumerate(run) if key in one or (pairs[place : place + 1] and pairs[place] in one)] for one in keys
        ]
        if not all(places):
            return False
        return any(all(any(abs(place - start) <= NEAR for place in one) for one in places) for start in places[0])

    def __len__(self) -> int:
        return len(self._runs)

    @property
    def names(self) -> Names:
        """The acronyms that are known."""
        return self._names


class Asked:
    """One ask in one plan: its words with their weights, and how much of it each passage holds."""

    def __init__(self, presence: Presence, subject: Subject, keys: tuple[frozenset[str], ...]) -> None:
        self._presence = presence
        self.subject = subject
        self._keys = keys
        weights = [word.says * presence.rarity(forms) for word, forms in zip(subject.words, keys, strict=True)]
        total = sum(weights) or 1.0
        self.weights = tuple(weight / total for weight in weights)
        number = {word.plain: place for place, word in reversed(list(enumerate(subject.words)))}
        self._phrases = [tuple(dict.fromkeys(number[part] for part in words(phrase) if part in number)) for phrase in subject.phrases]

    def candidates(self) -> list[int]:
        """The passages that have any of its words, in order; words of every plan are left aside where there are others."""
        telling = [forms for word, forms in zip(self.subject.words, self._keys, strict=True) if word.says > LIGHT]
        return sorted({index for forms in telling or self._keys for index in self._presence.where(forms)})

    def held(self, index: int) -> Held:
        """How much of what is asked passage `index` holds; words that make a name count in full only where they stand together."""
        there = [place for place, forms in enumerate(self._keys) if self._presence.holds(index, forms)]
        apart: set[int] = set()
        for phrase in self._phrases:
            both = [place for place in phrase if place in there]
            full = [place for place in both if self.subject.words[place].says == FULL]
            if len(full) > 1 and len(both) == len(phrase) and not self._presence.near(index, [self._keys[place] for place in full]):
                apart.update(both)
        share = sum(self.weights[place] * (APART if place in apart else 1.0) for place in there)
        return Held(min(1.0, share), tuple(there))

    def absent(self) -> tuple[int, ...]:
        """The numbers of the words that never occur in the plan, in any form."""
        return tuple(place for place, forms in enumerate(self._keys) if not self._presence.occurs(forms))

    @property
    def names_nothing(self) -> bool:
        """Whether the ask has no word that could be looked for: only words of every plan."""
        return sum(word.says for word in self.subject.words) < LEAST

    def absent_terms(self, least: float = HALF) -> tuple[str, ...]:
        """What never occurs, as printed in the ask: from the first such word of a phrase to the phrase's end ("knife crime").

        Only words that say at least `least`.
        """
        gone = {self.subject.words[place].plain for place in self.absent() if self.subject.words[place].says >= least}
        terms: list[str] = []
        told: set[str] = set()
        for phrase in self.subject.phrases:
            parts = list(WORD.finditer(phrase))
            missing = [part for part in parts if (words(part.group()) or [""])[0] in gone]
            if missing:
                terms.append(phrase[missing[0].start() :])
                told.update((words(part.group()) or [""])[0] for part in missing)
        terms += [word.printed for word in self.subject.words if word.plain in gone and word.plain not in told]
        return tuple(dict.fromkeys(terms))

    def searched(self) -> tuple[str, ...]:
        """What was looked for, as printed in the ask, each acronym with its name and each name with its acronym."""
        in_phrases = {part for phrase in self.subject.phrases for part in words(phrase)}
        single = [word.printed for word in self.subject.words if word.plain not in in_phrases and word.says >= HALF]
        terms: list[str] = []
        for term in [*self.subject.phrases, *single]:
            other = self._presence.names.added(term)
            terms.append(f"{term} ({', '.join(other)})" if other else term)
        return tuple(dict.fromkeys(terms)) or (self.subject.clause,)


def _plurals(plain: str) -> tuple[str, ...]:
    """The keys of a word's plural in "es" or of its singular, which Snowball keeps apart: bus, buses."""
    return (key_of(plain + "es"), *((key_of(plain[:-2]),) if plain.endswith("es") and len(plain) > ROOT else ()))


def _plain(text: str) -> list[str]:
    """The words of a text in order, lower case, stop words left out, acronyms in the singular."""
    return [
        singular(match.group()).lower() if match.group()[:2].isupper() else plain
        for match in WORD.finditer(text)
        for plain in words(match.group())
        if plain not in STOP_WORDS
    ]
