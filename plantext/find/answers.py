"""What those who answer to a body promise and say."""

from __future__ import annotations

import re

from plantext.find.cues import Cue
from plantext.find.speakers import speaker

UNDERTAKES = Cue(
    r"(?:{office}|{paper}|forces?|team)(?: \([\w ]+\))?(?:_(?:had|has|have|is|are|was|were|would be|will be))?_(?:agree[sd]?"
    r"|agreed|will|would|shall|intend(?:s|ed|ing)?|undertook|undertakes?|undertaken|commit(?:s|ted|ting)?|promise[sd]?"
    r"|pledge[sd]?|plan(?:s|ned|ning)? to|propos(?:es|ed|ing) to|offer(?:s|ed)? to|going to|due to|(?:is|are) to|aims? to"
    r"|seeking to)\b(?! be aware| recall| remember| know| appreciate that| see from| note| with\b)"
)
"""One who answers agrees or intends: "The Panel notes that you are intending to open a second desk"."""

PROMISES = Cue(
    r"(?:agree[sd]?(?:_to|_that)?|will|shall|intend(?:s|ed|ing)?|undertook|undertakes?|undertaken|commit(?:s|ted|ting)?"
    r"|promise[sd]?|pledge[sd]?|plan(?:s|ned|ning)?_to|propos(?:es|ed|ing)_to"
    r"|offer(?:s|ed)?_to|going_to|aims?_to|accepted_(?:the (?:recommendation|suggestion|point)|that [\w ]+ should|this)"
    r"|(?:are|is|am)_(?:fully |wholly )?committed_to|guarante(?:ed|es)|vow(?:s|ed)|{be}_minded_to|(?:gave|give|gives|given)_(?:an? "
    r"|your |his |her |the |its |their |a firm "
    r"|a clear )*(?:assurances?|undertakings?|commitments?|word|guarantees?|promises?|pledges?))\b"
    r"(?! be aware| need\b| have to\b| recall| remember| know| appreciate that| see from| note\b| with\b)"
)
"""The verb of an undertaking, after a subject that answers to the body."""

SAYS = Cue(
    r"(?:note[sd]?|set out|told|tell|reaffirm(?:s|ed)|announce[sd]?|declare[sd]?|said|says?|explain(?:s|ed)?|describe[sd]?|discuss(?:es"
    r"|ed)?|mention(?:s|ed)?"
    r"|highlight(?:s|ed)?|confirm(?:s|ed)?|advise[sd]?|report(?:s|ed)?|state[sd]?|stress(?:es|ed)?"
    r"|point(?:s|ed)? out|outline[sd]?|acknowledge[sd]?|inform(?:s|ed)?|assure[sd]?|reassure[sd]?|raise[sd]?|held|holds?"
    r"|launched|spoke|referred|refers|recogni[sz]e[sd]?|clarified|believe[sd]?|think|thinks|considers?|presented|presents"
    r"|responded|answered|replied|asked|felt|indicated|suggested|emphasi[sz]ed|gave|have|has|had|are|were|is|was|welcomed"
    r"|agree[sd]?|accepts?|accepted|understands?)\b"
)
"""What one who answers says or does, for the record."""

REPLIES = Cue(
    r"(?:replied|responded|answered|confirmed|explained|advised|stated|said|told|reported|clarified|assured|reassured|informed|agreed"
    r"|acknowledged"
    r"|gave|thought|believed|felt|replies|responds|answers|confirms|explains|advises|says|noted|outlined|pointed out|indicated|accepted"
    r"|referred)\b"
)
"""The verb of an answer."""

_QUESTIONS = frozenset({"queries", "wonders", "asks", "sought_passive", "question"})
_ASKS_ABOUT = re.compile(
    r"\s*(?:in writing\s+|\w+ly\s+)?(?:if|whether|how|what|when|where|why|which|who|about|to what extent|the|a|\w+ing)\b|.*\?\s*$",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(
    r"^(?:in (?:reply|response|answer)\b|(?:members|the (?:panel|committee|board)|they|he|she) (?:was|were) (?:told|advised|informed"
    r"|assured)\b"
    r"|it was (?:confirmed|explained|reported|stated|clarified|advised|noted)\b)",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:would|will|undertook to|agreed to|to)\s+(?:\w+\s+)?(?:provide|circulate|report back|write|supply|find out|send|share|bring"
    r"|check|come back)\b"
)
_OF_THE_BODY = re.compile(
    r"(?:you|we|it|they|i|(?:the|one|a|an|another|some|several|all|its|other)?\s*(?:\w+\s+)?(?:panel|committee|board|members?|councillors?|group))\b|(?:cllr|councillor)\b",
    re.IGNORECASE,
)
OPENING = 90  # letters within which the verb of an answer stands


def is_answered(rule: str, complement: str, after: str) -> bool:
    """Whether a question, read by `rule`, is answered on the spot by the sentence `after` it, as in minutes.

    A letter's "you" answers nothing: what it says is told back to the one who said it.

    >>> is_answered("asks", " whether the pier was safe.", "The Director replied that it was.")
    True
    >>> is_answered("asks", " for figures.", "He replied.")
    False
    """
    if rule not in _QUESTIONS or not _ASKS_ABOUT.match(complement) or _LATER.search(after.split(". ", maxsplit=1)[0]):
        return False
    if _PASSED_ON.match(after):
        return True
    match = REPLIES.search(after[:OPENING])
    return bool(match and not _OF_THE_BODY.match(after) and speaker(after[: match.start()]) in {"answerer", "name", "body"})
