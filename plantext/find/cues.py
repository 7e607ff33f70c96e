"""What a rule of the grammar of acts is: the words that give an act away, and a sentence that shows the form.

In a cue `_` stands for a space that adverbs may fill ("would, therefore, like"), `{be}` for the forms of "be", and so on for `_MACROS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from plantext.find.speakers import ADVERB, OFFICES
from plantext.model.findings import Act

Sense = Act | Literal["want", "opinion"]
"""`want` is request or information, told by what is wanted; `opinion` is told by what is thought."""

_MACROS = {
    "{be}": r"(?:am|is|are|was|were|be|been|being|remains?|remained|feels?|felt|left)",
    "{more}": (
        r"(?:more|greater|further|additional|better|fuller|stronger|clearer|increased|improved|explicit|a clear|clear|a specific"
        r"|specific|significantly more|much more)"
    ),
    "{worried}": (
        r"(?:concerned|worried|at a loss|baffled|bewildered|taken aback|angry|upset|outraged|distressed|anxious|nervous|fearful|mystified"
        r"|disheartened|discouraged|unpersuaded|puzzled|perplexed|perturbed|saddened|shocked|appalled|doubtful|wary|disappointed"
        r"|dissatisfied|unhappy|surprised|troubled|uneasy|unconvinced|unclear|unsure|uncertain"
        r"|alarmed|frustrated|sceptical|skeptical"
        r"|apprehensive|dismayed|critical|unable to (?:trace|verify|reconcile|see|find|understand|judge|assess|establish|tell|identify)"
        r"|not (?:yet "
        r"|fully |wholly |entirely )?(?:convinced|satisfied|persuaded|clear|sure|reassured|assured|confident|content|happy))"
    ),
    "{worry}": (
        r"(?:concerns?|worries|disquiet|alarm|dismay|objections?|scepticism|apprehension|discontent|anger|complaints?|criticisms?"
        r"|reservations?|disappointment|doubts?|fears|unease|misgivings|regrets?|dissatisfaction|anxiety"
        r"|frustration|surprise)"
    ),
    "{candour}": (
        r"(?:frank|frankness|open|openness|candid|candour|honest|honesty|clear|clarity|thorough|thoroughness|full|detailed|constructive"
        r"|positive|hard|dedication|commitment|professionalism|efforts?|quality|excellent|care|energy|progress)\b"
    ),
    "{pleased}": (
        r"(?:pleased|delighted|impressed|encouraged|heartened|happy|glad|gratified|reassured|satisfied|supportive|content"
        r"|grateful|thankful|appreciative|in favour|complimentary"
        r"|confident)"
    ),
    "{paper}": (
        r"(?:plans?|report|document|draft|strategy|section|chapter|papers?|version|objectives?|text|narrative|foreword"
        r"|introduction|layout|appendix|annex"
        r"|table|policy|framework|budget|proposals?|programme|priorit(?:y|ies)|milestones?|targets?|measures?)"
    ),
    "{office}": rf"(?:you|he|she|they|(?:{OFFICES}))",
}


def compiled(cue: str) -> re.Pattern[str]:
    """The pattern of a cue, its macros and spaces filled in."""
    for name, words in _MACROS.items():
        cue = cue.replace(name, words)
    return re.compile(r"\b" + cue.replace("_", rf"(?:,?\s+{ADVERB}\b,?)*,?\s+"), re.IGNORECASE)


@dataclass(frozen=True)
class Rule:
    """One form. `through`: what is thought or noted decides, where it is an act itself."""

    name: str
    act: Sense
    cue: str
    form: str
    through: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled cue."""
        return compiled(self.cue)
