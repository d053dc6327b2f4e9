"""The table of flows, and its statement in DuckDB held against the library on generated histories."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from histories import BEGINNING, DAYS, histories
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_maps import EVE, REFORM, commune, move, register

from camket.units.kind import Level
from camket.units.move import ChangeKind
from camket.units.register import Register
from camket.units.restatement import Figure, restate
from camket.units.restatement.flows_table import STATEMENT, FlowRow, flow_rows, write_flows
from camket.vocabulary.period import Period
from camket.vocabulary.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
END = DAYS[-1] + timedelta(days=1)
YEAR = Period.of_year(2017)


def test_a_row_says_what_a_target_needs(tmp_path: Path) -> None:
    moves = [move("A", "N", whole=True), move("B", "N", "0.3", kind=ChangeKind.TRANSFER)]
    table = list(flow_rows(register(moves, also=[commune("U")], goes_on="B"), EVE, REFORM, Level.COMMUNE))
    share, rest, whole = Decimal("0.3000000000"), Decimal("0.7000000000"), Decimal("1.0000000000")
    assert sorted(row for row in table if row.quantity == "population") == [
        FlowRow("A", "N", "population", whole, 2, alone=False, by_share=True),
        FlowRow("B", "B", "population", rest, 1, alone=False, by_share=True),
        FlowRow("B", "N", "population", share, 2, alone=False, by_share=True),
        FlowRow("U", "U", "population", whole, 1, alone=True, by_share=False),
    ]
    assert [row.share for row in table if (row.source, row.quantity) == ("B", "area")] == [None, None]
    write_flows(table, tmp_path / "flows.tsv")
    lines = (tmp_path / "flows.tsv").read_text("utf-8").splitlines()
    assert lines[0].split("\t") == ["source", "target", "quantity", "share", "sources", "alone", "by_share"]
    assert len(lines) == len(table) + 1


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), st.data())
def test_the_statement_says_what_the_library_says(map_: Register, data: st.DataObject) -> None:
    duckdb = pytest.importorskip("duckdb")
    figures = _figures(map_, data)
    connection = duckdb.connect()
    connection.execute(
        "CREATE TABLE figures (unit TEXT, indicator TEXT, period INT, quantity TEXT, rule TEXT,"
        " value DECIMAL(18, 4), weight DECIMAL(18, 2));"
        "CREATE TABLE flows (source TEXT, target TEXT, quantity TEXT, share DECIMAL(11, 10), sources INT,"
        " alone BOOLEAN, by_share BOOLEAN)"
    )
    for row in figures:
        connection.execute("INSERT INTO figures VALUES (?, ?, 2017, ?, ?, ?, ?)", row)
    for flow in flow_rows(map_, BEGINNING, END, Level.COMMUNE):
        connection.execute("INSERT INTO flows VALUES (?, ?, ?, ?, ?, ?, ?)", flow)
    answered = connection.execute(STATEMENT.read_text("utf-8")).fetchall()
    there = {
        (unit, indicator): (Fraction(amount) / Fraction(base or 1), estimated)
        for unit, indicator, _, _, amount, base, estimated, refused in answered
        if not refused
    }
    assert there == _by_the_library(map_, figures)


def _figures(map_: Register, data: st.DataObject) -> list[tuple[str, str, str, str, Decimal, Decimal | None]]:
    """A sum by people, one by land, a mean and one without rule; now and then a unit gives none."""
    kinds = (
        ("population", "population", "sum"), ("sown_area", "area", "sum"),
        ("crop_yield", "area", "weighted_mean"), ("poverty_reduction_pp", "population", "none"),
    )  # fmt: skip
    return [
        (unit.id, *kind, Decimal(data.draw(st.integers(1, 99))), Decimal(7) if kind[2] == "weighted_mean" else None)
        for unit in map_.existing(BEGINNING, Level.COMMUNE)
        for kind in kinds
        if data.draw(st.integers(1, 20)) > 1
    ]


def _by_the_library(
    map_: Register, rows: list[tuple[str, str, str, str, Decimal, Decimal | None]]
) -> dict[tuple[str, str], tuple[Fraction, bool]]:
    figures = [
        Figure(unit, indicator, YEAR, value, BEGINNING, weight=weight) for unit, indicator, _, _, value, weight in rows
    ]
    restated = restate(figures, map_, VOCABULARY, END)
    return {(one.unit, one.indicator): (one.exact, one.estimated) for one in restated.figures}
