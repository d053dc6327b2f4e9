"""Each rule of re-statement, and each reason why a figure is refused."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from small_maps import EVE, REFORM, commune, move, register

from camket.units.errors import UnitsError
from camket.units.kind import Kind
from camket.units.move import ChangeKind, Move
from camket.units.org_unit import OrgUnit, State
from camket.units.register import Register
from camket.units.restatement import Cause, Figure, Refusal, Restated, RestatedFigure, comparable, restate, side_by_side
from camket.units.restatement.apportioning import Rules, load_apportioning
from camket.units.share import Quantity
from camket.vocabulary.period import Period
from camket.vocabulary.vocabulary import Vocabulary

Y2024 = Period.of_year(2024)
MERGED = [move("A", "N", whole=True), move("B", "N", whole=True, act="8/NQ")]


def figure(unit: str, indicator: str, value: str, period: Period = Y2024, line: int | None = None) -> Figure:
    return Figure(unit, indicator, period, Decimal(value), line=line)


def one(restated: Restated, unit: str, indicator: str) -> RestatedFigure:
    return next(found for found in restated.figures if (found.unit, found.indicator) == (unit, indicator))


def refused(restated: Restated, unit: str, indicator: str) -> Refusal:
    return next(found for found in restated.refusals if (found.unit, found.indicator) == (unit, indicator))


def test_a_sum_adds_and_lists_its_parts(vocabulary: Vocabulary) -> None:
    figures = [figure("A", "population", "1200"), figure("B", "population", "345.5")]
    found = one(restate(figures, register(MERGED), vocabulary, REFORM), "N", "population")
    assert (found.value, found.estimated, found.unchanged) == (Decimal("1545.5"), False, False)
    assert [(part.figure.unit, str(part.contribution), part.acts) for part in found.parts] == [
        ("A", "1200", ("7/NQ",)),
        ("B", "691/2", ("8/NQ",)),
    ]
    assert all(part.share == 1 for part in found.parts)


def test_a_ratio_comes_from_numerator_and_denominator(vocabulary: Vocabulary) -> None:
    figures = [
        figure("A", "poverty_rate", "10"), figure("B", "poverty_rate", "50"),
        figure("A", "poor_households", "100"), figure("B", "poor_households", "50"),
        figure("A", "households", "1000"), figure("B", "households", "100"),
    ]  # fmt: skip
    found = one(restate(figures, register(MERGED), vocabulary, REFORM), "N", "poverty_rate")
    assert found.exact == Fraction(15000, 1100)
    assert [(part.figure.unit, part.side) for part in found.parts] == [
        ("A", "numerator"), ("B", "numerator"), ("A", "denominator"), ("B", "denominator"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "tử số «số hộ nghèo»"),
        ([("A", "poor_households"), ("B", "poor_households")], "mẫu số"),
        ([("A", "poor_households"), ("A", "households"), ("B", "households")], "xã Bản B (B)"),
    ],
)
def test_a_ratio_names_what_it_lacks(given: list[tuple[str, str]], said: str, vocabulary: Vocabulary) -> None:
    figures = [figure("A", "poverty_rate", "10"), figure("B", "poverty_rate", "50")]
    figures += [figure(unit, indicator, "70") for unit, indicator in given]
    found = refused(restate(figures, register(MERGED), vocabulary, REFORM), "N", "poverty_rate")
    assert found.cause is Cause.MISSING_BASE
    assert said in found.reason


def test_a_ratio_over_nothing_is_refused(vocabulary: Vocabulary) -> None:
    figures = [figure(unit, code, "0") for unit in "AB" for code in ("poverty_rate", "poor_households", "households")]
    assert refused(restate(figures, register(MERGED), vocabulary, REFORM), "N", "poverty_rate").cause is Cause.ZERO_BASE


def test_a_mean_weighs_its_parts_by_figures_of_the_weight_or_its_own(vocabulary: Vocabulary) -> None:
    figures = [
        figure("A", "income_per_capita", "40"), figure("A", "population", "300"),
        replace(figure("B", "income_per_capita", "20"), weight=Decimal(100)),
    ]  # fmt: skip
    found = one(restate(figures, register(MERGED), vocabulary, REFORM), "N", "income_per_capita")
    assert (str(found.value), str(found.weight)) == ("35", "400")
    assert found.as_figure().weight == 400


def test_a_mean_names_whose_weight_it_lacks(vocabulary: Vocabulary) -> None:
    figures = [
        replace(figure("A", "income_per_capita", "40"), weight=Decimal(1)),
        figure("B", "income_per_capita", "2"),
    ]
    found = refused(restate(figures, register(MERGED), vocabulary, REFORM), "N", "income_per_capita")
    assert found.cause is Cause.MISSING_BASE
    assert "xã Bản B (B)" in found.reason
    assert "Bản A" not in found.reason.split("quyền số")[1]


def test_what_has_no_rule_is_refused_but_where_the_unit_is_unchanged(vocabulary: Vocabulary) -> None:
    also = [commune("U")]
    figures = [figure(unit, "poverty_reduction_pp", "3") for unit in ("A", "B", "U")]
    restated = restate(figures, register(MERGED, also=also), vocabulary, REFORM)
    assert refused(restated, "N", "poverty_reduction_pp").cause is Cause.NO_RULE
    assert one(restated, "U", "poverty_reduction_pp").unchanged


def test_a_renamed_or_raised_unit_keeps_figures_of_any_rule(vocabulary: Vocabulary) -> None:
    states = (
        State("A", "Cũ", Kind.COMMUNE, "11", None, EVE),
        State("A", "Mới", Kind.WARD, "11", REFORM),
    )
    renamed = register([Move(REFORM, ChangeKind.RENAME, "A", "A", "7/NQ")], also=[OrgUnit("A", states)])
    figures = [figure("A", "poverty_reduction_pp", "3"), figure("A", "poverty_rate", "7.71")]
    restated = restate(figures, renamed, vocabulary, REFORM)
    assert [(str(found.value), found.estimated) for found in restated.figures] == [("3", False), ("7.71", False)]


def test_a_part_goes_by_its_share_and_is_an_estimate(vocabulary: Vocabulary) -> None:
    moves = [move("A", "B", "0.25", "0.4", kind=ChangeKind.TRANSFER)]
    figures = [
        figure("A", "population", "400"), figure("B", "population", "1"),
        figure("A", "sown_area", "400"), figure("B", "sown_area", "1"),
    ]  # fmt: skip
    restated = restate(figures, register(moves, goes_on="AB"), vocabulary, REFORM)
    assert {(found.unit, found.indicator): found.value for found in restated.figures} == {
        ("A", "population"): 300, ("B", "population"): 101, ("A", "sown_area"): 240, ("B", "sown_area"): 161,
    }  # fmt: skip
    assert all(found.estimated for found in restated.figures)


def test_an_unknown_share_is_refused_by_unit_and_act(vocabulary: Vocabulary) -> None:
    moves = [move("A", "B", area="0.4", kind=ChangeKind.TRANSFER, act="45/NQ")]
    figures = [figure(unit, code, "9") for unit in "AB" for code in ("population", "sown_area")]
    restated = restate(figures, register(moves, goes_on="AB"), vocabulary, REFORM)
    for unit in "AB":
        found = refused(restated, unit, "population")
        assert found.cause is Cause.UNKNOWN_SHARE
        assert (
            "không rõ tỷ lệ dân số của xã Bản A (A) chuyển sang xã Bản B (B) ngày 01/07/2025 theo 45/NQ" in found.reason
        )
    assert one(restated, "B", "sown_area").estimated


def test_nothing_is_nothing_whatever_its_share(vocabulary: Vocabulary) -> None:
    moves = [move("A", "B", kind=ChangeKind.TRANSFER)]
    figures = [figure("A", "poor_households", "0"), figure("B", "poor_households", "7")]
    restated = restate(figures, register(moves, goes_on="AB"), vocabulary, REFORM)
    assert {found.unit: found.value for found in restated.figures} == {"A": 0, "B": 7}


def test_parts_of_an_unknown_split_that_meet_again_are_whole(vocabulary: Vocabulary) -> None:
    later = date(2026, 1, 1)
    again = [move(unit, "Z", whole=True, day=later) for unit in "PQ"]
    split = register([move("A", "P", kind=ChangeKind.SPLIT), move("A", "Q", kind=ChangeKind.SPLIT), *again])
    figures = [figure("A", "population", "1000"), figure("A", "poverty_reduction_pp", "3")]
    between = restate(figures, split, vocabulary, REFORM)
    assert {found.cause for found in between.refusals} == {Cause.UNKNOWN_SHARE, Cause.NO_RULE}
    for restated in (restate(between, split, vocabulary, later), restate(figures, split, vocabulary, later)):
        assert [(found.unit, str(found.value), found.unchanged) for found in restated.figures] == [
            ("Z", "1000", True),
            ("Z", "3", True),
        ]


def test_a_missing_part_is_named(vocabulary: Vocabulary) -> None:
    found = refused(restate([figure("A", "population", "5")], register(MERGED), vocabulary, REFORM), "N", "population")
    assert found.cause is Cause.MISSING_PART
    assert found.reason.endswith("chưa có số liệu «dân số» của xã Bản B (B).")
    assert [given.unit for given in found.figures] == ["A"]


def test_a_districts_figure_names_the_communes_that_cover_it(vocabulary: Vocabulary) -> None:
    district = OrgUnit("100", (State("100", "Đồi", Kind.RURAL_DISTRICT, "11", None, EVE),))
    was = State("A", "Bản A", Kind.COMMUNE, "100", None, EVE)
    moves = [*MERGED, Move(REFORM, ChangeKind.ABOLITION, "100", None, "203/2025/QH15")]
    map_ = register(moves, also=[district, OrgUnit("A", (was,))])
    found = refused(restate([figure("100", "population", "5")], map_, vocabulary, REFORM), "100", "population")
    assert found.cause is Cause.NO_SUCCESSOR
    assert "đã hết từ 01/07/2025" in found.reason
    assert "xã Bản N (N)" in found.reason


def test_figures_of_two_levels_are_never_added(vocabulary: Vocabulary) -> None:
    district = OrgUnit("100", (State("100", "Đảo", Kind.RURAL_DISTRICT, "11", None, EVE),))
    map_ = register([*MERGED, move("100", "N", whole=True)], also=[district])
    figures = [figure(unit, "population", "5") for unit in ("A", "B", "100")]
    assert refused(restate(figures, map_, vocabulary, REFORM), "N", "population").cause is Cause.OVERLAP


def test_a_figure_reported_again_after_the_merger_is_not_counted_twice(vocabulary: Vocabulary) -> None:
    again = replace(figure("N", "population", "9"), as_of=REFORM)
    figures = [figure("A", "population", "5"), figure("B", "population", "4"), again]
    found = refused(restate(figures, register(MERGED), vocabulary, date(2026, 1, 1)), "N", "population")
    assert found.cause is Cause.OVERLAP
    assert len(found.figures) == 3


def test_what_overlaps_once_overlaps_in_every_later_unit(vocabulary: Vocabulary) -> None:
    later = date(2026, 1, 1)
    map_ = register([*MERGED, *(move(unit, "Z", whole=True, day=later) for unit in "NM")])
    again = replace(figure("N", "population", "9"), as_of=REFORM)
    figures = [*(figure(unit, "population", "5") for unit in "ABM"), again]
    assert refused(restate(figures, map_, vocabulary, later), "Z", "population").cause is Cause.OVERLAP
    assert one(restate(figures[:3], map_, vocabulary, later), "Z", "population").value == 15


def test_two_lines_of_one_figure_clash(vocabulary: Vocabulary) -> None:
    figures = [figure("A", "population", "5", line=2), figure("A", "population", "6", line=7)]
    with pytest.raises(UnitsError, match="Dòng 2 và Dòng 7"):
        restate(figures, register(MERGED), vocabulary, REFORM)
    targets = [figures[0], replace(figures[1], role="target")]
    assert not restate(targets, register(MERGED), vocabulary, EVE).refusals


def test_a_period_across_a_break_is_not_put_together(vocabulary: Vocabulary) -> None:
    across = Period.of_years(2021, 2023)
    figures = [figure("A", "poor_households", "5", across), figure("B", "poor_households", "4", across)]
    found = refused(restate(figures, register(MERGED), vocabulary, REFORM), "N", "poor_households")
    assert found.cause is Cause.BREAK
    assert "07/2021/NĐ-CP" in found.reason
    within = [replace(given, period=Period.of_years(2022, 2024)) for given in figures]
    assert one(restate(within, register(MERGED), vocabulary, REFORM), "N", "poor_households").value == 9


def test_figures_in_another_unit_of_measure_are_not_added(vocabulary: Vocabulary) -> None:
    figures = [replace(figure("A", "re_poor_households", "5"), measure="%"), figure("B", "re_poor_households", "4")]
    assert (
        refused(restate(figures, register(MERGED), vocabulary, REFORM), "N", "re_poor_households").cause
        is Cause.MEASURE
    )


@pytest.mark.parametrize(
    ("given", "cause", "said"),
    [
        (figure("X", "population", "5", line=3), Cause.UNKNOWN_UNIT, "Dòng 3: không có đơn vị nào có mã «X»"),
        (figure("A", "happiness", "5"), Cause.UNKNOWN_INDICATOR, "«happiness»"),
        (figure("N", "population", "5"), Cause.NOT_ON_MAP, "không có trên bản đồ ngày 31/12/2024, có từ 01/07/2025"),
        (figure("N", "population", "5", Period.of_year(2026)), Cause.LATER_MAP, "sau ngày 01/01/2025"),
    ],
)
def test_what_stands_on_no_known_map(given: Figure, cause: Cause, said: str, vocabulary: Vocabulary) -> None:
    found = refused(restate([given], register(MERGED), vocabulary, date(2025, 1, 1)), given.unit, given.indicator)
    assert found.cause is cause
    assert said in found.reason


def test_a_later_day_of_the_same_map_is_no_later_map(vocabulary: Vocabulary) -> None:
    given = figure("N", "population", "5", Period.of_year(2026))
    assert one(restate([given], register(MERGED), vocabulary, REFORM), "N", "population").unchanged


def test_a_table_that_is_not_complete_for_the_day_is_told(vocabulary: Vocabulary) -> None:
    whole = register(MERGED)
    short = Register(whole, whole.moves, horizon={"11": EVE})
    figures = [figure("A", "population", "1"), figure("B", "population", "2")]
    assert "chỉ đầy đủ từ 30/06/2025" in one(restate(figures, short, vocabulary, REFORM), "N", "population").caution
    assert not one(restate(figures, whole, vocabulary, REFORM), "N", "population").caution


def test_no_way_back_in_time(vocabulary: Vocabulary) -> None:
    restated = restate([figure("A", "population", "5")], register(MERGED), vocabulary, REFORM)
    with pytest.raises(UnitsError, match="không tính ngược"):
        restate(restated, register(MERGED), vocabulary, EVE)


def test_both_views_stand_side_by_side(vocabulary: Vocabulary) -> None:
    figures = [figure("A", "population", "5"), figure("B", "population", "4"), figure("A", "cpi", "3")]
    rows = list(side_by_side(restate(figures, register(MERGED), vocabulary, REFORM)))
    assert [(row.restated.indicator, [given.unit for given in row.reported]) for row in rows] == [
        ("cpi", ["A"]),
        ("population", ["A", "B"]),
    ]
    assert {given for row in rows for given in row.reported} == set(figures)


def test_a_break_forbids_comparing_and_the_map_never_mends_it(vocabulary: Vocabulary) -> None:
    found = comparable("poverty_rate", Period.of_year(2021), Period.of_year(2024), vocabulary)
    assert not found
    assert [broken.year for broken in found.breaks] == [2022]
    assert "07/2021/NĐ-CP" in found.reason
    assert comparable("poverty_rate", Period.of_year(2024), Period.of_year(2022), vocabulary)
    with pytest.raises(UnitsError, match="happiness"):
        comparable("happiness", Period.of_year(2024), Period.of_year(2022), vocabulary)


def test_the_apportioning_data_know_the_vocabulary(vocabulary: Vocabulary) -> None:
    data = load_apportioning()
    assert data.area_units | data.ratio_scale.keys() <= vocabulary.units.keys()
    assert data.area_indicators <= vocabulary.indicators.keys() | vocabulary.measures.keys()


def test_numerator_and_denominator_go_by_one_share(vocabulary: Vocabulary) -> None:
    rules = Rules(vocabulary)
    for code, indicator in vocabulary.indicators.items():
        rule = indicator.aggregation
        if rule.numerator and rule.denominator:
            assert rules.quantity(rule.numerator) is rules.quantity(rule.denominator) is rules.carried_by(code)
            assert rules.aggregation(rule.numerator).rule == rules.aggregation(rule.denominator).rule == "sum"
    assert (rules.quantity("sown_area"), rules.quantity("population")) == (Quantity.AREA, Quantity.POPULATION)
