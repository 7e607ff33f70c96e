import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantext.compare.aims import aims
from plantext.compare.align import align_texts
from plantext.compare.assign import assign
from plantext.compare.places import moves, section_keys

BEFORE = [
    "Plant 400 trees along the ring road",
    "Open a repair café in the old library",
    "Work with schools to teach pupils safe cycling",
    "Mend the playground fences and repaint the benches in Mill Park",
    "Publish the noise survey of the harbour district",
    "Review the parking fees in the market quarter",
    "Train volunteers for the flood wardens' scheme",
]
AFTER = [
    "Plant 650 trees along the ring road",
    "Open a repair café in the former library building",
    "Work with schools and cycling clubs to teach pupils safe cycling",
    "Mend the playground fences in Mill Park",
    "Repaint the benches in Mill Park",
    "Publish the noise survey of the harbour district.",
    "Buy electric refuse lorries",
    "Train volunteers for the flood wardens' scheme",
]
WORDS = ["trees", "library", "cycling", "fences", "benches", "noise", "flood", "plant", "mend", "the", "of", "5", "8", "per", "cent"]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join), max_size=9)
SECTIONS = st.sampled_from([None, "Streets", "1. Parks", "Parks"])


def kinds(aligned):
    return {(change.before, change.after): set(change.kinds) for change in aligned.changes}


def test_tells_what_happened_to_each():
    assert kinds(align_texts(BEFORE, AFTER)) == {
        ((0,), (0,)): {"target"},
        ((1,), (1,)): {"reworded"},
        ((2,), (2,)): {"reworded"},
        ((3,), (3, 4)): {"split", "reworded"},
        ((4,), (5,)): set(),
        ((5,), ()): {"removed"},
        ((6,), (7,)): set(),
        ((), (6,)): {"added"},
    }


def test_a_piece_may_share_its_frame_with_the_whole():
    aligned = align_texts(
        ["Hold records courses for ministry archivists", "Hold records courses for municipal clerks", "Light the steps"],
        ["Hold records courses for ministry archivists and municipal clerks", "Light the steps at night"],
    )
    first = aligned.changes[0]
    assert (first.before, first.after, sorted(first.kinds)) == ((0, 1), (0,), ["merged", "reworded"])


def test_what_was_said_in_general_may_become_two_of_a_kind():
    aligned = align_texts(
        ["Keep a register of rented homes and check it every spring", "Light the steps", "Repair the sea wall"],
        [
            "Keep a register of furnished rented homes and check it every spring",
            "Keep a register of unfurnished rented homes and check it every spring",
            "Light the steps",
            "Repair the sea wall",
        ],
        ["Homes", "Streets", "Coast"],
        ["Homes", "Homes", "Streets", "Coast"],
    )
    first = aligned.changes[0]
    assert (first.before, first.after, sorted(first.kinds)) == ((0,), (0, 1), ["reworded", "split"])


def test_what_stands_elsewhere_among_others_must_be_more_alike():
    before = [*BEFORE, "Logs of access to the vault are kept in one place"]
    after = ["Logs of attempts to open accounts are kept in the archive", *AFTER]
    here = align_texts(before, after, [*["Town"] * len(BEFORE), "Vault"], ["Vault", *["Town"] * len(AFTER)])
    away = align_texts(before, after, [*["Town"] * len(BEFORE), "Vault"], ["Accounts", *["Town"] * len(AFTER)])
    assert (7, 0) in {(i, j) for i, j, _ in here.links}
    assert (7, 0) not in {(i, j) for i, j, _ in away.links}


def test_pieces_that_say_the_frame_twice_need_little_of_their_own():
    before = ["Work with schools to teach pupils about water", "Work with schools to teach pupils about ice", "Light the steps", *BEFORE]
    after = ["Work with schools to teach pupils about water and ice", "Light the steps", *AFTER]
    first = align_texts(before, after).changes[0]
    assert (first.before, first.after, sorted(first.kinds)) == ((0, 1), (0,), ["merged", "reworded"])


def test_one_more_statement_in_the_same_frame_is_no_piece():
    aligned = align_texts(
        ["Hold records courses for ministry archivists and municipal clerks", "Light the steps"],
        [
            "Hold records courses for ministry archivists and municipal clerks each spring",
            "Hold records courses for wardens",
            "Light the steps",
        ],
    )
    assert [change.after for change in aligned.changes if "added" in change.kinds] == [(1,)]


def test_a_merger_is_a_split_seen_from_the_other_side():
    assert kinds(align_texts(AFTER, BEFORE))[(3, 4), (3,)] == {"merged", "reworded"}


def test_moved_means_another_objective_not_another_heading_for_it():
    before, after = ["Mend the fences", "Plant lime trees"], ["Mend the fences", "Plant lime trees"]
    aligned = align_texts(before, after, ["1. Improve parks", "1. Improve parks"], ["Streets", "4.2 Improving parks"])
    assert kinds(aligned) == {((0,), (0,)): {"moved"}, ((1,), (1,)): set()}


def test_a_heading_renamed_moves_nothing():
    assert moves([("old", "new"), ("old", "new"), ("old", "other")], ["old"] * 3, ["new", "new", "other", "other"]) == {("old", "other")}
    assert moves([("green local park", "green park")], ["green local park"], ["green park"]) == set()
    assert moves([("green park town", "green park city")], ["green park town"], ["green park city"]) == set()
    apart = [("green park town", "green park city"), ("green park town", "street")]
    assert moves(apart, ["green park town"] * 2, ["green park city", "street"]) == set(apart)
    assert moves([("park", "street")] * 3, ["park"] * 3, ["street"] * 3 + ["park"]) == {("park", "street")}


def test_boilerplate_makes_no_pair():
    before = [f"Work with partners to reduce {what} by 5 per cent" for what in ("graffiti", "littering", "truancy")]
    after = [f"Work with partners to reduce {what} by 5 per cent" for what in ("graffiti", "fly-posting", "overcrowding")]
    found = kinds(align_texts(before, after))
    assert found[(0,), (0,)] == set()
    assert sum("removed" in kind for kind in found.values()) == 2


def test_a_surplus_identical_text_is_added_with_the_one_that_it_repeats():
    aligned = align_texts(["Open the pool", "Plant trees"], ["Open the pool", "Plant trees", "Open the Pool"])
    assert kinds(aligned)[(), (2,)] == {"added"}
    (repeat,) = (change for change in aligned.changes if change.after == (2,))
    assert [(feature.name, feature.detail) for feature in repeat.features] == [("repeats", "0")]


def test_identical_texts_of_one_section_are_paired_first():
    aligned = align_texts(["Report yearly"] * 2, ["Report yearly"] * 2, ["Parks", "Streets"], ["Streets", "Parks"])
    assert [(i, j) for i, j, _ in aligned.links] == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("before", "after"),
    [("Train the work-force", "Train the WORKFORCE."), ("Organise visits", "Organize visits"), ("Five visits", "5 visits")],
)
def test_spelling_case_and_punctuation_change_nothing(before, after):
    assert kinds(align_texts([before], [after])) == {((0,), (0,)): set()}


def test_two_different_texts_are_not_paired_for_want_of_better():
    assert align_texts(["Open a swimming pool"], ["Publish the noise survey"]).links == ()


def test_nothing_on_one_side():
    assert kinds(align_texts([], ["Plant trees"])) == {((), (0,)): {"added"}}
    assert align_texts([], []).changes == ()


def test_a_link_shows_what_made_it():
    aligned = align_texts(BEFORE, AFTER)
    (change,) = (change for change in aligned.changes if change.before == (1,))
    features = {feature.name: feature for feature in change.features}
    assert set(features) == {"shared", "within", "letters", "order", "section", "place"}
    assert all(0 <= feature.score <= 1 for feature in features.values())


def test_sections_must_match_the_texts():
    with pytest.raises(ValueError, match="one section for each text"):
        align_texts(["Plant trees"], ["Plant trees"], ["Parks", "Streets"])


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, st.data())
def test_every_text_is_in_one_change_and_the_sides_mirror(before, after, data):
    sections = [data.draw(st.lists(SECTIONS, min_size=len(side), max_size=len(side))) for side in (before, after)]
    aligned = align_texts(before, after, *sections)
    assert sorted(i for change in aligned.changes for i in change.before) == list(range(len(before)))
    assert sorted(j for change in aligned.changes for j in change.after) == list(range(len(after)))
    for change in aligned.changes:
        assert ("added" in change.kinds) == (not change.before)
        assert ("removed" in change.kinds) == (not change.after)
        assert ("split" in change.kinds) == (len(change.after) > 1)
        assert ("merged" in change.kinds) == (len(change.before) > 1)
        assert 0 <= change.score <= 1
    assert {(i, j) for change in aligned.changes for i in change.before for j in change.after} == {(i, j) for i, j, _ in aligned.links}
    back = align_texts(after, before, sections[1], sections[0])
    assert sorted((j, i, score) for i, j, score in back.links) == sorted(aligned.links)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_list_with_itself_is_unchanged(texts):
    aligned = align_texts(texts, texts)
    assert [(i, j) for i, j, _ in aligned.links] == [(i, i) for i in range(len(texts))]
    assert not any(change.kinds for change in aligned.changes)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(-0.5, 1), max_size=12))
def test_assignment_is_the_best_there_is(gains):
    def best(rows, taken):
        if not rows:
            return 0.0
        options = [gains[rows[0], j] + best(rows[1:], taken | {j}) for j in range(5) if j not in taken and gains.get((rows[0], j), 0) > 0]
        return max([best(rows[1:], taken), *options])

    chosen = assign((i, j, gain) for (i, j), gain in gains.items())
    assert len(set(chosen.values())) == len(chosen)
    assert sum(gains[pair] for pair in chosen.items()) == pytest.approx(best(list(range(5)), frozenset()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cut waste by five per cent", [5.0]),
        ("Cut waste by a third, and costs by £2m", [1 / 3, 2e6]),
        ("By March 2015, in 2014-15 and on 3 June", []),
        ("As section 4.6 and Table 2 say", []),
        ("Use SHA-256 and TLS 1.3", []),
        ("Reach 1,250 homes and 88.5% satisfaction", [88.5, 1250.0]),
        ("In each of the seven districts", []),
    ],
)
def test_numbers_aimed_at(text, expected):
    assert aims(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Spend 5 million on trees", "Spend 5 billion on trees", {"target"}),
        ("Cut waste by a third", "Cut waste by a half", {"target"}),
        ("Cut waste by five per cent", "Cut waste by 5%", set()),
        ("In 2014-15 cut waste by 5%", "In 2015-16 cut waste by 5%", {"reworded"}),
    ],
)
def test_a_target_changes_with_its_number_and_not_with_its_spelling_or_year(before, after, expected):
    assert kinds(align_texts([before], [after])) == {((0,), (0,)): expected}


def test_section_keys_ignore_numbers_case_and_endings():
    assert len(set(section_keys(["3. Reducing crime", "Reduce crime", "REDUCE CRIME"]))) == 1
    assert section_keys([None, "Parks"])[0] is None


def test_numbers_decide_between_texts_that_differ_in_nothing_else():
    before = [f"Renew the lamps of ward {number} this year" for number in range(2, 40)]
    after = [f"Renew the lamps of ward {number} next year" for number in range(39, 1, -1)]
    assert {(i, j) for i, j, _ in align_texts(before, after).links} == {(i, 37 - i) for i in range(38)}


def test_very_many_texts_with_one_boilerplate_end_soon_and_make_no_pairs():
    before = [f"Work with partners to reduce before{number} by 5 per cent" for number in range(4_500)]
    after = [f"Work with partners to reduce later{number} by 5 per cent" for number in range(4_500)]
    assert align_texts(before, after).links == ()


def test_of_equal_rivals_the_earlier_is_the_one_that_stayed():
    before = ["Open the depot", "Keep a register of tools that is checked every month", "Paint the gates"]
    twice = [f"Keep a register of {size} tools checked every month" for size in ("small", "large")]
    after = ["Open the depot", *twice, "Paint the gates"]
    assert (1, 1) in {(i, j) for i, j, _ in align_texts(before, after).links}


def test_hundreds_of_texts_that_are_all_the_same_are_paired_in_order_when_they_are_reworded():
    before = ["Open the depot", *["Report to the board of each ward"] * 120]
    after = ["Open the depot", *["Report to the board of every single ward"] * 120]
    assert [(i, j) for i, j, _ in align_texts(before, after).links] == [(i, i) for i in range(121)]


def test_the_order_of_the_words_tells_who_the_heir_is():
    before = ["Open the depot", "Staff of the port clear the quay ice before the school bus runs", "Paint the gates"]
    heir, mixed = (
        "Staff of the port clear the quay snow before the school ferry runs",
        "The school bus runs before ice of the quay clear the port staff",
    )
    assert (1, 1) in {(i, j) for i, j, _ in align_texts(before, ["Open the depot", heir, mixed, "Paint the gates"]).links}
