"""The nouns of the ledger by name: all whose rows stand in the history."""

from functools import cache

from django.apps import apps
from django.db import models

from camket.ledger.models.kept import Kept

_AT_ONCE = 500


@cache
def kept_models() -> tuple[type[Kept], ...]:
    """All nouns whose rows stand in the history."""
    return tuple(model for model in apps.get_app_config("ledger").get_models() if issubclass(model, Kept))


@cache
def model_of(noun: str) -> type[Kept] | None:
    """The noun of this name, as entries write it; None where the program has none."""
    return next((model for model in kept_models() if model._meta.model_name == noun), None)


def rows_at_once(model: type[Kept]) -> int:
    """How many rows are held in memory at once: those with the bytes or the text of a document one by one, as they are large."""
    heavy = getattr(model, "digested", None) or any(map(is_bytes, model._meta.concrete_fields))
    return 1 if heavy else _AT_ONCE


def is_bytes(field: object) -> bool:
    """Whether a field holds bytes."""
    return isinstance(field, models.BinaryField)
