"""Which words of what is asked stand in the plan, where, and how much of the ask each passage holds."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from plantext.compare.word_forms import key_of, plurals, root_of
from plantext.find.statements.subject import Subject
from plantext.find.statements.subject_words import FULL, LIGHT, Word
from plantext.text.acronyms import Names, singular
from plantext.text.equivalents import equivalents
from plantext.text.words import STOP_WORDS, WORD, words

NEAR = 12  # words with a subject within which a name's words must stand to be that name: about a clause
HALF = 0.5  # what a word must say to be looked for by itself
LEAST = 0.4  # what an ask's words must say together for there to be anything to look for
CLOSE = 3  # the same for the phrase that names the subject, where it is to tell by itself that the subject is there
PART_OF_NAME = 0.8  # what words of the subject's name are worth where half of it is missing, beside the passage too
BESIDE = 2  # passages before and after that are beside a passage
MANY = 5  # words that name subjects, from which on an ask is of several parts
FEW = 3  # passages of a short plan that may have a word which by itself tells that its subject is there …
RARELY = 0.03  # … and the share of a longer one's
APART = 0.55  # what the words of a phrase are worth together where they stand farther apart than that


@dataclass(frozen=True)
class Held:
    """How much of an ask a passage holds: the share of its weight in [0, 1], and which of its words (their numbers).

    `other_name`: what the ask calls it, and the well-known other name by which alone the passage has it. `carried`: those of the words that
    stand in the sentence before, to which the passage points back.
    """

    share: float
    words: tuple[int, ...]
    other_name: tuple[str, str] | None = None
    carried: tuple[int, ...] = ()


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

        self._other_names: dict[int, dict[int, tuple[str, str]]] = {}
        for index, text in enumerate(passages):
            for group, name, printed in equivalents(text, names.shorts):
                self._other_names.setdefault(group, {})[index] = (name, printed)

    def other_names(self, clause: str) -> Iterator[tuple[str, dict[int, str]]]:
        """Each name in `clause`, as printed, of which the plan has a well-known other name: that one by passage."""
        for group, name, printed in equivalents(clause, self._names.shorts):
            others = {index: as_printed for index, (other, as_printed) in self._other_names.get(group, {}).items() if other != name}
            if others:
                yield printed, others

    def weigh(self, subject: Subject) -> Asked:
        """What is asked, with the weight of each word in this plan: rare words weigh more."""
        return Asked(self, subject, tuple(self._forms(word, subject) for word in subject.words))

    def _forms(self, word: Word, subject: Subject) -> frozenset[str]:
        """The keys in the plan that are this word: its own and those of its root; where none occurs, it spelt in one with its neighbour."""
        key = key_of(singular(word.printed) if word.printed[:2].isupper() else word.plain)
        root = root_of(key)
        # "mental" and "mentor" share no word
        same_root = {other for other in self._roots.get(root, ()) if root in {other.rstrip("e"), key.rstrip("e"), other, key}}
        same_root |= {other for other in plurals(word.plain) if other in self._frequency}
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

    def around(self, index: int, keys: Iterable[str]) -> bool:
        """Whether one of `keys` stands in the passages beside passage `index`."""
        return any(self.holds(beside, keys) for beside in range(max(0, index - BESIDE), min(len(self), index + BESIDE + 1)))

    def near(self, index: int, keys: Sequence[frozenset[str]], within: int = NEAR) -> bool:
        """Whether passage `index` has one of each of `keys` within so many words."""
        run, plain = self._runs[index], self._plain[index]
        pairs = [first + second for first, second in pairwise(plain)]
        places = [
            [place for place, key in enumerate(run) if key in one or (pairs[place : place + 1] and pairs[place] in one)] for one in keys
        ]
        if not all(places):
            return False
        return any(all(any(abs(place - start) <= within for place in one) for one in places) for start in places[0])

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
        self.names: list[list[int]] = [
            [place for part in dict.fromkeys(words(phrase)) if part in number and subject.words[place := number[part]].says == FULL]
            for phrase in subject.names
        ]
        self.thing = number.get(subject.thing) if subject.thing else None
        self.head = frozenset(number[plain] for plain in subject.head if plain in number)
        self._others = [
            (name, frozenset(number[part] for part in words(name) if part in number), passages)
            for name, passages in presence.other_names(subject.clause)
        ]

    def candidates(self) -> list[int]:
        """The passages that have any of its words, in order; words of every plan are left aside where there are others."""
        telling = [forms for word, forms in zip(self.subject.words, self._keys, strict=True) if word.says > LIGHT]
        renamed = {index for _, _, passages in self._others for index in passages}
        return sorted({index for forms in telling or self._keys for index in self._presence.where(forms)} | renamed)

    def named(self, index: int) -> frozenset[int]:
        """Which of the phrases that name the subject (their numbers) passage `index` has, all words close together or by another name."""
        renamed = self._renamed(index)[0]
        return frozenset(
            number
            for number, phrase in enumerate(self.names)
            if renamed.issuperset(phrase) or self._presence.near(index, [self._keys[place] for place in phrase], CLOSE)
        )

    def _renamed(self, index: int) -> tuple[frozenset[int], tuple[str, str] | None]:
        """The words that passage `index` has only by another name, with the ask's name and that one."""
        for name, places, passages in self._others:
            if index in passages and not all(self._presence.holds(index, self._keys[place]) for place in places):
                return places, (name, passages[index])
        return frozenset(), None

    def held(self, index: int) -> Held:
        """How much of what is asked passage `index` holds; words that make a name count in full only where they stand together."""
        there = [place for place, forms in enumerate(self._keys) if self._presence.holds(index, forms)]
        renamed, other_name = self._renamed(index)
        there = sorted({*there, *renamed})
        apart: set[int] = set()
        for phrase in self._phrases:
            both = [place for place in phrase if place in there]
            full = [place for place in both if self.subject.words[place].says == FULL]
            if renamed.issuperset(full):
                continue
            if len(full) > 1 and len(both) == len(phrase) and not self._presence.near(index, [self._keys[place] for place in full]):
                apart.update(both)
        part = {
            place
            for name in self.names
            if 2 * len(missing := set(name) - set(there)) >= len(name)
            and not all(self._presence.around(index, self._keys[place]) for place in missing)
            for place in name
        }
        share = sum(self.weights[place] * (APART if place in apart else PART_OF_NAME if place in part else 1.0) for place in there)
        return Held(min(1.0, share), tuple(there), other_name)

    def any_close(self, index: int, places: Sequence[int]) -> bool:
        """Whether two of those words stand close together in passage `index`."""
        return any(self._presence.near(index, [self._keys[first], self._keys[second]], CLOSE) for first, second in combinations(places, 2))

    def torn(self, first: Iterable[int], second: Iterable[int]) -> frozenset[int]:
        """The words of phrases that two passages have only between them: the one has one part, the other the rest."""
        one, two = set(first), set(second)
        return frozenset(
            place
            for phrase in self._phrases
            if len(phrase) > 1 and one.union(two).issuperset(phrase) and not one.issuperset(phrase) and not two.issuperset(phrase)
            for place in phrase
        )

    def absent(self) -> tuple[int, ...]:
        """The numbers of the words that never occur in the plan, in any form."""
        return tuple(place for place, forms in enumerate(self._keys) if not self._presence.occurs(forms))

    def speaks_of(self, held: Held) -> bool:
        """Whether a passage has the one word that names the subject, and few passages have it."""
        if self.thing is None or self.thing not in held.words:
            return False
        return len(self._presence.where(self._keys[self.thing])) <= max(FEW, RARELY * len(self._presence))

    @property
    def of_many(self) -> bool:
        """Whether it names so much that it is of several parts, which a plan says in several passages."""
        return sum(word.says == FULL for word in self.subject.words) >= MANY

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

    def apart_terms(self) -> tuple[str, ...]:
        """The phrases of several words that never occur as such, though each of their words may."""
        number = {word.plain: self._keys[place] for place, word in enumerate(self.subject.words)}
        return tuple(
            phrase
            for phrase in self.subject.phrases
            if len(keys := [number[part] for part in dict.fromkeys(words(phrase)) if part in number]) > 1
            and not any(self._presence.near(index, keys, CLOSE) for index in self._presence.where(keys[0]))
        )

    def searched(self) -> tuple[str, ...]:
        """What was looked for, as printed in the ask, each acronym with its name and each name with its acronym."""
        in_phrases = {part for phrase in self.subject.phrases for part in words(phrase)}
        single = [word.printed for word in self.subject.words if word.plain not in in_phrases and word.says >= HALF]
        terms: list[str] = []
        for term in [*self.subject.phrases, *single]:
            other = self._presence.names.added(term)
            terms.append(f"{term} ({', '.join(other)})" if other else term)
        return tuple(dict.fromkeys(terms)) or (self.subject.clause,)


def _plain(text: str) -> list[str]:
    """The words of a text in order, lower case, stop words left out, acronyms in the singular."""
    return [
        singular(match.group()).lower() if match.group()[:2].isupper() else plain
        for match in WORD.finditer(text)
        for plain in words(match.group())
        if plain not in STOP_WORDS
    ]
