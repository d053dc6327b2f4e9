"""A table of names resolved at once, what could not be listed beside the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from camket.units.errors import UnitsError
from camket.units.names.reason import Reason
from camket.units.names.resolution import Resolution
from camket.units.names.resolver import Resolver


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row that names a unit; ``within`` and ``about`` are ids or names themselves ("tỉnh Điện Biên")."""

    name: str
    on: date | str
    within: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class ResolvedRow:
    """A row with the one unit that it means."""

    number: int
    row: NamedRow
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A row that means no one unit: why, in Vietnamese, and the nearest names or the equal candidates."""

    number: int
    row: NamedRow
    reason: str
    proposals: tuple[str, ...] = ()
    resolution: Resolution | None = None


@dataclass(frozen=True, slots=True)
class ResolvedTable:
    """The rows resolved and those that failed, each with its number, in order."""

    resolved: tuple[ResolvedRow, ...]
    failed: tuple[FailedRow, ...]


def resolve_table(resolver: Resolver, rows: Iterable[NamedRow], first_number: int = 1) -> ResolvedTable:
    """Resolve each row; none stops the others. ``first_number`` is that of the first row as its reader counts."""
    done = [_resolve(resolver, number, row) for number, row in enumerate(rows, first_number)]
    return ResolvedTable(
        tuple(row for row in done if isinstance(row, ResolvedRow)),
        tuple(row for row in done if isinstance(row, FailedRow)),
    )


def _resolve(resolver: Resolver, number: int, row: NamedRow) -> ResolvedRow | FailedRow:
    try:
        within, about = _id(resolver, row.within, row.on), _id(resolver, row.about, row.on)
        found = resolver.resolve(row.name, on=row.on, within=within, about=about)
    except UnitsError as error:
        return FailedRow(number, row, f"Dòng {number}: {error}")
    if found.unit is not None:
        return ResolvedRow(number, row, found)
    return FailedRow(number, row, f"Dòng {number}: {_why(row, found)}", _proposals(resolver, found), found)


def _id(resolver: Resolver, unit: str | None, on: date | str) -> str | None:
    """The id of a unit given by id or by name. Raises UnitsError where the name means no one unit."""
    if not unit or unit in resolver.register:
        return unit or None
    found = resolver.resolve(unit, on=on)
    if found.unit is None:
        raise UnitsError(f"đơn vị «{unit}» không xác định được; cần mã hoặc tên đầy đủ của một đơn vị.")
    return found.unit


def _why(row: NamedRow, found: Resolution) -> str:
    place = f" trong «{row.within}»" if row.within else ""
    expected = f"Cần tên một đơn vị có thật{place} vào ngày {found.day:%d/%m/%Y}"
    if not found.candidates:
        reason = found.reasons[0] if found.reasons else Reason.UNKNOWN
        return f"«{row.name}»: {reason.sentence} {expected}."
    told = found.candidates[0].reasons
    reason = (
        Reason.AMBIGUOUS if found.equals > 1 else Reason.PATH_UNMET if Reason.PATH_UNMET in told else Reason.NOT_YET
    )
    return f"«{row.name}»: {reason.sentence} {expected}; hãy ghi thêm huyện, tỉnh hoặc mã đơn vị."


def _proposals(resolver: Resolver, found: Resolution) -> tuple[str, ...]:
    if not found.candidates:
        return found.near
    return tuple(resolver.path(candidate.unit, found.day) for candidate in found.candidates[:5])
