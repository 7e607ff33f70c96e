"""Pictures of places: the right part of the right page, and none where none can be made."""

import io

import pytest
from PIL import Image

import plantext
from plantext.model.picture import Spot, Whole
from plantext.read.pdf.snapshot import EDGE, SCALE, take_pictures
from tests.factories import pdf
from tests.factories.pdf import Sheet

SHA = "0" * 64


@pytest.fixture(scope="module")
def plan():
    first = Sheet()
    first.text(72, 100, "Hold a street meeting in each ward every month")
    first.text(72, 400, "Hold a street meeting in each ward every month")
    first.text(72, 700, "Publish what each meeting of the ward asked for")
    return pdf.pdf(first, Sheet())


def opened(data):
    return Image.open(io.BytesIO(data)).convert("RGB")


def is_near(colour, wanted, within=70):
    return all(abs(a - b) < within for a, b in zip(colour, wanted, strict=True))


def edges(picture):
    """Rows of the picture in which the outline runs."""
    width, height = picture.size
    return [y for y in range(height) if sum(is_near(picture.getpixel((x, y)), EDGE) for x in range(0, width, 4)) > width / 4 * 0.3]


def test_a_place_is_marked_and_outlined_with_what_stands_around_it(plan):
    spot = Spot(SHA, 1, (72, 690, 330, 706), "Publish what each meeting of the ward asked for")
    picture = opened(take_pictures(plan, [spot])[spot])
    assert picture.size[1] < 160 * SCALE
    assert 2 <= len(edges(picture)) <= 8
    width, height = picture.size
    yellow = sum(b < 140 < r for r, _, b in (picture.getpixel((x, y)) for x in range(width) for y in range(height)))
    assert yellow > 1000


def test_of_two_places_with_the_same_words_the_one_in_the_box_is_shown(plan):
    words = "Hold a street meeting in each ward every month"
    upper, lower = (Spot(SHA, 1, (72, top - 12, 330, top + 4), words) for top in (100, 400))
    made = take_pictures(plan, [upper, lower])
    only = pdf.pdf(Sheet().text(72, 400, words))
    assert made[lower] == take_pictures(only, [lower])[lower]  # nothing of the upper place is in it


def test_a_passage_that_is_not_found_is_shown_by_its_block(plan):
    spot = Spot(SHA, 1, (72, 390, 330, 404), "words that do not stand there at all")
    assert len(edges(opened(take_pictures(plan, [spot])[spot]))) >= 2


def test_a_whole_page_has_its_size(plan):
    picture = opened(take_pictures(plan, [Whole(SHA, 1)])[Whole(SHA, 1)])
    assert picture.size == (595, 842)


def test_the_same_place_gives_the_same_bytes(plan):
    spot = Spot(SHA, 1, (72, 90, 330, 104), "Hold a street meeting in each ward every month")
    assert take_pictures(plan, [spot]) == take_pictures(plan, [spot])


def test_nothing_is_made_where_nothing_can_be(plan):
    assert take_pictures(plan, []) == {}
    assert take_pictures(plan, [Spot(SHA, 9, (0, 0, 10, 10), "text"), Whole(SHA, 0), Whole(SHA, 40)]) == {}
    assert take_pictures(b"no PDF", [Whole(SHA, 1)]) == {}
    assert take_pictures(pdf.encrypted(), [Whole(SHA, 1)]) == {}
    assert Whole(SHA, 1) in take_pictures(pdf.encrypted(), [Whole(SHA, 1)], "secret")


def test_odd_boxes_do_no_harm(plan):
    boxes = [(0, 0, 0, 0), (-50, -50, 5000, 5000), (500, 500, 100, 100), (0, 841, 595, 842), (float("inf"), 0, 1, 1)]
    spots = [Spot(SHA, 1, box, "") for box in boxes]
    assert set(take_pictures(plan, spots)) <= set(spots)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_is_shown_as_people_see_it(rotation):
    sheet = Sheet(rotate=rotation)
    sheet.text(72, 300, "Publish what each meeting of the ward asked for")
    data = pdf.pdf(sheet)
    document = plantext.read(data, cache=False)
    block = next(block for block in document.blocks if "Publish" in block.text)
    spot = Spot(document.source.sha256, 1, block.bbox, block.text)
    plain = Spot(document.source.sha256, 1, block.bbox, "not there, so the block's own box is shown")
    found, boxed = (opened(take_pictures(data, [one])[one]).size for one in (spot, plain))
    assert found == pytest.approx(boxed, abs=30)


def test_a_file_that_hangs_is_given_up(monkeypatch):
    from plantext.read.pdf import snapshot

    monkeypatch.setattr(snapshot, "WALL", -1)
    assert take_pictures(pdf.pdf(Sheet()), [Whole(SHA, 1)]) == {}
