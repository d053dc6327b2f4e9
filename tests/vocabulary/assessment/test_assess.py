"""Whether a target is met: a table of cases, how it stood on earlier days, and the laws that hold for all."""

import datetime
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.vocabulary import Break
from camket.vocabulary.assessment import Assessment, Baseline, ObservedFigure, Step, TargetTerms, assess
from camket.vocabulary.iso_period import parse_period
from camket.vocabulary.period import Period

D = Decimal
LATE = date(2026, 3, 1)
RANKS = {"no_figure": -1, "not_met": 0, "behind": 0, "on_track": 1, "met": 2, "exceeded": 3}
POVERTY_BREAK = Break(year=2022, reason="chuẩn nghèo mới")


def period(iso: str) -> Period:
    found = parse_period(iso)
    assert found is not None
    return found


def target(value: str | None = "40", due: str = "2025", **changes: Any) -> TargetTerms:
    fields: dict[str, Any] = {
        "indicator": "income", "unit": "triệu", "due": period(due), "value": value and D(value), "direction": "up",
    }  # fmt: skip
    return TargetTerms(**(fields | changes))


def figure(iso: str, value: str | None = None, **changes: Any) -> ObservedFigure:
    of = period(iso)
    fields: dict[str, Any] = {
        "id": f"f{iso}", "indicator": "income", "unit": "triệu", "period": of,
        "known_on": min(of.last + datetime.timedelta(days=20), LATE), "value": value and D(value),
    }  # fmt: skip
    return ObservedFigure(**(fields | changes))


def base(iso: str, value: str) -> Baseline:
    return Baseline(period=period(iso), value=D(value))


def steps(**values: str) -> tuple[Step, ...]:
    return tuple(Step(period=period(year[1:]), value=D(value)) for year, value in values.items())


AT_LEAST: dict[str, Any] = {"comparator": "at_least"}
DOWN: dict[str, Any] = {"direction": "down"}
NEUTRAL: dict[str, Any] = {"direction": "neutral"}


@pytest.mark.parametrize(
    ("terms", "figures", "verdict", "distance"),
    [
        # the figure of the due period decides
        (target(**AT_LEAST), [figure("2025", "41")], "exceeded", "1"),
        (target(**AT_LEAST), [figure("2025", "40")], "met", "0"),
        (target(**AT_LEAST), [figure("2025", "39.9")], "not_met", "-0.1"),
        (target("5", comparator="at_most", **DOWN), [figure("2025", "4.5")], "exceeded", "0.5"),
        (target("5", comparator="at_most", **DOWN), [figure("2025", "5")], "met", "0"),
        (target("5", comparator="at_most", **DOWN), [figure("2025", "5.1")], "not_met", "-0.1"),
        # equal means what the indicator's direction says; in a neutral one just that
        (target(), [figure("2025", "41")], "exceeded", "1"),
        (target("5", **DOWN), [figure("2025", "4")], "exceeded", "1"),
        (target("50", comparator="equal", **NEUTRAL), [figure("2025", "50")], "met", "0"),
        (target("50", comparator="equal", **NEUTRAL), [figure("2025", "51")], "not_met", "-1"),
        (target("50", comparator="equal", **NEUTRAL), [figure("2025", "48")], "not_met", "-2"),
        # the comparator stands above the direction
        (target("50", comparator="at_most", direction="up"), [figure("2025", "51")], "not_met", "-1"),
        # ranges of the target
        (target(None, low=D(10), high=D(12)), [figure("2025", "11")], "met", "1"),
        (target(None, low=D(10), high=D(12)), [figure("2025", "13")], "exceeded", "3"),
        (target(None, low=D(10), high=D(12)), [figure("2025", "9")], "not_met", "-1"),
        (target(None, low=D(10), high=D(12), **NEUTRAL), [figure("2025", "13")], "not_met", "-1"),
        # ranges of the figure: by their worse end
        (target(), [figure("2025", low=D(39), high=D(42))], "not_met", "-1"),
        (target("5", **DOWN), [figure("2025", low=D(4), high=D(6))], "not_met", "-1"),
        (target("50", **NEUTRAL), [figure("2025", low=D(49), high=D(50))], "not_met", "-1"),
        # on the way: by baseline, steps, an earlier figure
        (target(baseline=base("2020", "30")), [figure("2023", "36")], "on_track", "-4"),
        (target(baseline=base("2020", "30")), [figure("2023", "35.9")], "behind", "-4.1"),
        (target("5", **DOWN, baseline=base("2020", "15")), [figure("2022", "10.9")], "on_track", "-5.9"),
        (target("5", **DOWN, baseline=base("2020", "15")), [figure("2022", "11.1")], "behind", "-6.1"),
        (target(steps=steps(y2023="33", y2024="37")), [figure("2023", "33")], "on_track", "-7"),
        (target(steps=steps(y2023="33", y2024="37")), [figure("2024", "36")], "behind", "-4"),
        (target(), [figure("2021", "32"), figure("2023", "36")], "on_track", "-4"),
        (target(), [figure("2021", "32"), figure("2023", "35")], "behind", "-5"),
        (target(), [figure("2023", "35")], "behind", "-5"),
        # early
        (target(), [figure("2023", "40")], "met", "0"),
        (target(), [figure("2023", "44")], "exceeded", "4"),
        (target("50", comparator="equal", **NEUTRAL), [figure("2023", "50")], "on_track", "0"),
        # flows add up from the first day of the due period
        (target("120", accrual="flow"), [figure("2025-01/2025-06", "60")], "on_track", "-60"),
        (target("120", accrual="flow"), [figure("2025-01/2025-06", "58")], "behind", "-62"),
        (target("120", accrual="flow"), [figure("2025-01/2025-06", "121")], "exceeded", "1"),
        (target("50", comparator="at_most", accrual="flow"), [figure("2025-01/2025-06", "24")], "on_track", "26"),
        (target("50", comparator="at_most", accrual="flow"), [figure("2025-01/2025-06", "40")], "behind", "10"),
        (target("50", comparator="at_most", accrual="flow"), [figure("2025-01/2025-06", "51")], "not_met", "-1"),
        (target("50", accrual="flow", **NEUTRAL), [figure("2025-01/2025-06", "26")], "on_track", "-24"),
        # growth
        (target("8", measured="growth_on_year"), [figure("2025", "108"), figure("2024", "100")], "met", "0"),
        (target("8", measured="growth_on_year"), [figure("2025", growth=D("8.2"), unit="%")], "exceeded", "0.2"),
        (target("8", measured="growth_on_year"), [figure("2024", growth=D(9))], "on_track", "1"),
        (target("8", measured="growth_on_year"), [figure("2024", growth=D(7))], "behind", "-1"),
        (
            target("8", measured="growth_on_year"),
            [figure("2025-02", "54"), figure("2024-02", "50")],
            "on_track",
            "0.0000",
        ),
        (target("50", measured="growth_over_baseline", baseline=base("2020", "40")), [figure("2025", "60")], "met", "0"),
        (
            target("50", measured="growth_over_baseline", baseline=base("2020", "40")),
            [figure("2022", "48")],
            "on_track",
            "-30",
        ),
        (target("10", measured="growth_a_year", baseline=base("2023", "100")), [figure("2025", "121")], "met", "0"),
        (target("10", measured="growth_a_year", baseline=base("2023", "100")), [figure("2025", "120")], "not_met", None),
    ],
)  # fmt: skip
def test_verdicts(terms: TargetTerms, figures: list[ObservedFigure], verdict: str, distance: str | None) -> None:
    found = assess(terms, figures, date(2025, 12, 31) if not figures[0].known_on > date(2025, 12, 31) else LATE)
    assert found.verdict == verdict
    assert distance is None or found.distance == D(distance)


def test_the_deciding_figure_and_the_pace_are_told() -> None:
    terms = target(baseline=base("2020", "30"))
    found = assess(terms, [figure("2022", "33"), figure("2023", "35")], date(2024, 6, 1))
    assert found == Assessment(
        verdict="behind", day=date(2024, 6, 1), decided_by="f2023", period=period("2023"), measured=D(35), goal=D(40),
        distance=D(-5), expected=D(36), required_pace=D("2.5"), final=False,
        notes=("Theo tiến độ, hết kỳ 2023 cần 36.",),
    )  # fmt: skip


def test_a_step_is_told_by_its_period() -> None:
    found = assess(target(steps=steps(y2023="33.5")), [figure("2023", "33")], date(2024, 6, 1))
    assert found.notes == ("So với bước của kỳ 2023: cần 33,5.",)


def test_without_a_way_it_is_said_that_there_is_none() -> None:
    assert "Không có gốc" in assess(target(), [figure("2023", "35")], date(2024, 6, 1)).notes[0]


def test_an_estimate_is_marked() -> None:
    found = assess(target(), [figure("2025", "41", estimate=True)], LATE)
    assert (found.verdict, found.estimate) == ("exceeded", True)
    assert "Số liệu ước" in found.notes[0]
    growth = target("8", measured="growth_on_year")
    assert assess(growth, [figure("2025", "108"), figure("2024", "100", estimate=True)], LATE).estimate


def test_after_the_due_day_a_target_without_its_last_figure_is_behind_and_says_so() -> None:
    found = assess(target(baseline=base("2020", "30")), [figure("2024", "39")], LATE)
    assert (found.verdict, found.final, found.required_pace) == ("behind", False, None)
    assert found.notes == ("Đã hết hạn nhưng chưa có số liệu của kỳ 2025.",)


def test_what_is_met_early_is_said_to_be() -> None:
    assert assess(target(), [figure("2023", "41")], date(2024, 6, 1)).notes == ("Đạt trước hạn, theo số liệu kỳ 2023.",)


def test_it_stands_on_each_day_as_was_known_then() -> None:
    figures = [
        figure("2025", "41", id="first", known_on=date(2026, 1, 10), superseded_on=date(2026, 2, 1)),
        figure("2025", "39", id="second", known_on=date(2026, 2, 1)),
        figure("2024", "38"),
    ]
    days = {
        date(2025, 6, 1): "f2024",
        date(2026, 1, 10): "first",
        date(2026, 1, 31): "first",
        date(2026, 2, 1): "second",
    }
    found = {day: assess(target(baseline=base("2020", "30")), figures, day) for day in days}
    assert {day: one.decided_by for day, one in found.items()} == days
    assert [one.verdict for one in found.values()] == ["on_track", "exceeded", "exceeded", "not_met"]
    assert assess(target(), figures, date(2024, 1, 1)).verdict == "no_figure"


def test_before_it_was_set_there_is_no_target() -> None:
    found = assess(target(set_on=date(2024, 12, 10)), [figure("2023", "41")], date(2024, 12, 9))
    assert (found.verdict, found.notes) == ("no_figure", ("Ngày này chỉ tiêu chưa được giao.",))
    assert assess(target(set_on=date(2024, 12, 10)), [figure("2023", "41")], date(2024, 12, 10)).verdict == "exceeded"


def test_among_figures_of_a_period_the_recommended_then_the_actual_then_the_latest_decides() -> None:
    known = date(2026, 1, 10)
    actual = figure("2025", "40", id="actual", known_on=known)
    estimate = figure("2025", "41", id="estimate", estimate=True, known_on=date(2026, 1, 20))
    later = figure("2025", "39", id="later", known_on=date(2026, 1, 15))
    chosen = msgspec.structs.replace(estimate, recommended_on=date(2026, 2, 1))
    assert assess(target(), [actual, estimate], LATE).decided_by == "actual"
    assert assess(target(), [actual, later, estimate], LATE).decided_by == "later"
    assert assess(target(), [actual, later, chosen], LATE).decided_by == "estimate"
    assert assess(target(), [actual, later, chosen], date(2026, 1, 31)).decided_by == "later"


def test_the_due_period_decides_not_what_came_after_it() -> None:
    assert assess(target(), [figure("2025", "39"), figure("2026-01", "41")], LATE).decided_by == "f2025"
    assert assess(target(), [figure("2025-Q4", "39"), figure("2025", "41")], LATE).decided_by == "f2025"


@pytest.mark.parametrize(
    ("terms", "figures", "says"),
    [
        (target(), [], "Chưa có số liệu nào"),
        (target(), [figure("2025", "41", indicator="other")], "Chưa có số liệu nào"),
        (target(), [figure("2025", "41", unit="đồng")], "tính bằng «đồng», chỉ tiêu tính bằng «triệu»"),
        (target(), [figure("2025")], "không có giá trị"),
        (target(), [figure("2025", "NaN")], "không có giá trị"),
        (target(accrual="flow"), [figure("2024", "41")], "không phải số lũy kế từ ngày đầu kỳ 2025"),
        (
            target(baseline=base("2020", "30"), breaks=(POVERTY_BREAK,)),
            [figure("2025", "41")],
            "chuỗi số liệu đứt năm 2022, chuẩn nghèo mới",
        ),
        (target(set_on=date(2021, 1, 5), breaks=(POVERTY_BREAK,)), [figure("2025", "41")], "đứt năm 2022"),
        (target(standard=2022, breaks=(POVERTY_BREAK,)), [figure("2021", "41")], "đứt năm 2022"),
        (
            target("8", measured="growth_on_year", breaks=(Break(year=2025, reason="đổi cách tính"),)),
            [figure("2025", "41"), figure("2024", "40")],
            "đứt năm 2025",
        ),
        (target("8", measured="growth_on_year"), [figure("2025", "41")], "Không có số liệu cùng kỳ năm trước"),
        (target("8", measured="growth_on_year"), [figure("2025", "4"), figure("2024", "0")], "gốc bằng không"),
        (target("8", measured="growth_a_year", baseline=base("2025", "4")), [figure("2025", "5")], "không sau kỳ gốc"),
        (target(), [figure("2025", growth=D(5))], "chỉ có mức tăng"),
        (
            target("8", measured="growth_over_baseline", standard=2024, baseline=base("2020", "4"), breaks=(POVERTY_BREAK,)),
            [figure("2025", "5")],
            "số liệu gốc thuộc chuỗi số liệu khác",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused_with_the_reason(
    terms: TargetTerms, figures: list[ObservedFigure], says: str
) -> None:
    found = assess(terms, figures, LATE)
    assert (found.verdict, found.decided_by) == ("no_figure", None)
    assert any(says in note for note in found.notes), found.notes


def test_a_figure_beyond_a_break_is_passed_over_for_one_before_it() -> None:
    terms = target(baseline=base("2020", "30"), breaks=(POVERTY_BREAK,))
    found = assess(terms, [figure("2021", "32"), figure("2024", "41")], date(2025, 2, 1))
    assert (found.decided_by, found.verdict) == ("f2021", "on_track")
    assert "chuẩn nghèo mới" in found.notes[0]


def test_a_baseline_of_another_standard_sets_no_way() -> None:
    terms = target(baseline=base("2020", "30"), standard=2023, breaks=(POVERTY_BREAK,))
    found = assess(terms, [figure("2023", "36")], date(2024, 6, 1))
    assert (found.verdict, found.expected) == ("behind", None)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"value": None}, "cần một giá trị"),
        ({"low": D(1), "high": D(2)}, "cần một giá trị"),
        ({"value": None, "low": D(1)}, "cần một giá trị"),
        ({"value": None, "low": D(3), "high": D(2)}, "không được lớn hơn"),
        ({"value": D("NaN")}, "phải là một số"),
        ({"steps": steps(y2024="1", y2023="2")}, "theo thứ tự"),
        ({"steps": steps(y2026="1")}, "không sau thời hạn"),
        ({"measured": "growth_a_year"}, "cần có số liệu gốc"),
    ],
)
def test_terms_that_contradict_are_refused(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        target(**({"value": D(40)} | changes))


def test_of_a_range_it_is_said_that_the_worse_end_counts() -> None:
    ranged = assess(target(), [figure("2025", low=D(41), high=D(43))], LATE)
    assert (ranged.measured, ranged.notes) == (D(41), ("Số liệu là một khoảng: so theo đầu kém hơn.",))
    assert assess(target(), [figure("2025", "41")], LATE).notes == ()


@pytest.mark.parametrize(
    ("direction", "value", "goal"),
    [("up", "9", 10), ("up", "13", 10), ("down", "9", 12), ("down", "13", 12), ("neutral", "9", 10), ("neutral", "13", 12)],
)  # fmt: skip
def test_the_goal_of_a_range_is_the_bound_that_matters(direction: Any, value: str, goal: int) -> None:
    terms = target(None, low=D(10), high=D(12), direction=direction)
    assert assess(terms, [figure("2025", value)], LATE).goal == goal


def test_figures_of_the_standard_that_a_break_began_may_be_compared() -> None:
    terms = target(baseline=base("2022", "30"), breaks=(POVERTY_BREAK,))
    assert assess(terms, [figure("2025", "41")], LATE).verdict == "exceeded"


def test_a_growth_is_not_computed_between_two_units_of_measure() -> None:
    terms = target("8", measured="growth_on_year")
    dollars = figure("2024", "4", unit="USD", growth=D(5))
    found = assess(terms, [dollars, figure("2025", "110")], LATE)
    assert (found.verdict, found.notes) == (
        "no_figure",
        ("Không có số liệu cùng kỳ năm trước để tính mức tăng của kỳ 2025.",),
    )
    assert assess(target(), [figure("2025", "41", unit="USD", growth=D(5))], LATE).verdict == "no_figure"


def test_half_a_range_is_no_value() -> None:
    assert assess(target(), [figure("2025", low=D(41))], LATE).verdict == "no_figure"


def test_a_recommendation_holds_from_its_day_on() -> None:
    chosen = figure("2025", "39", id="chosen", recommended_on=date(2026, 2, 1))
    figures = [chosen, figure("2025", "41", id="other", known_on=date(2026, 1, 25))]
    assert assess(target(), figures, date(2026, 2, 1)).decided_by == "chosen"
    assert assess(target(), figures, date(2026, 1, 31)).decided_by == "other"


def test_a_flow_exactly_on_its_way_or_at_its_ceiling_is_not_behind_it() -> None:
    neutral = target("50", accrual="flow", **NEUTRAL)
    assert assess(neutral, [figure("2025-01/2025-06", "25")], date(2025, 8, 1)).verdict == "on_track"
    full = assess(neutral, [figure("2025-01/2025-06", "50")], date(2025, 8, 1))
    assert full.verdict == "on_track"


VALUES = st.decimals(min_value=-1000, max_value=10**12, places=2)
WAYS = st.sampled_from([
    {}, {"baseline": base("2020", "30")}, {"steps": steps(y2022="31", y2023="33", y2024="37")},
    {"baseline": base("2020", "30"), "steps": steps(y2023="33")}, {"accrual": "flow"},
])  # fmt: skip
PERIODS = st.sampled_from(["2022", "2023-Q2", "2024", "2025-Q1", "2025-01/2025-06", "2025"])
JUDGED = st.sampled_from([date(2025, 7, 30), date(2025, 12, 31), LATE])


@given(st.lists(VALUES, min_size=2, max_size=5), VALUES, WAYS, PERIODS, JUDGED)
def test_more_is_never_worse_for_at_least_nor_better_for_at_most(
    values: list[Decimal], goal: Decimal, way: dict[str, Any], iso: str, day: date
) -> None:
    for comparator, order in (("at_least", sorted(values)), ("at_most", sorted(values, reverse=True))):
        terms = target(str(goal), comparator=comparator, **way)
        found = [assess(terms, [figure(iso, str(value), known_on=date(2025, 7, 1))], day) for value in order]
        for worse, better in pairwise(found):
            assert RANKS[worse.verdict] <= RANKS[better.verdict]
            assert worse.distance is None or better.distance is None or worse.distance <= better.distance


@given(
    VALUES, VALUES, st.sampled_from(["at_least", "at_most", "equal", None]), st.sampled_from(["up", "down", "neutral"])
)
def test_the_verdict_agrees_with_the_distance(value: Decimal, goal: Decimal, comparator: Any, direction: Any) -> None:
    found = assess(target(str(goal), comparator=comparator, direction=direction), [figure("2025", str(value))], LATE)
    assert found.distance is not None
    assert (found.verdict == "not_met") == (found.distance < 0)
    assert (found.verdict == "met") == (value == goal)


@given(
    st.lists(st.tuples(PERIODS, VALUES, st.dates(date(2024, 1, 1), LATE), st.booleans()), max_size=6),
    st.dates(date(2024, 1, 1), LATE),
    st.randoms(),
)
def test_order_and_what_is_learnt_later_change_nothing(
    rows: list[tuple[str, Decimal, date, bool]], day: date, random: Any
) -> None:
    figures = [
        figure(iso, str(value), id=f"{n}", known_on=known, estimate=estimate)
        for n, (iso, value, known, estimate) in enumerate(rows)
    ]
    found = assess(target(baseline=base("2020", "30")), figures, day)
    random.shuffle(figures)
    assert assess(target(baseline=base("2020", "30")), figures, day) == found
    earlier = [one for one in figures if one.known_on <= day]
    assert assess(target(baseline=base("2020", "30")), earlier, day) == found


@given(VALUES, st.sampled_from(["2021", "2022", "2023", "2024"]))
def test_whoever_keeps_the_required_pace_arrives(value: Decimal, iso: str) -> None:
    found = assess(target(baseline=base("2020", "30")), [figure(iso, str(value))], date(2025, 2, 1))
    if found.required_pace is not None and found.period is not None:
        years = 2025 - found.period.last.year
        assert abs(value + found.required_pace * years - 40) < D("0.01")
