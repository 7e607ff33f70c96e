"""Statements of a report held against judged ones: is each found, and is it known for the act that it is?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from evaluation.scores import Scores
from evaluation.texts import accepted, bare, likeness, pair_texts

Json = dict[str, Any]

SAME_STATEMENT = 0.6  # half of a sentence that holds two asks still reaches it; two sentences under one theme do not
SAME_DATE = 0.5  # "in the edition for 2033-34" and "the edition for 2033-34"
ACTS = ("request", "information", "concern", "suggestion", "undertaking", "praise", "note")
ASKS = ACTS[:4]


def score_statements(results: Mapping[str, Json], answers: Sequence[Json]) -> Scores:
    """`results`: a report's name → its `recommendations` result, or an empty dict.

    Answers list no courtesies, so that what was found beyond them counts as wrong only where it is taken for an ask.
    """
    scores = Scores()
    counts: Counter[str] = Counter()
    for report, result in sorted(results.items()):
        found = result.get("statements", [])
        wanted = [answer for answer in answers if answer["document"] == report]
        pairs = pair_statements(found, wanted)
        counts["wanted"] += len(wanted)
        counts["matched"] += len(pairs)
        for index, answer in enumerate(wanted):
            counts.update(_judge(scores, answer, found[pairs[index]] if index in pairs else None))
        for index in sorted(set(range(len(found))) - set(pairs.values())):
            extra = found[index]
            if extra["act"] in ASKS:
                counts["extra"] += 1
                scores.case(f"extra.{extra['id']}", {"text": extra["text"], "act": extra["act"]}, None)
    scores.overlap("found", counts["matched"], counts["matched"] + counts["extra"], counts["wanted"])
    for name in ("act", "absence_claim", "due", "theme"):
        scores.share(name, counts[name], counts["matched"])
    return scores


def pair_statements(found: Sequence[Json], wanted: Sequence[Json]) -> dict[int, int]:
    """Wanted → found; an answer's text may be led by its stem."""

    def score(f: int, w: int) -> float:
        text, stem = wanted[w]["text"], wanted[w].get("stem") or ""
        return max(likeness(found[f]["text"], text), likeness(found[f]["text"], f"{stem} {text}"))

    return pair_texts(len(found), len(wanted), score, SAME_STATEMENT)


def _judge(scores: Scores, answer: Json, one: Json | None) -> Counter[str]:
    fields = ("act", "absence_claim", "due", "theme")
    acts = accepted(answer, "act", ACTS)
    want = {"text": answer["text"], "act": " or ".join(sorted(acts))} | {name: answer[name] for name in fields[1:]}
    if one is None:
        scores.case(answer["key"], None, want)
        return Counter()
    absences = {True, False} if re.search(r"claims? (of )?absence", answer.get("arguable") or "") else {answer["absence_claim"]}
    rights = Counter(
        act=one["act"] in acts,
        absence_claim=one["absence_claim"] in absences,
        due=likeness(one["due"] or "", answer["due"] or "") >= SAME_DATE,
        theme=bare(one["theme"]) == bare(answer["theme"]),
    )
    got = {"text": one["text"]} | {name: one[name] for name in fields}
    scores.case(answer["key"], got, want, right=all(rights.values()))
    return rights
