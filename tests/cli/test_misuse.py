"""A call that makes no sense: what is wrong with it, and how to call it, in one plain sentence or two."""

from __future__ import annotations

import shlex

import pytest

from plantext.cli.misuse import explain

CALLS = [
    ("variation before.md after.md", "There is no command “variation”. Did you mean `plantext variations`? `plantext --help` lists the commands."),
    ("Vari before.md", "Did you mean `plantext variations`?"),
    ("summarise before.md", "There is no command “summarise”. `plantext --help` lists the commands."),
    ("before.md after.md", "“before.md” is a document, not a command. Say first what to do"),
    ("corpus lst x", "Did you mean `plantext corpus list`? `plantext corpus --help` lists the commands."),
    ("corpus --verbose", "There is no option --verbose. `plantext corpus --help` lists the options."),
    ("--verson", "There is no option --verson. Did you mean --version?"),
    ("variations", "BEFORE is missing. The earlier plan, or one that carries both years. An example: `plantext variations "),
    ("coverage panel.md", "PLAN is missing."),
    ("search out", "WORDS is missing."),
    ("variations a.md b.md my plan.md", "“my” is one too many: `plantext variations` takes BEFORE AFTER. A name with blanks in it wants quotation marks."),
    ("extract a.md --fromat json", "There is no option --fromat. Did you mean --format? `plantext extract --help` lists the options."),
    ("extract a.md -q", "There is no option -q."),
    ("extract a.md --output", "--output wants something after it: --output FILE. Write to FILE; its ending names the format."),
    ("extract a.md --no-cache=yes", "--no-cache takes no value. Leave “=yes” out."),
    ("search out words --limit many", "--limit wants a whole number, not “many”."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "said"), CALLS)
def test_what_is_wrong_is_said(call, line: str, said: str):
    ran = call(*shlex.split(line))
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.startswith("plantext: ")
    assert ran.err.endswith(".\n")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "line", ["", "corpus", "--version", "extract a.md", "extract -oout.md a.md", "extract -- -a.md", "search out a b c"]
)
def test_nothing_is_said_of_a_call_that_is_right(line: str):
    assert explain(shlex.split(line)) is None


def test_an_address_is_no_file(call):
    ran = call("extract", "https://www.example.org/plan.pdf")
    assert ran.code == 2
    assert "Save the document first" in ran.err
