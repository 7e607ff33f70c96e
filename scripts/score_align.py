"""How well `align_texts` does on a public gold set (`PLANTEXT_DATA`/bench), with the library's own decisions."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from plantext.compare.align import align_texts
from plantext.model.alignment import AlignedTexts

Pair = tuple[int, int]
CLASSES = ("removed", "split", "merged", "reworded", "unchanged", "added", "kept")
SETS = ("ism_dev", "argrewrite")


def score_align(path: Path | str, rows: list[dict[str, Any]] | None = None) -> dict[str, float]:
    """F1, changed_f1 and kinds_f1 (and precision and recall) over all documents of the set at `path`, JSON lines.

    `rows`, if given, receives one dict per document: its `doc_id`, `wrong` and `missed` links.
    """
    documents = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line]
    many = any(_several(document) for document in documents)
    counts: Counter[str] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    for document in documents:
        aligned = align_texts(document["before"], document["after"], document.get("before_sections"), document.get("after_sections"))
        unjudged = {(i, j) for i, j in document.get("not_judged", [])}
        gold = {(i, j) for i, j in document["gold"]} - unjudged
        found = {(i, j) for i, j, _ in aligned.links} - unjudged
        changed = {pair for pair in gold | found if bare(document["before"][pair[0]]) != bare(document["after"][pair[1]])}
        for name, pairs_gold, pairs_found in (("", gold, found), ("changed_", gold & changed, found & changed)):
            counts.update({f"{name}right": len(pairs_gold & pairs_found), f"{name}gold": len(pairs_gold), f"{name}found": len(pairs_found)})
        kinds.update(_kinds(document, aligned, gold, many=many))
        if rows is not None:
            rows.append({"doc_id": document["doc_id"], "wrong": sorted(found - gold), "missed": sorted(gold - found)})
    scores = {"F1": _f1(counts, ""), "changed_f1": _f1(counts, "changed_"), "kinds_f1": _mean_f1(kinds)}
    scores |= {f"{name}_f1": value for name, value in _class_f1(kinds).items()}
    scores["changed_precision"] = counts["changed_right"] / max(1, counts["changed_found"])
    scores["changed_recall"] = counts["changed_right"] / max(1, counts["changed_gold"])
    return scores


def bare(text: str) -> str:
    """Lower case, everything but letters and digits to one space."""
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def _several(document: dict[str, Any]) -> bool:
    return any(len({pair[side] for pair in document["gold"]}) < len(document["gold"]) for side in (0, 1))


def _f1(counts: Counter[str], name: str) -> float:
    return 2 * counts[f"{name}right"] / max(1, counts[f"{name}gold"] + counts[f"{name}found"])


def _kinds(document: dict[str, Any], aligned: AlignedTexts, gold: set[Pair], *, many: bool) -> Counter[tuple[str, str]]:
    """(gold class, found class) of every item of both sides; where two gold classes hold, the one that was found."""
    partners: dict[tuple[str, int], list[int]] = {}
    for i, j in gold:
        partners.setdefault(("before", i), []).append(j)
        partners.setdefault(("after", j), []).append(i)
    skip_before = {i for i, _ in document.get("not_judged", [])}
    skip_after = {j for _, j in document.get("not_judged", [])}
    pairs: Counter[tuple[str, str]] = Counter()
    for change in aligned.changes:
        for i in change.before:
            if i not in skip_before:
                right = _right_classes(document, i, partners)
                found = _found_class(change.kinds, many=many, right=right)
                pairs[found if found in right else min(right), found] += 1
        for j in change.after:
            if j not in skip_after:
                pairs["kept" if ("after", j) in partners else "added", "added" if "added" in change.kinds else "kept"] += 1
    return pairs


def _right_classes(document: dict[str, Any], i: int, partners: dict[tuple[str, int], list[int]]) -> set[str]:
    own = partners.get(("before", i), [])
    if not own:
        return {"removed"}
    right = {"split"} if len(own) > 1 else set()
    if any(len(partners["after", j]) > 1 for j in own):
        right.add("merged")
    if right:
        return right
    before, after = document["before"][i], document["after"][own[0]]
    if " ".join(before.lower().split()) == " ".join(after.lower().split()):
        return {"unchanged"}
    return {"reworded", "unchanged"} if bare(before) == bare(after) else {"reworded"}


def _found_class(kinds: frozenset[str], *, many: bool, right: set[str]) -> str:
    if "removed" in kinds:
        return "removed"
    several = [kind for kind in ("split", "merged") if kind in kinds]
    if several:
        return next((kind for kind in several if kind in right), several[0]) if many else "reworded"
    return "reworded" if kinds & {"reworded", "target"} else "unchanged"


def _class_f1(kinds: Counter[tuple[str, str]]) -> dict[str, float]:
    scores = {}
    for name in CLASSES[:-1]:
        gold = sum(count for (right, _), count in kinds.items() if right == name)
        found = sum(count for (_, said), count in kinds.items() if said == name)
        if gold:
            scores[name] = 2 * kinds[name, name] / (gold + found)
    return scores


def _mean_f1(kinds: Counter[tuple[str, str]]) -> float:
    scores = _class_f1(kinds)
    return sum(scores.values()) / max(1, len(scores))


def main() -> None:
    """Print the scores of the public sets; `--rows` adds each document's wrong and missed links."""
    folder = os.environ.get("PLANTEXT_DATA")
    if not folder:
        sys.exit("Set PLANTEXT_DATA to the folder that holds bench/.")
    for name in SETS:
        rows: list[dict[str, Any]] = []
        start = time.perf_counter()
        scores = score_align(Path(folder) / "bench" / f"{name}.jsonl", rows)
        print(name, " ".join(f"{key} {value:.4f}" for key, value in scores.items()), f"({time.perf_counter() - start:.1f} s)")
        if "--rows" in sys.argv:
            for row in rows:
                print(" ", row)


if __name__ == "__main__":
    main()
