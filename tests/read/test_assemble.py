from __future__ import annotations

import pytest

from plantext.model.document import Document
from plantext.read.assemble import NUMBERED, Draft, DraftCell, assemble
from plantext.read.source import TEXT, describe


def document_of(*drafts: Draft, **fields: object) -> Document:
    return assemble(describe(b"x", "x.txt", TEXT), drafts, **fields)  # type: ignore[arg-type]


def heading(text: str, level: int = 1, role: str | None = None) -> Draft:
    return Draft(kind="heading", text=text, level=level, role=role)


def paragraph(text: str) -> Draft:
    return Draft(kind="paragraph", text=text)


@pytest.mark.parametrize("text", ["4.2 Harm", "3. Harm", "Section 3 Harm", "Annex B Harm", "A. Harm", "B Harm", "PART 2: Harm", "10 Harm"])
def test_these_headings_open_with_their_number(text: str) -> None:
    assert NUMBERED.match(text)


@pytest.mark.parametrize("text", ["A safer harbour", "I promise", "2031 Action plan", "2031-32 milestones", "Harm 3", "Priorities"])
def test_these_headings_have_no_number(text: str) -> None:
    assert not NUMBERED.match(text)


def test_a_section_is_the_innermost_numbered_heading_else_the_innermost() -> None:
    document = document_of(
        heading("Plan"),
        heading("4.2 Harm", 2),
        paragraph("a"),
        heading("Milestones for 2031-32", 3),
        paragraph("b"),
        heading("Next", 1),
        paragraph("c"),
    )
    assert [block.section for block in document.blocks] == [None, "Plan", "4.2 Harm", "4.2 Harm", "4.2 Harm", None, "Next"]


def test_a_year_is_no_section_number() -> None:
    document = document_of(heading("2031 Town actions"), heading("Piers", 2), paragraph("a"))
    assert document.blocks[-1].section == "Piers"


def test_entries_of_the_contents_and_titles_open_no_section() -> None:
    document = document_of(heading("Plan", role="title"), Draft(kind="heading", text="1 Piers", level=1, role="toc"), paragraph("a"))
    assert document.blocks[-1].section is None
    assert document.title == "Plan"


@pytest.mark.parametrize(
    ("drafts", "title"),
    [
        ([heading("Harbour", role="title"), heading("Plan", role="title"), heading("Aims")], "Harbour Plan"),
        ([heading("Contents"), heading("Aims")], "Aims"),
        ([paragraph("a")], None),
    ],
)
def test_the_title(drafts: list[Draft], title: str | None) -> None:
    assert document_of(*drafts).title == title


def test_the_same_text_twice_has_two_ids() -> None:
    document = document_of(paragraph("Mend it"), paragraph("Mend it"), Draft(kind="list_item", text="Mend it", level=1))
    ids = [block.id for block in document.blocks]
    assert len(set(ids)) == 3
    assert ids[1] == f"{ids[0]}-2"
    assert [document.block(name).id for name in ids] == ids
    with pytest.raises(KeyError):
        document.block("b-none")


def test_a_table_is_its_rows_and_its_cells_are_found_by_id() -> None:
    table = Draft(
        kind="table",
        text="table",
        header=["Action", "Lead"],
        rows=[[DraftCell(blocks=[paragraph("Mend"), paragraph("paint")], colspan=2), DraftCell(blocks=[paragraph(" ")])]],
    )
    document = document_of(table)
    block = document.blocks[0]
    assert block.text == "Action\tLead\nMend paint\t"
    assert [cell.colspan for cell in block.rows[0]] == [2, 1]
    assert [document.block(cell.id) for cell in block.rows[0][0].blocks] == list(block.rows[0][0].blocks)


def test_drafts_without_text_are_left_out() -> None:
    assert document_of(paragraph("  "), Draft(kind="table", text="")).blocks == ()
