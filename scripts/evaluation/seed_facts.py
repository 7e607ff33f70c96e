"""What is known of the user's own documents, as data. A statement or entry is named by a few words that it alone has, never quoted.

A key is several words, each of which must begin a word of the text ("drug" finds "drugs").
"""

from __future__ import annotations

from typing import NamedTuple

PLAN, REPORT = "001_*.txt", "003_*.txt"
PLAN_PRINTS = ("plan_weasyprint.pdf", "plan_libreoffice.pdf")
BEFORE, AFTER = "2013-14", "2014-15"
ENTRIES = {BEFORE: 35, AFTER: 51}
DISTINCT = {BEFORE: 35, AFTER: 50}
OBJECTIVES = 10
PLACES = {BEFORE: 1, AFTER: 3}
"""Last year's list stands in the table only; this year's in the table, in its section and in the closing summary."""


class Link(NamedTuple):
    """An entry that went on, unmistakably. `moved`: a word of the old objective, and one of the new."""

    name: str
    before: str
    after: str
    moved: tuple[str, str] | None = None


LINKS = (
    Link("confidence", "increase confidence policing", "increase confidence policing"),
    Link("barriers to confidence", "aspects adverse", "aspects adverse"),
    Link("serious and organised crime", "explore serious", "explore serious"),
    Link("invest to save", "invest schemes", "invest schemes"),
    Link("capable people", "capable effective", "capable effective"),
    Link("green cars", "green cars", "green cars"),
    Link("procurement", "procurement", "procurement"),
    Link("third sector", "voluntary third", "voluntary third"),
    Link("gangs", "gangs", "gangs"),
    Link("terrorism", "terrorism continuing", "terrorism continuing"),
    Link("satisfaction, crimes", "satisfaction relating crimes", "satisfaction relating crimes"),
    Link("satisfaction, anti-social behaviour", "satisfaction anti social", "satisfaction anti social"),
    Link("repeat victims", "repeat victims", "repeat victims"),
    Link("transport", "transport", "transport"),
    Link("Troubled Families", "troubled families", "troubled families"),
    Link("Strategic Policing Requirement", "capacity capability", "capacity capability"),
    Link("burglary", "reduce burglary", "property burglary robbery"),
    Link("violence", "violent injury", "public place violence"),
    Link("domestic abuse", "harm vulnerable domestic", "harm vulnerable"),
    Link("diversity", "diversity", "diversity", ("value", "identity")),
    Link("safeguarding partners", "safeguarding partners", "safeguarding partners", ("harm", "partnerships")),
    Link("drugs", "drug cannabis", "drugs parking", ("harm", "identity")),
    Link("business crime", "business crime reduce", "business crime property", ("communities", "offending")),
)

ALONE = {
    "before": ("trafficking", "community support officers", "low level offending"),
    "after": ("perceptions safety", "stop search", "complaints", "youth commission", "apprentice", "organised crime unit", "code practice"),
}
"""Entries that went, or came, and that nothing else resembles: a partner would be there for want of better."""


class ReasonFact(NamedTuple):
    """A reason that the plan states, for the entry of last year that has the words `before`; each of `words` names one that will do."""

    before: str
    words: tuple[str, ...]


REASONS = (
    ReasonFact("drug cannabis", ("drugs included instead", "strategy launched")),
    ReasonFact("business crime reduce", ("business moved",)),
    ReasonFact("reoffending", ("reoffending part",)),
    ReasonFact("harm vulnerable domestic", ("remains broader",)),
    ReasonFact("community support officers", ("review pcso",)),
)


class TargetFact(NamedTuple):
    """What became of a number: `measure` is a word of what it counts."""

    name: str
    measure: str
    before: float | None
    after: float | None
    change: str


TARGETS = (
    TargetFact("burglary", "burglary", 8, 2, "lowered"),
    TargetFact("overall crime", "overall", 5, None, "dropped"),
    TargetFact("robbery", "robbery", None, 5, "introduced"),
    TargetFact("business crime", "business", 6, None, "dropped"),
    TargetFact("priority areas", "priority", 7, None, "dropped"),
    TargetFact("violence", "viol", 8, 5, "measure_changed"),
)


class StatementFact(NamedTuple):
    """A statement of the panel's report: the acts that are right, and whether it claims that something is not there."""

    words: str
    acts: tuple[str, ...]
    absence: bool = False


STATEMENTS = (
    StatementFact("late papers difficult", ("concern",)),
    StatementFact("clear working days", ("request", "suggestion")),
    StatementFact("perception figures", ("note",)),
    StatementFact("distort priorities", ("note",)),
    StatementFact("confidence neighbourhoods", ("note",)),
    StatementFact("targets prosecutions", ("request",)),
    StatementFact("restorative justice", ("note",)),
    StatementFact("share level prosecutions", ("undertaking",)),
    StatementFact("multi agency mention", ("concern",), absence=True),
    StatementFact("little safeguarding version", ("concern",)),
    StatementFact("embedded rimmer", ("note",)),
    StatementFact("expect exploitation detail", ("request",)),
    StatementFact("emphasis targets referrals", ("request",)),
    StatementFact("absence neighbourhood watch", ("concern",), absence=True),
    StatementFact("suggestion integrated", ("suggestion",)),
    StatementFact("summit agreement", ("undertaking",)),
    StatementFact("section identity", ("note",)),
    StatementFact("congratulates", ("praise",)),
    StatementFact("wolverhampton progress", ("note",)),
    StatementFact("formal report elsewhere", ("information",)),
    StatementFact("broader strategy", ("request",)),
    StatementFact("youth summit", ("note",)),
    StatementFact("knife explicitly", ("request", "concern"), absence=True),
    StatementFact("intending amnesty", ("undertaking",)),
    StatementFact("knife trends", ("information",)),
    StatementFact("evidence amnesties", ("information",)),
    StatementFact("magistrates views", ("information",)),
    StatementFact("summit invited", ("note", "undertaking")),
    StatementFact("arising action", ("information",)),
    StatementFact("satisfied reflective", ("praise", "note")),
)


class CoverageFact(NamedTuple):
    """Whether the plan has anything on an ask. `refuted`: it stands in this version; `evidence`: a word of the passage that shows it.

    `answerable` is None where two careful people would differ.
    """

    words: str
    found: bool
    refuted: bool = False
    evidence: str | None = None
    answerable: str | None = "this_plan"


COVERAGE = (
    CoverageFact("multi agency mention", found=True, refuted=True, evidence="mash"),
    CoverageFact("absence neighbourhood watch", found=True, refuted=True, evidence="neighbourhood watch"),
    CoverageFact("suggestion integrated", found=True),
    CoverageFact("little safeguarding version", found=True, evidence="safeguarding"),
    CoverageFact("expect exploitation detail", found=True, evidence="exploitation", answerable="later_plan"),
    CoverageFact("formal report elsewhere", found=True, answerable="not_by_a_plan"),
    CoverageFact("broader strategy", found=True),
    CoverageFact("knife explicitly", found=False),
    CoverageFact("knife trends", found=False, answerable="not_by_a_plan"),
    CoverageFact("evidence amnesties", found=False, answerable="not_by_a_plan"),
    CoverageFact("magistrates views", found=False, answerable=None),
    CoverageFact("clear working days", found=False, answerable="not_by_a_plan"),
    CoverageFact("late papers difficult", found=False, answerable="not_by_a_plan"),
)
"""Asks whose answer two careful people would give alike; whether targets on prosecutions are touched upon is not among them."""
