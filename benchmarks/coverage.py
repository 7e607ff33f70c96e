"""Times `plantext coverage` on two PDFs, the whole process, against reading the two and importing spaCy: a ratio of one run counts.

    python benchmarks/coverage.py REPORT.pdf PLAN.pdf

Coverage itself does without spaCy unless topics are given; the import is on the other side because it is what such a tool would pay. Both
sides read without a cache. The sides take turns, and the best of five runs counts.
"""

from __future__ import annotations

import subprocess
import sys
import time

ROUNDS = 5
READING = "import sys, spacy; from plantext.read import read; [read(path, cache=False) for path in sys.argv[1:]]"


def seconds(command: list[str]) -> float:
    """Wall seconds of one process that must succeed."""
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    """Print both sides and their ratio."""
    report, plan = sys.argv[1:3]
    sides = {
        "coverage": [sys.executable, "-m", "plantext", "coverage", report, plan, "--no-cache", "--format", "json"],
        "reading + import of spaCy": [sys.executable, "-c", READING, report, plan],
    }
    best = dict.fromkeys(sides, float("inf"))
    for _ in range(ROUNDS):
        for side, command in sides.items():
            best[side] = min(best[side], seconds(command))
    for side, wall in best.items():
        print(f"{side:<26} {wall:.2f} s")
    ours, reading = best.values()
    print(f"ratio {ours / reading:.2f}")


if __name__ == "__main__":
    main()
