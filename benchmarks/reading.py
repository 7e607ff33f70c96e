"""What reading costs, as ratios measured in one run: our structure against pdfium's raw text and pdfplumber's.

    python benchmarks/reading.py FOLDER [--pages 390] [--plumber] [--growth]

The PDFs of FOLDER are taken again and again until there are so many pages. Processor seconds, the least of several rounds in turn:
first in this process, then as a user has it, in processes of their own, start and imports included (with bytecode, as an
installed package has them). Ratios of one run can be compared; seconds can't. Raw text is mostly compiled code and structure mostly
Python, so the interpreter counts: a Python built without optimisation (`--enable-optimizations`) adds a tenth to the ratios, and the wheel of
`make wheel` takes an eighth from them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2 as pdfium

from plantext.read.pdf import read_pdf
from plantext.read.source import PDF, describe


def raw_text(data: bytes) -> int:
    """The characters that pdfium gives as plain text."""
    document = pdfium.PdfDocument(data)
    count = 0
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        count += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return count


def plumber_text(data: bytes) -> int:
    """The characters that pdfplumber gives as plain text."""
    import io

    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        count = 0
        for page in document.pages:
            count += len(page.extract_text() or "")
            page.close()
        return count


def structure(data: bytes) -> int:
    """Our blocks, in this process."""
    return len(read_pdf(data, describe(data, "timed.pdf", PDF)).blocks)


def joined(paths: list[Path], pages: int) -> bytes:
    """One PDF of so many pages, the files' pages again and again."""
    import io

    out = pdfium.PdfDocument.new()
    while len(out) < pages:
        for path in paths:
            source = pdfium.PdfDocument(path)
            out.import_pages(source, list(range(min(len(source), pages - len(out)))))
            if len(out) >= pages:
                break
    buffer = io.BytesIO()
    out.save(buffer)
    return buffer.getvalue()


def dense(lines: int, pages: int = 8) -> bytes:
    """A PDF whose pages have so many lines of 66 letters each, at a size that lets them stand on the page."""
    height = 700 / lines
    words = "the county looks after its bridges and its roads in every season ."
    rows = [f"BT /F {0.8 * height:.4f} Tf 50 {760 - row * height:.4f} Td ({words}) Tj ET" for row in range(lines)]
    stream = "\n".join(rows)
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(pages))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for page in range(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * page} 0 R>>",
        )
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    out = "%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>startxref\n{len(out)}\n%%EOF"
    return out.encode("latin-1")


def timed(data: bytes, works: Sequence[Callable[[bytes], int]], rounds: int = 5) -> list[float]:
    """The least processor seconds of each, in rounds of all in turn."""
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        for at, work in enumerate(works):
            start = time.process_time()
            work(data)
            best[at] = min(best[at], time.process_time() - start)
    return best


CALLER = """
import resource, sys, time
from pathlib import Path
from plantext import read
from plantext.read.worker import close_workers
scale = 1024 if sys.platform != "darwin" else 1024 * 1024
path = Path(sys.argv[1])
start = time.monotonic()
first = read(path)
middle = time.monotonic()
own = resource.getrusage(resource.RUSAGE_SELF)
assert read(path) == first
end = time.monotonic()
close_workers()
worker = resource.getrusage(resource.RUSAGE_CHILDREN)
status = Path("/proc/self/status")  # a child's ru_maxrss begins with that of its parent
peaks = [int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")] if status.exists() else []
print(own.ru_utime + own.ru_stime, peaks[0] / 1024 if peaks else own.ru_maxrss / scale)
print(worker.ru_utime + worker.ru_stime, worker.ru_maxrss / scale)
print(middle - start, end - middle)
"""

RAW = """
import resource, sys
import pypdfium2
with open(sys.argv[1], "rb") as file:
    document = pypdfium2.PdfDocument(file.read())
for index in range(len(document)):
    page = document[index]
    text = page.get_textpage()
    text.get_text_range()
    text.close()
    page.close()
document.close()
own = resource.getrusage(resource.RUSAGE_SELF)
print(own.ru_utime + own.ru_stime)
"""


def whole_processes(data: bytes, rounds: int = 4) -> None:
    """Print what a caller in a process of its own and its worker cost against a process that takes the raw text, and what a second reading does."""
    runs = []
    raw = float("inf")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "timed.pdf"
        path.write_bytes(data)
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
        for number in range(rounds + 1):  # the first only compiles
            environment["PLANTEXT_CACHE"] = str(Path(folder) / f"cache-{number}")
            lines = _run(CALLER, path, environment)
            once = float(_run(RAW, path, environment)[0])
            if number:
                runs.append([tuple(map(float, line.split())) for line in lines])
                raw = min(raw, once)
    own, worker = min(run[0][0] for run in runs), min(run[1][0] for run in runs)
    first, second = min(run[2][0] for run in runs), min(run[2][1] for run in runs)
    print(f"processes of their own: worker {worker / raw:.2f} and caller {own / raw:.2f} of one that takes the raw text ({raw:.2f} s)")
    print(f"resident at most: worker {max(run[1][1] for run in runs):.0f} MB, caller {max(run[0][1] for run in runs):.0f} MB")
    print(f"a second reading, from the cache: 1/{first / second:.0f} of the first")


def _run(code: str, path: Path, environment: dict[str, str]) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code, str(path)], env=environment, check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def growth(paths: list[Path], pages: int) -> None:
    """Print the time for each page in documents of four lengths, and for each line on pages of four densities; no growth is a row of ones."""
    lengths = [pages // 8, pages // 4, pages // 2, pages]
    of_pages = [timed(joined(paths, length), [structure], 3)[0] / length for length in lengths]
    print(
        "for each page:", ", ".join(f"{time / of_pages[0]:.2f} at {length} pages" for time, length in zip(of_pages, lengths, strict=True))
    )
    densities = [50, 100, 200, 400]
    of_lines = [timed(dense(lines), [structure], 3)[0] / lines for lines in densities]
    print(
        "for each line:", ", ".join(f"{time / of_lines[0]:.2f} at {lines} lines" for time, lines in zip(of_lines, densities, strict=True))
    )


def main() -> int:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=390)
    parser.add_argument("--plumber", action="store_true", help="time pdfplumber too, on a quarter of the pages")
    parser.add_argument("--growth", action="store_true", help="time documents of several lengths, and pages of several densities")
    options = parser.parse_args()
    paths = [path for path in sorted(options.folder.glob("*.pdf")) if not path.stem.startswith("scan")]
    data = joined(paths, options.pages)
    structure(joined(paths[:1], 1))  # imports are not the document's
    base, full = timed(data, [raw_text, structure])
    print(f"{options.pages} pages: raw text 1.00 ({base:.2f} s), structure {full / base:.2f} ({full:.2f} s)")
    whole_processes(data)
    if options.growth:
        growth(paths, options.pages)
    if options.plumber:
        part = joined(paths, max(options.pages // 4, 1))  # every file's, as in the whole
        plumber, own = timed(part, [plumber_text, structure], 2)
        print(f"pdfplumber's text: {plumber / own:.1f} times our structure")
    return 0


if __name__ == "__main__":
    sys.exit(main())
