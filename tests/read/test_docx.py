from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from plantext.errors import SourceError
from plantext.model.document import Document
from plantext.read.docx import read_docx
from plantext.read.source import DOCX, describe
from tests.factories.cases import shown


def read_word(build: Callable[[Any], None]) -> Document:
    """What is read of the Word file that `build` writes."""
    document = docx.Document()
    build(document)
    data = io.BytesIO()
    document.save(data)
    return read_docx(data.getvalue(), describe(data.getvalue(), "plan.docx", DOCX))


def number(document: Any, paragraph: Any, formats: list[tuple[str, str]], level: int = 0, *, list_id: str = "91") -> None:
    """Number `paragraph` by a list whose levels have these formats and texts."""
    numbering = document.part.numbering_part.element
    if not numbering.xpath(f"w:num[@w:numId='{list_id}']"):
        levels = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for at, (form, text) in enumerate(formats)
        )
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{list_id}">{levels}</w:abstractNum>')
        numbering.insert(0, abstract)
        numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/></w:num>'))
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'))


def test_styles_tell_titles_headings_and_lists() -> None:
    def build(document: Any) -> None:
        document.add_heading("Harbour plan", 0)
        document.add_heading("Piers", 1)
        document.add_heading("Old piers", 2)
        document.add_paragraph("They are old, all of them.")
        document.add_paragraph("mend the pier", style="List Bullet")
        document.add_paragraph("its head", style="List Bullet 2")

    document = read_word(build)
    assert shown(document) == [
        "title | Harbour plan",
        "heading 1 | Piers",
        "heading 2 | Old piers",
        "paragraph | They are old, all of them.",
        "item 1 • | mend the pier",
        "item 2 • | its head",
    ]
    assert document.title == "Harbour plan"
    assert document.blocks[-1].section == "Old piers"


def test_numbers_are_counted_as_word_prints_them() -> None:
    formats = [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%3.")]

    def build(document: Any) -> None:
        for text, level in (("Mend", 0), ("the head", 1), ("the foot", 1), ("Paint", 0), ("it", 1), ("blue", 2)):
            number(document, document.add_paragraph(text, style="List Number"), formats, level)

    document = read_word(build)
    assert [(block.marker, block.level) for block in document.blocks] == [
        ("1.", 1),
        ("(a)", 2),
        ("(b)", 2),
        ("2.", 1),
        ("(a)", 2),
        ("i.", 3),
    ]


def test_a_number_of_several_levels_names_them_all() -> None:
    def build(document: Any) -> None:
        for text, level in (("Mend", 0), ("the head", 1), ("the foot", 1)):
            number(document, document.add_paragraph(text, style="List Number"), [("decimal", "%1"), ("decimal", "%1.%2")], level)

    assert [block.marker for block in read_word(build).blocks] == ["1", "1.1", "1.2"]


def test_letters_and_romans_beyond_the_first_few_are_written() -> None:
    def build(document: Any) -> None:
        for at in range(28):
            number(document, document.add_paragraph(f"item {at}", style="List Number"), [("lowerLetter", "%1)")])
        for at in range(21):
            number(document, document.add_paragraph(f"thing {at}", style="List Number"), [("upperRoman", "%1.")], list_id="92")

    markers = [block.marker for block in read_word(build).blocks]
    assert [markers[at] for at in (0, 25, 26, 27)] == ["a)", "z)", "aa)", "bb)"]
    assert [markers[28 + at] for at in (3, 8, 15, 18, 20)] == ["IV.", "IX.", "XVI.", "XIX.", "XXI."]


def test_merged_cells_come_once() -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=4, cols=3)
        for at, text in enumerate(("Action", "By when", "Lead")):
            table.cell(0, at).paragraphs[0].add_run(text).bold = True
        for row, texts in enumerate((("Mend", "June", "Master"), ("Paint", "July", ""), ("All of it", "", "Wardens")), start=1):
            for at, text in enumerate(texts):
                table.cell(row, at).text = text
        table.cell(1, 2).merge(table.cell(2, 2))
        table.cell(3, 0).merge(table.cell(3, 1))

    table = read_word(build).blocks[0]
    assert table.header == ("Action", "By when", "Lead")
    assert [[(cell.text, cell.colspan, cell.rowspan) for cell in row] for row in table.rows] == [
        [("Mend", 1, 1), ("June", 1, 1), ("Master", 1, 2)],
        [("Paint", 1, 1), ("July", 1, 1)],
        [("All of it", 2, 1), ("Wardens", 1, 1)],
    ]


@pytest.mark.parametrize(("look", "header"), [("04A0", ("Piers", "Summer")), ("0480", ())])
def test_a_table_style_that_prints_the_first_row_in_bold_tells_the_header(look: str, header: tuple[str, ...]) -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=2, cols=2, style="Light Grid Accent 1")
        for cell, text in zip(table._cells, ("Piers", "Summer", "Mend the pier", "June 2031"), strict=True):
            cell.text = text
        marks = table._tbl.tblPr.find(qn("w:tblLook"))
        marks.attrib.clear()
        marks.set(qn("w:val"), look)

    assert read_word(build).blocks[0].header == header


def test_a_table_within_a_cell_keeps_its_words() -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=2, cols=2)
        table.cell(0, 0).text = "Mend"
        table.cell(1, 1).add_table(rows=1, cols=1).cell(0, 0).text = "inner"

    assert "inner" in read_word(build).blocks[0].text


def footnote(document: Any, paragraph: Any, text: str, number: int) -> None:
    xml = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    document.part.relate_to(Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), document.part.package), RELATIONSHIP_TYPE.FOOTNOTES)
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    paragraph.add_run()._r.append(reference)


def test_a_footnote_is_a_block_and_its_reference_a_mark() -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("Mend the pier")
        footnote(document, paragraph, "The north one.", 2)
        paragraph.add_run(" at once, in spring.")

    document = read_word(build)
    assert shown(document) == ["paragraph | Mend the pier at once, in spring.", "note 2 | The north one."]
    assert [(mark.style, mark.span, mark.note) for mark in document.blocks[0].marks] == [("footnote", (13, 13), "2")]


def test_insertions_count_and_deletions_do_not() -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("Mend ")
        for tag, text in (("ins", "three"), ("del", "two")):
            kind = "t" if tag == "ins" else "delText"
            xml = f'<w:{tag} {nsdecls("w")} w:id="1" w:author="a"><w:r><w:{kind}>{text}</w:{kind}></w:r></w:{tag}>'
            paragraph._p.append(parse_xml(xml))
        paragraph.add_run(" piers")

    assert [block.text for block in read_word(build).blocks] == ["Mend three piers"]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Paint the shed</w:t></w:r></w:p></w:txbxContent>"
    xml = (
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml">'
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    def build(document: Any) -> None:
        document.add_paragraph("Mend the pier")._p.append(parse_xml(xml))

    assert [block.text for block in read_word(build).blocks] == ["Mend the pier", "Paint the shed"]


def test_a_contents_list_of_word_is_one() -> None:
    def build(document: Any) -> None:
        document.styles.add_style("toc 1", 1)
        document.add_paragraph("Contents", style="TOC Heading")
        document.add_paragraph("1 Piers\t4", style="toc 1")
        document.add_heading("1 Piers", 1)

    assert shown(read_word(build)) == ["heading 1 | Contents", "toc | 1 Piers", "heading 1 | 1 Piers"]


def test_words_in_content_controls_are_read() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("Mend")
        control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Paint the shed</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        document.element.body.insert(1, parse_xml(control))

    assert "Paint the shed" in [block.text for block in read_word(build).blocks]


def test_typed_bullets_and_bold_lines_are_told() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("A plan for piers, sheds and walls.")
        document.add_paragraph().add_run("What we will do").bold = True
        document.add_paragraph("• mend the pier")
        document.add_paragraph("4.2 Safer piers")

    assert shown(read_word(build))[1:] == ["heading 3 | What we will do", "item 1 • | mend the pier", "heading 2 | 4.2 Safer piers"]


def test_an_outline_level_makes_a_heading() -> None:
    def build(document: Any) -> None:
        properties = document.add_paragraph("Piers and walls, and more")._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="1"/>'))

    assert shown(read_word(build)) == ["heading 2 | Piers and walls, and more"]


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


def test_a_place_in_a_word_file_is_told_by_its_paragraph() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("The bridges are old.")
        document.add_paragraph("")
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(table._cells, ("Piers", "Fords", "Stone", "Gravel"), strict=True):
            cell.text = text
        document.add_paragraph("They are mended in the summer.")

    first, table, last = read_word(build).blocks
    assert (first.line, table.line, last.line) == (1, 2, 6)
    assert [block.line for row in table.rows for cell in row for block in cell.blocks] == [2, 3, 4, 5]


def test_a_merged_heading_is_said_for_each_of_its_columns() -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=2, cols=3)
        for cell, text in zip(table._cells, ("Piers", "Fords", "", "Stone", "Gravel", "Sand"), strict=True):
            cell.paragraphs[0].add_run(text).bold = bool(text in {"Piers", "Fords"})
        table.cell(0, 1).merge(table.cell(0, 2))

    (table,) = read_word(build).blocks
    assert table.header == ("Piers", "Fords", "Fords")
