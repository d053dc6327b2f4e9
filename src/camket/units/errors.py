"""What can be wrong with a table, a name or a day: said in Vietnamese, for the person at the screen."""

from pathlib import Path


class UnitsError(ValueError):
    """Anything that the room of units refuses. The message is in Vietnamese and says what to do."""


class TableError(UnitsError):
    """A line of a table that cannot be so."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        """``line`` counts from 1, the header included."""
        super().__init__(f"{path.name}, dòng {line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class UnknownUnitError(UnitsError):
    """An id or a name that no unit has."""


class NoSuchDayError(UnitsError):
    """A day on which the table cannot answer: not a date, or before its horizon."""
