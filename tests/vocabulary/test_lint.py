"""The lint: silent on the packaged vocabulary, loud on each kind of planted problem."""

import unicodedata
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec
import pytest

from camket.vocabulary import Aggregation, Body, Indicator, LossCategory, Measure, VerbHead, Vocabulary, load_vocabulary
from camket.vocabulary.__main__ import main
from camket.vocabulary.lint import problems

VOCABULARY = load_vocabulary()
SUM = Aggregation(rule="sum")


def part(field: str, *codes: str) -> MappingProxyType[str, Any]:
    """The named entries of one table."""
    return MappingProxyType({code: getattr(VOCABULARY, field)[code] for code in codes})


# A few true entries are enough to plant a problem among.
SMALL = msgspec.structs.replace(
    VOCABULARY,
    indicators=MappingProxyType(
        {
            code: msgspec.structs.replace(VOCABULARY.indicators[code], not_this={})
            for code in ("poverty_rate", "poor_households", "afforestation_area", "population")
        }
    ),
    loss_categories=part("loss_categories", "houses_unroofed", "houses_damaged", "houses_affected"),
    bodies=part("bodies", "provincial_party"),
    abbreviations=part("abbreviations", "UBND"),
)


def indicator(code: str = "bees", **changes: Any) -> Indicator:
    """An indicator without fault, but for the changes."""
    fields: dict[str, Any] = {
        "code": code, "theme": "agriculture", "labels_vi": ("số tổ ong nuôi thử",), "label_en": "bee hives",
        "unit": "con", "direction": "up", "aggregation": SUM,
    }  # fmt: skip
    return Indicator(**(fields | changes))


def planted(field: str, *entries: Any) -> Vocabulary:
    """A small vocabulary with entries added."""
    table = dict(getattr(SMALL, field)) | {entry.code: entry for entry in entries}
    return msgspec.structs.replace(SMALL, **{field: MappingProxyType(table)})


def test_the_packaged_vocabulary_is_clean() -> None:
    assert problems(VOCABULARY) == []


def test_a_small_vocabulary_and_a_faultless_indicator_bring_no_problem() -> None:
    assert problems(SMALL) == []
    assert problems(planted("indicators", indicator())) == []


BODY = Body(code="hive", label_vi="tổ", label_en="hive", words=("tổ ong",), rank=Decimal(3), side="people")
LOSS = LossCategory(code="hives_lost", label_vi="mất ong", label_en="hives", nouns=("ong",), units=("con",))


@pytest.mark.parametrize(
    ("field", "entry", "says"),
    [
        ("indicators", indicator(labels_vi=("TỈ LỆ HỘ NGHÈO",)), "đã thuộc «poverty_rate»"),
        ("indicators", indicator(predicates=("hộ nghèo",)), "đã thuộc «poverty_rate»"),
        ("indicators", indicator(verb_heads=(VerbHead(verbs=("trồng",), nouns=("rừng",)),)), "«afforestation_area»"),
        ("indicators", indicator(unit="đàn"), "đơn vị «đàn» không có"),
        ("indicators", indicator(units_also=("đàn",)), "đơn vị «đàn» không có"),
        ("indicators", indicator(verb_heads=(VerbHead(verbs=("nuôi",), units=("đàn",)),)), "đơn vị «đàn» không có"),
        ("indicators", indicator(aggregation=Aggregation(rule="weighted_mean")), "cần đúng: weight"),
        ("indicators", indicator(aggregation=Aggregation(rule="ratio", numerator="population")), "denominator"),
        ("indicators", indicator(aggregation=Aggregation(rule="sum", weight="population")), "không gì"),
        ("indicators", indicator(aggregation=Aggregation(rule="weighted_mean", weight="honey")), "«honey»"),
        ("indicators", indicator(unit="%"), "rate phải là true"),
        ("indicators", indicator(rate=True), "rate phải là true"),
        ("indicators", indicator(theme="apiculture"), "lĩnh vực «apiculture»"),
        ("indicators", indicator(not_this={"wasps": "khác loài"}), "not_this «wasps»"),
        ("indicators", indicator(not_this={"bees": "chính nó"}), "not_this «bees»"),
        ("indicators", indicator(labels_vi=(unicodedata.normalize("NFD", "tổ ong"),)), "NFC"),
        ("indicators", indicator(labels_vi=("tổ <ong",)), "chưa mở ra"),
        ("indicators", indicator(labels_vi=("tổ  ong",)), "thừa dấu cách"),
        ("indicators", indicator(code="households"), "vừa là chỉ tiêu vừa là đại lượng"),
        ("measures", Measure(code="hives", label_vi="ong", label_en="hives", unit="đàn"), "đơn vị «đàn» không có"),
        ("loss_categories", msgspec.structs.replace(LOSS, units=("đàn",)), "đơn vị «đàn» không có"),
        ("loss_categories", msgspec.structs.replace(LOSS, sendai=("Z-1",)), "Z-1"),
        ("loss_categories", msgspec.structs.replace(LOSS, within="bees_lost"), "within «bees_lost»"),
        ("loss_categories", msgspec.structs.replace(LOSS, nouns=("nhà",), states=("tốc mái",)), "houses_unroofed"),
        ("bodies", msgspec.structs.replace(BODY, words=("Tỉnh uỷ",)), "đã thuộc «provincial_party»"),
        ("bodies", msgspec.structs.replace(BODY, rank=Decimal(7)), "từ 1 đến 5"),
        ("bodies", msgspec.structs.replace(BODY, ranks=(Decimal(4),)), "phải là một trong ranks"),
    ],
)
def test_each_kind_of_problem_is_found(field: str, entry: Any, says: str) -> None:
    found = problems(planted(field, entry))
    assert found
    assert all(says in problem for problem in found)


def test_the_command_names_the_problem_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert "không có lỗi" in capsys.readouterr().out
    assert main(tmp_path) == 1
    assert "wordings.yml" in capsys.readouterr().out
