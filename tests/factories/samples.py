"""One realistic sample of each result: a fictional force, Downland, and its panel. The sentences are our own."""

from __future__ import annotations

from plantext.model.alignment import Rationale, TargetChange, Variations
from plantext.model.coverage import Coverage
from plantext.model.document import Issue
from plantext.model.findings import Milestones, Passage, Recommendations
from tests.factories.checks import sample_checks
from tests.factories.documents import sample_batch, sample_document
from tests.factories.follow import sample_history, sample_progress
from tests.factories.results import (
    answer,
    change,
    coverage,
    edits,
    evidence,
    feature,
    milestone,
    milestones,
    recommendations,
    statement,
    target,
    variations,
    where,
)
from tests.factories.topics import sample_topics

_SAFER = "Making our streets safer"
_RURAL = "Policing the countryside"
_VICTIMS = "Putting victims first"
_MONEY = "Spending wisely"


def sample_variations() -> Variations:
    """Every kind of change, a shared heading in two forms, issues, and a change that needs review."""
    m = milestone
    before = (
        m("m-b1", "Hold a street meeting in each ward every quarter", _SAFER, page=5),
        m(
            "m-b2",
            "Reduce burglary of homes by 8 per cent by March 2022",
            _SAFER,
            page=5,
            targets=(target("burglary of homes", 8, text="Reduce burglary of homes by 8 per cent"),),
        ),
        m("m-b3", "Publish response times for each market town twice a year", _RURAL, page=9),
        m(
            "m-b4",
            "Recruit 40 volunteer speed-watch members and train them to use the new devices",
            _RURAL,
            page=9,
            targets=(target("volunteer speed-watch members", 40, "members", "reach", "40 volunteer speed-watch members"),),
        ),
        m("m-b5", "Review the victims' charter with the courts service", _VICTIMS, page=12),
        m("m-b6", "Open a second referral centre in the north of the county", _VICTIMS, page=12),
        m("m-b7", "Cut the cost of the vehicle fleet", _MONEY, page=15),
        m("m-b8", "Share back-office buildings with the fire service", _MONEY, page=15),
        m("m-b9", "Write to every parish council about night-time patrols", "Police the countryside", page=10),
    )
    after = (
        m("m-a1", "Hold a street meeting in each ward every quarter", _SAFER, "2022-23", page=6),
        m("m-a2", "Reduce burglary of homes and farms", _SAFER, "2022-23", page=6),
        m("m-a3", "Publish response times for each market town every month, on line", _SAFER, "2022-23", page=7),
        m(
            "m-a4",
            "Recruit 60 volunteer speed-watch members",
            _RURAL,
            "2022-23",
            page=10,
            targets=(target("volunteer speed-watch members", 60, "members", "reach", "60 volunteer speed-watch members"),),
        ),
        m("m-a5", "Train speed-watch members to use the new devices", _RURAL, "2022-23", page=10),
        m(
            "m-a6",
            "Review the victims' charter with the courts service and open a second referral centre in the north",
            _VICTIMS,
            "2022-23",
            page=14,
        ),
        m("m-a7", "Cut the cost of the vehicle fleet", _MONEY, "2022-23", page=18),
        m("m-a8", "Cut the cost of the vehicle fleet", _MONEY, "2022-23", page=18),
        m("m-a9", "Appoint a lead officer for fraud against older people by September 2022", _VICTIMS, "2022-23", page=14),
        m("m-a10", "Write to every parish council about night time patrols", _RURAL, "2022-23", page=11),
    )
    because = Rationale(
        text="Members told us that a single figure for the county hid long waits in the hills, so each market town will be reported apart.",
        **where(3, "3 What we changed and why"),
    )
    parts = (
        feature("words in common", 0.86, 0.6, "publish, response, times, market, town"),
        feature("same section", 0.0, 0.1),
        feature("letters", 0.79, 0.3),
    )
    changes = (
        change("v-1", ("m-b1",), ("m-a1",), (), objective_before=_SAFER, objective_after=_SAFER, confidence=1.0),
        change(
            "v-2",
            ("m-b2",),
            ("m-a2",),
            ("reworded", "target"),
            objective_before=_SAFER,
            objective_after=_SAFER,
            targets=(TargetChange(measure="burglary of homes", before=8, after=None, unit="per cent", change="dropped"),),
            redline=edits(("=", "Reduce burglary of homes "), ("-", "by 8 per cent by March 2022"), ("+", "and farms")),
            needs_review=True,
            review_reason="a target was dropped, and the plan states no reason",
            confidence=0.81,
            features=parts[:2],
        ),
        change(
            "v-3",
            ("m-b3",),
            ("m-a3",),
            ("reworded", "moved"),
            objective_before=_RURAL,
            objective_after=_SAFER,
            redline=edits(("=", "Publish response times for each market town "), ("-", "twice a year"), ("+", "every month, on line")),
            rationale=because,
            features=parts,
            confidence=0.77,
        ),
        change(
            "v-4",
            ("m-b4",),
            ("m-a4", "m-a5"),
            ("target", "split"),
            objective_before=_RURAL,
            objective_after=_RURAL,
            targets=(TargetChange(measure="volunteer speed-watch members", before=40, after=60, unit="members", change="raised"),),
            redline=edits(
                ("=", "Recruit "),
                ("-", "40"),
                ("+", "60"),
                ("=", " volunteer speed-watch members"),
                ("-", " and train them"),
                ("+", "\nTrain speed-watch members"),
                ("=", " to use the new devices"),
            ),
        ),
        change("v-5", ("m-b5", "m-b6"), ("m-a6",), ("merged",), objective_before=_VICTIMS, objective_after=_VICTIMS, confidence=0.72),
        change("v-6", ("m-b7",), ("m-a7",), (), objective_before=_MONEY, objective_after=_MONEY, confidence=1.0),
        change(
            "v-7",
            (),
            ("m-a8",),
            ("added",),
            objective_after=_MONEY,
            duplicate_of="m-a7",
            needs_review=True,
            review_reason="the same words stand twice under one objective",
        ),
        change("v-8", (), ("m-a9",), ("added",), objective_after=_VICTIMS),
        change("v-9", ("m-b8",), (), ("removed",), objective_before=_MONEY),
        change(
            "v-10",
            ("m-b9",),
            ("m-a10",),
            (),
            objective_before="Police the countryside",
            objective_after=_RURAL,
            editorial=True,
            redline=edits(("=", "Write to every parish council about "), ("-", "night-time"), ("+", "night time"), ("=", " patrols")),
        ),
    )
    issues = (
        Issue(
            code="edition-conflict", severity="warning", message="The last list is headed 2021-22 and holds the entries of 2022-23", page=22
        ),
        Issue(code="figures", severity="info", message="plan-2022.pdf: 3 pictures and charts were not read", page=None),
    )
    return variations(before, after, changes, issues=issues)


def sample_coverage() -> Coverage:
    """Every status, each kind of answerable, a claim of absence that does not hold, and statements that ask for nothing."""
    said = (
        statement(
            "s-1",
            "The Panel asked that the plan say how hare coursing will be tackled.",
            absence_claim=True,
            topics=("hare coursing",),
            addressee="the Commissioner",
        ),
        statement(
            "s-2",
            "Members were concerned that farm theft was not in the plan at all.",
            "concern",
            absence_claim=True,
            topics=("farm theft",),
        ),
        statement(
            "s-3",
            "The Panel would expect far more on stalking in the plan for 2023-24.",
            theme="Victims",
            due="in the plan for 2023-24",
            page=3,
        ),
        statement(
            "s-4",
            "Members would find it helpful to have a note on the cost of the new custody suite.",
            "information",
            theme="Money",
            page=4,
        ),
        statement("s-5", "It was suggested that parish councils and speed-watch groups could work together.", "suggestion", page=2),
        statement("s-6", "You agreed to bring the fleet review to the meeting in June.", "undertaking", theme="Money", page=4),
        statement("s-7", "The Panel congratulates the force on its work with young drivers.", "praise", theme="Victims", page=3),
        statement("s-8", "The Panel notes the settlement for the year.", "note", theme="Money", page=4),
        statement("s-9", "The plan should set a target for the time that a victim waits for a call back.", theme="Victims", page=3),
    )
    answers = (
        answer(
            "s-1",
            "covered",
            absence_refuted=True,
            searched=("hare coursing", "coursing"),
            needs_review=True,
            review_reason="the report says that this is missing, and it is there",
            evidence=(
                evidence(
                    "We will put hare coursing first among rural crimes from September, with a named inspector.",
                    10,
                    "4.2 Policing the countryside",
                    0.88,
                    "a commitment that names hare coursing",
                ),
                evidence(
                    "Coursing brings violence to farms.", 9, "4.2 Policing the countryside", 0.41, "names coursing, commits to nothing"
                ),
            ),
        ),
        answer(
            "s-2",
            "not_found",
            searched=("farm theft", "theft from farms", "machinery"),
            absent_terms=("farm theft", "machinery"),
            nearest=(
                evidence(
                    "Tractors were stolen in six parishes.", 8, "4.2 Policing the countryside", 0.2, "the plan speaks of it; holds: farms"
                ),
            ),
        ),
        answer(
            "s-3",
            "mentioned",
            answerable="later_plan",
            searched=("stalking",),
            evidence=(
                evidence("Stalking does lasting harm.", 13, "4.3 Putting victims first", 0.38, "names stalking, commits to nothing"),
            ),
        ),
        answer("s-4", "not_found", answerable="not_by_a_plan", searched=("custody suite",), absent_terms=("custody suite",)),
        answer(
            "s-5",
            "partial",
            searched=("parish councils", "speed-watch"),
            evidence=(
                evidence(
                    "Write to every parish council about night time patrols",
                    11,
                    "4.2 Policing the countryside",
                    0.55,
                    "commits to part of it: parish councils",
                ),
            ),
        ),
    )
    issues = (Issue(code="page-scan", severity="warning", message="panel-report.pdf: a page is a picture, and was not read", page=6),)
    return coverage(said, answers, issues=issues)


def sample_milestones() -> Milestones:
    """Two editions, an entry with several places and targets, and one without an objective."""
    plan = sample_variations()
    many = milestone(
        "m-x",
        "Answer 90 per cent of emergency calls within 10 seconds",
        None,
        "2022-23",
        page=8,
        number="3.1",
        places=(Passage(text="Answer 90 per cent", **where(8, "3 Calls")), Passage(text="Answer 90 per cent", **where(20, "7 Summary"))),
        targets=(target("emergency calls", 90, "per cent", "reach", "90 per cent of emergency calls"),),
    )
    return milestones(*plan.before.milestones[:3], *plan.after.milestones[:2], many, issues=plan.issues)


def sample_recommendations() -> Recommendations:
    """Every act."""
    return recommendations(*sample_coverage().statements)


SAMPLES = {
    "document": sample_document,
    "milestones": sample_milestones,
    "variations": sample_variations,
    "recommendations": sample_recommendations,
    "coverage": sample_coverage,
    "checks": sample_checks,
    "topics": sample_topics,
    "progress": sample_progress,
    "history": sample_history,
    "batch": sample_batch,
}
"""One of every result that has a report, by the word that users know it by."""
