"""Set phrases that need no subject: the courtesies of letters, which state nothing, and passives."""

from __future__ import annotations

from plantext.find.statements.cues import Rule

COURTESY = (
    Rule(
        "considered",
        "note",
        (
            r"(?:considered|received|discussed|met to (?:consider|discuss)|meets? to)_(?:the |a |your |its |his "
            r"|an )?(?:[\w'’&]+ ){0,6}?(?:report|draft|changes|paper|papers|proposals|variations?|plan)\b(?! (?:to be|should|on"
            r"|which|that|too|lacked))"
        ),
        "On 4 May the Assembly considered the Mayor's draft plan.",
    ),
    Rule(
        "thanks",
        "note",
        (
            r"(?<!record its )(?<!record their )(?<!record our )(?<!record his )(?<!record her )(?<!record my )(?:thanks?|thanked|thanking)(?!_(?:[\w'’,]+ ){1,12}?for_{achieving})_(?:to |you |the |all |him |her |them |everyone )"
            r"|(?:(?<!be )grateful (?:to(?![^.;,]{2,60}, who_(?!attended|came|responded|replied|spoke))|for(?! (?:\w+ )?{candour})(?= (?:[\w'’]+ ){0,2}(?:opportunit(?:y|ies)|invitation|chance|time|attendance"
            r"|attending|letter|response|reply|coming|presence|comments?|hospitality|patience|report|presentation|answers?|briefing"
            r"|information|update|paper|visit|tour)\b))|express(?:es|ed)? (?:its|their|our"
            r"|my)? ?thanks)_(?:to |you "
            r"|the |all |him |her |them |everyone )"
        ),
        "We would like to thank you for coming.",
    ),
    Rule(
        "letter",
        "note",
        (
            r"(?:please find|please do not hesitate|hope (?:that )?(?:you|this|these|our)\b.{0,30}\b(?:helpful|useful|constructive"
            r"|assists?|helps?)|i am writing|i write|on behalf of the [\w ]+, i am|(?:happy|content|willing)_for_(?:this|our|the"
            r"|my)_(?:response|reply|comments|submission|name)s?|yours (?:sincerely|faithfully)|should you (?:have"
            r"|require|wish|need)|if you have any|if you would like|do let (?:me|us) know|for further information)\b"
        ),
        "Please find our comments attached.",
    ),
    Rule(
        "looking_forward",
        "note",
        (
            r"looks? forward to_(?:(?:receiving )?your (?:\w+ )?(?:response|reply|views|thoughts|attendance)|your"
            r"|the (?:\w+ )?response|(?:his|her|their|its) response|working|meeting|continuing|hearing from|a (?:continued"
            r"|productive|constructive)|another|seeing you|discussing|welcoming|next)\b"
        ),
        "We look forward to working with you.",
    ),
    Rule(
        "publication",
        "note",
        (
            r"(?<!that )(?<!says )(?<!said )(?:panel|committee|board|assembly|we|it)_will_(?:\w+ )?(?:publish|make public|issue)_(?:this|its|our|the)\b"
            r"|^(?:the )?(?:(?:next|following) meeting\b.*\bwill\b|(?:date|dates|time) of (?:the )?next meeting)"
        ),
        "The Panel will publish this report on its site.",
    ),
    Rule(
        "reply_due",
        "note",
        (
            r"(?:is|are)_(?:\w+ly_)?(?:required|obliged)_(?:by [\w ]{1,30} )?to_(?:respond|reply|publish (?:its|his|her|their|a) (?:response|reply))\b"
        ),
        "The Trust is required to respond within 28 days.",
    ),
    Rule(
        "announcement",
        "note",
        (
            r"^(?:below (?:are|is)|the following (?:are|is|sets? out|comments|points|areas|paragraphs|report)|set out below"
            r"|this (?:report|letter|paper|section|document) (?:sets? out|details|outlines|summari[sz]es|provides|presents|contains"
            r"|responds|tells|asks|seeks|invites|informs|updates|explains|describes|recommends|proposes|considers)|(?:the|our"
            r"|its) (?:\w+ )?(?:comments|recommendations|findings|views|conclusions)(?: \w+){0,4} (?:are"
            r"|is) (?:set out|listed|attached|detailed|given|below|as follows))\b"
        ),
        "Below are the points that the Board would like the Trust to weigh.",
    ),
)
"""Forms of letters and reports that state nothing: no statement comes from them."""

PASSIVE = (
    Rule(
        "suggestion_made",
        "suggestion",
        (
            r"(?:one|another|an?)_(?:\w+_)?(?:idea|suggestion|proposal|option)_(?:(?:that|which)_(?:was|is|were)_)?(?:put|made|raised|offered|floated|mooted)\b|an?_(?:better|simpler|fairer|quicker|cheaper|alternative|different|further|second|possible)_(?:\w+_){1,2}(?:would|could"
            r"|might|may)_be\b"
            r"|suggestions?_(?:{be}|has_been|have_been)_(?:also )?(?:made|put forward|raised|offered)|proposal_was_(?:made"
            r"|put forward)|it_(?:{be}|has_been|might_be|could_be)_(?:suggested|proposed|mooted)|(?:{be})_(?:suggested|proposed)_that"
            r"|(?:may|might)_(?:wish|want|like|care|choose)_to|would_do_well_to|would_be_(?:well_advised|wise|sensible|prudent)_to|(?:may|might)_find it (?:\w+ )?(?:useful|helpful)"
            r"|might_(?:wish|want|like|consider)"
            r"|might_usefully|could_(?:perhaps|usefully)|(?:might|may)_be_(?:asked|invited|encouraged|requested|persuaded)"
            r"|(?:way forward|option|answer|remedy|route|alternative|approach|solution|idea|possibility|model)_(?:would|could|might|may)_be\b|(?:idea"
            r"|option|thought)_(?:is|was)_(?:that|to)\b|(?:might|may)_(?:help|be_(?:worth"
            r"|sensible|useful|better|helpful|possible|wise|prudent|preferable|an idea))\b|consideration (?:could|might|may) be given"
            r"|perhaps\b"
        ),
        "The suggestion was made that stalls could share one stand.",
    ),
    Rule(
        "asked_passive",
        "want",
        (
            r"there_{be}_(?:also )?(?:\w+ )?(?:calls?|demand|appetite|requests?|pleas?)_(?:for|to)\b|{be}_(?<!been )(?:asked|requested"
            r"|invited|recommended|urged|encouraged|required by the (?:panel|committee"
            r"|board))_(?:to|that|if|whether|for)\b|requests?_(?:{be}|has_been)_made|it_{be}_hoped_that\b|(?:calls?|pleas?|demands?)_(?:was|were|has been"
            r"|have been)_made_for|it_(?:{be}|has_been)_(?:asked|requested"
            r"|recommended|urged)|(?:recommendation|request|ask|wish|expectation|plea|advice)_(?:is|was|remains)_(?:that|for|to)\b"
        ),
        "The Board is asked to back the approach.",
    ),
    Rule(
        "writes_to_ask",
        "want",
        r"(?:writ(?:e|es|ing|ten)|wrote)_to\b.{3,60}?\b(?:seeking|requesting|asking|to_(?:ask|request|seek))\b",
        "It is for the clerk to write to the trust asking for its accounts.",
    ),
    Rule(
        "sought_passive",
        "information",
        (
            r"(?:clarification|assurances?|reassurances?|information|details?|figures|data|explanations?|an explanation|updates?"
            r"|evidence|answers?|reply|figures|accounts?)_(?:{be}|has_been|have_been)_(?:sought|requested|asked for|needed|required"
            r"|awaited|outstanding)|(?:reports? back|(?:details?|figures|data|evidence|information|explanations?|cop(?:y|ies)|breakdowns?|lists?|accounts?|confirmation)_(?:of|on"
            r"|about|for|as to|regarding)_(?:[\w'’-]+_){1,8}?)_?(?:was|were|is|are)_(?:sought|requested|asked for|called for)\b|questions?_(?:{be}|have_been"
            r"|has_been)_(?:asked|raised|put)_(?:about|as to|on|regarding|concerning|over|how|why|what|whether)|(?:could|can|would"
            r"|will) (?:you|the [\w ]{3,40}?|he|she|they) (?:please )?(?:explain|clarify|confirm|advise|tell|provide (?:further|more"
            r"|a|an|details|information|us|figures|data|evidence|clarification)|outline how|say)\b"
        ),
        "Clarification was sought on who pays for the vans.",
    ),
    Rule(
        "worry_passive",
        "concern",
        (
            r"(?:{owed}[^.,;]{0,50}|£[\d.,]+\w*(?:_(?:million|billion))?)_{be}_(?:still_)?outstanding\b|(?:drew|draws?|attract(?:s|ed)|met_with)_(?:\w+_)?(?:criticism|complaints?|objections?|opposition)\b|(?:g[ai]ves?_rise_to|caus(?:e|es|ed)|prompt(?:s|ed)|provok(?:es|ed)|arous(?:es|ed))_(?:\w+_){0,2}?{worry}\b"
            r"|(?:state|condition|lack|absence|danger|risk|problem|loss|length|delay|slowness|cost)s?_(?:of|in|at|to|from)_(?:[\w'’-]+_){1,7}?(?:was|were|has been)_raised\b"
            r"|it_(?:trouble|worrie|concern|disappoint|sadden|surprise|alarm|puzzle|dismay|frustrate|trouble|disturb)(?:s|d|ed)_(?:us"
            r"|members|the|me|many)\b"
            r"|(?:recurring|common|commonest|chief|principal|frequent|repeated|main|biggest|greatest)_(?:theme|issue|problem|grievance|difficulty|complaint"
            r"|worry)s?_{be}\b"
            r"|{be}_(?:\w+ly )?critical_of\b|there_{be}_(?:\w+ )?{worry}_(?:that|about|at|over|around|as|with)\b|{worry}_(?:{be}|has_been"
            r"|have_been)_(?:also )?(?:raised|expressed|voiced|noted|felt|recorded)"
            r"|it_{be}_(?:a matter of concern|regrettable|unfortunate|disappointing|worrying|concerning|of concern|surprising"
            r"|regretted)|(?:{be}|remains)_(?:a |an |of |the )?(?:\w+ )?(?:(?:matter|source|cause|ground)s? (?:of|for) (?:\w+ )?{worry}"
            r"|concern|worry"
            r"|disappointment|disappointing|regrettable|worrying|unfortunate|unacceptable)\b|^(?:[\w’']+ ){0,4}(?:concern|worry"
            r"|reservation|fear)s?_(?:is|was|were|are|remains?)_(?!raised|expressed|noted)|^(?:[\w’']+ ){0,2}{worry}_(?:about|that"
            r"|over|around|at|regarding|concerning|as to|with)\b"
        ),
        "Concern was expressed about the state of the cells.",
    ),
    Rule(
        "helpful_if",
        "want",
        (
            r"(?:it_)?would_be_(?:\w+ly |very |most |more )?(?:helpful|useful|beneficial|good|welcome|advisable|desirable|preferable|appreciated"
            r"|of (?:\w+ )?(?:benefit|interest|value))\b|would_be_welcomed?\b|would_be_(?:assisted|helped|aided)_by\b|would_(?:greatly "
            r"|really )?(?:assist|aid|help)_(?:us"
            r"|members|the|readers|if)\b|please\b"
        ),
        "It would be helpful to have a list of the pilot sites.",
    ),
    Rule(
        "agreed_passive",
        "undertaking",
        (
            r"(?<!never )(?:said|says|confirmed|explained|stated|announced|replied|indicated|added|assured_(?:us|members|the_\w+)|told_(?:us|members|the_\w+))_(?:that_)?(?:he|she|it)_(?:would|will"
            r"|intends?_to|plans?_to)_(?!(?:been|had|have|like|welcome|prefer|rather|never|not|expect|hope|appreciate|cost|need|take|mean|depend|rise|fall|end|be)\b)[a-z]+"
            r"|it_(?:{be}|has_been)_agreed_that_(?:the )?{office}(?: [\w'’]+){0,4}? (?:would|will)\b|(?:the |your |his |her |their "
            r"|a |\w+['’]s )(?!\w+_to_(?:(?!(?:that|which|who|and)\b)[\w'’%-]+_){1,12}?(?:should|must|ought_to|needs?_to|has_to|have_to|(?:would|could|might)_be|(?:is|are)_(?:welcome|needed|missing|absent|lacking))\b)(?:agreement|undertaking|commitment|intention|assurance|promise|pledge|willingness|plans?"
            r"|offer)s?_(?:to(?! (?:a|an|the|this|his|her|its|our|your)\b)|that (?:you|he|she|they|it|the))\b"
            r"|will_be_(?:\w+ly )?(?:reflected|included|addressed|set out|added|incorporated|strengthened|amended|covered|clarified"
            r"|expanded)_(?:in|within|into|to)_(?:the|your|our|its|this)\b"
        ),
        "His assurance that the kiosk will reopen was recorded.",
    ),
    Rule(
        "thought_passive",
        "opinion",
        (
            r"{be}_(?:widely_|generally_|broadly_)?(?:felt|thought|considered|judged|held|found|believed|said)_(?=to_(?:be|have)\b)"
            r"|(?:it_{be}_)?(?:the|our|their|its|my)_(?:\w+_)?(?:view|opinion|feeling|belief|contention|consensus|position)_(?:(?:of|among)_(?:[\w'’]+_){1,5}?)?(?:{be}_)?that\b"
            r"|there_{be}_(?:an?_)?(?:\w+_)?(?:sense|feeling|perception|view|impression|belief)_(?:\w+_){0,4}?that\b|it_(?:{be}|has_been)_(?:felt|considered|thought|believed|argued|agreed|resolved|stressed|highlighted|emphasi[sz]ed"
            r"|pointed out)\b"
        ),
        "It was felt that the lane should be lit.",
        through=True,
    ),
    Rule(
        "said_passive",
        "note",
        (
            r"it_(?:{be}|has_been)_(?:noted|reported|explained|confirmed|advised|heard|acknowledged|recogni[sz]ed|understood|appreciated"
            r"|accepted|clarified|stated|said)\b"
        ),
        "It was noted that the survey had closed.",
        through=True,
    ),
    Rule(
        "praise_passive",
        "praise",
        (
            r"(?:has|have)_(?:our|the_[\w]+['’]s|my|members['’])_(?:\w+_){0,2}?(?:backing|support|confidence|admiration|gratitude|thanks)\b"
            r"|(?:has|have)_(?:every|full|complete|great)_confidence_in\b|how_(?:much|greatly|highly|warmly|deeply)_(?:we|i|it|they|members|(?:the|our)_\w+)_(?:(?:have|had|has)_)?(?:appreciate|value|welcome|enjoy|admire|like)d?\b"
            r"|^(?:full marks|hats off|credit|bravo|congratulations)_(?:must_go_|is_due_)?to\b"
            r"|(?:is|are|was|were)_described_as_(?:\w+ly_)?(?:{good}|{fine})\b"
            r"|there_{be}_(?:a great deal|much|a lot|plenty)_(?:\w+_){0,5}?(?:to_(?:like|admire|welcome|praise|commend)"
            r"|(?:that_)?we_(?:like|welcome|support"
            r"|admire))\b|(?:{be}|has_been|have_been)_(?:to be )?(?:welcomed|commended|congratulated|applauded|praised|commendable|laudable"
            r"|impressive|exemplary|encouraging|pleasing|excellent|much improved|very positive)\b|it_{be}_(?:\w+ )?(?:good|pleasing"
            r"|encouraging|positive|heartening|reassuring|welcome) (?:to|that)\b|^good progress\b"
            r"|^(?:good|substantial|strong|full|significant|positive)_(?:\w+_)?assurance\b"
            r"|(?:says?|said)_(?:a_lot|much|a_great_deal)_for\b|speaks?_(?:well_of|volumes_for)\b|(?:is|are|was|were)_a_(?:testament|tribute)_to\b|reflects?_(?:great_|real_)?(?:well|credit)_(?:up)?on\b"
            r"|(?:by|in)_(?:commend|thank|prais|congratulat|applaud|welcom)ing\b|on_record_(?:its|their|our|his|her|my)_(?:\w+_){0,3}?(?:thanks|appreciation|gratitude|admiration)\b"
            r"|(?:paid|pays?)_(?:\w+_){0,2}?tribute_to\b|prove(?:s|d|n)?_(?:(?:its|their)_worth|invaluable|successful|popular|effective)\b|(?:drew|draws?|earne?d?s?|wins?|won|attract(?:s|ed))_(?:\w+_)?(?:praise|acclaim|plaudits|compliments|applause)\b|(?:deserves?|deserved|merits?|is worthy of)_(?:\w+ )?(?:credit|praise|applause|celebration|recognition|congratulation"
            r"|thanks)"
            r"|(?:is|are|was|were|represents?|marks?)_(?:an? )?(?:\w+ly )?(?:\w+ )?(?:welcome|marked|real|significant|great"
            r"|considerable)_(?:improvement|step"
            r"|addition|achievement|success)|(?:is|are|was|were)_(?:\w+ly )?(?:welcome|outstanding|admirable|praiseworthy"
            r"|well_(?:received|written|run|led"
            r"|designed|presented|evidenced|organised))\b|(?:is|are)_(?:working|going)_well\b|(?:is|are|was)_to_(?:the|your|his|her"
            r"|their|its)_credit\b|(?:to_be|as)_(?:\w+ly )?(?:thoughtful|clear|comprehensive|well[- ](?!as\b)|excellent|impressive|good"
            r"|strong"
            r"|robust)"
            r"|there_{be}_(?:\w+ )?(?:support"
            r"|praise|agreement|enthusiasm)_(?:for|that|with)|{paper}_(?:is|are|was|were)_(?:\w+ly )?(?:clear\b(?! that)|well[- ]"
            r"|comprehensive|realistic|readable|impressive|strong|balanced|good|excellent)"
        ),
        "The speed of the repairs is to be commended.",
    ),
)
"""Passives and set phrases that need no subject."""
