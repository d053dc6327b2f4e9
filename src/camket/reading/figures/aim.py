"""Aim: which items speak of figures still to be reached, and which tell what a disaster took."""

import re
from typing import Literal

from msgspec import Struct

from camket.reading.figures.words import load_words
from camket.reading.lexing.patterns import any_of, folded
from camket.reading.lexing.sought import Sought
from camket.reading.scan import Scan
from camket.reading.structure.item import Item
from camket.vocabulary.folding import fold
from camket.vocabulary.period import Period

Mode = Literal["reported", "planned", "loss", "harmed", "silent"]

_WORDS = load_words()
# A plan is announced; "đạt mục tiêu", "so với chỉ tiêu" speak of one that has been tested.
_AIM = Sought(
    r"(?<!\w)(?<!đạt )(?<!với )(?<!vượt )(?<!thành )(?<!hiện )(?<!nỗ lực )(?<!cố gắng )(?<!nhiều )"
    r"(?:phấn đấu|mục tiêu(?: \w+){0,4} (?:đến|là|phấn đấu|năm|trong|nhiệm kì|cụ thể|giai đoạn|đặt ra"
    r"|đề ra)|mục tiêu ?:|mục tiêu (?:giảm|tăng|nâng|đưa|có|đạt|phấn đấu)"
    r"|đặt (?:ra )?(?:các |một số )?(?:mục tiêu|chỉ tiêu)|(?:đề ra|xác định|thông qua|đưa ra|với|giao"
    r"|thống nhất)(?: \w+){0,3} (?:mục tiêu|chỉ tiêu)"
    r"|(?<!\d )(?:các |một số |những )?chỉ tiêu(?: \w+){0,2} (?:chủ yếu|cụ thể|chính|phấn đấu|cơ bản"
    r"|đến năm|trong nhiệm kì|nhiệm kì|năm)"
    r"|nghị quyết[^,.;\n]{0,60} về (?:phương hướng|nhiệm vụ|mục tiêu|kế hoạch|chỉ tiêu|một số chỉ tiêu)"
    r"|quyết tâm|phải (?:có|đạt|còn)|dự kiến (?:đến|năm|cả năm|đến hết|trong năm|6 tháng cuối)"
    r"|(?:quy hoạch|điều chỉnh|dự báo|định hướng)[^,.;\n]{0,60} đến năm \d{4},? [^.;\n]{0,60}\d|kế hoạch năm|nhiệm vụ năm|phương hướng)(?!\w)"
)
_TESTED = Sought(
    r"(?<!\w)(?:so với|so|đạt|vượt|hoàn thành|thực hiện|bằng)(?: [\w.,%]+){0,4} (?:mục tiêu|chỉ tiêu|kế hoạch)(?!\w)"
)
_MET = Sought(
    r"(?<!\w)(?:đạt|vượt|hoàn thành)(?: và vượt)?(?: mức| trội)?(?: (?:các|nhiều|toàn bộ|hầu hết|một số|cơ bản|những))?"
    r" (?:mục tiêu|chỉ tiêu|kế hoạch)(?!\w)|(?<!\w)chỉ tiêu(?: [\w-]{1,10}){0,5} (?:đã |đều )?(?:đạt|vượt|hoàn thành)(?!\w)"
)
_DONE = Sought(
    r"(?<!\w)(?:đến nay|hiện nay|hiện có|hiện (?:toàn|trên|tỉnh|huyện|xã)|trong đó,? (?:có|đã)|đã|kết quả"
    r"|vừa qua|trong thời gian qua|những năm qua|qua \d+ năm|sau \d+ năm|nhiệm kì qua|6 tháng đầu năm"
    r"|cho thấy|theo báo cáo|báo cáo tại|tính đến)(?!\w)"
)
_MEANS = Sought(
    r"(?<!\w)(?:giải pháp|khâu đột phá|các đồng chí|biểu quyết|bầu|phát biểu|thảo luận|tại hội nghị"
    r"|tại đại hội)(?!\w)"
)
_AIMS = folded(r"(?:(?:trong đó|cụ thể|đồng thời),? )?(?:phấn đấu|mục tiêu|quyết tâm)(?!\w)")
_TOLD = folded(
    r"(?:đến nay|hiện nay|tính đến|kết quả|trong \d+ tháng|năm \d{4}|toàn (?:tỉnh|huyện|xã|thành phố|thị xã|phường|ngành|đảng bộ))(?!\w)"
)
_ORDERED = folded(
    r"(?<!\w)(?:cần|phải|tiếp tục|đề nghị|yêu cầu|phấn đấu|kiến nghị|tập trung|đẩy mạnh|sớm|chỉ đạo)(?!\w)"
)
_JOINED = folded(r"(?:đồng thời|cùng với đó|bên cạnh đó|ngoài ra|[-+*•\d(]|[a-zđ]\))")
_HARM = Sought(rf"(?<!\w)(?:{any_of(_WORDS.harm)})(?!\w)")
_HAZARD = Sought(rf"(?<!\w)(?:{any_of(_WORDS.hazards)})(?!\w)")
_STRONG = (
    fold("phấn đấu"),
    fold("quyết tâm"),
    fold("mục tiêu"),
    fold("đặt"),
    fold("đề ra"),
    fold("thông qua"),
    fold("xác định"),
)
_OPENING = 90
_TITLE_LINES = 2
_NEAR = 60
_OPENING_OF_DOCUMENT = 1200
_HAZARDS_OF_A_BULLETIN = 3
_SILENT = frozenset({"petition", "directive", "topic", "cause"})


class Aimed(Struct, frozen=True, gc=False):
    """An item, what its figures are, and from where in it; ``harmed`` items stand beside losses, and report others only with care."""

    item: Item
    mode: Mode
    begins: int
    due: Period | None = None


class _Ahead:
    """Where a pattern is found next in a key that is read from left to right."""

    def __init__(self, sought: Sought, key: str) -> None:
        self._sought, self._key = sought, key
        self.at = -1

    def after(self, start: int) -> int:
        """Where it is found first from ``start``; the key's end where it is not."""
        if self.at < start:
            match = self._sought.search(self._key, start)
            self.at = len(self._key) if match is None else match.start()
        return self.at


class Scope:
    """What the figures of the items to come are, as far as the words so far decide it."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._key = scan.key
        self._due: Period | None = None
        self._loss_line = self._met_line = -1
        self._disaster = sum(1 for _ in _HAZARD.finditer(scan.key, 0, _OPENING_OF_DOCUMENT)) >= _HAZARDS_OF_A_BULLETIN
        self._sentence = self._line = -1
        self._planned = self._listed = self._loss = False
        self._harms, self._aims, self._mets = (_Ahead(one, scan.key) for one in (_HARM, _AIM, _MET))
        self._news = -1  # where the next of them stands

    def pass_over(self, item: Item) -> bool:
        """Whether the next item changes nothing, so that without figures it need not be looked at."""
        if self._news < item.start:
            self._news = min(one.after(item.start) for one in (self._harms, self._aims, self._mets))
        if self._news < item.end or self._loss or self._planned or self._listed:
            return False
        self._sentence, self._line = item.sentence, item.line
        return True

    def aim(self, item: Item) -> Aimed:
        """What the figures of the next item are."""
        if self.pass_over(item) and not self._harmed(item):
            return self._undisturbed(item)
        self._loss = self._losing(item)
        self._move(item)
        if self._loss:
            self._loss_line = item.line
            return Aimed(item, "loss", item.start)
        if self._harmed(item):
            return Aimed(item, "harmed", item.start)
        if item.role in _SILENT and not self._speaks(item):
            return Aimed(item, "silent", item.start)
        cue = self._cue(item)
        if cue is not None:
            self._due = self._announced(item, cue) or (self._due if self._planned else None)
            self._planned = True
            self._listed = self._key[cue.end() : item.end].rstrip().endswith(":") or item.line < _TITLE_LINES
        if cue is None and self._tested(item):
            self._met_line = item.line
        told = item.future or item.role in {"target", "own_task"}
        planned = self._planned or (told and (cue is not None or item.line != self._met_line or self._ahead(item)))
        turned = cue is not None and (
            not (item.future or item.role == "target") or _DONE.search(self._key, item.start, cue.start())
        )
        begins = cue.start() if cue is not None and turned else item.start
        return Aimed(item, "planned" if planned else "reported", begins, self._due if self._planned else None)

    def _undisturbed(self, item: Item) -> Aimed:
        """An item amid nothing announced and nothing lost."""
        if item.role in _SILENT and not self._speaks(item):
            return Aimed(item, "silent", item.start)
        told = item.future or item.role in {"target", "own_task"}
        planned = told and (item.line != self._met_line or self._ahead(item))
        return Aimed(item, "planned" if planned else "reported", item.start)

    def _speaks(self, item: Item) -> bool:
        """Whether an item amid orders, wishes or topics tells figures all the same: a result, or the aim that was agreed on."""
        if item.role == "topic":
            return self._planned or _AIMS.match(self._key, item.start, item.end) is not None
        return (
            _TOLD.match(self._key, item.start, item.end) is not None
            and _ORDERED.search(self._key, item.start, item.end) is None
        )

    def _announced(self, item: Item, cue: re.Match[str]) -> Period | None:
        """The period that the words announcing the plan speak of: "phấn đấu đến năm 2025", "trong nhiệm kỳ 2020 - 2025"."""
        near = self._scan.periods.within(max(item.start, cue.start() - _NEAR), min(item.end, cue.end() + _NEAR))
        spoken = [one.period for one in near if one.period is not None and one.role != "baseline"]
        return spoken[0] if spoken else item.period

    def _move(self, item: Item) -> None:
        """Carry the scope over to the next sentence or paragraph, or end it."""
        if item.sentence == self._sentence and item.line == self._line:
            return
        if self._planned or self._listed:
            self._end(item)
        self._sentence, self._line = item.sentence, item.line

    def _end(self, item: Item) -> None:
        """End the scope where the sentence or paragraph that ``item`` opens speaks of something else."""
        opening = min(item.end, item.start + _OPENING)
        ended = bool(_DONE.search(self._key, item.start, opening) or _MEANS.search(self._key, item.start, opening))
        if item.line != self._line and not (self._listed or _JOINED.match(self._key, item.start, opening)):
            ended = True
        self._planned = self._planned and not ended
        self._listed = self._listed and not ended

    def _cue(self, item: Item) -> re.Match[str] | None:
        cue = _AIM.search(self._key, item.start, item.end) if self._aims.at < item.end else None
        if cue is None or _TESTED.search(self._key, max(item.start, cue.start() - 30), cue.end()):
            return None
        if _MET.search(self._key, max(item.start, cue.start() - 30), min(item.end, cue.end() + 30)):
            return None
        strong = self._key.startswith(_STRONG, cue.start(), cue.end())
        return cue if strong or not _DONE.search(self._key, item.start, cue.start()) else None

    def _tested(self, item: Item) -> bool:
        """Whether the item tells how a plan was met: "còn 9,8%, đạt mục tiêu đề ra"."""
        if self._mets.at >= item.end or _MET.search(self._key, item.start, item.end) is None:
            return False
        return not self._ahead(item)

    def _ahead(self, item: Item) -> bool:
        """Whether the item itself speaks of a period still to come."""
        return any(one.role == "future" for one in self._scan.periods.within(item.start, item.end))

    def _harmed(self, item: Item) -> bool:
        """Whether the item goes on about a disaster, though it names no harm: "Hà Giang: 130 nhà"."""
        return self._disaster or item.line == self._loss_line

    def _losing(self, item: Item) -> bool:
        if self._loss and item.line == self._line and item.sentence == self._sentence:
            return True
        if self._harms.at >= item.end or _HARM.search(self._key, item.start, item.end) is None:
            return False
        return self._loss or _HAZARD.search(self._key, max(0, item.start - 400), item.end) is not None
