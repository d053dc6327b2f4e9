"""Verifying: whether the history is whole, and the rows are as it tells; both found by reading alone."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from camket.ledger.history.images import Fault, Images, rows_of, said_of
from camket.ledger.history.links import Links
from camket.ledger.history.moment import one_moment
from camket.ledger.models.entry import Entry, Head

_MOST = 100
_ENTRIES_AT_ONCE = 50


class Verdict(NamedTuple):
    """What was found: the last entry with its hash, and what is wrong, the first bad entry first (100 at most)."""

    sequence: int
    head: str
    faults: tuple[Fault, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    def __str__(self) -> str:
        """What is printed, and, when all is well, written into minutes."""
        if self.sound:
            return f"Lịch sử nguyên vẹn: {self.sequence} mục.\nMã đầu chuỗi, có thể ghi vào biên bản: {self.head}"
        return "\n".join(["Lịch sử KHÔNG nguyên vẹn.", *map(str, self.faults)])


def verify(head: str | None = None) -> Verdict:
    """Check the chain, and the rows against it, as of one moment. Writes nothing and holds nobody up.

    ``head``: a hash written down earlier, as in minutes; it must still be in the chain, or its tail was cut off or rewritten.
    Somebody who can write to the database can make a whole new chain: only such a hash shows that.
    """
    with one_moment():
        links = Links()
        faults = [*islice(_faults(links, _tidy(head)), _MOST)]
    faults.sort(key=lambda fault: (fault.sequence is None, fault.sequence or 0))
    return Verdict(links.sequence, links.hash, tuple(faults))


def _tidy(head: str | None) -> str | None:
    """A hash as people copy it from paper: with blanks, in capitals."""
    return "".join(head.split()).lower() if head else None


def _faults(links: Links, known: str | None) -> Iterator[Fault]:
    images = Images()
    found = known is None or known == links.hash
    for entry in Entry.objects.order_by("sequence").iterator(chunk_size=_ENTRIES_AT_ONCE):
        found = found or entry.hash == known
        if wrong := links.wrong(entry):
            yield Fault(entry.sequence, wrong)
        said = said_of(entry)
        links.cleared -= set(_cleared(said, entry.sequence))
        yield from images.add(entry, rows_of(said))
    if wrong := links.wrong_end(Head.objects.filter(pk=1).first()):
        yield Fault(links.sequence + 1, wrong)
    if not found:
        yield Fault(None, f"mã đầu chuỗi đã ghi ({known}) không có trong lịch sử: phần cuối đã bị cắt hoặc viết lại")
    for sequence in sorted(links.cleared):
        yield Fault(sequence, "nội dung đã bị xóa mà không mục nào sau đó ghi việc xóa ấy")
    yield from images.finish()


def _cleared(said: dict[str, Any], before: int) -> Iterator[int]:
    """The earlier entries whose clearing an entry tells of."""
    told = said.get("cleared")
    return (one for one in (told if isinstance(told, list) else ()) if isinstance(one, int) and one < before)
