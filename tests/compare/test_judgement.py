"""What a judgement says of its evidence."""

import plantext


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
