"""Tokens: the numbers, dates and periods of a text, with their exact places.

``start`` and ``end`` bound the whole token as a reader would underline it (number and unit, without
its qualifiers). Values are scaled: "1,2 tỷ đồng" is 1200000000 VND.
"""

import datetime
from decimal import Decimal

import msgspec

from camket.vocabulary.period import Period


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number with its unit: one ``value``, or a range from ``low`` to ``high``, or neither when vague ("hàng chục").

    ``unit`` is the vocabulary's code, None for a bare number. ``qualifiers`` stand in the order written and
    begin at ``qualifier_start`` (``start`` where there is none); ``number_end`` is where the digits end.
    ``other_value`` is the second reading of an ambiguous notation ("2,700 ha"). ``qualifier_end`` is where a
    qualifier after the unit ends ("trở lên"), None without one.
    """

    start: int
    end: int
    number_end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    qualifiers: tuple[str, ...]
    qualifier_start: int
    other_value: Decimal | None = None
    qualifier_end: int | None = None


class Fraction(msgspec.Struct, frozen=True, gc=False):
    """ "x/y": a part of a whole, actual of plan, rank of field; which of them is for the rules to say."""

    start: int
    end: int
    number_end: int
    part: Decimal
    whole: Decimal
    unit: str | None


class DateMention(msgspec.Struct, frozen=True, gc=False):
    """A day or a span of days; the year is resolved from the document's own date where it is not written."""

    start: int
    end: int
    first: datetime.date | None
    last: datetime.date | None
    year_written: bool


class PeriodMention(msgspec.Struct, frozen=True, gc=False):
    """A period in words: "năm 2024", "6 tháng đầu năm", "giai đoạn 2021-2025", "nhiệm kỳ 2020 - 2025".

    ``role`` is "period", or "baseline" (after "so với"), "term" (a nhiệm kỳ), "span" (giai đoạn, thời kỳ), "future"
    (a period that begins after the document's own date) or "as_of" (đến ngày, tính đến).
    """

    start: int
    end: int
    period: Period | None
    role: str
