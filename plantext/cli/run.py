"""Running a command: what becomes of its errors."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from plantext.errors import PlantextError

INTERRUPTED = 130
BUG = 70
USAGE = 2


def run(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` name; failures print one plain sentence on standard error. With --debug, a traceback too."""
    from typer import Abort, BadParameter

    from plantext.cli.app import app
    from plantext.cli.output import silence_output

    call_error: type[Exception] = BadParameter.__mro__[2]  # ClickException, wherever this release of typer keeps it
    debug = "--debug" in arguments
    _open_closed_streams()
    try:
        result = app(args=list(arguments), prog_name="plantext", standalone_mode=False)
    except PlantextError as error:
        return _fail(str(error), error.exit_code, debug=debug)
    except call_error as error:
        return _misused(error, debug=debug)
    except (KeyboardInterrupt, Abort):
        return _fail("interrupted.", INTERRUPTED, debug=False)
    except BrokenPipeError:
        silence_output()
        return 0
    except Exception as error:  # noqa: BLE001  # the last resort: a bug of ours, said as one
        message = f"a fault of plantext: {type(error).__name__}: {error}. Please report it with the output of --debug."
        return _fail(message, BUG, debug=debug)
    if result == INTERRUPTED:  # as newer releases of typer say it
        return _fail("interrupted.", INTERRUPTED, debug=False)
    return result if isinstance(result, int) else 0


def _open_closed_streams() -> None:
    """A caller may have closed them (`2>&-`): then nothing comes in, and nobody hears what is said."""
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # open until the end
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # the same


def _misused(error: Exception, *, debug: bool) -> int:
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    if type(error).__name__ == "NoArgsIsHelpError":  # the message is the help
        print(message, file=sys.stderr)  # noqa: T201
        return USAGE
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "plantext"
    end = "" if message.endswith((".", "?", "!")) else "."
    return _fail(f"{message}{end} `{command} --help` shows how to call it.", USAGE, debug=debug)


def _fail(message: str, code: int, *, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    print(f"plantext: {message}", file=sys.stderr)  # noqa: T201
    return code
