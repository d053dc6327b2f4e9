"""Curated changes after 2025-07-01, done day by day: so far units only changed name or kind."""

import notes
from backwards import SAME, CuratedError
from history import History, Unit

from sources import Place, split_kind


def do_all(history: History, live: dict[str, Unit], rows: list[dict[str, str]]) -> None:
    """Do all rows, the earliest day first; ``live`` is the map by code and is changed."""
    for row in sorted(rows, key=lambda row: (row["day"], row["to_code"])):
        unit = live.get(row["to_code"])
        if row["kind"] not in SAME or unit is None:
            message = f"{row['']}: only known units can change after 2025-07-01, by rename, level or reparent"
            raise CuratedError(message)
        before = unit.states[-1]
        if row["from_name"] and notes.key(split_kind(row["from_name"])[1]) != notes.key(before.name):
            message = f"{row['']}: {row['to_code']} is {before.name} on the eve, not {row['from_name']}"
            raise CuratedError(message)
        kind, name = split_kind(row["to_name"])
        kind = "municipality" if kind == "city" and len(before.code) == 2 else kind
        parent = live[row["to_parent"]] if row["to_parent"] else before.parent
        history.become(unit, Place(before.code, name, kind, ""), parent, row["day"], row["act"])
        history.change(unit, row["day"], row["act"], row["kind"], row["note"])
