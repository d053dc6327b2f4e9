"""Bodies: reading the names of committees, departments and units where a sentence addresses or quotes them."""

import re
from collections.abc import Iterable

import msgspec

from camket.reading.lexing.sought import Head
from camket.vocabulary.discourse import BodyNames, load_surnames
from camket.vocabulary.folding import fold

_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴÐ"
# a proper name: capitalised syllables, with the abbreviated level word or a Roman or Arabic number it may carry
PROPER_NAME = re.compile(
    rf"(?:(?:TP|Tp|TX|TT|H|X|P|Q)\.\s?)?[{_UPPER}][\w’']{{0,14}}(?:(?:\s?-\s?|\s)(?:[{_UPPER}][\w’']{{0,14}}|\d{{1,2}}(?![\d/.,%])))"
    rf"{{0,6}}(?!\w)"
)
PERSON_NAME = re.compile(
    rf"[{_UPPER}][^\W\d_]{{0,9}}(?:\s(?:[{_UPPER}][^\W\d_]{{0,9}}|[{_UPPER}]’?[^\W\d_]{{1,9}})){{1,5}}(?!\w)"
)
# heads that are ordinary words too: a body only where a name or complement follows
_WEAK = frozenset(
    (
        *"ban phòng bộ báo bản quĩ đội ngành cục trạm thôn hội tập cơ đơn sở tp".split(),
        "tổ chức", "trung tâm", "thanh tra", "hội đồng", "đơn vị", "cơ quan", "đại biểu", "đảng viên",
        "cán bộ", "công an", "lãnh đạo", "chủ tịch", "giám đốc", "chính quyền", "văn phòng", "thường trực",
        "tư vấn", "bệnh viện",
    )
)  # fmt: skip


class BodyPhrase(msgspec.Struct, frozen=True, gc=False):
    """One body or a list of them, as written; ``rank`` is the highest on the ladder, None where unknown."""

    start: int
    end: int
    rank: float | None


def _alternation(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted({fold(word) for word in words}, key=len, reverse=True))


class BodyReader:
    """Reads body names at a place in a text, by the packaged grammar of names."""

    def __init__(self, names: BodyNames) -> None:
        self._rank = {fold(word): head.rank for head in names.heads for word in head.words}
        self._levels = {fold(word): rank for word, rank in names.levels.items()}
        self._central = re.compile(rf"\s(?:{_alternation(names.central_cities)})(?!\w)")
        self._determiner = Head(rf"(?:{_alternation(names.determiners)})\s+", map(fold, names.determiners))
        self._head = Head(rf"(?:{_alternation(self._rank)})(?!\w)", self._rank)
        self._portfolio = re.compile(rf"\s(?:{_alternation(names.portfolios)})(?!\w)")
        self._complement = re.compile(rf"\s(?:{_alternation(names.complements)})(?!\w)")
        self._surnames = load_surnames()
        self._joint = re.compile(r"\s?[,;/]\s?(?:và\s)?|\s(?:và|cùng|với)\s|\s?&\s?")

    def read(self, text: str, key: str, start: int, end: int) -> BodyPhrase | None:
        """The body, or list of bodies, that starts exactly at ``start``; None where there is none."""
        first = self._one(text, key, start, end)
        if first is None:
            return None
        last, rank = first.end, first.rank
        while joint := self._joint.match(key, last, end):
            following = self._one(text, key, joint.end(), end) or self._of_kind(text, key, first, joint.end(), end)
            if following is None:
                break
            last = following.end
            rank = max((one for one in (rank, following.rank) if one is not None), default=None)
        return BodyPhrase(start, last, rank)

    def each(self, text: str, key: str, start: int, end: int) -> tuple[str, ...]:
        """The bodies of a list that starts at ``start``, one by one, as written."""
        names = []
        one = first = self._one(text, key, start, end)
        while one is not None and first is not None:
            names.append(text[one.start : one.end])
            joint = self._joint.match(key, one.end, end)
            if joint is None:
                break
            one = self._one(text, key, joint.end(), end) or self._of_kind(text, key, first, joint.end(), end)
        return tuple(names)

    def _of_kind(self, text: str, key: str, first: BodyPhrase, start: int, end: int) -> BodyPhrase | None:
        """A field or place alone, after a list has named its kind once: "các Sở: Tài chính, Nội vụ", "các xã: A, B"."""
        if key.find(":", first.start, first.end) < 0:
            return None
        field = self._portfolio.match(key, start - 1, end)
        if field is not None and text[start].isupper():
            return BodyPhrase(start, field.end(), first.rank)
        name = PROPER_NAME.match(text, start, end)
        return BodyPhrase(start, name.end(), first.rank) if name else None

    def read_one(self, text: str, key: str, start: int, end: int) -> BodyPhrase | None:
        """The single body that starts exactly at ``start``; None where there is none."""
        return self._one(text, key, start, end)

    def _one(self, text: str, key: str, start: int, end: int) -> BodyPhrase | None:
        position, determined = start, False
        while determiner := self._determiner.match(key, position, end):
            whole, rest = self._head.match(key, position, end), self._head.match(key, determiner.end(), end)
            if whole and (rest is None or whole.end() > rest.end()):
                break
            position, determined = determiner.end(), True
        head = self._head.match(key, position, end)
        if head is None:
            return self._named_person(text, start, position, end) if determined else None
        last, rank = self._extend(text, key, head, end)
        if last == head.end() and head.group() in _WEAK and not determined:
            return None
        return BodyPhrase(start, last, self._ranked(key, head, last, rank))

    @staticmethod
    def _named_person(text: str, start: int, position: int, end: int) -> BodyPhrase | None:
        name = PERSON_NAME.match(text, position, end)
        return BodyPhrase(start, name.end(), None) if name else None

    def _extend(self, text: str, key: str, head: re.Match[str], end: int) -> tuple[int, float | None]:
        last, rank = head.end(), None
        while True:
            more = self._portfolio.match(key, last, end)
            if more is not None and not text[last + 1].isupper():
                more = None
            more = more or self._complement.match(key, last, end)
            if more is not None:
                level = self._levels.get(more.group().strip())
                rank = rank if rank is not None else level
                last = more.end()
                continue
            if key.startswith(": ", last, end) and (kind := self._after_colon(text, key, last + 1, end)):
                last = kind
                continue
            if last < end and key[last] in " /" and (name := PROPER_NAME.match(text, last + 1, end)):
                level = next((self._levels[w] for w in (fold(name.group()),) if w in self._levels), None)
                rank, last = rank if rank is not None else level, self._place_end(name)
                continue
            return last, rank

    def _after_colon(self, text: str, key: str, blank: int, end: int) -> int | None:
        """Where the first field or place after "các Sở:", "các huyện:" ends; ``blank`` is the blank before it."""
        if not text[blank + 1 : blank + 2].isupper():
            return None
        field = self._portfolio.match(key, blank, end) or PROPER_NAME.match(text, blank + 1, end)
        joint = self._joint.match(key, field.end(), end) if field else None
        return field.end() if field and joint else None

    def _place_end(self, name: re.Match[str]) -> int:
        """Where a unit's name ends before the name of the person who speaks for it ("phường A Nguyễn Văn B")."""
        end = name.start()
        words = name.group().split(" ")
        for index, word in enumerate(words):
            if index and len(words) - index >= 3 and word.lower() in self._surnames:
                return end - 1
            end += len(word) + 1
        return name.end()

    def _ranked(self, key: str, head: re.Match[str], last: int, level: float | None) -> float | None:
        rank = self._rank[head.group()]
        if rank == 3 and self._central.search(key, head.end(), last):
            return 4.0
        return rank if rank is not None else level
