"""By when, and of whom: the deadline and the addressee of a statement, as written."""

from __future__ import annotations

import re

from plantext.find.statements.speakers import OFFICES

_YEAR = r"(?:20\d\d\s*[-–—/]\s*(?:20)?\d\d|20\d\d)"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SEASON = rf"(?:{_MONTH}|spring|summer|autumn|winter|Easter|Christmas)"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four)"
_PERIOD = r"(?:clear\s+)?(?:working\s+|calendar\s+)?(?:days?|weeks?|months?|years?)"
_PAPER = r"(?:(?!(?:we|i|you|it|they|he|she|that|which|who|should|must|will|would|is|are|to)\b)[\w'’&-]+\s+){0,5}?(?:plans?|strategy|report|version|edition|iteration|draft|refresh|review|budget|update)\b"

DUES: tuple[tuple[str, str], ...] = (
    (
        "so long before a stage",
        (
            rf"\b(?:at least|(?:no|not) (?:less|later|fewer) than|a minimum of)\s+{_NUMBER}\s+{_PERIOD}\s+(?:before|prior to|ahead of"
            rf"|in advance of)\s+(?:(?:the|a|an|any|each|every|its|our|their)\s+)?(?:[\w'’-]+\s+){{0,3}}?(?:meetings?|publication"
            rf"|hearings?"
            rf"|session|deadline|start|end|vote|decision|adoption|launch|election|consultation)\b"
        ),
    ),
    ("clear days", rf"\b{_NUMBER}\s+(?:clear\s+working|clear|working)\s+days\b(?!\s+of\b)"),
    (
        "a plan of a named year",
        rf"\b(?:in|for|into|within|to|through)\s+(?:the|your|its|any)\s+{_YEAR}\s+{_PAPER}(?:\s+of\s+(?:the|your)\s+{_PAPER})?",
    ),
    (
        "an edition named by its year",
        (
            rf"\b(?:(?:in|for|into|within|to)\s+)?(?:the|your|its|any)\s+(?:\w+\s+)?(?:edition|version|iteration|refresh)\s+(?:for"
            rf"|of)\s+{_YEAR}"
        ),
    ),
    (
        "a plan to come",
        (
            rf"\b(?:in|for|into|within|of|to)\s+(?:the\s+|your\s+|its\s+|any\s+)?(?:next\s+year['’]s|next|following|forthcoming"
            rf"|subsequent|future|final|revised|updated|coming\s+year['’]s)\s+{_PAPER}(?:\s+of\s+(?:the|your)\s+{_PAPER})?"
        ),
    ),
    (
        "before a stage",
        (
            rf"\b(?:before|prior to|ahead of)\s+the\s+(?:end|start|beginning|close)\s+of\s+(?:{_YEAR}|{_SEASON}(?:\s+20\d\d)?"
            r"|(?:the|this|next)\s+(?:[\w'’-]+\s+){0,2}?(?:year|quarter|month|term))"
            r"|(?<!day )(?<!days )(?<!hours )(?<!weeks )\b(?:before|prior to|ahead of|in time for|in advance of)\s+(?:the\s+|its\s+"
            r"|your\s+|any\s+"
            r"|each\s+)?(?:[\w'’-]+\s+){0,5}?(?:published|publication|finalised|finalized|adopted|adoption|approved|approval|issued"
            r"|signed|meetings?|financial year|year|launch|election|start|end)\b"
        ),
    ),
    (
        "before somebody acts",
        (
            r"\b(?:before|until)\s+(?:[\w'’-]+\s+){1,6}?(?:considers?|meets?|votes?|decides?|approves?|adopts?|publish(?:es)?|issues?"
            r"|sets|begins?"
            r"|starts?|opens?|closes?)\b(?:\s+(?:this|the|its|their|your)\s+[\w-]+)?"
        ),
    ),
    ("within a unit", r"\bwithin\s+(?:a|the|one|this)\s+(?:year|month|fortnight|week|quarter|term)\b"),
    ("at once", r"\b(?:with immediate effect|as soon as possible|without delay)\b"),
    (
        "by a date",
        (
            rf"\b(?:(?:by|before|until|no later than|not later than|on|from)\s+)(?:the\s+(?=spring|summer|autumn|winter))?(?:the\s+(?:end"
            rf"|start|beginning"
            rf"|close)\s+of\s+)?(?:(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+20\d\d)?|(?:early|mid"
            rf"|late)?[- ]?{_SEASON}(?:\s+20\d\d)?|{_YEAR}|(?:the\s+)?(?:half[ -]|calendar\s+|financial\s+|municipal\s+|this\s+"
            rf"|next\s+)*(?:year|month|quarter|term)\b)"
        ),
    ),
    (
        "by a year's end",
        (
            r"\bby\s+(?:the\s+)?(?:end|start|beginning|close)\s+of\s+[\w /–-]{3,25}?(?:year|quarter|month|week|term"
            r"|20\d\d(?:[-–/]\d\d)?)\b"
        ),
    ),
    (
        "within a time",
        (
            rf"(?<!for )\b(?:within|in|after|over the next|in the next|not more than"
            rf"|at least)\s+(?:the\s+next\s+)?{_NUMBER}\s+{_PERIOD}\b(?!['’]?\s+of\s+(?:being|an?|each|every|any)\b)(?!['’]\s+(?!time\b))(?:['’])?(?:\s+time)?(?:\s+(?:of|from"
            rf"|after)\s+(?:the\s+)?(?:[\w'’-]+\s+){{0,3}}?(?:publication|receipt|meeting|date|report|year"
            rf"|notice)(?:\s+of\s+this\s+report)?)?"
        ),
    ),
    (
        "a meeting to come",
        (
            r"\b(?:at|to|for)\s+(?:its|the|our|their|a)\s+(?:next|following|future|\w+\s+20\d\d|January|February|March|April|May"
            r"|June|July|September|October|November|December)\s+(?:[\w'’-]+\s+){0,2}?meetings?(?:\s+(?:of"
            r"|in)\s+(?:the\s+)?[A-Z][\w'’]+)?"
            rf"|\b(?:at|to|for|by|before)\s+(?:its|our|their|the)\s+(?:(?:[\w'’-]+\s+){{0,2}}?{_MONTH}\s+meeting|(?:\w+\s+)?(?:meeting|conference|reunion|session)"
            rf"\s+(?:in|on|of)\s+(?:\d{{1,2}}\s+)?{_MONTH})\b"
        ),
    ),
    (
        "a season",
        (
            rf"\bin\s+(?:early\s+|mid-?|late\s+)?(?:the\s+)?{_SEASON}\s+20\d\d\b|\b(?:next|this coming|later this)\s+{_SEASON}\b"
            r"|(?<!in )(?<!the )\bnext\s+(?:year|month|week|quarter)\b(?!['’])"
            rf"|\bin\s+(?:the\s+)?(?:new year|coming year"
            rf"|next financial year|next year)\b"
        ),
    ),
)
"""Forms of a deadline, in order; the first that matches is taken, in the document's own words."""

_TO_COME = re.compile(
    r"(?:^\W*(?:could|can|will|would)\b|\b(?:to|will|would|should|must|shall|be)\s+(?!the\b|an?\b)[a-z]+)(?:\s+(?!(?:why|how|what|when|which|who|was|were|had"
    r"|did)\b)[^\s.;]+){0,30}?"
    rf"\s+(?P<due>(?:in|by|during|over)\s+(?:the\s+)?(?:early\s+|late\s+)?(?!may\b){_SEASON})\b(?!\s+(?:of\s+)?(?:20\d\d|survey|meeting))",
    re.IGNORECASE,
)
"""A season without its year is a deadline after what is still to be done; "why calls fell in the autumn" has none."""

_DUES = tuple(re.compile(pattern, re.IGNORECASE) for _, pattern in DUES)

_ASKED = re.compile(
    r"\b(?:ask|asks|asked|request|requests|requested|urge|urges|urged|invite|invites|invited|encourage|encourages|encouraged"
    r"|recommends?|recommended|wish|wishes|wished|want|wants|wanted|like|expects?"
    r"|calls?\s+(?:up)?on|called\s+(?:up)?on|advises?|hopes?|see|suggests?|suggested|proposed?|proposes)\s+(?:that\s+|if\s+"
    r"|whether\s+|for\s+)?(?P<who>(?:you|(?:the\s+|its\s+|each\s+|every\s+|all\s+)?(?:[\w'’&,()-]+\s+){0,9}?[\w'’&()-]+))"
    r"\s+(?:to\s+(?!be\b|the\b)\w|should|could|would|can|might|must|may|will\s|ensures?|provides?|publish(?:es)?|develops?"
    r"|includes?|considers?|reviews?|sets?|works?|makes?|takes?|produces?|agrees?|continues?|reports?|be\s+asked|explains?)",
)
_DOES = re.compile(
    r"^(?:\W*(?:that|and|to facilitate this,?|in addition,?"
    r"|therefore,?)\s+)?(?P<who>(?:[\w'’&()/-]+,?\s+){0,24}?[\w'’&()/-]+),?\s+(?:should|must|ought to|needs? to|(?:is"
    r"|are)\s+(?:asked|requested|invited|urged|recommended|encouraged)\s+to|may\s+wish\s+to"
    r"|might\s+wish\s+to)\b(?!\s+(?:also\s+)?(?:be\s+\w+ed|be\s+(?:set|given|made|put|shown))\b)"
)
_BE_ASKED = re.compile(
    r"^(?:\W*that\s+)?(?P<who>(?:the\s+)?[\w'’& ]{2,60}?)\s+be\s+(?:requested|asked|invited|urged|recommended|encouraged)\b", re.IGNORECASE
)
_NOBODY = re.compile(
    r"^(?:it|this|these|those|they|there|he|she|we|that|which|the plans?|targets?|more)\b|\b(?:plan|strategy|targets?"
    r"|measures?|report|document|section|chapter|draft|milestones?|objectives?|version|edition|work|emphasis|focus"
    r"|information|data|approach|programme|review|priorit(?:y|ies)|detail|details|systems?|platforms?|options|outcome|output"
    r"|figures|policy|process|action|forum|training|funding|budget)$",
    re.IGNORECASE,
)
_MANY = re.compile(
    rf"(?!(?:{OFFICES}|boards|panels|committees|councils|trusts|bodies|partners|providers|partnerships|leaders|regulators|authorities|members|agencies|schools|services)$)[A-Za-z][a-z]+(?:s|children|people)|People|Children",
    re.IGNORECASE,
)
"""A plural noun that only its place at the head of a sentence gives a capital: "Buses should run"."""
_LEAD = re.compile(
    (
        r"^(?:as noted above|in addition|furthermore|moreover|to facilitate this|for example|in particular|in future|also"
        r"|therefore|however|that)\b,?\s*|^(?:by|within|before|from|at|no later than)\s[^,]{2,40},\s*"
    ),
    re.IGNORECASE,
)


_SPAN = re.compile(rf"(?:in|over|after)\s+{_NUMBER}\s+", re.IGNORECASE)
_GONE_BY = re.compile(
    r"\b(?:has|have|had|was|were|fell|rose|grew|dropped|halved|doubled|trebled)\b(?:(?!\b(?:to [a-z]|should|must|will|would|be|wants?|asks?)\b)[^,;])*$",
    re.IGNORECASE,
)
"""A span of time gone by is no deadline: "has halved in six years"."""


def find_due(text: str) -> str | None:
    """The deadline in `text`, in its own words.

    >>> find_due("We ask for a map in the 2031-32 Transport Plan."), find_due("We ask for a map.")
    ('in the 2031-32 Transport Plan', None)
    """
    for pattern in _DUES:
        match = pattern.search(text)
        if match and not (_SPAN.match(match.group()) and _GONE_BY.search(text[: match.start()])):
            return match.group().strip()
    return match.group("due") if (match := _TO_COME.search(text)) else None


def find_addressee(text: str) -> str | None:
    """Whom `text` asks, in its own words.

    >>> find_addressee("The Panel asked the Mayor to open a desk."), find_addressee("More desks are needed.")
    ('the Mayor', None)
    """
    for pattern in (_BE_ASKED, _ASKED, _DOES):
        match = pattern.search(text)
        if not match:
            continue
        who = re.sub(r"^.*\b(?:that|to see|would like|whilst|while|because|where|if)\s+", "", _LEAD.sub("", match.group("who"))).strip(" ,")
        who = re.split(r",\s+(?:including|in partnership|through|along|such as|supported|like)\b", who)[0]
        if (
            who
            and not _NOBODY.search(who)
            and not (match.start("who") == 0 and _MANY.fullmatch(who))
            and len(who.split()) <= 12
            and _is_somebody(who)
        ):
            return who
    return None


def _is_somebody(who: str) -> bool:
    """You, an office, or a name: not any noun that a verb happens to follow."""
    return bool(
        re.search(
            (
                rf"\b(?:you|(?:{OFFICES}|boards?|panels?|committees?|councils?|trusts?|bodies|partners|providers|partnerships?|leaders"
                rf"|regulators|authorit(?:y|ies)|members|police|agencies|schools|services?)(?: (?:of|for|in)\b.*| \([\w&]+\))?|(?:Mr|Mrs"
                rf"|Ms|Dr|Cllr|Councillor|Inspector|Constable) [A-Z]\w+)$"
            ),
            who,
            re.IGNORECASE,
        )
        or re.search(r"(?:^|\s)[A-Z][\w&]+$", re.sub(r"^(?:The|A|An|All|Every|Each|Any|More|Some|Targets?|Members)\b\s*", "", who))
    )
