"""Word files that are damaged, cut, or none."""

from __future__ import annotations

import io

import docx
import pytest

from plantext.errors import SourceError
from plantext.read.docx import read_docx
from plantext.read.source import DOCX, describe


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04word/document.xml", b"nothing"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError) as refused:
        read_docx(data, describe(data, "plan.docx", DOCX))
    assert refused.value.status == "damaged"


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.99])
def test_a_word_file_that_was_cut_is_refused(cut: float) -> None:
    data = io.BytesIO()
    docx.Document().save(data)
    part = data.getvalue()[: int(len(data.getvalue()) * cut)]
    with pytest.raises(SourceError):
        read_docx(part, describe(part, "plan.docx", DOCX))


@pytest.mark.parametrize("xml", [b"", b"<w:document", b"<other/>", b'<w:document xmlns:w="x"/>'])
def test_a_word_file_whose_text_is_damaged_is_refused(xml: bytes) -> None:
    import zipfile

    data, broken = io.BytesIO(), io.BytesIO()
    docx.Document().save(data)
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "word/document.xml" else old.read(name))
    with pytest.raises(SourceError) as refused:
        read_docx(broken.getvalue(), describe(broken.getvalue(), "plan.docx", DOCX))
    assert refused.value.status == "damaged"


@pytest.mark.parametrize(
    "part", ["word/styles.xml", "word/numbering.xml", "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"]
)
def test_a_word_file_with_a_foreign_part_is_read_or_refused(part: str) -> None:
    import zipfile

    data, broken = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Mend the pier", style="List Number")
    document.save(data)
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<foreign/>" if name == part else old.read(name))
    try:
        texts = [block.text for block in read_docx(broken.getvalue(), describe(broken.getvalue(), "plan.docx", DOCX)).blocks]
    except SourceError:
        texts = ["Mend the pier"]
    assert texts == ["Mend the pier"]
