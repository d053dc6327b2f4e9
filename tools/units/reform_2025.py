"""The change of 2025-07-01: 63 provinces to 34, no districts any more, 10,035 communes to 3,321."""

from collections import defaultdict

from history import Flow, History, Unit

from sources import Note, Place

DAY = "2025-07-01"
PROVINCES = "202/2025/QH15"
DISTRICTS = "203/2025/QH15"


def _by_target(pairs: set[tuple[str, str]]) -> dict[str, list[str]]:
    found = defaultdict(list)
    for source, target in sorted(pairs):
        found[target].append(source)
    return found


def provinces(
    history: History, live: dict[str, Unit], new: dict[str, Place], pairs: set[tuple[str, str]]
) -> dict[str, Unit]:
    """Provinces of 2025-07-01 by code: eleven go on, the others are new."""
    after = {}
    for code, sources in _by_target(pairs).items():
        if sources == [code]:
            after[code] = live[code]
            continue
        after[code] = history.begin(new[code], None, DAY, PROVINCES)
        for source in sources:
            history.flows.append(Flow(DAY, PROVINCES, "merge", live[source], after[code], "whole", "1", "1"))
    return after


def districts(
    history: History, live: dict[str, Unit], after: dict[str, Unit], new: dict[str, Place], acts: dict[str, str]
) -> None:
    """End all districts. Those without communes became special zones of the same name."""
    filled = {unit.states[-1].parent for unit in live.values()}
    zones = {place.name: code for code, place in new.items() if place.kind == "special_zone"}
    for code, unit in sorted(live.items()):
        if len(code) != 3:
            continue
        if unit in filled:
            history.flows.append(Flow(DAY, DISTRICTS, "abolition", unit, None))
            continue
        zone = zones[unit.states[-1].name]
        after[zone] = history.begin(new[zone], after[new[zone].parent], DAY, acts[zone])
        note = "huyện không có đơn vị cấp xã thành đặc khu"
        history.flows.append(Flow(DAY, acts[zone], "merge", unit, after[zone], "whole", "1", "1", note))


def communes(
    history: History,
    live: dict[str, Unit],
    after: dict[str, Unit],
    new: dict[str, Place],
    pairs: set[tuple[str, str]],
    acts: dict[str, str],
    shares: dict[tuple[str, str], tuple[str, str]],
) -> None:
    """Make the new communes and say who became whom.

    A commune made of nothing but one old commune of its code is that commune going on, even where the old one lost a part.
    """
    receivers = defaultdict(list)
    for source, target in sorted(pairs):
        receivers[source].append(target)
    for code, sources in sorted(_by_target(pairs).items()):
        if sources == [code]:
            _go_on(history, live[code], new[code], after[new[code].parent], acts[code])
            after[code] = live[code]
        else:
            after[code] = history.begin(new[code], after[new[code].parent], DAY, acts[code])
    for source, targets in sorted(receivers.items()):
        goes_on = after.get(source) is live[source]
        for target in targets:
            if goes_on and target == source:
                continue
            kind = "transfer" if goes_on else "merge" if len(targets) == 1 else "split"
            whole = ("whole", "1", "1") if kind == "merge" else ("part", *shares.get((source, target), ("", "")))
            history.flows.append(Flow(DAY, acts[target], kind, live[source], after[target], *whole))


def _go_on(history: History, unit: Unit, place: Place, parent: Unit, act: str) -> None:
    before = unit.states[-1]
    history.become(unit, place, parent, DAY, act)
    if before.kind != place.kind:
        history.change(unit, DAY, act, "level")
    if before.name != place.name:
        history.change(unit, DAY, act, "rename")
    history.change(unit, DAY, DISTRICTS, "reparent")


def end(live: dict[str, Unit], after: dict[str, Unit]) -> None:
    """Close the last states of all that did not go on."""
    kept = set(after.values())
    for unit in live.values():
        if unit not in kept:
            unit.states[-1].last = "2025-06-30"


def acts_by_commune(notes: dict[str, Note], new: dict[str, Place]) -> dict[str, str]:
    """The act by which each commune of 2025-07-01 was made; one a province, the notes of some name only a later act."""
    of_province: dict[str, str] = {}
    for code, note in notes.items():
        if note.signed == "2025-06-16":
            of_province.setdefault(new[code].parent, note.act)
    return {code: of_province[place.parent] for code, place in new.items() if place.parent}
