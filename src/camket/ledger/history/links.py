"""Links: whether each entry holds to the one before, and says what it said when it was made."""

from datetime import datetime

from camket.ledger.history.chain import BEGINNING, digest_of, hash_of
from camket.ledger.models.entry import Entry, Head


class Links:
    """A walk along the chain, entry by entry in their order."""

    def __init__(self) -> None:
        self.sequence = 0
        self.hash = BEGINNING
        # Entries whose payload is cleared, until a later entry is found that tells of it.
        self.cleared: set[int] = set()

    def wrong(self, entry: Entry) -> str | None:
        """What is wrong with the next entry, in Vietnamese; None where nothing is."""
        wrong = self._wrong_place(entry) or _wrong_inside(entry) or self._wrong_before(entry)
        self.sequence, self.hash = entry.sequence, entry.hash
        if entry.payload is None:
            self.cleared.add(entry.sequence)
        return wrong

    def _wrong_place(self, entry: Entry) -> str | None:
        expected = self.sequence + 1
        if entry.sequence == expected:
            return None
        lost = f"{expected}" if entry.sequence == expected + 1 else f"{expected}-{entry.sequence - 1}"
        return f"mục {lost} đã mất khỏi lịch sử"

    def _wrong_before(self, entry: Entry) -> str | None:
        return None if entry.previous == self.hash else f"không nối vào mục trước (mục {self.sequence})"

    def wrong_end(self, head: Head | None) -> str | None:
        """What is wrong with the head, once all entries were passed."""
        if head is None:
            return "không có đầu chuỗi; sổ chưa được khởi tạo, hoặc đầu chuỗi đã bị xóa"
        if head.sequence > self.sequence:
            return f"đầu chuỗi ghi mục {head.sequence}, nhưng lịch sử dừng ở mục {self.sequence}: phần cuối đã bị cắt"
        if head.sequence < self.sequence:
            return (
                f"đầu chuỗi ghi mục {head.sequence}, nhưng lịch sử có đến mục {self.sequence}: có mục ghi thêm bằng tay"
            )
        return None if head.hash == self.hash else f"đầu chuỗi không phải là mã của mục {self.sequence}"


def _wrong_inside(entry: Entry) -> str | None:
    # What SQLite cannot read as a time comes as None.
    if not isinstance(entry.at, datetime) or entry.hash != hash_of(
        entry.sequence, entry.change, entry.previous, entry.actor, entry.at, entry.verb, entry.digest
    ):
        return "thứ tự, người làm, lúc làm, việc làm hoặc mã của mục đã bị sửa"
    if entry.payload is not None and digest_of(entry.salt, entry.payload) != entry.digest:
        return "nội dung của mục đã bị sửa"
    return None
