"""Patience: what was refused only because others were writing is tried again. The one place where that is done."""

import functools
import random
import time
from collections.abc import Callable

from camket.ledger.errors import BusyError

_TRIES = 6
_FIRST_PAUSE = 0.05


def patient[**Given, Made](change: Callable[Given, Made]) -> Callable[Given, Made]:
    """``change`` called again, after ever longer pauses, while the database is busy; BusyError when it stays so.

    Safe, for a change that failed has written nothing and its rows are as they were read. ConflictError is never tried again:
    a person has to look first.
    """

    @functools.wraps(change)
    def tried(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        pause = _FIRST_PAUSE
        for _ in range(_TRIES - 1):
            try:
                return change(*args, **kwargs)
            except BusyError:
                time.sleep(pause * (1 + random.random()))  # noqa: S311 - so that two do not meet again, no secret
                pause *= 2
        return change(*args, **kwargs)

    return tried
