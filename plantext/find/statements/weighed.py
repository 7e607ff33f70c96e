"""What is merely said of a thing, ill or well, by no verb of speaking: a clause denied, a fault or merit as predicate, an offer with "could".

These forms count in a main clause, and only where no other form stands: "records that are not exempt" finds fault with nothing.
"""

from __future__ import annotations

from plantext.find.statements.cues import Rule

WEIGHED = (
    Rule(
        "denied",
        "concern",
        (
            r"^(?:nor|neither|at no (?:point|time|stage)|in no sense|not (?:one|a single|every|all|enough)|none of|hardly any|few of)\b|few_(?:have|had|are|were|could|can)\b|^no_(?!doubt|one\b)(?:[\w'’-]+_){1,4}?(?:could|can)_(?!be_|have_)"
            r"|(?:[a-z]{2,}s|[a-z]{2,}ed|did|do)_(?:nothing_(?:to|about|for|on|of)|none_of|neither_of)\b"
            r"|(?:cannot|could_not)_(?:\w+ly_|always_|now_)*(?!be\b|be_|direct|compel|instruct|overturn|investigate|comment|consider\b|make\b"
            r"|take\b|apply|vote|attend|participate|sit\b|[^.;]{0,80}\bwithout\b)[a-z]+\b"
            r"|had_not_(?:yet_)?(?:been_)?(?!{neutral})\w+(?:ed|en|t|de|ld|wn)\b"
            r"|(?:can|could|is|are|was|were|has|have|had|do|does)_no_longer\b|no_longer_[a-z]+s\b"
            r"|(?:rarely|seldom|hardly ever|hardly|scarcely|infrequently)_(?!surpris|unusual|need|[a-z]+ed\b)[a-z]{3,}\b|(?:nobody|no one|no-one)_(?![^.,;]{0,40}\b(?:doubt|disput|den[yi]|question|object|oppos|disagre))\w+|all but_(?!one\b|two\b|three\b|four\b|\d)\w+"
            r"|(?<!you )(?<!he )(?<!she )(?:do|does|did)_not_(?:\w+ly_|always_|yet_)*(?!{neutral})[a-z]+\b"
            r"|(?:have|has|had|(?!was\b)[a-z]{2,}s|[a-z]{2,}ed|(?<!to )(?:get|gain|receive|attract|enjoy|earn|win|find|see))_(?:no|scant)_(?!{unminded})[a-z]"
            r"|(?:is|are|was|were)(?:_(?:simply_|just_|still_|yet_)*not|n['’]t)_(?:\w+ly_|always_|yet_|good_)*(?!a\b|an\b|the\b|one\b|this\b|that\b"
            r"|what\b|to\b|in\b|on\b|for\b|of\b|at\b|by\b|only\b|just\b|{neutral})[a-z]{3,}\b"
        ),
        "Drivers do not always stop at the second pier.",
    ),
    Rule(
        "at_fault",
        "concern",
        (
            r"{seems}_(?:\w+ly_|far_|well_|very_|so_|rather_|quite_|already_|still_|more_|most_|a_little_|to_be_|to_have_been_)*{ill}(?![-\w])"
            r"|{seems}_(?:\w+ly_|already_|still_|now_)*(?:over|under)-?(?!taken|gone|seen|way|ground|stood|pinned|lined|signed|written"
            r"|hauled|lying|lain|ridden|turned|age\b|standing)\w{4,}(?:ed|nt|en|wn)\b"
            r"|{seems}_(?:\w+ly_|already_|now_)*(?:(?:at|over|beyond|near)_(?:full_)?capacity|over_budget|at_breaking point|at_fault|unable_to)\b"
            r"|{seems}_(?:\w+_)?(?:less than|anything but|nothing like|no more than)_(?!a\b|an\b|the\b|half|one\b|two\b|three\b|[\d£$€])[a-z]+"
            r"|(?:go|goes|went|gone|pass|passes|passed|remain|remains|remained|lies|lay|sat|sits|stand|stands|stood)_(?:\w+ly_)?un\w+ed\b"
            r"|{seems}_(?:still_|by_far_|among(?:st)?_|one_of_)*the_(?:weakest|thinnest|vaguest|worst|least_(?:{good}|convincing|persuasive|satisfactory|developed|detailed|ambitious|complete|successful))\b"
            r"|{seems}_open_to_(?:\w+_){0,2}?(?:interpretation|question|doubt|challenge|abuse|criticism|misuse|dispute)\b"
            r"|(?:morale|confidence|trust|satisfaction|attendance|turnout|uptake|take-up|awareness|visibility|participation|engagement)\b[^.,]{0,40}_(?:is|are|was"
            r"|were|remains?)_(?:\w+ly_|very_|so_)*(?:low|poor|falling|down)\b"
            r"|(?:wait(?:s|ing times?|ing lists?)?|delays?|complaints|backlogs?|vacancies|arrears|absences?|sickness|turnover|debts?|injuries|deaths|errors"
            r"|crime)\b[^.,]{0,30}_(?:has|have)_(?:\w+_)?(?:doubled|trebled|risen|grown|increased|soared|mounted)\b"
            r"|(?:falls?|fell|fallen)_(?:\w+_)?(?:below|behind|short)\b|there_{be}_(?:\w+_){0,2}?{faults}|{faults}[^.,]{0,40}_(?:was|were|has been|have been)_(?:found"
            r"|identified|discovered|uncovered)\b|(?:seem|appear)(?:s|ed)?_not_to_|{seems}_at_(?:an?_)?(?:\w+_)?(?:disadvantage|standstill)\b"
            r"|(?:was|were|been)_(?:\w+ly_)?missed\b|(?:{seems}|kept|leaves?|leaving)_(?:[\w'’]+_){0,2}?(?:in the dark|in limbo|fobbed off|brushed aside)\b"
            r"|{be}_(?:caused|put to|left with|exposed to|subjected to)_(?:\w+_){0,3}?{harm}|{be}_(?:being_)?(?:forced to|deprived of|denied"
            r"|left to \w+|passed from|made to (?:wait|feel|pay|travel))\b"
            r"|(?:caus|suffer|experienc|endur|fac)(?:e|es|s|ed|ing)?_(?:\w+_){0,3}?{harm}"
            r"|(?:creat|pos|rais|stor)(?:e|es|ed|ing)_(?:up_)?(?:\w+_){0,2}?(?:problems|difficulties|confusion|risks|uncertainty|delays|barriers|obstacles)\b"
            r"|(?:discourag|penali[sz]|jeopardi[sz]|undermin|hamper|hinder|deter|duplicat|frustrat|misrepresent|misjudg|mishandl|mismanag"
            r"|misinterpret|misunderst|misl|squander|struggl|languish|stagnat|deteriorat|worsen|falter|flounder)(?:s|es|r?ed|eads?|ood)\b"
            r"|(?:is|are|was|were|got|gets|getting|become|became)_(?:\w+_)?worse\b"
            r"|what_(?:is|was|remains)_(?:\w+ly_|far_|much_)?(?:less|missing|lacking|not|un\w+|needed|wanting)\b"
            r"|what_(?:trouble|worrie|concern|disappoint|puzzle|alarm|bother|surprise)s_(?:us|me|members|many|the_\w+)\b"
            r"|(?:is|are|was|were|been|remains?|left)_without\b|(?:is|are|was|were)_(?:hardly|scarcely)_\w+|make(?:s|ing)?_(?:it|things|matters|them)_(?:\w+_)?worse\b"
            r"|(?:is|are|was|were|been|has|have)_(?:rarely|seldom|scarcely|infrequently|poorly|badly|inadequately|insufficiently"
            r"|inconsistently)\b"
            r"|{seems}_(?:\w+_)?(?:un(?!der|til|less|i(?!n)|changed|likely|opposed|affected|usual|common)\w{4,}"
            r"|in(?:visible|adequate|accurate|accessible|appropriate|complete|consistent|effective|efficient|equitable|flexible|secure"
            r"|sufficient)"
            r"|mis(?:placed|judged|guided|conceived|directed|applied|allocated|timed|aligned)|(?:bewilder|baffl|confus|perplex|worry|troubl|disturb|alarm|concern|disappoint|frustrat|dishearten|discourag|shock|appall"
            r"|daunt"
            r"|intimidat|damag|mislead)ing)\b"
            r"|{seems}_(?:\w+ly_|far_|well_|too_|very_|so_)*(?:\w+_(?:days?|weeks?|months?|years?|hours?|members?|posts|officers|staff)_)?(?:in (?:\w+ )?(?:difficulty|difficulties|trouble|crisis|danger|chaos"
            r"|debt|deficit)\b|in (?:short supply|doubt|disrepair|decline|arrears|jeopardy|disarray)"
            r"|out of (?!hours|court|use)\w+"
            r"|behind|below|short (?:of|on)|far from|at odds|under (?:strain|pressure|threat)|beyond (?:reach|repair)|(?:hard|difficult"
            r"|impossible) to)\b"
            r"|in_(?:a |an )?(?:\w+ )?(?:poor|bad|dire|terrible|parlous|unsafe|worrying|shocking)_(?:\w+_)?(?:state|condition|shape|repair|health|order)\b"
            r"|(?:has|have)_(?:\w+_){0,3}?(?:been_)?(?:\w+ly_)?(?:disappeared|vanished|collapsed|dwindled|slipped|stalled|drifted|lapsed"
            r"|neglected"
            r"|overlooked|ignored|forgotten|abandoned|scrapped|lost|delayed|postponed|eroded|weakened|undermined|hampered|underestimated"
            r"|let down)\b"
            r"|(?:is|are|was|were|been|remains?|(?:appear|seem)(?:s|ed)?_to_be|amount(?:s|ed)?_to|constitut(?:es|ed|e))_(?:(?:an?|the"
            r"|wholly|clearly|simply)_)?(?:\w+ly_)?(?:\w+_)?(?:fault|maladministration|failings?|breach|injustice|neglect|false economy"
            r"|nonsense|scandal|failure|disgrace|problem|weakness|disappointment|gap|worry"
            r"|barrier|obstacle"
            r"|setback|mistake|missed opportunity|shame|pity|drawback|flaw|difficulty|omission|oversight)\b"
            r"|(?:is|are|was|were|remains?)_an?_(?:\w+ly_|very_|rather_)?(?:crude|blunt|poor|weak|bad|narrow|thin|flawed|unhelpful"
            r"|misleading)_"
            r"|c[oa]mes?_as_an?_(?:\w+_)?(?:surprise|shock|disappointment|blow)\b|(?:strikes?|struck)_(?:us|me|members|them"
            r"|many)_as_(?!{good})"
        ),
        "The signs at the quay are bewildering for strangers.",
    ),
    Rule(
        "of_merit",
        "praise",
        (
            r"(?:{seems}|has been|have been)_(?:\w+ly_|very_|also_)*(?!clear){good}(?=[.,;]|_(?:and|but|in|at|on|with|when|across)\b|$)"
            r"|(?<!there\s)(?:is|are|was|were)_an?_(?:\w+ly_|very_)?(?:good|excellent|strong|impressive|outstanding|exemplary|notable"
            r"|commendable)_"
            r"|(?:is|are|was|were|been)_an? (?:\w+ )?(?:(?:example|model|credit)_(?:to|of|for|from)|success\b|triumph|asset|joy"
            r"|improvement|achievement"
            r"|step forward)|(?:has|have)_(?:\w+ly_)?(?:improved|worked_hard|made_(?:good|great|real|significant|considerable|steady"
            r"|impressive)_progress)\b|works?_(?:\w+ly_)?well\b"
            r"|{seems}_(?:now_|still_|by_far_|among(?:st)?_|one_of_)*the_(?:best|finest|leading|(?:strongest|clearest|fullest|soundest"
            r"|most_(?:\w+ly_)?(?:{good}|convincing|persuasive|encouraging|ambitious|complete|promising|successful))_(?!objection|critic|case|complaint|opponent|opposition))"
            r"|{seems}_(?:\w+ly_|very_|so_|always_|both_)*{fine}(?=[.,;]|_(?:and|but|in|at|on|with|when|to|throughout|across)\b|$)"
            r"|(?:made|make|makes)_(?:\w+_)*welcome\b|(?:do|does|did|doing|done)_an?_(?:\w+ly_)?(?:{good}|{fine})_job\b"
            r"|(?:got|become|grown)_(?:\w+_)?(?:better|clearer|easier|stronger|quicker|faster|shorter|safer)\b"
            r"|ma(?:de|kes?)_(?:a|all the|such a)_(?:\w+_)?difference\b"
            r"|^to_(?:its|their|his|her|your|the \w+['’]s)_(?:\w+_)?credit\b|(?:went|goes|gone|go|going)_(?:\w+_){0,3}?beyond_(?:what|the call)\b"
            r"|above and beyond\b|second to none\b|the envy of\b|^well done\b|(?:is|was|are|were|been)_a (?:real |great |genuine )?pleasure\b"
            r"|bodes well\b|reads?_(?:\w+ly_|very_)*(?:well|easily|clearly)\b|do(?:es)?_(?:[\w'’]+_){1,3}?credit\b"
        ),
        "The new waiting room is easy to find.",
    ),
    Rule(
        "might_do",
        "suggestion",
        (
            r"could_(?:\w+ly_)?be_(?!seen|said|found|lost|affected|harmed|missed|argued|heard|told|blamed|caused|delayed)[a-z]+ed\b|(?<!panel )(?<!committee )(?<!group )(?<!members )(?<!we )(?<!they )(?<!it )could_(?!not\b|only\b|be\b|find\b|see\b|have\b"
            r"|no\b|lead\b|mean\b"
            r"|result\b|cause\b|become\b|happen\b|fall\b|lose\b|rise\b|take\b|cost\b|affect\b)[a-z]+"
        ),
        "The Trust could run a second boat.",
    ),
)
