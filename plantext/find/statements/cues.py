"""What a rule of the grammar of acts is: the words that give an act away, and a sentence that shows the form.

In a cue `_` stands for a space that adverbs may fill ("would, therefore, like"), `{be}` for the forms of "be", and so on for `_MACROS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from plantext.find.statements.speakers import ADVERB, OFFICES
from plantext.model.findings import Act

Sense = Act | Literal["want", "opinion"]
"""`want` is request or information, told by what is wanted; `opinion` is told by what is thought."""

_MACROS = {
    "{be}": r"(?:am|is|are|was|were|be|been|being|remains?|remained|feels?|felt|left)",
    "{seems}": r"(?:is|are|was|were|be|been|remains?|remained|seems?|seemed|appears?|appeared|feels?|felt|looks?|looked)",
    "{more}": (
        r"(?:more|greater|further|additional|better|fuller|stronger|clearer|increased|improved|explicit|a clear|clear|a specific"
        r"|specific|significantly more|much more)"
    ),
    "{worried}": (
        r"(?:concerned|worried|at a loss|baffled|bewildered|taken aback|angry|upset|outraged|distressed|anxious|nervous|fearful|mystified"
        r"|disheartened|discouraged|unpersuaded|puzzled|perplexed|perturbed|saddened|shocked|appalled|doubtful|wary|disappointed"
        r"|dissatisfied|unhappy|surprised|troubled|uneasy|unconvinced|unclear|unsure|uncertain"
        r"|alarmed|frustrated|sceptical|skeptical"
        r"|apprehensive|dismayed|critical|(?:yet )?to be (?:persuaded|convinced|reassured|satisfied)|unable to (?:trace|verify|reconcile"
        r"|see|find|understand|judge|assess|establish|tell|identify)"
        r"|not (?:yet "
        r"|fully |wholly |entirely )?(?:convinced|satisfied|persuaded|clear|sure|reassured|assured|confident|content|happy))"
    ),
    "{worry}": (
        r"(?:concerns?|worries|disquiet|alarm|dismay|objections?|scepticism|apprehension|discontent|anger|complaints?|criticisms?"
        r"|reservations?|disappointment|doubts?|fears|unease|misgivings|regrets?|dissatisfaction|anxiety"
        r"|frustration|surprise)"
    ),
    "{candour}": (
        r"(?:frank|frankness|open|openness|candid|candour|honest|honesty|clear|clarity|thorough|thoroughness|full|detailed|constructive"
        r"|positive|hard|dedication|commitment|professionalism|efforts?|quality|excellent|care|energy|progress)\b"
    ),
    "{pleased}": (
        r"(?:pleased|delighted|impressed|encouraged|heartened|happy|glad|gratified|reassured|satisfied|supportive|content"
        r"|grateful|thankful|appreciative|in favour|complimentary"
        r"|confident)"
    ),
    "{paper}": (
        r"(?:plans?|report|document|draft|strategy|section|chapter|papers?|version|objectives?|text|narrative|foreword"
        r"|introduction|layout|appendix|annex"
        r"|table|policy|framework|budget|proposals?|programme|priorit(?:y|ies)|milestones?|targets?|measures?)"
    ),
    "{praise}": (
        r"(?:congratulate|commend|praise|applaud|welcome|compliment|credit|salute|celebrate|support|endorse|pay tribute"
        r"|record its appreciation"
        r"|acknowledge the (?:good|hard|excellent))"
    ),
    "{good}": (
        r"(?:good|excellent|strong|impressive|thorough|comprehensive|effective|clear|helpful|useful|valuable|readable|robust|thoughtful"
        r"|outstanding|exemplary|innovative|inspiring|constructive|notable|generous|sensible|admirable|timely|commendable|first-rate|high-quality|(?:easy|simple"
        r"|pleasant) to \w+)"
    ),
    "{ill}": (
        r"(?:bad|flimsy|shaky|sketchy|hazy|woolly|muddled|tenuous|lax|sloppy|shoddy|grubby|tatty|unkempt|feeble|half-baked|dirty|damp|cold|shabby|cramped|noisy|unfit|scarce|rude|curt|brusque|dismissive|defensive|evasive|dangerous|hazardous|risky"
        r"|expensive|costly|wasteful|cumbersome|clumsy|bureaucratic|complacent|naive|premature|perverse|counterproductive|counter-productive"
        r"|divisive|discriminatory|unlawful|negligent|careless|haphazard|piecemeal|erratic|sporadic|intermittent|superficial|cursory"
        r"|perfunctory|tokenistic|insensitive|intrusive|oppressive|punitive|harsh|insulting|patronising|offensive|crumbling|broken|faulty|worn|empty|idle|blocked|leaking|overgrown|filthy|rotten"
        r"|dated|incoherent|illegible|repetitive|ambiguous|contradictory|impractical|impenetrable|dreadful|appalling|woeful|abysmal"
        r"|lamentable|deplorable|awful|terrible|dire|grim|bleak|scandalous|shameful|farcical|inexcusable|indefensible|intolerable|nonsensical"
        r"|meaningless|pointless|useless|hopeless|toothless|baseless|illogical|irrational|irresponsible|irregular|dis(?:courteous|respectful"
        r"|honest|ingenuous|organised|orderly|graceful|heartening|connected|engaged|satisfying)|over-?optimistic|short-sighted|long-winded"
        r"|half-hearted|ill-\w+|poorly \w+|sub-?standard|second-rate|not (?:good|fair|right|safe))"
    ),
    "{harm}": (
        r"(?:distress|disadvantage|injustice|hardship|inconvenience|delays?|upset|detriment|uncertainty|difficult(?:y|ies)|barriers?"
        r"|obstacles?|abuse|discrimination|disruption|anxiety|trouble|expense|confusion|frustration|misery|worry|alarm|shortages?|resentment)\b"
    ),
    "{faults}": (
        r"(?:inconsistenc(?:y|ies)|errors?|mistakes?|gaps?|delays?|flaws?|discrepanc(?:y|ies)|contradictions?|weakness(?:es)?|shortcomings?"
        r"|failings?|failures?|problems?|difficult(?:y|ies)|tensions?|confusion|uncertaint(?:y|ies)|omissions?|shortages?|deficienc(?:y|ies)"
        r"|anomal(?:y|ies)|inaccurac(?:y|ies)|bottlenecks?|backlogs?|duplication|breach(?:es)?)\b"
    ),
    "{owed}": (
        r"(?:actions?|payments?|repairs|invoices?|debts?|fines?|claims|cases|applications|recommendations?|replies|questions|issues|matters"
        r"|items|works|tasks|reviews?|inspections?|orders|balances?|loans?|sums?|warrants|complaints|appeals|assessments|fees)\b"
    ),
    "{fine}": (
        r"(?:kind|friendly|courteous|polite|clean|bright|spotless|welcoming|caring|attentive|professional|patient|knowledgeable|prompt"
        r"|responsive|tireless|superb|wonderful|fantastic|brilliant|first-class|remarkable|splendid|marvellous|invaluable|well-\w+|faultless"
        r"|terrific|superb|great)"
    ),
    "{achieving}": r"(?!(?:attend|com|present|answer|join|giv|tak|provid|submit|respond|shar|agree|find|being|making)\w*\b)(?:\w+ing\b|(?:all|everything)_(?:that|she|he|they|it|their|his|her|its|the)\b|(?:an?|the)_(?:[\w-]+_){1,3}?(?:that|which)_(?:is|are|was|were)_)",
    "{neutral}": (
        r"(?:appl(?:y|ies)|affect(?:ed)?|need(?:ed)?|required?|relate|extend|prejudice|constitute|form|want|wish|seek|propose[ds]?|vote"
        r"|declared?|changed?"
        r"|altered|amended|arise|intend(?:ed)?|designed|due|expected|planned|opposed|limited|moved|asked|related|bound|alone|uncommon"
        r"|unusual|surprising|new|present|part|yet known|known|participate|attend|say|state|direct|hold|sit|object|dispute|mean|matter)\b"
    ),
    "{unminded}": (
        r"(?:longer|more|less|fewer|doubt|objections?|concerns?|comments?|reservations?|interest|observations?|amendments?|apolog\w+"
        r"|recommendations?|difference|questions?|intention|plans?|wish|declarations?|change|effect|bearing|power|role|exclusions?"
        r"|matter)\b"
    ),
    "{bidding}": (
        r"(?!(?:about|above|across|after|against|all|along|although|amid|among|and|any|are|around|as|at|because|before|behind|below"
        r"|beneath|beside|besides|between|beyond|both|but|by|can|could|despite|did|do|does|down|during|each|either|enough|even|every|except|few"
        r"|for|from|further|given|had|half|has|have|how|if|in|inside|into|is|just|less|like|many|may|might|mind|more|most|much|must|near"
        r"|neither|never|nor|not|notwithstanding|now|of|off|often|on|once|one|only|onto|or|other|otherwise|our|out|outside|over|past|pending|per|perhaps"
        r"|plus|quite|rather|regardless|save|shall|should|since|so|some|soon|still|such|than|that|the|then|there|therefore|this|those|though"
        r"|through|throughout|till|to|too|toward|towards|twice|two|under|unless|until|up|upon|very|via|was|well|were|what|when|where"
        r"|whereas|whether|which|while|who|whose|why|will|with|within|without|would|yes|yet|you|your)\b)(?!\w*[aeiouy]\w*ing\b|\w+(?:[^e]ed|(?<!supp)(?<!app)(?<!rep)ly|[^s]s)\b)[a-z]{3,}"
        r" (?:up |out |on |back |only )?(?:the|an?|all|every|each|more|fewer|better|no more|any|(?:its|their|our|your)|\d+(?:,\d{3})+|at least) [a-z]"
    ),
    "{office}": rf"(?:you|he|she|they|(?:{OFFICES}))",
}


_CONTRACTED = (
    (re.compile(r"(?<![\w=!])would(?=[_|)])"), "(?:would|['’]d)"),
    (re.compile(r"(?<![\w=!])will(?=[_|)])"), "(?:will|['’]ll)"),
    (re.compile(r"(?<=[\w)])[ _]not(?=_)"), "(?:_not|n['’]t)"),
    (re.compile(r"(?<![\w=!])have(?=[_|)])"), "(?:have|['’]ve)"),
    (re.compile(r"\bcannot(?=[_|)])"), "(?:cannot|can['’]t)"),
    (re.compile(r"(?<![\w=!])are(?=[_|)])"), "(?:are|['’]re)"),
    (re.compile(r"(?<![\w=!])am(?=[_|)])"), "(?:am|['’]m)"),
    (re.compile(r"(?<![\w=!])is(?=[_|)])"), "(?:is|(?<=it)['’]s|(?<=at)['’]s|(?<=ere)['’]s)"),
)
_ADVERB_BEGINS, _ADVERB_ENDS = "\x1c", "\x1e"  # white space to a pattern's \s, and told from a plain space
_ADVERBS = re.compile(rf"\s{ADVERB}\b(?=,?\s)", re.IGNORECASE)
_GAP = rf"(?:(?:,?{_ADVERB_BEGINS}[^{_ADVERB_BEGINS}{_ADVERB_ENDS}]++)*,?\s+|(?=['’](?:s|re|m|ve|d|ll)\b))"
_SPACES = rf" {_ADVERB_BEGINS}{_ADVERB_ENDS}"
_CLASS_OR_SPACE = re.compile(r"\[(?:\\.|[^\]])+\]| ")


@lru_cache(maxsize=8192)
def marked(text: str) -> str:
    """`text` with the white space around its adverbs marked, letter for letter as long: a cue need not spell them all out in every gap.

    >>> marked("We would, therefore, like more.").split(), len(marked("a now b"))
    (['We', 'would,', 'therefore,', 'like', 'more.'], 7)
    """
    letters = list(text)
    ends: list[int] = []
    for match in _ADVERBS.finditer(text):
        letters[match.start()] = _ADVERB_BEGINS
        ends.append(match.end() + (text[match.end()] == ","))
    for end in ends:
        if letters[end] != _ADVERB_BEGINS:
            letters[end] = _ADVERB_ENDS
    return "".join(letters)


@dataclass(frozen=True)
class Cue:
    """A pattern in which `_` is a gap that adverbs may fill. It is compiled when it is first looked for, and finds spans of plain text."""

    source: str

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        cue = self.source
        for name, words in _MACROS.items():
            cue = cue.replace(name, words)
        for whole, either in _CONTRACTED:
            cue = whole.sub(either, cue)
        cue = _CLASS_OR_SPACE.sub(lambda found: f"[{_SPACES}]" if found[0] == " " else found[0].replace(" ", _SPACES), cue)
        return re.compile(r"\b" + cue.replace("_", _GAP), re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in `text`; the words of the match hold marks for some of their spaces."""
        return self._pattern.search(marked(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place in `text`."""
        return self._pattern.finditer(marked(text))


@dataclass(frozen=True)
class Rule:
    """One form. `through`: what is thought or noted decides, where it is an act itself."""

    name: str
    act: Sense
    cue: str
    form: str
    through: bool = False

    @cached_property
    def pattern(self) -> Cue:
        """What finds the cue."""
        return Cue(self.cue)
