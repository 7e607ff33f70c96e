"""Whether a table's first row heads its columns, where nothing in the source says so: by what the cells say."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 6  # words of a column's heading; a longer one is a sentence
FEWEST = 2  # cells that name a column

_NAMES = (
    "actions?|activit(?:y|ies)|commitments?|deliverables?|milestones?|tasks?|steps?|initiatives?|projects?|programmes?|objectives?"
    "|priorit(?:y|ies)|outcomes?|outputs?|aims?|goals?|themes?|strands?|pillars?|areas?|sections?|items?|names?|descriptions?|details?"
    "|targets?|measures?|measurements?|metrics?|indicators?|baselines?|actuals?|results?|performance|figures?|values?|amounts?|totals?"
    "|leads?|owners?|officers?|responsib(?:le|ility)|responsible officer|accountable|partners?|agenc(?:y|ies)|who|what|how|why|when|where"
    "|due|deadlines?|dates?|by when|timescales?|timeframes?|timing|completion|years?|periods?|quarters?|frequency|start|end"
    "|status|state|progress|rag|rating|updates?|comments?|notes?|remarks?|evidence|reasons?|rationale|changes?|resources?|budgets?|costs?"
    "|funding|recommendations?|responses?|findings?|issues?|risks?|scores?|refs?|references?|no|numbers?|pages?|sources?"
)
_NAME = re.compile(
    rf"^(?:[\w’'/&-]+\s+){{0,3}}(?:{_NAMES})(?:\s+(?:of|for|by|in|to|we|is|officer|body|date|taken)\b.*)?[.:?]?$",
    re.IGNORECASE,
)
_ASKING = re.compile(r"^(?:what|how|who|when|by when|why|where)\b", re.IGNORECASE)
_PROMISE = re.compile(r"\b(?:will|shall):?$", re.IGNORECASE)
_YEAR = re.compile(r"^(?:[\w’'-]+\s+){0,4}(?:19|20)\d\d(?:\s*[-–/]\s*(?:\d\d){1,2})?$|^Q[1-4]\b", re.IGNORECASE)


def heads_columns(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first of `rows` (the texts of their cells) names columns, most of its cells do, and no further row does so.

    >>> heads_columns([["Action", "Lead"], ["Mend the pier", "Ida Moss"]]), heads_columns([["Lead", "Ida Moss"], ["Date", "4 May"]])
    (True, False)
    """
    return len(rows) > 1 and _names_columns(rows[0]) and not any(map(_names_columns, rows[1:]))


def _names_columns(row: Sequence[str]) -> bool:
    texts = [" ".join(text.split()) for text in row if text.strip()]
    if len(texts) < FEWEST or len(set(texts)) < len(texts) or any(len(text.split()) > LONGEST for text in texts):
        return False
    names = sum(bool(_NAME.match(text) or _ASKING.match(text) or _PROMISE.search(text) or _YEAR.match(text)) for text in texts)
    return names >= FEWEST and 2 * names > len(texts)
