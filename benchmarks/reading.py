"""What reading costs, as ratios measured in one run: our structure against pdfium's raw text and pdfplumber's.

    python benchmarks/reading.py FOLDER [--pages 390] [--plumber]

The PDFs of FOLDER are taken again and again until there are so many pages. Processor seconds of this process; the cost of a
caller and its worker, each with its memory, is stated apart. Ratios of one run can be compared; seconds can't.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
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


def timed(work: Callable[[bytes], int], data: bytes, rounds: int = 3) -> float:
    """The least processor seconds of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work(data)
        best = min(best, time.process_time() - start)
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


def whole_process(data: bytes, base: float) -> None:
    """Print what a caller in a process of its own and its worker cost, and what a second reading, from the cache, does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "timed.pdf"
        path.write_bytes(data)
        environment = {**os.environ, "PLANTEXT_CACHE": folder}
        run = subprocess.run([sys.executable, "-c", CALLER, str(path)], env=environment, check=True, capture_output=True, text=True)
    (own, own_memory), (worker, worker_memory), (first, second) = (map(float, line.split()) for line in run.stdout.splitlines())
    print(f"whole: worker {worker / base:.2f} and caller {own / base:.2f} of raw text, start, imports and transfer included")
    print(f"resident at most: worker {worker_memory:.0f} MB, caller {own_memory:.0f} MB")
    print(f"a second reading, from the cache: 1/{first / second:.0f} of the first")


def main() -> int:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=390)
    parser.add_argument("--plumber", action="store_true", help="time pdfplumber too, on a tenth of the pages")
    options = parser.parse_args()
    paths = [path for path in sorted(options.folder.glob("*.pdf")) if not path.stem.startswith("scan")]
    data = joined(paths, options.pages)
    structure(data[:0] or joined(paths[:1], 1))  # imports are not the document's
    base = timed(raw_text, data)
    full = timed(structure, data)
    print(f"{options.pages} pages: raw text 1.00 ({base:.2f} s), structure {full / base:.2f} ({full:.2f} s)")
    whole_process(data, base)
    for share in (0.25, 0.5):
        part = joined(paths, int(options.pages * share))
        print(f"{share:.0%} of the pages: structure {timed(structure, part) / full:.2f} of the whole")
    if options.plumber:
        part = joined(paths, max(options.pages // 10, 1))
        print(f"pdfplumber's text: {timed(plumber_text, part, 1) / timed(structure, part):.1f} times our structure")
    return 0


if __name__ == "__main__":
    sys.exit(main())
