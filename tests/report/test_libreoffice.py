"""Every Word and Excel file opens in LibreOffice, which stands for the programs that people have."""

import shutil
import subprocess

import pytest

from plantext.model.pack import Pack
from plantext.report import BINARY, formats_of, render
from plantext.report.docx.decision import render_decision
from plantext.report.docx.response import render_response
from tests.factories import samples
from tests.report.test_hostile import CONTROL, HOSTILE, spoil

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="there is no LibreOffice on this machine")


def files():
    made = {}
    for name, sample in samples.SAMPLES.items():
        for form in formats_of(type(sample())):
            if form in BINARY:
                made[f"{name}-{form}.{form}"] = render(sample(), form)
                made[f"{name}-{form}-hostile.{form}"] = render(spoil(sample(), HOSTILE + CONTROL), form)
    made["response.docx"] = render_response(samples.sample_coverage())
    made["decision.docx"] = render_decision(Pack(variations=samples.sample_variations(), coverage=samples.sample_coverage()))
    return made


def test_it_opens_each_and_prints_it(tmp_path):
    made = files()
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    home = f"-env:UserInstallation=file://{tmp_path}/profile"  # a profile of its own, so that one that is open does no harm
    out = tmp_path / "pdf"
    done = subprocess.run(
        [OFFICE, home, "--headless", "--convert-to", "pdf", "--outdir", out, *(tmp_path / name for name in made)],
        capture_output=True,
        timeout=120,
        check=False,
    )
    printed = {path.stem: path.read_bytes() for path in out.glob("*.pdf")} if out.is_dir() else {}
    assert set(printed) == {name.rpartition(".")[0] for name in made}, done.stderr.decode()
    assert all(data.startswith(b"%PDF-") and len(data) > 5_000 for data in printed.values())


def test_the_words_and_the_header_on_every_page_are_there(tmp_path):
    import plantext

    (tmp_path / "v.docx").write_bytes(render(samples.sample_variations(), "docx"))
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [OFFICE, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "v.docx"],
        capture_output=True,
        timeout=120,
        check=True,
    )
    document = plantext.read(tmp_path / "v.pdf", cache=False)
    text = "\n".join(block.text for block in document.blocks)
    assert "Summary of variations: 2021-22 to 2022-23" in text
    assert "Reduce burglary of homes" in text
    assert any("What changed" in block.header for block in document.blocks)
