"""How fast are figures re-stated in DuckDB? Beside a plain group-by over the same rows, and beside pandas.

    python benchmarks/units_restatement.py [--rows 24000000] [--full] [--memory 8GB] [--threads N]

Generated figures of every commune on the map of 2024-12-31 are re-stated on that of 2026-01-01 by the statement that
the package ships, all rules mixed. Two plain group-bys over the same rows stand beside it: by the units as reported
(as many groups as rows), and by the units of the later map written on the rows beforehand (as many groups as the
re-statement has, without its join: the harder measure). Of a sample, every value and refusal is compared with
``camket.units.restatement``, exactly. Needs duckdb; pandas is measured where it is installed.
"""

import argparse
import sys
import tempfile
import time
from datetime import date
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from camket.units.kind import Level
from camket.units.register import Register
from camket.units.restatement import Figure, restate
from camket.units.restatement.apportioning import Rules
from camket.units.restatement.flows_table import STATEMENT, flow_rows, write_flows
from camket.units.restatement.outcome import decimal
from camket.units.table import load_register
from camket.vocabulary.period import Period
from camket.vocabulary.vocabulary import Vocabulary, load_vocabulary

if find_spec("duckdb") is None:
    sys.exit("duckdb is not installed: pip install duckdb")

import duckdb

START, END = date(2024, 12, 31), date(2026, 1, 1)
PERIOD = Period.of_year(2023)
ROWS, FULL = 24_000_000, 240_000_000
PANDAS_ROWS = 2_000_000
INDICATORS = 48
GOAL = 3.0
FLOWS = """
CREATE TABLE flows AS SELECT
    source::unit_id AS source, target::unit_id AS target, quantity::quantity_name AS quantity,
    share::DECIMAL(11, 10) AS share, sources::USMALLINT AS sources, alone::BOOLEAN AS alone, by_share::BOOLEAN AS by_share
FROM read_csv('{file}', delim = '\t', all_varchar = true)
"""
FIGURES = """
CREATE OR REPLACE TABLE figures AS
WITH communes AS (SELECT DISTINCT source AS unit FROM flows),
series AS (SELECT range AS number FROM range({rows} // (SELECT count(*) FROM communes)))
SELECT
    unit, indicator, (number // (SELECT count(*) FROM indicators))::USMALLINT AS period, quantity, rule,
    (hash(unit, number) % 1000000 * (hash(unit, number) % 50 <> 0)::INTEGER / 100)::DECIMAL(18, 4) AS value,
    CASE WHEN rule IN ('ratio', 'weighted_mean') THEN hash(number, unit) % 9000 + 1000 END::DECIMAL(18, 2) AS weight
FROM series JOIN indicators ON place = number % (SELECT count(*) FROM indicators), communes
WHERE hash(unit, number, 1) % 2000 <> 0
"""
PLACED = """
CREATE OR REPLACE TABLE placed AS SELECT flow.target, figure.* FROM figures AS figure
JOIN flows AS flow ON flow.source = figure.unit AND flow.quantity = figure.quantity
"""
PLAIN = "SELECT {unit}, indicator, period, sum(value) AS value, sum(weight) AS weight FROM {rows} GROUP BY ALL"
GIVEN = "SELECT unit::VARCHAR, value, weight FROM figures WHERE period = 0 AND indicator = ?"
ANSWERED = "SELECT unit::VARCHAR, amount, base, refused FROM answer WHERE period = 0 AND indicator = ?"


class Measured(NamedTuple):
    """Seconds of three ways to the same groups."""

    restated: float
    by_reported_unit: float
    by_later_unit: float


def connect(folder: Path, memory: str, threads: int) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(folder / "figures.duckdb")
    connection.execute(f"SET memory_limit = '{memory}'; SET threads = {threads}; SET preserve_insertion_order = false")
    return connection


def prepare(connection: duckdb.DuckDBPyConnection, register: Register, vocabulary: Vocabulary, folder: Path) -> None:
    """The types, the flows and the indicators, as many of each rule as come in the vocabulary's order."""
    write_flows(flow_rows(register, START, END, Level.COMMUNE), folder / "flows.tsv")
    rules = Rules(vocabulary)
    chosen = [code for codes in zip(*_by_rule(vocabulary), strict=False) for code in codes][:INDICATORS]
    for name, values in (
        ("unit_id", [unit.id for unit in register]), ("indicator_code", chosen),
        ("rule_name", ["sum", "ratio", "weighted_mean", "none"]), ("quantity_name", ["population", "area"]),
    ):  # fmt: skip
        connection.execute(f"CREATE TYPE {name} AS ENUM ({', '.join(f"'{value}'" for value in values)})")
    connection.execute(
        "CREATE TABLE indicators (place INTEGER, indicator indicator_code, quantity quantity_name, rule rule_name)"
    )
    for place, code in enumerate(chosen):
        row = [place, code, rules.carried_by(code).value, rules.aggregation(code).rule]
        connection.execute("INSERT INTO indicators VALUES (?, ?, ?, ?)", row)
    connection.execute(FLOWS.replace("{file}", str(folder / "flows.tsv")))


def _by_rule(vocabulary: Vocabulary) -> list[list[str]]:
    codes = list(vocabulary.indicators)
    return [
        [code for code in codes if vocabulary.indicators[code].aggregation.rule == rule][: INDICATORS // 4]
        for rule in ("sum", "ratio", "weighted_mean", "none")
    ]


def generate(connection: duckdb.DuckDBPyConnection, rows: int) -> int:
    """Make the figures: by period, indicator and commune, some of value nothing, one in 2,000 left out. How many."""
    connection.execute(FIGURES.replace("{rows}", str(rows)))
    return len(connection.table("figures"))


def seconds(connection: duckdb.DuckDBPyConnection, query: str, times: int = 3) -> float:
    """Seconds of the processor, all threads together, of the quickest of some runs; the result is kept as a table."""
    found = []
    for _ in range(times):
        connection.execute("DROP TABLE IF EXISTS answer")
        begin = time.process_time()
        connection.execute(f"CREATE TEMP TABLE answer AS {query}")
        found.append(time.process_time() - begin)
    return min(found)


def measure(connection: duckdb.DuckDBPyConnection) -> Measured:
    reported = seconds(connection, PLAIN.format(unit="unit", rows="figures"))
    connection.execute(PLACED)
    later = seconds(connection, PLAIN.format(unit="target", rows="placed"))
    connection.execute("DROP TABLE placed")
    return Measured(seconds(connection, STATEMENT.read_text("utf-8")), reported, later)


def compare(connection: duckdb.DuckDBPyConnection, register: Register, vocabulary: Vocabulary) -> int:
    """Hold the answer of one period against the library's own, value by value; how many were compared."""
    codes = [
        code for (code,) in connection.execute("SELECT indicator::VARCHAR FROM indicators ORDER BY place").fetchall()
    ]
    return sum(_compared(connection, register, vocabulary, code) for code in codes[::3])


def _compared(connection: duckdb.DuckDBPyConnection, register: Register, vocabulary: Vocabulary, code: str) -> int:
    rules = Rules(vocabulary)
    rows = connection.execute(GIVEN, [code]).fetchall()
    restated = restate([figure for row in rows for figure in _figures(rules, code, *row)], register, vocabulary, END)
    here: dict[str, Fraction | None] = {one.unit: one.exact for one in restated.figures if one.indicator == code}
    here |= {one.unit: None for one in restated.refusals if one.indicator == code}
    there = connection.execute(ANSWERED, [code]).fetchall()
    assert len(there) == len(here), f"{code}: {len(there)} units in DuckDB, {len(here)} in the library"
    for unit, amount, base, refused in there:
        scale = (rules.scale(code) or 1) if rules.aggregation(code).rule == "ratio" else 1
        value = None if refused else scale * Fraction(amount) / (Fraction(base) if base is not None else 1)
        assert _same(value, here[unit]), f"{code} of {unit}: {value} ({refused}) in DuckDB, {here[unit]} in the library"
    return len(there)


def _same(one: Fraction | None, other: Fraction | None) -> bool:
    """Equal; a ratio that passed unchanged was rounded to 28 digits when it was reported."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= abs(other) / 10**20


def _figures(rules: Rules, code: str, unit: str, value: object, weight: object) -> list[Figure]:
    """The library's figures of one row: a ratio's numerator and denominator are figures of their own."""
    above = Fraction(str(value))
    below = None if weight is None else decimal(Fraction(str(weight)))
    rule = rules.aggregation(code)
    if rule.numerator is None or rule.denominator is None or below is None:
        return [Figure(unit, code, PERIOD, decimal(above), START, weight=below)]
    ratio = (rules.scale(code) or 1) * above / Fraction(below)
    bases = ((rule.numerator, decimal(above)), (rule.denominator, below))
    return [
        Figure(unit, code, PERIOD, decimal(ratio), START),
        *(Figure(unit, base, PERIOD, given, START) for base, given in bases),
    ]


def beside_pandas(connection: duckdb.DuckDBPyConnection) -> None:
    """Here pandas does the least that re-states sums and bases: a merge, a product, a group-by, in floating point."""
    if find_spec("pandas") is None:
        print("pandas: not installed, not measured")
        return
    rows = generate(connection, PANDAS_ROWS)
    here = seconds(connection, STATEMENT.read_text("utf-8"))
    frame = connection.execute(
        "SELECT unit, indicator, period, quantity, value::DOUBLE AS value, weight::DOUBLE AS weight FROM figures"
    ).df()
    flows = connection.execute("SELECT source AS unit, target, quantity, share::DOUBLE AS share FROM flows").df()
    begin = time.process_time()
    met = frame.merge(flows, on=["unit", "quantity"])
    met["value"] *= met["share"]
    met["weight"] *= met["share"]
    met.groupby(["target", "indicator", "period"], observed=True)[["value", "weight"]].sum()
    there = time.process_time() - begin
    print(f"pandas: {there:.2f} s for {rows:,} rows, DuckDB {here:.2f} s ({there / here:.1f} times as fast)")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rows", type=int, default=ROWS)
    asked.add_argument("--full", action="store_true", help=f"{FULL:,} rows; wants some 40 GB of disk")
    asked.add_argument("--memory", default="8GB")
    asked.add_argument("--threads", type=int, default=2)
    options = asked.parse_args()
    register, vocabulary = load_register(), load_vocabulary()
    with tempfile.TemporaryDirectory() as place:
        connection = connect(Path(place), options.memory, options.threads)
        prepare(connection, register, vocabulary, Path(place))
        rows = generate(connection, FULL if options.full else options.rows)
        took = measure(connection)
        report(rows, took, len(connection.table("answer")))
        print(
            f"compared with the library: {compare(connection, register, vocabulary):,} values and refusals, all equal"
        )
        beside_pandas(connection)
        connection.close()


def report(rows: int, took: Measured, groups: int) -> None:
    ratio = took.restated / took.by_later_unit
    print(
        f"re-stated: {rows:,} figures in {took.restated:.2f} s, {rows / took.restated / 1e6:.1f} million/s, {groups:,} on the new map"
    )
    print(
        f"plain group-by, units as reported: {took.by_reported_unit:.2f} s, ratio {took.restated / took.by_reported_unit:.2f}"
    )
    print(f"plain group-by, later units given: {took.by_later_unit:.2f} s, ratio {ratio:.2f} (goal: at most {GOAL:g})")


if __name__ == "__main__":
    main()
