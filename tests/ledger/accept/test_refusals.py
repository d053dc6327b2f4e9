"""What accepting refuses: said in Vietnamese, with what and where, and nothing written."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from camket.ledger.errors import InvalidError
from camket.ledger.models import Commitment, Entry, Observation, Statement
from camket.ledger.models.kept import Kept

UNIT = "099"
Said = Callable[..., Statement]
Become = Callable[..., list[Kept]]


@pytest.mark.parametrize(
    ("kind", "data", "says"),
    [
        ("observation", {"period": "2025/2021", "value": "1"}, "period: kỳ «2025/2021» không hợp lệ"),
        ("observation", {"period": "2024-09-01/2024-08-01"}, "kết thúc trước khi bắt đầu"),
        ("observation", {"value": "1.5", "unit": "VND"}, "value: 1.5 đồng có phần lẻ"),
        ("observation", {"low": "7", "high": "5", "unit": "%"}, "số đầu lớn hơn số cuối"),
        ("observation", {"value": "1.1234567", "unit": "ha"}, "chữ số thập phân"),
        ("observation", {"value": "1e40", "unit": "ha"}, "quá dài"),
        ("observation", {"value": "NaN", "unit": "ha"}, "không phải là một con số"),
        ("observation", {"value": "mười"}, "giá trị không đúng kiểu"),
        ("observation", {"share_of_target": "-3"}, "share_of_target: -3% nhỏ hơn 0"),
        ("petition", {"value": "10.5", "unit": "VND"}, "có phần lẻ; tiền phải là số nguyên đồng"),
        ("petition", {"value": "10", "unit": "USD"}, "tiền phải tính bằng VND, đang là «USD»"),
        ("petition", {"value": "-10", "unit": "VND"}, "ngoài khoảng ghi được"),
        ("petition", {"addressee_code": "11/no_such_office"}, "addressee: không có đơn vị, cơ quan nào có mã"),
        ("project", {"value": "9223372036854775808", "unit": "VND"}, "ngoài khoảng ghi được"),
        ("directive", {"deadline": "2024-09-11"}, "deadline: Hạn 11/09/2024 sớm hơn ngày văn bản 12/09/2024"),
        ("own_task", {"deadline": "2024-08"}, "sớm hơn ngày văn bản"),
        ("loss", {"category": "spirits_broken"}, "category: không có loại thiệt hại «spirits_broken»"),
        ("scoreboard", {"met": -1, "total": 5}, "met: -1 không thể là một số chỉ tiêu"),
        ("plan", {"period": "2035/2021"}, "period: kỳ «2035/2021» không hợp lệ"),
    ],
)  # fmt: skip
def test_it_says_what_and_where_and_writes_nothing(
    said: Said, become: Become, kind: str, data: dict[str, Any], says: str
) -> None:
    statement = said(kind, "điều được nói", **data)
    before = Entry.objects.count()
    with pytest.raises(InvalidError) as refused:
        become(statement)
    assert says in str(refused.value)
    assert f"nội dung số {statement.pk}" in str(refused.value)
    assert (Entry.objects.count(), Commitment.objects.count(), Observation.objects.count()) == (before, 0, 0)


def test_a_unit_that_is_not_known_is_refused(said: Said, become: Become) -> None:
    with pytest.raises(InvalidError, match="about: không có đơn vị, cơ quan nào có mã «99999»"):
        become(said("finding", "đường hỏng", where="99999"))


def test_a_unit_that_does_not_exist_on_the_day_is_refused(said: Said, become: Become, paper: Any) -> None:
    late = paper("Giao huyện sửa chợ.", dated="2026-01-05")
    late.refresh_from_db()
    with pytest.raises(InvalidError, match=r"huyện Tuần Giáo .*không tồn tại vào ngày 05/01/2026"):
        become(said("directive", "Giao huyện sửa chợ", late, where=UNIT))


def test_a_body_that_does_not_exist_on_the_day_is_refused(said: Said, become: Become, paper: Any) -> None:
    late = paper("Giao UBND huyện sửa chợ.", dated="2026-01-05", about="11")
    late.refresh_from_db()
    with pytest.raises(InvalidError, match=r"owner: .*không tồn tại vào ngày 05/01/2026"):
        become(
            said(
                "directive", "Giao UBND huyện sửa chợ", late, where="11", owner="x", owner_code="099/peoples_committee"
            )
        )


def test_a_figure_of_an_ended_unit_for_a_time_when_it_was_there_is_kept(said: Said, become: Become, paper: Any) -> None:
    late = paper("Năm 2023 trồng 12 ha.", dated="2026-01-05")
    late.refresh_from_db()
    become(said("observation", "Năm 2023 trồng 12 ha", late, where=UNIT, period="2023", value="12", unit="ha"))
    assert Observation.objects.get().unit == UNIT


@pytest.mark.parametrize("kind", ["observation", "meeting", "citation", "scoreboard"])
def test_what_tells_of_no_commitment_goes_into_none(said: Said, become: Become, kind: str) -> None:
    become(said("directive", "sửa chợ"))
    with pytest.raises(InvalidError, match="không ghi vào một việc nào"):
        become(said(kind, "điều khác"), into=Commitment.objects.get().pk)


def test_into_must_be_there_and_of_the_kind(said: Said, become: Become) -> None:
    with pytest.raises(InvalidError, match="không có việc số 4711"):
        become(said("directive", "sửa chợ"), into=4711)
    become(said("directive", "sửa chợ lần hai"))
    number = Commitment.objects.get().pk
    with pytest.raises(InvalidError, match="vì đó là chỉ đạo"):
        become(said("petition", "xin sửa chợ"), into=number)
    with pytest.raises(InvalidError, match="không phải là kiến nghị"):
        become(said("response", "đã trả lời"), into=number)


@pytest.mark.parametrize(
    "columns",
    [
        {"first": "2024-02-01", "last": "2024-01-01"},
        {"low": Decimal(10), "high": Decimal("9.999999")},
        {"share_of_target": Decimal("-0.5")},
        {"category": "dead"},
        {"recommended": True},
        {"statement": None},
    ],
)
def test_the_database_itself_refuses(said: Said, columns: dict[str, Any]) -> None:
    source = {"statement": said("observation", "12 ha"), "text": "12 ha"} | columns
    with pytest.raises(IntegrityError), transaction.atomic():
        Observation.objects.bulk_create([Observation(**source)])


def test_the_database_compares_figures_as_numbers_not_as_text(said: Said) -> None:
    source = said("observation", "9 - 10 ha")
    Observation.objects.bulk_create([Observation(statement=source, text="9 - 10 ha", low=Decimal(9), high=Decimal(10))])
    assert Observation.objects.filter(low__lt=Decimal(10), high__gte=Decimal(10)).exists()
