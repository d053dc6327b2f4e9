"""The laws of re-statement, on generated histories."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from histories import BEGINNING, DAYS, histories
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.units.flows import STAYS, Flows
from camket.units.kind import Level
from camket.units.register import Register
from camket.units.restatement import Cause, Figure, Refusal, RestatedFigure, restate
from camket.units.restatement.restate import Restated
from camket.units.share import ONE, Quantity, Share
from camket.vocabulary.period import Period
from camket.vocabulary.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
ADDED = {"population", "sown_area", "poor_households", "households"}
INDICATORS = (*sorted(ADDED), "poverty_rate", "crop_yield", "poverty_reduction_pp")
YEAR = Period.of_year(2017)
END = DAYS[-1] + timedelta(days=100)
MAPS = (BEGINNING, *DAYS, END)


@st.composite
def reported(
    draw: st.DrawFn, register: Register, days: tuple[date, ...] = (BEGINNING,), *, complete: bool = False
) -> list[Figure]:
    """Figures of the communes, each on the map of one of the days, some left out unless ``complete``, some estimated."""
    figures: dict[tuple[str, str], Figure] = {}
    indicators = draw(st.lists(st.sampled_from(INDICATORS), min_size=1, unique=True))
    gaps = 0 if complete else draw(st.sampled_from([0, 0, 10, 40]))
    for day in days:
        for unit in register.existing(day, Level.COMMUNE):
            for indicator in indicators:
                value, left_out = draw(st.integers(0, 999)), gaps and draw(st.integers(1, 100)) <= gaps
                if not left_out and (unit.id, indicator) not in figures:
                    figures[unit.id, indicator] = Figure(
                        unit.id, indicator, YEAR, Decimal(value) / 4, day, estimated=value % 7 == 0
                    )
    return list(figures.values())


def outcomes(restated: Restated) -> dict[tuple[object, ...], object]:
    """What came of each figure, without the words and the order of parts."""
    found: dict[tuple[object, ...], object] = {}
    every: list[RestatedFigure | Refusal] = [*restated.figures, *restated.refusals]
    for one in every:
        # a figure of a later map waits beside what is on this one
        waits = isinstance(one, Refusal) and one.cause is Cause.LATER_MAP
        key = (one.unit, one.indicator, one.period, one.role, waits)
        assert key not in found, "no unit has two figures of one indicator"
        found[key] = one.cause if isinstance(one, Refusal) else (
            one.exact, one.weight, one.estimated, one.unchanged,
            {(part.figure.unit, part.side, part.share, frozenset(part.acts)) for part in one.parts},
        )  # fmt: skip
    return found


@given(st.data())
def test_onto_the_same_day_changes_nothing(data: st.DataObject) -> None:
    register = data.draw(histories())
    day = data.draw(st.sampled_from(MAPS))
    figures = data.draw(reported(register, (day,)))
    restated = restate(figures, register, VOCABULARY, day)
    assert not restated.refusals
    assert [(one.unit, one.indicator, one.value, one.estimated) for one in restated.figures] == [
        (one.unit, one.indicator, one.value, one.estimated)
        for one in sorted(figures, key=lambda one: [figure.indicator for figure in figures].index(one.indicator))
    ]
    assert all(one.unchanged for one in restated.figures)


@settings(max_examples=150)
@given(st.data())
def test_from_a_to_b_to_c_equals_from_a_to_c(data: st.DataObject) -> None:
    register = data.draw(histories())
    figures = data.draw(reported(register, data.draw(st.sampled_from([(BEGINNING,), (BEGINNING, DAYS[1])]))))
    half, whole = sorted((data.draw(st.sampled_from(MAPS)), data.draw(st.sampled_from(MAPS))))
    by_way = restate(restate(figures, register, VOCABULARY, half), register, VOCABULARY, whole)
    assert outcomes(by_way) == outcomes(restate(figures, register, VOCABULARY, whole))


@given(st.data())
def test_values_written_down_on_the_way_go_on_as_if_never_written(data: st.DataObject) -> None:
    register = data.draw(histories())
    figures = data.draw(reported(register))
    half = restate(figures, register, VOCABULARY, DAYS[1])
    written = restate([one.as_figure() for one in half.figures], register, VOCABULARY, END)
    direct = {(one.unit, one.indicator): one for one in restate(figures, register, VOCABULARY, END).figures}
    for one in written.figures:
        straight = direct[one.unit, one.indicator]
        # A rate that passed whole is what was reported, though its unit was divided on the way and came together again;
        # written down there, it is what its numerator and denominator make, which need not have been the same.
        if straight.unchanged and not one.unchanged:
            continue
        # a ratio or mean that passed unchanged since may have been rounded to be written
        assert abs(one.exact - straight.exact) < Fraction(1, 10**20)


@given(st.data())
def test_a_provinces_sum_is_kept(data: st.DataObject) -> None:
    register = data.draw(histories(endings=False, stated=True))
    figures = [one for one in data.draw(reported(register, complete=True)) if one.indicator in ADDED]
    restated = restate(figures, register, VOCABULARY, data.draw(st.sampled_from(MAPS)))
    before, after = defaultdict[tuple[str, str], Fraction](Fraction), defaultdict[tuple[str, str], Fraction](Fraction)
    for figure in figures:
        before[figure.indicator, _province(register, figure.unit)] += Fraction(figure.value)
    for one in restated.figures:
        after[one.indicator, _province(register, one.unit)] += one.exact
    assert not restated.refusals
    assert before == after


@given(st.data())
def test_no_figure_is_counted_twice(data: st.DataObject) -> None:
    register = data.draw(histories())
    figures = [
        one for one in data.draw(reported(register, (BEGINNING, DAYS[0], DAYS[2]))) if one.indicator == "population"
    ]
    given_away = defaultdict[str, Fraction](Fraction)
    for one in restate(figures, register, VOCABULARY, END).figures:
        for part in one.parts:
            given_away[part.figure.unit] += part.share
    assert all(share <= 1 for share in given_away.values())


@given(histories(), st.sampled_from(MAPS), st.sampled_from(MAPS))
def test_the_shares_out_of_every_unit_make_it_whole(register: Register, one: date, other: date) -> None:
    start, end = sorted((one, other))
    flows = Flows(register, start, end)
    for unit in register.existing(start, Level.COMMUNE):
        for quantity in Quantity:
            assert sum((flow.of(quantity) for flow in flows.out_of(unit.id).values()), Share(())) == ONE


@given(histories(), st.sampled_from(MAPS), st.sampled_from(MAPS), st.sampled_from(MAPS))
def test_flows_compose(register: Register, one: date, two: date, three: date) -> None:
    start, half, end = sorted((one, two, three))
    first, second, direct = Flows(register, start, half), Flows(register, half, end), Flows(register, start, end)
    for unit in register.existing(start, Level.COMMUNE):
        composed: dict[str, tuple[Share, Share]] = {}
        for between, flow in first.out_of(unit.id).items():
            for target, onward in second.out_of(between).items():
                way = flow.then(onward)
                people, land = composed.get(target, (Share(()), Share(())))
                composed[target] = (people + way.population, land + way.area)
        assert composed == {target: (flow.population, flow.area) for target, flow in direct.out_of(unit.id).items()}


@given(st.data())
def test_every_results_parts_recompute_to_it(data: st.DataObject) -> None:
    register = data.draw(histories())
    figures = data.draw(reported(register, (BEGINNING, DAYS[1])))
    for one in restate(figures, register, VOCABULARY, data.draw(st.sampled_from(MAPS))).figures:
        assert one.recomputed() == one.exact
        for part in one.parts:
            assert part.figure in figures
            assert part.contribution == Fraction(part.figure.value) * (
                part.share if part.weight is None else part.weight
            )


@given(histories())
def test_names_and_parents_move_nothing(register: Register) -> None:
    only_names = Register(register, [move for move in register.moves if not move.kind.moves_territory])
    flows = Flows(only_names, BEGINNING, END)
    assert all(flows.out_of(unit.id) == {unit.id: STAYS} for unit in register)


def _province(register: Register, unit: str) -> str:
    return register[unit].latest.parent or ""
