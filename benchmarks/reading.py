"""What reading costs, as ratios measured in one run: our structure against pdfium's raw text and pdfplumber's.

    python benchmarks/reading.py FOLDER [--pages 390] [--plumber]

The PDFs of FOLDER are taken again and again until there are so many pages. Processor seconds of this process; the worker's
cost is stated apart, as wall clock with and without the process. Ratios of one run can be compared; seconds can't.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium

from plantext.read.pdf import read_pdf
from plantext.read.source import PDF, describe
from plantext.read.worker import close_workers, read_in_worker


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
    start = time.monotonic()
    structure(data)
    here = time.monotonic() - start
    start = time.monotonic()
    read_in_worker(data, "timed.pdf", PDF)
    there = time.monotonic() - start
    close_workers()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    cost = (children.ru_utime + children.ru_stime) / base
    print(f"in a worker: {there / here:.2f} of the wall clock in this process; its processor time, start and all, {cost:.2f} of raw text")
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    print(f"resident at most: worker {children.ru_maxrss / scale:.0f} MB")
    for share in (0.25, 0.5):
        part = joined(paths, int(options.pages * share))
        print(f"{share:.0%} of the pages: structure {timed(structure, part) / full:.2f} of the whole")
    if options.plumber:
        part = joined(paths, max(options.pages // 10, 1))
        print(f"pdfplumber's text: {timed(plumber_text, part, 1) / timed(structure, part):.1f} times our structure")
    return 0


if __name__ == "__main__":
    sys.exit(main())
