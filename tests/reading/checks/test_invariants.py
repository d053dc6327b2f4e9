"""What holds of checks on any text: no raise, true places; parts that sum hold, a disturbed part fails."""

from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from camket.reading.checks import RELATIONS, explanation
from camket.reading.checks.notation import amount, number
from camket.reading.checks.printed import last_digit
from camket.reading.document import Document
from camket.reading.read import Reading, read
from camket.vocabulary import load_vocabulary

_PLACES = ("Nà Sáy", "Mùn Chung", "Pú Xi", "Chiềng Sinh", "Quài Nưa", "Tênh Phông", "Rạng Đông", "Ta Ma")
_PIECES = (
    "Tỷ lệ hộ nghèo còn ", "12,4%", " giảm ", "3,1%", " so với năm 2020", "; ", ". ", "(", ")", "14/20 ", "xã đạt chuẩn nông thôn mới",
    " đạt ", "0%", "0/0", " kế hoạch", "1.200 ha", " 55 tạ/ha", "6.600 tấn", "thu ngân sách đạt ", "24,5 tỷ đồng", "trong đó ",
    "chiếm ", "13/15 chỉ tiêu đạt", "2/15 chỉ tiêu chưa đạt", "kỷ niệm 70 năm Chiến thắng Điện Biên Phủ", "9 người chết và mất tích",
    "cơ cấu kinh tế ", "dịch vụ 41,5%", "còn ", "15 hộ", "45/60 hộ", "bình quân ", "17,1 tiêu chí/xã", "999999999999999999999999999999",
    "từ ", " lên ", "\n", ",", " bằng ", "98% dự toán tỉnh giao", " tăng ", "1e9", "0,000", "năm 9999",
)  # fmt: skip


def _read(text: str) -> Reading:
    return read(Document("invented", text), load_vocabulary())


def _partition(parts: list[int], total: int) -> Reading:
    told = ", ".join(f"xã {place} {part}" for place, part in zip(_PLACES, parts, strict=False))
    return _read(f"Mưa lũ làm {total} nhà bị hư hỏng ({told}).")


_PARTS = st.lists(st.integers(1, 900), min_size=2, max_size=len(_PLACES))


@settings(max_examples=60, deadline=None)
@given(_PARTS)
def test_parts_that_sum_hold(parts: list[int]) -> None:
    found = [one for one in _partition(parts, sum(parts)).checks if one.relation == "partition"]
    assert [one.holds for one in found] == [True]


@settings(max_examples=60, deadline=None)
@given(_PARTS, st.integers(1, 90), st.data())
def test_a_disturbed_part_asks_for_a_look(parts: list[int], more: int, data: st.DataObject) -> None:
    total = sum(parts)
    at = data.draw(st.integers(0, len(parts) - 1))
    disturbed = [*parts[:at], parts[at] + more, *parts[at + 1 :]]
    (one,) = [one for one in _partition(disturbed, total).checks if one.relation == "partition"]
    assert not one.holds
    assert f"= {number(Decimal(total + more))} ≠ {number(Decimal(total))}" in one.arithmetic


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 30), st.integers(0, 30), st.integers(-3, 3))
def test_a_scoreboard_holds_when_it_adds_up_and_only_then(met: int, missed: int, off: int) -> None:
    total = met + missed + off
    if total < max(met, missed, 1):
        return
    text = f"Đến nay, {met}/{total} chỉ tiêu đạt và vượt kế hoạch. Còn {missed}/{total} chỉ tiêu chưa đạt."
    found = [one for one in _read(text).checks if one.relation == "scoreboard"]
    assert [one.holds for one in found] == [off == 0]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
@example("0/0 xã đạt chuẩn nông thôn mới (0%)")
@example("thu ngân sách đạt 999999999999999999999999999999 tỷ đồng, bằng 0,001% kế hoạch")
def test_no_check_ever_raises_and_places_are_true(text: str) -> None:
    reading = _read(text)
    for one in reading.checks:
        assert one.arithmetic
        assert all(reading.document.text[place.start : place.end] == place.text for place in one.places)
        assert one.holds or (one.note or "").startswith("Cần kiểm tra")
    assert reading.checks == _read(text).checks


def test_every_relation_tells_people_what_it_compares() -> None:
    assert len({one.name for one in RELATIONS}) == len(RELATIONS)
    assert all(explanation(one.name) == one.explanation for one in RELATIONS)
    assert explanation("no such relation") == "no such relation"


def test_numbers_are_written_as_vietnamese_prose_writes_them() -> None:
    assert number(Decimal("1234567.500")) == "1.234.567,5"
    assert amount(Decimal(24_500_000_000), "VND") == "24,5 tỷ đồng"
    assert amount(Decimal(63_000_000), "VND/người/năm") == "63 triệu đồng/người/năm"
    assert amount(Decimal("0.51"), "%") == "0,51%"
    assert amount(Decimal(21), "xã") == "21 xã"


def test_the_last_printed_digit_bounds_the_rounding() -> None:
    assert last_digit(Decimal(1_200_000_000), "1,2") == 8
    assert last_digit(Decimal("17.1"), "17,1") == -1
    assert last_digit(Decimal(1500), "1.500") == 0
    assert last_digit(Decimal(0), "0") == 0
