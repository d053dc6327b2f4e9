"""The index of names: every state a unit ever had, found by the key of its name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from camket.units.names.forms import load_forms
from camket.units.names.spelling import Spelled, spelled
from camket.units.org_unit import OrgUnit, State
from camket.units.places import Place


class Entry(NamedTuple):
    """A state under a name, or a place; ``shape`` is that of the name."""

    unit: OrgUnit
    state: State
    shape: str


class NameIndex:
    """Entries by the key of their names; one look-up a name."""

    def __init__(self, units: Iterable[OrgUnit]) -> None:
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        known: dict[str, Spelled] = {}
        for unit in units:
            for state in unit.states:
                name = known.get(state.name) or known.setdefault(state.name, spelled(state.name))
                self._entries[name.key].append(Entry(unit, state, name.shape))

    def __getitem__(self, key: str) -> list[Entry]:
        """The entries of a key; none where no unit was ever called so."""
        return self._entries.get(key, [])

    def keys(self) -> Iterator[str]:
        """All keys."""
        return iter(self._entries)


class PlaceIndex:
    """Places by the keys of their names, with and without the word of their kind."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places: dict[str, list[Place]] = defaultdict(list)
        forms = load_forms()
        for place in places:
            words = forms.place_kinds(place.kind)
            for key in {spelled(f"{word} {place.name}").key for word in ("", *words)}:
                self._places[key].append(place)

    def __getitem__(self, name: str) -> list[Place]:
        """The places of a name as written, with or without the word of their kind."""
        return self._places.get(spelled(name).key, [])
