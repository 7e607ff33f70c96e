"""A plain call means to us what it means to typer; what is not plain is left to typer."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantext.cli.commands import COMMANDS, Command, named_command
from plantext.cli.options import Option
from plantext.cli.plain import parameters_of, plain_call

PLAIN = [
    "extract plan.pdf",
    "extract - --format=json",
    "extract plan.pdf -o plan.md --no-cache",
    "milestones --edition 2031-32 plan.pdf",
    "variations before.pdf",
    "variations before.pdf --whole after.pdf",
    "variations before.pdf after.pdf --fail-on split,merged --format docx -o out.docx --format csv",
    "variations -- -odd.pdf --odder.pdf",
    "coverage panel.pdf plan.pdf --before old.pdf --topics topics.toml",
    "progress a.pdf b.pdf --edition 2031-32 c.pdf",
    "check plan.pdf --also a.pdf --also b.pdf",
    "pack old.pdf new.pdf --report panel.pdf -o out --draft",
    "search out stop and search --limit 5",
    "export out --format csv -o tables",
    "corpus list corpus",
    "corpus fetch corpus --largest 5 --anew",
]
NOT_PLAIN = [
    "",
    "--help",
    "--version extract",
    "plans",
    "corpus",
    "corpus lists x",
    "extract",
    "extract a.pdf b.pdf",
    "extract plan.pdf --help",
    "extract plan.pdf --bogus",
    "extract plan.pdf --no-cache=yes",
    "extract plan.pdf -oout.md",
    "extract plan.pdf --format",
    "extract plan.pdf --format --no-cache",
    "extract ''",
    "extract plan.pdf --password ''",
    "search out words --limit many",
    "search out words --limit -3",
    "search out",
]


def as_typer_reads(words: list[str]) -> dict[str, Any]:
    """The values that typer gives to the parameters of the command. Raises what typer raises for a call that makes no sense."""
    from typer.main import get_command

    from plantext.cli.app import app

    command: Any = get_command(app)
    while hasattr(command, "commands"):
        command, words = command.commands[words[0]], words[1:]
    return {
        name: list(value) or None if isinstance(value, list | tuple) else value
        for name, value in command.make_context("", list(words)).params.items()
    }


def as_we_read(words: list[str]) -> dict[str, Any] | None:
    call = plain_call(words)
    if call is None:
        return None
    parameters = parameters_of(call.func)  # type: ignore[attr-defined]
    return {one.name: call.keywords.get(one.name, one.default) for one in parameters}  # type: ignore[attr-defined]


@pytest.mark.parametrize("line", PLAIN)
def test_a_plain_call_is_read_as_typer_reads_it(line: str):
    words = shlex.split(line)
    assert as_we_read(words) == as_typer_reads(words)


@pytest.mark.parametrize("line", NOT_PLAIN)
def test_what_is_not_plain_is_left_to_typer(line: str):
    assert plain_call(shlex.split(line)) is None


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_whatever_we_read_typer_reads_alike(command: Command, data: st.DataObject):
    names = [name for one in parameters_of(command.load()) if isinstance(one.declared, Option) for name in one.declared.names.split()]
    word = st.sampled_from([*names, "-", "--", "a.pdf", "b.pdf", "json", "7", "-7", "--bogus", "", *(f"{name}=x" for name in names)])
    words = [*command.name.split(), *data.draw(st.lists(word, max_size=7))]
    ours = as_we_read(words)
    if ours is not None:
        assert ours == as_typer_reads(words)


def test_the_last_of_an_option_counts_and_a_list_takes_all():
    assert as_we_read(shlex.split("check plan.pdf --also a --before b --also c --before d")) == {
        **dict.fromkeys(("output", "format", "fail_on", "password", "pdf_reader")),
        "plan": "plan.pdf", "before": "d", "also": ["a", "c"], "no_cache": False, "debug": False,
    }  # fmt: skip


def test_values_have_the_kind_that_the_function_takes():
    read = as_we_read(["search", "out", "a", "b", "--limit", "5", "-o", "found.csv"])
    assert read is not None
    assert (read["out"], read["words"], read["limit"], read["output"]) == (Path("out"), ["a", "b"], 5, Path("found.csv"))


def test_every_command_is_named_once_and_its_function_is_there():
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
    for command in COMMANDS:
        assert command.load().__doc__
        assert named_command([*command.name.split(), "x"]) == (command, ["x"])


HEAVY = ("typer", "pydantic", "rich", "jinja2", "spacy", "scipy", "sklearn", "pdfplumber", "lxml", "docx")


def test_a_plain_call_imports_nothing_that_it_can_do_without(shell):
    call = "main(['variations', 'before.md', 'after.md', '-o', 'out.txt'])"
    code = f"import sys; from plantext.cli import main; {call}; print(*sorted(set(sys.modules) & set({HEAVY})))"
    ran = shell(f'{sys.executable} -c "{code}"')
    assert (ran.code, ran.out, ran.err) == (0, "\n", "")


def test_the_same_plan_twice_needs_no_arithmetic_on_many_texts(shell):
    code = "import sys; from plantext.cli import main; main(['variations', 'before.md', 'before.md', '-o', 'out.txt']); print('numpy' in sys.modules)"
    assert shell(f'{sys.executable} -c "{code}"').out == "False\n"


def test_what_is_to_happen_at_exit_happens(shell):
    code = """
import atexit, sys, threading, time
from plantext.cli import main
atexit.register(print, 'at exit')
threading.Thread(target=lambda: (time.sleep(0.2), print('thread'))).start()
sys.argv = ['plantext', 'extract', 'missing.md']
main()
"""
    ran = shell(f'{sys.executable} -c "{code}"')
    assert (ran.code, ran.out) == (3, "thread\nat exit\n")
