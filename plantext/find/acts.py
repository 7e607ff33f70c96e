"""The grammar of acts: which words make a sentence a request, a concern, an undertaking, … An ordered table of rules.

A rule has the words that give it away (`cue`) and a sentence of ours that shows its form; `tests/find/test_acts.py` holds every rule
to its own sentence. In a cue `_` stands for a space that adverbs may fill ("would, therefore, like"), and `{be}` for the forms of "be".
Cues of `SPEECH` are verbs of a body that speaks, and need one as their subject (or none at all: a bullet under "The Panel:").
Cues of `PASSIVE` need no subject. Cues of `CLAUSE` are about the matter itself and count where nobody's verb governs them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from plantext.find.speakers import ADVERB, OFFICES
from plantext.model.findings import Act

Reading = Act | Literal["want", "opinion"]
"""`want` is request or information, told by what is wanted; `opinion` is told by what is thought."""

_MACROS = {
    "{be}": r"(?:am|is|are|was|were|be|been|being|remains?|remained|feels?|felt|left)",
    "{more}": r"(?:more|greater|further|additional|better|fuller|stronger|clearer|increased|improved|explicit|a clear|clear|a specific|specific|significantly more|much more)",
    "{worried}": (
        r"(?:concerned|worried|disappointed|dissatisfied|unhappy|surprised|troubled|uneasy|unconvinced|unclear|unsure|uncertain|alarmed|frustrated|sceptical|skeptical"
        r"|apprehensive|dismayed|critical|unable to (?:see|find|understand|judge|assess|establish|tell|identify)|not (?:yet |fully |wholly |entirely )?(?:convinced|satisfied|persuaded|clear|sure|reassured|assured|confident|content|happy))"
    ),
    "{worry}": r"(?:concerns?|worries|reservations?|disappointment|doubts?|fears|unease|misgivings|regrets?|dissatisfaction|anxiety|frustration|surprise)",
    "{pleased}": (
        r"(?:pleased|delighted|impressed|encouraged|heartened|happy|glad|gratified|reassured|satisfied|supportive|content|grateful|thankful|appreciative|in favour|complimentary"
        r"|confident)"
    ),
    "{paper}": r"(?:plans?|report|document|draft|strategy|section|chapter|papers?|version|objectives?|text|narrative|policy|framework|budget|proposals?|programme|priorit(?:y|ies)|milestones?|targets?|measures?)",
    "{office}": rf"(?:you|he|she|they|(?:{OFFICES}))",
}


def _compiled(cue: str) -> re.Pattern[str]:
    for name, words in _MACROS.items():
        cue = cue.replace(name, words)
    return re.compile(r"\b" + cue.replace("_", rf"(?:,?\s+{ADVERB}\b,?)*,?\s+"), re.IGNORECASE)


@dataclass(frozen=True)
class Rule:
    """One form. `through`: what is thought or noted decides, where it is an act itself."""

    name: str
    act: Reading
    cue: str
    form: str
    through: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled cue."""
        return _compiled(self.cue)


COURTESY = (
    Rule("considered", "note", r"(?:considered|received|discussed|met to (?:consider|discuss)|meets? to)_(?:the |a |your |its |his |an )?(?:[\w'’&]+ ){0,6}?(?:report|draft|changes|paper|papers|proposals|variations?|plan)\b(?! (?:to be|should|on|which|that|too|lacked))", "On 4 May the Assembly considered the Mayor's draft plan."),
    Rule("thanks", "note", r"(?:thanks?|thanked|thanking|grateful to|express(?:es|ed)? (?:its|their|our|my)? ?thanks)_(?:to |you |the |all |him |her |them |everyone )", "We would like to thank you for coming."),
    Rule("letter", "note", r"(?:please find|please do not hesitate|hope (?:that )?(?:you|this|these|our)\b.{0,30}\b(?:helpful|useful|constructive|assists?|helps?)|i am writing|i write|on behalf of the [\w ]+, i am|yours (?:sincerely|faithfully)|should you (?:have|require|wish|need)|if you have any|if you would like|do let (?:me|us) know|for further information)\b", "Please find our comments attached."),
    Rule("looking_forward", "note", r"looks? forward to_(?:(?:receiving )?your (?:\w+ )?(?:response|reply|views|thoughts|attendance)|your|the (?:\w+ )?response|(?:his|her|their|its) response|working|meeting|continuing|hearing from|a (?:continued|productive|constructive)|another|seeing you|discussing|welcoming|next)\b", "We look forward to working with you."),
    Rule("publication", "note", r"(?:panel|committee|board|assembly|we|it)_will_(?:\w+ )?(?:publish|make public|issue)_(?:this|its|our|the)\b", "The Panel will publish this report on its site."),
    Rule("announcement", "note", r"^(?:below (?:are|is)|the following (?:are|is|sets? out|comments|points|areas|paragraphs|report)|set out below|this (?:report|letter|paper|section|document) (?:sets? out|details|outlines|summari[sz]es|provides|presents|contains|responds)|(?:the|our|its) (?:\w+ )?(?:comments|recommendations|findings|views|conclusions)(?: \w+){0,4} (?:are|is) (?:set out|listed|attached|detailed|given|below|as follows))\b", "Below are the points that the Board would like the Trust to weigh."),
)
"""Forms of letters and reports that state nothing: no statement comes from them."""

SPEECH = (
    Rule("not_like", "concern", r"would_not_(?:like|wish|want|support|welcome|expect)\b|do(?:es)? not_(?:support|agree|accept that|consider|believe|think|feel)\b|did not_(?:support|agree|feel|consider|believe|think)\b|(?:cannot|could not|can not|is unable to|are unable to)_(?:support|endorse|see|find|identify|agree|accept)\b", "Members would not like to see the two teams merged."),
    Rule("wants_to_praise", "praise", r"(?:would|should)_(?:like|wish)_to_(?:congratulate|commend|praise|applaud|welcome|record its appreciation|pay tribute|support|endorse|acknowledge the (?:good|hard|excellent))\b", "The Committee would like to commend the volunteers."),
    Rule("wants_to_say", "opinion", r"(?:would|should|will)_(?:like|wish|want)_to_(?:emphasi[sz]e|stress|highlight|point out|draw attention to|reiterate|note|underline|make clear|remind|record|place on record)\b", "We would like to stress that the helpline should stay open.", through=True),
    Rule("would_suggest", "suggestion", r"(?:would|may|might)_(?:suggest|propose|advocate)\b|(?:suggests?|suggested|proposes?|proposed|puts? forward|advocated?|floated|mooted|offers? the suggestion|offered the suggestion|makes? the suggestion|made the suggestion|made (?:a|some|several|the following) suggestions?)\b", "The Panel suggested that the two websites could be joined."),
    Rule("interested", "information", r"(?:would_be|{be})_(?:\w+ly |very )?interested_(?:in|to)\b", "The Panel would be interested in the pilot's results."),
    Rule("would_like", "want", r"(?:would|should|will)_(?:like|love|prefer|expect|hope|want|wish)\b(?! to_(?:thank|express))|(?:would|will)_(?:ask|urge|request|recommend|encourage|seek|call|invite|press|challenge|need|require|value|appreciate|welcome|find it (?:helpful|useful)|be (?:very )?(?:helpful|useful))\b|would_be_(?:very_)?(?:keen|grateful|pleased to|happy to|glad|appreciative|eager)\b|(?:was|is|are|were)_(?:keen|eager|anxious)_(?:to|that)\b|requests?_that\b", "The Assembly would, however, like a target for response times."),
    Rule("recommends", "want", r"recommend(?:s|ed|ing)?\b(?!ations?)|makes? the (?:following )?recommendations?\b|made the (?:following )?recommendations?\b", "We recommend that the trust publishes its waiting times."),
    Rule("asks", "want", r"(?:asks?|asked|requests?|requested|urges?|urged|invites?|invited|encourages|encouraged|challenges|challenged|presses|pressed|instructs?|instructed|directs|directed|calls?_(?:up)?on|called_(?:up)?on|calls?_for|called_for|pressed_for|argues?_for|argued_for|queries|queried|questioned|enquired|inquired|wondered)\b", "Councillors asked for figures on burglary."),
    Rule("seeks", "want", r"(?:seeks?|sought|wish|wishes|wished|wants?|wanted|hopes?|hoped|expects?|expected|desires?|awaits?|requires?|needs?|needed|look(?:s|ed)?_forward_to)\b(?!_(?:out|as))", "The board seeks reassurance that cover will be kept up."),
    Rule("is_worried", "concern", r"(?:{be}|has_been|have_been)_(?:\w+ly |very |most |rather |somewhat |extremely )?{worried}\b", "Members were concerned that the line was so often engaged."),
    Rule("raises_worry", "concern", r"(?:express(?:es|ed)?|raises?|raised|voice[sd]?|highlight(?:s|ed)|has|have|had|shares?|shared|reiterate[sd]?|repeated|recorded|notes?_with|noted_with)_(?:\w+ ){0,3}?{worry}\b(?! you| he| she| of the commissioner)", "The Committee has some concerns about the cost."),
    Rule("regrets", "concern", r"(?:regrets?|regretted|fears?|feared|deplores?|deplored|doubts?|doubted|criticise[sd]?|criticizes?d?|objects? to|objected to|disagrees?|disagreed|struggled|finds? it (?:\w+ )?(?:difficult|hard|impossible|surprising|disappointing)|found it (?:\w+ )?(?:difficult|hard|impossible|surprising|disappointing))\b", "The group regretted the loss of the night bus."),
    Rule("praises", "praise", r"(?:congratulates?|congratulated|commends?|commended|welcomes?|welcomed|praises?|praised|applauds?|applauded|supports?|supported|endorses?|endorsed|compliments?|complimented|celebrates?|appreciates? the (?:work|effort|progress|clear|open|detailed)|appreciated the (?:work|effort|progress|clear|open|detailed))\b|(?:{be}|has_been|have_been)_(?:\w+ly |very |most |particularly )?{pleased}\b(?!_to_(?:receive|note that you would))", "The Board congratulates the crews on their response times."),
    Rule("body_agreed", "opinion", r"(?:agrees?|agreed|resolved|resolves|concludes?|concluded|determined|decided)\b", "Members agreed that the target should be raised.", through=True),
    Rule("thinks", "opinion", r"(?:considers?|considered|feels?|felt|believes?|believed|thinks?|thought|maintains?|argues?|argued|contends?|stress(?:es|ed)?|emphasi[sz]e[sd]?|emphasi[sz]es|insist(?:s|ed)?|points? out|pointed out|highlights?|highlighted|comments?|commented|remarks?|remarked|observes?|observed|reiterate[sd]?|suspects?|states?|stated|says?|said|told us|tell us|raise[sd]?|identifie[sd]|identify|finds?|found|{be}_of the (?:view|opinion)|{be}_(?:\w+ly )?clear|took the view|takes? the view)\b", "The Panel felt that cycling should have been covered.", through=True),
    Rule("body_will", "note", r"will\b|intends?_to\b|plans_to\b", "The Committee will return to this in the autumn."),
    Rule("told", "note", r"(?:{be}|has_been|have_been)_(?:informed|advised|told|aware|assured|reassured|given to understand|reminded|notified|updated)\b", "Members were advised that the Chief Officer would move the desk.", through=True),
    Rule("notes", "note", r"(?:notes?|noted|understands?|understood|accepts?|accepted|acknowledges?|acknowledged|recogni[sz]e[sd]?|hears?|heard|discuss(?:es|ed)?|debated|received|recalls?|recalled|appreciates?|appreciated|reviewed|examined|scrutinised|learne?d|learnt|explored|discussed|saw|looked at|referred to)\b", "The Panel noted that a new chief had been appointed.", through=True),
)
"""Verbs of a body that speaks. The first that stands in a sentence with such a subject governs it."""

PASSIVE = (
    Rule("suggestion_made", "suggestion", r"suggestions?_(?:{be}|has_been|have_been)_(?:also )?(?:made|put forward|raised|offered)|proposal_was_(?:made|put forward)|it_(?:{be}|has_been|might_be|could_be)_(?:suggested|proposed)|(?:{be})_(?:suggested|proposed)_that|may_(?:wish|want|like)_to|might_(?:wish|want|like|consider)|might_usefully|could_(?:perhaps|usefully)|consideration (?:could|might|may) be given|perhaps\b", "The suggestion was made that stalls could share one stand."),
    Rule("asked_passive", "want", r"{be}_(?<!been )(?:asked|requested|invited|recommended|urged|encouraged|required by the (?:panel|committee|board))_(?:to|that|if|whether|for)\b|requests?_(?:{be}|has_been)_made|it_(?:{be}|has_been)_(?:asked|requested|recommended|urged)|recommendation_(?:is|was)\b", "The Board is asked to back the approach."),
    Rule("sought_passive", "information", r"(?:clarification|assurances?|reassurances?|information|details?|figures|data|explanations?|an explanation|updates?|evidence)_(?:{be}|has_been)_(?:sought|requested|asked for|needed|required)|questions?_(?:{be}|have_been|has_been)_(?:asked|raised|put)_(?:about|as to|on|regarding|concerning|over|how|why|what|whether)|(?:could|can|would|will) (?:you|the [\w ]{3,40}?|he|she|they) (?:please )?(?:explain|clarify|confirm|advise|tell|provide (?:further|more|a|an|details|information|us|figures|data|evidence|clarification)|outline how|say)\b", "Clarification was sought on who pays for the vans."),
    Rule("worry_passive", "concern", r"{worry}_(?:{be}|has_been|have_been)_(?:also )?(?:raised|expressed|voiced|noted|felt|recorded)|it_{be}_(?:a matter of concern|regrettable|unfortunate|disappointing|worrying|concerning|of concern|surprising|regretted)|(?:{be}|remains)_(?:a |an |of |the )?(?:\w+ )?(?:matter of |source of |cause for )?(?:concern|worry|disappointment|disappointing|regrettable|worrying|unfortunate|unacceptable)\b|^(?:[\w’']+ ){0,2}{worry}_(?:about|that|over|around|at|regarding|concerning|as to|with)\b", "Concern was expressed about the state of the cells."),
    Rule("helpful_if", "want", r"(?:it_)?would_be_(?:\w+ly |very |most |more )?(?:helpful|useful|beneficial|good|welcome|appreciated|of (?:\w+ )?(?:benefit|interest|value))\b|would_be_welcomed?\b|would_(?:greatly |really )?(?:assist|aid|help)_(?:us|members|the|readers|if)\b|please\b", "It would be helpful to have a list of the pilot sites."),
    Rule("agreed_passive", "undertaking", r"it_(?:{be}|has_been)_agreed_that_(?:the )?{office}(?: [\w'’]+){0,4}? (?:would|will)\b|(?:the |your |his |her |their |a |\w+['’]s )(?:agreement|undertaking|commitment|intention|assurance|promise|pledge|willingness|plans?|offer|proposal)s?_(?:to(?! (?:a|an|the|this|his|her|its|our|your)\b)|that (?:you|he|she|they|it|the))\b|will_be_(?:\w+ly )?(?:reflected|included|addressed|set out|added|incorporated|strengthened|amended|covered|clarified|expanded)_(?:in|within|into|to)_(?:the|your|our|its|this)\b", "His assurance that the kiosk will reopen was recorded."),
    Rule("said_passive", "note", r"it_(?:{be}|has_been)_(?:noted|reported|explained|confirmed|advised|heard|acknowledged|recogni[sz]ed|understood|accepted|clarified|stated|said|pointed out|highlighted|stressed|felt|considered|agreed|resolved)\b", "It was noted that the survey had closed.", through=True),
    Rule("praise_passive", "praise", r"(?:{be}|has_been|have_been)_(?:to be )?(?:welcomed|commended|congratulated|applauded|praised|commendable|laudable|impressive|exemplary|encouraging|pleasing|excellent|much improved|very positive)\b|it_{be}_(?:\w+ )?(?:good|pleasing|encouraging|positive|heartening|reassuring|welcome) (?:to|that)\b|^good progress\b", "The speed of the repairs is to be commended."),
)
"""Passives and set phrases that need no subject."""

UNDERTAKES = _compiled(
    r"(?:{office}|{paper}|forces?|team)(?: \([\w ]+\))?(?:_(?:had|has|have|is|are|was|were|would be|will be))?_(?:agree[sd]?|agreed|will|would|shall|intend(?:s|ed|ing)?|undertook|undertakes?|undertaken|commit(?:s|ted|ting)?|promise[sd]?"
    r"|pledge[sd]?|plan(?:s|ned|ning)? to|propos(?:es|ed|ing) to|offer(?:s|ed)? to|going to|due to|(?:is|are) to|aims? to|seeking to)\b(?! be aware| recall| remember| know| appreciate that| see from| note| with\b)"
)
"""One who answers agrees or intends: "The Panel notes that you are intending to open a second desk"."""

PROMISES = _compiled(
    r"(?:agree[sd]?(?:_to|_that)?|will|shall|intend(?:s|ed|ing)?|undertook|undertakes?|undertaken|commit(?:s|ted|ting)?|promise[sd]?|pledge[sd]?|plan(?:s|ned|ning)?_to|propos(?:es|ed|ing)_to"
    r"|offer(?:s|ed)?_to|going_to|aims?_to|accepted_(?:the (?:recommendation|suggestion|point)|that [\w ]+ should|this)|(?:are|is|am)_(?:fully |wholly )?committed_to|(?:gave|give|given)_(?:an? |your |his |her |the )*(?:assurance|undertaking|commitment))\b"
    r"(?! be aware| recall| remember| know| appreciate that| see from| note\b| with\b)"
)
"""The verb of an undertaking, after a subject that answers to the body."""

SAYS = _compiled(
    r"(?:note[sd]?|set out|told|tell|said|says?|explain(?:s|ed)?|describe[sd]?|discuss(?:es|ed)?|mention(?:s|ed)?|highlight(?:s|ed)?|confirm(?:s|ed)?|advise[sd]?|report(?:s|ed)?|state[sd]?|stress(?:es|ed)?"
    r"|point(?:s|ed)? out|outline[sd]?|acknowledge[sd]?|inform(?:s|ed)?|assure[sd]?|reassure[sd]?|raise[sd]?|held|holds?|launched|spoke|referred|refers|recogni[sz]e[sd]?|clarified|believe[sd]?|think|thinks|considers?|presented|presents|responded|answered|replied|asked|felt|indicated|suggested|emphasi[sz]ed|gave|have|has|had|are|were|is|was|welcomed|accepts?|accepted|understands?)\b"
)
"""What one who answers says or does, for the record."""

CLAUSE = (
    Rule("need_for_clarity", "concern", r"(?:a |the )?(?:need|scope|room)_for_{more}_(?:\w+ )?(?:clarity|details?|information|certainty|explanation|evidence|transparency)\b", "There is a need for more clarity on the fees."),
    Rule("should", "request", r"(?:should|must|ought_to|needs?_to|has_to|have_to)_(?!you\b|it\b|they\b|we\b|the\b|there\b|any\b)[a-z]+", "The next edition must name the lead officer."),
    Rule("lacking", "concern", r"there_(?:{be}|appears? to be|appeared to be|seems? to be|seemed to be|has been|have been|had been|continues to be)_(?:also )?(?:no\b|no-one|nothing|none|little|very little|limited|insufficient|not (?:enough|sufficient|any|a|much)|inadequate|few|very few|a lack|a shortage|an absence|a distinct lack|a gap|gaps|minimal|scant|only (?:one|a|limited|brief)|less|too (?:much|little|many|few)|a risk)\b", "There was little in it about rural roads."),
    Rule("not_said", "concern", r"(?:do|does|did|has|have|had|is|are|was|were)_(?:not|n't)_(?:been_)?(?:\w+ly_)?(?:mention(?:ed)?|refer(?:red)?|includ(?:e|ed)|address(?:ed)?|contain(?:ed)?|cover(?:ed)?|set out|explain(?:ed)?|reflect(?:ed)?|make (?:any |it )?(?:clear|mention|reference)|give|given|provid(?:e|ed)|specif(?:y|ied)|identif(?:y|ied)|recogni[sz]ed?|acknowledged?|described?|defined?|stated?|appear|feature|sufficiently|adequately|clear|measurable|enough|ambitious|consistent|listed|named|detailed|costed|say|show|shown|demonstrated?|quantified?)\b", "The draft does not mention street lighting."),
    Rule("missing", "concern", r"(?:lacks?|lacked|lacking|omits?|omitted|omission of|fails?_to|failed_to|failure to|(?:is|are|was|were|remains?|be)_(?:silent|missing|absent|unclear|weak|vague|thin|inadequate|insufficient|confusing|inconsistent|out of date|poor|limited|unrealistic|underdeveloped|under-developed|overlooked|left out|difficult to (?:follow|read|understand|find|measure)|hard to (?:follow|read|understand|find|measure)|too \w+|no longer (?:mentioned|included|there))|no longer (?:mentions?|includes?|refers?)|makes? no (?:mention|reference)|made no (?:mention|reference)|says? (?:nothing|little)|said (?:nothing|little)|contain(?:s|ed)? (?:no|little|few)|mak(?:es?|ing) it (?:more |very |so |too )?(?:difficult|hard|harder|impossible))\b", "The chapter on cadets is thin."),
    Rule("absence", "concern", r"(?:^(?:the |a |an |also )?(?:clear |complete |continued |total |general |notable |apparent )?(?:lack|absence|omission|shortage)_of|^no_(?:\w+ ){0,2}(?:mention|reference|detail|information|target|targets|measures?|evidence|indication|explanation|plan|sign)\b|^nothing_(?:on|about|in|is|was|to)\b|^(?:little|insufficient|inadequate|limited|not enough|too (?:little|few|much|many))\b|^(?:\w+ ){1,3}not (?:mentioned|included|covered|addressed)\b|(?:the )?(?:lack|absence)_of\b.{3,80}\b(?:is|was|are|were|remains|makes|means)\b)", "No mention of wheelchair users."),
    Rule("needed", "request", r"(?:a |the )?need_(?:for|to)\b|(?:is|are|was|were|remains)_(?:\w+ly_)?(?:needed|required|essential|vital|imperative|recommended)_?\b|(?:greater|more|stronger|better|increased|clearer)_(?:\w+ ){0,3}?(?:to be|should be|needs?|required|wanted)\b|(?:more|greater)_(?:emphasis|focus|priority|attention|prominence|visibility|reference|consideration)\b|to be (?:included|added|strengthened|reinstated|reflected|published|reviewed)\b", "Greater weight to be given to farms."),
    Rule("could", "suggestion", r"could_(?:be_(?:\w+ )?(?:included|strengthened|improved|expanded|added|clearer|stronger|more|better|developed|extended|enhanced|made|considered|given|used|reduced|linked|integrated)|(?:do|go|say|make|include|benefit|consider|set|use|explore))\b|would_benefit_from\b|there (?:is|may be|might be|could be) (?:scope|merit|room|value|an opportunity)|an opportunity to\b|worth (?:considering|exploring|including)\b", "The map could be made larger."),
    Rule("question", "information", r"^(?:how|what|when|where|why|which|who|does|do|did|is|are|was|has|have|can|could|will|would)\b[^.]*\?$", "How will the council pay for it?"),
)
"""Forms about the matter itself. They count where nobody's verb governs the sentence, or within what is thought."""

ABSENCE = _compiled(
    r"(?:no_(?:\w+ly_)?(?:\w+ )?(?:mention|reference|detail|targets?|measures?|information|tangible|section|indication|specific|explicit|commitment|evidence|milestones?|provision|explanation|objectives?)"
    r"|(?:absence|omission|lack)_of|nothing_(?:on|about|in|is said|to)|omit(?:s|ted)?|left out|(?:is|are|was|were)_(?:missing|absent|silent)"
    r"|(?:not|n't)_(?:been_)?(?:\w+ly_)?(?:mention(?:ed)?|refer(?:red)?|include[ds]?|address(?:ed)?|contain(?:ed)?|cover(?:ed)?|set out|feature[ds]?|appear|named?|listed|specify|specified|identified)"
    r"|should_(?:\w+_)?have_been_(?:\w+ly_)?(?:included|mentioned|covered|addressed|referred|listed|named|added|set out|part|there|reflected|featured|given)|should_have_(?:included|mentioned|covered|addressed|had|contained|set out|featured|referred|named)"
    r"|no longer (?:mentions?|includes?|refers?|mentioned|included|contains?|features?|appears?)|fail(?:s|ed|ure)?_to_(?:mention|include|refer|address|cover|set out|name)|(?:says?|said) nothing|there_(?:is|are|was|were)_(?:no\b|nothing|none)|(?:contain(?:s|ed)?|has|have|had)_no_(?!concern|objection|comment|doubt|issue|wish|choice|option)|without any (?:mention|reference))"
)
"""Words that say that something is not there. Whether it is about the plan is for coverage to check."""


def say_absent(text: str) -> bool:
    """Whether `text` says that something is not there.

    >>> say_absent("It makes no mention of trams."), say_absent("Trams are mentioned twice.")
    (True, False)
    """
    return bool(ABSENCE.search(text))
