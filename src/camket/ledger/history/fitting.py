"""Fitting: what one database would cut, round or refuse and the other keep is refused before either sees it."""

import json
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from camket.ledger.errors import InvalidError
from camket.ledger.history.canonical import plain

_GREATEST = {
    "SmallIntegerField": 2**15, "PositiveSmallIntegerField": 2**15, "IntegerField": 2**31, "PositiveIntegerField": 2**31,
    "BigIntegerField": 2**63, "PositiveBigIntegerField": 2**63, "AutoField": 2**31, "BigAutoField": 2**63,
}  # fmt: skip


def fit(row: models.Model, names: frozenset[str] | None = None) -> None:
    """Raise InvalidError where a field of ``names``, all by default, holds what not both databases can keep as it is."""
    for field in row._meta.concrete_fields:
        if names is not None and not names & {field.name, field.attname}:
            continue
        if wrong := _wrong(field, getattr(row, field.attname)):
            raise InvalidError(f"{row._meta.verbose_name}, mục «{field.verbose_name}»: {wrong}")


def _wrong(field: "models.Field[Any, Any]", given: object) -> str | None:
    try:
        value = field.to_python(given)
    except ValidationError as error:
        return f"{given!r} không ghi được: {'; '.join(error.messages)}"
    if isinstance(value, str):
        return _wrong_text(field, value)
    if isinstance(value, Decimal):
        return _wrong_number(field, value)
    if isinstance(value, int):
        beyond = _GREATEST.get(field.get_internal_type(), 2**63)
        return None if -beyond <= value < beyond else f"{value} quá lớn."
    if isinstance(value, list | dict):
        return _wrong_text(field, json.dumps(value, ensure_ascii=False).replace("\\u0000", "\0"))
    return None


def _wrong_text(field: "models.Field[Any, Any]", value: str) -> str | None:
    if field.max_length is not None and len(value) > field.max_length:
        return f"dài {len(value)} chữ; nhiều nhất là {field.max_length}."
    if "\0" in value:
        return "có ký tự rỗng (NUL); hãy bỏ đi."
    try:
        value.encode()
    except UnicodeEncodeError as error:
        return f"có ký tự hỏng ở vị trí {error.start + 1}; hãy gõ lại."
    return None


def _wrong_number(field: "models.Field[Any, Any]", value: Decimal) -> str | None:
    if not isinstance(field, models.DecimalField) or field.decimal_places is None or field.max_digits is None:
        return None
    if value and value.adjusted() >= field.max_digits - field.decimal_places:
        return f"{value} quá lớn."
    if len(str(plain(value)).partition(".")[2]) > field.decimal_places:
        return f"{value} có hơn {field.decimal_places} chữ số sau dấu phẩy."
    return None
