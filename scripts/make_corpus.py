"""Make the sample corpus's PDFs from their sources: `python scripts/make_corpus.py [--out FOLDER]`.

Needs WeasyPrint (`pip install "plantext[corpus]"`) and the Liberation fonts. The same sources, release of WeasyPrint and fonts give the
same bytes: dates stand in the sources, and the file's identifier is a hash of the source and its style.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "corpus"


def source_of(pdf: str) -> Path:
    """Name the HTML that the PDF named `pdf` is made from."""
    return CORPUS / "sources" / Path(pdf).with_suffix(".html").name


def pdf_names() -> list[str]:
    """List the PDFs that the manifest names, in its order."""
    manifest = tomllib.loads((CORPUS / "corpus.toml").read_text("utf-8"))
    return [document["path"] for document in manifest["document"]]


def print_pdf(source: Path) -> bytes:
    """Print one HTML source as PDF, the same bytes each time. Raises ImportError where WeasyPrint is not installed."""
    import weasyprint

    identifier = hashlib.sha256(source.read_bytes() + (source.parent / "style.css").read_bytes()).digest()[:16]
    pdf = weasyprint.HTML(filename=str(source)).write_pdf(pdf_identifier=identifier)
    return bytes(pdf)


def main() -> int:
    """Write every PDF of the manifest. Exit code 1 where WeasyPrint is missing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=CORPUS, help="folder to write to (default: the corpus itself)")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    for name in pdf_names():
        try:
            pdf = print_pdf(source_of(name))
        except ImportError:
            print('WeasyPrint is not installed: run pip install "plantext[corpus]" and try again.', file=sys.stderr)
            return 1
        (out / name).write_bytes(pdf)
        print(f"{name}: {len(pdf):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
