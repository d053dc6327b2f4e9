"""The packaged vocabulary: complete, frozen, quick to load, and understandable when broken."""

import shutil
import time
from decimal import Decimal
from pathlib import Path

import pytest

from camket.vocabulary import VocabularyError, load_vocabulary, read_vocabulary
from camket.vocabulary.folding import fold
from camket.vocabulary.vocabulary import DATA

VOCABULARY = load_vocabulary()

LOSSES = """dead missing dead_or_missing injured evacuated houses_destroyed houses_damaged houses_unroofed houses_flooded
houses_affected crops_destroyed crops_affected aquaculture_destroyed livestock_dead poultry_dead animals_dead
forest_damaged roads_damaged bridges_damaged irrigation_damaged schools_damaged health_facilities_damaged power_damaged
economic_loss""".split()

CONTRACT_UNITS = (
    "%|điểm %|VND|VND/người/năm|người|người/năm|hộ|xã|thôn|nhà|con|ha|m2|m3|km|tấn|tạ/ha|tiêu chí/xã|lượt|vụ".split("|")
)


def test_there_are_at_least_120_indicators() -> None:
    assert len(VOCABULARY.indicators) >= 120


def test_losses_units_and_qualifiers_are_those_of_the_contract() -> None:
    assert set(VOCABULARY.loss_categories) == set(LOSSES)
    assert set(CONTRACT_UNITS) <= set(VOCABULARY.units)
    expected = ["about", "nearly", "over", "at_least", "at_most", "estimate", "basically", "vague"]
    assert list(VOCABULARY.qualifiers) == expected


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("tỉ lệ hộ nghèo đa chiều", "poverty_rate"),
        ("hộ nghèo đa chiều", "poverty_rate"),
        ("Thu NSNN trên địa bàn", "budget_revenue"),
        ("thu ngân sách địa phương", "local_budget_revenue"),
        ("GRDP bình quân đầu người", "grdp_per_capita"),
        ("thu nhập bình quân đầu người", "income_per_capita"),
        ("tỷ lệ bao phủ BHYT", "health_insurance_coverage"),
        ("độ che phủ rừng", "forest_cover_rate"),
        ("tổng sản lượng lương thực có hạt", "grain_output"),
        ("giải ngân vốn đầu tư công", "public_investment_disbursement_rate"),
        ("số tiêu chí bình quân", "ntm_criteria_average"),
    ],
)
def test_a_label_names_its_indicator(label: str, code: str) -> None:
    named = {fold(one) for one in VOCABULARY.indicators[code].labels_vi}
    assert fold(label) in named


@pytest.mark.parametrize(
    ("predicate", "code"),
    [
        ("xã đạt chuẩn nông thôn mới", "ntm_communes"),
        ("xã đạt chuẩn NTM nâng cao", "ntm_advanced_communes"),
        ("xã đạt chuẩn nông thôn mới và cơ bản đạt chuẩn", "ntm_communes_incl_basic"),
        ("xã cơ bản đạt chuẩn NTM", "ntm_communes_basic"),
        ("xã dưới 10 tiêu chí", "ntm_communes_under_n_criteria"),
        ("thôn, bản đạt chuẩn NTM", "ntm_villages"),
        ("trường đạt chuẩn quốc gia", "national_standard_schools"),
    ],
)
def test_a_predicate_after_the_number_names_its_indicator(predicate: str, code: str) -> None:
    named = {fold(one) for one in VOCABULARY.indicators[code].predicates}
    assert fold(predicate) in named


def test_a_verb_and_a_noun_name_an_indicator() -> None:
    planting = VOCABULARY.indicators["afforestation_area"].verb_heads[0]
    assert "trồng mới" in planting.verbs
    assert "rừng" in planting.nouns
    assert planting.units == ("ha",)
    assert "kết nạp" in VOCABULARY.indicators["party_members_admitted"].verb_heads[0].verbs


@pytest.mark.parametrize(
    ("unit", "word", "worth"),
    [
        ("VND", "tỷ đồng", "1e9"),
        ("VND", "nghìn tỷ đồng", "1e12"),
        ("VND/người/năm", "triệu đồng/người/năm", "1e6"),
        ("VND/người/năm", "triệu/người", "1e6"),
        ("tấn", "vạn tấn", "1e4"),
        ("USD", "triệu USD", "1e6"),
        ("lượt", "triệu lượt khách", "1e6"),
        ("tạ/ha", "tấn/ha", "10"),
        ("thôn", "tổ dân phố", "1"),
        ("nhà", "ngôi nhà", "1"),
    ],
)
def test_a_written_unit_is_worth_so_much(unit: str, word: str, worth: str) -> None:
    assert VOCABULARY.units[unit].words[word] == Decimal(worth)


def test_abbreviations_say_when_they_are_ambiguous() -> None:
    assert VOCABULARY.abbreviations["BCT"].ambiguous
    assert VOCABULARY.abbreviations["UBND"].expansions == ("Ủy ban nhân dân",)
    assert not VOCABULARY.abbreviations["UBND"].ambiguous


def test_the_ladder_of_rank_falls_from_centre_to_village() -> None:
    ladder = ["politburo", "ministry", "provincial_party", "department", "district_party", "district_section"]
    ladder += ["commune_party", "commune_section", "village"]
    ranks = [VOCABULARY.bodies[code].rank for code in ladder]
    assert ranks == [Decimal(rank) for rank in ("5", "4.5", "4", "3.5", "3", "2.5", "2", "1.5", "1")]
    assert VOCABULARY.bodies["city_party"].ranks == (Decimal(4), Decimal(3))


def test_poverty_standards_break_the_series_and_rates_fall_in_points() -> None:
    poverty = VOCABULARY.indicators["poverty_rate"]
    assert [one.year for one in poverty.breaks] == [2016, 2022]
    assert poverty.rate
    assert not VOCABULARY.indicators["poor_households"].rate


def test_nothing_can_be_changed() -> None:
    indicator = VOCABULARY.indicators["poverty_rate"]
    with pytest.raises(AttributeError):
        indicator.unit = "hộ"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        VOCABULARY.units = {}  # type: ignore[misc]
    for frozen in (VOCABULARY.indicators, VOCABULARY.units["VND"].words, indicator.not_this):
        with pytest.raises(TypeError):
            frozen["x"] = 1  # type: ignore[index]
    with pytest.raises(AttributeError):
        indicator.aggregation.rule = "sum"  # type: ignore[misc]


def test_it_is_loaded_once_and_quickly() -> None:
    assert load_vocabulary() is VOCABULARY
    start = time.process_time()
    read_vocabulary(DATA)
    # 0.15 s where this was written; twice that again is a slow machine, more is a vocabulary grown too wide
    assert time.process_time() - start < 0.6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the packaged data files, to be broken."""
    shutil.copytree(DATA, tmp_path / "vocabulary", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path / "vocabulary"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("sương: {label_vi: a, label_en: b, words: [c], lạ: d}", "sương.*lạ"),
        ("sương: {label_vi: a, words: [c]}", "label_en"),
        ("sương: {label_vi: a, label_en: b, words: c}", "words"),
        ("sương: chữ", "sương"),
        ("a: {label_vi: a, label_en: b, words: [c]}\na: {label_vi: a, label_en: b, words: [d]}", "dòng 2.*hai lần"),
        ("a: {label_vi: a, label_en: b, words: [$KHÔNGCÓ]}", "dòng 1.*KHÔNGCÓ"),
        ("a: [", "YAML"),
        ("- a", "bảng"),
    ],
)
def test_a_broken_file_is_named_with_what_is_wrong(folder: Path, text: str, says: str) -> None:
    (folder / "hazards.yml").write_text(text, "utf-8")
    with pytest.raises(VocabularyError, match=rf"hazards\.yml.*{says}"):
        read_vocabulary(folder)


def test_an_indicator_stands_in_one_file_only(folder: Path) -> None:
    shutil.copy(folder / "indicators" / "poverty.yml", folder / "indicators" / "zz.yml")
    with pytest.raises(VocabularyError, match=r"poverty_rate.*poverty\.yml"):
        read_vocabulary(folder)
