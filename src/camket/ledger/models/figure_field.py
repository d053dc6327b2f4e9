"""The column of figures: decimals kept to their last digit on every database."""

from decimal import Decimal
from typing import Any, cast

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import lookups
from django.db.models.sql.compiler import SQLCompiler

PLACES = 6
"""Digits after the point that a figure may have."""
DIGITS = 30


class FigureField(models.DecimalField):  # type: ignore[type-arg] # Django's fields have types in their stubs alone
    """A decimal figure. SQLite would keep a decimal as a float of 15 digits; here it is text there, and so exact.

    Comparing works on both databases, to a float's precision on SQLite; sums are the work of analytics, on snapshots.
    """

    def __init__(self, verbose_name: str | None = None, **kwargs: Any) -> None:  # noqa: ANN401 - a field takes what Django's takes
        super().__init__(verbose_name, **{**kwargs, "max_digits": DIGITS, "decimal_places": PLACES})

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """Text on SQLite, numeric elsewhere."""
        return "text" if connection.vendor == "sqlite" else f"numeric({DIGITS}, {PLACES})"

    def get_internal_type(self) -> str:
        """A type of its own, so that nobody converts it through a float."""
        return "FigureField"

    def from_db_value(self, value: object, *_: object) -> Decimal | None:
        """Text back to the decimal it was."""
        return None if value is None else Decimal(str(value))


class _Compared(lookups.BuiltinLookup):
    """A comparison by size: on SQLite both sides are made numbers first."""

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        told = self.get_rhs_op(connection, f"CAST({right} AS REAL)")
        return f"CAST({left} AS REAL) {told}", [*left_params, *cast("list[Any]", right_params)]


for _base in (lookups.LessThan, lookups.LessThanOrEqual, lookups.GreaterThan, lookups.GreaterThanOrEqual):
    FigureField.register_lookup(type(f"Figure{_base.__name__}", (_Compared, _base), {}))


def never_above(low: str, high: str) -> models.Q:
    """A condition for the database: the one figure is not above the other, where both are known."""
    return (
        models.Q(**{f"{low}__isnull": True})
        | models.Q(**{f"{high}__isnull": True})
        | models.Q(**{f"{low}__lte": models.F(high)})
    )


def not_below_zero(name: str) -> models.Q:
    """A condition for the database: the figure, where known, is not negative."""
    return models.Q(**{f"{name}__isnull": True}) | models.Q(**{f"{name}__gte": Decimal(0)})
