"""Asking plantext for results, as the contract's JSON and without its cache: what is judged is the tree as it stands."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from plantext.errors import PlantextError
from plantext.model.document import Document
from plantext.read import read

Json = dict[str, Any]


class Reader:
    """Reads each document once, and keeps what could not be done: `failures` holds a question's name and the reason."""

    def __init__(self) -> None:
        self.failures: dict[str, str] = {}
        self._documents: dict[Path, Document] = {}

    def read(self, path: Path) -> Document:
        """The Document. Raises SourceError."""
        if path not in self._documents:
            self._documents[path] = read(path, cache=False)
        return self._documents[path]

    def ask(self, verb: Callable[..., Any], *paths: Path) -> Json:
        """The result of one verb on these documents; an empty dict, and a failure, where there is an error."""
        name = " ".join([verb.__name__, *(path.name for path in paths)])
        try:
            result = verb(*(self.read(path) for path in paths))
        except PlantextError as error:
            self.failures[name] = str(error)
            return {}
        except Exception as error:  # noqa: BLE001  # a bug of ours is a wrong case, and the other figures are still wanted
            traceback.print_exc()
            self.failures[name] = f"{type(error).__name__}: {error}"
            return {}
        return dict(msgspec.to_builtins(result))
