"""The whole command line as typer has it: for help, for completion, and for every call that `plain.py` leaves to it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from plantext.cli.commands import COMMANDS, GROUPS
from plantext.cli.options import Argument


class _Helped(TyperCommand):
    """A command whose help names its arguments as they are declared: newer releases of typer add the names of Python's types."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        named = [parameter for parameter in self.get_params(ctx) if parameter.param_type_name == "argument"]
        return ["[OPTIONS]", *(_usage(parameter) for parameter in named)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        sections: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for parameter in self.get_params(ctx):
            name, said = parameter.get_help_record(ctx) or ("", "")
            kind = parameter.param_type_name
            sections[kind].append((str(parameter.metavar) if kind == "argument" else name, said))
        for title, records in zip(("Arguments", "Options"), sections.values(), strict=True):
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)


def _usage(parameter: Any) -> str:
    more = "..." if parameter.nargs != 1 and "..." not in parameter.metavar else ""
    return f"{parameter.metavar}{more}" if parameter.required else f"[{parameter.metavar}{more}]"


def _as_typer_has_it(function: Callable[..., None]) -> Callable[..., None]:
    """The same function, its parameters declared in typer's words."""

    @wraps(function)
    def called(**given: Any) -> None:
        function(**given)

    signature = inspect.signature(function, eval_str=True)
    parameters = [one.replace(annotation=_declared(one), kind=one.KEYWORD_ONLY) for one in signature.parameters.values()]
    called.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]  # where `inspect` looks first
    called.__annotations__ = {one.name: one.annotation for one in parameters}
    return called


def _declared(parameter: inspect.Parameter) -> Any:
    kind, said = parameter.annotation.__origin__, parameter.annotation.__metadata__[0]
    if isinstance(said, Argument):
        return Annotated[kind, typer.Argument(metavar=said.metavar, help=said.help, show_default=False)]
    shown = bool(parameter.default)  # "default: False" tells nobody anything
    return Annotated[kind, typer.Option(*said.names.split(), metavar=said.metavar, help=said.help, show_default=shown)]


app = typer.Typer(
    name="plantext",
    help=(
        "Compare public plans from year to year, and check whether what a panel asked for is in them, with the page to prove it.\n\n"
        "A SOURCE is a PDF, DOCX, HTML, Markdown or plain-text file, or the JSON that `plantext extract` wrote; - is standard input."
    ),
    epilog="Start with: plantext variations plan-2031.pdf plan-2032.pdf -o variations.html",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
_groups = {name: typer.Typer(help=said, no_args_is_help=True, rich_markup_mode=None) for name, said in GROUPS.items()}
for _command in COMMANDS:
    *_group, _name = _command.name.split()
    (_groups[_group[0]] if _group else app).command(
        _name, cls=_Helped, short_help=_command.short, epilog=f"Example: plantext {_command.name} {_command.example}"
    )(_as_typer_has_it(_command.load()))
for _name, _said in GROUPS.items():
    _first = next(command for command in COMMANDS if command.name.startswith(f"{_name} "))
    app.add_typer(_groups[_name], name=_name, short_help=_said, epilog=f"Example: plantext {_first.name} {_first.example}")


@app.callback()
def _root(
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    if version:
        from plantext import __version__

        typer.echo(f"plantext {__version__}")
        raise typer.Exit
