"""Days: on which day the names of a document are to be understood."""

import datetime
from collections.abc import Iterable

from camket.reading.document import PageFacts
from camket.reading.lexing.tokens import DateMention
from camket.units.consistency import LAST_DAY_OF_DISTRICTS

_OPENING = 1500


def possible_days(
    facts: PageFacts, dates: Iterable[DateMention], today: datetime.date | None
) -> tuple[datetime.date, ...]:
    """The day of the document, or the days between which it cannot be told; nothing where no day is known at all.

    The day of publication; else the latest date of the opening, which is that of the meeting or of signing. Where only the
    year is known and units changed within it, both sides of the change are possible.
    """
    if facts.published is not None:
        return (facts.published.date(),)
    if today is None:
        return ()
    told = [one.last or one.first for one in dates if one.start < _OPENING]
    known = [day for day in told if day is not None and day.year == today.year and day <= today]
    if known:
        return (max(known),)
    return (LAST_DAY_OF_DISTRICTS, today) if today.year == LAST_DAY_OF_DISTRICTS.year else (today,)
