"""Units as written after a number: "triệu đồng/người/năm", "con gia súc", "m 2"."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from camket.reading.lexing.patterns import any_of, folded
from camket.vocabulary.folding import fold
from camket.vocabulary.unit import Unit

_MULTIPLIERS = {
    "chục": 10, "trăm": 100, "nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9,
}  # fmt: skip
_MONEY_WORDS = frozenset(fold(word) for word in ("triệu", "tỷ"))
_WORTH = {fold(word): Decimal(worth) for word, worth in _MULTIPLIERS.items()}
_MULTIPLIER = folded(rf" {{0,2}}({any_of(tuple(_MULTIPLIERS))})(?!\w)")
_PER = {
    "người": "người", "đầu người": "người", "khẩu": "người", "nhân khẩu": "người", "lao động": "lao động",
    "hộ": "hộ", "năm": "năm", "tháng": "tháng", "quý": "quý", "ngày": "ngày", "vụ": "vụ", "ha": "ha", "xã": "xã", "thôn": "thôn",
    "bản": "thôn", "kg": "kg", "tấn": "tấn", "m2": "m2", "m3": "m3", "km": "km", "km2": "km2", "lượt": "lượt",
    "vạn dân": "vạn dân", "đảng viên": "người", "cháu": "người", "học sinh": "người", "suất": "suất", "con": "con",
}  # fmt: skip
_PER_CODE = {fold(word): code for word, code in _PER.items()}
_DENOMINATOR = folded(rf" ?/ ?(?:0?1 ?)?({any_of(tuple(_PER))})(?!\w)")
_PER_YEAR = folded(r" (?:mỗi|một|1) (năm|tháng)(?!\w)")
# A bare "triệu" before another noun counts that noun; before these, or at a stop, it is money.
_MONEY_GOES_ON = folded(
    r" {0,2}(?:$|[^\w ]|(?:so|đạt|tăng|giảm|bằng|cho|để|và|trong|từ|đến|vượt|chiếm|là|thì|nhưng|tương|gồm|hỗ|vốn|cao|thấp|nhằm|"
    r"trên|mỗi|một|bình|được|ở|tại|với|do|của|nữa|gấp|trở)(?!\w))"
)


class Measure(msgspec.Struct, frozen=True, gc=False):
    """A unit found after a number: where it ends, its code and what one of it is worth in that unit."""

    end: int
    code: str | None
    worth: Decimal
    quantity: str | None


class Measures:
    """Finds the unit that begins right after a number."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        self._units = units
        self._forms = {fold(words): (unit, worth) for unit in units.values() for words, worth in unit.words.items()}
        # One pattern for each two letters that a unit can begin with: most words after a number begin none.
        self._patterns = {
            opening: _any_whole(form for form in self._forms if opening.startswith(form[:_OPENING]))
            for opening in {form[:_OPENING] for form in self._forms}
        }

    def after(self, key: str, position: int) -> Measure | None:
        """Return the unit written at ``position``, spaces allowed, with its denominators; None where none is."""
        at = position
        if key.startswith(" ", at):
            at += 2 if key.startswith("  ", at) else 1
        opening = key[at : at + _OPENING]
        pattern = self._patterns.get(opening) or self._patterns.get(opening[:1])
        match = pattern.match(key, at) if pattern is not None else None
        multiplied = _MULTIPLIER.match(key, position) if opening in _MULTIPLYING else None
        if multiplied and (match is None or multiplied.end() > match.end()):
            return self._multiplied(key, multiplied)
        if match is None:
            return None
        form = match.group()
        unit, worth = self._forms[form]
        if multiplied and form in _MONEY_WORDS:
            return self._bare_money(key, match.end(), unit, worth)
        return self._with_denominators(key, match.end(), unit, worth)

    def _form(self, key: str, position: int) -> re.Match[str] | None:
        """The words of a unit at ``position``, spaces allowed."""
        at = position
        if key.startswith(" ", at):
            at += 2 if key.startswith("  ", at) else 1
        opening = key[at : at + _OPENING]
        pattern = self._patterns.get(opening) or self._patterns.get(opening[:1])
        return pattern.match(key, at) if pattern is not None else None

    def _multiplied(self, key: str, multiplied: re.Match[str]) -> Measure:
        """ "triệu lượt khách", "nghìn tỷ đồng", "vạn" alone."""
        worth = _WORTH[multiplied.group(1)]
        inner = self.after(key, multiplied.end())
        if inner is not None:
            return replace(inner, worth=inner.worth * worth)
        money = multiplied.group(1) in _MONEY_WORDS
        if money:
            return self._bare_money(key, multiplied.end(), self._units["VND"], worth)
        return Measure(multiplied.end(), None, worth, None)

    def _bare_money(self, key: str, end: int, unit: Unit, worth: Decimal) -> Measure:
        if worth < 10**9:
            inner = self._form(key, end)
            if inner is not None:
                counted = self._with_denominators(key, inner.end(), *self._forms[inner.group()])
                return replace(counted, worth=counted.worth * worth)
            if not _MONEY_GOES_ON.match(key, end) and not _DENOMINATOR.match(key, end):
                return Measure(end, None, worth, None)
        return self._with_denominators(key, end, unit, worth)

    def _with_denominators(self, key: str, end: int, unit: Unit, worth: Decimal) -> Measure:
        code = unit.code
        lead = key[end : end + 1]
        if (key[end + 1 : end + 2] if lead == " " else lead) not in _LEADS:
            return Measure(end, code, worth, unit.quantity)
        for _ in range(3):
            match = _DENOMINATOR.match(key, end) or (_PER_YEAR.match(key, end) if "/năm" not in code else None)
            if match is None:
                break
            code, end = f"{code}/{_PER_CODE[match.group(1)]}", match.end()
        known = self._units.get(code)
        return Measure(end, code, worth, known.quantity if known else "density")


def _any_whole(forms: Iterable[str]) -> re.Pattern[str]:
    """One of ``forms``, the longest first, that no letter makes another word."""
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile("|".join(re.escape(form) + (r"(?!\w)" if form[-1].isalnum() else "") for form in longest_first))


_OPENING = 2
_MULTIPLYING = frozenset(word[:_OPENING] for word in _WORTH)
_LEADS = frozenset("/m1")  # how denominators begin: "/người", "mỗi năm", "1 năm"
