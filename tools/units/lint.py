"""What a table of units must keep, read back from its rows alone."""

from collections import Counter, defaultdict
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from itertools import pairwise

Row = dict[str, str]
REFORM_EVE = "2025-06-30"
DISTRICT_KINDS = frozenset({"rural_district", "urban_district", "town", "city"})
PROVINCE_KINDS = frozenset({"province", "municipality"})
KINDS = DISTRICT_KINDS | PROVINCE_KINDS | {"commune", "township", "ward", "special_zone"}
MOVES = frozenset({"merge", "split", "transfer", "rename", "level", "reparent", "abolition"})
_FIRST, _LAST = "0000-00-00", "9999-99-99"


def level(kind: str) -> str:
    """The level of a kind, as official counts name it."""
    return (
        "province_level" if kind in PROVINCE_KINDS else "district_level" if kind in DISTRICT_KINDS else "commune_level"
    )


def alive(states: list[Row], day: str) -> list[Row]:
    """The states that hold on ``day``."""
    return [row for row in states if (row["first"] or _FIRST) <= day <= (row["last"] or _LAST)]


def check(units: list[Row], moves: list[Row], acts: list[Row]) -> list[str]:
    """All that is wrong, a sentence each."""
    known = {row["id"] for row in units}
    acted = {row["id"] for row in acts}
    return [*_states(units, known, acted), *_moves(moves, known, acted), *_accounts(units, moves), *_codes(units)]


def _states(units: list[Row], known: set[str], acted: set[str]) -> list[str]:
    by_id = defaultdict(list)
    for row in units:
        by_id[row["id"]].append(row)
    wrong = [f"{row['id']}: {what}" for row in units for what in _state(row, known, acted)]
    for unit, states in by_id.items():
        states.sort(key=lambda row: row["first"] or _FIRST)
        for one, other in pairwise(states):
            if not one["last"] or one["last"] >= other["first"]:
                wrong.append(f"{unit}: states overlap at {other['first']}")
        for row in states:
            parents = by_id.get(row["parent"], [])
            lone = [end for end in (row["first"], row["last"]) if end and parents and not alive(parents, end)]
            wrong += [f"{unit}: parent {row['parent']} does not exist on {end}" for end in lone]
    return wrong


def _state(row: Row, known: set[str], acted: set[str]) -> list[str]:
    """What is wrong with a state by itself."""
    tests = {
        f"unknown parent {row['parent']}": row["parent"] and row["parent"] not in known,
        f"unknown act {row['act']}": row["act"] and row["act"] not in acted,
        f"kind {row['kind']!r}, name {row['name']!r}": row["kind"] not in KINDS or not row["name"],
        f"a {row['kind']} with parent {row['parent']!r}": (row["kind"] in PROVINCE_KINDS) != (not row["parent"]),
        f"a district alive after {REFORM_EVE}": row["kind"] in DISTRICT_KINDS
        and not _FIRST < row["last"] <= REFORM_EVE,
        f"ends {row['last']} before it begins {row['first']}": row["last"] and row["first"] > row["last"],
    }
    return [what for what, failed in tests.items() if failed]


def _moves(moves: list[Row], known: set[str], acted: set[str]) -> list[str]:
    wrong = []
    for row in moves:
        place = f"{row['day']} {row['kind']} {row['from']} -> {row['to']}"
        wrong += [f"{place}: unknown unit {row[end]}" for end in ("from", "to") if row[end] and row[end] not in known]
        if row["act"] not in acted:
            wrong.append(f"{place}: unknown act {row['act']!r}")
        if row["kind"] not in MOVES or (row["kind"] == "abolition") == bool(row["to"]):
            wrong.append(f"{place}: kind and receiver do not fit")
        for column in ("population", "area"):
            try:
                if row[column] and not 0 <= Decimal(row[column]) <= 1:
                    wrong.append(f"{place}: {column} {row[column]} is no share")
            except InvalidOperation:
                wrong.append(f"{place}: {column} {row[column]!r} is no number")
    for column in ("population", "area"):
        sums: defaultdict[tuple[str, str], Decimal] = defaultdict(Decimal)
        for row in moves:
            sums[row["day"], row["from"]] += Decimal(row[column] or 0)
        wrong += [
            f"{day} {unit}: shares of {column} sum to {total}" for (day, unit), total in sums.items() if total > 1
        ]
    return wrong


def _accounts(units: list[Row], moves: list[Row]) -> list[str]:
    """Every end and every beginning has its moves, and none else."""
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for row in units:
        first[row["id"]] = min(first.get(row["id"], _LAST), row["first"] or _FIRST)
        last[row["id"]] = max(last.get(row["id"], _FIRST), row["last"] or _LAST)
    going, coming = defaultdict(list), defaultdict(list)
    for row in moves:
        if row["kind"] in {"merge", "split", "abolition"}:
            going[row["from"]].append(row)
        if row["kind"] in {"merge", "split", "transfer"}:
            coming[row["to"], row["day"]].append(row)
    wrong = []
    for unit, day in last.items():
        rows = going.pop(unit, [])
        wholes = sum(row["part"] == "whole" or row["kind"] == "abolition" for row in rows)
        if (day == _LAST) == bool(rows) or (wholes and len(rows) > 1):
            wrong.append(f"{unit}: ends {day} with {len(rows)} moves, {wholes} of them whole")
        wrong += [f"{unit}: ends {day}, gone {row['day']}" for row in rows if not day < row["day"]]
        if first[unit] != _FIRST and not coming.get((unit, first[unit])):
            wrong.append(f"{unit}: begins {first[unit]} out of nothing")
    return wrong


def _codes(units: list[Row]) -> list[str]:
    """No two units bear one code on one day, looked at on every day on which anything changes."""
    days = sorted({row["first"] for row in units if row["first"]} | {REFORM_EVE})
    wrong = []
    for day in days:
        codes = Counter(row["code"] for row in alive(units, day))
        wrong += [f"{day}: code {code} borne by {count} units" for code, count in codes.items() if count > 1]
    return wrong


def counts(units: list[Row], official: list[Row], since: dict[str, str]) -> tuple[list[str], list[str]]:
    """Official counts against the table: those that differ, and those out of reach of its coverage."""
    province = _provinces(units)
    wrong, beyond = [], []
    for row in official:
        day, where = row["day"], row["province"]
        reach = max(since.values()) if not where else since.get(where, REFORM_EVE)
        found = sum(
            row["kind"] in {state["kind"], level(state["kind"])} and (not where or province(state, day) == where)
            for state in alive(units, day)
        )
        line = f"{day} {where or 'cả nước'} {row['kind']}: {found} in the table, {row['count']} official"
        if day < reach:
            beyond.append(line)
        elif found != int(row["count"]):
            wrong.append(line)
    return wrong, beyond


def _provinces(units: list[Row]) -> Callable[[Row, str], str]:
    """A function that tells the id of the province to which a state belongs on a day."""
    by_id = defaultdict(list)
    for row in units:
        by_id[row["id"]].append(row)

    def code(state: Row, day: str) -> str:
        while state["parent"]:
            state = alive(by_id[state["parent"]], day)[0]
        return state["id"]

    return code
