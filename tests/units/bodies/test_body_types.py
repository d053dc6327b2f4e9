from datetime import timedelta
from pathlib import Path

import pytest

from camket.units.bodies.body_types import BodyTypeError, load_types, read_types
from camket.units.bodies.competence import load_transfers
from camket.units.bodies.names.phrases import load_phrases
from camket.vocabulary.data_file import VocabularyError
from camket.vocabulary.vocabulary import load_vocabulary

TYPES = load_types()


def test_every_theme_is_one_of_the_vocabulary() -> None:
    assert {theme for one in TYPES.values() for theme in one.themes} <= set(load_vocabulary().themes)


def test_what_has_an_end_or_a_beginning_names_its_act() -> None:
    assert [one.code for one in TYPES.values() if one.last and not one.ended_by] == []
    assert [one.code for one in TYPES.values() if one.first and not one.act] == []


def test_what_was_taken_over_had_ended_or_ends_in_its_own_time() -> None:
    for one in TYPES.values():
        for former in (TYPES[code] for code in one.takes_over):
            if former.last is not None and one.first is not None:
                assert former.last < one.first, (one.code, former.code)


def test_a_type_of_the_same_name_as_an_earlier_one_follows_it_without_a_gap() -> None:
    for one in TYPES.values():
        earlier = TYPES.get(one.code.partition("@")[0])
        if earlier is not None and earlier is not one:
            assert earlier.last is not None
            assert one.first == earlier.last + timedelta(days=1)


def test_no_two_types_of_one_kind_of_unit_share_their_formal_name_on_a_day() -> None:
    for one in TYPES.values():
        for other in TYPES.values():
            if one.code < other.code and one.formal_name == other.formal_name and one.kinds & other.kinds:
                apart = (one.last and other.first and one.last < other.first) or (
                    other.last and one.first and other.last < one.first
                )
                assert apart, (one.code, other.code)


def test_what_a_type_stands_under_is_no_circle() -> None:
    for one in TYPES.values():
        seen, above = {one.code}, one
        while above.under:
            above = TYPES[above.under]
            assert above.code not in seen
            seen.add(above.code)


def test_the_words_of_transfers_and_phrases_are_those_of_types() -> None:
    fields = {field for one in TYPES.values() for field in one.fields}
    branches = {one.branch for one in TYPES.values()}
    for transfer in load_transfers():
        assert transfer.fields <= fields
        assert transfer.themes <= set(load_vocabulary().themes)
    assert set(load_phrases().post_types) <= set(load_vocabulary().posts)
    assert {"departments", "sections", "commune", "front", "party", "central"} <= branches


def one_file(folder: Path, text: str) -> Path:
    (folder / "a.yml").write_text(text, "utf-8")
    return folder


GOOD = "x: {label_en: x, side: state, kinds: [province], names: [Sở X]"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{GOOD}, first: 2025-13-01}}", "a.yml, loại cơ quan «x»"),
        (f"{GOOD}, first: 2025-03-02, last: 2025-03-01}}", "ngày cuối 2025-03-01 trước ngày đầu 2025-03-02"),
        (f"{GOOD}, early: 2025-03-01}}", "«early» 2025-03-01 phải trước ngày đầu"),
        (f"{GOOD}, takes_over: [y]}}", "nhắc đến loại chưa có: y"),
        (f"{GOOD}, under: y}}", "nhắc đến loại chưa có: y"),
        ("x: {label_en: x, side: state, kinds: [village], names: [Sở X]}", "«kinds» phải là danh sách trong số"),
        ("x: {label_en: x, side: state, kinds: [province], names: []}", "chưa có tên gọi nào"),
        (f"{GOOD}, nonsense: 1}}", "nonsense"),
    ],
)  # fmt: skip
def test_an_impossible_entry_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BodyTypeError) as error:
        read_types(one_file(tmp_path, text))
    assert said in str(error.value)


def test_a_code_in_two_files_is_named_with_both(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text(f"{GOOD}}}", "utf-8")
    with pytest.raises(BodyTypeError, match=r"b\.yml, loại cơ quan «x»: đã có trong a\.yml"):
        read_types(one_file(tmp_path, f"{GOOD}}}"))


def test_what_is_no_yaml_is_said(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"a\.yml"):
        read_types(one_file(tmp_path, "x: [1"))
