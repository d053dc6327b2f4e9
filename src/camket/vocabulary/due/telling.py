"""How days are told in the steps of a due date."""

import datetime
from collections.abc import Mapping

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def told(day: datetime.date) -> str:
    """The day as Vietnamese documents print it: "28/10/2024"."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def told_with_weekday(day: datetime.date) -> str:
    """As ``told``, with the day of the week: "thứ Hai 28/10/2024"."""
    return f"{_WEEKDAYS[day.weekday()]} {told(day)}"


def told_holidays(days: Mapping[datetime.date, str]) -> str:
    """Each day with the name of the holiday it is: "30/04/2024 (Ngày Chiến thắng)"."""
    return ", ".join(f"{told(day)} ({name})" for day, name in days.items())
