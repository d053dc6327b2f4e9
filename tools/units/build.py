"""Build the table of units from the packages of sources.txt and the curated files. See README.md beside this file."""

import argparse
import site
import sys
from collections import defaultdict
from pathlib import Path

import backwards
import flows
import forwards
import lint
import reform_2025
import tables
from history import Flow, History, State, Unit

import sources
from sources import Place

HERE = Path(__file__).parent
CURATED = HERE / "curated"
TABLE = HERE.parents[1] / "src/camket/units/table"
UNITS = "id code name kind parent first last act"
MOVES = "day act kind from to part population area note"
ACTS = "id number issuer signed effective title source"
COVERAGE = "province since note"
COUNTS = "day province kind count source"


def maps(root: Path) -> tuple[dict[str, Place], dict[str, Place]]:
    """The maps of 2025-06-30 and 2025-07-01 with the curated names."""
    both = {"before": sources.before(root), "after": sources.after(root)}
    for row in tables.read(CURATED / "names.tsv"):
        place = both[row["map"]][row["code"]]
        kind, name = sources.split_kind(row["name"])
        both[row["map"]][row["code"]] = Place(place.code, name, kind, place.parent)
    return both["before"], both["after"]


def pairs(root: Path, old: dict[str, Place]) -> set[tuple[str, str]]:
    """Who became whom on 2025-07-01, by code, set right by the curated corrections."""
    found = flows.reconcile(old, sources.mapping(root), sources.notes(root))
    believed = found.both | found.only_mapped
    for row in tables.read(CURATED / "corrections_2025.tsv"):
        pair = (row["from_code"], row["to_code"])
        (believed.add if row["verdict"] == "add" else believed.discard)(pair)
    return believed


def history(root: Path) -> History:
    """All units and flows that are known."""
    old, new = maps(root)
    told = History()
    live: dict[str, Unit] = {}
    for code, place in sorted(old.items(), key=lambda item: (len(item[0]), item[0])):
        live[code] = told.begin(place, live.get(place.parent))
    acts = reform_2025.acts_by_commune(sources.notes(root), new)
    after = reform_2025.provinces(told, live, new, sources.province_mapping(root))
    reform_2025.districts(told, live, after, new, acts)
    reform_2025.communes(told, live, after, new, pairs(root, old), acts, _shares())
    reform_2025.end(live, after)
    rows = tables.read_folder(CURATED / "moves")
    forwards.do_all(told, after, [row for row in rows if row["day"] > reform_2025.DAY])
    backwards.undo_all(told, live, [row for row in rows if row["day"] < reform_2025.DAY])
    told.name_ids()
    return told


def _shares() -> dict[tuple[str, str], tuple[str, str]]:
    """Shares of population and area by old and new code, where an act gives them."""
    return {
        (row["from_code"], row["to_code"]): (backwards.share(row, "population"), backwards.share(row, "area"))
        for row in tables.read(CURATED / "shares_2025.tsv")
    }


def _state(unit: Unit, state: State) -> tuple[str, ...]:
    parent = state.parent.id if state.parent else ""
    return (unit.id, state.code, state.name, state.kind, parent, state.first, state.last, state.act)


def _move(flow: Flow) -> tuple[str, ...]:
    target = flow.target.id if flow.target else ""
    ends = (flow.day, flow.act, flow.kind, flow.source.id, target)
    return (*ends, flow.part, flow.population, flow.area, flow.note)


def _coverage() -> list[tuple[str, ...]]:
    """A row a province of 2025-06-30: the earliest day that a curated file gives, and all their notes."""
    known: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in tables.read_folder(CURATED / "coverage"):
        known[row["province"]].append(row)
    codes = [row["province"] for row in tables.read(CURATED / "provinces.tsv")]
    return [
        (
            code,
            min((row["since"] for row in known[code] if row["since"]), default=lint.REFORM_EVE),
            "; ".join(row["note"] for row in known[code] if row["note"]),
        )
        for code in codes
    ]


def table(root: Path) -> dict[str, str]:
    """The files of the table by name."""
    told = history(root)
    columns = ACTS.split()
    moves = [_move(flow) for flow in told.flows]
    used = {row[1] for row in moves}
    acts = {row["id"]: tuple(row[column] for column in columns) for row in tables.read_folder(CURATED / "acts")}
    return {
        "units.tsv": tables.text(UNITS, [_state(unit, state) for unit in told.units for state in unit.states]),
        "moves.tsv": tables.text(MOVES, moves),
        "acts.tsv": tables.text(ACTS, [act for key, act in acts.items() if key in used]),
        "coverage.tsv": tables.text(COVERAGE, _coverage()),
        "official_counts.tsv": tables.text(
            COUNTS, [tuple(row[c] for c in COUNTS.split()) for row in tables.read_folder(CURATED / "official_counts")]
        ),
    }


def rows(text: str) -> list[dict[str, str]]:
    """A table's text as rows by column name."""
    header, *lines = text.splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def problems(files: dict[str, str]) -> list[str]:
    """What the lint finds in a table."""
    units, moves, acts = (rows(files[name]) for name in ("units.tsv", "moves.tsv", "acts.tsv"))
    since = {row["province"]: row["since"] for row in rows(files["coverage.tsv"])}
    wrong, beyond = lint.counts(units, rows(files["official_counts.tsv"]), since)
    for line in beyond:
        print(f"beyond coverage: {line}")
    return lint.check(units, moves, acts) + wrong


def main() -> int:
    """Build, lint, and write or compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, help="folder where the packages of sources.txt are installed")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the table would change")
    options = parser.parse_args()
    try:
        root = sources.find([options.packages] if options.packages else [Path(path) for path in site.getsitepackages()])
        files = table(root)
    except (sources.SourceMissingError, backwards.CuratedError, tables.TableError) as error:
        print(error, file=sys.stderr)
        return 1
    wrong = problems(files)
    for line in wrong[:50]:
        print(line, file=sys.stderr)
    if wrong:
        print(f"{len(wrong)} problems, nothing written", file=sys.stderr)
        return 1
    return _compare(files) if options.check else _write(files)


def _compare(files: dict[str, str]) -> int:
    stale = [name for name, text in files.items() if (TABLE / name).read_text("utf-8") != text]
    print(f"not as built: {', '.join(stale)}" if stale else "as built")
    return int(bool(stale))


def _write(files: dict[str, str]) -> int:
    TABLE.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (TABLE / name).write_text(text, "utf-8", newline="\n")
        print(f"{name}: {text.count(chr(10)) - 1} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
