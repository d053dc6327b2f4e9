"""The register of units and bodies that an installation works with: the packaged one with its own additions.

Own additions are ``units.tsv``, ``moves.tsv``, ``acts.tsv`` and ``bodies.tsv`` in the folder ``units`` of the home.
"""

from datetime import date
from functools import cache
from pathlib import Path

from camket.ledger.errors import InvalidError
from camket.ledger.place import home
from camket.units.bodies.body_register import BodyRegister
from camket.units.bodies.body_type import NATION
from camket.units.bodies.load import load_bodies
from camket.units.closure import heirs
from camket.units.path import state_near
from camket.units.register import Register
from camket.units.table import PACKAGED, load_register, read_register

_WORDS = "%d/%m/%Y"


def units() -> Register:
    """The units; read once a home. Raises TableError, which names file and line."""
    return _read(home() / "units").units


def bodies() -> BodyRegister:
    """The bodies of those units. Raises TableError, which names file and line."""
    return _read(home() / "units")


@cache
def _read(own: Path) -> BodyRegister:
    if not own.is_dir():
        return load_bodies(load_register())
    return load_bodies(read_register(PACKAGED, own), own)


def check_unit(unit: str, day: date) -> None:
    """Nothing where the unit existed on ``day``, or stands for the whole country. Raises InvalidError, which says what is."""
    if unit == NATION:
        return
    if unit not in units():
        raise InvalidError(f"không có đơn vị nào có mã «{unit}»; hãy tra mã bằng: camket units resolve TÊN")
    found = units()[unit]
    if not found.exists(day):
        name = f"{state_near(found, day).full_name} ({unit})"
        raise InvalidError(f"ngày {day:{_WORDS}} không có {name}: {_life(found.first, found.last)}{_heirs(unit)}")


def check_body(body: str, unit: str, day: date) -> None:
    """Nothing where ``unit`` had the body on ``day``. Raises InvalidError."""
    if body not in bodies():
        raise InvalidError(
            f"không có cơ quan nào có mã «{body}»; mã viết là MÃ_ĐƠN_VỊ/loại, như 11/department_of_finance"
        )
    found = bodies()[body]
    if found.unit != unit:
        raise InvalidError(f"{found.name} ({body}) thuộc đơn vị {found.unit}, không thuộc {unit}; hãy sửa đơn vị")
    if not found.exists(day):
        raise InvalidError(f"ngày {day:{_WORDS}} không có {found.name} ({body}): {_life(found.first, found.last)}")


def name_of(unit: str, body: str = "") -> str:
    """What a unit, or a body of it, is called now or was called last; the id where the register does not know it."""
    if body:
        return bodies()[body].name if body in bodies() else body
    if unit == NATION:
        return "cả nước"
    return units()[unit].latest.full_name if unit in units() else unit


def _life(first: date | None, last: date | None) -> str:
    begun = f"có từ {first:{_WORDS}}" if first else ""
    ended = f"có đến hết {last:{_WORDS}}" if last else ""
    return ", ".join(filter(None, (begun, ended)))


def _heirs(unit: str) -> str:
    found = (units()[one] for one in heirs(units(), units()[unit]))
    named = "; ".join(f"{one.latest.full_name} ({one.id})" for one in found)
    return f"; kế thừa: {named}" if named else ""
