"""People's and places' names in two spellings, and acronyms that nobody spelt out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from plantext.checks.plan import Plan, Text, finding, sentence_at
from plantext.model.checks import Finding
from plantext.text.acronyms import harvest, singular
from plantext.text.words import STOP_WORDS, stem

LIKE_SURNAME = 0.82  # likeness of letters of two surnames behind one first name
LIKE_FIRST = 0.7  # likeness of two first names before one surname that also sound alike
SHORTEST = 5  # letters from which sound decides; John and Joan sound alike in code and are two people
LONGEST = 6  # letters of most acronyms; a longer one must not look like a word
CAPITALS = 0.6  # share of capital letters above which a text is a heading in capitals, where every word looks like an acronym

_NAME = re.compile(
    r"(?<![\w’'-])(?P<first>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\s+(?:[A-Z]\.?\s+)?(?P<last>(?:(?:Mc|Mac|O[’'])?[A-Z][a-z]+)(?:-[A-Z][a-z]+)?)(?![\w-]*[A-Z])"
)
_ACRONYM = re.compile(
    r"(?<![\w@./#&–“‘\"'-])(?P<short>[A-Z](?:[A-Z]|&(?=[A-Z])){1,7})(?P<end>s|['’]s)?(?![\w@/&]|\.[A-Za-z]|[-–]?\d|[–’'-]\w)"
)

EVERYDAY = frozenset(
    """UK GB US USA EU UN NATO BBC ITV DNA CCTV TV HIV AIDS VAT GDP IT ID PC PIN SMS PDF URL GPS DVD CD USB FAQ HTML NHS MP MPs MEP MSP AM PM BC AD CV HR
    OK SOS RIP PO BT AA RAC RSPCA NSPCC HM HMRC GCSE MOT LED AGM CEO CFO MBE OBE CBE QPM KC QC PLC LLP LTD EC AI PR ATM FM DJ VIP WC UTC GMT BST NB RE
    LGBT LGBTQ LGBTI UNESCO UNICEF FBI CIA NASA XML JSON CSV HTTP HTTPS WWW ISO NGO NGOS COVID TBA TBC TBD TBN DRAFT AND THE FOR NOT OR OF TO IN ON ALL NO YES
    ISBN BSL MMR MRI IVF HGV LPG IP JPEG GIF PNG TIFF BMP""".split()
)
"""Known to every reader without an expansion, or no acronyms at all."""

_ENDINGS = ("n", "an", "ian", "ean", "s", "es", "ese", "ish", "er", "ers", "al", "y")
"""What makes another word of a name: Leone, Leonean."""
_NAME_IN_CAPITALS = re.compile(r"(?=.{6})(?=(?:.*[AEIOU]){2})(?!.*[^AEIOU]{3})[A-Z]+")
"""Six letters that can be spoken, CORVUS: a product, or a word that is stressed. MARAC and MAPPA are shorter, and are acronyms."""
_STRESSED = re.compile(r"[A-Z]{3,}(?:LY|ING|ED|ER|EST|ION|ENT|TH|LESS|FUL|NESS|ITY|ANCE|ENCE|OUS|IVE|ALS?)")
"""A longer word in capitals that ends as English words do: it is stressed, and no acronym."""
_ROMAN = re.compile(r"[IVX]{1,6}|[CDLM]{2,}")


_TITLES = frozenset("Mr Mrs Ms Miss Dr Sir Dame Lord Lady Rev Cllr Councillor Professor Prof Chief".split())
"""What stands before a name and is no part of it."""


def find_name_variants(plan: Plan) -> Iterator[Finding]:
    """“Katharine Holt” in the text and “Kathryn Holt” in a note."""
    from rapidfuzz import fuzz

    first_places: dict[tuple[str, str], tuple[Text, tuple[int, int]]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    ordinary = _ordinary(plan)
    for text in plan.texts():
        if _shouted(text.text):
            continue
        at = 0
        while match := _NAME.search(text.text, at):
            at = match.start("last")  # "Chief Constable Ann Lee" is three pairs
            name = match["first"], match["last"]
            if match["first"] not in _TITLES and not any(part.lower() in ordinary or part.lower() in STOP_WORDS for part in name):
                first_places.setdefault(name, (text, match.span()))
                counts[name] += 1
    earlier: dict[str, list[tuple[str, str]]] = {}  # names by each of their parts: two spellings of one name share the other part
    for name in first_places:
        for other in (other for part in name for other in earlier.get(part, ())):
            if _variants(name, other, fuzz.ratio):
                rare, usual = sorted((other, name), key=lambda one: counts[one])  # the first of the plan where both are as rare
                text, span = first_places[rare]
                message = (
                    f"The same name is written “{' '.join(usual)}” on {plan.place_words(first_places[usual][0])} ({times(counts[usual])})."
                )
                yield finding("name-variant", "warning", message, text, span=span, suggestion=f"{' '.join(usual)}, if that is right")
        for part in dict.fromkeys(name):
            earlier.setdefault(part, []).append(name)


def times(count: int) -> str:
    """How often, in words."""
    return "once" if count <= 1 else f"{count} times"


def _ordinary(plan: Plan) -> set[str]:
    """Words that the plan also writes small: they are no names."""
    small: set[str] = set()
    for text in plan.texts():
        small |= set(re.findall(r"(?<![\w’'.@/-])[a-z]{3,}", text.text))
    return small | {word + "s" for word in small}


def _variants(one: tuple[str, str], other: tuple[str, str], ratio: Callable[[str, str], float]) -> bool:
    """Whether two names are one in two spellings: the same surname with first names that sound alike, or the reverse."""
    (first, last), (other_first, other_last) = one, other
    if last == other_last and first != other_first:
        return not _inflected(first, other_first) and _sounds_same(first, other_first, LIKE_FIRST, ratio)
    if first == other_first and last != other_last and last[0] == other_last[0] and min(len(last), len(other_last)) >= SHORTEST:
        like = ratio(last, other_last) / 100
        alike = like >= LIKE_SURNAME or (like >= LIKE_FIRST and _sound(last) == _sound(other_last))
        return alike and not _inflected(last, other_last) and abs(len(last) - len(other_last)) <= 2
    return False


def _sounds_same(one: str, other: str, like: float, ratio: Callable[[str, str], float]) -> bool:
    if min(len(one), len(other)) >= SHORTEST:
        return _sound(one) == _sound(other) and ratio(one, other) / 100 >= like
    short, long = sorted((one.lower(), other.lower()), key=len)
    return len(long) == len(short) + 1 and (
        long in {short + "e", short + "h"} or any(long == short[:i] + "h" + short[i:] for i in range(1, len(short) + 1))
    )


def _inflected(one: str, other: str) -> bool:
    short, long = sorted((one.lower(), other.lower()), key=len)
    return stem(short) == stem(long) or any(long == stump + ending for stump in {short, short.rstrip("aey")} for ending in _ENDINGS)


_CODES = {
    **dict.fromkeys("bfpv", "1"),
    **dict.fromkeys("cgjkqsxz", "2"),
    **dict.fromkeys("dt", "3"),
    "l": "4",
    **dict.fromkeys("mn", "5"),
    "r": "6",
}


@lru_cache(maxsize=4096)
def _sound(name: str) -> str:
    """The Soundex code of a name, its silent "gh" and "ph" made plain.

    >>> _sound("Stephen") == _sound("Steven"), _sound("Daniel") == _sound("David")
    (True, False)
    """
    letters = name.lower().replace("ph", "v").replace("gh", "g")
    last = _CODES.get(letters[0], "")
    code = last if letters[0] in "ckgjsz" else letters[0]  # Catherine and Katherine
    for letter in letters[1:]:
        digit = _CODES.get(letter, "")
        if digit and digit != last:
            code += digit
        if letter not in "hw":
            last = digit
    return code[:5]


def find_acronyms(plan: Plan) -> Iterator[Finding]:
    """“the RCJB has agreed”, where no sentence says what RCJB stands for."""
    texts = [text for text in plan.texts() if not _shouted(text.text)]
    ordinary = _ordinary(plan)
    expanded = {short.upper() for short in harvest(text.text for text in texts)}
    initials = _initials([text.text for text in plan.texts(contents=True)])
    seen: set[str] = set()
    for text in texts:
        if text.block.kind == "heading":
            continue
        for match in _ACRONYM.finditer(text.text):
            short = singular(match["short"])
            if (
                short in seen
                or short in EVERYDAY
                or short in expanded
                or short.lower() in ordinary
                or _ROMAN.fullmatch(short)
                or _NAME_IN_CAPITALS.fullmatch(short)
                or (len(short) > LONGEST and _STRESSED.fullmatch(short))
                or _in_a_shout(text.text, match)
            ):
                continue
            seen.add(short)
            if _spelt(short, initials) or _bracketed(short, texts):
                continue
            used = sum(len(re.findall(rf"\b{re.escape(short)}(?:s|['’]s)?\b", other.text)) for other in texts)
            message = f"{short} is used {times(used)} and never spelt out."
            yield finding(
                "acronym",
                "warning",
                message,
                text,
                span=sentence_at(text.text, match.start(), 160),
                suggestion=f"Spell {short} out where it is first used.",
            )


def _shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) / len(letters) > CAPITALS


def _in_a_shout(text: str, match: re.Match[str]) -> bool:
    """Two words in capitals beside each other are emphasis; so is a label at the head of a line."""
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    neighbours = [re.search(r"([A-Z]{3,})$", before), re.match(r"([A-Z]{3,})\b", after)]
    label = not before and after.startswith(":")
    return label or (any(neighbours) and len(match["short"]) > 2)


def _initials(texts: list[str]) -> str:
    """The initials of every run of words, one text a line, to be searched for an acronym's letters; small joining words give none."""
    small = {"of", "and", "the", "for", "in", "to", "on", "with", "a", "an", "&", "by", "from"}
    lines = []
    for text in texts:
        pieces = [piece.lower() for piece in re.findall(r"[^\W_]+(?:['’][^\W_]+)*|[.;:!?()]", text)]
        lines.append("".join("." if not piece[0].isalnum() else piece[0] for piece in pieces if piece not in small))
        lines.append("".join("." if not piece[0].isalnum() else piece[0] for piece in pieces))
    return "\n".join(lines)


def _spelt(short: str, initials: str) -> bool:
    """Whether words with those initials stand anywhere in a row; of two letters that would prove nothing, but they are rarely worth a fault."""
    letters = re.sub(r"[^a-z]", "", short.lower())
    return letters in initials


def _bracketed(short: str, texts: list[Text]) -> bool:
    """Whether the acronym stands in brackets behind capitalised words or before them, even where the letters do not fit."""
    pattern = re.compile(
        rf"[a-z]\s+\((?:the\s+|or\s+)?[“\"‘']?{re.escape(short)}s?[”\"’']?\)|\b{re.escape(short)}s?(?:\s+[A-Z][a-z]+)?\s+\([A-Za-z][^()]{{6,80}}\)|\b{re.escape(short)}\s+[–—=-]\s+[A-Z][a-z]+\s|[A-Z][a-z]+\s*[,–—-]\s*{re.escape(short)}\s*\)"
    )
    return any(pattern.search(text.text) for text in texts)
