"""What a judgement says of its evidence."""

import pytest

import plantext


def answer_to(folder, ask, *sentences):
    report, plan = folder / "report.md", folder / "plan.md"
    report.write_text(f"# Report of the Harbour Panel\n\n{ask}\n", encoding="utf-8")
    rest = "The harbour is old. Visitors like the pier. We will paint the pilot house. The basin was dredged in 2029."
    plan.write_text(
        f"# Harbour Plan 2031-32\n\n## Milestones\n\n- Dredge the channel\n- Paint the pier\n\n## Water\n\n{' '.join(sentences)}\n\n{rest}\n",
        encoding="utf-8",
    )
    (answer,) = plantext.coverage(report, plan).coverage
    return answer


@pytest.mark.parametrize(
    ("ask", "sentence", "status"),
    [
        ("The Panel recommends that eels be counted each spring on the northern shoals.", "Eels were once sold on the quay.", "mentioned"),
        ("The Panel recommends that eels be counted each spring on the northern shoals.", "We will let eels pass the weir.", "partial"),
        ("The Panel recommends that eels be kept in the northern shoals.", "We will remove all eels from the basin.", "mentioned"),
        ("The Panel recommends that noise from ferries at anchor be measured.", "We will cut noise from the cranes.", "mentioned"),
        (
            "The Panel recommends that lifebelts be fixed in the northern shelters.",
            "The northern shelters were built in 1931.",
            "not_found",
        ),
    ],
)
def test_one_rare_word_may_name_the_subject(tmp_path, ask, sentence, status):
    assert answer_to(tmp_path, ask, sentence).status == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("We will open a ferry to the island in 2030.", "covered"),
        ("We will open a ferry to the island in 2034.", "partial"),
        ("Over the life of this plan we will open a ferry to the island.", "partial"),
    ],
)
def test_a_later_year_than_was_asked_for_meets_part_of_it(tmp_path, sentence, status):
    assert answer_to(tmp_path, "The Panel recommends that a ferry to the island be opened by 2031.", sentence).status == status


def test_words_of_the_sentence_before_are_said_to_stand_there(tmp_path):
    report, plan = tmp_path / "report.md", tmp_path / "plan.md"
    report.write_text(
        "# Report of the Harbour Panel\n\nThe Panel recommends that lifeguards patrol the northern beach.\n", encoding="utf-8"
    )
    words = "The northern beach drew forty thousand visitors. Lifeguards patrol it from May onwards, and they carry radios."
    plan.write_text(
        f"# Harbour Plan 2031-32\n\n## Milestones\n\n- Dredge the channel\n- Paint the pier\n\n## Beaches\n\n{words}\n", encoding="utf-8"
    )
    (answer,) = plantext.coverage(report, plan).coverage
    (why,) = (passage.why for passage in answer.evidence if passage.text.startswith("Lifeguards"))
    own, _, before = why.partition("; the sentence before it: ")
    assert ("lifeguards" in own, "beach" in own) == (True, False)
    assert "beach" in before


@pytest.mark.parametrize(
    ("ask", "sentence", "status"),
    [
        ("Cars ought to be banned from the northern quay.", "Cars will not be allowed on the northern quay.", "covered"),
        ("Don't build the eastern mole.", "The eastern mole will go ahead in 2032.", "mentioned"),
        ("There is no mention of eels, although rowers called them the commonest catch.", "We will count eels each spring.", "covered"),
    ],
)
def test_what_is_not_to_be_done_and_what_is_not_there(tmp_path, ask, sentence, status):
    assert answer_to(tmp_path, ask, sentence).status == status


@pytest.mark.parametrize("ask", ["Eels aren't mentioned.", "The draft doesn't deal with eels.", "The draft sets no target for eels."])
def test_an_absence_that_the_plan_refutes(tmp_path, ask):
    assert answer_to(tmp_path, ask, "We will count eels each spring, 400 of them at the weir.").absence_refuted == ("target" not in ask)


def test_a_passage_with_some_of_the_words_is_shown_to_a_person(tmp_path):
    ask = "The Panel recommends that a shuttle launch be run from the old jetty at weekends."
    answer = answer_to(tmp_path, ask, "A weekend shuttle was tried in 2028 and carried few passengers.")
    assert (answer.status, answer.needs_review) == ("mentioned", True)


OTHER_DEEDS = [
    ("The Panel recommends that the ferry fare be frozen.", "We will raise the ferry fare by 3 per cent.", "mentioned"),
    ("The Panel recommends that the fish market be moved.", "We will keep the fish market where it is.", "mentioned"),
    ("The Panel recommends that the ferry be run on Sundays.", "The ferry will not run on Sundays.", "mentioned"),
    ("The Panel recommends that plastic nets be banned.", "We will reduce the use of plastic nets.", "partial"),
    ("The Panel recommends that plastic nets be banned.", "Plastic nets will be banned from 2032.", "covered"),
    ("The Panel recommends that the water be tested every week.", "The water will be tested every month.", "partial"),
    ("The Panel recommends that the water be tested every week.", "The water will be tested daily.", "covered"),
    ("The Panel recommends that a bridge be built at the sluice.", "The county council will build a bridge at the sluice.", "partial"),
    ("The Panel recommends that no more houseboats be let in.", "We will let in nine more houseboats.", "mentioned"),
    ("The Panel recommends that mooring fees be halved.", "We will cut mooring fees by a tenth.", "partial"),
    ("The Panel recommends that cameras watch both ends of the quay.", "Cameras will watch the northern end of the quay.", "partial"),
    ("The Panel recommends that a full-time ranger be employed.", "We will employ a part-time ranger.", "partial"),
    ("The Panel recommends that the boat be crewed at night.", "The boat will be crewed at night from June to August.", "partial"),
    ("The Panel opposes the closure of the eastern slip.", "We will close the eastern slip.", "mentioned"),
    ("The Panel recommends that the eastern slip be closed.", "We will close the eastern slip.", "covered"),
    ("The Panel recommends that all boats carry a beacon.", "All boats over ten metres will carry a beacon.", "partial"),
    ("The Panel recommends that the plan name a lead for flooding.", "We will build a flood wall.", "partial"),
    ("The Panel recommends that no more houseboats be let in.", "We will let in no more houseboats.", "covered"),
    ("The Panel recommends that a lifeboat be stationed at Porth.", "We will remove the lifeboat from Porth.", "mentioned"),
    ("The Panel recommends that a lifeboat be stationed at Porth.", "We will publish a report on a lifeboat at Porth.", "partial"),
]


@pytest.mark.parametrize(("ask", "sentence", "status"), OTHER_DEEDS)
def test_other_deeds_for_the_same_thing(tmp_path, ask, sentence, status):
    assert answer_to(tmp_path, ask, sentence).status == status


@pytest.mark.parametrize(("ask", "sentence", "status"), [row for row in OTHER_DEEDS if " that " in row[0] and " be " in row[0]])
def test_the_same_asks_without_a_panel(tmp_path, ask, sentence, status):
    plain = ask.split(" that ", 1)[1].replace(" be ", " should be ", 1)
    assert answer_to(tmp_path, plain[0].upper() + plain[1:], sentence).status == status
