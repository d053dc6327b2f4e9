"""Places: which units and bodies stand in which relation to a thing, read from its fields."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models

from camket.ledger.permissions.action import ANY
from camket.ledger.permissions.noun import Fields, noun_of

type Thing = models.Model | str
"""A row, saved or about to be; or the id of a unit or body where there is no row yet, as when a document comes in."""


@dataclass(frozen=True, slots=True)
class Places:
    """Ids of units, those of the bodies among them, and ids of bodies. ``draft``: only who is at one of them by itself counts."""

    units: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    draft: bool = False


def places_of(thing: Thing) -> Mapping[str, Places]:
    """The places of a thing by relation."""
    if isinstance(thing, str):
        return {ANY: _places([], [], [thing])}
    noun = noun_of(type(thing))
    if noun.whole:
        return {ANY: Places()}
    found = {name: _of_fields(thing, fields) for name, fields in noun.relations.items()}
    found = {name: _or_otherwise(noun.relations[name], places, found) for name, places in found.items()}
    if noun.draft is not None and getattr(thing, noun.draft.flag):
        return {name: Places(found[name].units, found[name].bodies, draft=True) for name in noun.draft.seen_by}
    return found


def _or_otherwise(fields: Fields, places: Places, found: Mapping[str, Places]) -> Places:
    return found[fields.otherwise] if fields.otherwise and not places.units and not places.bodies else places


def _of_fields(row: models.Model, fields: Fields) -> Places:
    return _places(_values(row, fields.units), _values(row, fields.bodies), _values(row, fields.codes))


def _places(units: Iterable[str], bodies: Iterable[str], codes: Iterable[str]) -> Places:
    given = list(codes)
    of_units = {*units, *(code.partition("/")[0] for code in given)}
    of_bodies = {*bodies, *(code for code in given if "/" in code)}
    return Places(frozenset(of_units - {""}), frozenset(of_bodies - {""}))


def _values(row: models.Model, paths: Iterable[str]) -> Iterator[str]:
    """The ids in fields of a row and of rows related to it; empty ones say nothing."""
    return (str(value) for path in paths for value in _walk(row, path.split("__")) if value)


def _walk(value: Any, steps: list[str]) -> Iterator[object]:  # noqa: ANN401 - a field may hold anything
    if value is None or not steps:
        yield value
        return
    following = _step(value, steps[0])
    for one in following.all() if isinstance(following, models.Manager) else (following,):
        yield from _walk(one, steps[1:])


def _step(row: models.Model, step: str) -> object:
    """What a field holds; None where a row is not there, or cannot be, as none refers yet to one that is still to be written."""
    if row.pk is None and row._meta.get_field(step).auto_created:
        return None
    try:
        return getattr(row, step)
    except ObjectDoesNotExist:
        return None
