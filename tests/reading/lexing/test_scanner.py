"""The sweep as a whole: never fails, never overlaps, never slows down."""

import itertools
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.reading.lexing.scanner import Tokens

Read = Callable[..., Tokens]


WORDS = [
    "ngày", "tháng", "năm", "quý", "đến", "từ", "giai đoạn", "nhiệm kỳ", "hai", "mười", "hàng chục",
    "một số", "12", "8/2", "1.234", "2,5", "2021",
    "2021-2025", "%", "ha", "tỷ đồng", "triệu", "người", "/", "-", ".", ",", "(", ")", "ước đạt",
    "gần", "trở lên", "45/2018/QĐ-UBND", "-NQ/TW", "so với", "III", "\n",
]  # fmt: skip


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
        st.lists(st.sampled_from(WORDS), max_size=40).map("".join),
    )
)
def test_never_raises_and_never_overlaps(tokens: Read, text: str) -> None:
    found = sorted((one.start, one.end) for kind in tokens(text) for one in kind)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(found))


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1.",
        "1,",
        "1/",
        "1-",
        "12/3/",
        "1.234.",
        "ngày ",
        "đến ",
        "năm ",
        " ",
        "1 tỷ ",
        "mười ",
        "%",
        "ước đạt ",
        "12-nq/",
        "/năm",
        "1 - ",
    ],
)
def test_time_is_linear_in_the_length(tokens: Read, unit: str) -> None:
    """Eight times the text takes some eight times as long, not sixty-four, whatever is repeated."""

    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        best = 60.0
        for _ in range(3):
            started = time.perf_counter()
            tokens(text)
            best = min(best, time.perf_counter() - started)
        return best

    assert seconds(80_000) < 24 * max(seconds(10_000), 0.005)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Quyết định 45/2018/QĐ-UBND tỉnh", "45/2018/QĐ-UBND"),
        ("Thông tư số 04/2022/TT-BXD, ngày 24/10/2022", "04/2022/TT-BXD"),
        ("Nghị quyết 18-NQ/TW", "18-NQ/TW"),
        ("Hướng dẫn 31 - HD/BTCTW", "31 - HD/BTCTW"),
        ("văn bản 4458/UBND-KT", "4458/UBND-KT"),
        ("Chương trình 29-Ctr/TU", "29-Ctr/TU"),
        ("Luật số 31/2013/QH13", "31/2013/QH13"),
        ("Nghị quyết 35/2023/UBTVQH15", "35/2023/UBTVQH15"),
        ("Quyết định 2156/QĐ-TTg", "2156/QĐ-TTg"),
        ("Thông tư liên tịch 43/2015/TTLT-BNNPTNT-BKHĐT", "43/2015/TTLT-BNNPTNT-BKHĐT"),
    ],
)
def test_document_number(tokens: Read, text: str, number: str) -> None:
    found = tokens(text)
    assert [text[one.start : one.end] for one in found.citations] == [number]
    assert not found.quantities


@pytest.mark.parametrize(
    "text",
    ["13:40 - Thứ Tư", "Kỳ họp thứ 2 - HĐND", "12/17 chỉ tiêu", "17,1 tiêu chí/xã", "QL 279", "8/2/2023", "5 ha/hộ"],
)
def test_no_document_number(tokens: Read, text: str) -> None:
    assert not tokens(text).citations
