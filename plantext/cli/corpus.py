"""The commands for the published documents that a manifest names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from plantext.cli.commands import Exit
from plantext.cli.options import Argument, Debug, Option

if TYPE_CHECKING:
    from plantext.batch.manifest import Manifest

FAILED = 6  # the exit code where some of the documents are not as they should be

Place = Annotated[Path, Argument("MANIFEST", "A manifest, or the folder that holds one.")]


def _manifest(place: Path) -> Manifest:
    from plantext.batch.manifest import NAME, load_manifest
    from plantext.errors import UsageError

    if place.is_dir() and not (place / NAME).is_file():
        raise UsageError(f"{place}: there is no {NAME} in this folder. Name a manifest.")
    return load_manifest(place)


def list_documents(place: Place, *, debug: Debug = False) -> None:
    """List the documents that a manifest names, where each comes from, and whether it is there."""
    from plantext.cli.output import print_text
    from plantext.report.printable import printable_text

    manifest = _manifest(place)
    lines: list[str] = []
    for entry in manifest.entries:
        said = ", ".join(part for part in (entry.title, entry.publisher, entry.edition or entry.date) if part)
        there = "there" if (manifest.folder / entry.path).is_file() else "not there"
        lines += [entry.path, *([f"  {said}"] if said else []), f"  {there}; {entry.url or 'no address known'}"]
    print_text(printable_text("\n".join(lines)) + "\n")


def fetch(
    place: Place,
    largest: Annotated[int, Option("--largest", "MB", "Refuse a document that is larger.")] = 200,
    *,
    anew: Annotated[bool, Option("--anew", help="Fetch also what is there.")] = False,
    debug: Debug = False,
) -> None:
    """Fetch the documents of a manifest that are not there, into its own folder; what was begun is gone on with.

    Exits with 6 when some could not be fetched. A document without an address is named, and is no failure.
    """
    from contextlib import closing

    from plantext.batch.fetch import Fetcher
    from plantext.cli.output import print_text
    from plantext.errors import UsageError

    if largest < 1:
        raise UsageError("--largest must be 1 or more.")
    manifest = _manifest(place)
    failed = 0
    with closing(Fetcher(largest=largest * 1024 * 1024)) as fetcher:
        for outcome in fetcher.fetch(manifest, anew=anew):
            if outcome.state in {"there", "fetched"}:
                print_text(f"{outcome.path}: {outcome.state}, {outcome.size} bytes, sha256 {outcome.sha256}\n")
            else:
                failed += outcome.state == "failed"
                _say(f"{outcome.path}: {outcome.state.replace('_', ' ')}: {outcome.reason}")
    if failed:
        raise Exit(FAILED)


def verify(place: Place, *, debug: Debug = False) -> None:
    """Check that the files of a manifest are there, and are those that were meant, by their sha256.

    Exits with 6 when one is missing or another file.
    """
    from plantext.batch.fetch import verify as verify_files
    from plantext.cli.output import print_text

    wrong = 0
    for entry, verdict, digest in verify_files(_manifest(place)):
        print_text(f"{entry.path}: {verdict}" + (f", sha256 {digest}" if digest else "") + "\n")
        if verdict in {"missing", "different"}:
            wrong += 1
            _say(
                f"{entry.path}: " + ("there is no such file." if verdict == "missing" else "this is not the file that the manifest names.")
            )
    if wrong:
        raise Exit(FAILED)


def _say(line: str) -> None:
    from plantext.report.printable import printable_text

    print(printable_text(line).replace("\n", " "), file=sys.stderr)  # noqa: T201
