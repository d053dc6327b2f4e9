"""Passage: an item while its figures are read, from left to right, every number once."""

from camket.reading.figures.aim import Aimed
from camket.reading.figures.draft import Draft
from camket.reading.figures.number import Number
from camket.reading.figures.phrases import Phrases
from camket.reading.figures.plausible import inside_predicate
from camket.reading.scan import Scan


class Passage:
    """Where reading has come in an item: the number at hand, and how far back and ahead its words may lie.

    ``floor`` is where the figure before ended; ``position`` is where reading has come, past what stands on its own.
    """

    def __init__(
        self, scan: Scan, phrases: Phrases, aimed: Aimed, numbers: list[Number], previous: Draft | None = None
    ) -> None:
        """``numbers`` are the item's; ``previous`` is the last figure of the item before, whose name a following item of its sentence may inherit."""
        self.scan = scan
        self.key = scan.key
        self.phrases = phrases
        self.item = item = aimed.item
        self.aimed = aimed
        self.numbers = numbers
        self.at = 0
        self.floor = self.position = item.start
        self.drafts: list[Draft] = []
        self.previous = previous if previous is not None and previous.item.sentence == item.sentence else None

    @property
    def planned(self) -> bool:
        """Whether the current number is planned: "đã trồng 20 ha, phấn đấu hết năm trồng 50 ha" turns midway."""
        if self.aimed.mode != "planned":
            return False
        at = min(self.at, len(self.numbers) - 1)
        return self.numbers[at].digits >= self.aimed.begins

    def following(self, ahead: int = 1) -> Number | None:
        """The number so many places ahead of the one at hand."""
        at = self.at + ahead
        return self.numbers[at] if at < len(self.numbers) else None

    def bound(self) -> int:
        """Where the number at hand begins, or the item ends."""
        number = self.following(0)
        return self.item.end if number is None else number.start

    def limit(self) -> int:
        """How far what qualifies the number at hand may reach: to the next number, or the item's end."""
        number = self.following()
        return self.item.end if number is None else number.start

    def predicate_limit(self) -> int:
        """As ``limit``, but past numbers that are part of a predicate: "6 xã đạt 19/19 tiêu chí"."""
        numbers, at = self.numbers, self.at + 1
        while at < len(numbers) and inside_predicate(self.key, numbers[at - 1].end, numbers[at]):
            at += 1
        return numbers[at].start if at < len(numbers) else self.item.end
