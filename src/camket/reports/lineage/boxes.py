"""Boxes: a unit's box in the picture, the lines of text in it and how large they make it."""

from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from camket.reports.lineage.columns import Columns, Span
from camket.reports.lineage.wording import clean, life_words, name_words, parent_words
from camket.units.lineage import Lineage
from camket.units.org_unit import OrgUnit, State
from camket.units.path import state_near
from camket.units.register import Register

COLUMN = 224.0
"""Width of a column in pixels; the text of a box keeps within its columns and leaves the gutters to the arrows."""
_LETTERS = 22
"""Letters of a name on one line: bold ones are up to 9 pixels wide on the mean of a line."""
_SMALL_LETTERS = 28
_NAME_LINE, _LINE, _PADDING = 18.0, 15.0, 20.0
_PORT = 15.0
"""Between two arrows that begin, or end, at the same side of a box."""


@dataclass(frozen=True, slots=True)
class Block:
    """What a box says in one column: a name, and smaller lines below it."""

    column: int
    name: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """Pixels that the text takes."""
        return len(self.name) * _NAME_LINE + len(self.lines) * _LINE


@dataclass(frozen=True, slots=True)
class Box:
    """A unit's box: where it stands, what it says, how tall it is."""

    unit: OrgUnit
    span: Span
    blocks: tuple[Block, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Gutter:
    """The space before a column: its middle, and the acts of its day, each on a line."""

    middle: float
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with its corner."""

    box: Box
    left: float
    top: float
    width: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.box.height

    @property
    def middle(self) -> float:
        """Halfway down."""
        return self.top + self.box.height / 2

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width


def boxes_of(lineage: Lineage, register: Register, columns: Columns) -> dict[str, Box]:
    """The box of every unit, by id."""
    return {unit.id: _box(unit, lineage, register, columns) for unit in lineage.units}


def _box(unit: OrgUnit, lineage: Lineage, register: Register, columns: Columns) -> Box:
    span = columns.span(unit)
    blocks = tuple(_blocks(unit, span, register, columns))
    others = [move for move in lineage.moves if move.target != move.source]
    ports = max(sum(move.source == unit.id for move in others), sum(move.target == unit.id for move in others))
    text = max(block.height for block in blocks) + _PADDING
    return Box(unit, span, blocks, max(text, ports * _PORT))


def _blocks(unit: OrgUnit, span: Span, register: Register, columns: Columns) -> list[Block]:
    """The whole in the first column; in later ones what has changed."""
    state = state_near(unit, columns.beginning(span.first))
    blocks = [_first(unit, state, span.first, register, columns)]
    for column in range(span.first + 1, span.last + 1):
        day = columns.beginning(column)
        before, state = state, state_near(unit, day)
        name = _wrapped(name_words(state)) if state.full_name != before.full_name else ()
        lines = _small(_parent(register, before, state, day)) if name or state.parent != before.parent else ()
        if name or lines:
            blocks.append(Block(column, name, lines))
    return blocks


def _parent(register: Register, before: State, state: State, day: date) -> str:
    """The unit above; one that bears the name of the one before it is told from that."""
    words = parent_words(register, state, day)
    same = state.parent != before.parent and words == parent_words(register, before, day)
    return f"{words} mới" if same else words


def _first(unit: OrgUnit, state: State, column: int, register: Register, columns: Columns) -> Block:
    parent = parent_words(register, state, columns.beginning(column))
    lines = (*_small(parent), *_small(f"mã {clean(unit.id)}"), *_small(life_words(unit.first, unit.last)))
    return Block(column, _wrapped(name_words(state)), lines)


def _wrapped(name: str) -> tuple[str, ...]:
    return tuple(wrap(name[:1].upper() + name[1:], _LETTERS))


def _small(text: str) -> tuple[str, ...]:
    return tuple(wrap(text, _SMALL_LETTERS))
