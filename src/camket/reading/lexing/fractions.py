"""Fractions: "12/17 chỉ tiêu", "9.481/9.440ha"; a day and month is told from them by what stands around it."""

from decimal import Decimal

from camket.reading.lexing.numerals import numeral, tidy
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.setting import Setting
from camket.reading.lexing.tokens import Fraction

_SLASH = folded(r" ?/ ?(?:tổng số |tổng )?(?=\d)")
_THIRD = folded(r" ?/ ?\d")
_COUNTED_AFTER = folded(
    r" ?(?:số|diện tích|tổng|chỉ|tiêu|đại biểu|phiếu|ý kiến|kiến nghị|khoản|nội dung|nhiệm vụ|mục tiêu|địa phương|thành viên)(?!\w)"
)
_COUNTING_BEFORE = folded(r"(?:^|[^\w])(?:đạt|có|được|hoàn thành|với|là|còn|vượt|chỉ|gồm|thứ|hạng|xếp thứ|trong đó) $")


def fraction(setting: Setting, start: int) -> Fraction | None:
    """Return the fraction at ``start``, whatever it means; a day and month only where it counts something."""
    key = setting.key
    part = numeral(key, start)
    slash = _SLASH.match(key, part.end) if part else None
    whole = numeral(key, slash.end()) if slash else None
    if part is None or whole is None or _THIRD.match(key, whole.end):
        return None
    measure = setting.measures.after(key, whole.end)
    if _could_be_day(part.value, whole.value) and measure is None and not _counts(key, start, whole.end):
        return None
    worth = measure.worth if measure else Decimal(1)
    end = measure.end if measure else whole.end
    code = measure.code if measure else None
    return Fraction(start, end, whole.end, tidy(part.value * worth), tidy(whole.value * worth), code)


def _could_be_day(part: Decimal, whole: Decimal) -> bool:
    return part == int(part) and whole == int(whole) and 1 <= part <= 31 and 1 <= whole <= 12


def _counts(key: str, start: int, end: int) -> bool:
    return bool(_COUNTED_AFTER.match(key, end) or _COUNTING_BEFORE.search(key[max(0, start - 14) : start]))
