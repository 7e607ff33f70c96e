"""Welsh is told from English by its small words."""

import pytest

from plantext.find.welsh import is_welsh


@pytest.mark.parametrize(
    "text",
    [
        "Byddwn yn gweithio gyda'r cymunedau er mwyn lleihau troseddau ar hyd yr arfordir.",
        "Mae hyn yn rhan o'n cynllun, ac mae'r gwaith wedi dechrau.",
    ],
)
def test_welsh(text):
    assert is_welsh(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Police and Crime Plan for Dyfed-Powys (Heddlu Dyfed-Powys) is issued in Welsh and English.",
        "I am at a fair, o for a pan of chips.",
        "Reduce burglary by 5 per cent",
        "",
        "Yr Wyddfa is the name of the hill that most of our rescuers climb.",
    ],
)
def test_not_welsh(text):
    assert not is_welsh(text)
