"""Variations held against judged ones: links, kinds, the ledger of targets, and the reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from evaluation.milestones import SAME_MEASURE, pair_milestones
from evaluation.scores import Scores
from evaluation.texts import likeness, named, pair_texts, same_unit, shares_words

Json = dict[str, Any]
Keys = tuple[tuple[str, ...], tuple[str, ...]]

SAME_REASON = 0.5  # a reason may be quoted with the sentence beside it
KINDS = ("reworded", "target", "moved", "split", "merged", "added", "removed")
NOTHING: Json = {"kinds": [], "targets": [], "rationale": None, "editorial": False, "duplicate_of": None}


def score_variations(result: Json, answers: Sequence[Json], before: Sequence[Json], after: Sequence[Json]) -> Scores:
    """`result`: a `variations` result, or an empty dict. `answers`: its judged changes, which name the judged milestones `before` and `after`."""
    scores = Scores()
    keys = _keys(result, "before", before) | _keys(result, "after", after)
    changes = {_change_keys(change, keys): change for change in result.get("changes", [])}
    wanted_links = {link for answer in answers for link in _links((tuple(answer["before"]), tuple(answer["after"])))}
    found_links = {link for change in changes for link in _links(change)}
    scores.overlap("links", len(wanted_links & found_links), len(found_links), len(wanted_links))
    counts: Counter[str] = Counter()
    for answer in answers:
        wanted: Keys = tuple(sorted(answer["before"])), tuple(sorted(answer["after"]))
        nearest = _nearest(wanted, list(changes))
        change = changes[nearest] if nearest else NOTHING
        counts.update(_judge(scores, answer, nearest if nearest == wanted else None, change, keys))
        if nearest != wanted:
            name = "+".join(answer["before"] or answer["after"])
            scores.case(name, _brief(nearest, change), _brief(wanted, answer), right=False)
    scores.share("kinds", counts["kinds"], len(answers))
    scores.share("editorial", counts["editorial"], len(answers))
    scores.share("duplicates", counts["duplicates right"], counts["duplicates"])
    scores.overlap("ledger", counts["ledger right"], counts["ledger found"], counts["ledger wanted"])
    found_reasons = sum(change["rationale"] is not None for change in changes.values())
    scores.overlap("reasons", counts["reasons right"], found_reasons, counts["reasons"])
    return scores


def _judge(scores: Scores, answer: Json, exact: Keys | None, change: Json, keys: dict[str, str]) -> Counter[str]:
    """The counts of one answer; its case where the same milestones are together, and the case of its reason."""
    name = "+".join(answer["before"] or answer["after"])
    allowed = [set(answer["kinds"]), set(answer["kinds"]) | named(answer, KINDS)]
    kinds = exact is not None and set(change["kinds"]) in allowed
    duplicate = keys.get(change["duplicate_of"] or "")
    right, found, wanted = count_ledger(change["targets"], answer["targets"])
    ledger = right == found == wanted
    if exact is not None:
        whole = kinds and ledger and duplicate == answer["duplicate_of"] and change["editorial"] == answer["editorial"]
        scores.case(name, _brief(exact, change), _brief(exact, answer), right=whole)
    counts: Counter[str] = Counter()
    counts["kinds"] = kinds
    counts["editorial"] = exact is not None and change["editorial"] == answer["editorial"]
    counts["duplicates"] = bool(duplicate or answer["duplicate_of"])
    counts["duplicates right"] = counts["duplicates"] and duplicate == answer["duplicate_of"]
    counts["ledger right"], counts["ledger found"], counts["ledger wanted"] = right, found, wanted
    got, want = ((one["rationale"] or {}).get("text", "") for one in (change, answer))
    if got or want:
        same = bool(got and want) and likeness(got, want) >= SAME_REASON
        scores.case(f"reasons.{name}", got or None, want or None, right=same)
        counts["reasons"], counts["reasons right"] = bool(want), same
    return counts


def count_ledger(found: Sequence[Json], wanted: Sequence[Json]) -> tuple[int, int, int]:
    """How many changes of targets are right, were found and are wanted. Targets that stayed the same are not counted."""
    found, wanted = ([target for target in targets if target["change"] != "same"] for targets in (found, wanted))

    def score(f: int, w: int) -> float:
        one, other = found[f], wanted[w]
        same = all(one[name] == other[name] for name in ("before", "after", "change")) and same_unit(one["unit"], other["unit"])
        return float(same and shares_words(one["measure"], other["measure"], SAME_MEASURE))

    pairs = pair_texts(len(found), len(wanted), score, 1.0)
    arguable = sum("no number" in (target.get("arguable") or "") for index, target in enumerate(wanted) if index not in pairs)
    return len(pairs), len(found), len(wanted) - arguable


def _keys(result: Json, side: str, wanted: Sequence[Json]) -> dict[str, str]:
    """Milestone id → the answer's key; "?" before what no answer knows."""
    found = result.get(side, {}).get("milestones", [])
    keys = {one["id"]: f"?{one['id']}" for one in found}
    return keys | {found[f]["id"]: wanted[w]["key"] for w, f in pair_milestones(found, wanted).items()}


def _change_keys(change: Json, keys: dict[str, str]) -> Keys:
    before, after = (tuple(sorted(keys.get(one, f"?{one}") for one in change[side])) for side in ("before", "after"))
    return before, after


def _links(change: Keys) -> list[tuple[str, str]]:
    return [(one, other) for one in change[0] for other in change[1]]


def _nearest(wanted: Keys, changes: Sequence[Keys]) -> Keys | None:
    """The change that has most of the wanted milestones and fewest others; None where none has any."""

    def rank(change: Keys) -> tuple[int, int]:
        common = sum(len(set(one) & set(other)) for one, other in zip(change, wanted, strict=True))
        return common, -len(change[0]) - len(change[1])

    best = max(sorted(changes), key=rank, default=None)
    return best if best and rank(best)[0] else None


def _brief(keys: Keys | None, change: Json) -> Json | None:
    if keys is None:
        return None
    targets = [f"{t['measure']}: {t['before']} → {t['after']} {t['unit']}, {t['change']}" for t in change["targets"]]
    brief = {"before": list(keys[0]), "after": list(keys[1]), "kinds": list(change["kinds"]), "targets": targets}
    return brief | {name: change[name] for name in ("editorial", "duplicate_of") if change[name]}
