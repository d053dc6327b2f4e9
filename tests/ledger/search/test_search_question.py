"""Questions: whatever is typed is words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.ledger.search.question import terms


def bare(typed: str) -> list[str]:
    """The bare needles, a star where the last word may go on."""
    return ["|".join(" ".join(listed) + "*" * begun for listed, begun in term.bare) for term in terms(typed)]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("sửa đường", ["sua", "duong*"]),
        ("sửa đường ", ["sua", "duong"]),
        ('"sửa đường" xã', ["sua duong", "xa*"]),
        ("“sửa đường”", ["sua duong"]),
        ('"sửa đường', ["sua duong*"]),
        ("51/2025/QĐ-TTg", ["51 2025 qd ttg*"]),
        ("năm 2025", ["nam", "2025"]),
        ("điểm a", ["diem", "a"]),
        ("kinh tế quy", ["kinh", "te", "qui|quy*"]),
        ("xã xã xã bản", ["xa", "ban*"]),
        ("AND OR NOT NEAR(a", ["and", "or", "not", "near a"]),
        ("", []),
        (' " - ("* & | ! \x00 ', []),
    ],
)
def test_what_is_asked(typed: str, asked: list[str]) -> None:
    assert bare(typed) == asked


def test_only_what_was_typed_with_diacritics_asks_for_them() -> None:
    assert [term.marked for term in terms("bản muong 12")] == [True, False, False]


def test_a_question_is_bounded() -> None:
    assert len(terms(" ".join(f"chu{number}" for number in range(500)))) == 12
    assert len(terms("-".join("abc" for _ in range(500)))[0].bare[0][0]) == 24
    assert len(terms("x" * 10_000)) == 1


@given(st.text())
def test_anything_can_be_typed(typed: str) -> None:
    for term in terms(typed):
        assert term.bare
        assert term.exact
