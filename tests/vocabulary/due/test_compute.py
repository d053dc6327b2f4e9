"""Due dates: what each way of writing a deadline means, how that is told, and what is doubted instead of guessed."""

import datetime
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.vocabulary.due import Due, compute_due
from camket.vocabulary.period import Period
from camket.vocabulary.working_calendar import load_working_calendar

CALENDAR = load_working_calendar()
TERM = Period.of_days(date(2021, 6, 20), date(2026, 3, 15))
MADE_ON = date(2024, 4, 22)
DAYS = st.dates(date(2021, 1, 1), date(2026, 6, 30))


def due(deadline: str | None, made_on: date | None = MADE_ON) -> Due:
    return compute_due(deadline, made_on=made_on, calendar=CALENDAR, term=TERM)


@pytest.mark.parametrize(
    ("deadline", "kind", "day"),
    [
        (None, "none", None),
        ("  ", "none", None),
        ("2024-09-30", "date", date(2024, 9, 30)),
        ("2024-09", "period", date(2024, 9, 30)),
        ("2025-Q3", "period", date(2025, 9, 30)),
        ("2025", "period", date(2025, 12, 31)),
        ("2021/2025", "period", date(2025, 12, 31)),
        ("2024-07-01/2024-07-05", "period", date(2024, 7, 5)),
        ("before 30/11", "date", date(2024, 11, 30)),
        ("before 2024-11-30", "date", date(2024, 11, 30)),
        ("trước ngày 30/11", "date", date(2024, 11, 30)),
        ("Trước ngày 15/3", "date", date(2025, 3, 15)),
        ("chậm nhất là ngày 15-3-2026", "date", date(2026, 3, 15)),
        ("trước ngày 29/2", "date", date(2028, 2, 29)),
        ("trong tháng 11/2024", "period", date(2024, 11, 30)),
        ("cuối tháng 3", "period", date(2025, 3, 31)),
        ("hết quý II", "period", date(2024, 6, 30)),
        ("quý 1 năm 2026", "period", date(2026, 3, 31)),
        ("trong năm 2027", "period", date(2027, 12, 31)),
        ("10 working days", "period", date(2024, 5, 8)),
        ("trong thời hạn 10 ngày làm việc", "period", date(2024, 5, 8)),
        ("1 working day", "period", date(2024, 4, 23)),
        ("30 days", "period", date(2024, 5, 22)),
        ("5 days", "period", date(2024, 5, 2)),  # 27 April is a Saturday, 29 April to 1 May are off
        ("1 week", "period", date(2024, 5, 2)),
        ("3 months", "period", date(2024, 7, 22)),
        ("end of term", "term_end", date(2026, 3, 15)),
        ("đến hết nhiệm kỳ", "term_end", date(2026, 3, 15)),
        ("end of year", "period", date(2024, 12, 31)),
        ("CUỐI NĂM", "period", date(2024, 12, 31)),
        ("weekly", "periodic", date(2024, 4, 28)),
        ("monthly", "periodic", date(2024, 4, 30)),
        ("hằng quý", "periodic", date(2024, 6, 30)),
        ("yearly", "periodic", date(2024, 12, 31)),
        ("thường xuyên", "standing", None),
        ("after the storm", "event", None),
        ("ngay sau khi đê được bàn giao", "event", None),
        ("trước mùa mưa", "event", None),
        ("khi thuận tiện", "event", None),
    ],
)
def test_what_a_deadline_means(deadline: str | None, kind: str, day: date | None) -> None:
    found = due(deadline)
    assert (found.kind, found.day, found.doubts) == (kind, day, ())
    assert found.how


def test_every_step_of_a_term_in_working_days_is_told() -> None:
    assert due("10 working days").how == (
        "10 ngày làm việc, tính từ ngày liền sau ngày văn bản 22/04/2024.",
        "Không tính thứ Bảy, Chủ nhật và ngày nghỉ lễ.",
        (
            "Nghỉ lễ trong thời gian này: 29/04/2024 (hoán đổi, làm bù ngày 04/05/2024), "
            "30/04/2024 (Ngày Chiến thắng), 01/05/2024 (Ngày Quốc tế lao động)."
        ),
        "Có tính ngày làm bù: thứ Bảy 04/05/2024.",
        "Ngày làm việc thứ 10 là thứ Tư 08/05/2024.",
    )


def test_a_plain_term_that_ends_on_a_day_of_rest_ends_on_the_next_working_day() -> None:
    assert due("1 week").how[1:] == (
        "Ngày cuối là thứ Hai 29/04/2024.",
        "Ngày đó nghỉ nên hạn là ngày làm việc kế tiếp: thứ Năm 02/05/2024.",
    )


@pytest.mark.parametrize(
    ("made_on", "deadline", "day"),
    [
        (date(2024, 1, 31), "1 month", date(2024, 2, 29)),
        (date(2023, 11, 30), "3 months", date(2024, 2, 29)),
        (date(2024, 11, 12), "2 months", date(2025, 1, 13)),
    ],
)
def test_months_end_on_the_corresponding_day_or_the_last(made_on: date, deadline: str, day: date) -> None:
    assert due(deadline, made_on).day == day


@pytest.mark.parametrize(
    ("deadline", "made_on", "code", "says"),
    [
        ("2022-11-21", date(2023, 11, 14), "before_document", "Hạn 21/11/2022 sớm hơn ngày văn bản 14/11/2023"),
        ("end of term", date(2027, 1, 4), "before_document", "Hạn 15/03/2026"),
        ("10 working days", None, "no_document_day", "hãy nhập ngày văn bản"),
        ("end of year", None, "no_document_day", "hãy nhập ngày văn bản"),
        ("monthly", None, "no_document_day", "hãy nhập ngày văn bản"),
        ("10 working days", date(2026, 12, 28), "calendar_unknown", "Chưa có lịch nghỉ lễ năm 2027"),
        ("2 weeks", date(2026, 12, 28), "calendar_unknown", "năm 2027"),
        ("5 working days", date(2026, 11, 20), "calendar_unsure", "24/11/2026 được tính là ngày làm việc"),
        ("4 days", date(2026, 11, 20), "calendar_unsure", "24/11/2026"),
        ("vô thời điểm", MADE_ON, "words_unknown", "Không hiểu thời hạn «vô thời điểm»"),
        ("trước 31/2", MADE_ON, "words_unknown", "Không hiểu"),
        ("trước ngày 31/2", MADE_ON, "words_unknown", "Không hiểu"),
        ("trước ngày 31/2", None, "words_unknown", "Không hiểu"),
        ("ngày 30/2/2024", MADE_ON, "words_unknown", "Không hiểu"),
        ("9999 months", date(9990, 1, 1), "words_unknown", "Không hiểu"),
        ("9 working days", date(9999, 12, 30), "words_unknown", "Không hiểu"),
    ],
)
def test_what_cannot_be_relied_on_is_told(deadline: str, made_on: date | None, code: str, says: str) -> None:
    found = due(deadline, made_on)
    assert [one.code for one in found.doubts] == [code]
    assert says in found.doubts[0].text


def test_the_doubts_of_a_day_that_is_not_asked_about_are_not_told() -> None:
    assert due("30 days", date(2026, 11, 2)).doubts == ()


def test_a_term_of_office_must_be_known() -> None:
    found = compute_due("end of term", made_on=MADE_ON, calendar=CALENDAR)
    assert (found.kind, found.day, found.doubted("term_unknown")) == ("term_end", None, True)


def test_a_day_without_its_year_and_without_a_document_day_is_not_guessed() -> None:
    found = due("trước ngày 30/11", None)
    assert (found.kind, found.day, found.doubted("no_document_day")) == ("date", None, True)


def test_an_event_is_due_once_it_has_a_day() -> None:
    found = compute_due(
        "ngay sau khi đê được bàn giao", made_on=MADE_ON, calendar=CALENDAR, happened_on=date(2024, 6, 3)
    )
    assert (found.kind, found.day) == ("event", date(2024, 6, 3))
    assert found.how[1] == "Sự kiện diễn ra thứ Hai 03/06/2024."


@given(DAYS, DAYS, st.integers(0, 60), st.integers(0, 60))
def test_later_documents_and_longer_terms_are_never_due_earlier(one: date, other: date, few: int, many: int) -> None:
    for unit in ("working days", "days", "weeks", "months"):
        first, last = (
            due(f"{count} {unit}", day).day
            for day, count in zip(sorted((one, other)), sorted((few, many)), strict=True)
        )
        assert first is not None
        assert last is not None
        assert first <= last


@given(DAYS, st.integers(1, 120))
def test_a_term_in_working_days_counts_back(made_on: date, count: int) -> None:
    day = due(f"{count} ngày làm việc", made_on).day
    assert day is not None
    assert CALENDAR.count(made_on, day) == count


@given(st.text(max_size=60), st.none() | DAYS)
def test_no_words_break_it_and_what_is_not_understood_is_doubted(words: str, made_on: date | None) -> None:
    found = due(words, made_on)
    assert found.how or found.doubts
    assert found.day is None or isinstance(found.day, datetime.date)


def test_hostile_words_take_linear_time() -> None:
    for hostile in ("1" * 1_000_000, "trước " * 200_000, "30/" * 300_000):
        assert due(hostile).day is None


@given(st.sampled_from(["10 working days", "hằng tháng", "2024-09", "trước mùa mưa", "lạ"]), DAYS)
def test_a_due_date_survives_being_written(words: str, made_on: date) -> None:
    found = due(words, made_on)
    assert msgspec.json.decode(msgspec.json.encode(found), type=Due) == found
