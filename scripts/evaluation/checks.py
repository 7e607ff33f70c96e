"""A plan's faults and its statutory contents held against judged answers: what was found, what was missed, and what is a false alarm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from evaluation.scores import Scores
from plantext.model.ids import normalised

Json = dict[str, Any]


def score_checks(found: Json, answers: Sequence[Json], contents: Mapping[str, tuple[Json, Sequence[Json]]]) -> Scores:
    """`found`: the `check` result of the judged plan, or an empty dict; `answers`: its judged findings.

    `contents`: for each plan, its `check` result and the judged statutory rows. Evidence is right where one passage holds the judged words.
    """
    scores = Scores()
    findings = found.get("findings", [])
    for number, answer in enumerate(answers, 1):
        got = [finding for finding in findings if _same(answer, finding)]
        want = {key: answer[key] for key in ("code", "page", "text")}
        scores.case(f"{number:02d}.{answer['code']}", got[0]["message"] if got else None, want, right=bool(got))
    alarms = [finding for finding in findings if not any(_same(answer, finding) for answer in answers)]
    scores.overlap("findings", len(findings) - len(alarms), len(findings), len(answers))
    for number, alarm in enumerate(alarms, 1):
        scores.case(f"extra.{number:02d}.{alarm['code']}", alarm["text"], None, right=False)
    rows = [(plan, result, row) for plan, (result, judged) in sorted(contents.items()) for row in judged]
    right = sum(_statutory(scores, plan, result, row) for plan, result, row in rows)
    scores.share("statutory", right, len(rows))
    return scores


def _same(answer: Json, finding: Json) -> bool:
    """The same code on the same page about the same words, one of which may hold the other."""
    wanted, got = normalised(answer["text"]), normalised(finding["text"] or "")
    return (
        answer["code"] == finding["code"] and finding["page"] in answer.get("pages", [answer["page"]]) and (wanted in got or got in wanted)
    )


def _statutory(scores: Scores, plan: str, result: Json, row: Json) -> bool:
    got: Json = next((one for one in result.get("statutory", []) if one["requirement"] == row["requirement"]), {})
    texts = [normalised(one["text"]) for one in got.get("evidence", [])]
    held = all(any(normalised(one["text"]) in text for text in texts) for one in row["evidence"])
    right = got.get("status") == row["status"] and held
    scores.case(f"statutory.{plan}.{row['requirement']}", got.get("status"), row["status"], right=right)
    return right
