"""A term of days, weeks or months from the day of a document.

Civil Code 91/2015/QH13, article 147, clause 2: the first day is not counted; article 148, clauses 2 to 5: a term in weeks
or months ends on the corresponding day, or on the month's last; one whose last day is a day of rest ends with the next
working day. A working day is none of rest.
"""

import calendar as months
import datetime
from collections.abc import Iterator

from camket.vocabulary.due.due import Doubt, Due
from camket.vocabulary.due.telling import told, told_holidays, told_with_weekday
from camket.vocabulary.due.words import CountUnit
from camket.vocabulary.working_calendar import WorkingCalendar

_ONE_DAY = datetime.timedelta(days=1)
_UNITS = {"working_days": "ngày làm việc", "days": "ngày", "weeks": "tuần", "months": "tháng"}


def due_after(count: int, unit: CountUnit, made_on: datetime.date, calendar: WorkingCalendar) -> Due:
    """Return when ``count`` of ``unit`` from ``made_on`` are over. Raise OverflowError beyond the year 9999."""
    start = f"{count} {_UNITS[unit]}, tính từ ngày liền sau ngày văn bản {told(made_on)}."
    if unit == "working_days":
        day = calendar.add(made_on, count)
        steps = [*_skipped(made_on, day, calendar), f"Ngày làm việc thứ {count} là {told_with_weekday(day)}."]
    else:
        last = _plain(count, unit, made_on)
        day = calendar.next_working(last)
        steps = [f"Ngày cuối là {told_with_weekday(last)}."]
        if day != last:
            steps.append(f"Ngày đó nghỉ nên hạn là ngày làm việc kế tiếp: {told_with_weekday(day)}.")
    return Due(kind="period", day=day, how=(start, *steps), doubts=tuple(_doubts(made_on, day, unit, calendar)))


def _plain(count: int, unit: CountUnit, made_on: datetime.date) -> datetime.date:
    if unit == "months":
        year, month = divmod(made_on.year * 12 + made_on.month - 1 + count, 12)
        if year > datetime.MAXYEAR:
            raise OverflowError
        return datetime.date(year, month + 1, min(made_on.day, months.monthrange(year, month + 1)[1]))
    return made_on + datetime.timedelta(days=count * (7 if unit == "weeks" else 1))


def _skipped(made_on: datetime.date, day: datetime.date, calendar: WorkingCalendar) -> Iterator[str]:
    yield "Không tính thứ Bảy, Chủ nhật và ngày nghỉ lễ."
    if holidays := calendar.holidays_between(made_on, day):
        yield f"Nghỉ lễ trong thời gian này: {told_holidays(holidays)}."
    if worked := calendar.worked_between(made_on, day):
        yield f"Có tính ngày làm bù: {', '.join(map(told_with_weekday, worked))}."


def _doubts(made_on: datetime.date, day: datetime.date, unit: CountUnit, calendar: WorkingCalendar) -> Iterator[Doubt]:
    """Only days that were asked about can be doubtful: all of a term in working days, the last of another."""
    first = (made_on if unit == "working_days" else day - _ONE_DAY) + _ONE_DAY
    for year in range(first.year, day.year + 1):
        if year not in calendar.years:
            text = f"Chưa có lịch nghỉ lễ năm {year} (tệp {year}.yml trong thư mục holidays); hạn có thể muộn hơn."
            yield Doubt("calendar_unknown", text)
    for one, reason in calendar.unsure_between(first - _ONE_DAY, day).items():
        yield Doubt("calendar_unsure", f"{told(one)} được tính là ngày làm việc: {reason}.")
