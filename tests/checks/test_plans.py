"""Whole plans of other fields with planted faults and with much that only looks like one; every finding was judged by the truth written down first.

To add one, write it into plans/ with a file of what is to be found, one line a finding: "code severity | the plan's words".
"""

from __future__ import annotations

from pathlib import Path

import pytest

import plantext

PLANS = Path(__file__).parent / "plans"
NAMES = sorted(path.name for path in PLANS.iterdir() if path.suffix != ".findings")


@pytest.mark.parametrize("name", NAMES)
def test_what_is_found(name):
    expected = (PLANS / name).with_suffix(".findings").read_text(encoding="utf-8").splitlines()
    found = plantext.check(str(PLANS / name)).findings
    assert [f"{one.code} {one.severity} | {one.text.replace(chr(9), ' | ')}" for one in found] == expected
