"""The plain words for an ask and what answers it: what was looked for, the earlier edition, the response, last year's undertakings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plantext.model.coverage import Answer, Reply
from plantext.model.findings import Statement
from plantext.report import words

STANCE_WORDS: Mapping[str, str] = {
    "accepted": "Accepted",
    "in_part": "Accepted in part",
    "rejected": "Not accepted",
    "noted": "Noted",
    "answered": "Answered, neither yes nor no",
}

NEW = "New in this edition"
OLD = "Stood in the earlier edition"
NO_REPLY = "No answer to this was found in the response."
KEPT = "What was promised before, and what this plan says of it"


def ask_words(said: Statement) -> str:
    """What kind of act a statement is, the number that it bears in print, and its page."""
    numbered = f", numbered {said.number}" if said.number else ""
    return f"{words.ACT_WORDS[said.act]}{numbered}, {words.page_words(said.page, said.line)}"


def searched_words(terms: Iterable[str]) -> str:
    """What was looked for, a sentence.

    >>> searched_words(["trams", "buses"]), searched_words(["The draft came late."])
    ('Searched for: trams, buses.', 'Searched for: The draft came late.')
    """
    return f"Searched for: {', '.join(terms).rstrip('.')}."


def nearest_words(answer: Answer) -> list[str]:
    """What came nearest where nothing was found, each passage with its place."""
    return [f"Nearest, though it may not answer: “{one.text}” ({words.place_words(one)})" for one in answer.nearest]


def new_words(new: bool | None) -> str:
    """Whether a passage is new in this edition; nothing where it is not known."""
    return "" if new is None else NEW if new else OLD


def evidence_words(why: str, new: bool | None) -> str:
    """Why a passage was chosen, and whether it is new.

    >>> evidence_words("a milestone; holds: trams", True)
    'A milestone; holds: trams. New in this edition'
    """
    return ". ".join(part for part in (words.sentence(why), new_words(new)) if part)


def reply_words(reply: Reply) -> str:
    """What the response says to an ask, in a line: the side it takes, whether the plan has it, and the places of the plan that it names."""
    parts = [STANCE_WORDS[reply.stance]]
    if reply.status:
        parts.append(f"what it says is {words.STATUS_WORDS[reply.status].lower()} in the plan")
    if reply.refers_to:
        parts.append(f"it names {', '.join(reply.refers_to)}")
    return "; ".join(parts)


def again_words(number: int) -> str:
    """That this year's report returns to an undertaking."""
    return f"This report returns to it in {words.plural(number, 'statement')}."
