"""Laws of names: every body is found by each of its names on each day of reform, and no text breaks the resolver."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.units.bodies.body import Body
from camket.units.bodies.body_register import BodyRegister
from camket.units.bodies.body_type import NATION, PARTY_WORDS
from camket.units.bodies.names.resolver import BodyResolver

REFORMS = [
    date(2024, 6, 1), date(2025, 2, 28), date(2025, 3, 1), date(2025, 3, 15), date(2025, 6, 1), date(2025, 6, 30),
    date(2025, 7, 1), date(2026, 1, 1),
]  # fmt: skip
DIEN_BIEN = ["11", "100", "094", "095", "03328", "03328@2025", "03334@2025"]


def living(bodies: BodyRegister, unit: str, day: date) -> tuple[Body, ...]:
    return bodies.bodies_of(unit, day) if unit == NATION or bodies.units[unit].exists(day) else ()


@pytest.mark.parametrize("day", REFORMS)
@pytest.mark.parametrize("unit", [NATION, *DIEN_BIEN, "01"])
def test_its_full_name_gives_the_body(bodies: BodyRegister, names: BodyResolver, unit: str, day: date) -> None:
    for body in living(bodies, unit, day):
        (mention,) = names.resolve(body.name, on=day, about=None if unit == NATION else unit)
        assert mention.body == body, body.name


@pytest.mark.parametrize("day", [REFORMS[0], REFORMS[2], REFORMS[-2]])
@pytest.mark.parametrize("unit", DIEN_BIEN)
def test_each_name_of_its_type_with_the_unit_gives_it_among_the_best(
    bodies: BodyRegister, names: BodyResolver, unit: str, day: date
) -> None:
    for body in living(bodies, unit, day):
        state = bodies.units[unit].on(day)
        assert state is not None
        for name in body.type.names:
            written = f"{name.replace('{party}', PARTY_WORDS[state.kind][0])} {state.full_name}"
            (mention,) = names.resolve(written, on=day, about="11")
            assert body in [one.body for one in mention.candidates[: mention.equals]], written


PIECES = st.sampled_from(
    "Sở|Phòng|UBND|HĐND|Tài chính|Kinh tế|huyện|xã|tỉnh|Tân Hòa|Mường Tả|,|và|;|:|(|)|nay là|Chủ tịch|Ban Thường vụ|các|"
    "Trưởng phòng|Đảng ủy|Tỉnh ủy|của|liên quan|-|&|0|\n|Nguyễn Văn Bình|x".split("|")
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=80))
def test_no_text_breaks_it_and_every_answer_is_candid(small_names: BodyResolver, text: str) -> None:
    for day in (date(2024, 6, 1), date(2025, 9, 1)):
        mentions = small_names.resolve(text, on=day, about="D")
        assert mentions
        for one in mentions:
            assert one.equals <= len(one.candidates)
            assert one.candidates or one.group is not None or one.reasons
            assert all(candidate.reasons or candidate.body.unit for candidate in one.candidates)
