"""Every report of the samples as it was last judged good. Set PLANTEXT_UPDATE_GOLDEN=1 to write them anew, and read the difference."""

import os
import re
from pathlib import Path

import pytest

from plantext.report import BINARY, FORMATS, formats_of, render
from tests.factories.office import structure
from tests.factories.samples import SAMPLES

GOLDEN = Path(__file__).parent / "golden"
UPDATE = "PLANTEXT_UPDATE_GOLDEN"
EVERY = [(name, form) for name, sample in SAMPLES.items() for form in formats_of(type(sample())) if form != "json"]  # JSON is the model's


def test_every_report_has_a_golden_file_and_no_other_stands_there():
    assert len(EVERY) == sum(form != "json" for _, form in FORMATS)
    assert {path.name for path in GOLDEN.iterdir()} == {golden_name(name, form) for name, form in EVERY}


def golden_name(name, form):
    return f"{name}.{form}.txt" if form in BINARY else f"{name}.{form}"


@pytest.mark.parametrize(("name", "form"), EVERY, ids=[".".join(case) for case in EVERY])
def test_as_it_was(name, form):
    text = render(SAMPLES[name](), form)
    if form == "html":  # what is said; style and script have tests of their own
        text = re.search(r"<title>.*?</title>", text).group() + "\n" + re.search(r"<main.*</main>\n", text, re.DOTALL).group()
    if form in BINARY:
        text = structure(text, form)
    path = GOLDEN / golden_name(name, form)
    if os.environ.get(UPDATE):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
