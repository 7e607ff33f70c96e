"""Times `trace_texts` against the bm25s package, both tokenising, indexing and retrieving, in one run: a ratio is what counts.

    python benchmarks/trace.py [PASSAGES] [QUERIES]

Needs `pip install bm25s` (for the comparison only). Texts are made of invented words whose frequencies follow Zipf's law, about
forty words a passage. Each side runs in its own process, so that its peak memory is its own; the best of three runs counts.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from random import Random

ROUNDS = 3
WORDS = 30_000  # the vocabulary
LENGTH = (15, 65)  # words a passage
SYLLABLES = [a + b for a in "bcdfglmnprstv" for b in ("a", "e", "i", "o", "u", "an", "er", "in", "or", "ent")]
ENDINGS = ("", "", "", "s", "ed", "ing", "ation", "ment")


def texts(passages: int, queries: int) -> tuple[list[str], list[str]]:
    """Invented passages and queries, the same in every run."""
    import itertools

    random = Random(20140214)
    words = sorted({"".join(random.choices(SYLLABLES, k=random.randint(1, 3))) + random.choice(ENDINGS) for _ in range(2 * WORDS)})
    random.shuffle(words)
    words = ["the", "of", "and", "to", "in", "for", "with", "will", *words[:WORDS]]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))

    def text(least: int, most: int) -> str:
        return " ".join(random.choices(words, cum_weights=weights, k=random.randint(least, most))).capitalize() + "."

    return [text(8, 30) for _ in range(queries)], [text(*LENGTH) for _ in range(passages)]


def run_plantext(queries: list[str], passages: list[str]) -> None:
    """Our side."""
    from plantext.compare.trace import trace_texts

    trace_texts(queries, passages)


def run_bm25s(queries: list[str], passages: list[str]) -> None:
    """The other side, with its defaults."""
    import bm25s

    retriever = bm25s.BM25()
    retriever.index(bm25s.tokenize(passages, stopwords="en", show_progress=False), show_progress=False)
    retriever.retrieve(bm25s.tokenize(queries, stopwords="en", show_progress=False), k=10, show_progress=False)


SIDES = {"plantext": run_plantext, "bm25s": run_bm25s}


def measure(side: str, passages: int, queries: int) -> None:
    """One side in this process: processor seconds, wall seconds and peak memory, as JSON."""
    asked, given = texts(passages, queries)
    SIDES[side](asked[:2], given[:50])  # imports are paid once, and are not what is compared
    wall, cpu = time.perf_counter(), time.process_time()
    SIDES[side](asked, given)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "peak_mb": peak}))


def main() -> None:
    """Print both sides and their ratio."""
    if len(sys.argv) > 3:
        measure(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
        return
    passages, queries = (int(sys.argv[k]) if len(sys.argv) > k else default for k, default in ((1, 50_000), (2, 200)))
    best: dict[str, dict[str, float]] = {}
    for _ in range(ROUNDS):
        for side in SIDES:
            command = [sys.executable, __file__, side, str(passages), str(queries)]
            result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            best[side] = min(best.get(side, result), result, key=lambda one: one["wall"])
    for side, result in best.items():
        print(f"{side:<9} wall {result['wall']:.2f} s  processor {result['cpu']:.2f} s  peak {result['peak_mb']:.0f} MB")
    print(f"ratio {best['plantext']['wall'] / best['bm25s']['wall']:.2f} ({queries} queries, {passages} passages)")


if __name__ == "__main__":
    main()
