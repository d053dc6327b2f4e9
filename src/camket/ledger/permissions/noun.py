"""Nouns: which fields of a thing say whose it is. The data stands in ``nouns.yml``."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from django.db import models

from camket.vocabulary.yaml_file import load_yaml


class Fields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields that hold ids of units and of bodies standing in one relation to the thing; ``a__b`` for those of related rows."""

    units: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()

    def within(self, field: str) -> "Fields":
        """The same fields as seen from a row that refers to the thing by ``field``."""
        return Fields(_prefixed(field, self.units), _prefixed(field, self.bodies))


class Noun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A noun as ``nouns.yml`` has it, its relations complete; what each key means is said there."""

    relations: Mapping[str, Fields] = {}
    inside: str = ""
    read: str = ""
    whole: bool = False


class Nouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. ``hidden``: models that nobody asks for by themselves, with the reason."""

    nouns: Mapping[str, Noun]
    hidden: Mapping[str, str]


@cache
def load_nouns() -> Nouns:
    """The nouns by model name, read once a process."""
    return load_yaml(Path(__file__).with_name("nouns.yml"), Nouns)


@cache
def noun_of(model: type[models.Model]) -> Noun:
    """The noun of a model. Raises LookupError: a model that is not in the data is a mistake in the program."""
    code = model._meta.model_name or ""
    noun = load_nouns().nouns.get(code)
    if noun is None:
        raise LookupError(
            f"nouns.yml says nothing of {code}: name the fields that say whose it is, or why nobody sees it"
        )
    noun = msgspec.structs.replace(noun, read=noun.read or f"{code}.read")
    if not noun.inside:
        return noun
    outer = noun_of(holder(model, noun.inside))
    inherited = {name: fields.within(noun.inside) for name, fields in outer.relations.items()}
    return msgspec.structs.replace(noun, relations={**inherited, **noun.relations})


def holder(model: type[models.Model], field: str) -> type[models.Model]:
    """The model that ``field`` of ``model`` refers to. Raises LookupError where it refers to none."""
    related = model._meta.get_field(field).related_model
    if isinstance(related, type):
        return related
    raise LookupError(f"{model._meta.model_name}.{field} refers to no other noun")


def values_at(row: models.Model, paths: Iterable[str]) -> frozenset[str]:
    """The ids that stand in the fields of a row and of rows related to it; empty ones say nothing."""
    return frozenset(str(value) for path in paths for value in _walk(row, path.split("__")) if value)


def _walk(value: Any, steps: list[str]) -> Iterator[object]:  # noqa: ANN401 - a field may hold anything
    if value is None or not steps:
        yield value
        return
    following = getattr(value, steps[0]) if _reaches(value, steps[0]) else None
    several = following.all() if isinstance(following, models.Manager) else (following,)
    for one in several:
        yield from _walk(one, steps[1:])


def _reaches(row: models.Model, step: str) -> bool:
    """Whether the step can be taken: a row that is not in the database yet has none that refer to it."""
    return row.pk is not None or not row._meta.get_field(step).auto_created


def _prefixed(field: str, paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{field}__{path}" for path in paths)
