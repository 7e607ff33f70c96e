"""Words that judge by themselves, wherever they stand in a main clause: the last that is looked for where no other form is there.

Words that name what bodies write about (harm, theft, risk, abuse, complaints) judge nothing and are left out.
"""

from __future__ import annotations

from plantext.find.statements.cues import Rule

COLOURED = (
    Rule(
        "marred",
        "concern",
        (
            r"(?:"
            r"shambles|shambolic|muddles?|muddled|blunders?|eyesore|nightmare|grievances?|lip service|tick-?box|box-ticking|afterthought"
            r"|poor relation|(?:missed|wasted|lost) opportunit(?:y|ies)|uphill struggle|vicious circle|false economy|dead end|blind spots?"
            r"|black hole|postcode lottery|loopholes?|bottlenecks?|stumbling blocks?|bone of contention|sticking plaster|white elephant"
            r"|own goal|too little,? too late|a far cry from|at the mercy of|at their wits['’] end|out of touch|out of reach|up in the air"
            r"|fall(?:s|ing)? apart|fell apart|fall(?:s|ing)? through the (?:net|cracks|gaps)|bear(?:s|ing)? the brunt|bore the brunt"
            r"|(?:go|goes|going|gone|went)_(?:astray|wrong|awry|missing|unnoticed)|(?:give|gives|gave|giving)_up(?=[.,;]|$|_on\b)"
            r"|(?:break|breaks|broke)_down|grind(?:s)? to a halt|ground to a halt|(?:drag|drags|dragged|dragging)_on"
            r"|(?:put|puts|putting)_(?:\w+_){1,3}off\b|off-putting|resort(?:s|ed)?_to"
            r"|struggl(?:e|es|ed|ing)_(?:to|with)|confus(?:es|ed|ing)|baffl(?:es|ed|ing)|alienat(?:es|ed|ing)|dwarfs|shortchang(?:es|ed)"
            r"|botched|bungled|mangled|garbled|marred|weigh(?:s|ed)?_heavily|dogged by|beset (?:by|with)|plagued (?:by|with)|riddled with|fraught with|hamstrung"
            r"|strapped for|starved of|crying need|sorely (?:missed|needed|tested)|long-standing (?:problem|issue|complaint)s?"
            r"|{be}_(?:\w+ly_)?(?:refused|turned away|ignored|disregarded|overruled|rushed|lost|mislaid|cancelled|overheard|duplicated)(?=[.,;]|_(?:for"
            r"|on|at|without|because|and|in|by|when|too)\b)"
            r"|(?:irregularly|unevenly|inconsistently|inadequately|insufficiently|poorly|badly|needlessly|unnecessarily|wrongly|unfairly|reluctantly"
            r"|belatedly|haphazardly|sporadically|grudgingly|carelessly|regrettably|unfortunately|sadly|disappointingly|worryingly|alarmingly"
            r"|unacceptably|inexplicably)"
            r"|neither [\w ]{2,40} nor"
            r")\b"
        ),
        "Post for the upper floors goes astray.",
    ),
    Rule(
        "adorned",
        "praise",
        (
            r"(?:"
            r"triumphs?|breakthrough|lifeline|boon|godsend|a gem|highlight of|game[- ]changer|beacon|flagship success|labour of love"
            r"|(?:heartfelt|warmest|sincere|special|big|huge)_(?:thank|thanks|thank-you|congratulations|praise)|thank-you_to|hats off|kudos"
            r"|(?:great|good|notable|marked|real|significant|clear|considerable|important|major|welcome|big)_(?:deal of_praise|advance|advances"
            r"|improvements?|strides?|step forward|steps forward|leap)|come(?:s)?_in_for_(?:\w+_){0,4}praise"
            r"|(?:is|are|was|were|been|be)_(?:\w+ly_|all_|now_)*(?:thriving|flourishing|transformative|transformed|inspirational|inspired"
            r"|much[- ]loved|well[- ](?:used|attended|received|liked|run|kept|thought|respected|stocked|signposted|maintained)|popular|valued"
            r"|appreciated|treasured|exceeded|praised|admired|respected|applauded)"
            r"|(?:widely|warmly|highly|rightly|deservedly|universally)_(?:used|received|praised|regarded|respected|admired|welcomed|valued|rated)"
            r"|exceed(?:s|ed)_(?:\w+_){0,2}(?:expectations?|targets?|standards?)|the_most_(?:ambitious|impressive|effective|successful|thorough"
            r"|comprehensive|innovative)"
            r"|ahead of (?:schedule|time|target)|under budget|(?:delivered|completed|launched|finished|published|opened)_on time|on time and"
            r"|(?:look|looks|looked|feel|feels|felt|work|works|worked|run|runs|ran)_(?:\w+ly_)?(?:splendid|superb|wonderful|great|lovely|marvellous"
            r"|fantastic|like clockwork|smoothly|beautifully|brilliantly)|very (?:good|helpful|clear|useful|impressive)"
            r"|thankfully|happily|pleasingly|encouragingly|commendably|impressively|admirably|superbly|brilliantly"
            r")\b"
        ),
        "The rowing club has become a lifeline for the estate.",
    ),
)
