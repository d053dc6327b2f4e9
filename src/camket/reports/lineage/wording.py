"""What the story and the picture of a lineage call things: days, lives, shares, acts, units."""

import re
from datetime import date
from decimal import Decimal

from camket.reports.number import number_words
from camket.units.move import Move
from camket.units.org_unit import OrgUnit, State
from camket.units.path import state_near
from camket.units.register import Register

# What a file cannot hold as text, and what would steer a terminal: never in a name that is right.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TYPES = ("Nghị quyết", "Nghị định", "Quyết định", "Luật", "Sắc lệnh")
_HUNDREDTH = Decimal("0.01")


def clean(text: str) -> str:
    """Text on one line without control characters."""
    return _CONTROLS.sub("\ufffd", " ".join(text.split()))


def day_words(day: date) -> str:
    """A day as it is written: 01/07/2025."""
    return f"{day:%d/%m/%Y}"


def life_words(first: date | None, last: date | None) -> str:
    """From when to when, as far as is known."""
    if first is None:
        return f"đến {day_words(last)}" if last else "ngày thành lập chưa rõ"
    return f"{day_words(first)} – {day_words(last)}" if last else f"từ {day_words(first)}"


def name_words(state: State) -> str:
    """The full name, fit to be shown."""
    return clean(state.full_name)


def parent_words(register: Register, state: State, day: date) -> str:
    """The full name of the unit above on the day; empty for a province or where the table does not know it."""
    if state.parent is None or state.parent not in register:
        return ""
    return name_words(state_near(register[state.parent], day))


def share_words(move: Move) -> str:
    """How much went, of a part: "35 % dân số, 20 % diện tích"; empty where the act does not say."""
    stated = ((move.population, "dân số"), (move.area, "diện tích"))
    return ", ".join(f"{_percent(share)} {of}" for share, of in stated if share is not None and not move.whole)


def act_words(register: Register, act: str | None) -> str:
    """The act with the word for its type: "Nghị quyết 1661/NQ-UBTVQH15"; says so where none is known."""
    if act is None:
        return "chưa rõ văn bản"
    title = register.acts[act].title if act in register.acts else ""
    word = next((word for word in _TYPES if title.startswith(word)), "")
    return clean(f"{word} {act}")


def citation_words(register: Register, act: str | None) -> str:
    """The act in full: with its day and by whom."""
    words = act_words(register, act)
    known = register.acts.get(act) if act else None
    if known is None:
        return words
    signed = f" ngày {day_words(known.signed)}" if known.signed else ""
    issuer = f" của {clean(known.issuer)}" if known.issuer else ""
    return words + signed + issuer


def unit_words(unit: OrgUnit, day: date) -> str:
    """What the unit was called on the day."""
    return name_words(state_near(unit, day))


def listed(words: list[str]) -> str:
    """Several as one phrase: "A, B và C"."""
    return " và ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def _percent(share: Decimal) -> str:
    text = number_words((share * 100).quantize(_HUNDREDTH))
    return text.rstrip("0").rstrip(",") + " %"
