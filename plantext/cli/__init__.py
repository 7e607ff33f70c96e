"""The command line: parse, one library call, render, write. The one place that turns exceptions into exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code, as the contract lists them. Without `arguments` it is the program itself, and ends it."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--version"]:  # the one answer that needs nothing else
        from plantext import __version__

        print(f"plantext {__version__}")  # noqa: T201  # a result goes to standard output
        return 0
    from plantext.cli.run import leave, run

    code = run(words)
    if arguments is None:
        leave(code)
    return code
