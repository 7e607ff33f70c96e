"""A plan's milestones: the entries of its lists and tables, each edition apart, each milestone once with every place it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import structs

from plantext.find.editions import find_edition, find_editions, start_year
from plantext.find.nearness import is_near, nearness
from plantext.find.plan.commitment_tables import find_edition_columns
from plantext.find.plan.commitments import CommitmentList, Entry
from plantext.find.plan.containers import is_container
from plantext.find.plan.contents import contents_edition
from plantext.find.plan.objectives import is_summary, objective_key, same_objective, without_number
from plantext.find.plan.own_lists import find_own_lists
from plantext.find.plan.repeats import part_entries
from plantext.find.targets.measures import times_taken
from plantext.find.targets.row_targets import find_row_targets
from plantext.find.targets.targets import find_targets
from plantext.model.document import Document, Issue, place_of
from plantext.model.findings import Milestone, Milestones, Passage, Target
from plantext.model.ids import Ids

AGREES = 0.6  # share of a list's entries that stand in another edition's lists, above which the list is of that edition
"""A list that is newly varied keeps about half of its entries, so a bare majority proves nothing; the closing summaries met agree fully."""

FEWEST_OWN = 2  # lists of the plan's own year, beside which one list of another is a slip
OPENING = 8  # blocks in which a plan says of which years it is
LONGEST_TITLE = 12  # words of a line that may name the plan by a single year; a year in a sentence is of something else


@dataclass
class Dated:
    """A list of commitments with the edition it is of, and how that is known."""

    commitments: CommitmentList
    edition: str | None
    rank: int  # of the evidence: 0 the column's heading, 1 the list's own, 2 the contents, 3 a section's, 4 the plan's
    conflict: str | None = None


@dataclass
class Found:
    """A milestone being put together."""

    entry: Entry
    objective: str | None
    edition: str | None
    places: list[Entry] = field(default_factory=list)


def find_milestones(document: Document, container: str | None = None) -> Milestones:
    """The milestones of every edition in a plan, in order of the plan, editions in order of years.

    `container` is what the plan calls them, where that is to be told and not found.
    """
    lists = [*find_edition_columns(document), *find_own_lists(document, container)]
    dated, issues = _dated(document, lists)
    ids = Ids()
    beside = find_row_targets(document)
    milestones: list[Milestone] = []
    for edition in sorted({one.edition for one in dated}, key=lambda edition: (start_year(edition) or 0, edition or "")):
        of_edition = [one.commitments for one in dated if one.edition == edition]
        milestones += [_milestone(found, ids, beside) for found in _merged(document, of_edition, edition)]
    return Milestones(source=document.source, milestones=tuple(milestones), issues=(*document.issues, *issues))


def own_edition(document: Document, milestones: Sequence[Milestone]) -> str | None:
    """The edition that a plan is of: the one most of its milestones' places are of, the later of two that are level."""
    counts = Counter(milestone.edition for milestone in milestones for _ in milestone.places)
    named = [edition for edition in counts if edition]
    if not named:
        return _plan_edition(document)
    return max(named, key=lambda edition: (counts[edition], start_year(edition) or 0))


def _dated(document: Document, lists: Iterable[CommitmentList]) -> tuple[list[Dated], list[Issue]]:
    """Give each list its edition by the evidence in order, then let the entries themselves speak where the evidence is contradicted."""
    default = _plan_edition(document)
    dated = sorted((_evidence(document, commitments, default) for commitments in lists), key=lambda one: one.rank)
    issues: dict[str, Issue] = {}
    sure: dict[str | None, list[str]] = {}
    for one in dated:
        if _is_slip(one, dated, default):
            one.conflict = f"its heading names {one.edition}, but the plan and its other lists are of {default}"
            one.edition = default
    for one in dated:
        slip = one.conflict is not None and one.rank == 1
        better = _agreeing(one, sure)
        if better and better != one.edition:
            one.conflict = one.conflict or f"its heading names {one.edition}, but its entries are those of {better}"
            one.edition = better
        sure.setdefault(one.edition, []).extend(entry.text for entry in one.commitments.entries)
        if one.conflict:
            path = one.commitments.path
            where = path[0] if path else one.commitments.heading or "a list"
            if slip and len(path) > 1:
                where = f"{path[-1]}, under {path[-2]}"
            message = f"“{where}”: {one.conflict}; its entries are read as {one.edition}."
            page = one.commitments.entries[0].block.page
            issues.setdefault(where, Issue(code="year-mismatch", severity="warning", message=message, page=page))
    return dated, list(issues.values())


def _is_slip(one: Dated, dated: Sequence[Dated], default: str | None) -> bool:
    """Whether a list's heading names a wrong year: no other list does, its objective has no list of the plan's own year, and one elsewhere that is of that year repeats it."""
    if one.rank != 1 or default is None or one.edition == default:
        return False
    others = [other for other in dated if other is not one]
    own = [other for other in others if other.edition == default]
    texts = [entry.text for other in own for entry in other.commitments.entries]
    entries = one.commitments.entries
    return (
        len(own) >= FEWEST_OWN
        and all(other.edition == default for other in others)
        and not any(other.rank == 1 and same_objective(other.commitments.objective, one.commitments.objective) for other in own)
        and sum(any(is_near(entry.text, text) for text in texts) for entry in entries) >= AGREES * len(entries)
    )


def _evidence(document: Document, commitments: CommitmentList, default: str | None) -> Dated:
    own = commitments.heading or ""
    column = find_edition(commitments.column or "")
    if column:
        return Dated(commitments, column, 0)
    if edition := _single(own):
        return Dated(commitments, edition, 1)
    above = next((edition for heading in reversed(commitments.path) if (edition := _single(heading))), None)
    listed = next((edition for heading in reversed(commitments.path) if (edition := contents_edition(document, heading))), None)
    if listed:
        conflict = f"the heading names {above}, the contents list {listed}" if above and above != listed else None
        return Dated(commitments, listed, 2, conflict)
    return Dated(commitments, above, 3) if above else Dated(commitments, default, 4)


def _single(heading: str) -> str | None:
    editions = find_editions(heading)
    return editions[0] if len(set(editions)) == 1 else None


def _agreeing(one: Dated, sure: dict[str | None, list[str]]) -> str | None:
    """The other edition that a list's entries are of, where they are not of its own."""
    if one.rank == 0 or not sure:
        return None
    entries = one.commitments.entries
    shares = {
        edition: sum(any(is_near(entry.text, text) for text in texts) for entry in entries) / len(entries)
        for edition, texts in sure.items()
    }
    best = max(shares, key=lambda edition: (shares[edition], edition == one.edition))
    return best if shares[best] >= AGREES and shares[best] > shares.get(one.edition, 0.0) else None


def _plan_edition(document: Document) -> str | None:
    """The edition that the plan's title, its opening lines or its headings name; the most frequent, the first of those that are level."""
    opening = [block.text for block in document.blocks if block.role == "title" or block.kind == "heading"][:3]
    first = [block.text for block in document.blocks[:OPENING] if block.kind != "table"]
    for text in (document.title or "", *opening, *first):
        if edition := _single(text):
            return edition
    counts = Counter(edition for block in document.blocks if block.kind == "heading" for edition in find_editions(block.text))
    if counts:
        return max(counts, key=lambda edition: counts[edition])
    titles = (document.title or "", *opening, *(text for text in first if len(text.split()) <= LONGEST_TITLE))
    return next((edition for text in titles if (edition := find_edition(text))), None)


def _merged(document: Document, lists: Sequence[CommitmentList], edition: str | None) -> list[Found]:
    """Each entry once: the lists of one objective are laid over one another, the fullest account (the plan's body) first."""
    body = _body_headings(document)
    titles = _titles(document)
    groups: list[tuple[str | None, list[list[Entry]]]] = []
    nested: list[tuple[str | None, list[Entry]]] = []
    for commitments in lists:
        objective = _objective(_stated(commitments, titles), body)
        nested.append((objective, list(commitments.nested)))
        group = next((held for name, held in groups if same_objective(name, objective)), None)
        if group is None:
            groups.append((objective, [list(commitments.entries)]))
        else:
            group.append(list(commitments.entries))
    found: list[Found] = []
    groups.sort(key=lambda group: group[0] is None)  # a summary by no objective comes last: it is laid over all that is known
    for objective, held in groups:
        others = held if objective is not None else [entries for _, lists_of_one in groups for entries in lists_of_one]
        parted = [part_entries(entries, [other for other in others if other is not entries]) for entries in held]
        parted.sort(key=lambda entries: (entries[0].block.id.startswith("c-"), -len(entries)))  # the body's list before a table's
        milestones: list[Found] = [] if objective is not None else found
        for entries in parted:
            milestones += _lay_over(milestones, entries, objective, edition)
        for name, entries in nested:
            if same_objective(name, objective):
                _lay_over(milestones, entries, objective, edition)  # further places of what is known; the rest are details
        if milestones is not found:
            found += milestones
    order = {block.id: index for index, block in enumerate(document.texts())}
    for one in found:
        one.places.sort(key=lambda entry: (order[entry.block.id], entry.start))
    return sorted(found, key=lambda one: (order[one.entry.block.id], one.entry.start))


def _lay_over(milestones: list[Found], entries: list[Entry], objective: str | None, edition: str | None) -> list[Found]:
    """Pair a list's entries with the milestones found so far, the nearest first and in order; return the rest, which are new."""
    pairs = sorted(
        (-nearness(one.entry.text, entry.text), abs(i - j), i, j)
        for i, one in enumerate(milestones)
        for j, entry in enumerate(entries)
        if is_near(one.entry.text, entry.text)
    )
    taken_left: set[int] = set()
    taken: set[int] = set()
    for _, _, i, j in pairs:
        if i not in taken_left and j not in taken:
            taken_left.add(i)
            taken.add(j)
            milestones[i].places.append(entries[j])
    return [Found(entry, objective, edition, [entry]) for j, entry in enumerate(entries) if j not in taken]


def _body_headings(document: Document) -> list[str]:
    return [without_number(block.text) for block in document.blocks if block.kind == "heading" and block.role is None]


def _titles(document: Document) -> frozenset[str]:
    """What names the whole plan: its title, and a first heading that is alone on its level."""
    headings = [block for block in document.blocks if block.kind == "heading" and block.role != "toc"]
    levels = Counter(block.level for block in headings)
    first = {headings[0].text} if headings and levels[headings[0].level] == 1 and len(headings) > 1 else set()
    return frozenset({document.title or "", *first, *(block.text for block in document.blocks if block.role == "title")})


def _stated(commitments: CommitmentList, titles: Collection[str]) -> str | None:
    """The heading that says what a list is for; where that is the plan's title, the list's own, unless it names a year or a sentence."""
    own = commitments.heading
    if commitments.objective not in titles:
        return commitments.objective
    if own and is_summary(own):
        return None
    return own if own and own not in titles and not find_edition(own) and is_container(own, "strong") else commitments.objective


def _objective(heading: str | None, body: Sequence[str]) -> str | None:
    """The objective as the plan's body prints it."""
    if heading is None or is_summary(heading):
        return None
    key = objective_key(heading)
    return next((text for text in body if objective_key(text) == key), None) or next(
        (text for text in body if same_objective(text, heading)), without_number(heading)
    )


def _milestone(found: Found, ids: Ids, beside: Mapping[str, tuple[Target, ...]]) -> Milestone:
    entry = found.entry
    text = entry.text
    return Milestone(
        id=ids.new("m", found.edition, found.objective, text),
        text=text,
        objective=found.objective,
        edition=found.edition,
        page=entry.block.page,
        places=tuple(_place(place) for place in found.places),
        targets=_targets(found, beside),
        number=entry.number,
    )


def _targets(found: Found, beside: Mapping[str, tuple[Target, ...]]) -> tuple[Target, ...]:
    """What the entry's text aims at, and what the other cells of its row add."""
    deadline = next((place.deadline for place in found.places if place.deadline), None)
    own = find_targets(found.entry.text, deadline)
    row = next((beside[place.block.id] for place in found.places if place.block.id in beside), ())
    more = tuple(target for target in row if not any((one.value, one.unit) == (target.value, target.unit) for one in own))
    if not more:
        return own
    due = next((target.deadline for target in own if target.deadline), deadline)
    times = {match[0] for match in times_taken(found.entry.text)}  # "Permits issued within 60 days" is what is measured
    own = tuple(one for one in own if one.text not in times and (one.value is not None or one.deadline is None))
    return (*own, *(structs.replace(one, deadline=one.deadline or due) for one in more))


def _place(entry: Entry) -> Passage:
    span = (entry.start, entry.start + len(entry.text))
    return Passage(text=entry.text, **place_of(entry.block, entry.section, span))  # type: ignore[arg-type]
