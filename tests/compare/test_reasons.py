"""Reasons held to whole plans of a few lines, in words of ours."""

from __future__ import annotations

from plantext import pipeline
from plantext.compare.vocabulary import initials_in
from plantext.model.alignment import Change, Variations
from tests.factories.cases import read_plain

BEFORE = """# Harbour plan 2030-31

## 4.1 Safer piers and harbours

Milestones for 2030-31

- Mend the north pier
- Cut thefts of rope by 8 per cent
- Develop a strategy against smuggling by night
- Review harbour police support officers' boats

## 4.2 Cleaner water for bathers

Milestones for 2030-31

- Count the eels in spring
"""


def after(*reasons: str, piers: str = "", water: str = "") -> str:
    """The later plan, with reasons under its first objective, and milestones added to either."""
    return f"""# Harbour plan 2031-32

## 4.1 Safer piers and harbours

Milestones for 2031-32

- Mend the north pier
- Cut thefts of rope by 2 per cent
{piers}

{" ".join(reasons)}

## 4.2 Cleaner water for bathers

Milestones for 2031-32

- Count the eels in spring
{water}

Eels like it here, and we look after them.
"""


def compared(later: str) -> Variations:
    return pipeline.variations(read_plain(BEFORE, markdown=True), read_plain(later, markdown=True))


def change_of(result: Variations, words: str) -> Change:
    ids = {one.id for side in (result.before, result.after) for one in side.milestones if words in one.text}
    (change,) = [change for change in result.changes if ids & {*change.before, *change.after}]
    return change


def test_a_reason_goes_with_the_change_whose_words_it_says() -> None:
    result = compared(after("The number for thefts of rope has been lowered after three calm years."))
    change = change_of(result, "rope")
    assert change.rationale is not None
    assert (change.rationale.text, change.rationale.section, change.rationale.general) == (
        "The number for thefts of rope has been lowered after three calm years.",
        "4.1 Safer piers and harbours",
        False,
    )
    assert [one.rationale for one in result.changes if one is not change and one.rationale] == []


def test_the_only_change_of_its_kind_needs_no_word_in_common() -> None:
    result = compared(after("The number for larceny has been lowered after three calm years."))
    assert change_of(result, "rope").rationale is not None


def test_a_reason_for_the_whole_section_is_said_to_be_one() -> None:
    result = compared(after("The milestones have been revised to reflect what sailors told us.", piers="- Light the lamps each night"))
    added, removed, elsewhere = (change_of(result, words) for words in ("lamps", "smuggling", "eels"))
    assert added.rationale is not None
    assert added.rationale.general
    assert removed.rationale is not None
    assert elsewhere.rationale is None


def test_only_that_something_has_changed_is_no_reason() -> None:
    result = compared(after("Several milestones are new or have changed.", piers="- Light the lamps each night"))
    assert [change.rationale for change in result.changes if change.rationale] == []
    assert result.reasons_without_change == ()


def test_what_a_reason_says_went_elsewhere_is_linked_there() -> None:
    reason = "Work against smuggling by night is now part of Section 3.6, Cleaner water for bathers."
    result = compared(after(reason, water="- Watch the bay with bathers, against dumping, smuggling and noise"))
    change = change_of(result, "dumping")
    assert change.kinds == ("reworded", "moved")
    assert (change.objective_before, change.objective_after) == ("Safer piers and harbours", "Cleaner water for bathers")
    assert change.rationale is not None
    assert change.rationale.destination == "4.2 Cleaner water for bathers"
    assert change.rationale.note is not None
    assert "3.6" in change.rationale.note
    assert change.needs_review


def test_where_no_milestone_answers_the_row_says_so() -> None:
    result = compared(after("Work against smuggling by night is now part of 4.2 Cleaner water for bathers."))
    change = change_of(result, "smuggling")
    assert change.kinds == ("removed",)
    assert change.needs_review
    assert change.review_reason is not None
    assert "4.2 Cleaner water for bathers" in change.review_reason


def test_a_section_that_is_not_there_is_said() -> None:
    change = change_of(compared(after("The milestone against smuggling by night has been moved to Section 9.9.")), "smuggling")
    assert change.review_reason is not None
    assert "9.9" in change.review_reason


def test_a_reason_without_a_change_is_listed() -> None:
    result = compared(after("The review of the fish market has been completed and is no longer a milestone."))
    assert [reason.text for reason in result.reasons_without_change] == [
        "The review of the fish market has been completed and is no longer a milestone."
    ]


def test_initials_stand_for_their_words() -> None:
    result = compared(after("The milestone on HPSO boats has been removed."))
    assert change_of(result, "support officers").rationale is not None
    assert initials_in("harbour police support officers", {"hpso", "eels"}) == {"hpso"}


def test_one_that_became_two_is_split_on_the_plans_word() -> None:
    later = after(
        "The single milestone on smuggling by night has become two.",
        piers="- Develop a watch against smuggling by night\n- Publish what is found of smuggling",
    )
    change = change_of(compared(later), "Publish")
    assert change.kinds == ("split",)
    assert len(change.after) == 2


def test_a_number_is_known_by_what_it_is_of() -> None:
    before = BEFORE.replace(
        "- Mend the north pier\n", "- Mend the north pier\n- Raise trust in the wardens to 60 per cent\n- Reach 12 swimming clubs\n"
    )
    later = after("The number for trust has been raised because of two calm years.").replace(
        "- Mend the north pier\n", "- Mend the north pier\n- Raise trust in the wardens to 70 per cent\n- Reach 15 swimming clubs\n"
    )
    result = pipeline.variations(read_plain(before, markdown=True), read_plain(later, markdown=True))
    told = {change.rationale.text for change in result.changes if change.rationale}
    assert told == {"The number for trust has been raised because of two calm years."}
    texts = {one.id: one.text for one in result.after.milestones}
    assert [texts[name] for change in result.changes if change.rationale for name in change.after] == [
        "Raise trust in the wardens to 70 per cent"
    ]


def test_a_sentence_that_speaks_of_no_milestone_explains_what_is_surely_meant() -> None:
    said = "The review of the boats of harbour police support officers has been completed."
    result = pipeline.variations(read_plain(BEFORE, markdown=True), read_plain(after(said), markdown=True))
    texts = {one.id: one.text for one in result.before.milestones}
    assert [texts[change.before[0]] for change in result.changes if change.rationale] == ["Review harbour police support officers' boats"]
    other = pipeline.variations(
        read_plain(BEFORE, markdown=True), read_plain(after("The review of the fish market has been completed."), markdown=True)
    )
    assert not any(change.rationale for change in other.changes)
    assert other.reasons_without_change == ()


NUMBERED = """# Harbour plan {year}

## Safer piers

{entries}

{reasons}
"""


def test_a_reason_may_name_its_milestone_by_its_number() -> None:
    """Its words alone would say nothing of which is meant."""
    old = NUMBERED.format(
        year="2030-31",
        entries="Policy P1: The Council will light the steps.\n\nPolicy P2: The Council will mend the ladder.",
        reasons="",
    )
    new = NUMBERED.format(
        year="2031-32",
        entries="Policy P1: The Council will light the steps at night.\n\nPolicy P2: The Council will mend the long ladder.",
        reasons="## What has changed\n\nPolicy P2 has been revised after the storms.",
    )
    result = pipeline.variations(read_plain(old, markdown=True), read_plain(new, markdown=True))
    rationale = change_of(result, "ladder").rationale
    assert rationale is not None
    assert rationale.text == "Policy P2 has been revised after the storms."
    assert change_of(result, "steps").rationale is None


PLAN = "# Harbour plan {year}\n\n{reasons}\n\n## Safer piers\n\n### Actions\n\n{piers}\n\n## Calm water\n\n### Actions\n\n{water}\n"
OLD = PLAN.format(
    year="2030-31",
    reasons="",
    piers="- Fit rails of 50 cm along the quay\n- Hold at least two drills on the lifeboat\n- Paint the lamps by 2031",
    water="- Count the eels\n- Lend nets to young crews\n- Run a night ferry",
)
NEW_PIERS = "- Fit rails of 30 cm along the quay\n- Hold at least three drills on the lifeboat\n- Paint the lamps by 2033"


def told(reasons: str, water: str = "- Count the eels\n- Lend nets and floats to young crews") -> Variations:
    later = PLAN.format(year="2031-32", reasons=reasons, piers=NEW_PIERS, water=water)
    return pipeline.variations(read_plain(OLD, markdown=True), read_plain(later, markdown=True))


def reason(result: Variations, words: str) -> str | None:
    rationale = change_of(result, words).rationale
    return rationale.text if rationale else None


def test_where_changes_are_told_a_reason_needs_no_word_for_what_was_done() -> None:
    result = told("## How this plan differs from the last one\n\nCrews asked for floats beside their nets, so we lend both.")
    assert reason(result, "nets") == "Crews asked for floats beside their nets, so we lend both."


def test_a_later_date_and_its_reason() -> None:
    said = "We have given ourselves longer to paint the lamps, as the paint was late."
    assert reason(told(f"## What this refresh changes\n\n{said}"), "Paint") == said


def test_what_was_withdrawn_and_by_whom() -> None:
    said = "The Harbour Board withdrew the action on a night ferry when the crews objected."
    assert reason(told(f"## Review of the last plan\n\n{said}"), "night ferry") == said


def test_a_reason_goes_to_what_it_names_and_not_to_the_only_change_of_its_kind() -> None:
    said = "The number of rails was increased following the inquiry."
    result = told(f"## What has changed\n\n{said}")
    assert (reason(result, "rails"), reason(result, "drills")) == (said, None)


def test_in_a_foreword_a_reason_counts_where_it_is_surely_meant() -> None:
    said = "The night ferry has been dropped because the crews objected."
    result = told(f"## Foreword\n\n{said} Lamps were painted because they were old.")
    assert (reason(result, "night ferry"), reason(result, "Paint")) == (said, None)


def test_what_is_split_already_takes_no_other_piece() -> None:
    water = "- Count the eels\n- Lend nets to young crews\n- Teach young crews to mend nets\n- Open a crew room for young rowers"
    before = OLD.replace("- Lend nets to young crews", "- Lend nets to young crews and teach them to mend nets")
    later = PLAN.format(
        year="2031-32", reasons="## What has changed\n\nWhat was one action on young crews is now two.", piers=NEW_PIERS, water=water
    )
    result = pipeline.variations(read_plain(before, markdown=True), read_plain(later, markdown=True))
    assert change_of(result, "crew room").kinds == ("added",)
