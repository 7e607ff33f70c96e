"""What those who answer to a body promise and say."""

from __future__ import annotations

import re

from plantext.find.statements.cues import Cue
from plantext.find.statements.speakers import OFFICES, speaker

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
    r"|point(?:s|ed)? out|outline[sd]?|acknowledge[sd]?|inform(?:s|ed)?|assure[sd]?|reassure[sd]?|raise[sd]?|(?:written|wrote)_to_(?:say|confirm|tell|assure|inform)|held|holds?"
    r"|launched|spoke|referred|refers|recogni[sz]e[sd]?|clarified|believe[sd]?|think|thinks|considers?|presented|presents"
    r"|responded|answered|replied|asked|felt|indicated|suggested|emphasi[sz]ed|gave|have|has|had|are|were|is|was|welcomed"
    r"|agree[sd]?|accepts?|accepted|understands?|(?:draws|drew|drawn)_(?:our|its|the_\w+['’]s|their|members['’])_attention|attribut(?:es|ed)|blame[sd]|argue[sd]|claim(?:s|ed)|maintain(?:s|ed)|(?:do|does|did)_not_(?:accept|agree|believe|think|consider|share|recall|see|feel|wish"
    r"|intend|anticipate|expect|dispute))\b"
)
"""What one who answers says or does, for the record."""

TELLS = re.compile(
    r"(?:state|confirm|affirm|reaffirm|announc|declar|repeat|advis|assur|reassur|said|say|explain|report|indicat|told"
    r"|tell|inform|respon|repl|written|wrote)",
    re.IGNORECASE,
)
"""The verbs among them that tell what one will do."""

REPLIES = Cue(
    r"(?:replied|responded|answered|confirmed|explained|advised|stated|said|told|reported|clarified|assured|reassured|informed|agreed"
    r"|acknowledged"
    r"|gave|thought|believed|felt|replies|responds|answers|confirms|explains|advises|says|noted|outlined|pointed out|indicated|accepted"
    r"|referred)\b"
)
"""The verb of an answer."""

_PLEDGES = re.compile(
    r"(?:undertook|undertakes|pledge[ds]|promise[ds]|guaranteed)\s+(?:us\s+|me\s+|members\s+)?(?:to|that|a|an)\b", re.IGNORECASE
)
YOU = re.compile(
    r"^(?:however,? |also,? |in addition,? )?(?:you (?:\w+ly )?(?:have|had|are|were|\w+ed|set|gave|held|met|spoke)"
    r"|your (?:\w+ )?(?:office|officers?|staff|team|department|deputy|colleagues) (?:\w+ly )?(?:is|are|was|were|has|have|had))\b",
    re.IGNORECASE,
)
"""What the reader of a letter did or does."""
_OWN_PART = re.compile(r"\s+(?:also\s+)?(?:be\s+)?(?:writ|ask|circulat|publish|forward|copy|send|shar|report back|ensur\w+ that the)\w*\b")
AND_PROMISED = re.compile(r"\band\s+(?:also\s+|has\s+|have\s+)?(?:undertook|agreed to|committed to|promised|will|intends? to|offered to)\b")
INTENDS = re.compile(
    r"^\s*(?:his|her|its|their|your|the)\s+(?:\w+\s+)?(?:intention|plans?|commitment|willingness|readiness|promise|pledge"
    r"|undertaking)\s+(?:to|that)\b"
)
TOLD_US = re.compile(r"\b(?:told us|tells? us|(?:has|have) (?:\w+ )?(?:said|stated|indicated|confirmed|reported))$")
_I = re.compile(r"\bI(?:\s+(?:have|am|also|therefore|fully))*\s*$")
_AUTHOR = re.compile(
    r"\b(?:we|it|they|panel|committee|members?|councillors?|group|(?:be|been|being|is|are|was|were)(?: \w+ly)?)\s*$", re.IGNORECASE
)
OWN_WILL = re.compile(
    r"\s*(?:that\s+)?(?:it|they|he|she)\s+(?:\w+ly\s+|now\s+)?(?:will|shall|intends?|plans? to|proposes?|(?:is|are) going to|ha(?:s|ve) agreed to)\b"
)
"""One who is no part of the body says what it will do itself: "told us that it will reopen the desk"."""
TO_US = re.compile(rf"\s*(?:us|members|the \w+)?{OWN_WILL.pattern}")
WOULD = re.compile(
    r"\bthat\b.{3,80}?\b(?:would|will)\b(?! (?:be (?:difficult|hard|costly|delayed|deferred|postponed|late|affected|needed|required)|cost"
    r"|need|require|depend|mean|end|expire|cease|lapse|rise|fall|retire|take place|meet))"
)

PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Inspector|Sergeant|Superintendent|Captain|Colonel)\.?\s+(?:[A-Z][\w'’-]+\s+){1,3}"
    r"(?:\w+ly\s+|also\s+|then\s+|has\s+|had\s+)*$"
)
"""One with a title before the name, who may sit on the body or answer to it: what is promised tells."""
DEED = re.compile(
    rf"^\s*(?:us\s+|members\s+)?(?:that\s+)?(?:(?:(?:the|his|her|its|their|our)\s+)?(?:[\w'’-]+\s+){{0,3}}?(?:he|she|they|{OFFICES})(?:\s+team|\s+itself)?"
    r"\s+(?:would|will)\s+(?:(?:in\s+future|now|also|soon|shortly|\w+ly)\s+)*(?!be\b|not\b|never\b|have\b|need\b|like\b|cost\b|take\b|mean\b|depend\b)[a-z]+"
    r"|.{3,80}?\b(?:would|will)\s+(?:(?:in\s+future|now|also|soon|shortly|always|\w+ly)\s+)*be\s+(?:\w+ly\s+)?(?:provided|offered|supplied|given|sent|published|shared|reviewed"
    r"|introduced|extended|recruited|appointed|trained|installed|repaired|replaced|(?:re-?)?opened|restored|strengthened|improved|rolled out"
    r"|set up|established|launched|completed|added|included|amended|updated|revised|reported|brought|carried out|held|monitored|checked"
    r"|consulted|invited|contacted|informed|made available|put|addressed|staffed|funded|tested|issued|circulated|displayed|used|written)\b)",
    re.IGNORECASE,
)
"""A deed to come: "that the Trust would share its rota", "that exit interviews would be offered"; "would be felt by the poorest" is none."""

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
_OFFICE_FIRST = re.compile(
    rf"^(?:(?:the|our|your|its)\s+)?(?:[\w'’]+\s+){{0,3}}?(?:{OFFICES})\s+[^,;]{{3,80}}\s+and(?:\s+\w+ly)?\s*$", re.IGNORECASE
)


def second_predicate(before: str) -> bool:
    """Whether a verb after `before` is the second predicate of one who answers.

    >>> second_predicate("The harbour manager was content with this and "), second_predicate("The pier is shut and ")
    (True, False)
    """
    return bool(_OFFICE_FIRST.match(before))


def binds(who: str, verb: str, before: str, complement: str) -> bool:
    """Whether one who is no known office promises: "I" in a letter, or whoever "undertook to" do a thing, but the body itself."""
    if who in {"body", "name"} and _I.search(before):
        return not _OWN_PART.match(complement)
    return (
        who in {"thing", "body", "name"} and bool(_PLEDGES.match(verb + complement)) and not _AUTHOR.search(before)
    )  # nor "be guaranteed to"


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
