"""Coverage held against judged answers. The harmful error, a wrong "covered", is counted apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from evaluation.scores import Scores
from evaluation.statements import pair_statements
from evaluation.texts import accepted, likeness, words

Json = dict[str, Any]

SAME_PASSAGE = 0.5  # a passage may be cut shorter or longer
FEW_WORDS = 4  # a phrase shorter than this lies within too many sentences
STATUSES = ("covered", "partial", "mentioned", "not_found")


def score_coverage(results: Mapping[str, Json], answers: Sequence[Json], statements: Sequence[Json]) -> Scores:
    """`results`: a report's name → its `coverage` result against the plan, or an empty dict. `statements`: all judged statements.

    Shares are of all asks, also of those whose statement was not found. `wrong_covered` is a number, not a share. `evidence` and
    `absent_terms` are shares of the asks that have any; one right passage is enough.
    """
    scores = Scores()
    counts: Counter[str] = Counter()
    by_key = {answer["statement"]: answer for answer in answers}
    for report, result in sorted(results.items()):
        judged = [one for one in statements if one["document"] == report]
        found = result.get("statements", [])
        pairs = pair_statements(found, judged)
        given = {one["statement"]: one for one in result.get("coverage", [])}
        for index, statement in enumerate(judged):
            if answer := by_key.get(statement["key"]):
                one = given.get(found[pairs[index]]["id"]) if index in pairs else None
                counts.update(_judge(scores, answer, one, statement["text"]))
    for name in ("status", "presence", "answerable", "absence_refuted"):
        scores.share(name, counts[name], counts["asks"])
    scores.share("evidence", counts["evidence right"], counts["evidence"])
    scores.share("absent_terms", counts["terms right"], counts["terms"])
    if counts["answered"]:
        scores.figures["wrong_covered"] = float(counts["wrong_covered"])
    return scores


def _judge(scores: Scores, answer: Json, one: Json | None, text: str) -> Counter[str]:
    key, statuses = answer["statement"], accepted(answer, "status", STATUSES)
    want = {"ask": text, "status": " or ".join(sorted(statuses))} | {name: answer[name] for name in ("answerable", "absence_refuted")}
    counts = Counter(asks=1, evidence=bool(answer["evidence"]), terms=bool(answer["absent_terms"]))
    if one is None:
        scores.case(key, None, want)
        return counts
    rights = Counter(
        status=one["status"] in statuses,
        presence=(one["status"] == "not_found") in {status == "not_found" for status in statuses},
        answerable=one["answerable"] == answer["answerable"],
        absence_refuted=one["absence_refuted"] == answer["absence_refuted"],
    )
    counts += rights
    counts["wrong_covered"] = one["status"] == "covered" and "covered" not in statuses
    counts["answered"] = 1
    passages, terms = [passage["text"] for passage in one["evidence"]], one["absent_terms"]
    got = {name: one[name] for name in ("status", "answerable", "absence_refuted")} | {"evidence": passages[:2], "absent_terms": terms}
    scores.case(key, got, want, right=all(rights.values()))
    if answer["evidence"]:
        wanted = [passage["text"] for passage in answer["evidence"]]
        counts["evidence right"] = any(_same_passage(first, second) for first in passages for second in wanted)
        scores.case(f"evidence.{key}", passages, wanted, right=bool(counts["evidence right"]))
    if answer["absent_terms"]:
        heads = {word[:5] for term in terms for word in words(term)}
        counts["terms right"] = all(any(word[:5] in heads for word in words(term)) for term in answer["absent_terms"])
        scores.case(f"absent.{key}", list(terms), answer["absent_terms"], right=bool(counts["terms right"]))
    return counts


def _same_passage(first: str, second: str) -> bool:
    """Alike, or the one within the other: evidence may be a sentence of a paragraph, or the paragraph."""
    one, other = Counter(words(first)), Counter(words(second))
    shorter = min(one.total(), other.total())
    return likeness(first, second) >= SAME_PASSAGE or ((one & other).total() == shorter and shorter >= FEW_WORDS)
