"""Composition in linear time changes nothing but the time."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.reading.bounded import run_bounded
from camket.reading.loading.composing import nfc

MARKS = "".join(map(chr, range(0x300, 0x34F))) + "\u0f73\u0f75\u0344\u3099\u05b0\u0591"
marks = st.text(alphabet=MARKS, min_size=80, max_size=200)
pieces = st.one_of(st.text(max_size=5), marks, st.sampled_from(["ế", "ệ", "Ơ", "가", "a", " ", "“", "…" * 120]))
texts = st.lists(pieces, max_size=8).map("".join)


@given(texts)
def test_it_is_what_the_standard_says(text: str) -> None:
    assert nfc(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", ["a" + MARKS * 12_000, ("ế" + MARKS * 3) * 4000], ids=["one letter", "many letters"])
def test_a_megabyte_of_marks_in_disorder_ends_in_time(text: str) -> None:
    run_bounded(composed_length, text, seconds=60, megabytes=2000)


def composed_length(text: str) -> int:
    return len(nfc(text))
