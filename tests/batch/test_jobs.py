from __future__ import annotations

import sys

import pytest

from plantext.batch.jobs import plan_jobs
from plantext.model.batch import SourceRow


def row(path: str, kind: str | None = "plan", edition: str | None = None, **fields: object) -> SourceRow:
    known = {"status": "ok", "reason": "", "title": None, "publisher": None, "date": None, "pages": 3, "sha256": "0" * 64, "guessed": ()}
    return SourceRow(path=path, kind=kind, edition=edition, **{**known, **fields})


def jobs(*rows: SourceRow) -> list[str]:
    """The jobs but for those that every plan and every row of editions has anyway: they are tested apart."""
    return [f"{job.verb}: {' '.join(job.sources)}" for job in plan_jobs(rows) if job.verb not in {"check", "history"}]


def test_nothing_follows_from_nothing():
    assert jobs() == []
    assert jobs(row("note.md", "other"), row("notice.pdf", "decision_notice"), row("what.md", None)) == []


def test_each_plan_and_each_two_that_follow_each_other():
    assert jobs(row("c.md", edition="2033-34"), row("a.md", edition="2031-32"), row("b.md", edition="2032-33")) == [
        "milestones: a.md",
        "milestones: b.md",
        "milestones: c.md",
        "variations: a.md b.md",
        "variations: b.md c.md",
    ]


def test_two_copies_of_one_edition_are_not_compared():
    assert jobs(row("a.md", edition="2031-32"), row("b.md", edition="2031-32")) == ["milestones: a.md", "milestones: b.md"]


def test_a_plan_without_an_edition_is_compared_with_none():
    assert jobs(row("a.md"), row("b.md", edition="2031-32")) == ["milestones: a.md", "milestones: b.md"]


def test_plans_of_two_publishers_are_not_compared():
    known = [row("a.md", edition="2031-32", publisher="Downland"), row("b.md", edition="2032-33", publisher="Brackenshire")]
    assert not any(job.startswith("variations") for job in jobs(*known))


def test_where_no_publisher_is_stated_the_folder_tells():
    rows = [row("kent/a.md", edition="2031-32"), row("kent/b.md", edition="2032-33"), row("avon/a.md", edition="2032-33")]
    assert [job for job in jobs(*rows) if job.startswith("variations")] == ["variations: kent/a.md kent/b.md"]


def test_what_was_not_read_is_in_no_job():
    assert jobs(row("a.md", status="damaged", edition="2031-32"), row("b.md", status="partial", edition="2032-33")) == ["milestones: b.md"]


PLANS = (row("2031.md", edition="2031-32"), row("2032.md", edition="2032-33"), row("2033.md", edition="2033-34"))


@pytest.mark.parametrize(
    ("edition", "date", "plan"),
    [
        ("2032-33", None, "2032.md"),
        (None, "2032-02-20", "2032.md"),
        (None, "20 February 2033", "2033.md"),
        (None, "in the spring", "2031.md"),
        (None, "2040-01-01", "2033.md"),
        ("2029-30", None, "2031.md"),
        (None, None, "2031.md"),
    ],
)
def test_a_report_is_held_against_the_plan_that_it_concerns(edition: str | None, date: str | None, plan: str):
    made = jobs(*PLANS, row("panel.md", "panel_report", edition, date=date))
    assert made[-2:] == ["recommendations: panel.md", f"coverage: panel.md {plan}"]


def test_a_report_without_a_plan_and_a_report_of_another_board():
    assert jobs(row("panel.md", "panel_report")) == ["recommendations: panel.md"]
    assert jobs(PLANS[0], row("board.md", "board_report")) == ["milestones: 2031.md", "recommendations: board.md"]


def test_a_panel_is_held_against_the_plan_of_its_own_commissioner():
    plans = (
        row("d.md", edition="2032-33", publisher="Police and Crime Commissioner for Downland"),
        row("b.md", edition="2032-33", publisher="Brackenshire Police and Crime Commissioner"),
    )
    made = jobs(*plans, row("panel.md", "panel_report", "2032-33", publisher="Downland Police and Crime Panel"))
    assert made[-1] == "coverage: panel.md d.md"
    stranger = jobs(*plans, row("panel.md", "panel_report", "2032-33", publisher="Marling Police and Crime Panel"))
    assert not any(job.startswith("coverage") for job in stranger)


def test_an_edition_that_a_manifest_writes_as_it_likes():
    assert jobs(row("a.md", edition="Draft of 2031"), row("b.md", edition="2032/33")) == [
        "milestones: a.md",
        "milestones: b.md",
        "variations: a.md b.md",
    ]
    assert jobs(row("a.md", edition="the first"), row("b.md", edition="the second")) == ["milestones: a.md", "milestones: b.md"]


def every(*rows: SourceRow, topics: bool = False) -> list[tuple[str, tuple[str, ...], dict[str, str]]]:
    return [(job.verb, job.sources, job.beside) for job in plan_jobs(rows, topics=topics)]


def test_each_plan_is_checked_with_the_one_before():
    made = [job for job in every(*PLANS) if job[0] == "check"]
    assert made == [
        ("check", ("2031.md",), {}),
        ("check", ("2032.md",), {"before": "2031.md"}),
        ("check", ("2033.md",), {"before": "2032.md"}),
    ]


def test_one_history_for_each_publisher_with_two_editions():
    others = (row("x/1.md", edition="2031-32", publisher="Marling"), row("x/2.md", edition="2031-32", publisher="Marling"))
    assert [job[1] for job in every(*PLANS, *others) if job[0] == "history"] == [("2031.md", "2032.md", "2033.md")]


@pytest.mark.parametrize(
    ("edition", "date", "plan"),
    [
        ("2032-33", "2033-04-20", "2032.md"),
        (None, "2032-11-01", "2032.md"),
        (None, "2045-01-01", "2033.md"),
        (None, "2029-01-01", None),
        (None, None, None),
    ],
)
def test_a_performance_report_is_held_against_the_plan_that_had_begun(edition: str | None, date: str | None, plan: str | None):
    made = [job[1] for job in every(*PLANS, row("report.md", "performance_report", edition, date=date)) if job[0] == "progress"]
    assert made == ([("report.md", plan)] if plan else [])


def test_topics_only_where_there_is_a_list():
    assert not [job for job in every(*PLANS) if job[0] == "topics"]
    assert [job[1] for job in every(*PLANS, topics=True) if job[0] == "topics"] == [("2031.md",), ("2032.md",), ("2033.md",)]


def test_many_publishers_take_no_more_work_each():
    def work(count: int) -> int:
        rows = [
            row(f"{name}/{kind}{year}.md", kind, f"{year}-{year % 100 + 1}", publisher=f"Police and Crime Commissioner for Area{name}")
            for name in range(count)
            for kind in ("plan", "panel_report")
            for year in (2031, 2032)
        ]
        calls = 0

        def count_call(_frame: object, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event in {"call", "c_call"}

        before = sys.getprofile()
        sys.setprofile(count_call)
        try:
            plan_jobs(rows)
        finally:
            sys.setprofile(before)
        return calls

    assert work(600) < 15 * work(60)  # a tenth of them takes a tenth; with the square it would be 100


def test_what_was_taken_for_a_plan_and_has_no_milestones_stands_between_no_editions():
    rows = (PLANS[0], row("minutes.md", edition="2032-33", guessed=("kind", "edition"), milestones=0), PLANS[2])
    made = jobs(*rows)
    assert "milestones: minutes.md" in made
    assert [job for job in made if job.startswith("variations")] == ["variations: 2031.md 2033.md"]


def test_papers_about_a_plan_stand_beside_its_check_and_the_answer_beside_the_coverage():
    rows = [
        *PLANS,
        row("panel-2032.md", "panel_report", "2032-33"),
        row("panel-2033.md", "panel_report", "2033-34"),
        row("answer-2033.md", "response", "2033-34"),
        row("undated.md", "board_report"),
        row("of a plan to come.md", "decision_notice", "2034-38", date="2034-05-01"),
    ]
    made = plan_jobs(rows)
    also = {job.sources[0]: job.also for job in made if job.verb == "check"}
    assert also == {"2031.md": (), "2032.md": ("panel-2032.md",), "2033.md": ("panel-2033.md", "answer-2033.md")}
    beside = {job.sources: job.beside for job in made if job.verb == "coverage"}
    assert beside == {
        ("panel-2032.md", "2032.md"): {"before": "2031.md"},
        ("panel-2033.md", "2033.md"): {"before": "2032.md", "response": "answer-2033.md", "undertakings": "panel-2032.md"},
    }


def test_of_two_answers_nothing_tells_which_is_meant():
    rows = [*PLANS, row("panel.md", "panel_report", "2031-32"), row("one.md", "response", "2031-32"), row("two.md", "response", "2031-32")]
    assert [job.beside for job in plan_jobs(rows) if job.verb == "coverage"] == [{}]
    rows = [*PLANS, *(row(f"{name}.md", "panel_report", "2031-32") for name in "ab"), row("one.md", "response", "2031-32")]
    assert [job.beside for job in plan_jobs(rows) if job.verb == "coverage"] == [{}, {}]


def test_a_history_takes_the_reports_on_its_plans_in_their_order():
    rows = [*PLANS, row("late.md", "performance_report", "2032-33"), row("early.md", "performance_report", date="2031-09-30")]
    assert [job.also for job in plan_jobs(rows) if job.verb == "history"] == [("early.md", "late.md")]


def test_a_report_on_a_year_that_a_later_plan_carries_too():
    plan = row("2032.md", edition="2032-33", editions=("2031-32", "2032-33"))
    assert jobs(plan, row("report.md", "performance_report", "2031-32")) == [
        "milestones: 2032.md",
        "variations: 2032.md",
        "progress: report.md 2032.md",
    ]
