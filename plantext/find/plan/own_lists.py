"""A plan's lists of commitments from everywhere: tables, lists under headings, sections that speak in another way."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import pairwise

from plantext.find.plan.commitment_tables import find_named_columns
from plantext.find.plan.commitments import FEWEST, CommitmentList, find_lists
from plantext.find.plan.containers import is_bare, is_container
from plantext.find.plan.outline import find_homes
from plantext.find.plan.sheets import find_sheets
from plantext.find.plan.target_tables import find_target_tables
from plantext.find.plan.vacant import find_in_vacant
from plantext.find.reasons.reason_tables import find_change_tables
from plantext.model.document import Block, Document


def find_own_lists(document: Document, container: str | None) -> list[CommitmentList]:
    """The lists of a plan that has no columns of editions: tables and lists outside them, however each section speaks."""
    homes = find_homes(document)
    tables = list(find_named_columns(document, container or "strong"))
    if not container:  # "Performance measures", and below it a table of "Measure | Baseline | Target"
        named = _named_tables(document, homes, {entry.block.id for found in tables for entry in found.entries})
        tables += [found for found in find_named_columns(document, "weak") if found.entries[0].block.id in named]
        tables += find_sheets(document, {entry.block.id for found in tables for entry in found.entries})
        tables += find_target_tables(document, {entry.block.id for found in tables for entry in found.entries})
    holding = {found.heading for found in tables}
    # A weak word names what commitments are grouped by, where tables hold some.
    surest = sum(len(found.entries) for found in tables) >= FEWEST and not container
    lists = [kept for found in find_lists(document, container, surest=surest) if (kept := _without_headings(found, holding))]
    stated = [*tables, *lists] or ([] if container else list(find_named_columns(document, "weak")))
    stated = [_under_objective(one, homes) for one in stated]
    stated += [] if container else find_in_vacant(document, stated)
    explained = {block.id for table in find_change_tables(document) for row in table.rows for cell in row for block in cell.blocks}
    apart = [one for one in stated if one.entries[0].block.id not in explained]
    return apart if sum(len(one.entries) for one in apart) >= FEWEST else stated  # a table of changes repeats what stands elsewhere


def _named_tables(document: Document, homes: Mapping[str, tuple[Block, ...]], known: Collection[str]) -> set[str]:
    """The blocks in the cells of tables that a heading, or the line straight before them, calls the plan's commitments.

    Tables that hold a block of `known` are left out.
    """
    named: set[str] = set()
    for before, table in pairwise(document.blocks):
        if table.kind != "table":
            continue
        blocks = {block.id for row in table.rows for cell in row for block in cell.blocks}
        names = (*homes.get(table.id, ())[-1:], *([before] if before.kind in {"paragraph", "caption"} else []))
        if not blocks.intersection(known) and any(is_container(block.text, "strong") for block in names):
            named |= blocks
    return named


def _under_objective(found: CommitmentList, homes: Mapping[str, tuple[Block, ...]]) -> CommitmentList:
    """The list of a table that stands below "Key actions", under the heading above that, which says what they are for."""
    path = homes.get(found.entries[0].block.id, ())
    if found.column is None or found.objective != found.heading or not found.heading or not is_bare(found.heading):
        return found
    above = [block.text for block in path if not is_bare(block.text)]
    return replace(found, objective=above[-1]) if above else found


def _without_headings(found: CommitmentList, holding: Collection[str | None]) -> CommitmentList | None:
    """The list without the entries that are headings of tables of milestones: those are what the milestones are for."""
    kept = tuple(entry for entry in found.entries if entry.block.text not in holding)
    return replace(found, entries=kept) if kept else None
