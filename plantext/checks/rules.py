"""The rules in one table, and the one loop that asks them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from plantext.checks.arithmetic import find_arithmetic, find_signs
from plantext.checks.commitments import find_duplicates, find_mismatches
from plantext.checks.dates import find_impossible_dates, find_year_mismatches, find_year_typos
from plantext.checks.drafting import find_draft_marks, find_placeholders
from plantext.checks.figures import find_figure_conflicts
from plantext.checks.names import find_acronyms, find_name_variants
from plantext.checks.notes import find_footnotes
from plantext.checks.outline import find_contents_mismatches, find_numbering
from plantext.checks.plan import Plan
from plantext.checks.reasons import find_missing_rationales, find_unexplained_changes
from plantext.checks.references import find_cross_references, find_dead_links
from plantext.model.checks import Code, Finding, Silence, Silenced
from plantext.model.document import Severity


class Rule(NamedTuple):
    """A rule: its code, the worst severity that it gives, the function that finds, and why anyone should care."""

    code: Code
    severity: Severity
    find: Callable[[Plan], Iterator[Finding]]
    reason: str


RULES: tuple[Rule, ...] = (
    Rule("placeholder", "error", find_placeholders, "nobody wants to publish “TBC”"),
    Rule("draft-mark", "warning", find_draft_marks, "a published plan is no draft"),
    Rule("duplicate-milestone", "warning", find_duplicates, "one promise made twice is counted twice"),
    Rule("milestone-mismatch", "error", find_mismatches, "where the table, the section and the summary differ, nobody knows which holds"),
    Rule("year-mismatch", "error", find_year_mismatches, "a list under the wrong year commits to the wrong year"),
    Rule("typo-year", "error", find_year_typos, "a deadline in 2303 is no deadline"),
    Rule("cross-reference", "error", find_cross_references, "a reader who follows it arrives nowhere, or in the wrong place"),
    Rule("name-variant", "warning", find_name_variants, "people notice how their name is spelt"),
    Rule("table-arithmetic", "error", find_arithmetic, "a budget must add up; that it does is worth saying"),
    Rule("table-sign", "warning", find_signs, "the sign says whether money comes or goes"),
    Rule("missing-rationale", "warning", find_missing_rationales, "the plan promised it"),
    Rule("unexplained-change", "info", find_unexplained_changes, "the panel will ask why"),
    Rule("contents-mismatch", "error", find_contents_mismatches, "headings change late, contents lists are forgotten"),
    Rule("numbering", "warning", find_numbering, "a number that is missing or borne twice makes references ambiguous"),
    Rule("footnote", "warning", find_footnotes, "a mark without its note hides what qualified the sentence"),
    Rule("acronym", "warning", find_acronyms, "the public reads it too"),
    Rule("impossible-date", "error", find_impossible_dates, "it did not happen on that day"),
    Rule("figure-conflict", "error", find_figure_conflicts, "one of the two figures is wrong"),
    Rule("dead-link", "error", find_dead_links, "a link should lead somewhere"),
)
"""Every rule once, in the order of the documentation. Rules do not know of one another."""


def check_rules(plan: Plan, rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """What the rules find in a plan, in the plan's order, at one place in the rules' order; the same finding once."""
    order = {block.id: index for index, block in enumerate(plan.document.texts())}
    rank = {rule.code: index for index, rule in enumerate(rules)}
    found: dict[tuple[str, str, tuple[int, int], str], Finding] = {}
    for rule in rules:
        for finding in rule.find(plan):
            found.setdefault((finding.code, finding.block, finding.span, finding.message), finding)
    return tuple(sorted(found.values(), key=lambda one: (order.get(one.block, len(order)), one.span[0], rank[one.code], one.message)))


def silence(findings: Iterable[Finding], silences: Sequence[Silence]) -> tuple[tuple[Finding, ...], tuple[Silenced, ...]]:
    """The findings that no silence covers, and how many each silence covers."""
    kept: list[Finding] = []
    counts = dict.fromkeys(range(len(silences)), 0)
    for finding in findings:
        covering = next((index for index, one in enumerate(silences) if _covers(one, finding)), None)
        if covering is None:
            kept.append(finding)
        else:
            counts[covering] += 1
    return tuple(kept), tuple(Silenced(code=one.code, reason=one.reason, count=counts[index]) for index, one in enumerate(silences))


def _covers(one: Silence, finding: Finding) -> bool:
    return one.code == finding.code and (one.text is None or one.text.casefold() in finding.text.casefold())
