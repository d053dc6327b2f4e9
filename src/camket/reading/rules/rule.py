"""A rule: what it is called, what it looks for in words a person can read, and what it makes."""

from dataclasses import dataclass

from camket.reading.statements import Statement


@dataclass(frozen=True, slots=True)
class Rule:
    """``name`` is written into every statement the rule makes; ``pattern`` is for people, ``make`` the kind made."""

    name: str
    pattern: str
    make: type[Statement]
