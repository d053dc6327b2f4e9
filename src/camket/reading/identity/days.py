"""Days: on which day the names of a document are to be understood."""

import datetime
from collections.abc import Iterable

from camket.reading.document import PageFacts
from camket.reading.lexing.tokens import DateMention
from camket.units.register import Register

_OPENING = 1500


def possible_days(
    facts: PageFacts, dates: Iterable[DateMention], today: datetime.date | None, register: Register
) -> tuple[datetime.date, ...]:
    """The day of the document, or the first and last of the days between which it cannot be told.

    The day of publication; else the latest date of the opening, which is that of the meeting or of signing; else the whole
    year that is known; else all the time of the register. A name that means one unit on both ends meant it in between.
    """
    if facts.published is not None:
        return (facts.published.date(),)
    if today is None:
        return register.span
    told = [one.last or one.first for one in dates if one.start < _OPENING]
    known = [day for day in told if day is not None and day.year == today.year and day <= today]
    return (max(known),) if known else (today.replace(month=1, day=1), today)
