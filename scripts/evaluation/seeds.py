"""The user's own documents, held against the facts that are known of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import plantext
from evaluation import seed_facts as facts
from evaluation.asking import Reader
from evaluation.scores import Scores
from evaluation.texts import bare, words

Json = dict[str, Any]


def score_seeds(folder: Path, prints: Path) -> Scores:
    """The facts of the documents in `folder`, and the counts again on PDF prints of the plan in `prints`, where they are there."""
    scores, reader = Scores(), Reader()
    plan, report = (next(iter(sorted(folder.glob(pattern))), None) for pattern in (facts.PLAN, facts.REPORT))
    if plan:
        scores.add("milestones", score_counts(reader.ask(plantext.milestones, plan)))
        scores.add("variations", score_links(reader.ask(plantext.variations, plan)))
    for name in facts.PLAN_PRINTS:
        if (prints / name).exists():
            scores.add(f"milestones.{name}", score_counts(reader.ask(plantext.milestones, prints / name)))
    if report:
        scores.add("statements", score_acts(reader.ask(plantext.recommendations, report)))
    if plan and report:
        scores.add("coverage", score_answers(reader.ask(plantext.coverage, report, plan)))
    for name, reason in reader.failures.items():
        scores.case(f"failed.{name}", reason, None)
    return scores


def score_counts(result: Json) -> Scores:
    """Entries, distinct texts, objectives and places of each edition; the conflict of years in the closing section's heading."""
    scores = Scores()
    for edition in (facts.BEFORE, facts.AFTER):
        own = [one for one in result.get("milestones", []) if one["edition"] == edition]
        scores.case(f"{edition}.entries", len(own), facts.ENTRIES[edition])
        scores.case(f"{edition}.distinct", len({bare(one["text"]) for one in own}), facts.DISTINCT[edition])
        scores.case(f"{edition}.objectives", len({bare(one["objective"]) for one in own}), facts.OBJECTIVES)
        places = Counter(len(one["places"]) for one in own)
        got = {str(count): number for count, number in sorted(places.items())}
        scores.case(f"{edition}.places", got, {str(facts.PLACES[edition]): facts.ENTRIES[edition]})
    messages = [issue["message"] for issue in result.get("issues", [])]
    conflicts = [message for message in messages if facts.BEFORE in message and facts.AFTER in message]
    scores.case("conflict of years is said", conflicts, "an issue that names both years", right=bool(conflicts))
    return _with_share(scores)


def score_links(result: Json) -> Scores:
    """Unmistakable links and entries without one, moves, the ledger of targets, and reasons."""
    scores, moves, ledger, reasons = Scores(), Scores(), Scores(), Scores()
    sides = {side: result.get(side, {}).get("milestones", []) for side in ("before", "after")}
    text = {one["id"]: one["text"] for side in sides.values() for one in side}
    for fact in facts.LINKS:
        one, other = _only(sides["before"], fact.before), _only(sides["after"], fact.after)
        changes = [change for change in result.get("changes", []) if one and other and one["id"] in change["before"]]
        partners = [text[identity] for change in changes for identity in change["after"]]
        linked = other is not None and any(other["id"] in change["after"] for change in changes)
        scores.case(f"link.{fact.name}", partners or (one and "no link"), fact.after, right=linked)
        if fact.moved:
            kinds = sorted({kind for change in changes for kind in change["kinds"]})
            objectives = [(change["objective_before"] or "", change["objective_after"] or "") for change in changes]
            right = linked and "moved" in kinds and any(_has(old, fact.moved[0]) and _has(new, fact.moved[1]) for old, new in objectives)
            moves.case(f"move.{fact.name}", [kinds, objectives], ["moved", fact.moved], right=right)
    for side, keys in facts.ALONE.items():
        for key in keys:
            lone = _only(sides[side], key)
            held = [change for change in result.get("changes", []) if lone and lone["id"] in change[side]]
            partners = [
                text[identity] for change in held for identity in (*change["before"], *change["after"]) if lone and identity != lone["id"]
            ]
            scores.case(f"alone.{key}", partners if held else None, [])
    for target in facts.TARGETS:
        ledger.case(f"target.{target.name}", *_ledger(result, target))
    for reason in facts.REASONS:
        one = _only(sides["before"], reason.before)
        given = [
            change["rationale"]["text"]
            for change in result.get("changes", [])
            if one and one["id"] in change["before"] and change["rationale"]
        ]
        reasons.case(
            f"reason.{reason.before}", given, reason.words, right=any(_has(quoted, key) for quoted in given for key in reason.words)
        )
    scores.share("links.right", _rights(scores), len(scores.cases))
    for name, part in (("moves", moves), ("targets", ledger), ("reasons", reasons)):
        scores.share(f"{name}.right", _rights(part), len(part.cases))
        scores.cases |= part.cases
    return scores


def _ledger(result: Json, fact: facts.TargetFact) -> tuple[Any, Any, bool]:
    """Got, wanted, right. Nothing else may be said of the same measure."""
    rows = [target for change in result.get("changes", []) for target in change["targets"] if _has(target["measure"], fact.measure)]
    got = [[row["measure"], row["before"], row["after"], row["unit"], row["change"]] for row in rows]
    right = [row[1:3] + row[4:] for row in got] == [[fact.before, fact.after, fact.change]] and got[0][3] in {"per cent", "%"}
    return got, [fact.measure, fact.before, fact.after, "per cent", fact.change], right


def score_acts(result: Json) -> Scores:
    """The act, and the claim of absence, of each statement of the panel."""
    scores = Scores()
    for fact in facts.STATEMENTS:
        one = _only(result.get("statements", []), fact.words)
        got = one and [one["act"], one["absence_claim"]]
        right = one is not None and one["act"] in fact.acts and one["absence_claim"] == fact.absence
        scores.case(fact.words, got, [" or ".join(fact.acts), fact.absence], right=right)
    return _with_share(scores)


def score_answers(result: Json) -> Scores:
    """Found or not found, with its evidence; and whether a plan can answer, apart."""
    scores, answerable = Scores(), Scores()
    given = {one["statement"]: one for one in result.get("coverage", [])}
    for fact in facts.COVERAGE:
        statement = _only(result.get("statements", []), fact.words)
        one = given.get(statement["id"]) if statement else None
        got = one and [one["status"], one["absence_refuted"], one["evidence"][0]["text"] if one["evidence"] else None]
        right = one is not None and (one["status"] != "not_found") == fact.found and one["absence_refuted"] == fact.refuted
        if one and fact.evidence:
            right = right and any(fact.evidence in passage["text"].lower() for passage in one["evidence"])
        scores.case(fact.words, got, ["found" if fact.found else "not_found", fact.refuted, fact.evidence], right=right)
        if fact.answerable:
            answerable.case(f"answerable.{fact.words}", one and one["answerable"], fact.answerable)
    scores = _with_share(scores)
    scores.share("answerable", _rights(answerable), len(answerable.cases))
    scores.cases |= answerable.cases
    return scores


def _only(listed: Sequence[Json], key: str) -> Json | None:
    """The one text that has all words of `key` (one, if it stands twice word for word); None where none has, or several."""
    found = {bare(one["text"]): one for one in reversed(listed) if _has(one["text"], key)}
    return next(iter(found.values())) if len(found) == 1 else None


def _has(text: str | None, key: str) -> bool:
    present = words(text or "")
    return all(any(word.startswith(wanted) for word in present) for wanted in key.split())


def _rights(scores: Scores) -> int:
    return sum(case.right for case in scores.cases.values())


def _with_share(scores: Scores) -> Scores:
    scores.share("right", _rights(scores), len(scores.cases))
    return scores
