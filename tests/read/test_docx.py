"""Word documents: styles, notes, insertions, content controls."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.factories.cases import shown
from tests.factories.word import read_word


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
