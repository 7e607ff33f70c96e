"""What a user may set, in `plantext.toml` beside the work; every other number stands in the table of the rule that uses it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from plantext.errors import UsageError
from plantext.model.checks import Silence
from plantext.read.limits import Limits

FILE_NAME = "plantext.toml"
REMEDY = "Correct the file, or remove it to use the defaults."


class CheckSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `plantext check` leaves out, each with a reason, and the checklist of another regime."""

    silence: tuple[Silence, ...] = ()
    statutory: str | None = None  # a file of the form of plantext/checks/statutory.toml, in the folder of the settings


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All settings; the defaults serve for everything in the documentation."""

    pdf_reader: Literal["pdfium", "pdfplumber"] = "pdfium"
    cache: bool = True
    limits: Limits = Limits()  # of time and memory for one document, in seconds and bytes
    check: CheckSettings = CheckSettings()
    model: str | None = None  # a folder with a sentence-embedding model, which has a vote on the order of the evidence in `coverage`


def load_settings(folder: Path | None = None) -> Settings:
    """The settings of `plantext.toml` in `folder` (the current one by default), or the defaults. Raises UsageError.

    Nothing is looked for in other folders, so that a result depends on nothing far away.
    """
    path = (folder or Path()) / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8-sig")  # some editors begin a file with a mark
    except FileNotFoundError:
        return Settings()  # and nothing more is imported
    except OSError as error:
        raise UsageError(f"{path}: the settings can't be read ({error.strerror or error}). {REMEDY}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: the settings can't be read: this is no plain text. {REMEDY}") from error
    import tomllib

    try:
        data = tomllib.loads(text)
        settings = msgspec.convert(data, Settings)
        _check_limits(data.get("limits", {}), settings.limits)
        _check_silences(settings.check.silence)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UsageError(f"{path}: {error}. {REMEDY}") from error
    return settings


def _check_silences(silences: Sequence[Silence]) -> None:
    """Raises msgspec.ValidationError for a silence whose reason is empty."""
    for one in silences:
        if not one.reason.strip():
            raise msgspec.ValidationError(f"`check.silence` of {one.code} needs a reason")


def _check_limits(stated: Mapping[str, object], limits: Limits) -> None:
    """Raises msgspec.ValidationError for a limit that there is not, or that nothing could keep."""
    for name in stated:
        if name not in Limits.__struct_fields__:
            raise msgspec.ValidationError(f"there is no limit `limits.{name}`, only {', '.join(Limits.__struct_fields__)}")
        if getattr(limits, name) <= 0:
            raise msgspec.ValidationError(f"`limits.{name}` must be above 0")
