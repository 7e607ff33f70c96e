"""Bare orders, "Cut false alarms by 5 per cent": how a plan speaks that needs no "we will"."""

from __future__ import annotations

import re

LONGEST_ORDER = 40  # words of a bare order, "Cut false alarms"; a longer paragraph tells something
FEWEST_WORDS = 3  # of an order that stands without a name for what it is

VERBS = frozenset(
    "abolish achieve acquire adapt add address adopt advance advise agree align allocate answer appoint arrange ask assess assign assist attract audit award ban begin"
    " bid bring build buy campaign carry catalogue celebrate champion change check clean clear close coach collaborate collect commission communicate complete"
    " conduct connect conserve construct consult continue convene convert coordinate co-ordinate count cover create cut decrease dedicate deepen define deliver"
    " demonstrate deploy design designate develop devise digitise direct double draft draw dredge drive earmark educate electrify embed employ enable encourage end"
    " enforce engage enhance enlarge enrol ensure equip establish evaluate examine exercise expand explore extend facilitate find finish fit fix focus form"
    " foster free fund gather get give grant grow guarantee halve harmonise have help hire hold host identify implement improve include increase inform"
    " inspect install insulate integrate introduce invest investigate invite involve issue join keep launch lay lead learn lend let level lift limit link"
    " lobby lower maintain make manage map match maximise measure meet mend mentor merge minimise mobilise model modernise monitor move negotiate nominate offer"
    " open operate organise outline paint pay phase pilot plan plant prepare preserve press prevent prioritise procure produce promote protect provide publicise"
    " publish purchase put raise reach rebuild recruit rehouse resurface reroute recycle reduce reform refresh refurbish regenerate register reinforce release remove renew reopen repair"
    " replace report require research resist resolve respond restore retain retrofit reuse review revise revitalise reward roll run safeguard save schedule"
    " secure seek sell set share shift show sign simplify speed sponsor start stop streamline strengthen study submit supply support survey sustain tackle take teach tell"
    " target test tighten trace track train transfer transform treat trial triple undertake unify update upgrade upskill use vaccinate visit waive welcome widen work write".split()
)
"""The verbs of doing that plans open with."""

_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|be|been|can|could|may|might|must|should|would|does|did|fell|rose|went|came|made|took)\b",
    re.IGNORECASE,
)
_NO_VERB = frozenset(
    "the a an this these that those it its our your their his her my we i they there in on at by for from of with to as and but or if when where"
    " while since after before during under over all both each every many most some more few no not people crime staff".split()
)
_VERB_FORM = re.compile(r"[A-Z][a-z-]*(?:[^s]|ss)$|Focus$")
_NO_ORDER = ("ing", "ed", "ly")
_ORDER_ALL_THE_SAME = frozenset("bring embed feed speed seed weed shed proceed succeed supply apply rely comply reply multiply".split())
_ASIDE = re.compile(
    r"\b(?:that|which|who|whose|where|so|if|when|while|until|as)\b", re.IGNORECASE
)  # what follows may tell: "Mend the steps that are worn"
_SENTENCES = re.compile(r"[.!?]\s+[A-Z]")


def orders(text: str) -> bool:
    """Whether a text may be a bare order: it opens with a word in a verb's form, and tells nothing.

    >>> orders("Cut false alarms by 5 per cent"), orders("Bring lamps to the quay"), orders("Cutting alarms"), orders("The quay is lit.")
    (True, True, False, False)
    """
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return (
        bool(_VERB_FORM.match(first))
        and first.lower() not in _NO_VERB
        and (not first.lower().endswith(_NO_ORDER) or first.lower() in _ORDER_ALL_THE_SAME)
        and len(text.split()) <= LONGEST_ORDER
        and not _SENTENCES.search(text)
        and not _TELLS.search(_ASIDE.split(text, maxsplit=1)[0])
    )


def orders_surely(text: str) -> bool:
    """Whether an order opens with one of the verbs of doing that plans use: "Police officers" has a verb's form too.

    >>> orders_surely("Open a ferry stop"), orders_surely("Violent crime in towns"), orders_surely("Review of piers")
    (True, False, False)
    """
    words = text.lower().split()
    return len(words) >= FEWEST_WORDS and words[0] in VERBS and words[1] != "of" and orders(text)
