"""Everything to publish, in one go."""

import io
import zipfile

import lxml.html

from plantext.model.pack import Pack, Response
from plantext.report.pack import INDEX, PARTS, render_pack
from tests.factories import samples
from tests.factories.office import word

PACK = Pack(variations=samples.sample_variations(), coverage=samples.sample_coverage())


def test_the_index_names_every_file_and_no_other():
    made = render_pack(PACK, draft=False)
    named = {name for part in PARTS for name in part.names}
    assert set(made) == named | {INDEX}
    page = lxml.html.document_fromstring(made[INDEX].decode())
    assert {link.get("href") for link in page.iter("a")} - {"#main"} == named


def test_the_same_pack_gives_the_same_bytes():
    assert render_pack(PACK, draft=True) == render_pack(PACK, draft=True)


def test_a_final_pack_has_no_mark_of_a_draft_but_on_the_notice():
    for name, data in render_pack(PACK, draft=False).items():
        if name.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                marked = any(b"DRAFT" in archive.read(part) for part in archive.namelist() if "header" in part)
            assert marked == (name == "decision-notice.docx"), name


def test_the_index_says_what_is_still_to_do():
    pack = Pack(variations=PACK.variations, coverage=PACK.coverage, blank=("s-1", "s-2"), lost=(Response(asked="Old", text="Answer"),))
    made = render_pack(pack, draft=True)
    text = lxml.html.document_fromstring(made[INDEX].decode()).text_content()
    assert "2 asks without a response" in text
    assert "1 response of an earlier version" in text
    assert "square brackets" in text
    assert "Answer" in [cell.text for cell in word(made["response-to-the-panel.docx"]).tables[-1].rows[1].cells]
