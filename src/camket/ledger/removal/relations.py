"""Relations: which nouns refer to which, asked of the models themselves, so that a new noun is removed as the others are."""

from functools import cache
from graphlib import TopologicalSorter

from django.db.models import ForeignKey

from camket.ledger.history.nouns import kept_models
from camket.ledger.models.kept import Kept
from camket.ledger.models.sourced import Sourced

type Relation = tuple[type[Kept], str]
"""A noun, and the field of it that refers to another."""


@cache
def parts_of(model: type[Kept]) -> tuple[Relation, ...]:
    """The nouns whose rows are nothing without a row of ``model``, and have no source of their own."""
    return tuple(
        (one, field) for one, field, optional in _referring(model) if not optional and not issubclass(one, Sourced)
    )


@cache
def loose_ends_of(model: type[Kept]) -> tuple[Relation, ...]:
    """The nouns whose rows may refer to a row of ``model``, or to none."""
    return tuple((one, field) for one, field, optional in _referring(model) if optional)


@cache
def referring_first() -> tuple[type[Kept], ...]:
    """All nouns, each before those that it refers to."""
    sorter = TopologicalSorter({
        model: {one for one, _, _ in _referring(model) if one is not model} for model in kept_models()
    })  # fmt: skip
    return tuple(sorter.static_order())


def _referring(model: type[Kept]) -> list[tuple[type[Kept], str, bool]]:
    return [
        (one, field.name, field.null)
        for one in kept_models()
        for field in one._meta.concrete_fields
        if isinstance(field, ForeignKey) and field.related_model is model
    ]
