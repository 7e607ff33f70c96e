"""What is wrong with a call that makes no sense, said with the declarations of the command in hand: what, and how to call it."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from plantext.cli.commands import COMMANDS, GROUPS, Command, named_command
from plantext.cli.options import Argument, Option
from plantext.cli.plain import Parameter, parameters_of

DOCUMENTS = {".pdf", ".docx", ".doc", ".html", ".htm", ".md", ".markdown", ".txt", ".json"}
"""Endings of names that are surely no command."""


def explain(words: Sequence[str]) -> str | None:
    """Why a call makes no sense, in a sentence or two; None where only typer knows."""
    named = named_command(words)
    if named is None:
        return _no_command(words)
    command, rest = named
    parameters = parameters_of(command.load())
    places: list[str] = []
    return _wrong_option(command, parameters, rest, places) or _wrong_number(command, parameters, places)


def _no_command(words: Sequence[str]) -> str | None:
    group = words[0] if words and words[0] in GROUPS else None
    if len(words) <= bool(group):
        return None
    asked = words[bool(group)]
    names = [command.name for command in COMMANDS if not group or command.name.startswith(f"{group} ")]
    if not group:
        names = list(dict.fromkeys(name.split()[0] for name in names))
    lists = f"`plantext {group} --help`" if group else "`plantext --help`"
    if asked.startswith("-"):
        return _no_option(asked.partition("=")[0], ("--help",) if group else ("--version", "--help"), lists)
    if not group and (Path(asked).suffix.lower() in DOCUMENTS or Path(asked).is_file()):
        return f"“{asked}” is a document, not a command. Say first what to do, as in: plantext variations BEFORE AFTER. {lists} lists the commands."
    last = [name.split()[-1] for name in names]
    near = get_close_matches(asked.lower(), last, n=1) or [name for name in last if name.startswith(asked.lower())][:1]
    meant = f" Did you mean `plantext {f'{group} ' if group else ''}{near[0]}`?" if near else ""
    return f"There is no command “{asked}”.{meant} {lists} lists the commands."


def _no_option(name: str, known: Sequence[str], lists: str) -> str | None:
    if name in known:
        return None
    near = get_close_matches(name, known, n=1)
    return f"There is no option {name}.{f' Did you mean {near[0]}?' if near else ''} {lists} lists the options."


def _wrong_option(command: Command, parameters: Sequence[Parameter], words: Sequence[str], places: list[str]) -> str | None:
    """What is wrong with an option, if anything; what is none goes to `places`."""
    options = {name: one for one in parameters if isinstance(one.declared, Option) for name in one.declared.names.split()}
    left = iter(words)
    for word in left:
        if word == "--":
            places.extend(left)
            break
        if word == "-" or not word.startswith("-"):
            places.append(word)
            continue
        name, joined, value = word.partition("=") if word.startswith("--") else (word[:2], word[2:], word[2:])
        option = options.get(name)
        if option is None:
            return _no_option(name, (*options, "--help"), f"`plantext {command.name} --help`")
        if option.kind is bool:
            if joined:
                return f"{name} takes no value. Leave “={value}” out."
            continue
        given = value if joined else next(left, None)
        if given is None:
            return f"{name} wants something after it: {name} {option.declared.metavar}. {option.declared.help or ''}".strip()
        if option.kind is int and not given.removeprefix("-").isdecimal():
            return f"{name} wants a whole number, not “{given}”."
    return None


def _wrong_number(command: Command, parameters: Sequence[Parameter], places: Sequence[str]) -> str | None:
    """What is missing, or too much."""
    wanted = [one for one in parameters if isinstance(one.declared, Argument)]
    if len(places) < len(wanted) and wanted[len(places)].default is inspect.Parameter.empty:
        missing = wanted[len(places)].declared
        said = f" {missing.help}" if missing.help else ""
        return f"{missing.metavar} is missing.{said} An example: `plantext {command.name} {command.example}`."
    if len(places) > len(wanted) and not any(one.kind == list[str] for one in wanted):
        takes = " ".join(one.declared.metavar or "" for one in wanted)
        return f"“{places[len(wanted)]}” is one too many: `plantext {command.name}` takes {takes}. A name with blanks in it wants quotation marks."
    return None
