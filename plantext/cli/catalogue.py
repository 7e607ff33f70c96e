"""The commands that ask a batch's catalogue."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from plantext.cli.options import Argument, Debug, Option

if TYPE_CHECKING:
    from plantext.batch.search import Found, Hit

Folder = Annotated[Path, Argument("OUT", "The folder that `plantext batch` wrote.")]


def search(
    out: Folder,
    words: Annotated[list[str], Argument("WORDS", "All of them must be there; quoted words, together.")],
    table: Annotated[str, Option("--in", "TABLE", "pages, milestones, statements, changes or findings.")] = "pages",
    limit: Annotated[int, Option("--limit", "N", "Show at most N places.")] = 20,
    format: Annotated[str, Option("--format", "NAME", "The format: text, csv or json.")] = "text",
    output: Annotated[Path | None, Option("-o --output", "FILE", "Write to FILE.")] = None,
    *,
    debug: Debug = False,
) -> None:
    """Search the full text of a batch's documents, and show where the words stand."""
    from plantext.batch.schema import NAME, open_catalogue
    from plantext.batch.search import search as search_catalogue
    from plantext.errors import UsageError

    formats = {"text": _text, "csv": _csv, "json": _json}
    if output is not None and format == "text" and output.suffix[1:].lower() in formats:
        format = output.suffix[1:].lower()  # noqa: A001
    if format not in formats:
        raise UsageError(f"What was found can't be written as “{format}”. Formats for it: {', '.join(formats)}.")
    if limit < 1:
        raise UsageError("--limit must be 1 or more.")
    with closing(open_catalogue(out / NAME)) as catalogue:
        found = search_catalogue(catalogue, words, table=table, limit=limit)
    if not found.together:
        print("plantext: nowhere do these words stand together; these places hold all of them.", file=sys.stderr)  # noqa: T201
    _write(formats[format](found), output)


def _text(found: Found) -> str:
    lines = [line for hit in found.hits for line in (_where(hit), f"  {_marked(hit.excerpt)}")]
    more = "; there are more: raise --limit to see them" if found.more else ""
    return "\n".join([*lines, _places(len(found.hits)) + more]) + "\n"


def _places(total: int) -> str:
    return "nothing found" if not total else "1 place" if total == 1 else f"{total} places"


def _where(hit: Hit) -> str:
    said = ", ".join(part for part in (hit.title, hit.publisher, hit.edition) if part)
    page = f", page {hit.page}" if hit.page else ""
    return f"{hit.path}{page}" + (f" ({said})" if said else "")


def _marked(excerpt: str) -> str:
    """The excerpt on one line, with what was found between brackets."""
    from plantext.batch.search import MARKS

    return " ".join(excerpt.replace(MARKS[0], "[").replace(MARKS[1], "]").split())


def _csv(found: Found) -> str:
    import csv
    import io

    from plantext.report.csv import cell

    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(["path", "title", "publisher", "edition", "page", "excerpt"])
    for hit in found.hits:
        values = (hit.path, hit.title or "", hit.publisher or "", hit.edition or "", hit.page, _marked(hit.excerpt))
        writer.writerow([cell(value) if isinstance(value, str) else value for value in values])
    return held.getvalue()


def _json(found: Found) -> str:
    import msgspec

    from plantext.model.json import dumps

    hits = [{**msgspec.to_builtins(hit), "excerpt": _marked(hit.excerpt)} for hit in found.hits]
    return dumps({"schema": "plantext/search/1", "more": found.more, "together": found.together, "hits": hits})


def _write(text: str, output: Path | None) -> None:
    from plantext.cli.output import print_text
    from plantext.errors import OutputError
    from plantext.write import write_atomically

    if output is None:
        print_text(text)
        return
    try:
        write_atomically(output, text.encode())
    except OSError as error:
        raise OutputError(f"{output}: the result can't be written ({error.strerror or error}). Choose another place with -o.") from error


def export(
    out: Folder,
    format: Annotated[str | None, Option("--format", "NAME", "csv (default) or parquet.")] = None,
    table: Annotated[str | None, Option("--table", "NAME", "Only this table.")] = None,
    output: Annotated[
        Path | None,
        Option("-o --output", "PLACE", "A folder, for a file a table; or a file, for one table."),
    ] = None,
    *,
    debug: Debug = False,
) -> None:
    """Write the tables of a batch's catalogue as CSV or Parquet.

    Without -o one table goes to standard output: `documents`, or the one named with --table.
    """
    from plantext.batch.export import FORMATS, csv_lines, table_names
    from plantext.batch.schema import NAME, open_catalogue
    from plantext.cli.output import print_text
    from plantext.errors import OutputError, UsageError

    one = output is not None and output.suffix[1:].lower() in FORMATS
    ending = output.suffix[1:].lower() if output is not None and one else ""
    chosen = (format or ending or "csv").lower()
    if chosen not in FORMATS:
        raise UsageError(f"The catalogue can't be written as “{chosen}”. Formats for it: {', '.join(FORMATS)}.")
    if output is None and chosen == "parquet":
        raise UsageError("Parquet files can't be shown here. Name a folder for them with -o.")
    names = table_names(table if table or (output is not None and not one) else "documents")
    with closing(open_catalogue(out / NAME)) as catalogue:
        try:
            if output is None:
                for text in csv_lines(catalogue, names[0]):
                    print_text(text)
                return
            if not one:
                output.mkdir(parents=True, exist_ok=True)
            for name in names:
                _export(catalogue, name, chosen, output if one else output / f"{name}.{chosen}")
        except OSError as error:
            raise OutputError(
                f"{output}: the tables can't be written ({error.strerror or error}). Choose another place with -o."
            ) from error
    print(f"{len(names)} tables in {output}" if len(names) > 1 else f"{names[0]} in {output}", file=sys.stderr)  # noqa: T201


def _export(catalogue: object, name: str, chosen: str, path: Path) -> None:
    import sqlite3
    from typing import cast

    from plantext.batch.export import csv_lines, write_parquet

    connection = cast("sqlite3.Connection", catalogue)
    if chosen == "parquet":
        write_parquet(connection, name, path)
        return
    temporary = path.with_name(f".{path.name}.part")
    try:
        with temporary.open("w", encoding="utf-8", newline="") as file:
            file.writelines(csv_lines(connection, name))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
