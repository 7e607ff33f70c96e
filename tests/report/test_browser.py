"""The pages in a real browser: what a person does with them, at a desk and on a telephone."""

import shutil

import pytest
from msgspec import structs

from plantext.report import render
from plantext.report.pictures import wanted, within_budget
from tests.factories import samples
from tests.factories.results import answer, change, coverage, evidence, milestone, statement, variations
from tests.report.test_pictures import drawn

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
if BROWSER is None:
    pytest.skip("there is no Chromium on this machine", allow_module_level=True)

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 4


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=BROWSER, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def show(browser, tmp_path):
    contexts = []

    def shown(result, width=1280, pictures=None, **options):
        path = tmp_path / "page.html"
        path.write_text(render(result, "html", pictures), encoding="utf-8")
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, offline=True, **options))
        page = contexts[-1].new_page()
        page.faults = []
        page.on("console", lambda message: page.faults.append(message.text))
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("request", lambda request: page.faults.append(request.url) if not request.url.startswith("file:") else None)
        page.goto(path.as_uri())
        return page

    yield shown
    for context in contexts:
        context.close()


def numbers(page):
    return page.locator("tr[data-kinds]:visible").count()


def test_filter_search_and_clear(show):
    page = show(samples.sample_variations())
    assert page.locator("[role=status]").inner_text() == "Showing all 10 entries"
    page.get_by_label("Added").check()
    assert numbers(page) == 2
    page.get_by_label("Removed").check()
    assert numbers(page) == 3
    page.get_by_label("Search the words").fill("FRAUD older")
    page.get_by_text("Showing 1 of 10 entries").wait_for()
    assert numbers(page) == 1
    assert page.locator("section[data-group]:visible").count() == 1
    page.get_by_role("button", name="Clear").click()
    assert numbers(page) == 10
    assert page.faults == []


def test_a_row_opens_by_keyboard_and_all_at_once(show):
    page = show(samples.sample_variations())
    page.locator("#v-3 summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("#v-3").get_by_text("How sure this is").is_visible()
    page.get_by_role("button", name="Open all details").click()
    assert page.locator("details[open]").count() == 10
    page.get_by_role("button", name="Close all details").click()
    assert page.locator("details[open]").count() == 0


def test_it_reads_without_javascript(show):
    page = show(samples.sample_coverage(), java_script_enabled=False)
    assert not page.locator("[data-controls]").is_visible()
    assert numbers(page) == 6


@pytest.mark.parametrize("sample", [samples.sample_variations, samples.sample_coverage, samples.sample_document, samples.sample_batch])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_scrolls_sideways_and_nothing_is_loaded(show, sample, width):
    page = show(sample(), width)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.faults == []


def test_very_long_words_wrap(show):
    before, after = milestone("b", LONG, LONG), milestone("a", f"New {LONG}", LONG)
    entry = change("v", ("b",), ("a",), ("reworded",), objective_before=LONG, objective_after=LONG, review_reason=LONG, needs_review=True)
    page = show(variations((before,), (after,), (entry,)), 320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_targets_of_pointers_are_large_enough(show):
    page = show(samples.sample_variations(), 320)
    sizes = page.evaluate(
        "[...document.querySelectorAll('button, input, summary, nav a')].map(e => e.getBoundingClientRect()).map(r => [r.width, r.height])"
    )
    assert min(min(size) for size in sizes) >= 24


def test_five_hundred_rows_filter_at_once(show):
    sample = samples.sample_variations()
    entries = tuple(milestone(f"m-{number}", f"Hold meeting w{number} in each ward", f"Objective {number % 20}") for number in range(500))
    changes = tuple(change(f"v-{entry.id}", (), (entry.id,), ("added",), objective_after=entry.objective) for entry in entries)
    page = show(structs.replace(sample, after=structs.replace(sample.after, milestones=entries), changes=changes))
    page.get_by_label("Search the words").fill("meeting w499")
    page.get_by_text("Showing 1 of 500 entries").wait_for(timeout=2000)  # a person feels a tenth of that; a busy machine must not fail
    assert numbers(page) == 1


def test_it_prints_with_the_header_on_the_page(show):
    assert len(show(samples.sample_variations()).pdf()) > 10_000


@pytest.mark.parametrize("width", [320, 1280])
def test_an_opened_row_shows_its_pictures_and_nothing_scrolls_sideways(show, width):
    proof = structs.replace(evidence("A passage of the plan"), bbox=(10.0, 20.0, 30.0, 40.0))
    result = coverage((statement("s-1", "Say more"),), (answer("s-1", evidence=(proof,)),))
    page = show(result, width, pictures=dict.fromkeys(wanted(result), drawn(size=(900, 120))))
    assert not page.locator("img").is_visible()
    page.locator("summary").click()
    page.locator("img").scroll_into_view_if_needed()
    assert page.locator("img").is_visible()
    page.wait_for_function("document.querySelector('img').naturalWidth === 900")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.faults == []


def test_a_plan_of_sixty_pages_weighs_less_than_five_megabytes():
    entries = tuple(
        milestone(f"m-{number}", f"Hold meeting {number} in each ward of the county", page=number % 60 + 1) for number in range(400)
    )
    entries = tuple(
        structs.replace(one, places=tuple(structs.replace(place, page=one.page, bbox=(0.0, 0.0, 9.0, 9.0)) for place in one.places))
        for one in entries
    )
    changes = tuple(change(f"v-{one.id}", (), (one.id,), ("added",), objective_after=one.objective) for one in entries)
    result = variations((), entries, changes)
    noise = b"RIFF0000WEBPVP8 " + b"\x00" * 10 + b"\x20\x03\x78\x00" + b"x" * 20_000  # twice what a strip of a page weighs
    keys = wanted(result)
    html = render(result, "html", within_budget(keys, dict.fromkeys(keys, noise)))
    assert "<img" in html
    assert len(html.encode()) < 5_000_000


def test_long_file_names_wrap_on_the_overview_of_a_batch(show):
    batch = samples.sample_batch()
    job = structs.replace(
        batch.jobs[0], verb="topics", sources=(f"{LONG}.pdf",), counts={"Farms": 2}, html="t.html", also=(f"{LONG}.docx",)
    )
    page = show(structs.replace(batch, jobs=(job,)), 320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
