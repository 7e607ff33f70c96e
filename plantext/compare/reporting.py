"""Which entries of a report speak of which milestones: by the words of the heading first, then by what is counted, then by what is said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from plantext.compare.align import align_texts
from plantext.compare.combined import share_entry, share_heading
from plantext.find.nearness import NEAR
from plantext.find.performance.entry import ReportEntry, Said
from plantext.find.performance.figures import find_figures
from plantext.find.performance.reports import BOILERPLATE, is_near
from plantext.find.plan.objectives import same_objective
from plantext.find.targets.quantities import find_numbers
from plantext.model.findings import Milestone
from plantext.text.words import stems

SURE = 0.65  # score of an alignment from which a link needs no review: the same as for two editions of a plan
LEAST = 0.5  # score below which an alignment of a heading with a milestone is none: one subject, two commitments
BY_HEADINGS = (
    0.5  # share of milestones without a heading below which the report goes by milestones: one that has none is hardly meant elsewhere
)
FEWEST_AIMS = 2  # numbers in a heading that may name several milestones
TRACED = 2  # sentences kept of what was found by their words alone
_SCALES = frozenset(stems("million billion thousand hundred per cent percentage points"))
_NUMBER = r"\d{1,3}(?:\.\d{1,3})*[a-z]?"
NUMBERED = re.compile(
    rf"\b(?:milestone|deliverable|action|commitment|pledge|promise|measure|target|recommendation)s?\s+(?:no\.?\s*|number\s+|numbers\s+)?"
    rf"(?P<numbers>{_NUMBER}(?:(?:\s*,\s*|\s+and\s+|\s*,\s+and\s+|\s*&\s*){_NUMBER})*)\b(?!\s*(?:%|per\s?cent|[£$€]))",
    re.IGNORECASE,
)
"""A milestone named by its number: "Commitments 2, 4 and 7"; an objective's number names no milestone."""
NUMBERS = re.compile(_NUMBER)
_ACRONYM = re.compile(r"\(([A-Z]{2,6})s?\)")
_LETTER = re.compile(r"\b[a-z]\b")
_LETTERS = re.compile(r"(?:[a-z]\b[\s,;&]*(?:and\s+)?)+")
_DIRECTIONS = frozenset(
    stems(
        "increase increasing reduce reducing improve improving raise raising cut cutting lower lowering grow growing higher"
        " fewer better more less maintain maintaining "
        "further reduction achieve achieving deliver delivering ensure ensuring number overall total rate level recorded"
    )
)
"""Words that say which way, or that a measure is one: two names of one measure may differ in them."""


@dataclass
class Linked:
    """What a report says of one milestone, and how that is known."""

    entries: list[ReportEntry] = field(default_factory=list)
    rows: list[ReportEntry] = field(default_factory=list)  # of tables: figures beside the prose
    sentences: list[Said] = field(default_factory=list)  # found elsewhere
    lead: str | None = None  # of the heading that the sentences stand under
    review: str | None = None


def link_entries(
    milestones: Sequence[Milestone], entries: Sequence[ReportEntry], tables: Sequence[ReportEntry]
) -> tuple[dict[str, Linked], list[ReportEntry]]:
    """Milestone id → what the report says of it, and the entries that speak of none."""
    linked: dict[str, Linked] = {milestone.id: Linked() for milestone in milestones}
    shared = _by_part(milestones, entries)
    entries = [entry for entry in entries if not any(entry is other for other, _ in shared)]
    free = _by_heading(milestones, [*entries, *(entry for entry in tables if entry.kind == "record")], linked)
    free += _by_heading(milestones, [entry for entry in tables if entry.kind == "row"], linked, rows=True)
    used = _by_objective(milestones, [entry for entry in tables if entry.kind == "record"], linked)
    free = [entry for entry in free if not any(entry is other for other in used)]
    for _, parts in shared:
        for place, part in parts:
            held = linked[milestones[place].id]
            held.review = (
                held.review if held.entries else "The report's heading names several milestones at once: check what it says of this one."
            )
            held.entries.append(part)
    free = _by_measure(milestones, _by_number(milestones, free, linked), linked)
    _by_sentence(milestones, entries, linked)
    return linked, free


def _by_part(milestones: Sequence[Milestone], entries: Sequence[ReportEntry]) -> list[tuple[ReportEntry, list[tuple[int, ReportEntry]]]]:
    """Headings of two and more aims, each that of another milestone, with what is said of each."""
    names = acronyms_of([milestone.text for milestone in milestones])
    texts = [folded(milestone.text, names) for milestone in milestones]
    found = []
    for entry in entries:
        title = folded(entry.titles[0], names)
        if entry.kind != "heading" or len(find_numbers(title)) < FEWEST_AIMS or any(is_near(title, text) >= NEAR for text in texts):
            continue
        near = [m for m, one in enumerate(milestones) if entry.group is None or same_objective(entry.group, one.objective)] or list(
            range(len(texts))
        )
        shares = share_heading(title, [texts[m] for m in near])
        if shares:
            found.append((entry, [(near[place], part) for place, part in share_entry(entry, shares, names)]))
    return found


def _by_number(milestones: Sequence[Milestone], free: Sequence[ReportEntry], linked: Mapping[str, Linked]) -> list[ReportEntry]:
    """Headings that give a milestone's printed number, "Commitment 4: wardens", and share a word with it or say no more; and rows that do."""
    rest = []
    for entry in free:
        label = NUMBERED.match(entry.heading.text)
        wanted = {entry.number} if entry.kind == "row" else set(NUMBERS.findall(label["numbers"])) if label else set()
        told = frozenset(stems(entry.titles[0])) - _DIRECTIONS - frozenset(stems(label[0] if label else ""))
        alike = [one for one in milestones if one.number and one.number.strip(".") in wanted]
        alike = [one for one in alike if told & frozenset(stems(one.text)) or (label and not told)]
        if len(alike) == 1 and not linked[alike[0].id].entries:
            linked[alike[0].id].entries.append(entry)
            linked[alike[0].id].review = "The report names this milestone by its number: check that the numbers are those of this plan."
        else:
            rest.append(entry)
    return rest


def _by_heading(
    milestones: Sequence[Milestone], entries: Sequence[ReportEntry], linked: Mapping[str, Linked], *, rows: bool = False
) -> list[ReportEntry]:
    """Near to the letter first, then by alignment; a heading that comes again joins the first."""
    names = acronyms_of([milestone.text for milestone in milestones])
    titles_of = [[folded(title, names) for title in entry.titles] for entry in entries]
    texts = [folded(milestone.text, names) for milestone in milestones]
    near = {
        (e, m): score
        for e, entry in enumerate(entries)
        for m, milestone in enumerate(milestones)
        if (score := _near(entry, milestone, titles_of[e], texts[m])) >= NEAR
    }
    ranked = sorted(near, key=lambda pair: (-near[pair], not _same_group(entries[pair[0]], milestones[pair[1]]), pair))
    of_entry: dict[int, int] = {}
    for e, m in ranked:
        if e not in of_entry and m not in of_entry.values():
            of_entry[e] = m
    left = [e for e, entry in enumerate(entries) if e not in of_entry and entry.kind != "objective" and not _is_boilerplate(entry)]
    taken = set(of_entry.values()) | {m for m, milestone in enumerate(milestones) if linked[milestone.id].entries}
    open_milestones = [m for m in range(len(milestones)) if m not in taken]
    doubtful: dict[int, float] = {}
    if left and open_milestones:
        titles = [(e, title) for e in left for title in entries[e].titles]
        aligned = align_texts(
            [title for _, title in titles],
            [milestones[m].text for m in open_milestones],
            [entries[e].group for e, _ in titles],
            [milestones[m].objective for m in open_milestones],
        )
        for i, j, score in sorted(aligned.links, key=lambda link: -link[2]):
            e = titles[i][0]
            if score >= LEAST and e not in of_entry:
                of_entry[e] = open_milestones[j]
                doubtful[e] = score
    for e, m in ranked:  # a heading that comes again
        of_entry.setdefault(e, m)
    for e, m in sorted(of_entry.items()):
        held = linked[milestones[m].id]
        (held.rows if rows and (held.entries or held.rows) else held.entries).append(entries[e])
        if doubtful.get(e, 1.0) < SURE:
            held.review = "The report's heading is not much like the milestone: check that it means this one."
    return [entry for e, entry in enumerate(entries) if e not in of_entry]


def _near(entry: ReportEntry, milestone: Milestone, titles: Sequence[str], text: str) -> float:
    """How near a heading is to a milestone, both with their acronyms written out. An objective is one where it counts the same thing."""
    if entry.kind == "objective":
        return float(frozenset(stems(entry.titles[0])) - _DIRECTIONS == frozenset(stems(milestone.text)) - _DIRECTIONS)
    return max(is_near(title, text) for title in titles)


def acronyms_of(texts: Sequence[str]) -> dict[str, str]:
    """The acronyms that the milestones themselves explain: "anti-social behaviour (ASB)"."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _ACRONYM.finditer(text):
            words = text[: match.start()].replace("-", " ").split()[-len(match[1]) :]
            if "".join(word[0] for word in words).lower() == match[1].lower():
                found[match[1]] = re.search(r"[-\s]".join(map(re.escape, words)) + r"\s*$", text[: match.start()])[0].strip()  # type: ignore[index]
    return found


def folded(text: str, names: Mapping[str, str]) -> str:
    """A text with its acronyms written out, those in brackets behind their names left out."""
    for acronym, name in names.items():
        text = re.sub(rf"\s*\({acronym}\)", "", text)
        text = re.sub(rf"\b{acronym}s?\b", name, text)
    return text


def _is_boilerplate(entry: ReportEntry) -> bool:
    return bool(BOILERPLATE.match(entry.titles[0])) and not entry.led


def _same_group(entry: ReportEntry, milestone: Milestone) -> bool:
    return entry.group is not None and same_objective(entry.group, milestone.objective)


def _by_objective(milestones: Sequence[Milestone], records: Sequence[ReportEntry], linked: Mapping[str, Linked]) -> list[ReportEntry]:
    """A table for a whole objective, or for a milestone with parts, speaks of each milestone under it that has nothing of its own."""
    used = []
    for entry in records:
        of = [one for one in milestones if any(same_objective(title, one.objective) for title in entry.titles)]
        open_ones = [one for one in of if not linked[one.id].entries]
        for one, stated in zip(open_ones, _stated_parts(entry, open_ones), strict=True):
            linked[one.id].entries.append(replace(entry, stated=stated))
            linked[one.id].review = "The report speaks of the whole of which this is a part: check what it says of this milestone."
        used += [entry] if of else []
    return used


def _stated_parts(entry: ReportEntry, milestones: Sequence[Milestone]) -> list[str | None]:
    """The level that a record marks for each milestone, whose parts it letters (a, b, c); None where that is not known."""
    whole = [level for level, marked in entry.levels if not _LETTERS.fullmatch(marked)]
    if entry.levels and (len(entry.levels) == 1 or len(whole) == 1):
        return [(whole or [entry.levels[0][0]])[0]] * len(milestones)
    if not entry.levels:
        return [entry.stated] * len(milestones)
    of_letter = {letter: level for level, marked in entry.levels for letter in _LETTER.findall(marked)}
    aligned = align_texts(list(entry.items), [one.text for one in milestones])
    links = [(i, j) for i, j, _ in sorted(aligned.links, key=lambda link: (link[2], -link[0]))]  # the best last
    if len(entry.items) == len(milestones) and all(i == j for i, j in links):
        links = [(i, i) for i in range(len(milestones))]  # as many parts as milestones, and none out of order
    of_milestone = {j: of_letter.get(chr(ord("a") + i)) for i, j in links}
    return [of_milestone.get(place) for place in range(len(milestones))]


def measure_stems(milestone: Milestone) -> frozenset[str]:
    """The stems of what a milestone counts: of its targets' measures, else of its words; directions and small words left out."""
    measures = " ".join(target.measure for target in milestone.targets) or milestone.text
    return frozenset(stems(measures)) - _DIRECTIONS - _SCALES - {stem for stem in stems(measures) if stem.replace(".", "").isdigit()}


def _by_measure(milestones: Sequence[Milestone], free: Sequence[ReportEntry], linked: Mapping[str, Linked]) -> list[ReportEntry]:
    """Rows that name no milestone but what one counts: "Theft of boats | -4% | +1%"."""
    rest = []
    for entry in free:
        name = frozenset(stems(entry.titles[0])) - _DIRECTIONS
        alike = [one for one in milestones if entry.kind == "row" and name and name == measure_stems(one)] or [
            one
            for one in milestones
            if entry.kind == "row" and len(name) > 1 and (name <= measure_stems(one) or measure_stems(one) <= name) and one.targets
        ]
        if len(alike) == 1:
            linked[alike[0].id].rows.append(entry)
        else:
            rest.append(entry)
    return rest


def _by_sentence(milestones: Sequence[Milestone], entries: Sequence[ReportEntry], linked: Mapping[str, Linked]) -> None:
    """What is said of a milestone that has no heading: a change of what it counts, under its objective; else the passages that state it."""
    everywhere = [(entry, said) for entry in entries if entry.kind == "objective" or not _is_own(entry, linked) for said in entry.said]
    everywhere = [(entry, said) for entry, said in everywhere if not BOILERPLATE.match(entry.titles[0]) or entry.kind == "objective"]
    open_ones = [one for one in milestones if not (linked[one.id].entries or linked[one.id].rows)]
    for one in [one for one in open_ones if one.targets]:
        wanted = measure_stems(one)
        for entry, said in everywhere:
            same = same_objective(entry.titles[0], one.objective) or _same_group(entry, one)
            readings = [
                reading for reading in find_figures(said.text) if reading.role == "actual" and wanted <= frozenset(stems(reading.clause))
            ]
            if wanted and same and readings:
                linked[one.id].sentences.append(said)
                linked[one.id].lead = entry.lead or entry.group_lead
                linked[one.id].review = "No heading of the report names this milestone: the figure was found by what it counts."
                break
    for one in [one for one in open_ones if one.number]:
        named = [
            said
            for entry in entries
            if not _is_own(entry, linked)
            for said in entry.said
            if any(one.number.strip(".") in NUMBERS.findall(match["numbers"]) for match in NUMBERED.finditer(said.text))  # type: ignore[union-attr]
        ]
        if named and not linked[one.id].sentences:
            linked[one.id].sentences += named[:TRACED]
            linked[one.id].review = "The report names this milestone by its number: check that the numbers are those of this plan."
    open_ones = [one for one in open_ones if not linked[one.id].sentences]
    if not open_ones or not everywhere:
        return
    by_headings = len(open_ones) < BY_HEADINGS * len(milestones)
    from plantext.compare.trace import trace_texts

    traces = trace_texts([one.text for one in open_ones], [said.text for _, said in everywhere])
    for one, trace in zip(open_ones, traces, strict=True):
        if trace.status == "covered" or (trace.status == "partial" and not by_headings):
            best = [match.passage for match in trace.matches if match.linked][:TRACED]
            linked[one.id].sentences += [everywhere[index][1] for index in sorted(best)]
            linked[one.id].review = "No heading of the report names this milestone: the passages were found by their words."


def _is_own(entry: ReportEntry, linked: Mapping[str, Linked]) -> bool:
    return any(entry is other for held in linked.values() for other in held.entries)
