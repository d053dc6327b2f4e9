"""Codes of units and bodies stand beside the names that mean just one, and beside no other."""

from datetime import UTC, date, datetime

import pytest

from camket.reading.document import Document, PageFacts
from camket.reading.identity.days import possible_days
from camket.reading.identity.persons import less_persons
from camket.reading.read import Reader
from camket.reading.statements import Statement
from camket.units.identities import load_identities
from camket.units.table import load_register
from camket.vocabulary import load_vocabulary

READER = Reader(load_vocabulary(), load_identities())
NOTICE = (
    "TỈNH ỦY ĐIỆN BIÊN\nTHÔNG BÁO\nNgày {day}, Thường trực Tỉnh ủy làm việc với Ban Thường vụ Huyện ủy Mường Ảng.\n"
    "Huyện Mường Ảng đề nghị UBND tỉnh bố trí 3 tỷ đồng làm đường vào xã Búng Lao.\n"
    "Giao Sở Tài chính chủ trì, báo cáo trước 30/11.\n"
)


def read(text: str, published: datetime | None = None) -> dict[str, Statement]:
    """The last statement of each kind."""
    reading = READER.read(Document("thu.txt", text, facts=PageFacts(published=published)))
    return {one.kind: one for one in reading.statements}


def code(statement: Statement, field: str) -> object:
    return getattr(statement, f"{field}_code")


def test_names_get_the_codes_of_the_day_of_the_document() -> None:
    found = read(NOTICE.format(day="12/9/2024"))
    assert code(found["meeting"], "convener") == "11/party_committee"
    assert code(found["meeting"], "counterpart") == "102/party_committee"
    assert code(found["petition"], "addressee") == "11/peoples_committee"
    assert code(found["directive"], "owner") == "11/finance_department"
    assert code(found["petition"], "about") == "102"


def test_the_department_of_2026_is_another_than_the_one_of_2024() -> None:
    text = NOTICE.replace("Sở Tài chính", "Sở Nội vụ")
    before, after = (code(read(text.format(day=day))["directive"], "owner") for day in ("12/9/2024", "12/9/2026"))
    assert before == "11/home_affairs_department"
    assert after == "11/home_affairs_department@2025"


def test_a_name_that_several_units_bear_gets_no_code() -> None:
    found = read("Ngày 12/9/2024, Đoàn kiểm tra làm việc với huyện Châu Thành. Huyện Châu Thành có 12/18 chỉ tiêu đạt.")
    assert found["scoreboard"].about == "huyện Châu Thành"
    assert code(found["scoreboard"], "about") is None


def test_the_province_that_a_text_speaks_of_tells_which_of_them_is_meant() -> None:
    text = (
        "UBND tỉnh Đồng Tháp\nNgày 12/9/2024, Đoàn kiểm tra làm việc với huyện Châu Thành. Huyện có 12/18 chỉ tiêu đạt."
    )
    assert code(read(text)["scoreboard"], "about") == "877"


def test_without_any_day_only_what_a_name_always_meant_is_coded() -> None:
    found = read("Huyện Mường Ảng có 12/18 chỉ tiêu đạt kế hoạch.")
    assert code(found["scoreboard"], "about") == "102"
    found = read("Xã Búng Lao, tỉnh Điện Biên có 12/18 chỉ tiêu đạt kế hoạch.")
    assert found["scoreboard"].about == "xã Búng Lao"
    assert code(found["scoreboard"], "about") is None


def test_without_identities_there_are_names_and_no_codes() -> None:
    reading = Reader(load_vocabulary()).read(Document("thu.txt", NOTICE.format(day="12/9/2024")))
    assert reading.about == "huyện Mường Ảng"
    assert {getattr(one, name) for one in reading.statements for name in one.__struct_fields__ if "_code" in name} == {
        None
    }


@pytest.mark.parametrize(
    ("words", "readings"),
    [
        ("Bí thư Huyện ủy Lò Thị An", ["Bí thư Huyện ủy Lò Thị An", "Bí thư Huyện ủy"]),
        ("cử tri xã Thanh Nưa", ["cử tri xã Thanh Nưa", "xã Thanh Nưa"]),
        ("UBND tỉnh", ["UBND tỉnh"]),
        (
            "một số cử tri và nhân dân huyện Buôn Đôn",
            ["một số cử tri và nhân dân huyện Buôn Đôn", "huyện Buôn Đôn", "huyện"],
        ),
    ],
)
def test_people_are_taken_off_a_name_one_at_a_time(words: str, readings: list[str]) -> None:
    assert list(less_persons(words)) == readings


def test_the_day_of_publication_stands_over_what_the_text_says() -> None:
    facts = PageFacts(published=datetime(2024, 3, 5, 10, tzinfo=UTC))
    assert possible_days(facts, (), date(2020, 1, 1), load_register()) == (date(2024, 3, 5),)


def test_a_known_year_or_none_leaves_its_ends_open() -> None:
    register = load_register()
    assert possible_days(PageFacts(), (), date(2025, 12, 31), register) == (date(2025, 1, 1), date(2025, 12, 31))
    assert possible_days(PageFacts(), (), None, register) == register.span
