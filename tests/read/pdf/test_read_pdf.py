"""From a PDF written by hand to the blocks of its Document, by both readers."""

from __future__ import annotations

import pytest

from plantext.errors import SourceError, UsageError
from plantext.model.document import Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, encrypted, no_pages, one_page, pdf

PROSE = [
    "The county council sets out in this part how it will look after its bridges over the",
    "coming years, which of them come first, and what each of the towns may expect of it in",
    "the months before the work begins and after it has been done.",
]


def read(data: bytes, reader: str = "pdfium", password: str | None = None) -> Document:
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader, password=password)


def texts(document: Document, kind: str) -> list[str]:
    return [block.text for block in document.blocks if block.kind == kind]


both = pytest.mark.parametrize("reader", READERS)


@both
def test_list_items_keep_their_marker_and_depth(reader):
    sheet = Sheet().lines(72, 80, PROSE)
    for y, x, mark, text in [
        (130, 90, "•", "Mend the stone bridge"),
        (146, 108, "–", "before the floods"),
        (162, 90, "•", "Paint the iron bridge"),
    ]:
        sheet.text(x, y, mark).text(x + 14, y, text)
    document = read(pdf(sheet), reader)
    items = [(b.marker, b.level, b.text) for b in document.blocks if b.kind == "list_item"]
    assert items == [("•", 1, "Mend the stone bridge"), ("–", 2, "before the floods"), ("•", 1, "Paint the iron bridge")]


@both
def test_a_drawn_dot_is_a_bullet(reader):
    sheet = Sheet().lines(72, 80, PROSE)
    for y in (130, 146):
        sheet.box(92, y - 5, 95, y - 2, 0).text(104, y, "Mend the stone bridge")
    document = read(pdf(sheet), reader)
    assert [(b.marker, b.text) for b in document.blocks if b.kind == "list_item"] == [("•", "Mend the stone bridge")] * 2


@both
def test_a_number_that_hangs_in_the_margin_is_the_marker_of_a_paragraph(reader):
    sheet = Sheet()
    for number, y in ((27, 80), (28, 200), (29, 320)):
        sheet.text(72, y - 30, "Of bridges and fords", 13, bold=True)
        sheet.text(72, y, f"{number}.").lines(108, y, PROSE)
    document = read(pdf(sheet), reader)
    assert [(b.marker, b.text) for b in document.blocks if b.kind == "paragraph"] == [(f"{n}.", " ".join(PROSE)) for n in (27, 28, 29)]


@both
def test_a_year_at_the_start_of_a_line_is_no_list_item(reader):
    sheet = Sheet().lines(
        72, 80, ["The council will spend what it did not spend on its bridges in the years since", "2014. It will say so."]
    )
    assert texts(read(pdf(sheet), reader), "list_item") == []


@both
def test_two_columns_are_read_one_after_the_other(reader):
    left = [f"left column line {n} goes on to its edge" for n in range(9)]
    right = [f"right column line {n} goes on to its edge" for n in range(9)]
    sheet = Sheet().text(72, 70, "One line that stands across both of the columns and so parts nothing from nothing at all")
    sheet.lines(72, 100, left).lines(310, 100, right)
    document = read(pdf(sheet), reader)
    whole = " ".join(block.text for block in document.blocks)
    assert whole.index("left column line 8") < whole.index("right column line 0")


@both
def test_a_paragraph_runs_over_the_page(reader):
    first = Sheet().lines(72, 80, PROSE[:2])
    second = Sheet().lines(72, 80, PROSE[2:])
    document = read(pdf(first, second), reader)
    (block,) = document.blocks
    assert block.text == " ".join(PROSE)
    assert [part.page for part in block.parts] == [1, 2]


@both
def test_running_lines_and_page_numbers_are_in_no_block(reader):
    sheets = []
    for number in range(1, 6):
        sheet = Sheet().text(200, 40, "The bridge plan of the county", 8).lines(72, 120, PROSE)
        sheets.append(sheet.text(280, 810, f"Page {number} of 5", 8))
    document = read(pdf(*sheets), reader)
    assert texts(document, "paragraph") == [" ".join(PROSE)] * 5
    assert len(document.blocks) == 5


@both
def test_the_first_line_of_a_page_is_kept_where_it_only_looks_like_the_others(reader):
    sheets = [Sheet().text(72, 60, "What it will cost", 14, bold=True).lines(72, 100, PROSE) for _ in range(2)]
    sheets.append(Sheet().lines(72, 60, PROSE))
    document = read(pdf(*sheets[1:]), reader)
    assert "What it will cost" in texts(document, "heading")


@both
def test_a_watermark_is_dropped_and_said(reader):
    sheet = Sheet().lines(72, 100, PROSE).text(150, 600, "DRAFT", 90, grey=0.85, matrix=(0.7, 0.7, -0.7, 0.7))
    document = read(pdf(sheet), reader)
    assert texts(document, "paragraph") == [" ".join(PROSE)]
    assert [issue.code for issue in document.issues] == ["draft-mark"]


@both
def test_a_raised_ordinal_stays_with_its_number(reader):
    sheet = Sheet().raised(72, 100, "It was agreed on the 14", "th", " of March, and not before that day.")
    (block,) = read(pdf(sheet), reader).blocks
    assert block.text.startswith("It was agreed on the 14th of March")


@both
def test_a_bold_lead_in_is_marked(reader):
    sheet = (
        Sheet().text(72, 100, "Old bridges.", bold=True).text(142, 100, "They come first, and then the fords and the ferries, which the")
    )
    sheet.lines(72, 114, ["county looks after for as long as anybody goes over them on foot or on a horse."])
    (block,) = read(pdf(sheet), reader).blocks
    (mark,) = block.marks
    assert (mark.style, block.text[slice(*mark.span)]) == ("bold", "Old bridges.")


@both
def test_a_page_set_sideways_is_read_upright(reader):
    sheet = Sheet()
    for number, text in enumerate(PROSE):
        sheet.text(100 + 14 * number, 700, text, matrix=(0, 1, -1, 0))
    document = read(pdf(sheet), reader)
    (block,) = document.blocks
    assert block.text == " ".join(PROSE)
    assert block.bbox[3] - block.bbox[1] > block.bbox[2] - block.bbox[0]  # on the page as displayed the block is tall
    assert (document.pages[0].width, document.pages[0].height) == (595, 842)


@both
@pytest.mark.parametrize("rotate", [90, 270])
def test_a_page_turned_by_its_own_entry_is_read_as_displayed(reader, rotate):
    sheet = Sheet(width=842, height=595, rotate=rotate).lines(72, 100, PROSE)
    document = read(pdf(sheet), reader)
    assert document.blocks[0].text == " ".join(PROSE)


@both
def test_pictures_are_counted_and_a_page_of_picture_only_is_a_scan(reader):
    document = read(pdf(Sheet().lines(72, 80, PROSE).picture(72, 200, 300, 400), Sheet().picture(0, 0, 595, 842)), reader)
    assert document.figures == 1
    assert [page.status for page in document.pages] == ["text", "scan"]
    assert [(issue.code, issue.page) for issue in document.issues] == [("scan-page", 2), ("figures-not-read", None)]
    assert document.issues[1].message == "made.pdf: 1 picture or chart was not read"


@both
def test_hidden_text_over_a_picture_is_read_and_said(reader):
    document = read(pdf(Sheet().picture(0, 0, 595, 842).text(72, 100, "What the machine made of it", mode=3)), reader)
    assert document.blocks[0].text == "What the machine made of it"
    assert [issue.code for issue in document.issues] == ["recognised-text"]


@both
def test_contents_entries_lose_leaders_and_page_numbers(reader):
    sheet = Sheet().text(72, 80, "Contents", 18, bold=True)
    for number, title in enumerate(["Bridges", "Fords", "Ferries"]):
        sheet.text(72, 110 + 16 * number, f"{number + 1} {title} " + "." * 60 + f" {number + 2}")
    document = read(pdf(sheet, Sheet().lines(72, 80, PROSE)), reader)
    assert [b.text for b in document.blocks if b.role == "toc"] == ["1 Bridges", "2 Fords", "3 Ferries"]


@both
def test_a_cover_gives_the_title(reader):
    cover = Sheet().text(72, 300, "The Bridge Plan", 30, bold=True).text(72, 400, "as agreed in the spring")
    document = read(pdf(cover, Sheet().lines(72, 80, PROSE * 4)), reader)
    assert document.title == "The Bridge Plan"
    assert document.blocks[0].role == "title"


@both
@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"%PDF-1.4\nnothing", "damaged"),
        (b"<html>a page</html>", "damaged"),
        (no_pages(), "no_pages"),
        (pdf(Sheet()), "needs_ocr"),
        (pdf(Sheet().picture(0, 0, 595, 842)), "needs_ocr"),
        (encrypted(), "encrypted"),
        (pdf(Sheet().lines(72, 80, PROSE))[:300], "damaged"),
    ],
)
def test_what_cannot_be_read_says_why(reader, data, status):
    with pytest.raises(SourceError) as caught:
        read(data, reader)
    assert caught.value.status == status
    assert str(caught.value).startswith("made.pdf: ")


@both
def test_an_encrypted_file_opens_with_its_password_and_one_for_owners_without(reader):
    assert read(encrypted("key"), reader, password="key").blocks[0].text.startswith("A page under lock")
    assert read(encrypted(""), reader).blocks[0].text.startswith("A page under lock")
    with pytest.raises(SourceError, match="wrong"):
        read(encrypted("key"), reader, password="other")


def test_junk_before_the_header_is_passed_over():
    assert read(b"junk\n" * 20 + pdf(Sheet().lines(72, 80, PROSE))).blocks


def test_a_huge_page_is_read():
    data = one_page(b"BT /F0 10 Tf 72 700 Td (A small text on a page of many miles.) Tj ET", media="0 0 900000000 900000000")
    assert read(data).blocks[0].text.startswith("A small text")


def test_an_unknown_reader_is_a_usage_error():
    with pytest.raises(UsageError, match="pdfplumber"):
        read(b"", reader="acrobat")


@both
def test_an_address_set_flush_right_is_one_block_with_its_lines(reader):
    sheet = Sheet()
    for y, x, text in ((70, 428.3, "Bridge County Hall"), (84, 449.7, "12 High Street"), (98, 410.6, "Bridgeton on the River")):
        sheet.text(x, y, text)
    sheet.lines(72, 140, PROSE)
    first = read(pdf(sheet), reader).blocks[0]
    assert first.text.split("\n")[0] == "Bridge County Hall"


@both
def test_a_letterhead_is_read_apart_from_the_address_beside_it(reader):
    sheet = Sheet().text(72, 76, "Panel", 20, bold=True).text(72, 95, "Bridges and fords of the county")
    sheet.lines(420, 66, ["Scrutiny office", "Council house", "Market place", "Bridgeton", "BR1 2HS"])
    sheet.lines(72, 180, PROSE)
    blocks = read(pdf(sheet), reader).blocks
    (address,) = [block.text for block in blocks if "Council house" in block.text]
    assert address.split() == "Scrutiny office Council house Market place Bridgeton BR1 2HS".split()


@both
def test_a_name_alone_in_large_type_stands_beside_the_whole_address(reader):
    sheet = Sheet().text(72, 78, "Bridgeton", 20, bold=True)
    lines = [(421.7, "County Hall, Long Parade"), (470, "Bridgeton BR1"), (426.2, "Telephone 01632 9605"), (424.5, "www.bridges.example")]
    for at, (x, text) in enumerate(lines):
        sheet.text(x, 71 + 12 * at, text, 9)
    sheet.lines(72, 180, PROSE)
    texts = [block.text for block in read(pdf(sheet), reader).blocks]
    assert texts[0] == "Bridgeton"
    assert texts[1].split()[:5] == ["County", "Hall,", "Long", "Parade", "Bridgeton"]


@both
def test_type_of_no_size_is_left_out(reader):
    data = one_page(b"BT /F0 0 Tf 72 700 Td (nothing) Tj /F0 11 Tf 0 -20 Td (The county looks after its bridges.) Tj ET")
    assert [block.text for block in read(data, reader).blocks] == ["The county looks after its bridges."]


@both
def test_a_little_more_white_after_a_sentence_parts_two_paragraphs(reader: str) -> None:
    sheet = Sheet().lines(
        72, 80, ["Wardens walk along the river in the morning", "and in the evening of every day in the year."], leading=12.5
    )
    sheet.lines(72, 107, ["Masons mend the piers where the ice of winter", "has hurt them, and paint them."], leading=12.5)
    data = pdf(sheet)
    found = [block.text.split()[0] for block in read_pdf(data, describe(data, "made.pdf", PDF), reader=reader).blocks]
    assert found == ["Wardens", "Masons"]


@both
def test_text_beside_a_box_goes_on_overleaf(reader: str) -> None:
    first = Sheet().lines(
        72, 700, ["Wardens walk along the river in the", "morning, and they tell the master of", "the bridges what they saw of the"]
    )
    first.box(330, 640, 530, 790, 0.9).text(340, 660, "Of the fords", bold=True)
    first.lines(
        340,
        680,
        [
            "The fords are shallow in the",
            "summer, and they are deep",
            "when the snow of the hills",
            "has gone in the spring,",
            "as the wardens say",
        ],
    )
    second = Sheet().lines(72, 90, ["piers and the fords. Then the masons come, and they mend what wants mending."])
    data = pdf(first, second)
    texts = [block.text for block in read_pdf(data, describe(data, "made.pdf", PDF), reader=reader).blocks]
    assert any("what they saw of the piers and the fords." in text for text in texts)


@both
def test_prose_may_be_set_more_loosely_than_the_cells_of_tables(reader: str) -> None:
    text = [
        "The wardens of the county walk along the river in the morning and in",
        "the evening, and tell the master of the bridges what they",
    ]
    text += ["saw of the piers and the fords, so that he can send the masons out", "before the winter comes with its ice and its floods."]
    sheet = Sheet().lines(72, 70, text, leading=16).lines(72, 150, text, leading=16)
    for row in range(9):
        y = 240 + 46 * row
        sheet.rule(72, y, 520, y)
        for column in range(3):
            sheet.lines(76 + 150 * column, y + 13, ["what they saw of the", "piers and what of the", "fords in the year"], leading=13)
    sheet.rule(72, 654, 520, 654)
    for x in (72, 222, 372, 520):
        sheet.rule(x, 240, x, 654)
    blocks = read(pdf(sheet), reader).blocks
    assert [b.text for b in blocks if b.kind == "paragraph"] == [" ".join(text)] * 2


@both
def test_a_quotation_set_in_the_middle_is_one_paragraph(reader: str) -> None:
    sheet = Sheet().lines(72, 80, PROSE).text(110, 150, '"I used to plan my way home by the bridges that were lit.', 14)
    sheet.text(234, 168, 'Now I just walk."', 14).lines(72, 210, PROSE)
    assert '"I used to plan my way home by the bridges that were lit. Now I just walk."' in [
        b.text for b in read(pdf(sheet), reader).blocks
    ]


@both
def test_the_right_column_may_begin_above_the_heading_of_the_left(reader: str) -> None:
    left = ["Inspectors came back in the winter. They found", "that the service had done what was asked, and", "that the quality of"]
    right = [
        "its records was better. They were less content",
        "with the time that it takes to reach a fire in the",
        "far west, and asked",
        "that it be looked at.",
    ]
    sheet = Sheet().text(56, 87, "Fire and rescue", 12, bold=True).lines(56, 104, left, 9.6, 14.4).lines(309, 73, right, 9.6, 14.4)
    sheet.text(56, 170, "Accountability", 16, bold=True)
    sheet.text(56, 194, "At each of the meetings a report is taken, and two subjects are chosen for a closer look.", 9.6)
    assert [block.text for block in read(pdf(sheet), reader).blocks][:2] == ["Fire and rescue", " ".join([*left, *right])]


@both
def test_where_paragraphs_open_with_an_indent_a_block_set_in_as_far_is_one(reader: str) -> None:
    sheet = Sheet()
    for at in range(5):
        sheet.text(86, 80 + 42 * at, "Every bridge in the county was looked at in the spring, and what was found is set")
        sheet.lines(
            72,
            94 + 42 * at,
            ["out below for all who cross it to read as often as they like, in the summer and in", "the winter of the year."],
        )
    quoted = [
        "\u201cI thought that the bridge would fall and it did not. What surprised me was seeing",
        "how many people I met on it.\u201d",
    ]
    sheet.box(72, 296, 520, 340, 0.9).lines(86, 314, quoted)
    assert [block.text for block in read(pdf(sheet), reader).blocks][-1] == " ".join(quoted)


@both
def test_bold_terms_below_each_other_open_paragraphs_of_their_own(reader: str) -> None:
    sheet = Sheet().text(72, 80, "Words we use", 16, bold=True)
    terms = [
        ("Pier:", "what bears a bridge between its banks, and stands in the bed of the river where it is."),
        ("Ford:", "a place to cross a river on foot."),
    ]
    for at, (term, text) in enumerate(terms):
        sheet.text(72, 110 + 14 * at, term, bold=True).text(102, 110 + 14 * at, text)
    sheet.text(72, 138, "Keystone:", bold=True).text(128, 138, "what holds all the other stones.")
    assert [block.text for block in read(pdf(sheet), reader).blocks][1:] == [
        *(f"{term} {text}" for term, text in terms),
        "Keystone: what holds all the other stones.",
    ]
