"""The look of every Word document, and what accessibility asks of each: language, title, sans serif of 12 points or more, left aligned."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any, NamedTuple

from plantext.report.archive import fixed_times
from plantext.report.docx import content

if TYPE_CHECKING:
    from docx.document import Document

FONT = "Arial"
LANGUAGE = "en-GB"
NAVY = "12365F"
MARGIN = 1.8  # cm
LONG, SHORT = 29.7, 21.0  # cm, A4
_MOMENT = dt.datetime(2000, 1, 1)  # noqa: DTZ001  # a date that says nothing, so that the same result gives the same bytes


class Look(NamedTuple):
    """One style: points, weight, colour, shade; space before and after in points."""

    name: str
    size: float = 12
    bold: bool = False
    colour: str | None = None
    shade: str | None = None
    strike: bool = False
    before: float = 0
    after: float = 6
    keep: bool = False  # with the next paragraph


# Nothing is said by colour alone: added words are bold, removed ones struck through, blanks in brackets.
CHARACTERS = (
    Look(content.ADDED, bold=True, colour="00331A", shade="CFE8DC"),
    Look(content.REMOVED, strike=True, colour="5C160A", shade="F6DCD7"),
    Look(content.BLANK, bold=True, colour="4D4200", shade="FFF4C2"),
    Look(content.QUIET, colour="484F55"),
    Look(content.STRONG, bold=True),
)
PARAGRAPHS = (
    Look("Normal", after=8),
    Look("Heading 1", size=24, bold=True, colour=NAVY, after=12, keep=True),
    Look("Heading 2", size=17, bold=True, colour=NAVY, before=20, after=8, keep=True),
    Look("Heading 3", size=14, bold=True, colour="0B0C0C", before=16, after=6, keep=True),
    Look("List Bullet", after=4),
    Look("Header", colour="484F55", after=0),
    Look("Footer", colour="484F55", after=0),
    Look("Lead", size=14, after=10),
    Look("Lead-in", after=8, keep=True),
    Look("After table", before=10, after=8),
    Look("Table heading", bold=True, after=2, keep=True),
    Look(content.TEXT, after=3),
    Look(content.BULLET, after=3),
)


def new_document(title: str, *, landscape: bool = True, draft: bool = False) -> Document:
    """An empty document of our look. `title` is its title, and stands in the footer; a draft says so on every page."""
    import docx

    document = docx.Document()
    _set_page(document, landscape=landscape)
    _set_language(document)
    _set_mode(document)
    for look in PARAGRAPHS:
        _apply(document, look, paragraph=True)
    for look in CHARACTERS:
        _apply(document, look, paragraph=False)
    _set_properties(document, title)
    _set_margins(document, title, draft=draft)
    document.add_heading(title, 1)
    return document


def text_width(*, landscape: bool = True) -> float:
    """What a line of a page holds, in centimetres."""
    return (LONG if landscape else SHORT) - 2 * MARGIN


def finish(document: Document) -> bytes:
    """The document as a file: the same content gives the same bytes."""
    out = io.BytesIO()
    document.save(out)
    return fixed_times(out.getvalue())


def _set_page(document: Document, *, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Cm(LONG), Cm(SHORT)) if landscape else (Cm(SHORT), Cm(LONG))
    section.left_margin = section.right_margin = Cm(MARGIN)
    section.top_margin = section.bottom_margin = Cm(2)
    section.header_distance = section.footer_distance = Cm(1)


def _set_language(document: Document) -> None:
    from docx.oxml.ns import qn

    for language in (*document.styles.element.iter(qn("w:lang")), *document.settings.element.iter(qn("w:themeFontLang"))):
        language.set(qn("w:val"), LANGUAGE)


def _set_mode(document: Document) -> None:
    """The present kind of Word file: an older mode would be named in the title bar of every window."""
    from docx.oxml.ns import qn

    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _apply(document: Document, look: Look, *, paragraph: bool) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    kind = WD_STYLE_TYPE.PARAGRAPH if paragraph else WD_STYLE_TYPE.CHARACTER
    known = {style.name for style in document.styles}
    style: Any = document.styles[look.name] if look.name in known else document.styles.add_style(look.name, kind)
    style.quick_style, style.hidden = True, False
    if paragraph or look.bold:  # a character style leaves alone what it does not change
        style.font.bold = look.bold
    if look.strike:
        style.font.strike = True
    if look.colour:
        style.font.color.rgb = RGBColor.from_string(look.colour)
    if look.shade:
        style.element.get_or_add_rPr().append(_shading(look.shade))
    if not paragraph:
        return
    style.font.size, style.font.italic = Pt(look.size), False
    _set_font(style)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(look.before), Pt(look.after), 1.1
    form.alignment, form.keep_with_next = WD_ALIGN_PARAGRAPH.LEFT, look.keep
    if look.name == content.BULLET:
        _make_list(document, style)


def _make_list(document: Document, style: Any) -> None:
    """Bullets as those of "List Bullet", with less room on the left."""
    from copy import deepcopy

    from docx.oxml.ns import qn
    from docx.shared import Cm

    numbered = document.styles["List Bullet"].element.find(qn("w:pPr")).find(qn("w:numPr"))
    style.element.get_or_add_pPr().insert_element_before(deepcopy(numbered), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
    style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Cm(0.5), Cm(-0.5)


def _set_font(style: Any) -> None:
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()  # a theme's font would win over a named one
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _shading(colour: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    return shade


def _set_properties(document: Document, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.language = title[:255], LANGUAGE
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = properties.subject = ""
    properties.created = properties.modified = _MOMENT
    properties.revision = 1


def _set_margins(document: Document, title: str, *, draft: bool) -> None:
    """The foot of every page: the title and the page's number; at the head of a draft, that it is one."""
    section = document.sections[0]
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{title}. Page ")
    _add_field(foot, "PAGE")
    foot.add_run(" of ")
    _add_field(foot, "NUMPAGES")
    if draft:
        section.header.paragraphs[0].add_run("DRAFT: not yet for publication", style=content.BLANK)


def _add_field(paragraph: Any, code: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001  # python-docx has no fields of its own
