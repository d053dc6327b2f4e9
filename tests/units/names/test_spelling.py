"""When two written names are one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.units.names.asked import read_name, strip_body
from camket.units.names.spelling import Likeness, likeness, plain, spelled
from camket.vocabulary.folding import fold


@pytest.mark.parametrize(
    ("written", "known", "expected"),
    [
        ("Hoà Mai", "Hoà Mai", Likeness.EXACT),
        ("HOÀ MAI", "Hoà Mai", Likeness.EXACT),
        ("Hòa Mai", "Hoà Mai", Likeness.OLD_SPELLING),
        ("Mĩ Lí", "Mỹ Lý", Likeness.OLD_SPELLING),
        ("Đắc Hà", "Đắk Hà", Likeness.OTHER_FORM),
        ("Plei-Ku", "Pleiku", Likeness.OTHER_FORM),
        ("Hoa Mai", "Hoà Mai", Likeness.NO_DIACRITICS),
        ("Hoà Mải", "Hoà Mai", Likeness.SOME_DIACRITICS),
        ("Diện Bien", "Điện Biên", Likeness.SOME_DIACRITICS),
        ("Hóa Mai", "Hoà Mai", None),
        ("Hơa Mai", "Hôa Mai", None),
    ],
)
def test_likeness(written: str, known: str, expected: Likeness | None) -> None:
    assert spelled(written).key == spelled(known).key
    assert likeness(written, spelled(written).shape, known, spelled(known).shape) == expected


VIETNAMESE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặềếểễệòóỏõọùúủũụỳýỷỹỵ -'", max_size=40)


@given(VIETNAMESE)
def test_losing_the_diacritics_keeps_the_key(name: str) -> None:
    assert spelled(plain(fold(name))).key == spelled(name).key


@given(st.lists(st.sampled_from("Thanh Nưa Bắc Hà Ô Đắk Loong 1 01".split()), min_size=1, max_size=5))
def test_blanks_and_hyphens_are_no_part_of_a_name(syllables: list[str]) -> None:
    assert spelled(" ".join(syllables)) == spelled("  ".join(syllables))
    assert spelled("-".join(syllables)).key == spelled(" - ".join(syllables)).key


@given(st.text(max_size=80))
def test_any_text_can_be_asked_for(text: str) -> None:
    assert all(part.text for part in read_name(text).parts)


@pytest.mark.parametrize(
    ("name", "unit", "body"),
    [
        ("UBND tỉnh Hoa Mai", "tỉnh Hoa Mai", "UBND"),
        ("Ủy ban nhân dân xã Hoa Mai", "xã Hoa Mai", "Ủy ban nhân dân"),
        ("Thành uỷ Hoa Mai", "thành phố Hoa Mai", "Thành uỷ"),
        ("Ban Thường vụ Huyện ủy", "huyện", "Ban Thường vụ Huyện ủy"),
        ("Sở Y tế", "Sở Y tế", ""),
        ("xã Hoa Mai", "xã Hoa Mai", ""),
    ],
)
def test_the_unit_of_a_body(name: str, unit: str, body: str) -> None:
    assert strip_body(name) == (unit, body)
