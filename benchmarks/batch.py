"""What a batch costs, as ratios measured in one run: two jobs against one, a second run against the first, few documents against many.

    python benchmarks/batch.py [--documents 60] [--few 50] [--many 1000] [--only jobs,again,memory,flat,search]

The documents are made here: plans of three publishers, PDF pages with headings and bullets, each with other words. Wall clock; a machine that is
busy with other things gives other ratios, so the load is printed.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

VERBS = "Reduce Increase Open Review Publish Train Recruit Support Improve Extend Repair Visit Answer Record Measure".split()
THINGS = "burglary,rural patrols,calls from the public,knife crime,stop and search,victims' services,road safety,hate crime,drug markets,volunteers".split(
    ","
)
PLACES = "Upper Marling,Harrow Bridge,the canal side,Castle Ward,Long Meadow,the market,Stone Lane,the old mills".split(",")
PERIOD = 0.2  # seconds between two looks at memory


def sentences(rng: random.Random, count: int) -> Iterator[str]:
    """Commitments, each of other words."""
    for _ in range(count):
        yield f"{rng.choice(VERBS)} {rng.choice(THINGS)} in {rng.choice(PLACES)} by {rng.randrange(2, 40)} per cent with {rng.randrange(2, 90)} officers"


def plan_pdf(number: int, year: int, pages: int) -> bytes:
    """A plan of so many pages, drawn with PDF's own fonts."""
    rng = random.Random(number)
    streams = []
    for page in range(pages):
        lines = [(18, 780, f"Police and Crime Plan for Area{number % 43:02d}" if page == 0 else f"{page}. Objective number {page}")]
        lines.append((13, 745, f"Milestones for {year}-{(year + 1) % 100:02d}"))
        y = 720
        for text in sentences(rng, 14):
            lines.append((10, y, f"\u2022 {text}"))
            y -= 18
        for text in sentences(rng, 16):
            lines.append((10, y - 20, f"We know from last year that it matters to {text.lower()}."))
            y -= 14
        body = "".join(f"BT /F1 {size} Tf 60 {at} Td ({text}) Tj ET\n" for size, at, text in lines)
        streams.append(body.encode("cp1252"))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for stream in streams:
        objects.append(b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [ " % len(kids) + b" ".join(kids) + b" ] >>"
    data = b"%PDF-1.7\n"
    places = []
    for index, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % index + one + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + table + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))


def make_folder(folder: Path, count: int, pages: int) -> Path:
    """A folder of `count` plans: of 43 areas, year after year."""
    for number in range(count):
        place = folder / f"Area{number % 43:02d}"
        place.mkdir(parents=True, exist_ok=True)
        year = 2012 + number // 43
        (place / f"plan-{year}.pdf").write_bytes(plan_pdf(number, year, pages))
    return folder


def family(pid: int) -> list[int]:
    """The process and all below it."""
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += [int(child) for child in task.read_text().split()]
            except OSError:
                continue
    return found


def resident(pid: int) -> int:
    """The proportional share of memory (PSS) of a process, in bytes: what it shares with others is counted once."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def run(folder: Path, out: Path, jobs: int) -> tuple[float, int]:
    """Seconds of one batch, and the most memory of all its processes together, in bytes."""
    start = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "plantext", "batch", str(folder), "-o", str(out), "--jobs", str(jobs)], stdout=subprocess.DEVNULL
    )
    most = [0]

    def watch() -> None:
        while process.poll() is None:
            most[0] = max(most[0], sum(resident(pid) for pid in family(process.pid)))
            time.sleep(PERIOD)

    looking = threading.Thread(target=watch)
    looking.start()
    code = process.wait()
    spent = time.monotonic() - start
    looking.join()
    if code not in {0, 6}:
        raise SystemExit(f"the batch ended with {code}")
    return spent, most[0]


def main() -> int:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--few", type=int, default=50)
    parser.add_argument("--many", type=int, default=1000)
    parser.add_argument("--pages", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="jobs,again,flat,search")
    options = parser.parse_args()
    wanted = set(options.only.split(","))
    print(f"load at the start: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        if wanted & {"jobs", "again"}:
            folder = make_folder(root / "papers", options.documents, options.pages)
            compare_jobs(folder, root, options.rounds if "jobs" in wanted else 0)
        if wanted & {"flat", "search"}:
            few, few_memory = run(make_folder(root / "few", options.few, 4), root / "few-out", 2)
            many, many_memory = run(make_folder(root / "many", options.many, 4), root / "many-out", 2)
            each = (many / options.many) / (few / options.few)
            print(f"{options.few} documents: {few / options.few:.3f} s each, {few_memory / 1e6:.0f} MB; ", end="")
            print(f"{options.many}: {many / options.many:.3f} s each, {many_memory / 1e6:.0f} MB; cost of each {each:.2f}")
        if "search" in wanted:
            search_times(root / "many-out")
    print(f"load at the end: {os.getloadavg()[0]:.1f}")
    return 0


def compare_jobs(folder: Path, root: Path, rounds: int) -> None:
    """Two jobs and one in turn, the medians of some rounds; what the machine itself gives two processes; and a second run."""
    ones, twos, ceilings = [], [], []
    for number in range(rounds):
        two, two_memory = run(folder, root / f"two-{number}", 2)
        one, one_memory = run(folder, root / f"one-{number}", 1)
        ceiling = 2 * busy(1) / busy(2)
        ones.append(one)
        twos.append(two)
        ceilings.append(ceiling)
        print(
            f"two jobs {two:.1f} s, at most {two_memory / 1e6:.0f} MB in all processes; one job {one:.1f} s, {one_memory / 1e6:.0f} MB; ",
            end="",
        )
        print(f"{one / two:.2f} times as fast; two loops that only count: {ceiling:.2f}")
    if rounds:
        print(
            f"medians: two jobs are {median(ones) / median(twos):.2f} times as fast as one; this machine's own ceiling {median(ceilings):.2f}"
        )
    first, _ = run(folder, root / "first", 2)
    again, _ = run(folder, root / "first", 2)
    print(f"a second run: {again / first:.1%} of the first ({again:.2f} s)")


def busy(processes: int) -> float:
    """Seconds that so many processes at a time take to count."""
    start = time.monotonic()
    counting = [subprocess.Popen([sys.executable, "-c", "sum(i * i for i in range(20_000_000))"]) for _ in range(processes)]
    for process in counting:
        process.wait()
    return time.monotonic() - start


def search_times(out: Path) -> None:
    """The library's search against the same query through sqlite3, the best of some rounds each."""
    from plantext.batch.schema import NAME, open_catalogue
    from plantext.batch.search import search

    query = (
        "SELECT d.path, p.page, snippet(pages_fts, 0, '[', ']', '…', 24) FROM pages_fts JOIN pages p ON p.rowid = pages_fts.rowid "
        "JOIN documents d ON d.id = p.document WHERE pages_fts MATCH ? ORDER BY pages_fts.rank LIMIT 20"
    )
    ours, theirs = [], []
    for _ in range(7):
        start = time.perf_counter()
        connection = open_catalogue(out / NAME)
        found = search(connection, ["stop and search"])
        connection.close()
        ours.append(time.perf_counter() - start)
        start = time.perf_counter()
        connection = sqlite3.connect(out / NAME)
        connection.execute(query, ('"stop and search"',)).fetchall()
        connection.close()
        theirs.append(time.perf_counter() - start)
    print(
        f"search: {min(ours) / min(theirs):.2f} times the same query through sqlite3 ({min(ours) * 1000:.1f} ms, {len(found.hits)} pages)"
    )


if __name__ == "__main__":
    sys.exit(main())
