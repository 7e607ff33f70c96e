"""Progress held against judged answers: is each milestone linked, is its status right, and are its figures? A wrong "met" is counted apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from evaluation.scores import Scores
from evaluation.texts import accepted, bare, likeness, pair_texts, same_unit, shares_words

Json = dict[str, Any]

SAME_MILESTONE = 0.8
SAME_MEASURE = 0.5  # one names the share of residents, the other the residents
SAME_DATE = 0.5
SAME_PASSAGE = 0.5  # a passage may be cut shorter or longer
NEARLY = 1e-6
STATUSES = ("met", "missed", "on_track", "complete", "reported", "deferred", "not_reported")


def score_progress(result: Json, answers: Sequence[Json], unmatched: Sequence[Json]) -> Scores:
    """`result`: the `progress` result, or an empty dict; `answers`: one for each milestone; `unmatched`: headings that are none.

    `linked` tells milestones that are reported on from those that are not; `wrong_met` is a number: "met" or "complete" where it is not.
    Shares of `lead`, `frequency`, `deferred_to` and `evidence` are of the milestones that have one.
    """
    scores = Scores()
    found = result.get("milestones", [])
    pairs = pair_texts(len(found), len(answers), lambda f, w: likeness(found[f]["text"], answers[w]["text"]), SAME_MILESTONE)
    counts: Counter[str] = Counter()
    for index, answer in enumerate(answers):
        counts.update(_judge(scores, found[pairs[index]] if index in pairs else None, answer))
    scores.overlap("linked", counts["linked right"], counts["linked found"], counts["linked wanted"])
    for name in ("status", "interim", "lead", "frequency", "deferred_to", "evidence"):
        scores.share(name, counts[f"{name} right"], counts[name])
    scores.overlap("figures", counts["figures right"], counts["figures found"], counts["figures wanted"])
    if found:
        scores.figures["wrong_met"] = float(counts["wrong met"])
    extra, wanted = [one["text"] for one in result.get("unmatched", [])], [one["text"] for one in unmatched]
    same = pair_texts(len(extra), len(wanted), lambda f, w: likeness(extra[f], wanted[w]), SAME_MILESTONE)
    scores.overlap("unmatched", len(same), len(extra), len(wanted))
    scores.case("unmatched", extra, wanted, right=len(same) == len(extra) == len(wanted))
    return scores


def _judge(scores: Scores, one: Json | None, answer: Json) -> Counter[str]:
    statuses = accepted(answer, "status", STATUSES)
    reported = answer["status"] != "not_reported"
    counts = Counter({"linked wanted": reported, "status": 1, "interim": 1, "figures wanted": len(answer["figures"])})
    counts.update({name: 1 for name in ("lead", "frequency", "deferred_to", "evidence") if answer[name]})
    want = {
        "milestone": answer["text"],
        "status": " or ".join(sorted(statuses)),
        "interim": answer["interim"],
        "figures": [_brief(f) for f in answer["figures"]],
    }
    if one is None:
        scores.case(answer["milestone"], None, want)
        return counts
    figures = sum(any(_same_figure(got, wanted) for got in one["figures"]) for wanted in answer["figures"])
    linked = one["status"] != "not_reported"
    passages, wanted = [passage["text"] for passage in one["evidence"]], [passage["text"] for passage in answer["evidence"]]
    rights = {
        "status": one["status"] in statuses,
        "interim": one["interim"] == answer["interim"],
        "lead": not answer["lead"] or bare(one["lead"]) == bare(answer["lead"]),
        "frequency": not answer["frequency"] or bare(one["frequency"]) == bare(answer["frequency"]),
        "deferred_to": not answer["deferred_to"] or likeness(one["deferred_to"] or "", answer["deferred_to"]) >= SAME_MILESTONE,
        "evidence": not wanted or any(likeness(first, second) >= SAME_PASSAGE for first in passages for second in wanted),
    }
    counts.update({f"{name} right": int(right) for name, right in rights.items() if counts[name]})
    counts.update(
        {"linked found": linked, "linked right": linked and reported, "figures found": len(one["figures"]), "figures right": figures}
    )
    counts["wrong met"] = one["status"] in {"met", "complete"} and not statuses & {"met", "complete"}
    got = {
        "status": one["status"],
        "interim": one["interim"],
        "figures": [_brief(f) for f in one["figures"]],
        "lead": one["lead"],
        "evidence": passages[:2],
    }
    right = all(rights.values()) and figures == len(one["figures"]) == len(answer["figures"])
    scores.case(answer["milestone"], got, want, right=right)
    return counts


def _same_figure(got: Json, wanted: Json) -> bool:
    """Target, actual, unit and measure; the date where one is wanted."""
    return (
        _same_number(got["actual"], wanted["actual"])
        and _same_number(got["target"], wanted["target"])
        and same_unit(got["unit"], wanted["unit"])
        and shares_words(got["measure"], wanted["measure"], SAME_MEASURE)
        and (
            wanted["as_at"] is None
            or "date" in (wanted.get("arguable") or "")
            or likeness(got["as_at"] or "", wanted["as_at"]) >= SAME_DATE
        )
    )


def _same_number(first: float | None, second: float | None) -> bool:
    if first is None or second is None:
        return first is second
    return abs(first - second) < NEARLY


def _brief(figure: Json) -> Json:
    return {name: figure[name] for name in ("measure", "target", "actual", "unit", "as_at")}
