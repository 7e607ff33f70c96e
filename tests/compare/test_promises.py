from __future__ import annotations

import pytest

from plantext import pipeline
from plantext.errors import UsageError
from tests.factories.cases import read_plain

DRAFT = """# Harbour plan 2031-32

## Safer piers

Milestones for 2031-32

- Mend the north pier
- Count the gulls

Ropes are kept in sheds.
"""
FINAL = DRAFT.replace("- Count the gulls", "- Count the gulls\n- Recruit ten lighthouse keepers\n- Publish the tide tables in Welsh")
REPORT = """# Report of the harbour panel

## Piers

The Panel asked the Commissioner to recruit more lighthouse keepers.

The Panel recommends that lifeboats be bought for every village.
"""


def test_what_was_asked_and_what_changed() -> None:
    result = pipeline.variations(
        read_plain(DRAFT, markdown=True), read_plain(FINAL, markdown=True), report=read_plain(REPORT, markdown=True)
    )
    assert result.promises is not None
    texts = {milestone.id: milestone.text for milestone in result.after.milestones}
    named = {change.id: [texts[name] for name in change.after] for change in result.changes}
    asked = {one.statement.text: [named[name] for name in one.changes] for one in result.promises.asked}
    keepers, lifeboats = (next(text for text in asked if word in text) for word in ("keepers", "lifeboats"))
    assert asked[keepers] == [["Recruit ten lighthouse keepers"]]
    assert asked[lifeboats] == []
    assert [named[name] for name in result.promises.unasked] == [["Publish the tide tables in Welsh"]]


def test_one_plan_alone_has_no_draft() -> None:
    with pytest.raises(UsageError):
        pipeline.variations(read_plain(DRAFT, markdown=True), whole=True)
