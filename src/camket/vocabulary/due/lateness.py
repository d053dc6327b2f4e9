"""Late, and soon due: always computed, never stored.

Nothing is late that is only suggested, that has no day, that has ended, or whose clock rests because others must act.
"""

import datetime

from camket.vocabulary.commitment import State
from camket.vocabulary.due.due import Due
from camket.vocabulary.due.periodic import period_end

_ONE_DAY = datetime.timedelta(days=1)
_SOON = 7

# Gợi ý: the weakest of the strengths of a directive.
_NEVER_LATE = "suggest"


def overdue(
    due: Due, day: datetime.date, state: State, strength: str | None = None, reported: datetime.date | None = None
) -> bool:
    """Whether the last day in time is past on ``day``.

    ``strength`` is a directive's. ``reported`` is the last day up to which something periodic has been reported.
    """
    return days_late(due, day, state, strength, reported) > 0


def days_late(
    due: Due, day: datetime.date, state: State, strength: str | None = None, reported: datetime.date | None = None
) -> int:
    """How many days past the last day in time ``day`` is; 0 when it is not late."""
    owed = _owed_by(due, state, strength, reported)
    return max(0, (day - owed).days) if owed else 0


def due_soon(
    due: Due,
    day: datetime.date,
    state: State,
    strength: str | None = None,
    reported: datetime.date | None = None,
    within: int = _SOON,
) -> bool:
    """Whether the last day in time is ``day`` or comes within so many days after it. Never so when overdue."""
    owed = _owed_by(due, state, strength, reported)
    return owed is not None and 0 <= (owed - day).days <= within


def _owed_by(due: Due, state: State, strength: str | None, reported: datetime.date | None) -> datetime.date | None:
    """The last day in time of what is owed now; None when nothing can be late."""
    if due.day is None or not state.clock or strength == _NEVER_LATE:
        return None
    if due.frequency is None or reported is None or reported < due.day:
        return due.day
    return period_end(due.frequency, reported + _ONE_DAY)
