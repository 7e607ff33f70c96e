"""The grammar of acts: the verbs of a body that speaks, in an ordered table of rules.

Each rule has its cue and a sentence of ours that shows its form; `tests/find/test_acts.py` holds every rule to its sentence. The cues
of `SPEECH` need a body as their subject, or none at all (a bullet under "The Panel:"). What needs no such subject stands in `passives`
(set phrases and the forms of letters), `answers` (those who are asked) and `matters` (forms about the matter itself).
"""

from __future__ import annotations

from plantext.find.statements.cues import Rule

SPEECH = (
    Rule(
        "not_like",
        "concern",
        (
            r"(?:could|can|to)_find_(?:no|little|nothing)\b|(?:found|saw|seen|heard)_(?:nothing_(?:to|that|about|on)\b|(?:little|scant)_(?!more))|(?:found|saw|seen|heard|received|given)_no_(?:\w+ )?(?:mention|reference"
            r"|evidence|sign|reason|explanation|case|justification)\b|would_not_(?:like|wish"
            r"|want|support|welcome|expect)\b|(?:vetoe[sd]|veto|rejects?|rejected|opposes?|opposed)\b"
            r"|do(?:es)? not_(?:support|agree|accept that|consider|believe|think|feel)\b|did not_(?:support|agree|feel|consider"
            r"|believe|think)\b|(?:cannot|could not|can not|is unable to|are unable to)_(?:support|endorse|see|find|identify|agree"
            r"|accept)\b"
        ),
        "Members would not like to see the two teams merged.",
    ),
    Rule(
        "wants_to_praise",
        "praise",
        (
            r"(?:(?:would|should)_(?:like|wish|want)|wants?|wish(?:es)?|{be}_(?:keen|pleased|glad|happy|proud))_to_(?:{praise}\b"
            r"|(?:(?:place|put|have)_on record|record)_(?:its|our|their|his|her|my)_(?:\w+_){0,3}?(?:thanks|appreciation|gratitude|admiration)\b)"
        ),
        "The Committee would like to commend the volunteers.",
    ),
    Rule(
        "wants_to_say",
        "opinion",
        (
            r"would_draw_(?:your|their|his|her|the_[\w'’]+)_attention_to\b|(?:(?:would|should|will)_(?:like|wish|want)|wish(?:es)?)_to_(?:acknowledge|express|emphasi[sz]e|stress|highlight|point out"
            r"|draw attention to|reiterate"
            r"|note|underline|make clear|remind|record|place on record)\b"
        ),
        "We would like to stress that the helpline should stay open.",
        through=True,
    ),
    Rule(
        "would_suggest",
        "suggestion",
        (
            r"(?:would|may|might)_(?:suggest|propose|advocate)\b|sees?_(?:some_|real_|great_|much_)?(?:merit|scope)_(?:in|for)\b|(?:suggests?|suggested|proposes?|proposed|puts? forward|advocated?"
            r"|floated|mooted|offers? the suggestion|offered the suggestion|makes? the suggestion|made the suggestion|made (?:a|some"
            r"|several|the following) suggestions?)\b"
        ),
        "The Panel suggested that the two websites could be joined.",
    ),
    Rule(
        "interested",
        "information",
        r"(?:would_be|{be})_(?:\w+ly |very )?interested_(?:in|to)\b",
        "The Panel would be interested in the pilot's results.",
    ),
    Rule(
        "would_like",
        "want",
        (
            r"(?:would|should|will|shall)_(?:like|love|prefer|expect|hope|want|wish)\b(?! to_(?:thank|express))|(?:will|shall)_be_(?:seeking|asking|looking|requesting|calling|urging|pressing|inviting|writing to ask)\b|would have_(?:liked"
            r"|expected|welcomed|wished|preferred|hoped)|(?:would|will|shall)_(?:ask|urge|request|recommend|encourage|seek(?! to\b)|call|invite"
            r"|press|challenge|need|require|value|appreciate|welcome|find it (?:helpful|useful)|be (?:very )?(?:helpful|useful))\b"
            r"|(?:would|should)_be_(?:very_|most_)?(?:keen|grateful|pleased to|happy to|glad|appreciative|obliged|eager)\b|(?:was|is|are"
            r"|were)_(?:keen|eager"
            r"|anxious)_(?:to|that)\b|requests?_that\b"
        ),
        "The Assembly would, however, like a target for response times.",
    ),
    Rule(
        "renews",
        "want",
        (
            r"(?:reiterate[sd]?|repeat(?:s|ed)?|renew(?:s|ed)?|makes?|made|puts?)_(?:its|our|their|his|her|my|a|the"
            r"|this)_(?:\w+ )?(?:request|call|recommendation|plea|appeal)s?_(?=for|that|to)"
        ),
        "The Panel reiterated its request for figures on tolls.",
    ),
    Rule(
        "recommends",
        "want",
        (
            r"recommend(?:s|ed|ing)?\b(?!ations?)|makes? the (?:following )?recommendations?\b"
            r"|made the (?:following )?recommendations?\b"
        ),
        "We recommend that the trust publishes its waiting times.",
    ),
    Rule(
        "queries",
        "information",
        r"(?:queries|queried|questions|questioned|enquires?|enquired|inquires?|inquired|probed|asks?_about|asked_about"
        r"|(?:seeks?|sought|tried|wants?|wanted|wish(?:es|ed)?)_to_(?:establish|ascertain|clarify|determine|find out|discover|know"
        r"|learn))\b",
        "The Chair queried the fee.",
    ),
    Rule(
        "wonders",
        "want",
        r"(?:wonders?|wondered)\b",
        "A trader wondered when the arcade would open.",
    ),
    Rule(
        "asks",
        "want",
        (
            r"{be}_(?:asking|requesting|urging|calling (?:on|for)|inviting)\b|(?:asks?|asked|requests?|requested|urges?|urged"
            r"|invites?|invited|encourages|encouraged|challenges|challenged|presses|pressed|instructs?|instructed|directs|directed"
            r"|calls?_(?:up)?on|called_(?:up)?on|calls?_for|called_for|press(?:es)?_(?:for|the)|pressed_for"
            r"|(?:argu|push|plead|petition|campaign|lobb|appeal|press)(?:y|ies|ied|es?|s|ed)?_(?:for|to)|demand(?:s|ed)?|implore[sd]?"
            r"|beg(?:s|ged)?"
            r"|insist(?:s|ed)?_(?:on|upon)|(?:makes?|made|puts?)_the case_for|advis(?:es|ed)_against|favour(?:s|ed)|prefer(?:s|red)?|tasks?|tasked|charges"
            r"|charged"
            r"|looks?_to_(?=the |you |its |our |his |her )|looked_to_(?=the |you |its |our ))\b"
        ),
        "Councillors asked for figures on burglary.",
    ),
    Rule(
        "seeks",
        "want",
        (
            r"(?:{be}_(?:seeking|awaiting|hoping|expecting|looking_for)|seeks?|sought|wish|wishes|wished|wants?|wanted|hopes?|hoped"
            r"|expects?|expected|desires?|awaits?|requires?|needs?|needed|trusts?(?=_that\b)|trusted(?=_that\b)|look(?:s|ed)?_forward_to)\b(?!_(?:out|as)\b)"
        ),
        "The board seeks reassurance that cover will be kept up.",
    ),
    Rule(
        "not_worried",
        "praise",
        r"{be}_full of praise\b|(?:cannot|could_not|can_not)_fault\b|(?:has|have|had)_nothing but_(?:praise|admiration)\b"
        r"|(?:offer|extend|send|express|convey|record)(?:s|es|ed)?_(?:its|their|our|his|her|my)_(?:\w+_){0,2}?(?:congratulations|appreciation"
        r"|admiration|gratitude|compliments)\b|(?:spoke|speaks?)_(?:warmly|highly|well)_of\b"
        r"|(?:has|have|had|raised?|raises|expressed)_no_(?:\w+ )?(?:concerns?|objections?|reservations)\b",
        "The Panel has no objection to the merger.",
    ),
    Rule(
        "is_worried",
        "concern",
        r"(?:{be}|has_been|have_been)_(?:\w+ly |very |most |rather |somewhat |extremely )?{worried}\b",
        "Members were concerned that the line was so often engaged.",
    ),
    Rule(
        "raises_worry",
        "concern",
        (
            r"describe[sd]?_(?:[\w'’-]+_){0,3}?(?:{harm}|{faults}|waits\b)|(?:express(?:es|ed)?|raises?|raised|voice[sd]?|highlight(?:s|ed)|has|have|had|shares?|shared|reiterate[sd]?|repeated"
            r"|recorded|notes?_with|noted_with)_(?:\w+ ){0,3}?{worry}\b(?! you| he| she| of the commissioner)"
        ),
        "The Committee has some concerns about the cost.",
    ),
    Rule(
        "regrets",
        "concern",
        (
            r"(?:regrets?|regretted|laments?|lamented|bemoan(?:s|ed)|complains?|complained|protests?|protested|warns?|warned"
            r"|caution(?:s|ed)"
            r"|worr(?:y|ies|ied)_(?:that|about|over)|dispute[sd]?|took issue|takes? issue|{be}_still_waiting_(?:for|to)|describe[sd]?_(?:[\w'’-]+_){1,7}?as_(?:\w+ly_)?(?:{ill}|un(?!ique)\w+|in(?:adequate|accessible|consistent"
            r"|comprehensible|effective|sufficient)|impenetrable|too_)|{be}_(?:very_|most_)?sorry_(?:to|that|about)"
            r"|fail(?:s|ed)?_to_see"
            r"|feels?_(?:left (?:out|behind)|let down|ignored|unsafe|excluded|unheard|forgotten)|felt_(?:left (?:out|behind)|excluded"
            r"|unheard|forgotten)"
            r"|(?:look|search)(?:ed)?_in vain|f(?:ind|inds|ound)_(?:[\w'’-]+ ){1,6}?(?:hard|difficult|impossible|confusing|unclear"
            r"|unhelpful|poor|wanting|lacking"
            r"|inadequate"
            r"|disappointing|unconvincing|frustrating|inaccessible|off-putting)|fears?|feared|deplores?|deplored|doubts?|doubted"
            r"|criticise[sd]?|criticizes?d?|object(?:s|ed)?_(?:to|that)|disagrees?|disagreed|struggled|finds? it (?:\w+ )?(?:difficult"
            r"|hard|impossible|surprising|disappointing)"
            r"|found it (?:\w+ )?(?:difficult|hard|impossible|surprising|disappointing))\b"
        ),
        "The group regretted the loss of the night bus.",
    ),
    Rule(
        "praises",
        "praise",
        (
            r"(?:thank(?:s|ed)?_(?:[\w'’,]+ ){1,12}?for_{achieving}|(?:acknowledge|note|record|receive)[sd]?_with_(?:gratitude|thanks"
            r"|pleasure|appreciation|satisfaction|approval)"
            r"|value[sd]?(?=_(?:the|its|our|this|being"
            r"|having))|admire[sd]?|liked_(?:the|this|that|how)|enjoyed|(?:was|were)_positive_about|thinks?_highly|congratulates?"
            r"|congratulated|commends?|commended"
            r"|welcomes?|welcomed|praises?|praised|applauds?|applauded|supports?"
            r"|supported|endorses?|endorsed|compliments?|complimented|celebrates?|appreciates? the (?:work|effort|progress|clear"
            r"|open|detailed)|appreciated the (?:work|effort|progress|clear|open|detailed))\b|(?:{be}|has_been|have_been)_(?:\w+ly "
            r"|very |most |particularly )?{pleased}\b(?!_to_(?:receive|note that you would))"
        ),
        "The Board congratulates the crews on their response times.",
    ),
    Rule(
        "finds_good",
        "praise",
        (
            r"f(?:inds|ind|ound)_(?:much|plenty|a_lot|a_(?:great|good)_deal)_(?:[\w'’-]+_){0,5}?to_(?:admire|like|welcome|commend|praise)\b"
            r"|f(?:inds|ind|ound)_(?:[\w'’-]+ ){1,6}?{good}(?! (?:evidence|reason|explanation))\b"
            r"|(?:saw|see|heard|came across|met)_(?:\w+ ){0,3}?{good}_(?:and_\w+_)?(?:\w+_)?(?:practice|work|examples?|progress|leadership"
            r"|relationships?|support|teams?|staff)\b"
        ),
        "Members found the new index helpful.",
    ),
    Rule(
        "is_struck",
        "opinion",
        r"{be}_struck_by\b|{be}_left_with_(?:the|a)_(?:\w+_)?(?:impression|feeling|sense)\b|(?:gained|got|had|formed)_the_(?:\w+_)?(?:impression|feeling)\b",
        "Members were struck by how few shelters had lights.",
        through=True,
    ),
    Rule(
        "body_agreed",
        "opinion",
        r"(?:agrees?|agreed|resolved|resolves|concludes?|concluded|determined|decided)\b",
        "Members agreed that the target should be raised.",
        through=True,
    ),
    Rule(
        "thinks",
        "opinion",
        (
            r"(?:considers?|considered|feels?|felt|believes?|believed|thinks?|thought|judge[sd]?|deem(?:s|ed)|maintains?|argues?|argued|contends?"
            r"|stress(?:es|ed)?|emphasi[sz]e[sd]?|emphasi[sz]es|insist(?:s|ed)?|points? out|pointed out|highlights?|highlighted"
            r"|comments?|commented|remarks?|remarked|observes?|observed|reiterate[sd]?|suspects?|states?|stated|says?|said|told us"
            r"|tell us|raise[sd]?|identifie[sd]|identify|finds?|found|{be}_of the (?:view|opinion)|{be}_(?:\w+ly )?clear"
            r"|advis(?:es|ed)_that|took the view|takes? the view|report(?:s|ed)?_that)\b"
        ),
        "The Panel felt that cycling should have been covered.",
        through=True,
    ),
    Rule(
        "body_will",
        "note",
        r"(?:have|has)_(?:put|placed|added|entered)_(?:[\w'’-]+_){1,8}?(?:on|to|in)_(?:its|our|the|their)_(?:\w+_){0,2}?(?:work_(?:programme|plan)|programme_of_work|agenda|forward_plan)\b|(?:will|shall)\b|intends?_to\b|plans_to\b",
        "The Committee will return to this in the autumn.",
    ),
    Rule(
        "told",
        "note",
        (
            r"(?:{be}|has_been|have_been)_(?:informed|advised|told|aware|mindful|conscious|cognisant|assured|reassured"
            r"|given to understand|reminded|notified"
            r"|updated)\b"
        ),
        "Members were advised that the Chief Officer would move the desk.",
        through=True,
    ),
    Rule(
        "notes",
        "note",
        (
            r"(?:notes?|noted|(?:confirmed|explained)(?=_(?:that|how|why)\b)|understands?|understood|accepts?|accepted|acknowledges?|acknowledged|recogni[sz]e[sd]?|hears?|heard"
            r"|discuss(?:es|ed)?|debated|received(?!_(?:[\d,]+|\w+)_(?:\w+_)?(?:responses|replies|submissions|letters|forms|visits))|recalls?|recalled|appreciates?|appreciated|reviewed|examined|scrutinised|learne?d"
            r"|learnt|explored|discussed|saw|looked at|referred to|visited|toured|reminded|(?:took|takes|gathered) evidence"
            r"|held (?:hearings|sessions)"
            r"|met_(?:with|staff|officers|residents|the)|spoke_(?:of|to|with|on|about|in|at)|interviewed(?!_(?:for|by|as|in)\b))\b"
        ),
        "The Panel noted that a new chief had been appointed.",
        through=True,
    ),
)
"""Verbs of a body that speaks. The first that stands in a sentence with such a subject governs it."""
