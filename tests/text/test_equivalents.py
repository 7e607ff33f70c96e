"""Well-known other names of the same thing."""

from plantext.text.equivalents import equivalents


def groups(text, known=()):
    return {number for number, _, _ in equivalents(text, known)}


def test_two_names_are_of_one_group():
    assert groups("A service for domestic violence.") == groups("Domestic abuse has risen.") != set()


def test_acronyms_are_found_as_printed_only_and_not_where_a_document_has_its_own():
    assert groups("The ASB team.") == groups("anti-social behaviour")
    assert not groups("The asb team.")
    assert not groups("The ASB team.", known={"ASB"})


def test_neighbouring_things_are_not_the_same():
    assert not groups("sexual violence") & groups("domestic violence")
    assert not groups("The hubs met.")
