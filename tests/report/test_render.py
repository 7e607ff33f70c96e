"""Which result has which format, and what all of them have in common."""

import subprocess
import sys

import pytest

from plantext.errors import UsageError
from plantext.model.coverage import Coverage
from plantext.report import BINARY, FORMATS, formats_of, render
from tests.factories import samples

SAMPLES = tuple(sample() for sample in samples.SAMPLES.values())
EVERY = [(sample, name) for sample in SAMPLES for name in formats_of(type(sample))]
IDS = [f"{type(sample).__name__}-{name}" for sample, name in EVERY]


def test_every_entry_of_the_table_has_a_sample():
    assert {(type(sample), name) for sample, name in EVERY} == set(FORMATS)


@pytest.mark.parametrize(("sample", "name"), EVERY, ids=IDS)
def test_same_result_same_bytes_and_a_text_ends_in_one_line_feed(sample, name):
    text = render(sample, name)
    assert text == render(sample, name)
    if name in BINARY:
        assert text.startswith(b"PK")
    else:
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


def test_a_format_that_does_not_exist_names_those_that_do():
    with pytest.raises(UsageError, match=r"coverage.*'odt'.*text, json, md, html, docx, xlsx, csv"):
        render(samples.sample_coverage(), "odt")


def test_what_is_no_result_is_refused():
    with pytest.raises(UsageError, match="no format"):
        render({"a": 1}, "text")


def test_the_formats_of_a_result():
    assert formats_of(Coverage) == ("text", "json", "md", "html", "docx", "xlsx", "csv")


def test_importing_the_reports_loads_nothing_heavy():
    code = "import sys, plantext.report; print([name for name in ('jinja2', 'rich', 'numpy', 'spacy', 'docx', 'openpyxl', 'PIL') if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
