"""The three main jobs on the sample corpus, as a user would run them: `make demo`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus"
JOBS: tuple[tuple[str, list[str]], ...] = (
    ("variations", ["plan-2031-32.pdf", "plan-2032-33.pdf"]),
    ("coverage", ["panel-report-2032.pdf", "plan-2032-33.pdf"]),
)


def main(out: Path) -> int:
    """Write the results to `out`, print their opening figures and where the files are."""
    out.mkdir(parents=True, exist_ok=True)
    for verb, names in JOBS:
        sources = [str(CORPUS / name) for name in names]
        for ending in ("html", "md", "json", "csv"):
            plantext(verb, *sources, "-o", str(out / f"{verb}.{ending}"))
        print(f"\n$ plantext {verb} {' '.join(names)}\n")
        print(opening(plantext(verb, *sources)))
    print(f"\n$ plantext batch corpus -o {out / 'batch'}\n")
    print(plantext("batch", str(CORPUS), "-o", str(out / "batch")))
    print("Open these in a browser:")
    for page in ("variations.html", "coverage.html", "batch/index.html"):
        print(f"  {(out / page).resolve()}")
    print("The same as Markdown, CSV and JSON stands beside them.")
    return 0


def plantext(*arguments: str) -> str:
    """What the command prints. A failure ends the demonstration, with the command's own words."""
    done = subprocess.run([sys.executable, "-m", "plantext", *arguments], stdout=subprocess.PIPE, text=True, check=False, encoding="utf-8")
    if done.returncode:
        raise SystemExit(done.returncode)
    return done.stdout


def opening(text: str, lines: int = 24) -> str:
    """The first lines of a result: its figures."""
    kept = text.splitlines()
    return "\n".join(kept[:lines] + (["  …"] if len(kept) > lines else []))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "out")))
