"""The numbers and bullets that Word draws before list paragraphs, which the file holds only as a recipe."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST_ROMAN = 3999
# Bullets drawn with Symbol or Wingdings have codes of a private area; only their shape matters.
_DASHES = {"\uf02d", "\uf0be", "\u2013", "\u2212"}
_PRIVATE_AREA = ("\ue000", "\uf8ff")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its number format, its template such as ``%1.%2.``, and its first number."""

    style: str
    template: str
    first: int = 1
    gap: str = " "


@dataclass(slots=True)
class Numbering:
    """The lists of a document, counting as the paragraphs are met in order."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    met: set[tuple[str, int]] = field(default_factory=set)

    def label(self, number: str, depth: int) -> str:
        """Count one paragraph of list ``number`` at ``depth`` (from 0) and return what Word draws before it."""
        levels = self.levels.get(self.abstract.get(number, ""), {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._count(number, depth, levels)
        if level.style == "none" and "%" not in level.template:
            return level.template
        if level.style == "bullet":
            return _bullet(level.template) + level.gap
        shown = _fill(level.template, counts, levels)
        return shown + level.gap if shown else ""

    def _count(self, number: str, depth: int, levels: dict[int, Level]) -> dict[int, int]:
        counts = self.counts[self.abstract[number]]
        restart = self.restarts.get(number, {}).get(depth)
        if restart is not None and (number, depth) not in self.met:
            counts.pop(depth, None)
        self.met.add((number, depth))
        first = restart if restart is not None else levels[depth].first
        counts[depth] = counts[depth] + 1 if depth in counts else first
        for above in range(depth):
            counts.setdefault(above, levels[above].first if above in levels else 1)
        for below in range(depth + 1, _LEVELS):
            counts.pop(below, None)
        return counts


def read_numbering(root: _Element | None) -> Numbering:
    """Read the ``w:numbering`` part; None gives a numbering that draws nothing."""
    numbering = Numbering()
    if root is None:
        return numbering
    for abstract in root.iterchildren(f"{W}abstractNum"):
        numbering.levels[abstract.get(f"{W}abstractNumId", "")] = dict(_levels(abstract))
    for num in root.iterchildren(f"{W}num"):
        key = num.get(f"{W}numId", "")
        numbering.abstract[key] = _value(num, "abstractNumId") or ""
        numbering.restarts[key] = dict(_restarts(num))
    return numbering


def _levels(abstract: _Element) -> Iterator[tuple[int, Level]]:
    for level in abstract.iterchildren(f"{W}lvl"):
        style = _value(level, "numFmt") or "decimal"
        gap = "" if _value(level, "suff") == "nothing" else " "
        template = _value(level, "lvlText") or ""
        yield whole(level.get(f"{W}ilvl")), Level(style, template, whole(_value(level, "start"), 1), gap)


def _restarts(num: _Element) -> Iterator[tuple[int, int]]:
    for override in num.iterchildren(f"{W}lvlOverride"):
        start = _value(override, "startOverride")
        if start is not None:
            yield whole(override.get(f"{W}ilvl")), whole(start, 1)


def _value(parent: _Element, tag: str) -> str | None:
    child = parent.find(f"{W}{tag}")
    return None if child is None else child.get(f"{W}val")


def whole(text: str | None, default: int = 0) -> int:
    """Read a small whole number of the file; anything else is ``default``."""
    if text is not None and text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    return default


def _fill(template: str, counts: dict[int, int], levels: dict[int, Level]) -> str:
    for depth in range(_LEVELS):
        if f"%{depth + 1}" in template:
            style = levels[depth].style if depth in levels else "decimal"
            template = template.replace(f"%{depth + 1}", _number(counts.get(depth, 1), style))
    return template


def _number(count: int, style: str) -> str:
    if style in ("upperRoman", "lowerRoman"):
        roman = _roman(count)
        return roman.upper() if style == "upperRoman" else roman
    if style in ("upperLetter", "lowerLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, _LEVELS)
        return letter.upper() if style == "upperLetter" else letter
    if style == "none":
        return ""
    return f"{count:02d}" if style == "decimalZero" else str(count)


def _roman(count: int) -> str:
    if not 0 < count <= _LARGEST_ROMAN:
        return str(count)
    shown = ""
    for value, letters in _ROMAN:
        shown += letters * (count // value)
        count %= value
    return shown


def _bullet(template: str) -> str:
    if template in _DASHES:
        return "-"
    if not template or _PRIVATE_AREA[0] <= template[0] <= _PRIVATE_AREA[1]:
        return "•"
    return template
