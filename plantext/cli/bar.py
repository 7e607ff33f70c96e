"""How a batch shows on standard error how far it is: a bar where a person is looking, lines of JSON where a program is, else nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from plantext.batch.run import Step, Watch

STAGES = {"read": "Reading", "compare": "Comparing", "catalogue": "Writing the catalogue"}
LONGEST = 40  # characters of a source's name: the bar, the count and the time stand beside it


@contextmanager
def watching(*, log_json: bool) -> Iterator[Watch]:
    """What is told of each step."""
    if log_json:
        yield _log
    elif sys.stderr.isatty():
        with _bar() as watch:
            yield watch
    else:
        yield lambda _step: None


def _log(step: Step) -> None:
    from datetime import UTC, datetime

    line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), **msgspec.to_builtins(step)}
    sys.stderr.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stderr.flush()


@contextmanager
def _bar() -> Iterator[Watch]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.text import Text

    shown = Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]} failed"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[current]}"),
        console=Console(stderr=True),
        transient=True,
    )
    with shown:
        tasks = {stage: shown.add_task(words, total=None, visible=False, failed=0, current="") for stage, words in STAGES.items()}

        def watch(step: Step) -> None:
            for stage, task in tasks.items():
                shown.update(task, visible=stage == step.stage)
            name = step.name if len(step.name) <= LONGEST else f"…{step.name[1 - LONGEST :]}"
            current = Text("".join(letter if letter.isprintable() else "\ufffd" for letter in name)).markup
            shown.update(tasks[step.stage], completed=step.done, total=step.total, failed=step.failed, current=current)

        yield watch
