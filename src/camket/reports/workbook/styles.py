"""The looks of cells. Number formats carry Vietnam's locale, so 1234.5 shows as 1.234,5 wherever that is honoured."""

from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

FONT = {"font_name": "Arial", "font_size": 10, "font_scheme": "none"}
_SMALL = 9
_ACCENT = "#1F4E79"
_LINE = "#C9D1DA"
_FILL_IN = "#FFF8E1"
_LOCALE = "[$-42A]"
_MOST_DECIMALS = 6


class Styles:
    """Formats of one workbook, made when first asked for."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def make(self, **properties: Any) -> Format:  # noqa: ANN401 -- XlsxWriter's properties are of many types
        """A format with the workbook's font and these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format({**FONT, **properties})
        return self._made[key]

    def heading(self) -> Format:
        """The head of a column."""
        return self.make(
            bold=True, font_color="#FFFFFF", bg_color=_ACCENT, border=1, border_color=_ACCENT, text_wrap=True,
            align="center", valign="vcenter",
        )  # fmt: skip

    def text(self, *, guarded: bool = False) -> Format:
        """Wrapped text; ``guarded`` keeps Excel from taking it for a formula when somebody edits the cell."""
        return self._cell(text_wrap=True, **({"quote_prefix": True} if guarded else {}))

    def sentence(self, *, guarded: bool = False) -> Format:
        """The sentence around a statement, a size smaller."""
        return self._cell(text_wrap=True, font_size=_SMALL, **({"quote_prefix": True} if guarded else {}))

    def number(self, value: Decimal | int, *, signed: bool = False) -> Format:
        """A number with as many decimals as were printed."""
        digits = f"#,##0{_decimals(value)}"
        number_format = _LOCALE + (f"+{digits};{_LOCALE}-{digits};0" if signed else digits)
        return self._cell(num_format=number_format, align="right", indent=1)

    def count(self) -> Format:
        """A small whole number: a rank, a count."""
        return self._cell(align="center")

    def day(self) -> Format:
        """A date as it is written in Vietnam."""
        return self._cell(num_format="dd/mm/yyyy", align="center")

    def filled_in(self) -> Format:
        """Where the office writes."""
        return self._cell(text_wrap=True, bg_color=_FILL_IN)

    def overdue(self) -> Format:
        """A day that has passed undone."""
        return self._workbook.add_format({"font_color": "#9C0006", "bg_color": "#FFD9D6", "bold": True})

    def attention(self) -> Format:
        """A check that needs a look."""
        return self._workbook.add_format({"font_color": "#7A4100", "bg_color": "#FFE9C7", "bold": True})

    def title(self) -> Format:
        """The sheet's title."""
        return self.make(bold=True, font_size=16, font_color=_ACCENT)

    def section(self) -> Format:
        """The title of a block."""
        return self.make(bold=True, font_size=12, font_color=_ACCENT, bottom=2, bottom_color=_ACCENT)

    def quiet(self) -> Format:
        """A remark."""
        return self.make(font_color="#5B6570", italic=True)

    def link(self) -> Format:
        """A link to another sheet."""
        return self._cell(font_color="#0B57A4", underline=1, text_wrap=True)

    def plain_run(self) -> Format:
        """What stands around a statement in its sentence."""
        return self.make(font_size=_SMALL, font_color="#444C55")

    def strong_run(self) -> Format:
        """The statement in its sentence."""
        return self.make(font_size=_SMALL, bold=True)

    def _cell(self, **properties: Any) -> Format:  # noqa: ANN401 - what the writer takes has no types
        return self.make(**{"valign": "top", "border": 1, "border_color": _LINE, **properties})


def _decimals(value: Decimal | int) -> str:
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    digits = min(_MOST_DECIMALS, -exponent) if isinstance(exponent, int) and exponent < 0 else 0
    return "." + "0" * digits if digits else ""
