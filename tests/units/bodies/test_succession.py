from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.units.bodies.body_register import BodyRegister
from camket.units.bodies.succession import successors
from camket.units.bodies.territory import Relation, heirs
from camket.units.errors import UnknownUnitError
from camket.units.register import Register

MARCH, JULY, LATER = date(2025, 3, 1), date(2025, 7, 1), date(2026, 2, 1)


def first(bodies: BodyRegister, body: str, day: date, count: int = 1, *matter: str) -> list[str]:
    return [one.body.id for one in successors(bodies[body], bodies, day, matter=matter)[:count]]


def test_territory_of_a_district_that_ended_is_that_of_the_units_below_it(small: Register) -> None:
    found = {heir.unit: heir for heir in heirs(small, "D", JULY)}
    assert {unit: heir.relation for unit, heir in found.items()} == {
        "N@2025": Relation.PART, "C": Relation.PART, "P": Relation.ABOVE,
    }  # fmt: skip
    assert (set(found["N@2025"].lower), found["N@2025"].of_lower) == ({"A", "B"}, 3)
    assert found["C"].lower == ("C",)


def test_territory_of_a_merged_commune_is_that_of_its_successor(small: Register) -> None:
    assert [(heir.unit, heir.relation) for heir in heirs(small, "A", JULY)] == [
        ("N@2025", Relation.SUCCESSOR), ("P", Relation.ABOVE),
    ]  # fmt: skip


def test_a_unit_that_stands_is_its_own_heir(small: Register) -> None:
    assert heirs(small, "D", date(2025, 6, 30))[0].relation is Relation.SAME


def test_a_living_body_follows_itself(small_bodies: BodyRegister) -> None:
    (best, *_) = successors(small_bodies["P/health_department"], small_bodies, JULY)
    assert best.body.id == "P/health_department"
    assert best.strength == Fraction(1)
    assert best.reasons == ("Cơ quan này vẫn còn.",)


def test_a_department_that_was_merged_is_followed_by_act(small_bodies: BodyRegister) -> None:
    (best, second, *_) = successors(small_bodies["P/agriculture_department"], small_bodies, JULY)
    assert best.body.id == "P/agriculture_environment_department"
    assert best.strength == 1
    assert best.reasons[0] == "Được lập trên cơ sở cơ quan cũ, theo 45/2025/NĐ-CP."
    assert second.strength < best.strength


def test_a_districts_section_first_by_the_district_then_by_its_communes(small_bodies: BodyRegister) -> None:
    assert first(small_bodies, "D/district_agriculture", MARCH) == ["D/district_agriculture_environment"]
    after = first(small_bodies, "D/district_agriculture", JULY, 2)
    assert after == ["N@2025/commune_economy", "C/commune_economy"]
    assert first(small_bodies, "D/district_agriculture_environment", JULY, 3) == [
        *after, "P/agriculture_environment_department",
    ]  # fmt: skip


def test_a_town_is_followed_by_the_section_that_wards_have(small_bodies: BodyRegister) -> None:
    assert first(small_bodies, "T/urban_management", JULY) == ["W@2025/commune_economy_urban"]


def test_a_districts_committee_is_followed_by_those_of_its_communes_and_its_province(
    small_bodies: BodyRegister,
) -> None:
    found = successors(small_bodies["D/peoples_committee"], small_bodies, JULY)
    assert [one.body.id for one in found] == ["N@2025/peoples_committee", "C/peoples_committee", "P/peoples_committee"]
    assert all("131/2025/NĐ-CP" in one.reasons[-1] for one in found)
    assert "2/3 đơn vị cấp dưới của huyện Mường Tả" in found[0].reasons[1]


def test_no_decree_on_committees_is_named_for_party_police_or_court(small_bodies: BodyRegister) -> None:
    for body in ("D/party_committee", "D/district_police", "D/court"):
        found = successors(small_bodies[body], small_bodies, JULY)
        assert found
        assert not [one for one in found if "NĐ-CP" in one.reasons[-1]]


def test_the_matter_decides_between_those_that_share_the_work(small_bodies: BodyRegister) -> None:
    labour = "P/labour_department"
    assert first(small_bodies, labour, JULY, 1, "việc làm") == ["P/home_affairs_department@2025"]
    assert first(small_bodies, labour, JULY, 1, "giảm nghèo") == ["P/agriculture_environment_department"]
    assert first(small_bodies, labour, JULY, 1, "bảo trợ xã hội") == ["P/health_department"]
    assert first(small_bodies, labour, JULY, 1, "giáo dục nghề nghiệp") == ["P/education_department"]


def test_a_ministry_is_followed_too(small_bodies: BodyRegister) -> None:
    assert first(small_bodies, "vn/ministry_planning", JULY) == ["vn/ministry_finance@2025"]


def test_sides_do_not_follow_each_other(small_bodies: BodyRegister) -> None:
    for body in small_bodies.all_of("D").values():
        for one in successors(body, small_bodies, LATER):
            assert one.body.type.side == body.type.side


def test_real_dien_bien(bodies: BodyRegister) -> None:
    found = successors(bodies["100/district_agriculture"], bodies, JULY)
    sections = [one for one in found if one.body.type.code in {"commune_economy", "commune_economy_urban"}]
    assert len(sections) == 8
    assert sum(len(one.territory.lower) for one in sections) == 21
    assert sections[0].body.id == "03328@2025/commune_economy"
    assert first(bodies, "11/environment_department", JULY) == ["11/agriculture_environment_department"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from("P D T A B C W N@2025 W@2025".split()), st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.data())
def test_every_proposal_lives_on_the_day_and_says_why(
    small_bodies: BodyRegister, unit: str, day: date, data: st.DataObject
) -> None:
    body = data.draw(st.sampled_from(list(small_bodies.all_of(unit).values())))
    found = successors(body, small_bodies, day)
    strengths = [one.strength for one in found]
    assert strengths == sorted(strengths, reverse=True)
    for one in found:
        assert one.body.exists(day)
        assert Fraction(0) < one.strength <= 1
        assert one.reasons
    assert len({one.body.id for one in found}) == len(found)
    if body.exists(day):
        assert body in [one.body for one in found if one.strength >= Fraction(4, 5)]


def test_a_unit_that_is_unknown_is_named(small: Register) -> None:
    with pytest.raises(UnknownUnitError):
        heirs(small, "Z", JULY)
