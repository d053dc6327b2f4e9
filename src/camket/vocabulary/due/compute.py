"""The due date that the words of a deadline mean, with every step that led to it."""

import datetime

import msgspec

from camket.vocabulary.due.count import due_after
from camket.vocabulary.due.due import Doubt, Due, Frequency
from camket.vocabulary.due.periodic import period_end
from camket.vocabulary.due.telling import told, told_with_weekday
from camket.vocabulary.due.words import count_of, load_phrases, names_a_period, period_of, without_lead
from camket.vocabulary.folding import fold
from camket.vocabulary.iso_period import parse_period
from camket.vocabulary.period import Period
from camket.vocabulary.working_calendar import WorkingCalendar

_ANY_DAY = datetime.date(2000, 1, 1)
_EVERY = {"weekly": "tuần", "monthly": "tháng", "quarterly": "quý", "yearly": "năm"}


def compute_due(
    deadline: str | None,
    *,
    made_on: datetime.date | None,
    calendar: WorkingCalendar,
    term: Period | None = None,
    happened_on: datetime.date | None = None,
) -> Due:
    """Return by when is owed what has this ``deadline``: an ISO date or period, or the words of a statement.

    ``made_on`` is the day of the document; ``term`` the term of office it belongs to; ``happened_on`` the day of the
    event that the deadline waits for, once known. A named day is itself the last day in time, "trước ngày 30/11" too, as
    statements keep no difference. What cannot be found out is told in ``doubts``, never guessed; nothing is raised.
    """
    words = " ".join((deadline or "").split())
    if not words:
        return Due(kind="none", how=("Văn bản không nêu thời hạn.",))
    try:
        found = (
            _named(words, made_on) or _counted(words, made_on, calendar) or _in_words(words, made_on, term, happened_on)
        )
    except OverflowError:
        found = _unknown(words)
    return msgspec.structs.replace(_checked(found, made_on), words=words)


def _named(words: str, made_on: datetime.date | None) -> Due | None:
    """A day or period that is named, with its year or without."""
    key = without_lead(fold(words))
    period = parse_period(words) or parse_period(key) or period_of(key, made_on)
    if period is None:
        return _without_year(words, made_on) if names_a_period(key) else None
    if period.first == period.last:
        return Due(kind="date", day=period.last, how=(f"Thời hạn nêu rõ ngày: {told_with_weekday(period.last)}.",))
    step = f"Thời hạn nêu kỳ {period.iso}: hết kỳ là {told_with_weekday(period.last)}."
    return Due(kind="period", day=period.last, how=(step,))


def _without_year(words: str, made_on: datetime.date | None) -> Due:
    """A day that does not exist, or one whose year only the document could tell."""
    if made_on is None and period_of(without_lead(fold(words)), _ANY_DAY) is not None:
        return Due(kind="date", how=("Thời hạn không nêu năm.",), doubts=(_no_document_day(),))
    return _unknown(words)


def _counted(words: str, made_on: datetime.date | None, calendar: WorkingCalendar) -> Due | None:
    """A term of days, weeks or months from the day of the document."""
    counted = count_of(fold(words)) or count_of(without_lead(fold(words)))
    if counted is None:
        return None
    if made_on is None:
        return Due(kind="period", how=("Thời hạn tính từ ngày văn bản.",), doubts=(_no_document_day(),))
    return due_after(*counted, made_on, calendar)


def _in_words(words: str, made_on: datetime.date | None, term: Period | None, happened_on: datetime.date | None) -> Due:
    key, phrases = fold(words), load_phrases()
    if key in phrases.every:
        return _periodic(phrases.every[key], made_on)
    if key in phrases.end_of_term:
        return _end_of_term(term)
    if key in phrases.end_of_year:
        return _end_of_year(made_on)
    if key in phrases.standing:
        return Due(kind="standing", how=("Việc thường xuyên, không có ngày hết hạn.",))
    if phrases.event.match(key):
        return _event(words, happened_on)
    return _unknown(words)


def _periodic(frequency: Frequency, made_on: datetime.date | None) -> Due:
    rule = f"Việc định kỳ: đến hạn vào ngày cuối mỗi {_EVERY[frequency]}."
    if made_on is None:
        return Due(kind="periodic", frequency=frequency, how=(rule,), doubts=(_no_document_day(),))
    first = period_end(frequency, made_on)
    step = f"Lần đầu, tính từ ngày văn bản {told(made_on)}: {told_with_weekday(first)}."
    return Due(kind="periodic", frequency=frequency, day=first, how=(rule, step))


def _end_of_term(term: Period | None) -> Due:
    if term is None:
        doubt = Doubt("term_unknown", "Chưa biết nhiệm kỳ nào; hãy nhập nhiệm kỳ của cơ quan giao việc.")
        return Due(kind="term_end", how=("Thời hạn là hết nhiệm kỳ.",), doubts=(doubt,))
    step = f"Thời hạn là hết nhiệm kỳ {told(term.first)} - {told(term.last)}."
    return Due(kind="term_end", day=term.last, how=(step,))


def _end_of_year(made_on: datetime.date | None) -> Due:
    if made_on is None:
        return Due(kind="period", how=("Thời hạn là hết năm của văn bản.",), doubts=(_no_document_day(),))
    last = Period.of_year(made_on.year).last
    step = f"Thời hạn là hết năm của văn bản ({told(made_on)}): {told_with_weekday(last)}."
    return Due(kind="period", day=last, how=(step,))


def _event(words: str, happened_on: datetime.date | None) -> Due:
    waits = f"Thời hạn theo sự kiện: «{words}»."
    if happened_on is None:
        return Due(kind="event", how=(waits, "Sự kiện chưa có ngày; khi có, hãy nhập ngày để tính hạn."))
    return Due(kind="event", day=happened_on, how=(waits, f"Sự kiện diễn ra {told_with_weekday(happened_on)}."))


def _unknown(words: str) -> Due:
    doubt = Doubt("words_unknown", f"Không hiểu thời hạn «{words}»; hãy nhập một ngày, hoặc ghi là không có thời hạn.")
    return Due(kind="none", doubts=(doubt,))


def _no_document_day() -> Doubt:
    return Doubt("no_document_day", "Văn bản chưa có ngày nên chưa tính được hạn; hãy nhập ngày văn bản.")


def _checked(due: Due, made_on: datetime.date | None) -> Due:
    """A deadline before its own document stands in print now and then: kept as it is, and told."""
    if due.day is None or made_on is None or due.day >= made_on:
        return due
    text = f"Hạn {told(due.day)} sớm hơn ngày văn bản {told(made_on)}; hãy kiểm tra lại."
    return msgspec.structs.replace(due, doubts=(*due.doubts, Doubt("before_document", text)))
