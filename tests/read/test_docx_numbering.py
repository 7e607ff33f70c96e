"""The numbers that Word prints before paragraphs."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.factories.word import read_word


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
