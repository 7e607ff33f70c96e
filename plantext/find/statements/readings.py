"""One sentence read: its acts, each with the words that carry it. Conjuncts that ask twice come apart."""

from __future__ import annotations

import re
from dataclasses import replace

from plantext.find.statements.acts import SPEECH
from plantext.find.statements.answers import PROMISES
from plantext.find.statements.clauses import GOES_ON, Reading, read_clause
from plantext.find.statements.passives import COURTESY, PASSIVE
from plantext.find.statements.speakers import speaker
from plantext.find.statements.wanted import wanted
from plantext.model.document import Span
from plantext.model.findings import ASKS, Act

STRENGTH: tuple[Act, ...] = ("request", "information", "suggestion", "concern", "undertaking", "praise", "note")
"""Where two conjuncts are about one thing, the first of these is the act of both."""


LONGEST = 1500  # characters of a sentence that are read: no sentence is longer, only lists and tables that lost their stops

_COORDINATOR = re.compile(r"(?:[,;]\s*|\s+[–—-]\s+|\s+)(?:and|but|while|whilst|although|however|yet|though)\s*,?\s+(?:that\s+)?(?=\S)|;\s+")
_UNFINISHED = re.compile(
    r"\b(?:not|do|does|did|has|have|had|is|are|was|were|be|been|would|will|should|must|can|could|may|might|to|the|a|an|n['’]t)$",
    re.IGNORECASE,
)
"""Where a clause can't end: "does not, however, believe" is one clause."""
_SUBJECT_OPENS = re.compile(
    (
        r"\s*(?:$|(?:the|this|some|many|several|most|all|other|one|a|an|our|its|both|it|they|we|i|you|he|she|members?"
        r"|councillors?|residents?|respondents?)\b|(?-i:[A-Z])|\w+\s*$|\w+ly\b|would\b|also\b|have\b|has\b|had\b)"
    ),
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(r"this (?:report|paper)\b", re.IGNORECASE)
_BACKING = re.compile(
    r"\bfor\s+(?:its|the\s+\w+['’]s|their|your|members['’])?\s*(?:support|approval|agreement|endorsement|comments|views)\b", re.IGNORECASE
)
"""A paper that asks for leave: "This report sets out the scheme, and asks for the Board's approval"; what it asks for stands elsewhere."""
_ANAPHORIC = re.compile(
    (
        r"^\s*(?:to\s+(?:see|have)\s+)?(?:(?:that|if|whether|for|how|why|when|what|about)\s+)?(?:this|these|it|they|them|those|one"
        r"|that|the same|such (?:a|an)\b)(?:\s+(?:be|to|is|are|was|were|could|should|would|will|might|can|has|in|included|added"
        r"|addressed)\b|\s*[.,;]?$)"
        r"|^\s*(?:(?:[\w'’]+\s+){0,3}?to\s+(?:see|ensure)\s+)?that\s+(?:it|they|he|she|this|these|those)\s+(?:get|gets|have|has|receive|receives|do|does)\s+(?:one|so|it|this|that|them)\b"
        r"|^\s*(?:(?:to\s+)?(?:have|get|receive)\s+)?an?\s+(?:answer|reply|response|explanation)\s*[.;]?$"
        r"|^\s*(?:for\s+)?(?:its|their)\s+(?:\w+\s+)?\w+(?:ion|al|ment|ance|ence)\s*[.;]?$"
    ),
    re.IGNORECASE,
)
_AND_TO = re.compile(r",?\s+and\s+(?:also\s+)?(?=(?:to|for)\s+[a-z])")
_AND_THAT = re.compile(r"(?:[,;]?\s+and\s+(?:also\s+|further\s+)?|[,;]\s+)(?=that\s)")
_TO_BE_DONE = re.compile(r"\b(?:should|must|ought\s+to|needs?\s+to)\s+(?:\w+\s+)?be\s+[a-z]+", re.IGNORECASE)
_AND_DONE = re.compile(
    r",?\s+and\s+(?=(?:an?|every|each|more|another)\s+(?:(?!(?:is|are|was|were|be|been|has|have|had|do|does|to|that|which|who|should|must|will|would|can"
    r"|could|may|might|for|by|in|on|at|of|or|as|it|we|they)\b)[\w'’-]+\s+){1,5}?(?!(?:affected|concerned|involved|needed|required|proposed|used|given|listed|named"
    r"|described|mentioned|identified|employed|served|covered|funded|based|called|consulted|provided|received|expected|intended|related|combined|associated|united|agreed)\b)"
    r"(?:[a-z]{3,}ed|brought|built|kept|taught|paid|cut|put)(?:\s+(?:in|into|up|back|down|out|before|within|to|for|at|on|from|again|every|each|weekly|monthly)\b|\s*[.;]?$))",
)
"""A second, new thing to be done, its verb without "be"; "the rules enforced" belongs to what it follows on."""
_ENSURED = re.compile(
    r"\b(?:ensur(?:e|es|ing)|(?:make|making)\s+(?:sure|certain)|see(?:\s+to\s+it)?|secure|guarantee)\s+(?=that\s)", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"that\s+(?!(?:is|are|was|were|be|has|have|had|can|could|will|would|may|might|must|should|do|does|did)\b)(?:[\w'’()-]+,?\s+){1,}[\w'’-]+"
)
"""What is wanted, with its own subject and verb: "that papers reach us a week before"."""
_MODAL_CLAUSE = re.compile(
    r"^(?:that\s+)?(?!(?:can|could|will|would|to|be|have|has|is|are|may|might|should|must|ensure|make|how"
    r"|what)\s)(?:[\w'’&-]+\s+){1,9}?(?:should|must|ought to)\s"
)


def read_sentence(text: str, *, carried: bool = False, bare: bool = True) -> list[Reading]:
    """The acts of a sentence, in order; none for one that states nothing.

    `carried`: a verb without a subject has one in the line above ("The Panel:"). `bare`: forms about the matter itself count.

    >>> [(r.act, text[slice(*r.span)]) for text in ["We noted the delay and asked for figures."] for r in read_sentence(text)]
    [('information', 'We noted the delay and asked for figures.')]
    """
    if len(text) > LONGEST:
        opening = read_sentence(text[:LONGEST], carried=carried, bare=bare)
        return [*opening[:-1], *(replace(last, span=(last.span[0], len(text))) for last in opening[-1:])]
    if any(rule.pattern.search(text) for rule in COURTESY):
        rest = _after_courtesy(text)
        if rest is None:
            return []
        return [
            replace(reading, span=(reading.span[0] + rest, reading.span[1] + rest))
            for reading in read_sentence(text[rest:], carried=True, bare=bare)
        ]
    pieces = _segments(text, carried=carried)
    readings: list[Reading] = []
    governor: Reading | None = None
    for start, end in pieces:
        piece = text[start:end]
        reading = read_clause(piece, carried=carried or start > 0, bare=bare)
        if reading is None and governor is not None and start > 0 and piece.startswith("that "):
            reading = Reading(governor.act, (0, len(piece)), governor.rule, piece)
        if reading is None:
            if readings:
                readings[-1] = replace(readings[-1], span=(readings[-1].span[0], end))
            continue
        governor = reading
        _join(readings, replace(reading, span=(start if readings or start == 0 else 0, end)))
    if readings:
        readings[0] = replace(readings[0], span=(0, readings[0].span[1]))
        readings[-1] = replace(readings[-1], span=(readings[-1].span[0], len(text)))
    return [part for reading in readings for part in _infinitives(text, reading)]


def _after_courtesy(text: str) -> int | None:
    """Where an ask begins that the sentence joins to its courtesy: "thanked him for coming and asked for a date"."""
    for match in _COORDINATOR.finditer(text):
        rest = text[match.end() :]
        if _opens(rest, carried=True) and not any(rule.pattern.search(rest) for rule in COURTESY):
            if _OF_ITSELF.match(text) and _BACKING.search(rest):
                continue
            readings = read_sentence(rest, carried=True)
            if readings and readings[0].act in ASKS and readings[0].spoken:
                return match.end()
    return None


def _join(readings: list[Reading], new: Reading) -> None:
    """Add a conjunct: on its own where both want or promise something different, else merged with the one before."""
    strong = {*ASKS, "undertaking"}
    if not readings:
        readings.append(new)
        return
    last = readings[-1]
    refers_back = bool(_ANAPHORIC.match(new.complement))
    if last.act in strong and new.act in strong and not (refers_back and "undertaking" not in {last.act, new.act}):
        readings.append(new)
    elif new.act == "concern" and last.act not in strong and refers_back:
        readings[-1] = replace(last, span=(last.span[0], new.span[1]))
    else:
        best = min(last, new, key=lambda reading: STRENGTH.index(reading.act))
        readings[-1] = replace(best, span=(last.span[0], new.span[1]))


def _segments(text: str, *, carried: bool) -> list[Span]:
    """The spans of the conjuncts of `text` that open anew with a verb of speaking or a demand."""
    cuts: list[tuple[int, int]] = []
    first = read_clause(text, carried=carried, bare=True)
    for match in _COORDINATOR.finditer(text):
        rest = text[match.end() :]
        if _UNFINISHED.search(text[: match.start()]):
            continue
        demands = (
            first is not None
            and bool(_MODAL_CLAUSE.match(rest))
            and bool(re.search(r"\b(?:should|must|needs? to)\b", text[: match.start()]))
        )
        if _opens(rest, carried=first is not None) or demands:
            cuts.append((match.start(), match.end()))
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return list(zip(starts, ends, strict=True))


def _opens(rest: str, *, carried: bool) -> bool:
    """Whether a conjunct opens with a verb of speaking, with or without its subject."""
    for rule in SPEECH:
        match = rule.pattern.search(rest[:100])
        if not match:
            continue
        before = rest[: match.start()]
        if len(before) > 60 or "," in before.strip(" ,") or not _SUBJECT_OPENS.match(before):
            continue
        who = speaker(before)
        if who in {"body", "name"} or (
            who == "start"
            and carried
            and (
                GOES_ON.match(rest[match.end() :])
                or rule.name.startswith(("would", "is_", "wants_", "raises", "not_"))
                or match.group().split()[-1] in {"for", "on"}
            )
        ):
            return True
    match = PROMISES.search(rest[:80])
    if match and speaker(rest[: match.start()]) == "answerer":
        return True
    return any(
        (match := rule.pattern.search(rest[:60]))
        and match.start() < 40
        and rule.name in {"suggestion_made", "asked_passive", "sought_passive", "helpful_if"}
        for rule in PASSIVE
    )


def _gapped(text: str, reading: Reading) -> list[Reading]:
    """A sentence like "a shelter should be built and a map put up" is two asks, the second without its "should be"."""
    if reading.act not in {"request", "information"}:
        return []
    start, end = reading.span
    for match in _AND_DONE.finditer(text, start, end):
        if _TO_BE_DONE.search(text[start : match.start()]):
            second = replace(reading, span=(match.end(), end), complement=text[match.end() : end])
            return [replace(reading, span=(start, match.start())), second]
    return []


def _that_clauses(text: str, reading: Reading) -> list[Reading]:
    """A sentence like "asks that a map be drawn and that fees be frozen" is an ask to each "that"; none where there is but one."""
    if reading.act not in {"request", "information", "suggestion"}:
        return []
    start, end = reading.span
    direct = reading.spoken and reading.complement.lstrip().startswith("that ")
    ensured = _ENSURED.search(text, start, end)
    if not direct and not ensured:
        return []
    head = ensured.end() if ensured and not direct else text.find(reading.complement, start) + 1 if reading.complement in text else start
    parts: list[Span] = []
    first = start
    for match in _AND_THAT.finditer(text, head + 4, end):
        so_far = text[max(first, head) : match.start()]
        if len(re.findall(r"\bthat\b", so_far)) == 1 and _CLAUSE.match(so_far.lstrip()) and _CLAUSE.match(text[match.end() : end]):
            parts.append((first, match.start()))
            first = match.end()
    if not parts:
        return []
    found: list[Reading] = []
    for begin, stop in [*parts, (first, end)]:
        said = text[max(begin, head) : stop].lstrip()
        act = wanted(said) if direct and reading.act != "suggestion" else reading.act
        found.append(replace(reading, act=act, span=(begin, stop), complement=said))
    return found


def _infinitives(text: str, reading: Reading) -> list[Reading]:
    """A sentence like "asked him to add a map and to report back" is two asks of two kinds; of one kind they stay together."""
    if parts := _that_clauses(text, reading) or _gapped(text, reading):
        return parts
    if reading.act not in {"request", "information"} or not reading.spoken:
        return [reading]
    start, end = reading.span
    for match in _AND_TO.finditer(text, start, end):
        first, second = text[start : match.start()], text[match.end() : end]
        at = first.rfind(reading.complement[:12]) if reading.complement[:12].strip() else -1
        if at < 0:
            continue
        acts = (wanted(first[at:]), wanted(second))
        if acts[0] != acts[1]:
            return [
                replace(reading, act=acts[0], span=(start, match.start())),
                replace(reading, act=acts[1], span=(match.end(), end), complement=second),
            ]
    return [reading]
