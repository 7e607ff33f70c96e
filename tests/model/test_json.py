from __future__ import annotations

import json

import msgspec
import pytest

from plantext.find.plan.milestones import find_milestones
from plantext.model.alignment import Variations
from plantext.model.document import Document
from plantext.model.findings import Milestones
from plantext.model.json import dumps, loads
from tests.factories.cases import read_plain
from tests.factories.documents import sample_document
from tests.factories.samples import sample_variations


def test_a_document_comes_back() -> None:
    text = dumps(sample_document())
    assert loads(text, Document) == sample_document()
    assert dumps(loads(text.encode(), Document)) == text
    assert text.endswith("}\n")
    assert json.loads(text)["schema"] == "plantext/document/1"


def test_milestones_come_back() -> None:
    found = find_milestones(read_plain("1 Piers\n\nMilestones for 2031-32:\n\n• Cut delays by 5 per cent by March 2032\n• Mend the pier\n"))
    assert len(found.milestones) == 2
    assert loads(dumps(found), Milestones) == found


def test_variations_come_back() -> None:
    result = sample_variations()
    assert loads(dumps(result), Variations) == result


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": 3}', "\udcff"])
def test_what_is_no_result_is_refused(text: str) -> None:
    with pytest.raises((msgspec.MsgspecError, UnicodeEncodeError)):
        loads(text, Document)
