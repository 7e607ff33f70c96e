"""A response repeats what was asked before it answers."""

from plantext.compare.quotation import Asks

ASKS = Asks(["The council should provide water butts on every site by 2052.", "Speeding"])


def test_quoted():
    assert ASKS.quoted_in("The council should provide water butts on every site by 2052")
    assert ASKS.quoted_in("provide water butts on every site by 2052")


def test_answered_is_not_quoted():
    assert not ASKS.quoted_in("The council accepts this and will try water butts on two sites.")
    assert not ASKS.quoted_in("Speeding")
    assert not ASKS.quoted_in("Speeding is tackled in every village of the northern valley.")
