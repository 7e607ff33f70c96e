"""Which places are shown as pictures, and how a page shows them."""

import base64
import io

import lxml.html
import pytest
from msgspec import structs
from PIL import Image

from plantext.model.findings import Passage
from plantext.model.picture import Spot, Whole
from plantext.report import render
from plantext.report.pictures import picture, wanted, within_budget
from tests.factories import samples
from tests.factories.results import answer, coverage, evidence, milestone, source, statement, variations, where

BOX = (10.0, 20.0, 30.0, 40.0)


def drawn(kind="WEBP", size=(30, 20), **more):
    out = io.BytesIO()
    Image.new("RGB", size, (200, 10, 10)).save(out, kind, **more)
    return out.getvalue()


def boxed(text, page=4):
    return milestone("m-" + text[:4], text, page=page, places=(Passage(text=text, **(where(page) | {"bbox": BOX})),))


@pytest.mark.parametrize(("kind", "more"), [("WEBP", {}), ("WEBP", {"lossless": True}), ("PNG", {})])
def test_the_size_of_a_picture_is_read_from_its_bytes(kind, more):
    key = Whole("0" * 64, 1)
    shown = picture({key: drawn(kind, **more)}, key)
    assert (shown.width, shown.height) == (30, 20)
    assert base64.b64decode(shown.url.partition(",")[2]) == drawn(kind, **more)


@pytest.mark.parametrize("data", [b"", b"<svg onload=alert(1)>", b"\x89PNG", b"RIFF0000WEBP"])
def test_what_is_no_picture_is_not_shown(data):
    key = Whole("0" * 64, 1)
    assert picture({key: data}, key) is None
    assert picture({}, key) is None
    assert picture({key: data}, None) is None


def test_places_without_a_page_or_box_are_not_wanted():
    assert wanted(samples.sample_variations()) == []
    assert wanted(samples.sample_milestones()) == []


def test_changed_entries_come_first_and_each_place_once():
    from tests.factories.results import change

    same, old, new = boxed("Same words", 1), boxed("Older words", 2), boxed("Newer words", 3)
    changes = (change("v1", (same.id,), (same.id,)), change("v2", (old.id,), (new.id,), ("reworded",)))
    result = variations((same, old), (same, new), changes)
    assert [spot.page for spot in wanted(result)] == [2, 3, 1]


def test_a_budget_keeps_the_most_wanted():
    keys = [Whole("0" * 64, number) for number in range(1, 5)]
    made = dict.fromkeys(reversed(keys), b"12345")
    assert list(within_budget(keys, made, 12)) == keys[:2]


def page_of(result, pictures):
    return lxml.html.document_fromstring(render(result, "html", pictures))


def test_the_best_evidence_is_shown_with_words_for_it():
    proof = structs.replace(evidence("A passage of the plan"), bbox=BOX)
    result = coverage((statement("s-1", "Say more"),), (answer("s-1", evidence=(proof,)),))
    keys = wanted(result)
    assert keys == [Spot(source().sha256, proof.page, BOX, proof.text)]
    (image,) = page_of(result, dict.fromkeys(keys, drawn())).iter("img")
    assert image.get("alt") == "Part of page 12 of plan-2022.pdf, with the words marked and outlined"
    assert (image.get("width"), image.get("height")) == ("30", "20")
    assert image.get("src").startswith("data:image/webp;base64,")
    assert image.getparent().find("figcaption").text == "What the plan says: page 12 of plan-2022.pdf"


def test_a_hostile_name_stays_text_in_the_words_of_a_picture():
    proof = structs.replace(evidence("A passage of the plan"), bbox=BOX)
    result = coverage((statement("s-1", "Say more"),), (answer("s-1", evidence=(proof,)),))
    result = structs.replace(result, plan=structs.replace(result.plan, name='"><script>alert(1)</script>.pdf'))
    page = page_of(result, dict.fromkeys(wanted(result), drawn()))
    assert len(list(page.iter("script"))) == 1
    assert "<script>" in next(page.iter("img")).get("alt")


def test_a_page_without_pictures_has_none_and_says_nothing_of_them():
    html = render(samples.sample_coverage(), "html")
    assert "<img" not in html
    assert "Pictures, and" not in html
    assert html == render(samples.sample_coverage(), "html", {})


def test_other_formats_take_no_harm_from_pictures():
    made = {Whole("0" * 64, 1): drawn()}
    for form in ("md", "csv", "json", "text"):
        assert render(samples.sample_coverage(), form, made) == render(samples.sample_coverage(), form)


def test_the_pages_of_a_document_are_shown_with_their_blocks_drawn_over_them():
    document = samples.sample_document()
    pages = tuple(structs.replace(page, width=600.0, height=800.0) for page in document.pages)
    blocks = tuple(structs.replace(block, bbox=BOX, page=1) for block in document.blocks)
    document = structs.replace(document, pages=pages, blocks=blocks)
    keys = wanted(document)
    assert keys[0] == Whole(document.source.sha256, 1)
    page = page_of(document, {keys[0]: drawn()})
    (drawing,) = page.iter("svg")
    assert drawing.get("viewbox") == "0 0 600.0 800.0"
    boxes = [rect for rect in drawing.iter("rect") if rect.get("class").startswith("of-")]
    assert len(boxes) >= len(blocks)
    assert {rect.get("x") for rect in boxes} >= {"10.0"}
