"""Which unit is asked for: by its id, its official code or a name; never one of several equals."""

from datetime import date

import click

from camket.cli.output import one_line
from camket.cli.units.printing import day_words
from camket.cli.units.refusal import Refused
from camket.units.errors import UnitsError
from camket.units.names import Resolution, Resolver
from camket.units.org_unit import OrgUnit
from camket.units.path import path_of, state_near
from camket.units.places import load_places
from camket.units.register import Register

_MOST_LISTED, _MOST_ALIKE = 20, 5


class Asking:
    """Finds units in a register by whatever the user writes."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.resolver = Resolver(register, load_places())

    def unit(self, asked: str, day: date, within: str | None = None) -> OrgUnit:
        """The one unit meant. Raises Refused where there is none, or several alike: they are listed with their ids."""
        asked = asked.strip()
        if asked in self.register:
            self._tell_of_code(asked, day)
            return self.register[asked]
        holder = self.unit(within, day).id if within else None
        if asked.isdecimal():
            return self._by_code(asked, day)
        found = self.resolver.resolve(asked, on=day, within=holder)
        if found.unit is None:
            raise Refused(self._why(found))
        self._tell_of_others(found)
        return self.register[found.unit]

    def id(self, asked: str | None, day: date) -> str | None:
        """The id of the unit meant, None where none is asked for."""
        return self.unit(asked, day).id if asked else None

    def id_of_name(self, name: str, day: date, within: str | None) -> str:
        """The id of the one unit that a name in a table means. Raises UnitsError, on one line."""
        found = self.resolver.resolve(name, on=day, within=within)
        if found.unit is not None:
            return found.unit
        if not found.candidates:
            near = f"; gần nhất: {', '.join(found.near)}" if found.near else ""
            raise UnitsError(f"không có đơn vị nào là «{name}»{near}")
        alike = "; ".join(self.described(self.register[one.unit], day) for one in found.candidates[:_MOST_ALIKE])
        raise UnitsError(f"«{name}» chưa xác định được là đơn vị nào: {alike}; hãy ghi mã")

    def described(self, unit: OrgUnit, day: date) -> str:
        """A unit on one line: id, full name with those above it, first and last day."""
        life = f"{day_words(unit.first, '…')} – {day_words(unit.last, 'nay')}"
        return one_line(f"{unit.id}: {path_of(self.register, unit, day)} ({life})")

    def _by_code(self, code: str, day: date) -> OrgUnit:
        holders = self._holders(code)
        living = [unit for unit in holders if unit.exists(day)]
        chosen = living or holders
        if len(chosen) == 1:
            return chosen[0]
        if not chosen:
            raise Refused(f"Không có đơn vị nào có mã «{code}» trong danh mục.")
        raise Refused(self._several(code, chosen, day))

    def _holders(self, code: str) -> list[OrgUnit]:
        return [unit for unit in self.register if any(state.code == code for state in unit.states)]

    def _tell_of_code(self, asked: str, day: date) -> None:
        """An id is a code too: say so where others have held it."""
        others = [unit for unit in self._holders(asked) if unit.id != asked]
        if others:
            names = "; ".join(f"{state_near(unit, day).full_name} ({unit.id})" for unit in others)
            click.echo(f"Mã {asked} còn là mã của {one_line(names)}.", err=True)

    def _tell_of_others(self, found: Resolution) -> None:
        others = {one.unit for one in found.candidates} - {found.unit}
        if others and found.unit is not None:
            meant = self.described(self.register[found.unit], found.day)
            click.echo(f"«{one_line(found.name)}» được hiểu là: {meant}.", err=True)
            click.echo(f"Còn {len(others)} đơn vị khác có thể mang tên này; xem bằng: camket units resolve.", err=True)

    def _why(self, found: Resolution) -> str:
        if found.candidates:
            alike = found.candidates[: max(found.equals, 1)]
            return self._several(found.name, [self.register[one.unit] for one in alike], found.day)
        near = f" Có phải là: {'; '.join(found.near)}?" if found.near else ""
        reasons = " ".join(reason.sentence for reason in found.reasons)
        return one_line(f"«{found.name}»: {reasons}{near}")

    def _several(self, asked: str, units: list[OrgUnit], day: date) -> str:
        lines = [f"  {self.described(unit, day)}" for unit in units[:_MOST_LISTED]]
        if len(units) > _MOST_LISTED:
            lines.append(f"  … và {len(units) - _MOST_LISTED} đơn vị nữa")
        advice = "Hãy dùng mã ở đầu dòng, hoặc nêu rõ hơn: tên kèm huyện, tỉnh; --within ĐƠN_VỊ; --on NGÀY."
        head = f"«{one_line(asked)}» chưa xác định được là đơn vị nào:"
        return "\n".join([head, *lines, advice])
