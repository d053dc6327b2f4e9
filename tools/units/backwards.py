"""Curated changes before July 2025, undone day by day from the map of 2025-06-30."""

from collections import defaultdict
from decimal import Decimal

import notes
from history import Flow, History, State, Unit, eve

from sources import Place, split_kind

SAME = frozenset({"rename", "level", "reparent", "code"})
ENDING = frozenset({"merge", "split", "abolition"})
Row = dict[str, str]


class CuratedError(ValueError):
    """A curated row that does not fit the map; the message names file, line and what was found."""


def _fail(row: Row, what: str) -> CuratedError:
    return CuratedError(f"{row['']}: {what}")


def undo_all(history: History, live: dict[str, Unit], rows: list[Row]) -> None:
    """Undo all rows, the latest day first; ``live`` is the map of 2025-06-30 by code and becomes the earliest one."""
    days = defaultdict(list)
    for row in rows:
        days[row["day"]].append(row)
    for day in sorted(days, reverse=True):
        _undo(history, live, days[day])


def _undo(history: History, live: dict[str, Unit], rows: list[Row]) -> None:
    after = dict(live)
    for size in (2, 3, 5):
        level = [row for row in rows if size in (len(row["from_code"]), len(row["to_code"]))]
        _begun(live, after, level)
        _changed(history, live, after, level)
        _ended(history, live, after, level)
        _flows(history, live, after, level)
    _follow_parents(history, live, rows[0]["day"])


def _begins(row: Row) -> bool:
    return (row["kind"] in {"merge", "split"} and row["new"] != "no") or row["new"] == "yes"


def _target(row: Row, after: dict[str, Unit]) -> Unit:
    unit = after.get(row["to_code"])
    if unit is None:
        raise _fail(row, f"no unit {row['to_code']} on {row['day']}")
    kind, name = split_kind(row["to_name"])
    state = unit.states[0]
    if notes.key(name) != notes.key(state.name) or (
        kind != state.kind and {kind, state.kind} != {"city", "municipality"}
    ):
        raise _fail(row, f"{row['to_code']} is {state.kind} {state.name} on {row['day']}, not {row['to_name']}")
    wanted = row["to_parent"]
    if wanted and state.parent and state.parent.states[0].code != wanted and after.get(wanted) is not state.parent:
        raise _fail(row, f"{row['to_code']} belongs to {state.parent.states[0].code} on {row['day']}, not {wanted}")
    return unit


def _begun(live: dict[str, Unit], after: dict[str, Unit], rows: list[Row]) -> None:
    """Take the units that begin on the day off the map."""
    for row in rows:
        if row["kind"] == "abolition" or not _begins(row):
            continue
        unit = _target(row, after)
        unit.states[0].first, unit.states[0].act = row["day"], row["act"]
        if live.get(row["to_code"]) is unit:
            del live[row["to_code"]]


def _changed(history: History, live: dict[str, Unit], after: dict[str, Unit], rows: list[Row]) -> None:
    """Give the units that only changed name, kind, parent or code the state they had on the eve."""
    for row in rows:
        if row["kind"] not in SAME:
            continue
        unit = _target(row, after)
        state = unit.states[0]
        if state.first:
            raise _fail(row, f"{row['to_code']} has two changes, or begins, on {row['day']}")
        state.first, state.act = row["day"], row["act"]
        kind, name = split_kind(row["from_name"]) if row["from_name"] else (state.kind, state.name)
        kind = "municipality" if kind == "city" and len(state.code) == 2 else kind
        code = row["from_code"] or state.code
        parent = _parent(row, live, state.parent)
        unit.states.insert(0, State(code, name, kind, parent, "", eve(row["day"])))
        if code != state.code:
            live[code] = live.pop(state.code)
        shown = {"code": "rename"}.get(row["kind"], row["kind"])
        history.flows.append(Flow(row["day"], row["act"], shown, unit, unit, note=row["note"]))


def _parent(row: Row, live: dict[str, Unit], usual: Unit | None) -> Unit | None:
    if not row["from_parent"]:
        return usual
    if row["from_parent"] not in live:
        raise _fail(row, f"no unit {row['from_parent']} on the eve of {row['day']} for a parent")
    return live[row["from_parent"]]


def _ended(history: History, live: dict[str, Unit], after: dict[str, Unit], rows: list[Row]) -> None:
    """Put the units that ended on the eve back on the map."""
    put: dict[str, str] = {}
    for row in rows:
        if row["kind"] not in ENDING:
            continue
        code, name = row["from_code"], row["from_name"]
        if code in put:
            if put[code] != name:
                raise _fail(row, f"{code} is called {put[code]} and {name} on one day")
            continue
        if code in live:
            raise _fail(row, f"{code} is still {live[code].states[0].name} before {row['day']}")
        kind, short = split_kind(name)
        kind = "municipality" if kind == "city" and len(code) == 2 else kind
        receiver = after[row["to_code"]].states[0].parent if row["to_code"] else None
        unit = history.begin(Place(code, short, kind, ""), _parent(row, live, receiver))
        unit.states[0].last = eve(row["day"])
        live[code], put[code] = unit, name


def share(row: Row, column: str) -> str:
    """A share as a decimal; "2454/9800" is worked out to six places."""
    text = row[column].replace(" ", "")
    if "/" not in text:
        return text
    part, whole = (Decimal(side.replace(",", ".")) for side in text.split("/"))
    return f"{(part / whole).quantize(Decimal('0.000001')).normalize():f}"


def _flows(history: History, live: dict[str, Unit], after: dict[str, Unit], rows: list[Row]) -> None:
    for row in rows:
        if row["kind"] in SAME:
            continue
        source = live.get(row["from_code"])
        if source is None:
            raise _fail(row, f"no unit {row['from_code']} on the eve of {row['day']}")
        kind, name = split_kind(row["from_name"])
        if notes.key(name) != notes.key(source.states[0].name) or (
            len(row["from_code"]) > 2 and kind != source.states[0].kind
        ):
            state = source.states[0]
            raise _fail(row, f"{row['from_code']} is {state.kind} {state.name} on the eve, not {row['from_name']}")
        target = _target(row, after) if row["to_code"] else None
        part = row["part"] or ("whole" if row["kind"] == "merge" else "part") if target else ""
        shares = ("1", "1") if part == "whole" else (share(row, "population"), share(row, "area"))
        history.flows.append(Flow(row["day"], row["act"], row["kind"], source, target, part, *shares, row["note"]))


def _follow_parents(history: History, live: dict[str, Unit], day: str) -> None:
    """Where a parent began on the day and its forerunner had its code, its children belonged to the forerunner."""
    alive = set(live.values())
    for code, unit in sorted(live.items()):
        state = unit.states[0]
        if state.parent is None or state.parent in alive:
            continue
        older = live.get(state.parent.states[0].code)
        if older is None:
            message = f"{code} {state.name} has no parent on the eve of {day}: write from_parent in a reparent row"
            raise CuratedError(message)
        if state.last:
            state.parent = older
            continue
        state.first, state.act = day, state.parent.states[0].act
        unit.states.insert(0, State(state.code, state.name, state.kind, older, "", eve(day)))
        history.change(unit, day, state.act, "reparent")
