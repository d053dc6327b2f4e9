"""Nouns: which fields of a thing say whose it is. The data stands in ``nouns.yml``."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec
from django.db import models

from camket.vocabulary.yaml_file import load_yaml


class Fields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields that hold the ids of those standing in one relation to the thing; what each key means says ``nouns.yml``."""

    units: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    otherwise: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """All the fields."""
        return (*self.units, *self.bodies, *self.codes)

    def within(self, field: str) -> "Fields":
        """The same fields as seen from a row that refers to the thing by ``field``."""
        units, bodies, codes = (_prefixed(field, paths) for paths in (self.units, self.bodies, self.codes))
        return Fields(units, bodies, codes, self.otherwise)


class Draft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """While ``flag`` is set, only those who hold a role on the very unit or body of these relations see the row."""

    flag: str
    seen_by: tuple[str, ...]


class Noun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A noun as ``nouns.yml`` has it, its relations complete; what each key means is said there."""

    relations: Mapping[str, Fields] = {}
    inside: str = ""
    draft: Draft | None = None
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
    """The noun of a model; one that is hidden belongs to the installation as a whole, and cannot be listed.

    Raises LookupError: a model that is not in the data is a mistake in the program.
    """
    code = model._meta.model_name or ""
    noun = load_nouns().nouns.get(code)
    if code in load_nouns().hidden:
        return Noun(whole=True)
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


def _prefixed(field: str, paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{field}__{path}" for path in paths)
