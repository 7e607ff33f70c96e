"""The command that makes everything to publish: drafts, refusal, and answers that come back."""

import docx

RESPONSE = "out/response-to-the-panel.docx"
CALL = ("pack", "before.md", "after.md", "--report", "panel.md", "-o", "out")


def fill(folder, *answers):
    document = docx.Document(folder / RESPONSE)
    for row, answer in zip(document.tables[0].rows[1:], answers, strict=True):
        row.cells[-1].paragraphs[0].runs[0].text = answer
    document.save(folder / RESPONSE)


def asks(folder):
    return len(docx.Document(folder / RESPONSE).tables[0].rows) - 1


def test_it_refuses_while_responses_are_blank_and_writes_nothing(call, folder):
    ran = call(*CALL)
    assert ran.code == 2
    assert "no response, so nothing was written" in ran.err
    assert "--draft" in ran.err
    assert not (folder / "out").exists()


def test_a_draft_is_filled_in_and_published(call, folder):
    ran = call(*CALL, "--draft")
    assert (ran.code, ran.err) == (0, "")
    assert len(list((folder / "out").iterdir())) == 8
    number = asks(folder)
    assert number >= 2
    fill(folder, *["We will report on it in May."] * (number - 1), "")
    ran = call(*CALL)
    assert ran.code == 2
    assert "1 ask has no response in out/response-to-the-panel.docx" in ran.err
    document = docx.Document(folder / RESPONSE)
    document.tables[0].rows[number].cells[-1].text = "Not this year."
    document.save(folder / RESPONSE)
    ran = call(*CALL)
    assert (ran.code, ran.err) == (0, "")
    written = [row.cells[-1].text for row in docx.Document(folder / RESPONSE).tables[0].rows[1:]]
    assert written == ["We will report on it in May."] * (number - 1) + ["Not this year."]


def test_another_draft_keeps_what_was_written_and_the_file_it_stood_in(call, folder):
    call(*CALL, "--draft")
    fill(folder, "Agreed.", *[""] * (asks(folder) - 1))
    assert call(*CALL, "--draft").code == 0
    assert docx.Document(folder / RESPONSE).tables[0].rows[1].cells[-1].text == "Agreed."
    assert (folder / "out" / "response-to-the-panel (as filled in).docx").is_file()


def test_the_same_call_gives_the_same_bytes(call, folder):
    call(*CALL, "--draft")
    first = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    call(*CALL, "--draft")
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == first


def test_bad_calls_are_refused_in_a_sentence(call, folder):
    (folder / "file").write_text("x", encoding="utf-8")
    for arguments in (CALL[:3] + CALL[5:], CALL[:5], (*CALL[:6], "file"), (*CALL, "--responses", "none.docx")):
        ran = call(*arguments)
        assert ran.code in {2, 3}, arguments
        assert ran.err.startswith("plantext: ")
        assert "Traceback" not in ran.err
