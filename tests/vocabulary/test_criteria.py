"""Criteria sets: the packaged ones are clean and say what is not verified; each kind of fault is named."""

import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from camket.vocabulary import VocabularyError, load_vocabulary
from camket.vocabulary.__main__ import main
from camket.vocabulary.criteria import (
    Act,
    Counts,
    CriteriaSet,
    Criterion,
    CriterionIndicator,
    Group,
    Requirement,
    Score,
    Source,
    in_force,
    load_criteria_sets,
    read_criteria_sets,
)
from camket.vocabulary.criteria.lint import criteria_problems
from camket.vocabulary.vocabulary import DATA

UNITS = frozenset({"%", "người"})


def indicator(number: str, **changes: Any) -> CriterionIndicator:
    return CriterionIndicator(number=number, name_vi=f"chỉ tiêu thử {number}", **changes)


def criterion(number: int, *indicators: CriterionIndicator, **changes: Any) -> Criterion:
    fields = {"code": f"trial_{number}", "name_vi": f"tiêu chí thử {number}", "indicators": indicators}
    return Criterion(number=number, **(fields | changes))


LEAST = Requirement(comparator="at_least", value=Decimal(70), unit="%", groups=("hill",))
CLEAN = CriteriaSet(
    code="bees_2030",
    label_vi="Bộ tiêu chí thử về ong",
    label_en="Trial criteria for bees",
    level="village",
    kind="model",
    act=Act(number="1/QĐ-THU", date=date(2030, 1, 2)),
    first_day=date(2030, 1, 2),
    last_day=date(2034, 12, 31),
    assessed_by="grade",
    counts=Counts(criteria=2, indicators=3),
    indicators_listed="all",
    sources=(Source(address="https://example.org/ong", gives="tất cả"),),
    groups=(Group(code="hill", name_vi="đồi"), Group(code="shore", name_vi="bãi")),
    criteria=(criterion(1, indicator("1")), criterion(2, indicator("2.1", requirements=(LEAST,)), indicator("2.2"))),
)


def changed(**changes: Any) -> CriteriaSet:
    return msgspec.structs.replace(CLEAN, **changes)


def asking(*requirements: Requirement) -> CriteriaSet:
    """The clean set, its first indicator asking this instead."""
    return changed(criteria=(criterion(1, indicator("1", requirements=requirements)), CLEAN.criteria[1]))


def least(**changes: Any) -> Requirement:
    return msgspec.structs.replace(LEAST, **changes)


def first(**changes: Any) -> CriteriaSet:
    """The clean set, its first criterion changed."""
    return changed(criteria=(criterion(1, indicator("1"), **changes), CLEAN.criteria[1]))


def test_the_packaged_sets_are_clean() -> None:
    assert criteria_problems(load_criteria_sets().values(), load_vocabulary().units) == []


def test_a_clean_set_brings_no_problem() -> None:
    assert criteria_problems([CLEAN], UNITS) == []


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (
            changed(criteria=(criterion(1, indicator("1")), criterion(3, indicator("3.1"), indicator("3.2")))),
            "liền từ 1",
        ),
        (changed(counts=Counts(criteria=3, indicators=3)), "văn bản nói 3"),
        (changed(counts=Counts(criteria=2, indicators=4)), "có 3 chỉ tiêu, văn bản nói 4"),
        (changed(indicators_listed="none"), "indicators_listed là none"),
        (changed(indicators_listed="some"), "indicators_listed là some"),
        (
            changed(criteria=(criterion(1, indicator("1")), criterion(2, indicator("2.1"), indicator("2.3")))),
            "liền nhau",
        ),
        (changed(conditions=(indicator("2"),)), "số thứ tự điều kiện"),
        (changed(groups=(*CLEAN.groups, CLEAN.groups[0])), "mã nhóm «hill» có hai lần"),
        (first(code="trial_2"), "mã tiêu chí «trial_2» có hai lần"),
        (first(code="Ong"), "chữ thường không dấu"),
        (changed(last_day=date(2029, 12, 31)), "trước ngày đầu"),
        (changed(first_day=date(2030, 1, 1)), "trước ngày ký"),
        (changed(years=(2034, 2030)), "ngược"),
        (first(score=Score(most=Decimal(5))), "hãy bỏ score"),
        (asking(least(unit="đàn")), "đơn vị «đàn»"),
        (asking(least(groups=("sea",))), "nhóm «sea» không có"),
        (asking(LEAST, least(value=Decimal(80))), "hai mức cho cùng nhóm «hill»"),
        (asking(least(verified=False)), "chưa kiểm chứng mức của chỉ tiêu 1"),
        (first(verified=False), "chưa kiểm chứng tiêu chí 1"),
        (changed(unverified={"counts.bees": "chưa đọc"}), "không phải thuộc tính"),
        (changed(unverified={"last_day": ""}), "không nói vì sao"),
        (changed(sources=()), "không có sources"),
        (first(name_vi="tổ  ong"), "thừa dấu cách"),
        (changed(groups=(*CLEAN.groups, Group(code="sea", name_vi="biển", was=("lake",)))), "was «lake»"),
    ],
)
def test_each_kind_of_problem_is_found(one: CriteriaSet, says: str) -> None:
    found = criteria_problems([one], UNITS)
    assert any(says in problem for problem in found), found
    assert all(problem.startswith("bees_2030: ") for problem in found)


@pytest.mark.parametrize(("least_points", "faulty"), [(4, False), (6, True), (-1, True)])
def test_the_least_points_are_within_the_most(least_points: int, *, faulty: bool) -> None:
    score = Score(most=Decimal(5), least=Decimal(least_points))
    one = msgspec.structs.replace(first(score=score), assessed_by="score")
    assert bool(criteria_problems([one], UNITS)) is faulty


def test_levels_for_two_years_or_two_groups_stand_beside_each_other() -> None:
    assert criteria_problems([asking(LEAST, least(year=2031), least(groups=("shore",)), least(groups=()))], UNITS) == []


@pytest.mark.parametrize(
    ("changes", "clash"),
    [
        ({"first_day": date(2034, 12, 31), "last_day": None}, True),
        ({"first_day": date(2035, 1, 1), "last_day": None}, False),
        ({"first_day": date(2032, 1, 1), "kind": "advanced"}, False),
        ({"first_day": date(2032, 1, 1), "level": "commune"}, False),
    ],
)
def test_no_two_sets_of_a_level_and_kind_hold_on_one_day(changes: dict[str, Any], *, clash: bool) -> None:
    found = criteria_problems([CLEAN, changed(code="bees_later", **changes)], UNITS)
    assert bool(found) is clash
    assert all("cùng hiệu lực với «bees_2030»" in problem for problem in found)


@pytest.mark.parametrize(
    ("level", "kind", "day", "code"),
    [
        ("commune", "new_rural", date(2022, 3, 7), "new_rural_commune_2016"),
        ("commune", "new_rural", date(2022, 3, 8), "new_rural_commune_2021"),
        ("commune", "new_rural", date(2026, 2, 15), "new_rural_commune_2026"),
        ("commune", "advanced", date(2026, 2, 15), None),
        ("district", "advanced", date(2025, 6, 30), "advanced_district_2021"),
        ("district", "new_rural", date(2025, 7, 1), None),
        ("urban", "urban_class", date(2022, 12, 31), "urban_class_2016"),
        ("urban", "urban_class", date(2026, 1, 1), "urban_class_2026"),
        ("village", "new_rural", date(2023, 1, 1), None),
    ],
)
def test_the_set_of_a_day(level: Any, kind: Any, day: date, code: str | None) -> None:
    found = in_force(level, kind, day)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("code", "criteria", "groups"),
    [
        ("new_rural_commune_2016", 19, 7),
        ("new_rural_commune_2021", 19, 7),
        ("new_rural_commune_2026", 10, 3),
        ("advanced_commune_2021", 19, 7),
        ("new_rural_district_2021", 9, 0),
        ("urban_class_2023", 5, 7),
    ],
)
def test_the_packaged_sets_have_the_size_of_the_acts(code: str, criteria: int, groups: int) -> None:
    one = load_criteria_sets()[code]
    assert (len(one.criteria), len(one.groups)) == (criteria, groups)


def test_the_points_of_a_town_add_up_to_a_hundred() -> None:
    for code in ("urban_class_2016", "urban_class_2023"):
        assert sum(one.score.most for one in load_criteria_sets()[code].criteria if one.score) == 100


def test_figures_are_decimals_of_the_group_and_year() -> None:
    (income,) = load_criteria_sets()["new_rural_commune_2021"].criterion("income").indicators
    levels = {group: each for each in income.requirements for group in each.groups}
    assert levels["southeast"].value == Decimal(62_000_000)
    assert levels["northern_midlands"].value == levels["north_central"].value == Decimal(39_000_000)
    assert {each.year for each in income.requirements} == {2022}
    assert {type(each.value) for each in income.requirements} == {Decimal}


def test_old_classes_of_towns_pass_into_new_ones_once_each() -> None:
    old, new = (load_criteria_sets()[code] for code in ("urban_class_2023", "urban_class_2026"))
    passed = sorted(code for group in new.groups for code in group.was)
    assert passed == sorted(group.code for group in old.groups)


def test_what_was_not_verified_is_told_with_the_reason() -> None:
    doubts = dict(load_criteria_sets()["advanced_commune_2021"].doubts())
    assert "trí nhớ" in doubts["tiêu chí 19"]
    assert "tiêu chí 8" not in doubts
    assert not dict(load_criteria_sets()["new_rural_commune_2026"].doubts())


def test_an_unknown_criterion_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="bees"):
        CLEAN.criterion("bees")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("label_vi: [", "cú pháp YAML"),
        ("- một\n- hai\n", "cú pháp YAML"),
        ("", "cú pháp YAML"),
        ("label_vi: ong\n", "hãy sửa theo kiểu CriteriaSet"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "bees.yml").write_text(text, "utf-8")
    with pytest.raises(VocabularyError, match=says) as error:
        read_criteria_sets(tmp_path)
    assert str(error.value).startswith("bees.yml: ")


def test_the_command_names_the_fault_of_a_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "vocabulary"
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    assert main(folder) == 0
    file = folder / "criteria" / "sets" / "new_rural_commune_2026.yml"
    file.write_text(file.read_text("utf-8").replace("criteria: 10", "criteria: 11"), "utf-8")
    assert main(folder) == 1
    assert "new_rural_commune_2026: có 10 tiêu chí, văn bản nói 11" in capsys.readouterr().out


def test_reading_the_vocabulary_does_not_pay_for_the_sets() -> None:
    code = "import sys, camket.vocabulary as v; v.load_vocabulary(); print('camket.vocabulary.criteria' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
