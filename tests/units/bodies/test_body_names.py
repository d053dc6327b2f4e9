from datetime import date
from pathlib import Path

import pytest

from camket.units.bodies.body_register import BodyRegister
from camket.units.bodies.body_types import load_types
from camket.units.bodies.declared import read_declared
from camket.units.bodies.names.mention import Standing
from camket.units.bodies.names.resolver import BodyResolver
from camket.units.errors import UnknownUnitError
from camket.units.names import Resolver
from camket.units.register import Register

OLD, SPRING, NEW = date(2024, 6, 1), date(2025, 4, 1), date(2025, 9, 1)


def meant(names: BodyResolver, text: str, on: date, about: str | None) -> list[str | None]:
    return [mention.body.id if mention.body else None for mention in names.resolve(text, on=on, about=about)]


@pytest.mark.parametrize(
    ("text", "on", "about", "expected"),
    [
        ("Sở NN&PTNT", OLD, "D", "P/agriculture_department"),
        ("Sở Nông nghiệp - Phát triển nông thôn tỉnh", OLD, "D", "P/agriculture_department"),
        ("sở nông nghiệp và ptnt", OLD, "A", "P/agriculture_department"),
        ("Sở Tài chính", date(2025, 2, 28), "P", "P/finance_department"),
        ("Sở Tài chính", date(2025, 3, 1), "P", "P/finance_department@2025"),
        ("UBND tỉnh", NEW, "N@2025", "P/peoples_committee"),
        ("UBND tỉnh nhà", NEW, "N@2025", "P/peoples_committee"),
        ("Ủy ban nhân dân tỉnh Sông Mơ", OLD, None, "P/peoples_committee"),
        ("Uỷ ban Nhân dân huyện", OLD, "A", "D/peoples_committee"),
        ("UBND huyện", OLD, "D", "D/peoples_committee"),
        ("UBND H. Mường Tả", OLD, "P", "D/peoples_committee"),
        ("Huyện ủy Mường Tả", OLD, "P", "D/party_committee"),
        ("Thị ủy", OLD, "T", "T/party_committee"),
        ("Đảng bộ huyện", OLD, "D", "D/party_committee"),
        ("Ban Tổ chức Huyện ủy", OLD, "D", "D/party_organisation_board"),
        ("UBKT Tỉnh ủy", OLD, "D", "P/party_inspection_commission"),
        ("Văn phòng Tỉnh ủy", OLD, "D", "P/party_office"),
        ("Văn phòng UBND tỉnh", OLD, "D", "P/committee_office"),
        ("Phòng Tài chính - Kế hoạch huyện", OLD, "D", "D/district_finance_planning"),
        ("Phòng Kinh tế xã Tân Hòa", NEW, "P", "N@2025/commune_economy"),
        ("Phòng Kinh tế, Hạ tầng và Đô thị phường Lai Xuân", NEW, "P", "W@2025/commune_economy_urban"),
        ("Phòng Kinh tế", NEW, "N@2025", "N@2025/commune_economy"),
        ("Trung tâm PVHCC xã", NEW, "C", "C/commune_service_centre"),
        ("Công an xã Ea Nua", NEW, "P", "C/police"),
        ("Ban QLDA các công trình huyện", OLD, "D", "D/project_board"),
        ("Sở Xây dựng chủ trì", OLD, "D", "P/construction_department"),
        ("so xay dung", OLD, "D", "P/construction_department"),
        ("Bộ Xây dựng", OLD, "D", "vn/ministry_construction"),
        ("Bộ Xây dựng", NEW, "P", "vn/ministry_construction@2025"),
        ("Chính phủ", OLD, None, "vn/government"),
        ("Sở Kế hoạch và Đầu tư (nay là Sở Tài chính)", NEW, "P", "P/finance_department@2025"),
    ],
)  # fmt: skip
def test_a_name_is_a_body(small_names: BodyResolver, text: str, on: date, about: str | None, expected: str) -> None:
    assert meant(small_names, text, on, about) == [expected]


@pytest.mark.parametrize(
    ("text", "post", "organ", "expected"),
    [
        ("Chủ tịch UBND huyện", "chair", None, "D/peoples_committee"),
        ("Chủ tịch tỉnh", "chair", None, "P/peoples_committee"),
        ("đồng chí Bí thư Huyện ủy", "secretary", None, "D/party_committee"),
        ("Phó Chủ tịch Thường trực UBND tỉnh", "vice_chair_standing", None, "P/peoples_committee"),
        ("Trưởng phòng Nội vụ huyện", "section_head", None, "D/district_home_affairs"),
        ("Trưởng Ban Tổ chức Tỉnh ủy", "commission_head", None, "P/party_organisation_board"),
        ("Chánh Văn phòng Tỉnh ủy", "chief_of_office", None, "P/party_office"),
        ("Trưởng Công an huyện", "police_chief", None, "D/district_police"),
        ("Giám đốc Sở Y tế", "director", None, "P/health_department"),
        ("Chủ tịch UBND tỉnh Hoàng Đức Long", "chair", None, "P/peoples_committee"),
        ("Thường trực Tỉnh ủy", None, "standing_committee", "P/party_committee"),
        ("Ban Thường vụ", None, "standing_board", "D/party_committee"),
        ("BTV Huyện ủy Mường Tả", None, "standing_board", "D/party_committee"),
        ("Thường trực HĐND tỉnh", None, "standing_committee", "P/peoples_council"),
        ("Ban Thường trực UBMTTQ huyện", None, "front_standing_board", "D/fatherland_front"),
    ],
)  # fmt: skip
def test_posts_and_organs_are_told_beside_their_body(
    small_names: BodyResolver, text: str, post: str | None, organ: str | None, expected: str
) -> None:
    (mention,) = small_names.resolve(text, on=OLD, about="D")
    assert (mention.post, mention.organ) == (post, organ)
    assert mention.body is not None
    assert mention.body.id == expected


@pytest.mark.parametrize(
    ("text", "on", "about", "expected"),
    [
        ("Sở Tài chính, Sở Y tế và UBND huyện Mường Tả", OLD, "P", "P/finance_department P/health_department D/peoples_committee"),
        ("các Sở: Tài chính, Nông nghiệp và Môi trường; Nội vụ", SPRING, "P",
         "P/finance_department@2025 P/agriculture_environment_department P/home_affairs_department@2025"),
        ("Sở Xây dựng, Tài chính", OLD, "P", "P/construction_department P/finance_department"),
        ("Tỉnh ủy, HĐND, UBND tỉnh", NEW, "N@2025", "P/party_committee P/peoples_council P/peoples_committee"),
        ("Đảng ủy, UBND xã Tân Hòa", NEW, "P", "N@2025/party_committee N@2025/peoples_committee"),
        ("UBND các xã Tân Hòa, Ea Nua", NEW, "P", "N@2025/peoples_committee C/peoples_committee"),
        ("UBND huyện Mường Tả, thị xã Lai Xuân", OLD, "P", "D/peoples_committee T/peoples_committee"),
        ("Phòng Kinh tế, Phòng Văn hóa - Xã hội xã", NEW, "C", "C/commune_economy C/commune_culture"),
    ],
)  # fmt: skip
def test_a_list_is_several(small_names: BodyResolver, text: str, on: date, about: str, expected: str) -> None:
    assert meant(small_names, text, on, about) == expected.split()


@pytest.mark.parametrize(
    ("text", "on", "about", "unit", "some", "count"),
    [
        ("các sở, ngành", OLD, "D", "P", "P/health_department", None),
        ("lãnh đạo các sở, ban, ngành liên quan", OLD, "P", "P", "P/health_department", None),
        ("các xã, phường", NEW, "P", "P", "N@2025/peoples_committee", 3),
        ("các huyện, thị xã, thành phố", OLD, "P", "P", "D/peoples_committee", 2),
        ("MTTQ và các đoàn thể huyện", OLD, "D", "D", "D/farmers_union", None),
        ("các phòng, ban", NEW, "C", "C", "C/commune_economy", None),
        ("các bộ, ngành", NEW, "C", "vn", "vn/ministry_health", None),
        ("các huyện ủy, thị ủy", OLD, "P", "P", "T/party_committee", 2),
    ],
)  # fmt: skip
def test_many_at_once_are_a_group(
    small_names: BodyResolver,
    small_bodies: BodyRegister,
    text: str,
    on: date,
    about: str,
    unit: str,
    some: str,
    count: int | None,
) -> None:
    (mention,) = small_names.resolve(text, on=on, about=about)
    assert mention.group is not None
    assert mention.body is None
    assert mention.group.unit == unit
    members = [body.id for body in mention.group.members(small_bodies, on)]
    assert some in members
    assert count is None or len(members) == count


def test_a_group_whose_words_do_not_say_which_has_no_members(
    small_names: BodyResolver, small_bodies: BodyRegister
) -> None:
    (mention,) = small_names.resolve("các cơ quan, đơn vị", on=OLD, about="D")
    assert mention.group is not None
    assert mention.group.members(small_bodies, OLD) == ()


def test_a_name_used_after_its_end_is_the_ended_body_with_the_reason(small_names: BodyResolver) -> None:
    (mention,) = small_names.resolve("Phòng NN&PTNT huyện Mường Tả", on=NEW, about="P")
    assert mention.candidates[0].standing is Standing.ENDED
    assert mention.candidates[0].body.id == "D/district_agriculture"
    assert "Tên của cơ quan đã kết thúc ngày 28/02/2025 theo 45/2025/NĐ-CP." in mention.candidates[0].reasons


def test_of_several_that_ended_it_is_the_last(small_names: BodyResolver) -> None:
    assert meant(small_names, "Phòng Nội vụ huyện Mường Tả", NEW, "P") == ["D/district_home_affairs@2025"]


def test_a_name_some_days_before_its_day_is_met_where_a_province_was_early(small_names: BodyResolver) -> None:
    (mention,) = small_names.resolve("Sở Nông nghiệp và Môi trường", on=date(2025, 2, 25), about="P")
    assert mention.candidates[0].standing is Standing.EARLY
    (too_early,) = small_names.resolve("Sở Nông nghiệp và Môi trường", on=OLD, about="P")
    assert too_early.candidates[0].standing is Standing.NOT_YET


def test_what_some_have_only_is_possible(small_names: BodyResolver) -> None:
    (mention,) = small_names.resolve("Sở Du lịch", on=OLD, about="P")
    assert mention.candidates[0].standing is Standing.POSSIBLE
    assert "cần người xác nhận" in mention.candidates[0].reasons[-1]


def test_a_district_of_before_is_found_from_its_commune_of_after(small_names: BodyResolver) -> None:
    (mention,) = small_names.resolve("UBND huyện", on=NEW, about="N@2025")
    assert mention.candidates[0].body.id == "D/peoples_committee"
    assert mention.candidates[0].standing is Standing.ENDED


@pytest.mark.parametrize("text", ["Văn phòng", "Thường trực"])
def test_between_equals_nobody_guesses(small_names: BodyResolver, text: str) -> None:
    (mention,) = small_names.resolve(text, on=OLD, about="D")
    assert mention.body is None
    assert mention.equals == len(mention.candidates) == 2
    assert mention.reasons == ("Có nhiều cơ quan cùng phù hợp như nhau; cần người chọn.",)


def test_a_unit_alone_is_the_unit_and_none_of_its_bodies_before_the_others(small_names: BodyResolver) -> None:
    (mention,) = small_names.resolve("huyện Mường Tả", on=OLD, about="P")
    assert mention.unit == "D"
    assert mention.body is None
    assert {one.body.type.code for one in mention.candidates} == {
        "peoples_committee",
        "party_committee",
        "peoples_council",
    }


@pytest.mark.parametrize(
    "text",
    ["", "cử tri xã Ea Nua", "nhà thầu", "123", ",;:", "và", "UBND huyện Không Có Thật", "Ban Chỉ đạo", "x" * 10_000],
)
def test_what_is_no_body_gets_a_reason(small_names: BodyResolver, text: str) -> None:
    mentions = small_names.resolve(text, on=OLD, about="D")
    assert len(mentions) == 1
    assert mentions[0].body is None
    assert mentions[0].reasons


def test_without_a_unit_and_without_a_document_nothing_is_meant(small_names: BodyResolver) -> None:
    (mention,) = small_names.resolve("Sở Tài chính", on=OLD)
    assert mention.candidates == ()
    assert "cần biết văn bản nói về đơn vị nào" in mention.reasons[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Đoàn công tác", "Cơ quan loại này chỉ được biết khi đã khai báo trong bodies.tsv."),
        ("Công an xã", "đơn vị mà văn bản nói về và cấp trên của nó không có cơ quan loại này"),
        ("Sở Tài chính huyện Mường Tả", "Đơn vị được nêu không thuộc loại đơn vị có cơ quan này."),
        ("UBND huyện Không Có Thật", "Không có đơn vị nào mang tên này."),
    ],
)
def test_why_none_is_meant_is_said(small_names: BodyResolver, text: str, said: str) -> None:
    (mention,) = small_names.resolve(text, on=OLD, about="D")
    assert mention.candidates == ()
    assert said in mention.reasons[0]


def test_an_unknown_unit_is_refused(small_names: BodyResolver) -> None:
    with pytest.raises(UnknownUnitError, match="«Z»"):
        small_names.resolve("Sở Tài chính", on=OLD, about="Z")


def test_declared_bodies_are_met_by_their_own_names(tmp_path: Path, small: Register) -> None:
    path = tmp_path / "bodies.tsv"
    rows = [
        "id\tunit\ttype\tname\tfirst\tlast\tact",
        "P/lake\tP\tproject_board\tBan QLDA Hồ Xanh|Ban Hồ Xanh\t\t2026-12-31\t",
        "P/rural\tP\tsteering_committee\tBan Chỉ đạo nông thôn mới\t\t2025-12-31\t",
    ]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    bodies = BodyRegister(small, load_types(), read_declared(path, load_types(), small))
    names = BodyResolver(bodies, Resolver(small))
    assert meant(names, "Ban Hồ Xanh", NEW, "N@2025") == ["P/lake"]
    assert meant(names, "Trưởng ban Chỉ đạo nông thôn mới; Ban QLDA Hồ Xanh", NEW, None) == ["P/rural", "P/lake"]
    (after,) = names.resolve("Ban Chỉ đạo nông thôn mới", on=date(2026, 1, 1), about="P")
    assert after.candidates[0].standing is Standing.ENDED


def test_the_same_question_is_answered_once(small_names: BodyResolver) -> None:
    first = small_names.resolve("Sở Y tế", on=OLD, about="P")
    assert small_names.resolve("Sở Y tế", on=OLD, about="P") is first
