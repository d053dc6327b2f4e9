"""The order of Vietnamese names."""

from itertools import permutations

import pytest

from camket.units.collation import sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["Ba", "Bà", "Bả", "Bã", "Bá", "Bạ"],
        ["An", "Ăn", "Ân", "Bắc", "Dương", "Đà", "Em", "Êm"],
        ["Ô", "Ơ", "P", "Tu", "Tư", "Y"],
        ["1", "2", "10", "Ba"],
        ["Mường", "Mường Chà", "Mường Nhà", "Mường Nhé"],
        ["Bá An", "Bá Ân", "Bạ An"],  # syllable by syllable: a tone of the first counts before the second's letters
    ],
)
def test_names_stand_where_a_dictionary_has_them(ordered: list[str]) -> None:
    for mixed in permutations(ordered):
        assert sorted(mixed, key=sort_key) == ordered


def test_composed_and_decomposed_spellings_are_the_same() -> None:
    assert (
        sort_key("Điện Biên Phủ")
        == sort_key("Đi\u1ec7n Bi\u00ean Ph\u1ee7")
        == sort_key("Đie\u0323\u0302n Bie\u0302n Phu\u0309")
    )


def test_anything_has_a_key() -> None:
    assert sorted(["", "…", "ﬁ漢", "9" * 100, "ß²"], key=sort_key)[:2] == ["", "…"]
