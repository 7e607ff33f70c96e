"""Forms about the matter itself: what is missing, thin or wrong, what should be, and what is said to be absent."""

from __future__ import annotations

from plantext.find.statements.cues import Cue, Rule

CLAUSE = (
    Rule(
        "need_for_clarity",
        "concern",
        (
            r"(?:a |the )?(?:need|scope|room)_for_{more}_(?:\w+ )?(?:clarity|details?|information|certainty|explanation|evidence"
            r"|transparency)\b"
        ),
        "There is a need for more clarity on the fees.",
    ),
    Rule(
        "should",
        "request",
        r"(?:(?<!than they )(?<!than it )should|must(?!_have_(?:been|had|\w+ed)\b)|ought_to|needs?_to|(?<!will )(?<!would )(?<!may )(?<!might )(?<!not )(?:has|have)_to)_(?!be_(?:said|noted|remembered|admitted|stressed|acknowledged)\b|you\b|it\b|they\b|we\b"
        r"|the\b|there\b|any\b)[a-z]+",
        "The next edition must name the lead officer.",
    ),
    Rule(
        "imperative",
        "want",
        (
            r"^(?:(?:please|so|and|but|now|just|above all|finally|first|lastly),? )*(?=(?:(?:do not|don['’]t)_(?!hesitate|forget|worry)[a-z]+"
            r"|let_(?!us\b|me\b)\w+|make_(?:sure|it|them)|stop_[a-z]+ing|think_again|(?:put|give|bring|take|keep)_(?:the"
            r"|a|an|this|that|these|some|more|us|it|them|your|our|young|local|people))\b|{bidding})"
        ),
        "Make sure that the lights work.",
    ),
    Rule(
        "merits",
        "request",
        r"(?:merit|deserve|warrant)s?_(?:a|an|more|its|further|greater|closer|better|fuller|separate|proper)\b|belongs?_in\b",
        "Night buses merit a milestone.",
    ),
    Rule(
        "lacking",
        "concern",
        (
            r"there_(?:{be}|(?:appear|seem)(?:s|ed)? to (?:be|have been)|has been|have been|had been"
            r"|continues to be)_(?:also )?(?:no\b|no-one|nothing|none|(?:precious_|so_)?little|very little|limited|scarcely|hardly|barely|next to (?:no|none|nothing)\b"
            r"|insufficient|(?:real|clear|serious|great|obvious) (?:risk|danger|lack|gap|absence|shortage)|a (?:\w+ )?(?:danger|threat"
            r"|risk)"
            r"|not (?:enough"
            r"|sufficient|any|a|much)|inadequate|few|very few|a lack|a shortage|an absence|a distinct lack|(?:scope|room|potential) for (?:\w+ )?(?:confusion|error|abuse|doubt|misunderstanding|disagreement)|a gap|gaps|minimal|scant"
            r"|only (?:one|a|limited|brief)|less|too (?:much|little|many|few)|a risk)\b"
        ),
        "There was little in it about rural roads.",
    ),
    Rule(
        "not_said",
        "concern",
        (
            r"nowhere_(?:does|do|did|is|are|was|were|in)\b|nothing_(?:is|was|has been|had been)_(?:\w+ly_)?(?:said|offered|proposed|planned|provided|decided|promised)_(?:about|on|of|for|to)\b|but_(?:says_|said_)?(?:very_)?(?:little|nothing)_(?:of|about|on)\b|(?:do|does|did|has|have|had|is|are|was|were)_(?:not"
            r"|n't)_(?:been_)?(?:\w+ly_)?(?:mention(?:ed)?|refer(?:red)?"
            r"|includ(?:e|ed)|address(?:ed)?|contain(?:ed)?|cover(?:ed)?|set out|explain(?:ed)?|reflect(?:ed)?|make (?:any "
            r"|it )?(?:clear|mention|reference)|give|given|provid(?:e|ed)|specif(?:y|ied)|identif(?:y|ied)|recogni[sz]ed?"
            r"|acknowledged?|described?|defined?|stated?|appear|feature|sufficiently|adequately|clear|measurable|enough|ambitious"
            r"|consistent|listed|named|detailed|costed|say|show|shown|demonstrated?|quantified?)\b"
        ),
        "The draft does not mention street lighting.",
    ),
    Rule(
        "removed",
        "concern",
        (
            r"(?:(?:{paper}|commitment|reference|mention)\b.{0,60}_(?:has|have|had)_been_(?:\w+ly )?(?:dropped|removed|deleted"
            r"|left out|omitted|taken out|watered down|weakened|diluted)|been_(?:\w+ly )?(?:dropped|removed|deleted|left out|omitted"
            r"|taken out)_from_(?:the|this|your)_(?:\w+ )?{paper})\b"
        ),
        "The measure for noise has been dropped.",
    ),
    Rule(
        "none_named",
        "concern",
        (
            r"no_(?:[\w-]+ ){1,4}?(?:has been|have been|had been|is|are|was|were)_(?:named|set|given|made|identified|included"
            r"|provided|published|mentioned|allocated|proposed|shown|listed|offered|planned|carried out|done|undertaken|held|taken"
            r"|tested|recorded|kept|sought|costed|appointed|issued|explained)\b"
        ),
        "No date has been set for the survey.",
    ),
    Rule(
        "missing",
        "concern",
        (
            r"(?:too_(?:\w+ly|much|little|few|many|late|often|long|short|small|large|high|low|slow|soon|narrow|broad|vague|complex"
            r"|dense)\b"
            r"|(?<!that )(?<!which )(?:falls?|fell)_short|leaves?_(?:much|something|a (?:good|great) deal|a lot)_to be desired|at odds_with|contradicts?|(?:ignore"
            r"|overlook|neglect|understate|overstate|confuse|glosse)[sd]_(?:the|over)"
            r"|(?:is|are|was|were|seems?|remains?)_(?:\w+_)?(?:light|short|thin|weak|vague|hazy|sketchy)_on\b"
            r"|(?:feel|feels|felt|feeling)_(?:left out|shut out|unheard|excluded|forgotten|abandoned|isolated|undervalued|powerless|intimidated|fobbed off)\b"
            r"|(?:feel|feels|felt|is|are|was|were|been)_(?:unsafe"
            r"|overlooked|ignored|let down|neglected|disproportionate)|lacks?|lacked|lacking|omits?"
            r"|omitted|omission of|leaves?_out|fails?_to|failed_to|failure to|(?:is|are|was|were|been|remains?|be)_(?:silent|below|missing"
            r"|absent|unclear"
            r"|weak|slow|late|patchy|uneven|sparse|overdue|delayed|behind schedule|stalled|incomplete|rushed|out of (?:order|use)"
            r"|vacant|unfilled|fragmented|disjointed|chaotic|opaque|excessive|flawed|ineffective|inefficient|arbitrary|unequal|inaccurate"
            r"|deficient|struggling|failing|deteriorating|declining|worsening|understaffed|overstretched|outdated|(?:poor|insufficient"
            r"|inadequate)ly \w+|un(?:addressed|answered|explained|resolved"
            r"|met|funded|supported|tested"
            r"|satisfactory|balanced|ambitious|workable|acceptable|convincing|reliable|helpful)|under-resourced|vague|thin|inadequate"
            r"|insufficient|confusing|inconsistent|out of date|poor|limited|unrealistic|underdeveloped"
            r"|under-developed|overlooked|left out|difficult to (?:follow|read|understand|find|measure)|hard to (?:follow|read"
            r"|understand|find|measure)|too \w+|no longer (?:mentioned|included|there))|no longer (?:mentions?|includes?|refers?)"
            r"|makes? no (?:mention|reference)|made no (?:mention|reference)|says? (?:nothing|little)|said (?:nothing|little)"
            r"|(?:contain|g[ai]ve|pay|paid|offer|show|include|provide|present|ma[kd]e|identif(?:y|ie)|carr(?:y|ie)|demonstrate|suggest)(?:s|d|ed)?"
            r"_(?:no(?! (?:objections?|concerns?|doubt|comments?|observations?|change|apolog\w+|recommendations?|difference))|little"
            r"|few|scant)\b|mak(?:es?|ing) it (?:more |very |so |too )?(?:difficult|hard|harder|impossible))\b"
        ),
        "The chapter on cadets is thin.",
    ),
    Rule(
        "falls_short",
        "concern",
        (
            r"(?:(?:is|are|was|were|been|being)_(?:given|allotted|allowed|accorded|granted|(?:dealt_with|dismissed|covered|handled|disposed_of|treated)_in"
            r"|(?:confined|limited|reduced|relegated)_to)|gets?|got|receives?|received|merits?|rates?|earns?|earned)_(?:only_|just_|barely_|but_|(?:little_|no_)?more_than_)*"
            r"(?:(?:one|two|a_couple_of|a_few)_(?:\w+_)?(?:lines?|sentences?|paragraphs?|mentions?|bullets?(?:_points?)?|footnotes?|words)"
            r"|(?:half_an?|an?_(?:single|bare|mere|passing|solitary|lone|fleeting|scant))_(?:\w+_)?(?:line|sentence|paragraph|mention|reference|page|clause|word|bullet|footnote))\b"
            r"|(?:is|are|was|were)_(?:only_|just_|barely_)*mentioned_(?:only_|just_)*(?:once|twice|in_passing|briefly)\b(?!_by\b)"
            r"|(?:than|what)_(?!\d)(?:\w+_){0,2}?(?:should|ought to)_have\b(?!_(?:an?|the|at|its|their|no|more)\b)|(?:cannot|could_not)_be_(?![^.;]{0,80}\bwithout\b)(?:described|regarded|said|considered|justified|right"
            r"|sustained|defended|relied|called|counted|explained|excused|guaranteed|acceptable)\b"
            r"|(?:has|have)_(?:lengthened|worsened|deteriorated|slipped|stalled)\b|(?:dangerous|unacceptab|worrying|alarming"
            r"|disappointing|persistent"
            r"|stubborn|unreasonab|undu)ly_\w+|cannot_(?:follow|afford|see|understand|reach|tell|access|find|cope|be_(?:seen|judged"
            r"|measured|traced))\b"
            r"|(?<!no )(?<!not )(?:only|just|fewer than|less than|barely|as few as)_(?:\d+|one|two|three|four|five|six|seven|eight|nine"
            r"|ten|(?:a )?half|a (?:third|quarter"
            r"|handful|few))\b(?: per cent| percent|%)?_(?:of|out of|in)_|(?:still|yet|currently)_(?:has|have|had|do|does|is|are)_(?:no"
            r"|not)\b"
            r"|(?:do|does|did)_not_(?:add up|match|reconcile|work|meet|reach|go|help|follow|take|tell|amount|allow|enable|stretch|bear"
            r"|hold"
            r"|distinguish|account|deal|link|join|align|answer|seem|feel|make|compare|assess|consult|deliver|offer|capture|measure|fit"
            r"|live"
            r"|respond|engage|listen|understand|carry|reassure|inspire|take)\b|(?<!that )(?<!which )(?<!who )(?:has"
            r"|have)_(?:still_)?not_(?:yet_)?(?:been_)?(?!changed|altered|moved|affected|opposed|needed|required|sought)\w+(?:ed|en|t"
            r"|ne|de|ld|un|ose|ome|ung)\b|(?:has|have)_yet_to\b"
            r"|(?:was|were)_not_(?!required|needed|intended|expected|affected|opposed|changed|altered|amended|moved|limited|asked)\w+ed\b"
            r"|(?:was|were)_not_(?:\w+ly_)?(?:given|told|sent|met|kept|shown|made|done|heard|sought|taken|held)\b"
            r"|(?:is|are)_(?:still_|yet_)?not_(?:yet_)?(?:in place|available|met|ready|complete|completed|published|signed|in post|fit)\b"
            r"|(?:reached|sent to|given to|circulated to|shared with|tabled|arrived)_(?:us |members |the \w+ )?(?:only |just )?(?:\d+"
            r"|one|two|three"
            r"|four|a) (?:working )?(?:hours?|days?)_(?:before|ahead of|prior to)"
        ),
        "Only four of the ten shelters have lights.",
    ),
    Rule(
        "absence",
        "concern",
        (
            r"(?:^(?:the |a |an |also )?(?:clear |complete |continued |total |general |notable |apparent )?(?:lack|absence|omission"
            r"|shortage)_of|^no_(?:\w+ ){0,2}(?:mention|reference|detail|information|target|targets|measures?|evidence|indication"
            r"|explanation|plan|sign)\b|^nothing_(?!to add|further|[^.]{3,80}_(?:more_\w+_than|so_\w+_as)\b)\w+|^(?:little|insufficient|inadequate|limited|not enough"
            r"|too (?:little|few|much|many))\b|^(?:\w+ ){1,3}not (?:mentioned|included|covered|addressed)\b|(?:the )?(?:lack"
            r"|absence)_of\b.{3,80}\b(?:is|was|are|were|remains|makes|means)\b)"
        ),
        "No mention of wheelchair users.",
    ),
    Rule(
        "needed",
        "request",
        (
            r"what_(?:we|they|i|members|\w+s)_(?:\w+_)?(?:need|want|would_like|ask_for)s?\b[^.]{0,40}?_(?:is|are)\b|(?:a "
            r"|the )?need_(?:for|to)\b|(?<!not )(?<!n['’]t )(?:needs?|wants)_(?!nothing|something|anything)[a-z]{3,}ing\b|(?:[a-z]{3,}(?<!s)s|people|children|women|men|staff|who_[^.;,]{3,60}?)_need_(?:help|support|training|guidance|advice|proper"
            r"|better|more|extra|additional|further|clear\w*|(?:an?|their|its|to_be)_(?:\w+_){1,3}?\w+(?:ed|en|lt|ght))\b"
            r"|(?<!not )(?:needs|{paper}_need)_(?:an?|more|better|greater|further|clearer|stronger|urgent"
            r"|fuller)\b|cr(?:ies|ied) out_for"
            r"|(?:priority|wish|plea)_(?:for|of|among|from)_(?:[\w'’]+_){1,4}?(?:is|was|remains)_(?:an?_)?(?:better|more|fewer|cheaper|longer|safer|cleaner|new|quicker|proper)\b"
            r"|an?_(?:\w+_)?(?:strong|clear|compelling|good|powerful|overwhelming|pressing|urgent)_(?:case|argument|need)_(?:for|to)\b"
            r"|time_has_(?:now_)?come_(?:for|to)\b|^it_is_for_(?:[\w'’]+_){1,4}?to_(?!say|know|decide|determine|judge|you\b)"
            r"|it is (?:high )?time (?:that|to|for|the)|(?:is|are|was|were|remains)_(?:\w+ly_)?(?:needed|required|called for|essential"
            r"|vital"
            r"|imperative"
            r"|recommended)\b|(?:greater|more|stronger|better|increased|clearer)_(?:\w+ ){0,3}?(?:to be|should be|needs?|required"
            r"|wanted)\b|(?:more|greater)_(?:emphasis|focus|priority|attention|prominence|visibility|reference|consideration)\b"
            r"|to be (?:included|added|strengthened|reinstated|reflected|published|reviewed)\b"
        ),
        "Greater weight to be given to farms.",
    ),
    Rule(
        "essential",
        "request",
        (
            r"(?:is |are |was |it |be )?(?:\w+ly )?(?:essential|important|vital|imperative|crucial|necessary)_(?:that|to (?:have"
            r"|include|set|see|make|give|name))\b"
        ),
        "It is necessary that the plan names a lead.",
    ),
    Rule(
        "could",
        "suggestion",
        (
            r"would_be_(?:\w+ly_|much_)?(?:improved|strengthened|enhanced|helped)_(?:by|if|with)\b|would_(?:help|assist|improve|aid|enhance|strengthen|be (?:better|clearer|stronger))\b|(?:could"
            r"|might)_(?:be_(?:\w+ )?(?:done"
            r"|included|strengthened|improved|expanded|added|clearer|stronger|more|better|developed"
            r"|extended|enhanced|made|considered|given|used|reduced|linked|integrated)|(?:do|go|say|make|include|benefit|consider"
            r"|set|use|explore))\b|would_benefit_from\b|there (?:may|might|could) be (?:some )?lessons|there (?:is|may be|might be|could be|would be) (?:some )?(?:scope(?! for (?:\w+ )?(?:confusion|error|abuse|doubt|misunderstanding|disagreement))|merit|room"
            r"|value"
            r"|an opportunity)|an opportunity to\b|worth_(?!noting|remembering|stressing|saying|mentioning|highlighting|pointing"
            r"|recalling|recording)\w+ing\b"
        ),
        "The map could be made larger.",
    ),
    Rule(
        "question",
        "information",
        (
            r"^(?:please |[^?]{0,60}, )?(?:how|what|when|where|why|which|who|does|do|did|is|are|was|has|have|can|could|will|might|may"
            r"|should"
            r"|would)\b[^.]*\?$"
        ),
        "How will the council pay for it?",
    ),
)
"""Forms about the matter itself. They count where nobody's verb governs the sentence, or within what is thought."""

ABSENCE = Cue(
    r"(?:nowhere_(?:does|do|did|is|are|was|were|in)|no_(?:\w+ly_)?(?:\w+ )?(?:mention|reference|detail|targets?|measures?|information"
    r"|tangible|section|indication"
    r"|specific|explicit|commitment|evidence|milestones?|provision|explanation|objectives?)"
    r"|(?:absence|omission|lack)_of|nothing_(?:on|about|in|is said|to)|omit(?:s|ted)?|left out|(?:is|are|was"
    r"|were)_(?:missing|absent|silent)"
    r"|(?:not|\w+n['’]t)_(?:been_)?(?:\w+ly_)?(?:mention(?:ed)?|refer(?:red)?|include[ds]?|address(?:ed)?|contain(?:ed)?|deal(?:t)? with|touch(?:ed)? on|speak of"
    r"|cover(?:ed)?|set out|feature[ds]?|appear|named?|listed|specify|specified|identified)"
    r"|(?:should|ought_to)_(?:\w+_)?have_been_(?:\w+ly_)?(?:included|mentioned|covered|addressed|referred|listed|named|added"
    r"|set out|(?:a )?part|there|reflected|featured|given)|(?:should|ought_to)_(?:\w+_)?have_(?:included|mentioned|covered|addressed"
    r"|had|contained|set out|featured|referred|named|found a place|appeared)"
    r"|be_(?:\w+ly )?(?:put back|reinstated|re-instated|reinserted|brought back_into|restored_(?:to|in))"
    r"|no longer (?:mentions?|includes?|refers?|mentioned|included|contains?|features?|appears?)|fail(?:s|ed"
    r"|ure)?_to_(?:mention|include|refer|address|cover|set out|name)|(?:says?|said) nothing|there_(?:is|are|was"
    r"|were)_(?:no\b|nothing|none)|{paper}(?: \w+){0,2}?_(?:contain(?:s|ed)?|has|have|had|sets?|gives?|makes?|offers?|shows?|names?)_no_(?!concern|objection)"
    r"|no_(?:[\w-]+ ){1,4}?(?:has been|have been|had been|is|are|was|were)_(?:named|set|given|identified|included|mentioned"
    r"|listed|shown)|would_have_(?:liked|expected|welcomed|wished|preferred)_(?:to see )?(?:a |an |some |more )?(?:mention"
    r"|reference|section|targets?|measures?|chapter)|(?:has|have|had)_been_(?:\w+ly )?(?:dropped|removed|deleted|left out"
    r"|omitted|taken out)|without any (?:mention|reference))"
)
"""Words that say that something is not there. Whether it is about the plan is for coverage to check."""


def say_absent(text: str) -> bool:
    """Whether `text` says that something is not there.

    >>> say_absent("It makes no mention of trams."), say_absent("Trams are mentioned twice.")
    (True, False)
    """
    return bool(ABSENCE.search(text))
