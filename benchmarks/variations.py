"""What a summary of variations costs, cold and whole, beside the simple way: both PDFs by pdfplumber, then difflib.HtmlDiff.

    python benchmarks/variations.py BEFORE.pdf AFTER.pdf [--rounds 3]

Processor seconds of whole processes with all that they start, the least of the rounds. The ratio of one run can be compared; seconds can't.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

SIMPLE = """
import difflib, sys, pdfplumber
sides = []
for path in sys.argv[1:3]:
    lines = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            lines += (page.extract_text() or "").splitlines()
            page.close()
    sides.append(lines)
open(sys.argv[3], "w").write(difflib.HtmlDiff(wrapcolumn=80).make_file(*sides))
"""
HEAVY = ("numpy", "scipy", "sklearn", "spacy", "pandas", "pdfplumber", "lxml")
"""What a comparison of two plans need not import."""
IMPORTS = f"""
import sys
from plantext import pipeline
from plantext.report import render
pipeline.variations(*sys.argv[1:3])
print(" ".join(name for name in {HEAVY!r} if name in sys.modules) or "none of them")
"""


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """The processor seconds of a command and of all processes that it started and waited for. Raises CalledProcessError."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Time both ways, and print the ratio and what was imported."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    paths = [str(options.before), str(options.after)]
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"PLANTEXT_CACHE": str(Path(folder) / "cache")}
        page = str(Path(folder) / "diff.html")
        ours = [sys.executable, "-m", "plantext", "variations", *paths, "--no-cache"]
        simple = [sys.executable, "-c", SIMPLE, *paths, page]
        least = [min(seconds(command, environment) for _ in range(options.rounds)) for command in (ours, simple)]
        imported = subprocess.run([sys.executable, "-c", IMPORTS, *paths], check=True, env=environment, capture_output=True, text=True)
    print(f"plantext variations  {least[0]:7.2f} s")
    print(f"pdfplumber, HtmlDiff {least[1]:7.2f} s")
    print(f"ratio                {least[0] / least[1]:7.3f}  (1/{least[1] / least[0]:.1f}; at most 1/8 is wanted)")
    print(f"imported of {', '.join(HEAVY)}: {imported.stdout.strip()}")


if __name__ == "__main__":
    main()
