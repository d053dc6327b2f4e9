"""Names on the packaged table: what people of Điện Biên write, and cases that trap the unwary."""

from datetime import date

import pytest

from camket.units.kind import Kind
from camket.units.names import Reason, Resolver
from camket.units.table import load_register

D2024, D2026 = date(2024, 6, 1), date(2026, 1, 1)


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(load_register())


ONE = [
    ("huyện Điện Biên", D2024, "100"),
    ("H. Điện Biên", D2026, "100"),
    ("TP. Điện Biên Phủ", D2024, "094"),
    ("phường Điện Biên Phủ", D2026, "03127@2025"),
    ("xã Thanh Nưa, huyện Điện Biên", D2024, "03322"),
    ("xã Thanh Nưa, huyện Điện Biên", D2026, "03322"),
    ("xã Thanh Nưa, tỉnh Điện Biên", D2026, "03328@2025"),
    ("Thanh Luông (nay là xã Thanh Nưa)", D2026, "03328"),
    ("Mường Thanh, Điện Biên", D2026, "03334@2025"),
    ("phường Mường Thanh, thành phố Điện Biên Phủ", D2026, "03136"),
    ("xã Xa Dung, huyện Điện Biên Đông", D2024, "03373"),
    ("xa dung, dien bien dong", D2024, "03373"),
    ("TPHCM", D2024, "79"),
    ("TP.HCM", D2026, "79@2025"),
    ("P.1, Q.5, TPHCM", D2024, "27325"),
    ("BR-VT", D2024, "77"),
    ("Thừa Thiên - Huế", D2024, "46"),
    ("TT-Huế", D2024, "46"),
    ("tỉnh Đắc Lắc", D2024, "66"),
    ("huyện Đắc Hà", D2024, "615"),
    ("TX. Mường Lay", D2024, "095"),
    ("UBND thị xã Mường Lay", D2024, "095"),
]


@pytest.mark.parametrize(("name", "day", "unit"), ONE)
def test_one_unit_is_meant(resolver: Resolver, name: str, day: date, unit: str) -> None:
    assert resolver.resolve(name, on=day).unit == unit


def test_the_bare_name_of_dien_bien_is_left_to_a_person(resolver: Resolver) -> None:
    found = resolver.resolve("Điện Biên", on=D2024)
    assert {"11", "100"} <= {candidate.unit for candidate in found.candidates}
    assert (found.unit, found.reasons) == (None, (Reason.AMBIGUOUS,))


@pytest.mark.parametrize("name", ["Mường Thanh", "Sam Mứn"])
def test_the_new_holder_of_a_name_is_another_unit(resolver: Resolver, name: str) -> None:
    before = resolver.resolve(name, on=D2024, within="11").unit
    after = resolver.resolve(name, on=D2026, within="11").unit
    assert before is not None
    assert after is not None
    assert before != after


def test_the_heir_of_thanh_luong_is_the_new_thanh_nua(resolver: Resolver) -> None:
    candidate = resolver.resolve("xã Thanh Luông", on=D2026, within="11").candidates[0]
    assert [resolver.register[one].latest.full_name for one in candidate.successors] == ["xã Thanh Nưa"]


@pytest.mark.parametrize(("day", "levels"), [(D2024, 3), (D2026, 2)])
def test_each_unit_is_found_by_its_own_address(resolver: Resolver, day: date, levels: int) -> None:
    """Whatever the table holds on a day must be found by its full name with those above it."""
    units = list(resolver.register.existing(day))
    found = {unit.id: resolver.resolve(resolver.path(unit.id, day), on=day) for unit in units}
    missed = [one for one, answer in found.items() if one not in {candidate.unit for candidate in answer.candidates}]
    other = [one for one, answer in found.items() if answer.unit not in {None, one}]
    alone = sum(answer.unit == one for one, answer in found.items())
    assert (missed, other) == ([], [])
    assert alone / len(units) > 0.999
    assert len({unit.level for unit in units}) == levels


def test_about_tells_the_level(resolver: Resolver) -> None:
    about = resolver.resolve("huyện Điện Biên", on=D2024).unit
    for name, kind in {
        "huyện": Kind.RURAL_DISTRICT,
        "tỉnh nhà": Kind.PROVINCE,
        "toàn huyện": Kind.RURAL_DISTRICT,
    }.items():
        best = resolver.resolve(name, on=D2024, about=about).best
        assert best is not None
        assert best.state.kind is kind
