"""What a summary of variations costs, cold and whole, beside the simple way: both PDFs by pdfplumber, then difflib.HtmlDiff.

    python benchmarks/variations.py BEFORE.pdf AFTER.pdf [--rounds 5]

Processor seconds of whole processes with all that they start, the least of the rounds, in which all commands take turns. Both ways run from
bytecode, as what is installed does: the checkout's is written to a folder of its own in a first round, which does not count. The ratio of
one run can be compared; seconds can't.
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
HEAVY = ("numpy", "scipy", "sklearn", "spacy", "pandas", "pdfplumber", "lxml", "jinja2", "rich", "typer", "pydantic")
"""What a comparison of two plans need not import; numpy only where texts are left that are alike and not the same."""
IMPORTS = f"""
import sys
from plantext.cli import main
main(sys.argv[1:])
print(" ".join(name for name in {HEAVY!r} if name in sys.modules) or "none of them", file=sys.stderr)
"""


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """The processor seconds of a command and of all processes that it started and waited for. Raises CalledProcessError."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def commands(paths: list[str], page: str) -> dict[str, list[str]]:
    """What is timed, by what is printed of it."""
    plantext = [sys.executable, "-m", "plantext"]
    return {
        "pdfplumber, HtmlDiff": [sys.executable, "-c", SIMPLE, *paths, page],
        "plantext variations": [*plantext, "variations", *paths, "--no-cache"],
        "plantext milestones": [*plantext, "milestones", paths[0], "--no-cache"],
        "plantext --help": [*plantext, "--help"],
        "plantext --version": [*plantext, "--version"],
        "python -c pass": [sys.executable, "-c", "pass"],
    }


def main() -> None:
    """Time all commands, and print the ratio and what was imported."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    paths = [str(options.before), str(options.after)]
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"PLANTEXT_CACHE": str(Path(folder) / "cache"), "PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode")}
        timed = commands(paths, str(Path(folder) / "diff.html"))
        rounds = [{name: seconds(command, environment) for name, command in timed.items()} for _ in range(options.rounds + 1)]
        call = [sys.executable, "-c", IMPORTS, "variations", *paths, "--no-cache"]
        imported = subprocess.run(call, check=True, env=environment, capture_output=True, text=True)
    least = {name: min(one[name] for one in rounds[1:]) for name in timed}
    for name, spent in least.items():
        print(f"{name:22}{spent:7.3f} s")
    ratio = least["plantext variations"] / least["pdfplumber, HtmlDiff"]
    print(f"{'ratio':22}{ratio:7.3f}   (1/{1 / ratio:.1f}; at most 1/8 is wanted)")
    print(f"imported of {', '.join(HEAVY)}: {imported.stderr.strip()}")


if __name__ == "__main__":
    main()
