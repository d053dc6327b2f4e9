"""What a written name means on a day."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.units.errors import NoSuchDayError, UnknownUnitError
from camket.units.names import Reason, Resolver, explain

D2019, D2024, D2026 = date(2019, 6, 1), date(2024, 5, 1), date(2026, 2, 1)

ONE = [
    # kinds, in full and short
    ("huyện Điện Biên", D2024, "100"),
    ("H. Điện Biên", D2024, "100"),
    ("H.Điện Biên", D2024, "100"),
    ("H Điện Biên", D2024, "100"),
    ("T. Điện Biên", D2024, "11"),
    ("tỉnh Điện Biên", D2026, "11"),
    ("TP. Điện Biên Phủ", D2024, "094"),
    ("Tp Điện Biên Phủ", D2024, "094"),
    ("TPĐiện Biên Phủ", D2024, "094"),
    ("P.1, Q. Tân An", D2024, "d3"),
    ("P1, Q.Tân An", D2024, "d3"),
    ("Phường 01, quận Tân An", D2024, "d3"),
    ("phường số 1, quận Tân An", D2024, "d3"),
    ("Phường X, quận Tân An", D2024, "d4"),
    ("TT. Chợ Mới", D2024, "d5"),
    ("TPHCM", D2024, "79"),
    ("TP.HCM", D2026, "79"),
    ("Sài Gòn (nay là thành phố Hồ Chí Minh)", D2026, "79"),
    ("thành phố trực thuộc trung ương Hồ Chí Minh", D2026, "79"),
    # spelling
    ("HUYỆN NẬM PỒ", D2024, "101"),
    ("huyện Nậm  Pồ.", D2024, "101"),
    ("huyen nam po", D2024, "101"),
    ("Nam Po", D2024, "101"),
    ("huyện Nâm Pồ", D2024, "101"),
    ("xã Nà Hì", D2024, "c4"),
    ("xã Hòa Muông", D2024, "c5"),
    ("xã Ia HRua", D2024, "d6"),
    ("xã Ia H’ Rua", D2024, "d6"),
    ("Đắc Klong", D2024, "d7"),
    ("Đăk Kloong", D2024, "d7"),
    # the word of a kind that is part of the name, or might be
    ("xã Xa Dung", D2024, "c6"),
    ("Xa Dung", D2024, "c6"),
    ("xa Dung, huyen Mu Chai", D2024, "d2"),
    ("thị trấn Chợ Mới", D2024, "d5"),
    ("Chợ Mới", D2024, "d5"),
    # time
    ("Mường Thanh", D2024, "c3"),
    ("Mường Thanh", D2026, "n2"),
    ("xã Mường Thanh", D2026, "n2"),
    ("phường Tây", D2019, "e2"),
    ("phường Tây", D2024, "e2@2023"),
    ("phường Tây", D2026, "e2@2023"),
    ("phường Mường Thanh cũ", D2026, "c3"),
    ("phường Mường Thanh (cũ)", D2026, "c3"),
    ("huyện Điện Biên", D2026, "100"),
    ("xã Thanh Luông", D2026, "c2"),
    ("xã Hẹ Muông", D2024, "c5"),
    ("xã Hoà Muông", D2019, "c5"),
    ("Thanh Luông (nay là xã Thanh Nưa)", D2026, "c2"),
    ("xã Thanh Nưa (trước đây là xã Thanh Luông), tỉnh Điện Biên", D2026, "n1"),
    ("xã Không Có Đâu (nay là phường Mường Thanh)", D2026, "n2"),
    # those above
    ("xã Thanh Nưa, huyện Điện Biên, tỉnh Điện Biên", D2024, "c1"),
    ("Thanh Nưa, Mù Chải, Yên Sơn", D2024, "d1"),
    ("xã Thanh Nưa huyện Mù Chải", D2024, "d1"),
    ("XÃ THANH NƯA HUYỆN MÙ CHẢI TỈNH YÊN SƠN", D2024, "d1"),
    ("PHƯỜNG 1 THỊ XÃ SÔNG ĐÀ", D2024, "e1"),
    ("xa thanh nua huyen mu chai", D2024, "d1"),
    ("XÃ BẢN LIM HUYỆN QUAN MAI", D2024, "f1"),
    ("P.1 Q.Tân An T.Yên Sơn", D2024, "d3"),
    ("p1 q.tan an", D2024, "d3"),
    ("P.1 - TX Sông Đà", D2024, "e1"),
    ("xã Thanh Nưa thuộc huyện Mù Chải", D2024, "d1"),
    ("xã Thanh Nưa của huyện Mù Chải", D2024, "d1"),
    ("xã Thanh Nưa - huyện Mù Chải", D2024, "d1"),
    ("Thanh Nưa (huyện Mù Chải)", D2024, "d1"),
    ("xã Thanh Nưa, tỉnh Điện Biên", D2026, "n1"),
    ("xã Thanh Nưa, huyện Điện Biên", D2026, "c1"),
    ("xã Nà Hỳ, huyện Nậm Pồ", D2026, "c4"),
    ("huyện Mù Chải, tỉnh Lam Giang", D2026, "201"),
    ("xã Mù Chải, tỉnh Yên Sơn", D2026, "m1"),
    # bodies
    ("Huyện ủy Điện Biên", D2024, "100"),
    ("Ban Thường vụ Tỉnh uỷ Điện Biên", D2024, "11"),
    ("UBND xã Thanh Luông", D2024, "c2"),
    ("Đảng ủy xã Thanh Luông", D2024, "c2"),
    # below the lowest unit
    ("thôn 5, xã Thanh Luông", D2024, "c2"),
    ("Số 12, đường Hoa Ban, phường Mường Thanh", D2024, "c3"),
    ("xã Bản Lim, H. Mù Chải", D2024, "d9"),
    ("Bản Lim, huyện Mù Chải", D2024, "d9"),
]


@pytest.mark.parametrize(("name", "day", "unit"), ONE)
def test_one_unit_is_meant(resolver: Resolver, name: str, day: date, unit: str) -> None:
    assert resolver.resolve(name, on=day).unit == unit


EQUALS = [
    ("Điện Biên", D2024, {"11", "100"}),
    ("Thanh Nưa", D2024, {"c1", "d1"}),
    ("xa thanh nua", D2024, {"c1", "d1"}),
    ("Mù Chải", D2024, {"201"}),
]


@pytest.mark.parametrize(("name", "day", "units"), EQUALS)
def test_equals_are_left_to_a_person(resolver: Resolver, name: str, day: date, units: set[str]) -> None:
    found = resolver.resolve(name, on=day)
    assert {candidate.unit for candidate in found.candidates} == units
    assert (found.unit is None) == (len(units) > 1) == (Reason.AMBIGUOUS in found.reasons)


UNKNOWN = [
    "xã Không Có Đâu",
    "huyện Thanh Luông",
    "xã Thành Hóa",
    "",
    "   ",
    "???",
    "0" * 500,
    "(",
    "nay là",
    "xã, huyện",
]


@pytest.mark.parametrize("name", UNKNOWN)
def test_an_unknown_name_has_no_candidates(resolver: Resolver, name: str) -> None:
    found = resolver.resolve(name, on=D2024)
    assert (found.unit, found.candidates) == (None, ())
    assert found.reasons


def test_a_contradicting_diacritic_is_a_near_name_only(resolver: Resolver) -> None:
    assert resolver.resolve("xã Thành Hóa", on=D2024).near == ("xã Thạnh Hóa",)


@pytest.mark.parametrize(
    ("name", "near"),
    [("xã Thanh Luôn", "xã Thanh Luông"), ("xã Tahnh Luông", "xã Thanh Luông"), ("Mường Thank", "phường Mường Thanh")],
)
def test_a_slip_of_the_pen_has_near_names(resolver: Resolver, name: str, near: str) -> None:
    assert resolver.resolve(name, on=D2024).near[0] == near


ABOUT = [
    ("huyện", D2024, "100", "100"),
    ("toàn huyện", D2024, "c1", "100"),
    ("huyện nhà", D2024, "c1", "100"),
    ("tỉnh nhà", D2024, "100", "11"),
    ("trên địa bàn tỉnh", D2026, "n1", "11"),
    ("xã", D2026, "n1", "n1"),
    ("địa phương", D2024, "094", "094"),
    ("thành phố", D2024, "c3", "094"),
    ("huyện", D2026, "c4", "101"),
    ("Huyện ủy", D2024, "c1", "100"),
    ("xã Thanh Nưa", D2024, "100", "c1"),
    ("Thanh Nưa", D2024, "201", "d1"),
    ("Thanh Nưa", D2024, "101", "c1"),
    ("Điện Biên", D2024, "100", "100"),
    ("xã Thanh Nưa, huyện nhà", D2024, "d2", "d1"),
    ("huyện Nậm Pồ", D2024, "100", "101"),
]


@pytest.mark.parametrize(("name", "day", "about", "unit"), ABOUT)
def test_the_unit_under_review_decides(resolver: Resolver, name: str, day: date, about: str, unit: str) -> None:
    assert resolver.resolve(name, on=day, about=about).unit == unit


def test_what_is_above_stays_a_matter_of_choice(resolver: Resolver) -> None:
    """About a commune, the bare name may be the district's or the province's."""
    found = resolver.resolve("Điện Biên", on=D2024, about="c1")
    assert [candidate.unit for candidate in found.candidates] == ["100", "11"]
    assert found.unit is None


def test_a_level_alone_needs_the_unit_under_review(resolver: Resolver) -> None:
    assert resolver.resolve("huyện", on=D2024).reasons == (Reason.ABOUT_NEEDED,)


WITHIN = [
    ("Thanh Nưa", D2024, "201", "d1"),
    ("Thanh Nưa", D2024, "11", "c1"),
    ("Thanh Nưa", D2026, "11", "n1"),
    ("Thanh Nưa", D2026, "100", "c1"),
    ("Nà Hỳ", D2026, "101", "c4"),
    ("Mù Chải", D2024, "21@2025", "201"),
    ("xã Thanh Nưa, tỉnh Yên Sơn", D2024, "201", "d1"),
    ("Mường Thanh", D2024, "201", None),
    ("Thanh Luông, Điện Biên, Điện Biên", D2024, "11", "c2"),
    ("xã Nà Hỳ, Nậm Pồ, Điện Biên", D2024, "101", "c4"),
]


@pytest.mark.parametrize(("name", "day", "within", "unit"), WITHIN)
def test_within_holds(resolver: Resolver, name: str, day: date, within: str, unit: str | None) -> None:
    assert resolver.resolve(name, on=day, within=within).unit == unit


def test_a_path_that_does_not_hold_is_for_a_person(resolver: Resolver) -> None:
    found = resolver.resolve("xã Thanh Luông, huyện Nậm Pồ, tỉnh Điện Biên", on=D2024)
    assert [candidate.unit for candidate in found.candidates] == ["c2"]
    assert found.unit is None
    assert Reason.PATH_UNMET in found.candidates[0].reasons


REASONS = [
    ("huyện Điện Biên", D2024, [Reason.EXACT_NAME, Reason.KIND_WORD]),
    ("H. Điện Biên", D2026, [Reason.EXACT_NAME, Reason.KIND_ABBREVIATION, Reason.ENDED]),
    ("xã Hòa Muông", D2024, [Reason.OLD_SPELLING, Reason.KIND_WORD]),
    ("xã Hoà Muông", D2019, [Reason.EXACT_NAME, Reason.KIND_WORD, Reason.LATER_NAME]),
    ("xã Hẹ Muông", D2024, [Reason.EXACT_NAME, Reason.KIND_WORD, Reason.FORMER_NAME]),
    ("Nam Po", D2024, [Reason.NO_DIACRITICS]),
    ("Nâm Pồ", D2024, [Reason.SOME_DIACRITICS]),
    ("Đắc Klong", D2024, [Reason.OTHER_FORM]),
    ("TPHCM", D2024, [Reason.ALIAS]),
    ("xã Mường Thanh", D2026, [Reason.EXACT_NAME, Reason.OTHER_KIND]),
    ("phường Điện Biên Phủ", D2024, [Reason.EXACT_NAME, Reason.KIND_WORD, Reason.NOT_YET]),
    ("UBND huyện Nậm Pồ", D2024, [Reason.EXACT_NAME, Reason.KIND_WORD, Reason.OF_BODY]),
    ("xã Nà Hỳ, huyện Nậm Pồ", D2024, [Reason.EXACT_NAME, Reason.KIND_WORD, Reason.WITHIN]),
    ("xã Nà Hỳ, huyện Nậm Pồ", D2026, [Reason.EXACT_NAME, Reason.KIND_WORD, Reason.WITHIN_THEN]),
    ("thôn 5, xã Thanh Luông", D2024, [Reason.EXACT_NAME, Reason.KIND_WORD, Reason.BELOW_UNIT]),
    ("huyện Mù Chải", D2019, [Reason.EXACT_NAME, Reason.KIND_WORD, Reason.BEFORE_HORIZON]),
]


def test_a_unit_to_come_is_offered_and_not_taken(resolver: Resolver) -> None:
    found = resolver.resolve("phường Điện Biên Phủ", on=D2024)
    assert [candidate.unit for candidate in found.candidates] == ["n3"]
    assert found.unit is None


@pytest.mark.parametrize(("name", "day", "reasons"), REASONS)
def test_reasons_are_told(resolver: Resolver, name: str, day: date, reasons: list[Reason]) -> None:
    assert list(resolver.resolve(name, on=day).candidates[0].reasons) == reasons


def test_an_ended_unit_names_its_last_day_and_heirs(resolver: Resolver) -> None:
    candidate = resolver.resolve("xã Thanh Luông", on=D2026).candidates[0]
    assert candidate.successors == ("n1",)
    assert "Đơn vị kết thúc ngày 30/06/2025; tiếp nhận địa bàn: xã Thanh Nưa." in explain(candidate, resolver.register)


@pytest.mark.parametrize("reason", Reason)
def test_each_reason_has_its_sentence(reason: Reason) -> None:
    assert reason.sentence.endswith(".")


PLACES = [
    ("bản Nong Nhai", D2024, "c1"),
    ("bản Nong Nhai, xã Thanh Nưa, huyện Điện Biên", D2024, "c1"),
    ("Khu kinh tế Lòng Chảo", D2024, "11"),
    ("KKT Lòng Chảo, tỉnh Điện Biên", D2024, "11"),
    ("Lòng Chảo", D2024, "11"),
]


@pytest.mark.parametrize(("name", "day", "unit"), PLACES)
def test_a_place_leads_to_its_unit(resolver: Resolver, name: str, day: date, unit: str) -> None:
    best = resolver.resolve(name, on=day).best
    assert best is not None
    assert (best.unit, best.reasons[0]) == (unit, Reason.PLACE)
    assert best.place is not None
    assert "không phải đơn vị hành chính" in explain(best, resolver.register)[0]


def test_a_place_of_another_day_is_unknown(resolver: Resolver) -> None:
    assert resolver.resolve("Khu kinh tế Lòng Chảo", on=D2019).candidates == ()


@pytest.mark.parametrize("day", ["30/02/2025", "2025-13-01", "hôm qua", "", "01/01/0001", date(1800, 1, 1), 20250101])
def test_an_impossible_day_is_refused(resolver: Resolver, day: date | str) -> None:
    with pytest.raises(NoSuchDayError, match=r"\.$"):
        resolver.resolve("huyện Điện Biên", on=day)


def test_a_day_may_be_written(resolver: Resolver) -> None:
    assert resolver.resolve("huyện Điện Biên", on="30/6/2025").unit == "100"


@pytest.mark.parametrize("argument", ["within", "about"])
def test_an_unknown_id_is_refused(resolver: Resolver, argument: str) -> None:
    with pytest.raises(UnknownUnitError, match="khong-co"):
        resolver.resolve("huyện Điện Biên", on=D2024, **{argument: "khong-co"})


HOSTILE = [
    "xã " * 130, "(" * 390, "()" * 190, "nay là " * 55, "số 1, " * 65, "cũ " * 130, " - " * 130, "x, " * 130, "o" * 400, "tp." * 130,
    ", ".join(["xã Thanh Nưa"] * 28),
    "huyện " * 60 + "(", "a (b) " * 60, "P.1 " * 100, "0" * 5_000_000, " " * 5_000_000, "xã Thanh Nưa, " * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_takes_long(resolver: Resolver, name: str) -> None:
    begin = time.process_time()
    found = resolver.resolve(name, on=D2024, about="100")
    assert found.near is not None
    assert time.process_time() - begin < 2


@given(st.text("xãhuyệntỉnhtp.PQ1, -()XDiêđbBơc'cũmớinaylàthuộc", max_size=60), st.sampled_from([None, "100", "11"]))
def test_any_text_is_answered(resolver: Resolver, name: str, about: str | None) -> None:
    found = resolver.resolve(name, on=D2026, about=about)
    assert found.equals <= len(found.candidates)
    assert (found.unit is None) or found.candidates[0].unit == found.unit
    assert found.candidates or found.reasons


def test_asking_again_gives_the_kept_answer(resolver: Resolver) -> None:
    assert resolver.resolve("H. Nậm Pồ", on=D2024) is resolver.resolve("H. Nậm Pồ", on=D2024)
