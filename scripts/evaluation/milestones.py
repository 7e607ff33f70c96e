"""Milestones held against judged ones: is each there, in its edition, under its objective, at its places, with its targets?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from evaluation.scores import Scores
from evaluation.texts import accepted, bare, likeness, pair_texts, same_unit, shares_words

Json = dict[str, Any]

SAME_ENTRY = 0.8  # the places of one milestone differ by a numeral, a hyphen or a plural: below this it is another entry, or a torn one
SAME_MEASURE = 0.5  # one names the share of residents who are satisfied, the other the residents who are satisfied
SAME_DATE = 0.5  # "by March 2033" and "March 2033"
DIRECTIONS = ("increase", "reduce", "reach")


def score_milestones(results: Mapping[str, Json], answers: Sequence[Json]) -> Scores:
    """`results`: a document's name → its `milestones` result, or an empty dict. `answers`: milestones with the documents of their places.

    A document's result is to hold every answer that has a place in it, of either edition.
    """
    scores = Scores()
    found_all = matched = wanted_all = 0
    rights = dict.fromkeys(("text", "objective", "places", "pages"), 0)
    targets = [0, 0, 0]  # right, found, wanted
    for document, result in sorted(results.items()):
        found = result.get("milestones", [])
        wanted = [answer for answer in answers if places_in(answer, document)]
        pairs = pair_milestones(found, wanted, document)
        for index, answer in enumerate(wanted):
            one = found[pairs[index]] if index in pairs else None
            judged = _judge(one, answer, document)
            scores.case(f"{document}.{answer['key']}", judged["got"], judged["want"], right=judged["right"])
            for name in rights:
                rights[name] += judged["rights"].get(name, 0)
            for place, count in enumerate(judged["targets"]):
                targets[place] += count
        for index in sorted(set(range(len(found))) - set(pairs.values())):
            extra = found[index]
            scores.case(f"{document}.extra.{extra['id']}", {"text": extra["text"], "edition": extra["edition"]}, None)
            targets[1] += len(extra["targets"])
        found_all += len(found)
        matched += len(pairs)
        wanted_all += len(wanted)
    scores.overlap("entries", matched, found_all, wanted_all)
    for name, right in rights.items():
        scores.share(name, right, matched)
    scores.overlap("targets", *targets)
    return scores


def places_in(answer: Json, document: str) -> list[Json]:
    """The places of an answer in one document."""
    return [place for place in answer["places"] if place["document"] == document]


def pair_milestones(found: Sequence[Json], wanted: Sequence[Json], document: str | None = None) -> dict[int, int]:
    """Wanted → found, by edition and the words at any of the answer's places (in `document`, if given); the objective parts equals."""

    def score(f: int, w: int) -> float:
        if found[f]["edition"] != wanted[w]["edition"]:
            return 0.0
        places = places_in(wanted[w], document) if document else wanted[w]["places"]
        best = max(likeness(found[f]["text"], text) for text in [wanted[w]["text"], *(place["text"] for place in places)])
        return best + (0.01 if bare(found[f]["objective"]) == bare(wanted[w]["objective"]) else 0)

    return pair_texts(len(found), len(wanted), score, SAME_ENTRY)


def _judge(one: Json | None, answer: Json, document: str) -> Json:
    pages = sorted(place["page"] for place in places_in(answer, document))
    want = {"text": answer["text"], "objective": answer["objective"], "pages": pages, "targets": [_brief(t) for t in answer["targets"]]}
    if one is None:
        return {"got": None, "want": want, "right": False, "rights": {}, "targets": (0, 0, _sure(answer["targets"]))}
    got_pages = sorted(place["page"] or 0 for place in one["places"])
    got = {"text": one["text"], "objective": one["objective"], "pages": got_pages, "targets": [_brief(t) for t in one["targets"]]}
    printed = {bare(text) for text in (answer["text"], *(place["text"] for place in places_in(answer, document)))}
    rights = {
        "text": bare(one["text"]) in printed,
        "objective": bare(one["objective"]) == bare(answer["objective"]),
        "places": len(got_pages) == len(pages),
        "pages": got_pages == pages,
    }
    targets = count_targets(one["targets"], answer["targets"])
    right = all(rights.values()) and targets[0] == targets[1] == targets[2]
    return {"got": got, "want": want, "right": right, "rights": rights, "targets": targets}


def count_targets(found: Sequence[Json], wanted: Sequence[Json]) -> tuple[int, int, int]:
    """How many targets are right, were found and are wanted. One that may be read as no number is wanted only where it was found."""

    def score(f: int, w: int) -> float:
        return float(same_target(found[f], wanted[w]))

    pairs = pair_texts(len(found), len(wanted), score, 1.0)
    missed_but_arguable = sum(_may_be_none(target) for index, target in enumerate(wanted) if index not in pairs)
    return len(pairs), len(found), len(wanted) - missed_but_arguable


def same_target(found: Json, wanted: Json) -> bool:
    """Whether measure, direction, value and unit are right, and the deadline where there is one."""
    deadline = wanted["deadline"]
    return (
        found["value"] == wanted["value"]
        and found["direction"] in accepted(wanted, "direction", DIRECTIONS)
        and same_unit(found["unit"], wanted["unit"])
        and shares_words(found["measure"], wanted["measure"], SAME_MEASURE)
        and (deadline is None or likeness(found["deadline"] or "", deadline) >= SAME_DATE)
    )


def _sure(targets: Sequence[Json]) -> int:
    return sum(not _may_be_none(target) for target in targets)


def _may_be_none(target: Json) -> bool:
    return "no number" in (target.get("arguable") or "")


def _brief(target: Json) -> Json:
    return {name: target[name] for name in ("measure", "direction", "value", "unit", "deadline")}
