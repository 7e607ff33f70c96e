"""What is merely said of a thing, ill or well, by no verb of speaking: a clause denied, a fault or merit as predicate, an offer with "could".

These forms count in a main clause, and only where no other form stands: "records that are not exempt" finds fault with nothing.
"""

from __future__ import annotations

from plantext.find.cues import Rule

WEIGHED = (
    Rule(
        "denied",
        "concern",
        (
            r"^(?:nor|neither|at no (?:point|time|stage)|in no sense|not (?:one|a single|every|all|enough)|none of|hardly any|few of)\b"
            r"|(?:[a-z]{2,}s|[a-z]{2,}ed)_nothing_(?:to|about|for|on|of)\b|(?:nobody|no one|no-one)_\w+|all but_\w+"
            r"|(?<!you )(?<!he )(?<!she )(?:do|does|did)_not_(?:\w+ly_|always_|yet_)*(?!{neutral})[a-z]+\b"
            r"|(?:have|has|had|(?!was\b)[a-z]{2,}s|[a-z]{2,}ed)_no_(?!{unminded})[a-z]"
            r"|(?:is|are|was|were)_(?:simply_|just_|still_|yet_)*not_(?:\w+ly_|always_|yet_|good_)*(?!a\b|an\b|the\b|one\b|this\b|that\b"
            r"|what\b|to\b|in\b|on\b|for\b|of\b|at\b|by\b|only\b|just\b|{neutral})[a-z]{3,}\b"
        ),
        "Drivers do not always stop at the second pier.",
    ),
    Rule(
        "at_fault",
        "concern",
        (
            r"what_(?:is|was|remains)_(?:\w+ly_|far_|much_)?(?:less|missing|lacking|not|un\w+|needed|wanting)\b"
            r"|what_(?:trouble|worrie|concern|disappoint|puzzle|alarm|bother|surprise)s_(?:us|me|members|many|the_\w+)\b"
            r"|(?:is|are|was|were|been|remains?|left)_without\b|(?:is|are|was|were)_(?:hardly|scarcely)_\w+|make(?:s|ing)?_(?:it|things|matters|them)_(?:\w+_)?worse\b"
            r"|(?:is|are|was|were|been|has|have)_(?:rarely|seldom|scarcely|infrequently|poorly|badly|inadequately|insufficiently"
            r"|inconsistently)\b"
            r"|{seems}_(?:\w+_)?(?:un(?!der|til|less|i(?!n)|changed|likely|opposed|affected|usual|common)\w{4,}"
            r"|in(?:visible|adequate|accurate|accessible|appropriate|complete|consistent|effective|efficient|equitable|flexible|secure"
            r"|sufficient)"
            r"|(?:bewilder|baffl|confus|perplex|worry|troubl|disturb|alarm|concern|disappoint|frustrat|dishearten|discourag|shock|appall"
            r"|daunt"
            r"|intimidat|damag|mislead)ing)\b"
            r"|{seems}_(?:\w+ly_|far_|well_|too_|very_|so_)*(?:in (?:short supply|doubt|disrepair|decline|arrears|jeopardy|disarray)"
            r"|out of (?!hours|court|use)\w+"
            r"|behind|below|short (?:of|on)|far from|at odds|under (?:strain|pressure|threat)|beyond (?:reach|repair)|(?:hard|difficult"
            r"|impossible) to)\b"
            r"|in_(?:a |an )?(?:\w+ )?(?:poor|bad|dire|terrible|parlous|unsafe|worrying|shocking)_(?:\w+_)?(?:state|condition|shape)"
            r"|(?:has|have)_(?:\w+_){0,3}?(?:been_)?(?:\w+ly_)?(?:disappeared|vanished|collapsed|dwindled|slipped|stalled|drifted|lapsed"
            r"|neglected"
            r"|overlooked|ignored|forgotten|abandoned|scrapped|lost|delayed|postponed|eroded|weakened|undermined|hampered|underestimated"
            r"|let down)\b"
            r"|(?:is|are|was|were|been|remains?)_an? (?:\w+ly )?(?:\w+ )?(?:failure|disgrace|problem|weakness|disappointment|gap|worry"
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
