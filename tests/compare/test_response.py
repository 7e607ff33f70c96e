"""A response matched to the asks that it answers: by number, by table, by words."""

from pathlib import Path

import pytest

import plantext
from plantext.compare.response import number_of

FIXTURES = Path(__file__).parent / "fixtures"


def replies(report, plan, response):
    result = plantext.coverage(report, plan, response=response)
    texts = {said.id: said.text for said in result.statements}
    return {texts[answer.statement]: answer.reply for answer in result.coverage}


def one(found, words):
    return next(reply for text, reply in found.items() if words in text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Recommendation 4", "4"),
        ("Our response to Recommendation no. 12", "12"),
        ("Rec. 3a", "3a"),
        ("R7: fees", "7"),
        ("Recommendation two", "2"),
        ("Roads in 2031", None),
    ],
)
def test_the_number_of_a_recommendation(text, number):
    assert number_of(text) == number


def test_by_number():
    found = replies(*(FIXTURES / name for name in ("numbered_report.md", "numbered_response.md", "numbered_response.md")))
    assert [reply.matched_by for reply in found.values()] == ["number"] * 3
    assert [reply.stance for reply in found.values()] == ["accepted", "in_part", "rejected"]
    assert all("should" not in passage.text for reply in found.values() for passage in reply.passages)  # not the quoted ask
    assert any("website" in passage.text for passage in one(found, "list of empty").passages)


def test_by_words_with_the_place_that_it_names_and_none_where_nothing_answers():
    found = replies(*(FIXTURES / name for name in ("ferry_report.md", "ferry_plan.md", "ferry_response.md")))
    assert one(found, "more conductors").stance == "rejected"
    office = one(found, "ticket office")
    assert (office.matched_by, office.refers_to) == ("words", ("section 1 (page 4)",))
    assert one(found, "travel card") is None


def test_what_the_answer_promises_is_held_against_the_plan():
    found = replies(*(FIXTURES / name for name in ("ferry_report.md", "ferry_plan.md", "ferry_response.md")))
    assert one(found, "ferry fares").status == "not_found"
    assert one(found, "step-free").status == "partial"
    assert one(found, "more conductors").status is None  # it promises nothing


def test_by_a_table_of_asks_and_answers(tmp_path):
    response = tmp_path / "response.md"
    response.write_text(
        "# Response\n\n| What the Panel said | Our response |\n| --- | --- |\n"
        "| The Panel asked that bus shelters be repainted. | This has been included in the works for June. |\n"
        "| Members suggested a cycle hub. | We do not support a hub at this time. |\n"
    )
    response.write_text(response.read_text().replace("What the Panel said", "Recommendation or comment"))
    found = replies(FIXTURES / "ferry_report.md", FIXTURES / "ferry_plan.md", response)
    assert (one(found, "shelters").matched_by, one(found, "shelters").stance) == ("table", "accepted")
    assert one(found, "cycle hub").stance == "rejected"


def test_without_a_response_there_is_no_reply():
    result = plantext.coverage(FIXTURES / "ferry_report.md", FIXTURES / "ferry_plan.md")
    assert result.response is None
    assert all(answer.reply is None for answer in result.coverage)


LABELLED = """# Response to the inquiry

**Recommendation 1:** The council should publish a list of empty allotments each spring.

**Response:** Accepted. The list went online in April.

**Recommendation 2:** The council should provide water butts on every site by 2052.

**Response:** Partially accepted. Butts will go to the sites without a tap.

**Recommendation 3:** The council should let beekeepers use the northern sites.

**Response:** Rejected. The school objects.
"""

TABLE = """# Response to the inquiry

| No. | Recommendation | Accepted? | Council response |
| --- | --- | --- | --- |
| 1 | The council should publish a list of empty allotments each spring. | Yes | The list went online in April. |
| 2 | The council should provide water butts on every site by 2052. | In part | Butts will go to the sites without a tap. |
| 3 | The council should let beekeepers use the northern sites. | No | The school objects. |
"""

FREE = """# Response to the inquiry

1. We agree to publish a list of empty allotments in March each year.
2. Water butts are dear. We cannot promise them on every site.
3. Beekeepers have been given the northern sites, see section 4.2 of the plan.
"""


@pytest.mark.parametrize(
    ("text", "matched_by", "stances"),
    [
        (LABELLED, "number", ["accepted", "in_part", "rejected"]),
        (TABLE, "table", ["accepted", "in_part", "rejected"]),
        (FREE, "words", ["accepted", "rejected", "answered"]),
    ],
)
def test_the_forms_of_a_response(tmp_path, text, matched_by, stances):
    response = tmp_path / "response.md"
    response.write_text(text)
    found = list(replies(FIXTURES / "numbered_report.md", FIXTURES / "numbered_response.md", response).values())
    assert [reply.matched_by for reply in found] == [matched_by] * 3
    assert [reply.stance for reply in found] == stances


REFERRED = """# Response to the inquiry

| Ref | Decision | What we will do |
| --- | --- | --- |
| R1 | Accepted | The register is online. |
| R2 | Partially accepted | Sites without a tap come first. |
| R3 | Rejected | The school objects. |
"""


def test_a_table_that_quotes_nothing_is_matched_by_its_numbers(tmp_path):
    response = tmp_path / "response.md"
    response.write_text(REFERRED)
    found = list(replies(FIXTURES / "numbered_report.md", FIXTURES / "numbered_response.md", response).values())
    assert [reply.matched_by for reply in found] == ["number"] * 3
    assert [reply.stance for reply in found] == ["accepted", "in_part", "rejected"]


def test_of_two_rows_that_are_alike_the_one_with_the_number_answers(tmp_path):
    report, response = tmp_path / "report.md", tmp_path / "response.md"
    report.write_text(
        "# Inquiry\n\n## Recommendations\n\nR1. The council should mend the north gate by May.\n\nR2. The council should mend the north gates by May.\n"
    )
    response.write_text(
        "# Response\n\n| No | Recommendation | Response |\n| --- | --- | --- |\n| 2 | The council should mend the north gate by May. | Rejected. |\n"
        "| 1 | The council should mend the north gates by May. | Accepted. |\n"
    )
    found = replies(report, FIXTURES / "numbered_response.md", response)
    assert [reply.stance for reply in found.values()] == ["accepted", "rejected"]


def test_a_lettered_part_is_answered_by_its_own_heading_or_by_the_whole(tmp_path):
    report, response = tmp_path / "report.md", tmp_path / "response.md"
    report.write_text(
        "# Inquiry\n\n## Recommendation 3\n\nThat the Director of Parks:\n\n(a) plants limes in every avenue;\n\n(b) pulls down the old pavilion.\n"
    )
    response.write_text(
        "# Response\n\n## Response to recommendation 3(a)\n\nWe accept this.\n\n## Response to recommendation 3\n\nWe reject the rest.\n"
    )
    found = replies(report, FIXTURES / "numbered_response.md", response)
    assert [reply.stance for reply in found.values()] == ["accepted", "rejected"]
