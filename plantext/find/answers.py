"""What those who answer to a body promise and say."""

from __future__ import annotations

from plantext.find.cues import compiled

UNDERTAKES = compiled(
    r"(?:{office}|{paper}|forces?|team)(?: \([\w ]+\))?(?:_(?:had|has|have|is|are|was|were|would be|will be))?_(?:agree[sd]?"
    r"|agreed|will|would|shall|intend(?:s|ed|ing)?|undertook|undertakes?|undertaken|commit(?:s|ted|ting)?|promise[sd]?"
    r"|pledge[sd]?|plan(?:s|ned|ning)? to|propos(?:es|ed|ing) to|offer(?:s|ed)? to|going to|due to|(?:is|are) to|aims? to"
    r"|seeking to)\b(?! be aware| recall| remember| know| appreciate that| see from| note| with\b)"
)
"""One who answers agrees or intends: "The Panel notes that you are intending to open a second desk"."""

PROMISES = compiled(
    r"(?:agree[sd]?(?:_to|_that)?|will|shall|intend(?:s|ed|ing)?|undertook|undertakes?|undertaken|commit(?:s|ted|ting)?"
    r"|promise[sd]?|pledge[sd]?|plan(?:s|ned|ning)?_to|propos(?:es|ed|ing)_to"
    r"|offer(?:s|ed)?_to|going_to|aims?_to|accepted_(?:the (?:recommendation|suggestion|point)|that [\w ]+ should|this)"
    r"|(?:are|is|am)_(?:fully |wholly )?committed_to|guarante(?:ed|es)|vow(?:s|ed)|{be}_minded_to|(?:gave|give|gives|given)_(?:an? "
    r"|your |his |her |the |its |their |a firm "
    r"|a clear )*(?:assurances?|undertakings?|commitments?|word|guarantees?|promises?|pledges?))\b"
    r"(?! be aware| recall| remember| know| appreciate that| see from| note\b| with\b)"
)
"""The verb of an undertaking, after a subject that answers to the body."""

SAYS = compiled(
    r"(?:note[sd]?|set out|told|tell|reaffirm(?:s|ed)|announce[sd]?|declare[sd]?|said|says?|explain(?:s|ed)?|describe[sd]?|discuss(?:es"
    r"|ed)?|mention(?:s|ed)?"
    r"|highlight(?:s|ed)?|confirm(?:s|ed)?|advise[sd]?|report(?:s|ed)?|state[sd]?|stress(?:es|ed)?"
    r"|point(?:s|ed)? out|outline[sd]?|acknowledge[sd]?|inform(?:s|ed)?|assure[sd]?|reassure[sd]?|raise[sd]?|held|holds?"
    r"|launched|spoke|referred|refers|recogni[sz]e[sd]?|clarified|believe[sd]?|think|thinks|considers?|presented|presents"
    r"|responded|answered|replied|asked|felt|indicated|suggested|emphasi[sz]ed|gave|have|has|had|are|were|is|was|welcomed"
    r"|agree[sd]?|accepts?|accepted|understands?)\b"
)
"""What one who answers says or does, for the record."""
