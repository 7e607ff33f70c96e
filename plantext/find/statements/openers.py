"""Lines that open a list, and headings: what they lend to the items below that have no subject or no verb of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plantext.find.plan.background import is_background, is_law
from plantext.find.statements.clauses import Reading
from plantext.find.statements.readings import read_sentence
from plantext.find.statements.speakers import speaker
from plantext.find.statements.voiced import voiced_act
from plantext.find.statements.wanted import wanted
from plantext.model.findings import ASKS, Act


@dataclass(frozen=True)
class Opener:
    """What a line lends to its list: an act, or only a subject.

    `firm`: an item is of this act unless it asks for something in words of its own. `formal`: items are resolved or recommended,
    in the subjunctive or imperative. `closed`: items are what a law requires, and state nothing.
    """

    act: Act | None = None
    firm: bool = False
    formal: bool = False
    closed: bool = False
    text: str = ""


LISTED: tuple[tuple[str, Act], ...] = (
    (r"concerns?|worries|weaknesses|gaps|shortcomings|risks|attention|escalat(?:e|ed|ion)|alerts?", "concern"),
    (r"suggestions?|ideas|suggested (?:changes|improvements|amendments)", "suggestion"),
    (r"questions?|queries|requests? for information|information (?:requested|required|sought)", "information"),
    (
        (
            r"strengths|good practice|achievements|commendations|what (?:works|is working) well|positives|successes|notable practice"
            r"|(?:positive|good|substantial) assurance"
        ),
        "praise",
    ),
    (r"undertakings?|commitments|assurances", "undertaking"),
    (
        (
            r"recommendations?|requests?|action points|action log|next steps|priorit(?:y|ies)|issues?|areas?(?: for (?:improvement"
            r"|development|action|consideration))?|themes?|matters?|topics?|needs|improvements|actions?|changes|amendments"
            r"|demands|asks|expectations|advice"
        ),
        "request",
    ),
    (r"comments?|views?|feedback|observations?|points?|messages|responses|suggestions and comments|findings", "note"),
)
"""What a list is said to be a list of, and the act of an item that has no cue of its own."""

_LIST = re.compile(
    (
        r"\b(?:raised|identified|included?|includes|following|as follows|made|highlighted|expressed|mentioned|were|was|are|is"
        r"|received|emerged|emerging|suggested|below|told us|said|named|cited|listed)\b"
    ),
    re.IGNORECASE,
)
RESOLVED = re.compile(
    (
        r"^\W*(?:(?:it was )?(?:unanimously |further |therefore )?resolved|agreed"
        r"|decision)\b\s*(?:\([ivx\d]+\)\s*)?[:,–—-]?\s*(?:that\b|to\b|[:–—-])?\s*[:–—-]?\s*"
    ),
    re.IGNORECASE,
)
"""The head of a resolution: "RESOLVED –", "It was resolved that"."""

SUBJUNCTIVE = re.compile(
    r"^(?:\([a-z\d]+\)\s*)?That\s+(?:(?:the|this|these|all|a|an|each|every|any|our|both)\s|[A-Z]"
    r"|(?:officers|members|councillors|partners|trustees|governors|directors|managers|staff|ministers|steps|arrangements|consideration"
    r"|funding|provision|figures|reports|targets|priority|authority|approval|support|work)\s+(?!is\b|are\b|was\b|were\b|has\b)[a-z]"
    r"|(?:(?!is\b|was\b|would\b|will\b)[\w'’-]+\s+){1,12}?be\s+\w+)"
)
"""A recommendation that stands alone: "That the harbour office review its fees"."""

TO_DO = Opener(act="request", firm=True, formal=True, text="recommended")
"""What a label lends: something is to be done."""

_BUSINESS = re.compile(
    r"\b(?:be\s+)?(?:signed|confirmed|approved|agreed|accepted)\s+as\s+(?:an?\s+)?(?:true|correct|accurate)\b", re.IGNORECASE
)
"""The business of every meeting, which states nothing: "that the minutes be signed as a correct record"."""

_NOTED = re.compile(
    (
        r"^(?:to\s+)?(?:the\s+[\w ,'’&()-]+?\s+)?(?:be\s+(?:\w+\s+)?)?(?:noted?|received?|approved?|adopted|agreed|thanked"
        r"|recorded)\b"
    ),
    re.IGNORECASE,
)
_THANKED = re.compile(r"^(?:that\s+)?(?:[\w'’&,-]+\s+){1,8}?be\s+(?:\w+ly\s+)?(?:thanked|congratulated|commended|praised)\b", re.IGNORECASE)
_BACKED = re.compile(
    (
        r"^(?:to\s+)?(?:[\w ,'’&()-]+?\s+)?(?:be\s+)?(?:support(?:ed|s)?|endorse[ds]?|welcome[ds]?|commend(?:ed|s)?"
        r"|congratulated?)\b"
    ),
    re.IGNORECASE,
)
RECOMMENDS = re.compile(
    r"^\W*(?:\d+(?:\.\d+)*[.)]?\s*)?(?:summary of\s+|list of\s+|our\s+|the\s+|key\s+|final\s+|formal\s+|draft\s+"
    r"|conclusions?\s+and\s+|findings\s+and\s+|comments\s+and\s+|[\w'’]+['’]s?\s+)*"
    r"recommend(?:ations?|s|ed)(?:\s+(?:no\.?\s*)?(?:\d+|[A-Z])(?:[.]?\d+|[a-z])?)?\s*(?:[:.–—-].*)?$",
    re.IGNORECASE,
)
"""A heading over recommendations: "Recommendations", "Recommendation 4", "4. The Panel's recommendations"."""

_BOUND = re.compile(r"\b(?:ha(?:s|ve|d) to|needs? to|(?:is|are) to)$|\b(?:must|shall|required)\b")
"""A duty: "The Mayor has to", before the list of what a law lays upon the Mayor."""

_BARE_STEM = re.compile(r"(?:that\s+)?(?:the\s+)?(?:[A-Z][\w'’&-]*\s*|(?:of|for|and|the)\s+){1,12}$")
"""Whoever is to do what the list under a recommendation says: "That the Director of Parks:"."""

_SAYS_WHO = re.compile(r"(?:that\s+|(?:The|All|Each)\s+)?[A-Z][\w'’&]*(?:\s+[\w'’&]+){0,5}\s+to\s+[a-z]")
"""An item of an action log: "Clerk to circulate the slides"."""

_HAS_AGREED = re.compile(r"\b(?:has|have)\s+(?:\w+\s+)?(?:agreed|undertaken|promised|committed itself)(?:\s+to)?$")
"""In the perfect it is another that agreed: "The Trust has agreed to:"; minutes say "Members agreed to:"."""

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|did|does|do|took|said|met|continues?"
    r"|remains?)\b"
)


def _listed(text: str) -> Act | None:
    """What kind of list a line or heading announces, by its noun nearest to the end."""
    found = [(match.end(), act) for noun, act in LISTED for match in re.finditer(rf"\b(?:{noun})\b", text, re.IGNORECASE)]
    return max(found)[1] if found else None


def heading_opener(text: str) -> Opener | None:
    """What a heading lends to the items right under it."""
    if RECOMMENDS.match(text):
        return Opener(act="request", firm=True, formal=True, text=text)
    if is_background(text):
        return None
    if re.search(r"\b(?:missing|left out|omitted)\b", text, re.IGNORECASE) and len(text.split()) <= 12:
        return Opener(act="request", firm=True, formal=True, text=text)  # "Is anything missing?"
    if voiced := voiced_act(text):
        return Opener(act=voiced, firm=voiced == "request", formal=voiced == "request", text=text)
    if (
        len(text.split()) <= 8
        and (act := _listed(text))
        and re.search(
            (
                r"\b(?:concerns?|suggestions?|suggested|recommend|requests?|raised|identified|questions?|what (?:people|residents|you"
                r"|respondents)|priorities identified|undertakings?|areas for|strengths|successes|(?:good|notable) practice|positives"
                r"|(?:positive|good) assurance|^\W*alerts?\W*$|escalat\w+|weaknesses"
                r"|(?:for|to|of) (?:the \w+['’]s )?attention|^actions?\b|action (?:points|log)|next steps|^(?:our )?advice\b)"
            ),
            text,
            re.IGNORECASE,
        )
    ):
        acting = bool(re.search(r"\bactions?\b|next steps|\badvice\b", text, re.IGNORECASE))
        return Opener(act=act, firm=acting, formal=acting, text=text)
    return None


def line_opener(text: str, *, background: bool, law: bool = False, inherited: Opener | None = None) -> Opener:
    """What a line that ends in a colon (or breaks off) lends to its list. `inherited`: the list that the line itself is an item of.

    `law`: the words ahead of the line tell what a law requires, and so do the items under "The Mayor has to:".
    """
    line = text.rstrip(" :–—-")
    if inherited and inherited.closed:
        return inherited
    if RESOLVED.match(text) and re.match(r"\W*(?:it was )?(?:\w+ )?resolved", text, re.IGNORECASE):
        return Opener(act="request", firm=True, formal=True, text=line)
    spoken = [
        reading
        for reading in read_sentence(line, carried=inherited is not None and inherited.act is None)
        if reading.spoken and reading.rule != "says"
    ]
    if re.search(r"\b(?:attention|alert\w*|escalat\w+)\b", line) and _LIST.search(line):
        return Opener(act="concern", firm=True, text=line)
    if spoken and spoken[-1].rule == "body_agreed":
        promised = bool(_HAS_AGREED.search(line))
        return Opener(act="undertaking" if promised else "request", firm=True, formal=not promised, text=f"{line} (agreed)")
    if spoken and spoken[-1].act != "note":
        last = spoken[-1]
        return Opener(act=last.act, firm=True, formal=last.act == "request" and last.rule != "is_worried", text=line)
    if inherited and inherited.formal and _BARE_STEM.match(line):
        return Opener(act="request", firm=True, formal=True, text=line)
    if is_law(line) or ((background or law) and _BOUND.search(line)):
        return Opener(closed=True)
    if (act := _listed(line)) and _LIST.search(line):
        return Opener(act=act, text=line)
    demand = read_sentence(f"{line} do so")
    if demand and demand[-1].act != "note":
        return Opener(act=demand[-1].act, firm=True, formal=True, text=line)
    if inherited and inherited.act:
        return inherited
    if spoken or re.search(r"\b(?:that|felt|considered|commented|noted|said|told us)$", line):
        return Opener(act="note", text=line)
    return Opener(text=line) if len(line.split()) <= 9 and speaker(f"{line} ") == "body" else Opener(closed=background)


def resolution(text: str) -> Act:
    """The act of one thing resolved, without its "that".

    >>> resolution("the report be noted"), resolution("the Mayor be asked to provide an update on trams")
    ('note', 'information')
    """
    if _BUSINESS.search(text):
        return "note"
    body = re.sub(r"^\W*(?:(?:and|that|to)\s+)*", "", text, flags=re.IGNORECASE)
    if match := re.search(r"\bbe\s+(?:formally\s+)?(?:requested|asked|invited|recommended|urged|encouraged)\s+", body):
        return wanted(body[match.end() :])
    if _NOTED.match(body):
        return "note"
    if _BACKED.match(body) and not re.search(r"\bshould\b", body):
        return "praise"
    return wanted(f"that {body}")


def read_item(text: str, opener: Opener | None, *, bare: bool = True) -> list[Reading]:
    """The readings of an item's first sentence under `opener`."""
    whole = (0, len(text))
    if opener is None:
        return read_sentence(text, bare=bare)
    if opener.closed:
        return []
    if opener.formal and (said := _of_the_body(text, opener)):
        return said
    own = read_sentence(text, carried=opener.act is None or opener.act == "note" or not opener.firm, bare=bare or opener.act is not None)
    if opener.act is None:
        return own
    asks = [reading for reading in own if reading.act in ASKS]
    if opener.act in ASKS and opener.firm:
        if opener.act == "request" and not any(reading.spoken for reading in asks):
            acts: tuple[Act, ...] = tuple(reading.act for reading in asks if reading.act == "information")
            act = acts[0] if acts else wanted(text if _SAYS_WHO.match(text) else "to " + re.sub(r"^(?:to|that)\s+", "", text))
            return own if len(asks) > 1 else [Reading(act, whole, "carried", text)]
        if asks and all(reading.spoken for reading in asks):
            return own
        return [Reading(opener.act, whole, "carried", text)]
    if opener.act in {"undertaking", "praise"}:
        return own if any(reading.spoken for reading in asks) else [Reading(opener.act, whole, "carried", text)]
    if own and (opener.act == "note" or asks or own[0].act == "undertaking"):
        return own
    if (
        opener.act == "note"
        and not _FINITE.search(text)
        and re.search(r"\b(?:respond|resident|people|public|consult|survey|told us)", opener.text, re.IGNORECASE)
    ):
        return [Reading("request", whole, "listed", text)]
    falls_short = opener.act == "request" and re.search(
        r"\b(?:does|do|did|is|are|was|were|has|have)\s+not\b|\b(?:cannot|too (?:slow|few|little|many|long|late))\b",
        re.sub(r"\b(?:that|which|who) (?:do(?:es)?|did|is|are|was|were|has|have) not\b", "", text),
    )
    return [Reading("concern" if falls_short else opener.act, whole, "listed", text)]


_FINITE_FIRST = re.compile(r"(?:that\s+)?(?:(?:also|further|formally|strongly)\s+)?[A-Za-z]+(?:s|ed)\b", re.IGNORECASE)


def _of_the_body(text: str, opener: Opener) -> list[Reading]:
    """A resolution, or an item among recommendations that tells what the body does: "Congratulates the crews" ("Support them" would ask)."""
    if _THANKED.search(text):
        return [Reading("praise", (0, len(text)), "resolved", text)]
    if re.search(r"resolved|agreed", opener.text, re.IGNORECASE):
        return [Reading(resolution(text), (0, len(text)), "resolved", text)]
    if opener.act != "request" or not _FINITE_FIRST.match(text):
        return []
    own = read_sentence(text, carried=True, bare=False)
    at = len(text) - len(own[0].complement) if own else 0
    return (
        own if own and own[0].spoken and own[0].rule in {"praises", "notes", "asks", "recommends", "regrets", "seeks"} and at < 40 else []
    )
