"""A user's own topics: read from TOML, and found in texts whatever the number, ending or hyphen, by spaCy's PhraseMatcher."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from typing import Any

from plantext.errors import UsageError
from plantext.model.document import Span
from plantext.model.topics import Topic
from plantext.text.variants import folded_word
from plantext.text.words import WORD, stem, words

FORM = 'Write each topic as [[topic]] with label = "…" and phrases = ["…", "…"].'


def read_topics(text: str, name: str) -> tuple[Topic, ...]:
    r"""The topics of a list in TOML: `[[topic]]` tables with `label` and `phrases`, or `label = [phrases]` pairs. Raises UsageError.

    >>> read_topics('[[topic]]\nlabel = "Trams"\nphrases = ["tram", "light rail"]', "topics.toml")[0].phrases
    ('tram', 'light rail')
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name}: the list of topics can't be read ({error}). {FORM}") from error
    entries: list[tuple[object, object]] = []
    for key, value in data.items():
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            entries += [(one.get("label", one.get("name")), one.get("phrases", one.get("terms"))) for one in value]
        elif isinstance(value, dict):
            entries += [(value.get("label", key), value["phrases"])] if "phrases" in value else list(value.items())
        elif isinstance(value, list):
            entries.append((key, value))
    found = tuple(_topic(label, phrases, name) for label, phrases in entries)
    if not found:
        raise UsageError(f"{name}: no topic is in the list. {FORM}")
    return found


def _topic(label: object, phrases: object, name: str) -> Topic:
    if isinstance(phrases, str):
        phrases = [phrases]
    if not isinstance(label, str) or not label.strip():
        raise UsageError(f"{name}: a topic has no label. {FORM}")
    if phrases is None:
        phrases = [label]
    if not isinstance(phrases, list) or not all(isinstance(phrase, str) for phrase in phrases):
        raise UsageError(f"{name}: the phrases of “{label}” are no list of texts. {FORM}")
    kept = tuple(dict.fromkeys(phrase.strip() for phrase in phrases if words(phrase)))
    if not kept:
        raise UsageError(f"{name}: the topic “{label}” has no phrase. {FORM}")
    return Topic(label=label.strip(), phrases=kept)


class TopicFinder:
    """Finds the phrases of topics in texts."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        import spacy
        from spacy.matcher import PhraseMatcher

        self.topics = tuple(topics)
        self._vocab = spacy.blank("en").vocab
        self._matcher = PhraseMatcher(self._vocab, attr="NORM")
        self._keys: dict[int, tuple[int, int]] = {}
        for number, topic in enumerate(topics):
            for place, phrase in enumerate(topic.phrases):
                name = f"{number}.{place}"
                self._matcher.add(name, [self._doc(phrase)[0]])
                self._keys[self._vocab.strings[name]] = (number, place)

    def _doc(self, text: str) -> tuple[Any, list[Span]]:
        """The words of a text as spaCy tokens whose norm is what their forms share, and the span of each."""
        from spacy.tokens import Doc

        tokens = [match for match in WORD.finditer(text) if words(match.group())]
        if not tokens:
            return Doc(self._vocab, words=["-"]), [(0, 0)]
        doc = Doc(self._vocab, words=[match.group() for match in tokens])
        for token, match in zip(doc, tokens, strict=True):
            token.norm_ = _form(match.group())
        return doc, [match.span() for match in tokens]

    def find(self, text: str) -> list[tuple[int, str, Span]]:
        """What stands in `text`: topic (its number), phrase as the list has it, and the span of the words; in the text's order."""
        doc, spans = self._doc(text)
        found: list[tuple[int, str, Span]] = []
        for key, first, last in self._matcher(doc):
            number, place = self._keys[key]
            found.append((number, self.topics[number].phrases[place], (spans[first][0], spans[last - 1][1])))
        return sorted(found, key=lambda one: (one[2], one[0], one[1]))

    def expanded(self, text: str) -> str:
        """The text with, for each topic that stands in it, that topic's other phrases after it."""
        there = sorted({number for number, _, _ in self.find(text)})
        added = [phrase for number in there for phrase in self.topics[number].phrases]
        return f"{text} . {' . '.join(added)}" if added else text


def _form(word: str) -> str:
    """What the forms of one word share; acronyms only with themselves and their plural, so that "ART" is not "art"."""
    bare = word.removesuffix("'s").removesuffix("’s").removesuffix("s")
    if bare.isupper() and len(bare) > 1:
        return bare
    return stem(folded_word(words(word)[0]))
