"""The pages as a machine reads them; tests/report/test_browser.py looks at them in a browser."""

from itertools import pairwise

import lxml.html
import pytest

from plantext.model.alignment import TargetChange
from plantext.report import render
from tests.factories import samples
from tests.factories.results import block, change, coverage, document, milestone, variations

EVERY = [samples.sample_variations, samples.sample_coverage, samples.sample_document, samples.sample_batch]
READ = EVERY[:-1]  # those made from documents


def page_of(result):
    return lxml.html.document_fromstring(render(result, "html"))


def words_of(element):
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("sample", EVERY)
def test_language_title_and_one_first_heading(sample):
    page = page_of(sample())
    assert page.get("lang") == "en-GB"
    assert page.findtext(".//title").strip()
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//main")


@pytest.mark.parametrize("sample", EVERY)
def test_headings_leave_out_no_level(sample):
    levels = [int(element.tag[1]) for element in page_of(sample()).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("sample", EVERY)
def test_table_headers_have_their_scope_and_ids_are_single(sample):
    page = page_of(sample())
    assert page.xpath("//th")
    assert not page.xpath("//th[not(@scope)]")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_no_merged_cells_in_the_schedule():
    page = page_of(samples.sample_variations())
    assert not page.xpath("//table[contains(@class, 'schedule')]//*[@colspan or @rowspan]")


def test_figures_stand_before_the_changes_with_numbers_in_words():
    page = page_of(samples.sample_variations())
    rows = {words_of(row[0]): words_of(row[1]) for row in page.xpath("//table[@class='figures']/tbody/tr")}
    assert rows["Unchanged"] == "3"
    assert rows["Target changed"] == "2"
    tables = page.xpath("//table")
    assert tables[0].get("class") == "figures"


def test_changed_words_are_marked_and_said():
    page = page_of(samples.sample_variations())
    row = page.get_element_by_id("v-2")
    assert row.xpath(".//del/text()") == ["by 8 per cent by March 2022"]
    assert row.xpath(".//ins/text()") == ["and farms"]
    assert "[taken out: by 8 per cent by March 2022 end of taken out]" in words_of(row)
    assert "Target dropped: Reduce burglary of homes by 8 per cent" in words_of(row)
    assert "burglary of homes: 8 per cent →to none" in words_of(row)


def test_a_change_shows_its_reason_its_places_and_the_parts_of_its_score():
    row = page_of(samples.sample_variations()).get_element_by_id("v-3")
    opened = words_of(row.xpath(".//details")[0])
    assert "Moved from Policing the countryside to Making our streets safer" in words_of(row)
    assert "Page 3, under “3 What we changed and why”" in words_of(row)
    assert "Page 9, under “2 Policing the countryside”" in opened
    assert "77%" in opened
    assert "Letters0.790.30" in opened


def test_every_kind_has_its_filter_and_every_row_its_kinds():
    page = page_of(samples.sample_variations())
    values = set(page.xpath("//input[@type='checkbox']/@value"))
    used = {kind for kinds in page.xpath("//tr/@data-kinds") for kind in kinds.split()}
    assert values == used


def test_controls_are_hidden_until_the_script_runs():
    for sample in (samples.sample_variations, samples.sample_coverage):
        (controls,) = page_of(sample()).xpath("//*[@data-controls]")
        assert controls.get("hidden") is not None


def test_coverage_says_status_page_evidence_and_what_was_looked_for():
    page = page_of(samples.sample_coverage())
    refuted, absent = words_of(page.get_element_by_id("s-1")), words_of(page.get_element_by_id("s-2"))
    assert "Covered" in refuted
    assert "Found in this version. The report says that this is missing." in refuted
    assert "wrong" not in refuted
    assert "Page 10, under “4.2 Policing the countryside”Why: a commitment that names hare coursing" in refuted
    assert "Not found" in absent
    assert "Searched for: farm theft, theft from farms, machinery." in absent
    assert "Never in the plan: farm theft, machinery." in absent


def test_asks_of_other_plans_are_counted_apart_and_what_is_no_ask_has_its_own_table():
    page = page_of(samples.sample_coverage())
    counted = {words_of(row[0]).split(":")[0]: words_of(row[1]) for row in page.xpath("//table[@class='figures']/tbody/tr")}
    assert counted["Not found"] == "1"  # the other stands in no plan
    assert "For a later plan (it asks something of a later plan): 1" in words_of(page.xpath("//ul[contains(@class, 'apart')]")[0])
    record = page.xpath("//table[contains(@class, 'record')]/tbody/tr/th")
    assert [words_of(kind) for kind in record] == ["Undertaking", "Praise", "Note"]


def test_what_was_not_read_is_said():
    for sample in READ:
        assert "not read" in words_of(page_of(sample()).get_element_by_id("not-read").getparent()).lower()
    assert not page_of(variations()).xpath("//*[@id='not-read']")


def test_empty_results_make_whole_pages():
    assert "There is nothing to compare." in words_of(page_of(variations()))
    assert "0 asks" in words_of(page_of(coverage()))
    assert words_of(page_of(document(title=None)).find(".//h1")) == "As it was read plan.pdf"


def test_entries_without_pages_or_objectives():
    bare = milestone("a", "New", None, None, page=None, places=())
    text = words_of(page_of(variations((), (bare,), (change("v", (), ("a",), ("added",), objective_after=None),))))
    assert "No objective stated" in text
    assert "Page not known" in text


def test_document_blocks_have_kind_and_page_and_lists_are_lists():
    page = page_of(samples.sample_document())
    assert words_of(page.get_element_by_id("b-8")) == "Footnote, page 2 1 Figures to March."
    assert [item.get("id") for item in page.xpath("//ul[@class='items']/li")] == ["b-4", "b-5"]
    assert page.xpath("//td/@colspan") == ["2"]


def test_a_block_without_a_page_says_its_line():
    page = page_of(document(block("b", "paragraph", "Words", page=None, line=12)))
    assert words_of(page.get_element_by_id("b")) == "Paragraph, line 12 Words"


def test_a_target_that_stayed_is_not_said_twice():
    entry = change("v", ("b",), ("a",), ("moved",), targets=(TargetChange(measure="theft", before=5, after=5, unit="%", change="same"),))
    result = variations((milestone("b", "Cut theft by 5%"),), (milestone("a", "Cut theft by 5%"),), (entry,))
    assert "theft: 5%, unchanged" in words_of(page_of(result).find(".//td[@data-label='Target']"))
