"""What holds of reading whatever the text: it never raises, says the same twice, and every span is true."""

import time
import unicodedata
from collections import defaultdict

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from camket.reading.document import Document
from camket.reading.read import Reader, Reading
from camket.vocabulary import load_vocabulary
from camket.vocabulary.folding import fold

READER = Reader(load_vocabulary())

CUES = (
    """
đề nghị|kiến nghị|yêu cầu|giao|gợi ý|lưu ý|UBND tỉnh|Bí thư Huyện ủy|đồng chí|huyện Sín Hồ|xã Mường Mơ|Sở Tài chính
phát biểu|kết luận|báo cáo|tiếp thu|ghi nhận|tồn tại|hạn chế|chưa đạt|còn chậm|nguyên nhân|trong đó|nhất là|đồng thời
tỷ lệ hộ nghèo|thu ngân sách|tổng sản lượng|bình quân đầu người|chỉ tiêu|mục tiêu|nghị quyết|kế hoạch|dự án|quy hoạch
đạt|giảm|tăng|còn|ước đạt|khoảng|gần|hơn|trên|so với|cùng kỳ|bằng|vượt|xếp thứ|phấn đấu|không quá|ít nhất|tối thiểu
làm chết|bị thương|mất tích|tốc mái|vùi lấp|thiệt hại|mưa đá|lũ quét|sạt lở|nhà|con|ha|người|hộ|tấn|triệu đồng|tỷ đồng
trước ngày|trong quý|hết năm|đến năm|giai đoạn|nhiệm kỳ|trong 10 ngày làm việc|cuối năm|20/11|Số|QĐ-UBND|NQ/TU|/NQ-HĐND
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
NUMBERS = (
    "0 1 7,71 4,17% 12/17 3.962 2021-2025 30/6/2024 159,42 1.000.000.000 -5 ½ 1,2,3 5.5.5 100% XIV 31/02/2023".split()
)
# A space three times, for it is the most usual.
MARKS = [*" " * 3, ", ", "; ", ". ", ": ", "\n", "\n\n", " - ", "\n- ", " (", ") ", *"[]…%/“”\t", "+ "]

runs = st.sampled_from("0 9 1. 1, 12/ 7- ٣ ²".split())
digits = st.builds(lambda run, length: (run * length)[:length], runs, st.integers(1, 5000))
nested = st.builds(lambda depth, inside: "(" * depth + inside + ")" * depth, st.integers(1, 500), st.sampled_from(CUES))
pieces = st.one_of(
    st.sampled_from(CUES), st.sampled_from(CUES).map(str.upper), st.sampled_from(NUMBERS), st.sampled_from(MARKS),
    st.text(max_size=8), digits, nested,
)  # fmt: skip
mixtures = st.lists(st.tuples(pieces, st.sampled_from(MARKS)), max_size=40).map(
    lambda pairs: "".join(piece + mark for piece, mark in pairs)
)
texts = st.one_of(st.text(), mixtures).map(lambda text: unicodedata.normalize("NFC", text))


def reading_of(text: str) -> Reading:
    return READER.read(Document(name="thử.txt", text=text))


@given(texts)
@example("")
@example("9" * 10_000)
@example("12/17" * 500)
@example("năm 0000, ngày 31/02/2023, quý 9/2024, 0/0 chỉ tiêu")
def test_reading_never_raises_and_what_it_finds_can_be_written(text: str) -> None:
    msgspec.json.encode(reading_of(text).statements)


@given(texts)
def test_every_span_is_true_and_lies_in_order(text: str) -> None:
    statements = reading_of(text).statements
    assert [(one.kind, one.text) for one in statements] == [(one.kind, text[one.start : one.end]) for one in statements]
    assert all(0 <= one.start < one.end <= len(text) for one in statements)
    assert [one.start for one in statements] == sorted(one.start for one in statements)


@given(texts)
def test_no_two_statements_of_a_kind_overlap(text: str) -> None:
    ends: dict[str, int] = defaultdict(int)
    for one in reading_of(text).statements:
        assert one.start >= ends[one.kind]
        ends[one.kind] = one.end


@given(texts)
@example("Tỷ lệ hộ nghèo còn 5%, giảm 2% so với 2023; còn lại")
def test_pieces_of_a_statement_lie_in_the_text(text: str) -> None:
    for one in reading_of(text).statements:
        assert all(0 <= piece.start <= piece.end <= len(text) for piece in one.pieces)


@given(texts)
@settings(max_examples=25)
def test_reading_again_says_the_same(text: str) -> None:
    document = Document(name="thử.txt", text=text)
    assert READER.read(document).statements == Reader(load_vocabulary()).read(document).statements


HOSTILE = {
    "digits": "9", "points": "1.", "commas": "1,", "slashes": "1/", "dashes": "1-", "spaces": " ", "lines": "\n",
    "open brackets": "(", "brackets": "()", "percents": "5% ", "letters": "a", "accents": "ế", "dots": ".", "quotes": "“",
    "petitions": "đề nghị ", "ands": "và ", "losses": "làm chết 1 ", "numbers of documents": "1/NQ-", "labels": "tỷ lệ ",
    "semicolons": "; ", "dates": "ngày 1/1/2024 ", "bodies": "UBND huyện ", "indented": "\n   ", "findings": "chưa ",
}  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    """A pattern that goes back over what it has seen would need hours for a text of this length."""
    length = 100_000
    text = (piece * (length // len(piece) + 1))[:length]
    start = time.perf_counter()
    reading_of(text)
    assert time.perf_counter() - start < 20


@given(st.text())
def test_folding_keeps_every_offset_and_folding_again_changes_nothing(text: str) -> None:
    normal = unicodedata.normalize("NFC", text)
    assert len(fold(normal)) == len(normal)
    assert fold(fold(normal)) == fold(normal)


def test_folding_keeps_the_length_of_every_character_there_is() -> None:
    surrogates = range(0xD800, 0xE000)
    characters = (chr(code) for code in range(0x110000) if code not in surrogates)
    assert [character for character in characters if len(fold(character)) != 1] == []
