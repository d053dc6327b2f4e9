"""Moments as pages print them: "13:40 - Thứ Tư, 08/02/2023", "26/11/2012 13:38 CH", "ngày 12 tháng 3 năm 2024"."""

import re
from datetime import datetime

_DAY_FIRST = re.compile(r"(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_SPELLED = re.compile(r"ngày\s{0,3}(\d{1,2})\s{0,3}tháng\s{0,3}(\d{1,2})\s{0,3}năm\s{0,3}(\d{4})(?!\d)")
_TIME = re.compile(r"(?<![\d/.-])(\d{1,2})\s?(?:[:h]|giờ)\s?(\d{2})(?!\d)(?::\d{2})?'?(?:\s?(am|pm|sa|ch)\b)?")
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_NOON = 12


def moment_in(key: str) -> datetime | None:
    """Return the first full date of a folded line with the time beside it (midnight where there is none)."""
    for pattern, order in ((_SPELLED, (3, 2, 1)), (_DAY_FIRST, (3, 2, 1)), (_YEAR_FIRST, (1, 2, 3))):
        for match in pattern.finditer(key):
            year, month, day = (int(match[group]) for group in order)
            moment = _moment(year, month, day, key[: match.start()] + " " + key[match.end() :])
            if moment is not None:
                return moment
    return None


def has_time(key: str) -> bool:
    """Whether a clock time stands in a folded line."""
    return _TIME.search(key) is not None


def _moment(year: int, month: int, day: int, rest: str) -> datetime | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    hour, minute = _clock(rest)
    try:
        return datetime(year, month, day, hour, minute)  # noqa: DTZ001 -- pages print Vietnam's time without a zone
    except ValueError:
        return None


def _clock(rest: str) -> tuple[int, int]:
    match = _TIME.search(rest)
    if match is None:
        return 0, 0
    hour, minute, half = int(match[1]), int(match[2]), match[3]
    # Sites print "13:38 CH" as well as "1:38 CH".
    if half in ("pm", "ch") and hour < _NOON:
        hour += _NOON
    elif half in ("am", "sa") and hour == _NOON:
        hour = 0
    return (hour, minute) if hour <= 23 and minute <= 59 else (0, 0)
