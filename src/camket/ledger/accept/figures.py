"""Figures, money and periods of statements: what the ledger can keep, and what it refuses."""

from decimal import Decimal

from camket.ledger.accept.reading import invalid
from camket.ledger.models.figure_field import DIGITS, PLACES
from camket.ledger.models.statement import Statement
from camket.vocabulary.iso_period import parse_period
from camket.vocabulary.period import Period

VND = "VND"
_MOST_VND = 2**63 - 1


def figure(statement: Statement, field: str, value: Decimal | None, measure: str | None = None) -> Decimal | None:
    """The value, where it can be kept to its last digit and money is whole. Raises InvalidError."""
    if value is None:
        return None
    if not value.is_finite():
        raise invalid(statement, f"{field}: «{value}» không phải là một con số; hãy sửa lại")
    if measure == VND:
        return Decimal(_whole(statement, field, value))
    if not _fits(value):
        raise invalid(statement, f"{field}: {value} có quá {PLACES} chữ số thập phân hoặc quá dài; hãy kiểm tra lại")
    return value


def interval(
    statement: Statement, value: Decimal | None, low: Decimal | None, high: Decimal | None, measure: str | None
) -> dict[str, Decimal | None]:
    """The columns of a value or a range. Raises InvalidError where the range is upside down."""
    if low is not None and high is not None and low > high:
        raise invalid(statement, f"khoảng từ {low} đến {high}: số đầu lớn hơn số cuối; hãy sửa low hoặc high")
    given = {"value": value, "low": low, "high": high}
    return {name: figure(statement, name, one, measure) for name, one in given.items()}


def share(statement: Statement, field: str, value: Decimal | None) -> Decimal | None:
    """A percentage of something planned; more than 100 can be, less than none cannot. Raises InvalidError."""
    if value is not None and value < 0:
        raise invalid(statement, f"{field}: {value}% nhỏ hơn 0; hãy sửa lại")
    return figure(statement, field, value)


def money(statement: Statement, value: Decimal | None, measure: str | None) -> int | None:
    """Money in whole VND. Raises InvalidError for a fraction, for less than nothing and for another currency."""
    if value is None:
        return None
    if measure not in {None, VND}:
        raise invalid(statement, f"unit: tiền phải tính bằng {VND}, đang là «{measure}»; hãy đổi ra đồng")
    return _whole(statement, "value", value)


def period(statement: Statement, field: str, iso: str | None) -> Period | None:
    """The period that ``iso`` writes. Raises InvalidError for what is none, also where it ends before it begins."""
    if not iso:
        return None
    found = parse_period(iso)
    if found is None:
        raise invalid(
            statement,
            f"{field}: kỳ «{iso}» không hợp lệ hoặc kết thúc trước khi bắt đầu; viết như 2024, 2024-Q3, 2021/2025",
        )
    return found


def period_columns(found: Period | None) -> dict[str, object]:
    """The columns of a period: as ISO 8601, and its first and last day."""
    return {"period": found.iso, "first": found.first, "last": found.last} if found else {}


def _whole(statement: Statement, field: str, value: Decimal) -> int:
    if value != value.to_integral_value():
        raise invalid(statement, f"{field}: {value} đồng có phần lẻ; tiền phải là số nguyên đồng, hãy sửa lại")
    if not 0 <= value <= _MOST_VND:
        raise invalid(statement, f"{field}: {value} đồng nằm ngoài khoảng ghi được; hãy kiểm tra lại")
    return int(value)


def _fits(value: Decimal) -> bool:
    """Whether it has no more digits than the column, zeros at the end left out."""
    _, digits, exponent = value.as_tuple()
    zeros = next((count for count, digit in enumerate(reversed(digits)) if digit), len(digits))
    return value.adjusted() < DIGITS - PLACES and int(exponent) + zeros >= -PLACES
