"""Makes the lexicon of word meanings that helps `trace_texts` to order passages: plantext/text/lexicon.txt and lexicon.npy.

    python scripts/make_lexicon.py MODEL_FOLDER WORDNET_FOLDER

MODEL_FOLDER holds all-MiniLM-L6-v2 (Apache License 2.0, the sentence-transformers authors; the files that tests/text/test_embedding.py
pins). Each word is given to the model by itself. Words: those that its tokenizer knows whole, the commonest form of each stem, as far as
WordNet 3.1 (Princeton University; the folder with data.noun, data.verb, data.adj, data.adv) has them in small letters, which leaves names
and fragments out; of WordNet nothing else is used. The vectors are cut to their main directions, whose spread is evened out by its root, and rounded to bytes.
No text of any document or test set takes part.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from plantext.text.embedding import Embedder
from plantext.text.lexicon import LARGEST, VECTORS, WORDS
from plantext.text.variants import NUMBER_WORDS, folded_word
from plantext.text.words import STOP_WORDS, stem

WIDTH = 96  # of 384 directions; with 64 the public sets lose .01 of MAP, with 384 they gain nothing
SHORTEST = 3  # letters of a word: shorter ones are mostly fragments
EVEN = 0.5  # power of each direction's spread: with 1 the few widest would decide alone
HEADER = """# A line for each row of lexicon.npy: a stem and the forms of it that are common. What all-MiniLM-L6-v2 makes of the word by itself.
# Made by scripts/make_lexicon.py, which says how; not to be edited by hand.
# From all-MiniLM-L6-v2, Apache License 2.0. The choice of words rests on WordNet 3.1, Copyright 2011 by Princeton University."""


def read_known(folder: Path) -> frozenset[str]:
    """The words in small letters: lines are `offset file kind count word sense word sense ...`, the count in hexadecimal digits."""
    known: set[str] = set()
    for kind in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{kind}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                fields = line.split()
                known.update(fields[4 : 4 + 2 * int(fields[3], 16) : 2])
    return frozenset(word for word in known if word.islower())


def find_words(vocabulary: dict[str, int], known: frozenset[str]) -> dict[str, list[str]]:
    """Stem -> its forms, the commonest first. A tokenizer's vocabulary is in the order of frequency."""
    found: dict[str, list[str]] = {}
    for word in sorted(vocabulary, key=lambda word: vocabulary[word]):
        if word.isascii() and word.isalpha() and len(word) >= SHORTEST and word not in STOP_WORDS and word not in NUMBER_WORDS:
            key = stem(folded_word(word))
            if key in found or any(base in known for base in _bases(word, key)):
                found.setdefault(key, []).append(word)
    return dict(sorted(found.items()))


def _bases(word: str, key: str) -> Iterator[str]:
    """What the word's dictionary form may be."""
    yield from (word, key, key + "e")
    if key.endswith("i"):
        yield key[:-1] + "y"
    for ending, others in (("s", ("",)), ("es", ("",)), ("ed", ("", "e")), ("ing", ("", "e"))):
        if word.endswith(ending):
            yield from (word[: -len(ending)] + other for other in others)


def main() -> None:
    """Write both files."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    words = find_words(vocabulary, read_known(Path(sys.argv[2])))
    vectors = Embedder(folder).vectors([forms[0] for forms in words.values()]).astype(np.float64)
    left, spread, _ = np.linalg.svd(vectors - vectors.mean(axis=0), full_matrices=False)
    rows = left[:, :WIDTH] * spread[:WIDTH] ** EVEN
    np.save(VECTORS, np.round(rows * LARGEST / np.abs(rows).max(axis=1, keepdims=True)).astype(np.int8))
    lines = [" ".join(dict.fromkeys((key, *forms))) for key, forms in words.items()]
    WORDS.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
