"""What the words of a deadline say: a term, a frequency, the end of a term of office, a day without its year, an event."""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from camket.vocabulary.due.due import Frequency
from camket.vocabulary.folding import fold
from camket.vocabulary.period import Period
from camket.vocabulary.yaml_file import load_yaml

_FILE = Path(__file__).parents[1] / "due_words.yml"

_Maker = Callable[[int], Period]
CountUnit = Literal["working_days", "days", "weeks", "months"]

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")
_MONTH = re.compile(rf"(?:{fold('tháng')} ?)?(\d{{1,2}})(?:/| {fold('năm')} )(\d{{4}})|{fold('tháng')} ?(\d{{1,2}})")
_QUARTER = re.compile(rf"{fold('quý')} (iii|ii|iv|i|[1-4])(?:(?:[/-]| {fold('năm')} | )(\d{{4}}))?")
# "trong", "năm", "đến hết": more than three words that add nothing never stand in a row.
_LEADS = 3
# From 29/2/1896 to 29/2/1904: the longest that a day of the year can be away.
_LEAP_YEARS_APART = 8
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


class DueWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of due_words.yml, which says of each list what it is for."""

    leads: tuple[str, ...]
    counts: dict[CountUnit, tuple[str, ...]]
    every: dict[Frequency, tuple[str, ...]]
    end_of_term: tuple[str, ...]
    end_of_year: tuple[str, ...]
    standing: tuple[str, ...]
    event_openers: tuple[str, ...]


class Phrases(msgspec.Struct, frozen=True):
    """The words made ready for matching, folded."""

    count: re.Pattern[str]
    units: Mapping[str, CountUnit]
    every: Mapping[str, Frequency]
    end_of_term: frozenset[str]
    end_of_year: frozenset[str]
    standing: frozenset[str]
    lead: re.Pattern[str]
    event: re.Pattern[str]


@cache
def load_phrases() -> Phrases:
    """The packaged words, read once a process. Raise msgspec.ValidationError on a broken data file."""
    words = load_yaml(_FILE, DueWords)
    units = {fold(word): unit for unit, several in words.counts.items() for word in several}
    return Phrases(
        count=re.compile(rf"(\d{{1,4}}) ({_any_of(units)})"),
        units=units,
        every={fold(word): every for every, several in words.every.items() for word in several},
        end_of_term=frozenset(map(fold, words.end_of_term)),
        end_of_year=frozenset(map(fold, words.end_of_year)),
        standing=frozenset(map(fold, words.standing)),
        lead=re.compile(rf"(?:{_any_of(map(fold, words.leads))}) "),
        event=re.compile(rf"(?:{_any_of(map(fold, words.event_openers))}) \S"),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def without_lead(key: str) -> str:
    """The folded words without what stands before a term or a day and adds nothing to it."""
    for _ in range(_LEADS):
        lead = load_phrases().lead.match(key)
        key = key[lead.end() :] if lead else key
    return key


def count_of(key: str) -> tuple[int, CountUnit] | None:
    """The number and unit of a term: "10 ngày làm việc"."""
    found = load_phrases().count.fullmatch(key)
    return (int(found[1]), load_phrases().units[found[2]]) if found else None


def names_a_period(key: str) -> bool:
    """Whether the words have the form of a day, month or quarter, be there such a day or not."""
    return any(pattern.fullmatch(key) for pattern in (_DAY, _MONTH, _QUARTER))


def period_of(key: str, made_on: datetime.date | None) -> Period | None:
    """The day, month or quarter that is named; without its year the next one from ``made_on`` on. None of all else."""
    for pattern, make in ((_DAY, _day), (_MONTH, _month), (_QUARTER, _quarter)):
        if found := pattern.fullmatch(key):
            return make(found, made_on)
    return None


def _day(found: re.Match[str], made_on: datetime.date | None) -> Period | None:
    return _in_year(found[3], made_on, lambda year: _one_day(year, int(found[2]), int(found[1])))


def _one_day(year: int, month: int, day: int) -> Period:
    return Period.of_days(*(datetime.date(year, month, day),) * 2)


def _month(found: re.Match[str], made_on: datetime.date | None) -> Period | None:
    return _in_year(found[2], made_on, lambda year: Period.of_month(year, int(found[1] or found[3])))


def _quarter(found: re.Match[str], made_on: datetime.date | None) -> Period | None:
    return _in_year(found[2], made_on, lambda year: Period.of_quarter(year, _ROMAN[found[1]]))


def _in_year(written: str | None, made_on: datetime.date | None, make: _Maker) -> Period | None:
    """The period in the year that is written, or else the first that is not yet past on ``made_on``."""
    if written is not None:
        return _made(make, int(written))
    if made_on is None:
        return None
    periods = (_made(make, made_on.year + more) for more in range(_LEAP_YEARS_APART + 1))
    return next((one for one in periods if one is not None and one.last >= made_on), None)


def _made(make: _Maker, year: int) -> Period | None:
    try:
        return make(year)
    except ValueError:
        return None
