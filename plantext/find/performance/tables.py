"""Tables of a performance report: one row a milestone (Milestone | Target | Actual | Status), or one table a milestone, its rows labelled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plantext.find.full_rows import full_rows
from plantext.find.performance.entry import ReportEntry, Said
from plantext.find.performance.reports import DEEPEST, title_of
from plantext.find.sentences import sentences
from plantext.model.document import Block, Cell, CellBlock, Document

LONGEST_TITLE = 45  # words of a cell that names a milestone
LONGEST_COLUMN = 8  # words of a column's heading
FEWEST_TOLD = 3  # words of a cell that tells of something: "163 wardens trained"
FEWEST_LABELS = 3  # labelled rows that make a table one milestone's

COLUMNS: tuple[tuple[str, str], ...] = (
    ("due", r"(?:target|completion|due|end)\s+date|deadline|due\b|by\s+when|timescale"),
    ("status", r"status|rag\b|rating|completion|on\s+track|direction\s+of\s+travel|assessment|complete\?"),
    ("actual", r"actual|achiev\w*|results?\b|out-?turn|latest|current(?:ly)?|to\s+date|ytd|performance|position|now\b"),
    ("aim", r"targets?\b|asked\s+for|goal|planned|ambition|aim(?:ed)?\b|required|standard"),
    ("lead", r"leads?\b|owners?|responsible|accountable|officer"),
    ("frequency", r"frequency|how\s+often|reported"),
    (
        "what",
        (
            r"milestones?|deliverables?|actions?|commitments?|measures?|indicators?|objectives?|priorit(?:y|ies)|outcomes?|descriptions?"
            r"|pledges?|success\s+criteri\w+|kpi|what\b"
        ),
    ),
    ("said", r"comment\w*|updates?|progress|narrative|evidence|what\s+we|summary|notes?\b|activit\w+|highlights|explanation|next\s+steps"),
)
"""What a column is, by its heading; first match first. "Target" is a milestone's name where no other column names one."""

LABELS: tuple[tuple[str, str], ...] = (
    ("status", r"completion(?:\s+level)?|status|rag\b|rating|level\s+of\s+completion|implementation\s+status"),
    ("lead", r"lead\b.*|responsible\b.*|owner|accountable\b.*"),
    ("frequency", r"frequency|reporting\s+frequency"),
    ("aim", r"target"),
    ("actual", r"actual|result|outturn|performance|current\s+position"),
    (
        "said",
        (
            r"(?:description\s+of\s+)?results?|progress\b.*|update|commentary|comments?|achievements?|narrative|what\s+(?:we"
            r"|was|has)\b.*|end\s+date|activities\b.*|evidence\b.*"
        ),
    ),
    ("items", r"(?:brief\s+)?description|details?|actions?|activities\s+planned|steps|milestones?"),
)
"""What a row of one milestone's table is, by its label."""

_COLUMNS = tuple((role, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for role, pattern in COLUMNS)
_LABELS = tuple((role, re.compile(rf"(?:{pattern})\W*$", re.IGNORECASE)) for role, pattern in LABELS)
_NUMBER = re.compile(r"^\W*[a-z]?\d{1,3}(?:\.\d{1,3})*[a-z]?\W*$", re.IGNORECASE)
_COUNT = re.compile(r"\d|\b(?:nil|none)\b", re.IGNORECASE)
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DATED = re.compile(
    rf"(?:(?:to\s+|at\s+)?(?:end\s+(?:of\s+)?|\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}(?:\s+(?:20)?\d\d)?|(?:quarter|qtr|Q)\s?[1-4](?:\s+(?:20)?\d\d(?:[-/]\d\d)?)?)",
    re.IGNORECASE,
)
"""A column of one month or quarter."""
_MARK = re.compile(r"[\w✓✔☑☒✗xX●■\uf0fc\uf0fb\uf052]")


def find_table_entries(document: Document) -> list[ReportEntry]:
    """The entries that stand in a report's tables, in order."""
    entries: list[ReportEntry] = []
    for table in document.blocks:
        if table.kind == "table":
            entries += _rows(table) if table.header else _records(table)
    return entries


def _rows(table: Block) -> Iterator[ReportEntry]:
    roles = _roles(table.header)
    if not {"status", "actual", "said"} & set(roles.values()):
        return
    what = next((index for index, role in roles.items() if role == "what"), None)
    if what is None:
        what = next((index for index in range(len(table.header)) if roles.get(index) in {None, "aim"}), None)
    if what is None:
        return
    told = [index for index in range(len(table.header)) if index not in roles and index != what and _is_prose(table, index)]
    roles |= {index: "said" for index in told if _role_of(table.header[index]) is None}
    dated = (
        [index for index, heading in enumerate(table.header) if _DATED.fullmatch(heading.strip())] if "actual" not in roles.values() else []
    )
    for row in full_rows(table):
        if what >= len(row) or not (title := _words(row[what])) or len(title.split()) > LONGEST_TITLE:
            continue
        cells = {role: row[index] for index, role in reversed(roles.items()) if index < len(row) and index != what and _words(row[index])}
        said = [
            sentence for index, role in roles.items() if role == "said" and index < len(row) for sentence in _sentences(row[index], table)
        ]
        if results := [row[index] for index in dated if index < len(row) and _COUNT.search(_words(row[index]))]:
            cells["actual"] = results[-1]  # of the months or quarters, the last that has a number
        number = next((_words(cell) for cell in row if _NUMBER.match(_words(cell))), None) if not _NUMBER.match(title) else None
        yield _entry("row", title, row[what], table, cells, said, number)


def _is_prose(table: Block, index: int) -> bool:
    """Whether a column that no heading explains tells of something: half of its filled cells have a few words."""
    filled = [words for row in table.rows if index < len(row) and (words := _words(row[index]))]
    return bool(filled) and 2 * sum(len(words.split()) >= FEWEST_TOLD for words in filled) >= len(filled)


def _roles(header: Sequence[str]) -> dict[int, str]:
    """The role of each column that has one; of two for one role, but for "said", the first."""
    roles: dict[int, str] = {}
    for index, heading in enumerate(header):
        role = _role_of(heading)
        if role and (role == "said" or role not in roles.values()):
            roles[index] = role
    again = [index for index, heading in enumerate(header) if index not in roles and _role_of(heading) == "what"]
    if again and "aim" not in roles.values():
        roles[again[0]] = "aim"  # "Action | Measure": the second says what was to come of the first
    return roles


def _role_of(heading: str) -> str | None:
    short = len(heading.split()) <= LONGEST_COLUMN
    return next((role for role, pattern in _COLUMNS if short and pattern.search(heading)), None)


def _records(table: Block) -> Iterator[ReportEntry]:
    """A table whose first row is a title across it, and whose rows are labelled; the next title opens the next milestone."""
    records: list[list[tuple[Cell, ...]]] = []
    for row in table.rows:
        if len(row) == 1 and row[0].colspan > 1:
            records.append([row])
        elif records:
            records[-1].append(row)
    for rows in records:
        labelled = sum(_label(row) is not None for row in rows[1:])
        title = _words(rows[0][0])
        if title and labelled >= FEWEST_LABELS and len(title.split()) <= LONGEST_TITLE:
            yield _record(table, title, rows)


def _record(table: Block, title: str, rows: Sequence[Sequence[Cell]]) -> ReportEntry:
    cells: dict[str, Cell] = {}
    said: list[Said] = []
    items: list[str] = []
    levels: list[tuple[str, str]] = []
    role: str | None = None
    for index, row in enumerate(rows[1:], start=1):
        role = _label(row) or (role if not _words(row[0]) else None)
        if role is None or len(row) < 2:
            continue
        if role == "said":
            said += _sentences(row[1], table)
        elif role == "items":
            items += [block.text for block in row[1].blocks if block.text]
        elif role == "status" and len(row) > 2:
            levels += _levels(row[1:], rows[index + 1] if index + 1 < len(rows) else ())
        elif role != "status" or _words(row[1]):
            cells.setdefault(role, row[1])
    entry = _entry("record", title, rows[0][0], table, cells, said, None)
    return replace(entry, levels=tuple(levels), items=tuple(items))


def _levels(options: Sequence[Cell], marks: Sequence[Cell]) -> list[tuple[str, str]]:
    """The levels that are marked in the row beneath them; the label's cell may reach down into it."""
    if len(marks) not in {len(options), len(options) + 1} or _label(marks) is not None:
        return []
    below = zip(options, marks[-len(options) :], strict=True)
    return [(_words(option), _words(mark)) for option, mark in below if _MARK.search(_words(mark))]


def _label(row: Sequence[Cell]) -> str | None:
    label = _words(row[0]) if len(row) > 1 else ""
    return next((role for role, pattern in _LABELS if pattern.match(label)), None) if label else None


def _entry(
    kind: str, title: str, cell: Cell, table: Block, cells: dict[str, Cell], said: Sequence[Said], number: str | None
) -> ReportEntry:
    first = cell.blocks[0]
    return ReportEntry(
        titles=(title_of(title),),
        heading=Said(text=first.text, block=first, section=table.section, span=(0, len(first.text))),
        kind=kind,
        level=DEEPEST,
        lead=_words(cells["lead"]) if "lead" in cells else None,
        frequency=_words(cells["frequency"]) if "frequency" in cells else None,
        said=tuple(said),
        group=table.section,
        stated=_words(cells["status"]) if "status" in cells else None,
        aim=_words(cells["aim"]) if "aim" in cells else None,
        actual=_whole(cells["actual"].blocks[0], table) if "actual" in cells else None,
        number=number,
    )


def _sentences(cell: Cell, table: Block) -> list[Said]:
    return [
        Said(text=block.text[slice(*span)], block=block, section=table.section, span=span)
        for block in cell.blocks
        for span in sentences(block.text)
    ]


def _whole(block: CellBlock, table: Block) -> Said:
    return Said(text=block.text, block=block, section=table.section, span=(0, len(block.text)))


def _words(cell: Cell) -> str:
    return " ".join(" ".join(block.text.split()) for block in cell.blocks)
