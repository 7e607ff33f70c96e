"""How a complement leans: a fault or a merit that is thought of, a demand in the subjunctive, a thing that is asked to be shown."""

from __future__ import annotations

import re

from plantext.find.statements.cues import Cue
from plantext.model.findings import Act

ASIDE = re.compile(
    r",\s+(?:(?:we|I|members|it)\s+(?:believe|think|feel|felt|fear|suspect|thought|seems)(?:\s+to\s+us)?|in\s+(?:our|its|their|my)\s+(?:view|opinion)),\s+",
    re.IGNORECASE,
)
"""What the speaker puts between commas: "the fees, we believe, are too high"."""

BE_DONE = re.compile(
    r"(?:(?!(?:to|will|would|can|could|may|might|shall)\s)[\w'’&-]+\s+){1,8}?be\s+(?:\w+ly\s+)?[a-z]+(?:ed|en|t|n|de|ld)\b", re.IGNORECASE
)
"""The subjunctive of a demand: "advised that fees be reviewed"."""

ILL = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had)(?:\s+not|n['’]t)\b|\b(?:cannot|too \w+|un(?:convincing|ambitious|fair|clear|helpful"
    r"|acceptable|satisfactory|balanced|realistic|workable|even))\b"
    r"|\b(?:could|might|may|would|will)\s+(?:\w+ly\s+)?(?:lead to|mean|result in|deter|discourage|undermine|mislead|confuse|harm|damage"
    r"|weaken|worsen|suffer|exclude|disadvantage|put\b.{1,40}\bat risk|leave\b|be (?:lost|missed|misread|misunderstood|difficult|hard)"
    r"|fall|fail)"
    r"|\b(?:little|nothing)\s+(?:about|on)\b|\b(?:would|will|could|may)\s+(?:\w+ly\s+)?(?:hit|hurt)\b|\b(?:how (?:few|little|poor\w*"
    r"|slow\w*|badly|late)|at risk|at the expense of|not enough|inadequate|insufficient|unsatisfactory|misleading|confusing|disappointing"
    r"|premature)\b"
    r"|\b(?:be|been|is|are|was|were)\s+(?:\w+\s+)?dis(?:courteous|respectful|honest|proportionate|organised|orderly|graceful|ingenuous)\b",
    re.IGNORECASE,
)
"""What is thought ill of: faults, and what may come of them."""

WELL = Cue(
    r"(?:(?:{be}|as|find|finds|found|by|saw|seen)_|^)(?:a|an|the|its|their|your)?_?(?:\w+ly_|much_|far_)?(?:(?!clear){good}|commitment|dedication"
    r"|quality|professionalism|enthusiasm|skill|care|warmth|energy"
    r"|kindness|expertise|improvement|(?:clearer|better|stronger|fuller|fairer|simpler|easier|sharper|more \w+)_than)\b"
)
"""What is thought well of."""

_OBJECT = r"^(?:the|this|that|its|their|his|her|your|our|some|many|most|it|them|these|those)_(?:[\w'’-]+_){0,12}?(?:very_|rather_|somewhat_|a_little_|so_|quite_)*"
ILL_OBJECT = Cue(
    rf"{_OBJECT}(?:too_\w+|{{ill}}|thin|weak|vague|poor|slow|patchy|lacking|wanting|limited|confusing|misleading|disappointing|frustrating"
    r"|un(?!it\b|its\b|til|der|ion|iversit)\w{4,}|in(?:adequate|accurate|accessible|appropriate|complete|consistent|effective|flexible|sufficient))[.;]?$"
)
"""What is thought is a thing and its fault, without a verb: "thought the chapter thin"."""
WELL_OBJECT = Cue(rf"{_OBJECT}(?:{{good}}|{{fine}}|successful|convincing|encouraging)[.;]?$")

HEARS = re.compile(r"\s*(?:to\s+(?:hear|learn|note|see|receive|read)|(?:that|by|of|with|at)\b)", re.IGNORECASE)

_SHOWN = re.compile(
    r"\s*(?:to\s+see|for\s+sight\s+of|to\s+be\s+shown)\s+(?!more\b|greater\b|better\b|clear)(?:[\w'’-]+\s+){1,7}?[\w'’-]+[.;]?\s*$",
    re.IGNORECASE,
)
"""A thing already there is asked for: "asked to see the drought plan"."""

_DOUBTED = re.compile(r"\bchalleng(?:es?|ed)$", re.IGNORECASE)

LEANS: tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str], Act], ...] = (
    ("asks", None, _SHOWN, "information"),
    ("imperative", None, re.compile(r"(?:stop|do not|don['’]t|let)\b", re.IGNORECASE), "request"),
    ("wonders", None, re.compile(r"\s*(?:if|whether|about)\b.{1,80}?\b(?:might|could|may|would)\b"), "suggestion"),
    ("asks", _DOUBTED, re.compile(r"(?!.*\bto\s+[a-z])"), "concern"),  # "challenged the assumption that it would clear"
    (
        "queries",  # "queried the absence of a baseline": no answer is looked for
        None,
        re.compile(
            r"\s*(?:the |a |any )?(?:\w+ )?(?:absence|lack|omission|realism|wisdom|adequacy|accuracy|fairness|logic|justification)\b"
        ),
        "concern",
    ),
    (
        "queries",  # "questioned whether the rise was affordable": a doubt in the form of a question
        None,
        re.compile(
            r"\s*whether\b.{1,90}?\b(?:be|is|are|was|were)\s+(?:\w+ly\s+)?(?:justified|justifiable|right|realistic|sensible|necessary"
            r"|appropriate|enough|sufficient|adequate|achievable|affordable|fair|wise|credible|proportionate|reasonable|sustainable|effective"
            r"|value for money|ambitious)\b",
            re.IGNORECASE,
        ),
        "concern",
    ),
    (
        "notes",  # "heard of long delays"
        re.compile(r"\b(?:heard|saw)$", re.IGNORECASE),
        re.compile(
            r"\s*(?:of |about )?(?:\w+ ){0,3}?(?:complaints|criticism|delays|errors|mistakes|gaps|failings|failures|shortages|weaknesses|difficulties)\b",
            re.IGNORECASE,
        ),
        "concern",
    ),
    (
        "notes",  # "accepted the point and has committed to a review"
        re.compile(r"\baccepted$", re.IGNORECASE),
        re.compile(r".*\band\s+(?:(?:has|have)\s+)?(?:committed|agreed|undertaken|undertook|promised)\b", re.IGNORECASE),
        "undertaking",
    ),
    (
        "notes",  # "has accepted our findings and will pay"
        re.compile(r"\b(?:has|have)\s+(?:\w+\s+)?accepted$", re.IGNORECASE),
        re.compile(
            r".*\band\s+(?:will|has agreed to|intends? to)\b|\s*(?:(?:all|each|most|both) (?:of )?)?(?:our|the|these|this) (?:\w+ )?recommendations?\b"
        ),
        "undertaking",
    ),
    (
        "is_struck",  # "struck by how well they knew it"
        None,
        re.compile(
            r"\s*how\s+(?:\w+ly\s+)?(?:well|quick|kind|clean|clear|good|careful|thorough|helpful|friendly|prompt|tidy)\w*\b", re.IGNORECASE
        ),
        "praise",
    ),
    (
        "is_struck",  # "struck by the gap between the two"
        None,
        re.compile(
            r"\s*(?:the |a |an )?(?:\w+ )?(?:gap|lack|absence|shortage|delay|disparity|decline|scale|extent|lateness|slowness)\b",
            re.IGNORECASE,
        ),
        "concern",
    ),
)
"""Where what follows decides the act: the rule of the verb, a form of the verb, what follows it, and the act."""

OFFERED = re.compile(
    r"(?:why not|might|may|would it be (?:possible|worth|better)|ha(?:s|ve) (?:\w+ ){1,4}?(?:thought (?:of|about)|considered))\b|.*\b(?:perhaps|possibly)\b",
    re.IGNORECASE,
)
"""A question that offers: "Might the kiosk open on Sundays?"."""

_DENIED = re.compile(r"\b(?:not|no|less|un\w+)\b")


def thought_act(text: str) -> Act | None:
    """The act of what is thought of a thing: a concern for a fault, praise for a merit.

    >>> thought_act("the chapter on drains thin"), thought_act("the pilot successful"), thought_act("the pier is long")
    ('concern', 'praise', None)
    """
    if ILL.search(text) or ILL_OBJECT.search(text):
        return "concern"
    return "praise" if (WELL.search(text) or WELL_OBJECT.search(text)) and not _DENIED.search(text) else None
