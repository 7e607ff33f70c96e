"""The words around a number by which it is aimed at: verbs of doing before it, what holds it, a way that is a noun behind it."""

from __future__ import annotations

import re

COUNTED = re.compile(
    r"\b(?:recruit|appoint|hire|train|fund|open|build|plant|provide|deploy|create|invest|spend|allocate|award|publish|hold|visit|install|purchase)"
    r"(?:ing|s)?\b(?:\s+(?:up\s+to|at\s+least|a\s+further|an?\s+additional|another|over|more\s+than|around|between|some))?\s*$",
    re.IGNORECASE,
)
"""A sum or a count is aimed at straight behind a verb of doing, whatever it counts."""

GETS = re.compile(
    r"(?:^\W*|\b(?:will|shall|to|and|or)\s+|[,;:.]\s+)(?:raise|find|give|collect|lend|pay|earn|attract|secure|commit|grant|offer|bring\s+in|set\s+aside|make\s+available|put)"
    r"(?:\s+(?:up\s+to|at\s+least|a\s+further|another|over|more\s+than|around|some))?\s*$",
    re.IGNORECASE,
)
"""A sum too: to raise £400,000 is to have it, not to make it more."""

MADE_OF = re.compile(
    r"\b(?:recruit|appoint|hire|train|fund|build|create|set\s+up|establish|form|support|run|offer|introduc|launch|provid|procur|operat|deploy|maintain|keep)"
    r"(?:e|es|ing|s)?\s+(?P<what>an?\s[^,;.:()]{1,60}?)\s+of\s+(?:(?:up\s+to|at\s+least)\s+)?$",
    re.IGNORECASE,
)
"""A body and its number: "Recruit a harbour patrol of 12 officers"."""

HOLDS = re.compile(
    r"\b(?:build|open|construct|provid|complet|install|buy|creat|establish|set\s+up|design|secur)"
    r"(?:e|es|ing|s)?\s+(?P<what>an?\s[^,;.:()]{1,60}?)\s+with\s+(?:(?:room|space|places|beds)\s+for\s+)?(?:(?:up\s+to|at\s+least|over|more\s+than|about)\s+)?$",
    re.IGNORECASE,
)
"""A place and what it holds: "Open a hostel with 40 beds"; not those it is made with, "with two councils"."""

NOUN_OF_WAY = re.compile(
    r"\s+(?:(?P<up>increase|rise|growth|improvement|uplift)|(?:fall|drop|reduction|decrease|decline|cut|saving))\s+(?:in|on)\s+(?=[a-z])",
    re.IGNORECASE,
)
"""A way that is a noun behind its number: "a 20 per cent fall in …"."""

EVERY = re.compile(r"\s*(?:each|every)\s+[a-z]+\s*", re.IGNORECASE)  # how often, not what

IN_SO_MANY = re.compile(r"\s(?:in|out\s+of)\s")

LEVEL_OF = re.compile(
    r"\ban?\s+(?P<what>[^.;,]{0,60}?\b(?:times?|scores?|rates?|ratio|average|speed|wait|level|rating))\s+of\s+(?:(?:at\s+(?:least|most)|under|over|below)\s+)?$",
    re.IGNORECASE,
)

AND_ALSO = re.compile(r"(?:\s+[^\s,;:.]+){1,6}\s+and\s+", re.IGNORECASE)  # "120 hectares of heath and 30 km of hedge"

WORDS_ONLY = re.compile(
    r"\b(?:(?:our|the|its|their)\s+)?(?P<which>lowest|highest|best|fewest)(?:[\s-]+ever\b|(?:\s+[\w-]+){0,3}?\s+(?:for|in|since)\s+"
    r"(?:(?:over|more\s+than|at\s+least)\s+)?(?:a\s+(?:decade|generation)|[\w-]+\s+(?:years|decades)|20\d\d|19\d\d)\b)",
    re.IGNORECASE,
)

ADJECTIVE = re.compile(r"[\s-](?:hour|day|week|month|year|minute|mile|metre|page|point|stage|person|bed)\b(?!\s+of\b)", re.IGNORECASE)
"""What makes a number part of a name: "24 hour cover", "a three-year plan"."""

QUALIFIES = re.compile(r"(?:for|of|among|in|from|on|by|at|a|the|per|20\d\d)\b", re.IGNORECASE)

AT_LEVEL = re.compile(
    r"\b(?:number|level|rate|total|size|cost|price|average)s?\b[^.;,]*\bat\s+$", re.IGNORECASE
)  # "Hold the number of … at 40"

MORE_OF = re.compile(r"\s+(more|additional|extra|fewer|less)\b(?!\s+than)", re.IGNORECASE)

FIRST_VERB = re.compile(
    r"^(?:(?:we|I)\s+(?:will|shall)\s+)?(?:(?:bring|take)(?:ing)?\s+(?:in|on)\b|\S+(?:\s+(?:out|off|together|up(?!\s+to))\b)?)",
    re.IGNORECASE,
)
