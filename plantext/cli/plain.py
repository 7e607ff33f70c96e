"""A plain call is understood here, from the declarations in `options.py` and without typer.

Typer brings in pydantic, and the two cost as much processor time as comparing two plans does. So a call with nothing unusual about it,
every argument there and every option known, is not kept waiting for them. Whatever is not plain (help, a mistake, completion, a short
option joined to its value) is left to typer, which has the same declarations; tests hold the two against each other.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args

from plantext.cli.commands import named_command
from plantext.cli.options import Argument, Option


class Parameter(NamedTuple):
    """A parameter of a command's function."""

    name: str
    declared: Argument | Option
    kind: Any  # bool (a flag), str, int, Path or list[str]
    default: Any  # inspect.Parameter.empty where it must be given


def parameters_of(function: Callable[..., None]) -> tuple[Parameter, ...]:
    """The parameters of a command's function, in order."""
    found = []
    for parameter in inspect.signature(function, eval_str=True).parameters.values():
        kind, declared = get_args(parameter.annotation)
        if isinstance(kind, UnionType):
            kind = next(one for one in get_args(kind) if one is not NoneType)
        found.append(Parameter(parameter.name, declared, kind, parameter.default))
    return tuple(found)


def plain_call(words: Sequence[str]) -> Callable[[], None] | None:
    """What a call asks for, ready to be done; None where typer must look at it."""
    named = named_command(words)
    if named is None:
        return None
    function = named[0].load()
    parameters = parameters_of(function)
    given = _given(parameters, named[1])
    return None if given is None else partial(function, **given)


def _given(parameters: Sequence[Parameter], words: Sequence[str]) -> dict[str, Any] | None:
    """The values that `words` give to parameters, by name; None where anything is unusual."""
    options = {name: one for one in parameters if isinstance(one.declared, Option) for name in one.declared.names.split()}
    given: dict[str, list[str]] = {}
    places: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            places.extend(left)
        elif word == "-" or not word.startswith("-"):
            places.append(word)
        else:
            name, joined, value = word.partition("=")
            option = options.get(name)
            if option is None or (joined and (option.kind is bool or not name.startswith("--"))):
                return None
            if option.kind is not bool and not joined:
                value = next(left, "")
                if value.startswith("-") and value != "-":
                    return None
            given.setdefault(option.name, []).append(value or "yes" * (option.kind is bool))
    for one in parameters:
        if isinstance(one.declared, Argument):
            taken, places = (places, []) if one.kind == list[str] else (places[:1], places[1:])
            if taken:
                given[one.name] = taken
            elif one.default is inspect.Parameter.empty:
                return None
    if places or not all(all(values) for values in given.values()):
        return None
    return _converted(parameters, given)


def _converted(parameters: Sequence[Parameter], given: dict[str, list[str]]) -> dict[str, Any] | None:
    """The values as the function takes them; of an option that is given twice, the last."""
    converted: dict[str, Any] = {}
    for one in parameters:
        if one.name not in given:
            continue
        values = given[one.name]
        if one.kind is int and not (values[-1].isascii() and values[-1].isdigit()):
            return None
        converted[one.name] = values if one.kind == list[str] else CONVERT[one.kind](values[-1])
    return converted


CONVERT: dict[type, Callable[[str], Any]] = {bool: bool, int: int, str: str, Path: Path}
