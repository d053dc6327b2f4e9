"""Units and bodies that statements name by id: known, and there on the day."""

from collections.abc import Iterable
from datetime import date

from camket.ledger.accept.reading import invalid
from camket.ledger.models.statement import Statement
from camket.ledger.register import bodies
from camket.units.bodies import Body
from camket.units.bodies.body_type import NATION
from camket.units.org_unit import OrgUnit


def existing(statement: Statement, field: str, code: str | None, *days: date | None) -> str:
    """``code``, the id of a unit or body, where it was there on one of the ``days``; empty where there is none.

    Days that are not known are not asked about. Raises InvalidError that names the field.
    """
    if not code:
        return ""
    found = _found(code)
    if found is None:
        raise invalid(statement, f"{field}: không có đơn vị, cơ quan nào có mã «{code}» trong danh mục; hãy sửa mã")
    asked = [day for day in days if day is not None]
    if found != NATION and asked and not _there(found, asked):
        raise invalid(
            statement, f"{field}: {_told(found)} không tồn tại vào ngày {asked[0]:%d/%m/%Y}; hãy chọn đơn vị khác"
        )
    return code


def lives(code: str, day: date) -> bool:
    """Whether the unit or body of an id is there on ``day``; not, where the register does not know it."""
    found = _found(code)
    return found is not None and (found == NATION or _there(found, [day]))


def _found(code: str) -> OrgUnit | Body | str | None:
    if code == NATION:
        return NATION
    known = bodies()
    table = known if "/" in code else known.units
    return table[code] if code in table else None  # noqa: SIM401 - registers are no dictionaries


def _there(found: OrgUnit | Body | str, days: Iterable[date]) -> bool:
    return isinstance(found, str) or any(found.exists(day) for day in days)


def _told(found: OrgUnit | Body | str) -> str:
    if isinstance(found, str):
        return found
    name = found.name if isinstance(found, Body) else found.latest.full_name
    days = [f"từ {found.first:%d/%m/%Y}" if found.first else "", f"đến {found.last:%d/%m/%Y}" if found.last else ""]
    span = " ".join(one for one in days if one)
    return f"{name} ({span})" if span else name
