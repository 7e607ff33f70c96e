"""The words by which a plan tells what it changed: "has been added", "we withdrew", "is now part of", "was put back"."""

from __future__ import annotations

import re

from plantext.find.plan.containers import CODE, CONTAINERS
from plantext.find.reasons.explanations import Op

_NUMBERS = r"(?:numbers?|percentages?|figures?|(?:numerical\s+)?targets?|(?:(?:target|due|completion|end|start)\s+)?dates?|deadlines?)"
_LISTED = (
    rf"(?:{CONTAINERS['strong']}|measures?|indicators?|priorit(?:y|ies)|objectives?"
    # These are entries where a number or what they are about follows: "Policy T4", "the requirement on log books".
    rf"|(?:policy|proposal|requirement|standard|clause|provision|project|initiative|intervention)(?=\s+(?-i:{CODE})\b)"
    r"|(?-i:polic(?:y|ies)|proposals?|requirements?|clauses?|provisions?|interventions?|deadlines?|numbers?)(?=\s+(?:on|for|about)\b))"
)
_THAN = r"(?:[\w’'-]+\s+){0,10}?"

DONE: dict[Op, tuple[str, ...]] = {
    "added": ("added", "introduced", r"new\b", r"brought\s+in\b"),
    "removed": (
        "removed", "deleted", "dropped", "withdrawn", "withdrew", r"left\s+out", "omitted", "discontinued", "ended", "abandoned", "scrapped",
        "cancelled", "shelved", "retired", rf"taken\s+{_THAN}out\b", rf"took\s+{_THAN}out\b", r"struck\s+out", r"given\s+up", r"gave\s+up",
        r"not\s+(?:been\s+)?(?:carried\s+(?:over|forward)|renewed|repeated|retained|kept)",
    ),
    "completed": (r"completed?\b", "concluded", "finished", "achieved", "opened", r"set\s+up", r"established\b", r"delivered\b", "fulfilled"),
    "raised": ("raised", r"increased\b", "lifted", r"put\s+up\b", r"doubled\b", r"set\s+higher"),
    "lowered": ("lowered", "reduced", r"eased\b", r"cut\b", r"halved\b", r"scaled\s+(?:back|down)", r"set\s+lower"),
    "rescheduled": (
        rf"put\s+{_THAN}back\b", rf"pushed\s+{_THAN}back\b", rf"brought\s+{_THAN}forward\b", "delayed", "deferred", "postponed", "rescheduled",
        r"extended\s+(?:to|until|by)\b", "slipped",
    ),
    "merged": (rf"brought\s+{_THAN}together", "merged", "combined", "joined", "amalgamated", "consolidated", "folded"),
    "split": (r"become\s+(?:two|three|four)", "split", "divided", "separated"),
    "reworded": (
        "reworded", "rephrased", "rewritten", "revised", "reviewed", "amended", "clarified", "broadened", "widened", "narrowed", "extended",
        "strengthened", "updated", "refined", "changed", "replaced",
    ),
    "moved": (
        r"(?:moved|gone|transferred|relocated|shifted)\s+(?:in)?to\b", r"(?:moved|transferred|relocated|shifted|placed)\s+(?:under|with|among)\b",
        r"(?:moved|transferred|relocated|shifted)\s+(?:the|this|these|our|it|them|both)\b[^.;,]{0,80}?\s(?:in)?to\b",
    ),
}  # fmt: skip
"""What was done to a milestone, behind "has been", "were", "we have": by what was done."""

CUES: tuple[tuple[Op, str], ...] = (
    ("dropped", rf"\bno\s+(?:numerical\s+)?{_NUMBERS}\s+(?:is|are|has\s+been|have\s+been)\s+set\b"),
    ("added", rf"\bnew\s+{_LISTED}\b[^.;]{{0,60}}\b(?:have|has|had|are|is|was|were)\b"),
    (
        "removed",
        r"\bno\s+longer\b|\bprevious\s+\w+\s+(?:in|for)\b|\blast\s+year\s+(?:this|the)\s+\w+\s+(?:also\s+)?(?:included|contained)\b",
    ),
    ("removed", r"\b(?:was|were)\s+(?:included|listed|contained)\s+in\s+(?:the|our|my|last)\s+(?:20\d\d|previous|earlier|year)"),
    (
        "removed",
        (
            r"\b(?:not|neither|never)\s+(?:(?:now|therefore|any\s+more)\s+)?(?:in|part\s+of)\s+(?:this|the\s+new|our\s+new)\s+(?:plan|list|programme|edition|strategy|year)\b"
            r"|\b(?:gone|disappeared|absent|missing)\s+from\s+(?:the|this|our)\s+(?:new\s+)?(?:plan|list|programme|edition|strategy)\b"
        ),
    ),
    ("reworded", rf"\b(?:{_LISTED})\b[^.;]{{0,80}}?\bnow\s+\w+s\b|\bnow\s+(?:includes?|counts?|concerns?|covers?|asks?|requires?)\b"),
    ("reworded", rf"\b(?:{_LISTED})\b[^.;]{{0,80}}?\breplaces\s+(?:the|an?|our|last|those|two|three)\b"),
    (
        "moved",
        (
            r"\b(?:is|are)\s+now\s+(?:part\s+of|included\s+(?:with)?in|found\s+in|in|under)\b|\bforms?\s+part\s+of\b|\binstead\s+of\b"
            r"|\bremains?\s+an?\s+\w+\s+under\b|\bbroader\s+(?:heading|category)\b|\bnow\s+(?:falls?|stands?|sits?)\s+(?:under|within|in)\b"
        ),
    ),
    ("split", r"\b(?:is|are)\s+now\s+(?:two|three|four|several)\b"),
    ("merged", r"\b(?:is|are)\s+now\s+(?:one\b|an?\s+(?:single|joint|combined)\b)"),
    ("raised", r"\b(?:rises|goes\s+up|climbs)\s+(?:from|to|by)\b"),
    ("lowered", r"\b(?:falls|goes\s+down|comes\s+down|drops)\s+(?:from|to|by)\b"),
    (
        "rescheduled",
        (
            r"\bmove[sd]\s+(?:back\s+|forward\s+)?(?:from|to)\s+(?:[\w-]+\s+){0,3}?20\d\d|\bnow\s+(?:due|expected|planned|scheduled)\b"
            r"|\b(?:longer|(?:more|extra|further)\s+time|another\s+(?:[\w-]+\s+)?(?:years?|months?))\s+(?:to|for|until|in\s+which)\b"
        ),
    ),
    # A mere cross-reference speaks so too: it explains only what has gone.
    ("elsewhere", r"\b(?:dealt\s+with|addressed|taken\s+forward|covered|considered)\s+(?:in|under|by|at)\s+(?:section\s+)?\d"),
)
"""The other words that say so."""

HINTS = (
    "added", "introduced", "new", "brought in", "taken", "took", "removed", "deleted", "dropped", "withdr", "left out", "omitted", "discontinued",
    "ended", "abandoned", "scrapped", "cancelled", "shelved", "retired", "struck", "given", "gave", "not ", "neither", "never", "disappeared", "absent", "missing", "no longer", "previous", "last year",
    "included", "listed", "contained", "complete", "concluded", "finished", "achieved", "opened", "set", "established", "delivered", "fulfilled",
    "raised", "increased", "lifted", "put", "doubled", "lowered", "reduced", "eased", "cut", "halved", "scaled", "rises", "goes", "climbs", "falls",
    "comes", "drops", "brought", "merged", "combined", "joined", "amalgamated", "consolidated", "folded", "become", "split", "divided", "separated",
    "reworded", "rephrased", "rewritten", "revised", "reviewed", "amended", "clarified", "broad", "widened", "narrowed", "extended", "strengthened",
    "updated", "refined", "changed", "replace", " now ", "move", "gone", "transferred", "relocated", "shifted", "placed", "part of", "instead of",
    "remain", "dealt", "addressed", "covered", "considered", "pushed", "delayed", "deferred", "postponed", "rescheduled", "slipped", "longer", "time",
    "another",
)  # fmt: skip
"""One of these is in every sentence that a cue finds: they cost less to look for."""

_BEEN = (
    r"\b(?:(?:has|have|had|is|are|was|were|be)\s+(?:(?:now|also|all|both|since|therefore|been|already|newly|further|again)\s+){0,4}"
    r"|(?:we|i|members|partners|(?-i:[Tt]he\s+[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}))\s+(?:have\s+|has\s+)?(?:also\s+)?)"
)
_DONE = re.compile(_BEEN + "(?:" + "|".join(f"(?P<{op}>{'|'.join(verbs)})" for op, verbs in DONE.items()) + ")", re.IGNORECASE)
_CUES = tuple((op, re.compile(pattern, re.IGNORECASE)) for op, pattern in CUES)
_TO_SOMETHING = re.compile(
    r"\s+(?:of|from|to)\s+(?:the|our|its|their|an?)\s+(?!(?:new\s+)?(?:plan|list|programme|edition|strategy)\b)", re.IGNORECASE
)
_LIST_NOUN = re.compile(
    rf"\b(?:{_LISTED}|(?:the|a|an|no|each|our|its|their)\s+(?:[\w-]+\s+)?{_NUMBERS}\s+(?:for|of|to|is|are|has|have|was|goes|rises|falls)"
    r"|(?:from|in|part\s+of)\s+(?:the|this|our|last\s+year[’']s)\s+(?:new\s+|last\s+|previous\s+|old\s+)?(?:plan|programme|strategy))\b",
    re.IGNORECASE,
)
_TO_THE_LIST = re.compile(
    rf"\s+(?:(?:to|from|as|among|in)\s+)?(?:(?:the|our|a|an|this|these)\s+)?(?:[\w-]+\s+)?(?:and\s+)?(?:{_LISTED})\b", re.IGNORECASE
)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1, "final": -1}
_ORDINAL = re.compile(rf"\bthe\s+({'|'.join(_ORDINALS)})\s+{_LISTED}\b", re.IGNORECASE)
_LABEL = re.compile(rf"\b(?:{_LISTED})\s+(?P<number>(?-i:{CODE}))(?![\w%])(?!\s*(?:per\s?cent|million))", re.IGNORECASE)


def ops_of(text: str) -> frozenset[Op]:
    """All that a text says was done.

    >>> sorted(ops_of("The two actions were merged, and the number was raised"))
    ['merged', 'raised']
    """
    done: set[Op] = set()
    for match in _DONE.finditer(text):
        done.update(op for op in DONE if match[op])
        if (match["added"] or match["removed"]) and _TO_SOMETHING.match(text, match.end()):  # "Lorries were added to the switch …"
            done.add("reworded")
    return frozenset(done | {op for op, pattern in _CUES if pattern.search(text)})


def first_cue(text: str) -> re.Match[str] | None:
    """The first words that say that something was done."""
    found = [match for pattern in (_DONE, *(pattern for _, pattern in _CUES)) if (match := pattern.search(text))]
    return min(found, key=lambda match: match.start(), default=None)


def is_said(text: str) -> bool:
    """Whether a sentence says that something was done; what somebody will do explains nothing."""
    lower = text.lower()
    if not any(hint in lower for hint in HINTS):
        return False
    cue = first_cue(text)
    return cue is not None and not re.search(r"\b(?:will|shall)\b", text[: cue.start()])


def is_of_the_list(text: str) -> bool:
    """Whether what was done was done to milestones, measures or numbers: "… has been added to the milestones", "The measure now counts …"."""
    cues = [match for pattern in (_DONE, *(pattern for _, pattern in _CUES)) for match in pattern.finditer(text)]
    return any(_LIST_NOUN.search(text[: cue.end() + 1]) or _TO_THE_LIST.match(text[cue.end() :]) for cue in cues)


def ordinal_in(text: str) -> int | None:
    """Which milestone of a section is named by its place: "the first milestone" 0, "the last" -1."""
    match = _ORDINAL.search(text)
    return _ORDINALS[match[1].lower()] if match else None


def labels_in(text: str) -> frozenset[str]:
    """The printed numbers of the milestones named: "Policy T4", "Action 2.1"."""
    return frozenset(match["number"] for match in _LABEL.finditer(text))
