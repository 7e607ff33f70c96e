"""Links that lead nowhere, in HTML, in Markdown's HTML and in Word's."""

from lxml import etree, html

from plantext.read.links import find_dead_links, find_dead_references

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_ids_names_and_other_pages_are_no_dead_links():
    page = html.fromstring(
        '<div><h2 id="a">A</h2><a name="b"></a><a href="#a">1</a><a href="#b">2</a><a href="x.html#c">3</a><a href="#">4</a><a href="#top">5</a></div>'
    )
    assert find_dead_links(page) == ()


def test_a_fragment_that_nothing_bears():
    page = html.fromstring('<div><a href="#gone">see  the\nannex</a></div>')
    assert [(issue.code, issue.message) for issue in find_dead_links(page)] == [
        ("dead-link", "“see the annex” links to “gone”, which is nowhere in the document.")
    ]


def test_markdown_headings_bear_their_words():
    page = html.fromstring('<div><h2>4.2 Safer quays</h2><a href="#42-safer-quays">1</a><a href="#43-water">2</a></div>')
    assert len(find_dead_links(page, slugs=True)) == 1
    assert len(find_dead_links(page)) == 2


def test_bookmarks_of_a_word_file():
    body = etree.fromstring(
        f'<w:body xmlns:w="{W}"><w:bookmarkStart w:name="_Ref1"/><w:hyperlink w:anchor="_Ref1"><w:r><w:t>ok</w:t></w:r></w:hyperlink>'
        '<w:hyperlink w:anchor="gone"><w:r><w:t>annex</w:t></w:r></w:hyperlink><w:instrText> REF _Ref2 \\h </w:instrText></w:body>'
    )
    assert [issue.message for issue in find_dead_references(body)] == [
        "“annex” links to “gone”, which is nowhere in the document.",
        "A reference leads to “_Ref2”, which is nowhere in the document.",
    ]
