"""Numbers with their units, in every notation that reports use."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.reading.lexing.scanner import Tokens

Read = Callable[..., Tokens]


VALUES = [
    ("3.962 con", "3962", "con"),
    ("2.426.254 triệu đồng", "2426254000000", "VND"),
    ("10.482,24 tỷ đồng", "10482240000000", "VND"),
    ("106,811 tỷ đồng", "106811000000", "VND"),
    ("24,023 tỷ", "24023000000", "VND"),
    ("33.008.7 tỷ", "33008700000000", "VND"),
    ("1,101,518 người", "1101518", "người"),
    ("2,788 người", "2788", "người"),
    ("12.5%", "12.5", "%"),
    ("18,04%", "18.04", "%"),
    ("17,2 %", "17.2", "%"),
    ("5998 tấn", "5998", "tấn"),
    ("6915,8 ha", "6915.8", "ha"),
    ("07 nhà", "7", "nhà"),
    ("310ha", "310", "ha"),
    ("2,37triệu đồng", "2370000", "VND"),
    ("27.414m 2", "27414", "m2"),
    ("27.414 m²", "27414", "m2"),
    ("15 tr.đ", "15000000", "VND"),
    ("77 ngàn ha", "77000", "ha"),
    ("39 vạn tấn", "390000", "tấn"),
    ("21 nghìn tỷ đồng", "21000000000000", "VND"),
    ("1,3 tỷ USD", "1300000000", "USD"),
    ("1 tỷ 250 triệu đồng", "1250000000", "VND"),
    ("1,5 triệu lượt khách", "1500000", "lượt"),
    ("1,5 triệu con", "1500000", "con"),
    ("60 triệu đồng/năm", "60000000", "VND/năm"),
    ("60 triệu đồng/người/năm", "60000000", "VND/người/năm"),
    ("310 đảng viên/năm", "310", "người/năm"),
    ("68 ngôi nhà", "68", "nhà"),
    ("105 thôn, bản", "105", "thôn"),
    ("17,1 tiêu chí/xã", "17.1", "tiêu chí/xã"),
    ("14 tiêu chí/1 xã", "14", "tiêu chí/xã"),
    ("55,4 tạ/ha", "55.4", "tạ/ha"),
    ("0,5 điểm %", "0.5", "điểm %"),
    ("12.5%/năm", "12.5", "%/năm"),
    ("năm người", "5", "người"),
    ("hai ngôi nhà", "2", "nhà"),
    ("mười lăm hộ", "15", "hộ"),
    ("ba mươi mốt xã", "31", "xã"),
]


@pytest.mark.parametrize(("text", "value", "unit"), VALUES)
def test_value_and_unit(tokens: Read, text: str, value: str, unit: str) -> None:
    found = tokens(f"Kết quả là {text}.").quantities
    assert [(one.value, one.unit) for one in found] == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("10-10,5%", "10", "10.5", "%"),
        ("15.000 - 17.000 lao động", "15000", "17000", "lao động"),
        ("từ 5% đến 7%", "5", "7", "%"),
        ("từ 3.400 đến 3.700 USD", "3400", "3700", "USD"),
        ("1,2 - 1,5 triệu đồng", "1200000", "1500000", "VND"),
    ],
)
def test_range(tokens: Read, text: str, low: str, high: str, unit: str) -> None:
    (found,) = tokens(f"tăng {text} mỗi đợt").quantities
    assert (found.value, found.low, found.high, found.unit) == (None, Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("ước đạt gần 123 ha", ("estimate", "nearly")),
        ("khoảng trên 7 triệu đồng", ("about", "over")),
        ("đạt trên 40 ha", ("over",)),
        ("hơn 310ha", ("over",)),
        ("dưới 8 - 10%", ("at_most",)),
        ("52 triệu đồng/người/năm trở lên", ("at_least",)),
        ("ít nhất 3 xã", ("at_least",)),
        ("trên địa bàn 3 xã", ()),
        ("3 xã", ()),
        ("hàng chục ha", ("vague",)),
        ("hàng nghìn nhà", ("vague",)),
    ],
)
def test_qualifiers(tokens: Read, text: str, qualifiers: tuple[str, ...]) -> None:
    (found,) = tokens(text).quantities
    assert found.qualifiers == qualifiers


def test_vague_has_no_value(tokens: Read) -> None:
    (found,) = tokens("hàng trăm hộ").quantities
    assert (found.value, found.low, found.high, found.unit) == (None, None, None, "hộ")


def test_ambiguous_comma_keeps_both_readings(tokens: Read) -> None:
    (found,) = tokens("2,700 ha").quantities
    assert {found.value, found.other_value} == {Decimal(2700), Decimal("2.7")}


@pytest.mark.parametrize(
    "text",
    [
        "trong năm xã hội ổn định",
        "ĐT601",
        "đường 27C",
        "km152 - km156+500",
        "thôn 3",
        "quốc lộ 12",
        "cấp 13",
        "lúc 13:40",
        "từ 7h30",
    ],
)
def test_no_quantity(tokens: Read, text: str) -> None:
    assert not tokens(text).quantities


@pytest.mark.parametrize(
    ("text", "part", "whole", "unit"),
    [
        ("12/17 chỉ tiêu", "12", "17", "chỉ tiêu"),
        ("9.481/9.440ha", "9481", "9440", "ha"),
        ("99,2/151,7 tỷ đồng", "99200000000", "151700000000", "VND"),
        ("5/11 xã", "5", "11", "xã"),
        ("đạt 5/11", "5", "11", None),
        ("1/2 số hộ", "1", "2", None),
    ],
)
def test_fraction(tokens: Read, text: str, part: str, whole: str, unit: str | None) -> None:
    (found,) = tokens(text).fractions
    assert (found.part, found.whole, found.unit) == (Decimal(part), Decimal(whole), unit)


WHOLE = st.integers(min_value=0, max_value=10**12)
PLACES = st.integers(min_value=0, max_value=2)


def with_dots(value: int) -> str:
    """Thousands parted by dots."""
    return f"{value:,}".replace(",", ".")


@given(whole=WHOLE, places=PLACES, data=st.data())
def test_reads_back_what_was_written(tokens: Read, whole: int, places: int, data: st.DataObject) -> None:
    """A figure written with dots for thousands and a decimal comma, or without dots, reads back to itself."""
    tail = data.draw(st.text("0123456789", min_size=places, max_size=places))
    value = Decimal(f"{whole}.{tail}" if tail else str(whole))
    head = data.draw(st.sampled_from([with_dots(whole), str(whole)]))
    written = f"{head},{tail} ha" if tail else f"{head} ha"
    (found,) = tokens(written).quantities
    assert (found.value, found.unit, written[found.start : found.end]) == (value, "ha", written)


@given(
    value=st.integers(min_value=1, max_value=10**6),
    scale=st.sampled_from(["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"]),
)
def test_money_is_whole_dong(tokens: Read, value: int, scale: str) -> None:
    worth = {"đồng": 1, "nghìn đồng": 10**3, "triệu đồng": 10**6, "tỷ đồng": 10**9}[scale]
    (found,) = tokens(f"{with_dots(value)} {scale}").quantities
    assert (found.value, found.unit) == (Decimal(value * worth), "VND")
