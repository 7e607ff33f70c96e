"""Running a command: what becomes of its errors."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

from plantext.errors import PlantextError

INTERRUPTED = 130
BUG = 70
USAGE = 2


def run(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` name; failures print one plain sentence on standard error. With --debug, a traceback too."""
    from typer import Abort, BadParameter

    from plantext.cli.app import app

    call_error: type[Exception] = BadParameter.__mro__[2]  # ClickException, wherever this release of typer keeps it
    debug = "--debug" in arguments
    try:
        result = app(args=list(arguments), prog_name="plantext", standalone_mode=False)
    except PlantextError as error:
        return _fail(str(error), error.exit_code, debug=debug)
    except call_error as error:
        return _misused(error, debug=debug)
    except (KeyboardInterrupt, Abort):
        return _fail("interrupted.", INTERRUPTED, debug=False)
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001  # the last resort: a bug of ours, said as one
        message = f"a fault of plantext: {type(error).__name__}: {error}. Please report it with the output of --debug."
        return _fail(message, BUG, debug=debug)
    return result if isinstance(result, int) else 0


def _misused(error: Exception, *, debug: bool) -> int:
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    if type(error).__name__ == "NoArgsIsHelpError":  # the message is the help
        print(message, file=sys.stderr)  # noqa: T201
        return USAGE
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "plantext"
    return _fail(f"{message} `{command} --help` shows how to call it.", USAGE, debug=debug)


def _fail(message: str, code: int, *, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    print(f"plantext: {message}", file=sys.stderr)  # noqa: T201
    return code
