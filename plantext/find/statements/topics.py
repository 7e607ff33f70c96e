"""What a statement is about: its noun-like phrases and acronyms, found by what stands between them, without a trained model."""

from __future__ import annotations

import re

from plantext.text.words import STOP_WORDS, stems

MOST = 8  # phrases: more than a statement is about is no help to a reader
LONGEST = 4  # words of a phrase: longer runs are clauses

_SAYING = frozenset(
    """accept accepts accepted acknowledge acknowledged agree agreed ask asked asks appear appears being call called calls concern
    concerned concerns congratulate congratulates consider considered considers commend commends discussed encourage
    encouraged endorse endorsed expect expected expects express expressed feel feels felt heard hope hoped hopes include
    included includes including intend intending interested invite invited keen like made make makes making mention mentioned
    need needed needs note noted notes notes notice pleased praise propose proposed raise raised received receive recommend
    recommended recommends reference refer referred request requested requests require required satisfied say said seek seeks
    seen set sought state stated suggest suggested suggestion suggestions support supported supports think thought told
    understand understands understood urge urged view want wanted wants welcome welcomed welcomes wish wished wishes worried
    disappointed regret regretted resolved hold held launch learn learning provide provided provides give given gives take
    taken put see ensure ensures used use using work working become became go going get getting carried carry feed feeds find
    finding found help helps continue continued continues keep kept bring brought show shows explain explained explains
    clarify confirm confirmed describe described identify identified address addressed reflect reflected cover covered covers
    contain contains publish published review reviewed develop developed developing establish established consider add added
    amend reduce reduced increase increased improve improved improving strengthen strengthened report reported reports arising
    relating related regarding concerning around employed embedded set promote promoting answer respond share shared allow
    allowed enable start started begin began lead led leads led remain remains know known whether if yet however therefore may
    might must shall could would should cannot upon via per within without among amongst across along towards toward
    throughout against despite due such well much many several various number lot kind sort able unable clear unclear meet
    meets met reach reached deliver delivered delivering finalised finalise finalising forward look looks looking submit
    submitted based hope aware join joined attend attended left lost open opened close closed move moved name named spend
    spent apart back yes please thank thanks together so-called explicitly significantly generally particularly especially
    specifically likely shortly currently recently previously clearly better best good bad greater great large larger
    important additional further more less little few new last next first second final formal broader wider broad wide
    different own same current previous existing future possible available helpful useful difficult sufficient insufficient
    adequate inadequate specific detailed full whole early late recent long short high higher low lower small major key main
    overall general relevant appropriate certain real true actual better whilst whereas elsewhere here there above below
    shortly now then already always never often sometimes ought beside besides anywhere two three four
    five six seven eight nine ten least every ever again also still just too very quite rather
    although though unless except since instead spite else anyone anybody someone somebody everybody everything everywhere nowhere behind beyond
    outside inside near isn't aren't wasn't weren't don't doesn't didn't hasn't haven't won't can't couldn't shouldn't wouldn't there's
    it's it'll we'd we're we'll we've they're that's who's what's let's""".split()
)
"""Verbs of saying and doing, and adjectives of degree: they part phrases and name no subject."""

_GENERAL = frozenset(
    """nothing nobody anything something none panel panels committee committees board boards commissioner commissioners mayor member
    members councillor councillors chair council plan plans document documents draft version versions section sections chapter
    page report reports strategy information detail details evidence update updates figure figures issue issues area areas
    matter matters point points way ways year years month months week weeks day days time times part parts thing things item
    items place use need lack absence mention emphasis focus aim aims work programme approach progress result results benefit
    benefits order example examples view views comment comments recommendation recommendations suggestion priority priorities
    regard respect basis range period end start level levels clarity meeting meetings pcc chief constable force people
    everyone response requirement requirements question questions topic topics agreement reason commitment development form
    element conclusion subject inclusion account timetable attention purpose role opportunity range opportunities case cases
    reassurance assurance assembly government authority""".split()
)
"""Nouns that every such document is full of: alone they are no topic."""

FRAME, GENERAL = _SAYING, _GENERAL
"""The same two for those who read what an ask is about."""

_OWN_NAMES = frozenset("plan plans panel commissioner commissioners committee strategy document".split())
"""Last words of the names of the document and of those who speak and answer: "the Harbour and Coast Plan"."""

_JOINS_NAMES = frozenset({"and", "of", "for", "&"})
_MODALS = frozenset("can could will would should may might must cannot".split())

_HEADING_OF_FORM = re.compile(
    r"recommend|resolved|what (?:people|residents|you|we|respondents)|consult|comments?\b|issues? raised|background|purpose|conclusion"
    r"|introduction|variation|development of|plan\b|summary|response|priorities|feedback|findings|report\b|decision",
    re.IGNORECASE,
)
"""Headings that say what sort of part follows, and not what it is about."""

_TOKEN = re.compile(r"[^\W_]+(?:['’.&/-][^\W_]+)*['’]?|[^\s\w]")
_DETERMINER = STOP_WORDS | _SAYING
_JOINING = frozenset({"&"})


def topics(text: str) -> tuple[str, ...]:
    """The key terms of `text` in its own words and order, at most `MOST`; no two of the same stems.

    >>> topics("The Panel was concerned that there was no mention of night buses or of the Rural Transport Forum (RTF).")
    ('night buses', 'Rural Transport Forum', 'RTF')
    """
    found: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for phrase in _phrases(text):
        key = tuple(stems(phrase))
        if key and key not in seen:
            seen.add(key)
            found.append(phrase)
    return tuple(found[:MOST])


def names_subject(heading: str) -> bool:
    """Whether a heading says what its part is about, and not only what sort of part it is.

    >>> names_subject("Night buses"), names_subject("RESOLVED:"), names_subject("What people told us")
    (True, False, False)
    """
    return not _HEADING_OF_FORM.search(heading)


def _phrases(text: str) -> list[str]:
    phrases: list[str] = []
    run: list[re.Match[str]] = []
    tokens = list(_TOKEN.finditer(text))
    for index, token in enumerate([*tokens, None]):
        following = tokens[index + 1].group() if index + 1 < len(tokens) else ""
        before = tokens[index - 1].group().casefold() if index else ""
        joins = token is not None and token.group() in _JOINS_NAMES and run and run[-1].group()[0].isupper() and following[:1].isupper()
        acts = (
            token is not None and (before in _MODALS or (before == "to" and following.casefold() in STOP_WORDS)) and token.group().islower()
        )
        if token is not None and (joins or not (acts or _parts(token, run, text))):
            run.append(token)
            continue
        if run and (phrase := _phrase(run, text)):
            phrases.append(phrase)
        run = []
    return phrases


def _parts(token: re.Match[str], run: list[re.Match[str]], text: str) -> bool:
    """Whether a token ends the phrase before it and belongs to none."""
    word = token.group()
    if word in _JOINING and run:
        return False
    if not word[0].isalnum():
        return True
    lower = word.casefold().rstrip("'’")
    if lower in _DETERMINER and not (word.isupper() and len(word) > 1):
        return not (word[0].isupper() and run and run[-1].group()[0].isupper())  # "Youth Action Support Team"
    return (
        (lower.endswith("ly") and len(lower) > 4 and lower not in {"family", "elderly", "assembly", "supply", "anomaly", "bully"})
        or bool(re.fullmatch(r"[\d.,/–-]+", word))
        or _is_verb(lower, run, text[token.end() :])
    )


def _is_verb(lower: str, run: list[re.Match[str]], after: str) -> bool:
    """A participle or gerund with its object behind it, "distorting the figures": not the one in "policing priorities"."""
    return (
        bool(re.search(r"(?:ing|ed|ise|ize|ised|ized)$", lower))
        and len(lower) > 4
        and bool(re.match(r"\s+(?:the|a|an|to|by|that|on|in|with|for|from|at|as|how|their|its|your|our)\b", after))
        and (not run or lower.endswith("ed"))
        and not (lower.endswith("ing") and bool(re.match(r"\s+(?:in|on|for|at)\b", after)))
    )


def _phrase(run: list[re.Match[str]], text: str) -> str | None:
    while run and run[-1].group() in _JOINING:
        run.pop()
    words = [match.group() for match in run]
    while len(words) > LONGEST and not all(word[0].isupper() or word in _JOINS_NAMES for word in words):
        words, run = words[1:], run[1:]
    while words and words[0].casefold() in _GENERAL and len(words) > 1 and not words[0][0].isupper():
        words, run = words[1:], run[1:]
    if (
        not words
        or (words[0][0].isupper() and len(words) > 1 and words[-1].casefold() in _OWN_NAMES)
        or all(word.casefold().removesuffix("'s").removesuffix("’s") in _GENERAL for word in words)
        or (len(words) == 1 and len(words[0]) < 3 and not words[0].isupper())
    ):
        return None
    return (
        text[run[0].start() : run[-1].end()].rstrip("'’") if not words[-1].endswith(("s'", "s’")) else text[run[0].start() : run[-1].end()]
    )
