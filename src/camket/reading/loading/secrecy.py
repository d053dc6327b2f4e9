"""The look-out for marks of state secrecy: MẬT, TỐI MẬT, TUYỆT MẬT (Law on Protection of State Secrets 2018, art. 8).

A mark stands alone on a line, behind "Độ mật:", or beside other short things in the letterhead. The word in
running text (bí mật, mật độ, mật ong), in names and in titles about secrets is no mark. When in doubt in
a letterhead, a document is refused: a public one refused by mistake can be read after a look at it, a secret
one that was read has leaked.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from camket.reading.loading.errors import SecretDocumentError

_LETTERHEAD_LINES = 20
_LONGEST_MARK_LINE = 120
_LONGEST_PREFIX = 4096

_MARK = r"(?:TUYỆT MẬT|TỐI MẬT|MẬT)"
_ALONE = re.compile(_MARK)
_ALONE_BARE = re.compile("(?:TUYET MAT|TOI MAT|MAT)")
_FRAME = " \t\u00a0.,:;*_|\"'“”‘’«»()[]{}<>/\\=+~#•·-–—"
_LABELLED = re.compile(
    rf"^\W{{0,5}}(?:MỨC )?ĐỘ (?:BẢO )?MẬT ?[:\-–]? ?[\W_]{{0,3}}(?P<mark>{_MARK})[\W_]{{0,3}}(?: {{2}}.*|[|\t].*|SỐ\b.*)?$"
)
_LABEL_ONLY = re.compile(r"^\W{0,5}(?:MỨC )?ĐỘ (?:BẢO )?MẬT ?:?$")
_COLUMNS = re.compile(r"\t|\||[ \u00a0]{2,}")
_BRACKETED = re.compile(r"[(\[{]\s{0,3}(TUYỆT MẬT|TỐI MẬT|MẬT|Tuyệt mật|Tối mật|Mật|Tuyệt Mật|Tối Mật)\s{0,3}[)\]}]")
_WORD = re.compile(r"[^\W\d_]+")

# Words that make another word of a "mật" behind them, which a narrow line may push to the next line.
_BEFORE = frozenset(
    "BÍ BẢO CƠ THÂN TRÙ TRĂNG TÚI ỐNG SỎI ĐƯỜNG ONG LẤY NUÔI NƯỚC VỊ DỊCH MEN GAN CHÍN HÚT HOA MÍA RỈ ĐỘ DẤU MỨC LOẠI "
    "TUYỆT TỐI VÀ HOẶC THỊ VĂN VIỆC MÃ KHOAI CHUỐI SẮN BỐ".split()
)
# ... and in front of them.
_AFTER = frozenset(
    "ONG ĐỘ MÃ VỤ KHẨU NGHỊ ĐÀM THÁM BÁO THƯ THIẾT NHÀ MÍA HOA NGỌT DANH PHỤC LỆNH ƯỚC KẾ TÔNG CÁO VÀ HOẶC QUỐC".split()
)
# What a stamp stands beside in a letterhead printed in capitals.
_NEIGHBOURS = re.compile(r"(?:CỘNG HÒA|CỘNG HOÀ|ĐẢNG CỘNG SẢN|VIỆT NAM|ỦY BAN|UỶ BAN|UBND|HĐND|SỐ\s?:|HẠNH PHÚC)")
_SUBJECTS = ("BÍ MẬT", "DANH MỤC", "ĐỘ MẬT", "ĐỘ TỐI MẬT", "ĐỘ TUYỆT MẬT", "GIẢI MẬT")


def refuse_secret(name: str, printed: Iterable[str], margins: Iterable[str] = (), *, scanned: bool = False) -> None:
    """Raise SecretDocumentError where the lines bear a mark; ``margins`` are page headers, text boxes, watermarks.

    ``scanned``: in the letterhead a mark that lost or changed its diacritics counts too.
    """
    for _, before, line in _numbered(margins):
        if _marks_letterhead(line, before, scanned=scanned):
            raise _refusal(name)
    for number, before, line in _numbered(printed):
        if number <= _LETTERHEAD_LINES:
            if _marks_letterhead(line, before, scanned=scanned):
                raise _refusal(name)
        elif _marks_anywhere(line, before):
            raise _refusal(name)


def _numbered(printed: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """Number, line before and line, for each line that is not blank."""
    number, before = 0, ""
    for raw in printed:
        # A letter-spaced stamp can be drawn with many blanks; nothing longer than this is one.
        line = unicodedata.normalize("NFC", raw[:_LONGEST_PREFIX]).strip()
        if line:
            number += 1
            yield number, before, line
            before = line


def _marks_anywhere(line: str, before: str) -> bool:
    if len(line) > _LONGEST_MARK_LINE or "M" not in line.upper():
        return False
    core = _core(line)
    if _ALONE.fullmatch(core):
        return not _continues(before)
    return bool(_LABELLED.match(line.upper()))


def _marks_letterhead(line: str, before: str, *, scanned: bool) -> bool:
    if len(line) > _LONGEST_MARK_LINE:
        return False
    if _marks_anywhere(line, before) or _BRACKETED.search(line):
        return True
    core = _core(line)
    if _LABEL_ONLY.match(before.upper()) and _ALONE.fullmatch(core.upper()):
        return True
    if _ALONE.fullmatch(core.upper()) or _ALONE_BARE.fullmatch(core):
        return not _continues(before)
    if scanned and core.isupper() and _ALONE_BARE.fullmatch(_bare(core)):
        return not _continues(before)
    return any(_is_stamp(part) for part in _COLUMNS.split(line)) if _COLUMNS.search(line) else _beside(line)


def _is_stamp(part: str) -> bool:
    return bool(_ALONE.fullmatch(_core(part)))


def _beside(line: str) -> bool:
    """Tell whether a stamp stands in the same short line as a number, a date or the country's name."""
    if any(subject in line.upper() for subject in _SUBJECTS):
        return False
    found = re.finditer(rf"(?<!\w){_MARK}(?!\w)", line)
    return any(_stands_free(line[: mark.start()], line[mark.end() :]) for mark in found)


def _stands_free(left: str, right: str) -> bool:
    if left.endswith(tuple("“\"'‘«")) or right.startswith((",", "”")):
        return False
    before, after = _WORD.findall(left), _WORD.findall(right)
    if (before and before[-1].upper() in _BEFORE) or (after and after[0].upper() in _AFTER):
        return False
    if (left + right).isupper():
        return bool(_NEIGHBOURS.match(right.strip()) or re.search(r"(?:VIỆT NAM|HẠNH PHÚC|\d\S{0,30})$", left.strip()))
    # Behind a number and its sign, or in front of place and date; a name in capitals has words on its left.
    return not before or bool(re.search(r"\d/?[\w/\-]{0,30}$", left.strip()))


def _continues(before: str) -> bool:
    """Tell whether the line before ends with a word that the "mật" of this line belongs to."""
    if before[-1:] in ".:;!?)":
        return False
    words = _WORD.findall(before[-40:])
    return bool(words) and words[-1].upper() in _BEFORE


def _core(line: str) -> str:
    """Strip a line of frames, and draw letter-spaced words ("M Ậ T") together."""
    words = line.strip(_FRAME).split()
    if len(words) > 2 and all(len(word) == 1 for word in words):
        joined = "".join(words)
        return re.sub(r"^(TUYỆT|TỐI)(?=MẬT$)", r"\1 ", joined)
    return " ".join(words)


def _bare(line: str) -> str:
    decomposed = unicodedata.normalize("NFD", line)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).replace("Đ", "D")


def _refusal(name: str) -> SecretDocumentError:
    return SecretDocumentError(
        name,
        "tài liệu mang dấu độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên không được đọc; không nội dung nào được lưu lại",
        "Hãy xử lý tài liệu này theo quy định về bảo vệ bí mật nhà nước, ngoài phần mềm này",
    )
