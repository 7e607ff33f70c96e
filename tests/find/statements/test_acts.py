from __future__ import annotations

import pytest

from plantext.find.statements.acts import SPEECH
from plantext.find.statements.coloured import COLOURED
from plantext.find.statements.cues import Rule
from plantext.find.statements.matters import CLAUSE
from plantext.find.statements.passives import COURTESY, PASSIVE
from plantext.find.statements.readings import read_sentence
from plantext.find.statements.weighed import WEIGHED


def named(rules: tuple[Rule, ...]) -> list[object]:
    return [pytest.param(rule, id=rule.name) for rule in rules]


@pytest.mark.parametrize("rule", named((*SPEECH, *PASSIVE, *CLAUSE, *WEIGHED, *COLOURED)))
def test_the_form_of_a_rule_is_read_as_its_act(rule: Rule) -> None:
    (reading,) = read_sentence(rule.form)
    if rule.act == "want":
        assert reading.act in {"request", "information"}
    elif rule.through:
        assert reading.act in {"request", "undertaking", "concern", "note"}
    else:
        assert reading.act == rule.act
    if not rule.through:
        assert reading.rule == rule.name
    assert reading.span == (0, len(rule.form))


@pytest.mark.parametrize("rule", named(COURTESY))
def test_the_form_of_a_courtesy_states_nothing(rule: Rule) -> None:
    assert read_sentence(rule.form) == []


def test_names_of_rules_are_unique() -> None:
    names = [rule.name for rule in (*COURTESY, *SPEECH, *PASSIVE, *CLAUSE, *WEIGHED, *COLOURED)]
    assert len(names) == len(set(names))
