"""Headings in the body's own voice, and what they lend to the list under them: "What we want", "Things that people did not like"."""

from __future__ import annotations

import re

from plantext.model.findings import Act

_WHO = (
    r"^\W*(?:\d+[.)]?\s*)?(?:the )?(?:things?|what|where|how)\s+(?:that\s+)?(?:we|you|they|people|members|residents|\w+s)\s+"
    r"(?:\w+ly\s+|all\s+|most\s+)*"
)
_VOICED: tuple[tuple[str, Act], ...] = (
    (r"do not|don['’]t|did not|didn['’]t|dislike|fear|worry|oppose|object|are (?:\w+ )?(?:concerned|worried|unhappy)", "concern"),
    (
        r"want|need|ask|are asking|call|are calling|would (?:like|change)|['’]d like|expect|hope|recommend|propose",
        "request",
    ),
    (r"like|love|enjoy|admire|welcome|support|value|appreciate|are (?:\w+ )?(?:pleased|proud|happy)", "praise"),
)


def voiced_act(heading: str) -> Act | None:
    """The act that a heading in the body's own voice lends to its items.

    >>> voiced_act("What we want"), voiced_act("What people did not like"), voiced_act("What the law says")
    ('request', 'concern', None)
    """
    return next((act for verbs, act in _VOICED if re.match(rf"{_WHO}(?:{verbs})", heading, re.IGNORECASE)), None)
