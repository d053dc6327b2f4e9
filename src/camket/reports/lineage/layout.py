"""Layout: where each box and arrow of a lineage's picture stands, in pixels."""

from dataclasses import dataclass

from camket.reports.lineage.arrows import Arrow, arrows_of
from camket.reports.lineage.boxes import COLUMN, Gutter, Placed, boxes_of
from camket.reports.lineage.columns import Columns
from camket.reports.lineage.placing import heights, ordered
from camket.reports.lineage.wording import act_words, share_words
from camket.units.lineage import Lineage
from camket.units.register import Register

MARGIN = 24.0
_TITLE = 64.0
_HEADING = 34.0
_ACT_LINE = 15.0
_LEGEND = 52.0
_GAP = 16.0
_GUTTER = 176.0
_LETTER = 6.4
"""Width of a small letter, with room for wide ones."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture."""

    columns: Columns
    width: float
    """Of what is drawn, without the margins."""
    height: float
    body: float
    """Where the boxes begin, below title and headings."""
    lefts: tuple[float, ...]
    gutters: tuple[Gutter, ...]
    boxes: tuple[Placed, ...]
    arrows: tuple[Arrow, ...]


def lay_out(lineage: Lineage, register: Register) -> Layout:
    """The picture of a lineage; the same lineage is always laid out alike."""
    columns = Columns.of(lineage)
    acts = [_acts(lineage, register, index) for index in range(len(columns.days))]
    widths = [_gutter_width(lineage, columns, index, of_day) for index, of_day in enumerate(acts)]
    lefts = [MARGIN]
    for width in widths:
        lefts.append(lefts[-1] + COLUMN + width)
    gutters = tuple(Gutter(lefts[i + 1] - widths[i] / 2, acts[i]) for i in range(len(widths)))
    body = _TITLE + _HEADING + _ACT_LINE * max([len(of_day) for of_day in acts], default=0) + _GAP
    placed = _placed(lineage, register, columns, lefts, body)
    bottom = max(one.bottom for one in placed.values())
    return Layout(
        columns, lefts[-1] + COLUMN - MARGIN, bottom + _LEGEND, body, tuple(lefts), gutters,
        tuple(placed.values()), tuple(arrows_of(lineage, columns, gutters, placed)),
    )  # fmt: skip


def _acts(lineage: Lineage, register: Register, index: int) -> tuple[str, ...]:
    day = Columns.of(lineage).days[index]
    return tuple(dict.fromkeys(act_words(register, move.act) for move in lineage.moves if move.day == day))


def _gutter_width(lineage: Lineage, columns: Columns, index: int, acts: tuple[str, ...]) -> float:
    labels = [share_words(move) for move in lineage.moves if move.day == columns.days[index]]
    # an act may reach over the columns beside it, a share may not
    return max(
        _GUTTER, *(len(label) * _LETTER + 70 for label in labels), *(len(act) * _LETTER - COLUMN for act in acts)
    )


def _placed(
    lineage: Lineage, register: Register, columns: Columns, lefts: list[float], body: float
) -> dict[str, Placed]:
    boxes = boxes_of(lineage, register, columns)
    spans, tall = {one: box.span for one, box in boxes.items()}, {one: box.height for one, box in boxes.items()}
    order = ordered(lineage)
    middles = heights(order, spans, tall, lineage, _GAP)
    return {
        one: Placed(
            boxes[one],
            lefts[spans[one].first],
            body + middles[one] - tall[one] / 2,
            lefts[spans[one].last] + COLUMN - lefts[spans[one].first],
        )
        for one in order
    }
