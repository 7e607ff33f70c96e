"""What `align_texts` costs: growth from 1,000 to 10,000 texts a side, peak memory, and the ratio to comparing every pair.

Run it by itself: `python benchmarks/align.py`. Trust ratios within one run, not seconds.
"""

from __future__ import annotations

import math
import random
import resource
import subprocess
import sys
import time

SIZES = (1_000, 3_000, 10_000)
ROUNDS = 5  # of each measurement the least counts: what else the machine does only adds
VOCABULARY = 8_000  # words, as often as in prose: the n-th most frequent one n times less than the first
WORDS_A_TEXT = (8, 30)
CHANGED, DROPPED, NEW = 0.5, 0.1, 0.1  # shares of the texts that are reworded, left out, put in


def versions(size: int) -> tuple[list[str], list[str]]:
    """Two versions of a list of `size` made-up sentences, the same ones every time."""
    chance = random.Random(size)
    syllables = [first + second for first in "bdfgklmnprst" for second in ("a", "e", "i", "o", "u", "an", "er", "is")]
    words = sorted({"".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(2 * VOCABULARY)})
    chance.shuffle(words)
    words = words[:VOCABULARY]
    weights = [1 / (rank + 1) for rank in range(len(words))]

    def sentence() -> list[str]:
        return chance.choices(words, weights, k=chance.randint(*WORDS_A_TEXT))

    before = [sentence() for _ in range(size)]
    after = []
    for text in before:
        draw = chance.random()
        if draw < DROPPED:
            after.append(sentence())
        elif draw < DROPPED + CHANGED:
            after.append([chance.choices(words, weights)[0] if chance.random() < 0.2 else word for word in text])
        else:
            after.append(text)
        if chance.random() < NEW:
            after.append(sentence())
    return [" ".join(text) for text in before], [" ".join(text) for text in after[:size]]


def _align(size: int) -> None:
    """One size in one process: processor seconds and peak memory on standard output."""
    from plantext.compare.align import align_texts

    before, after = versions(size)
    align_texts(before[:50], after[:50])  # imports are not what is timed
    start = time.process_time()
    aligned = align_texts(before, after)
    print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(aligned.links))


def _every_pair(size: int, scorer: str) -> float:
    """Processor seconds of scoring every pair."""
    from rapidfuzz import fuzz, process

    before, after = versions(size)
    start = time.process_time()
    process.cdist(before, after, scorer=getattr(fuzz, scorer), workers=1)
    return time.process_time() - start


def main() -> None:
    """Print one line for each size, then the ratios."""
    if len(sys.argv) > 1:
        _align(int(sys.argv[1]))
        return
    seconds = {}
    for size in SIZES:
        command = [sys.executable, __file__, str(size)]
        rounds = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(ROUNDS)]
        out = min(rounds, key=lambda one: float(one[0]))
        seconds[size] = float(out[0])
        print(f"{size:>6} x {size}: {float(out[0]):6.2f} s, {float(out[1]):5.0f} MB, {out[2]} links")
    growth = math.log(seconds[SIZES[-1]] / seconds[SIZES[0]]) / math.log(SIZES[-1] / SIZES[0])
    print(f"grows with exponent {growth:.2f} from {SIZES[0]} to {SIZES[-1]}")
    for scorer in ("ratio", "token_set_ratio"):
        every = min(_every_pair(3_000, scorer) for _ in range(ROUNDS))
        print(f"{every / seconds[3_000]:.1f} x faster than rapidfuzz.process.cdist with {scorer} at 3000")


if __name__ == "__main__":
    main()
