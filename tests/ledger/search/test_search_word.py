"""Words: one key for every way to write a word."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.ledger.search.word import LONGEST, keys, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"), ("HÒA", "hoà"), ("kỹ", "kĩ"), ("Mỹ", "mĩ"), ("quý", "quí"), ("uỷ", "ủy"), ("tỷ", "tỉ"),
        ("thuý", "thúy"), ("Ðồng", "đồng"), ("khoẻ", "khỏe"), ("hy", "hi"), ("nghỹ", "nghĩ"),
    ],
)  # fmt: skip
def test_spellings_of_one_word_have_one_key(one: str, other: str) -> None:
    assert keys(one) == keys(other)
    assert keys(unicodedata.normalize("NFD", one)) == keys(other)


@pytest.mark.parametrize(("one", "other"), [("thúy", "thúi"), ("bản", "bán"), ("đá", "da"), ("tây", "tai"), ("y", "i")])
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_the_bare_key_has_no_diacritics() -> None:
    assert [word.bare for word in words("Đường Mường Lống, 12 hộ")] == ["duong", "muong", "long", "12", "ho"]


def test_words_know_where_they_stand_composed_or_not() -> None:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, "Sửa đường, ngõ số 51/QĐ")
        assert [text[word.start : word.end] for word in words(text)] == [
            unicodedata.normalize(form, one) for one in "Sửa đường ngõ số 51 QĐ".split()
        ]


@given(st.text())
def test_any_text_has_words_that_databases_can_hold(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        end = word.end
        for key in (word.bare, word.exact):
            key.encode()
            assert key
            assert not any(letter in " '\"\\%_¶:*&|()!<>" or letter.isspace() for letter in key)


def test_a_run_without_end_is_cut() -> None:
    assert len(keys("a" * 10_000)[0]) == LONGEST
