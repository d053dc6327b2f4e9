"""What the letters next to a place tell must never deny a pattern that stands there."""

from hypothesis import given
from hypothesis import strategies as st

from camket.reading.figures.nearby import Head, Tail, beginning, ending, heads_after, tails_before
from camket.vocabulary.folding import fold

_TAIL = Tail(r"(?<!\w)(?:gấp|đàn|trị giá)(?: (?:khoảng|chừng))*", "[ :]*")
_SHORT_TAIL = Tail(r"(?<!\w)(?:ở|lô|tờ số)")
_HEAD = Head(r"(?:thửa|sào|bè cá)(?!\w)", leads=("cỡ |tới ", "mỗi "))
_WORDS = (
    "gấp",
    "đàn",
    "trị giá",
    "khoảng",
    "chừng",
    "ở",
    "lô",
    "tờ số",
    "thửa",
    "sào",
    "bè cá",
    "cỡ",
    "tới",
    "mỗi",
    "xe",
    ",",
    ":",
    "(",
)
_texts = st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from((" ", "  ", "", ": "))), max_size=8).map(
    lambda pairs: fold("".join(word + gap for word, gap in pairs))
)


@given(_texts)
def test_no_tail_that_ends_at_a_place_is_denied(key: str) -> None:
    for tail in (_TAIL, _SHORT_TAIL):
        for at in range(len(key) + 1):
            if tail.search(key, 0, at):
                assert tails_before(key, at) & tail.bit


@given(_texts)
def test_no_head_that_begins_at_a_place_is_denied(key: str) -> None:
    for at in range(len(key) + 1):
        if _HEAD.match(key, at):
            assert heads_after(key, at) & _HEAD.bit


def test_other_words_are_told_apart() -> None:
    key = fold("một xe chứa 7 sào")
    assert not tails_before(key, key.index("7")) & (_TAIL.bit | _SHORT_TAIL.bit)
    assert heads_after(key, key.index("7") + 1) & _HEAD.bit
    assert not heads_after(key, 3) & _HEAD.bit


def test_signs_and_blanks_are_passed_over() -> None:
    key = fold("trị giá: (3")
    assert tails_before(key, key.index("3")) & _TAIL.bit
    assert tails_before(key, key.index(":")) & _TAIL.bit


def test_too_far_to_tell_denies_nothing() -> None:
    key = fold("trị giá" + " " * 40 + "3")
    assert tails_before(key, len(key) - 1) & _TAIL.bit


def test_words_alone_have_a_bit_too() -> None:
    before, after = ending(("tầng hầm",)), beginning(("tầng hầm",))
    key = fold("xây tầng hầm 2")
    assert tails_before(key, key.index("2")) & before
    assert heads_after(key, 3) & after
    assert not tails_before(key, 3) & before
