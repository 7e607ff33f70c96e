"""What axe-core, the usual checker of accessibility, says of every page at a desk and on a telephone."""

import shutil

import pytest
from msgspec import structs

from plantext.model.pack import Pack
from plantext.report import PICTURED, formats_of, html, render
from plantext.report.pack import PARTS
from plantext.report.pictures import wanted
from tests.factories import samples
from tests.report.test_pictures import BOX, drawn

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
checker = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
if BROWSER is None:
    pytest.skip("there is no Chromium on this machine", allow_module_level=True)

SERIOUS = {"serious", "critical"}


def with_pictures(result):
    """The page of a sample whose places all have a box, each with a picture."""
    if type(result) not in PICTURED:
        return render(result, "html")
    data = structs.asdict(result)
    boxed = {name: _boxed(value) for name, value in data.items()}
    result = type(result)(**boxed)
    return render(result, "html", dict.fromkeys(wanted(result), drawn(size=(400, 90))))


def _boxed(value):
    if isinstance(value, tuple):
        return tuple(_boxed(item) for item in value)
    if hasattr(value, "__struct_fields__"):
        fields = {name: BOX if name == "bbox" else _boxed(getattr(value, name)) for name in value.__struct_fields__}
        return type(value)(**fields)
    return value


def pages():
    for name, sample in samples.SAMPLES.items():
        if "html" in formats_of(type(sample())):
            yield pytest.param(lambda sample=sample: with_pictures(sample()), id=name)
    pack = Pack(variations=samples.sample_variations(), coverage=samples.sample_coverage(), blank=("s-1",))
    yield pytest.param(lambda: html.render_pack(pack, PARTS, draft=True), id="pack")


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("page_of", list(pages()))
def test_no_serious_or_critical_violation(browser, tmp_path, page_of, width):
    (tmp_path / "page.html").write_text(page_of(), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 900}, offline=True, bypass_csp=True)  # axe is a script of ours
    page = context.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    found = checker.Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
    context.close()
    bad = [
        (one["id"], one["help"], [node["html"][:120] for node in one["nodes"]][:3])
        for one in found.response["violations"]
        if one["impact"] in SERIOUS
    ]
    assert not bad
