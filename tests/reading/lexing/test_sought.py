"""Patterns that are told in advance from where they cannot be: they find what ``re`` finds, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.reading.lexing.affixes import endings, openings
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.sought import Head, Sought
from camket.reading.matching import PhraseMatcher
from camket.reading.word_index import WORDS

VOCABULARY = [
    "đạt",
    "chỉ tiêu",
    "kế hoạch",
    "phấn đấu",
    "mục",
    "tiêu",
    "và",
    "từ",
    "ước",
    "nếu",
    "25",
    "%",
    ",",
    ":",
    ".",
    " ",
    "  ",
    "\n",
]
SOUGHT = [
    r"(?<!\w)(?:phấn đấu|mục tiêu(?: \w+){0,2} (?:đến|là|chỉ tiêu)|(?:các |một số )?chỉ tiêu)(?!\w)",
    r"(?:đạt|vượt)(?: và vượt)? (?:kế hoạch|chỉ tiêu)|kế hoạch ?:",
    r"nếu [^,;.:]{0,12}\Z",
]


TEXTS = st.lists(st.sampled_from(VOCABULARY), max_size=30).map(" ".join)
STRETCHES = st.tuples(st.integers(0, 200), st.integers(0, 200))
LEAD = "một câu không có gì để tìm. " * 12


@pytest.mark.parametrize("pattern", SOUGHT)
@given(text=TEXTS, stretch=STRETCHES, read=st.booleans())
def test_sought_is_found_where_re_finds_it(pattern: str, text: str, stretch: tuple[int, int], *, read: bool) -> None:
    key = LEAD + text
    if read:
        WORDS.read(key)
    start, end = (len(key) - len(text) + at for at in stretch)
    expected = [match.span() for match in folded(pattern).finditer(key, start, end)]
    assert [match.span() for match in _SOUGHT[pattern].finditer(key, start, end)] == expected


def test_affixes_of_alternatives_options_and_sets() -> None:
    assert openings(r"(?<!\w)(?:ab|c[de])(?!\w)") == {"ab", "cd", "ce"}
    assert openings(r"(?:x )?yz{2}") == {"x yz", "yz"}
    assert openings(r"a+b") == {"a"}
    assert endings(r"[^,]{1,9}(?:ab|c)d?") == {"ab", "abd", "c", "cd"}


def test_of_a_pattern_that_may_begin_with_anything_nothing_is_told() -> None:
    assert openings(r"\w+ đạt") == {""}
    assert openings(r"(?:đạt)?") == {""}
    assert endings(r"đạt[^,]*") == {""}


_SOUGHT = {pattern: Sought(pattern) for pattern in SOUGHT}


@pytest.mark.parametrize("pattern", SOUGHT[:2])
@given(text=TEXTS, start=st.integers(0, 40))
def test_head_is_found_where_re_finds_it(pattern: str, text: str, start: int) -> None:
    expected = folded(pattern).match(text, start)
    found = Head(folded(pattern).pattern).match(text, start)
    assert (found and found.span()) == (expected and expected.span())


@given(text=TEXTS, words=st.sets(st.sampled_from(["đạt", "đạt kế", "kế hoạch", "mục tiêu", "tiêu và", "ước", "25 %"])))
def test_phrases_are_found_in_the_text_in_hand_as_in_any(text: str, words: set[str]) -> None:
    key = LEAD + text
    alone, listed = PhraseMatcher({one: one for one in words}), PhraseMatcher({one: one for one in words}).enlist()
    expected = [(one.start, one.end, one.entry) for one in alone.find(key)]
    WORDS.read(key)
    assert [(one.start, one.end, one.entry) for one in listed.find(key)] == expected
