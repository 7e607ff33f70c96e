"""Running a command: what becomes of its errors."""

from __future__ import annotations

import atexit
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from plantext.cli.commands import Exit
from plantext.errors import PlantextError, UsageError

INTERRUPTED = 130
BUG = 70
USAGE = 2


def run(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` name; failures print one plain sentence on standard error. With --debug, a traceback too."""
    from plantext.cli.plain import plain_call

    debug = "--debug" in arguments
    _open_closed_streams()
    if not any(word.startswith("--model") for word in arguments):
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's threads cost more to start than our small sums take
    try:
        completing = "_PLANTEXT_COMPLETE" in os.environ  # a shell asks, not a person
        call = None if completing else plain_call(arguments)
        if call is None:
            return _run_by_typer(arguments)
        call()
    except Exit as end:
        return end.code
    except PlantextError as error:
        return _fail(str(error), error.exit_code, debug=debug)
    except KeyboardInterrupt:
        return _fail("interrupted.", INTERRUPTED, debug=False)
    except BrokenPipeError:
        from plantext.cli.output import silence_output

        silence_output()
    except Exception as error:  # noqa: BLE001  # the last resort: a bug of ours, said as one
        message = f"a fault of plantext: {type(error).__name__}: {error}. Please report it with the output of --debug."
        return _fail(message, BUG, debug=debug)
    return 0


def _run_by_typer(arguments: Sequence[str]) -> int:
    """What is not plain. Raises UsageError for a call that makes no sense, KeyboardInterrupt, and what the command raises."""
    from typer import Abort, BadParameter

    from plantext.cli.app import app

    call_error: type[Exception] = BadParameter.__mro__[2]  # ClickException, wherever this release of typer keeps it
    try:
        result = app(args=list(arguments), prog_name="plantext", standalone_mode=False)
    except call_error as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # the message is the help
            print(_message(error), file=sys.stderr)  # noqa: T201
            return USAGE
        from plantext.cli.misuse import explain

        raise UsageError(explain(arguments) or _misused(error)) from error
    except Abort as error:
        raise KeyboardInterrupt from error
    if result == INTERRUPTED:  # as newer releases of typer say it
        raise KeyboardInterrupt
    return result if isinstance(result, int) else 0


def _open_closed_streams() -> None:
    """A caller may have closed them (`2>&-`): then nothing comes in, and nobody hears what is said."""
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # open until the end
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # the same


def _message(error: Exception) -> str:
    return str(error.format_message()) if hasattr(error, "format_message") else str(error)


def _misused(error: Exception) -> str:
    message = _message(error)
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "plantext"
    end = "" if message.endswith((".", "?", "!")) else "."
    return f"{message}{end} `{command} --help` shows how to call it."


def _fail(message: str, code: int, *, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exc()
    print(f"plantext: {message}", file=sys.stderr)  # noqa: T201
    return code


def leave(code: int) -> NoReturn:
    """End the process as Python does, threads and exit functions first, but for taking itself apart: a twentieth of what a comparison costs."""
    threading._shutdown()  # type: ignore[attr-defined]  # noqa: SLF001  # there is no other way to ask for it
    atexit._run_exitfuncs()  # noqa: SLF001  # the same
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # closed, or nobody reads it: `run` has said what there was to say
            stream.flush()
    os._exit(code)
