"""Texts that no office wrote: each shape at any length, from the simplest repetition to noise without end.

What they have in common is that something a reader looks for repeats without anything that ends it: the number that
never stops, the list without a full stop, the bracket that never closes.
"""

import base64
import random
from collections.abc import Callable

from camket.reading.loading.assembly import settle

REPEATED = {
    # Single signs, and pairs that begin a notation without ending it.
    "digits": "9", "zeros": "0", "digits and spaces": "9 ", "digits and dots": "1.", "digits and commas": "1,", "thousands": "123.",
    "digits and slashes": "1/", "digits and dashes": "1-", "digits and colons": "1:", "percents": "5% ", "signs": "+5 -5 ",
    "spaces": " ", "tabs": "\t", "lines": "\n", "lines of spaces": "   \n", "line breaks and spaces": "\n   ", "hard spaces": "\u00a0",
    "semicolons": ";", "semicolons and spaces": "; ", "commas": ",", "dots": ".", "ellipses": "… ", "dashes": "-", "lists": "- a\n",
    "open brackets": "(", "closed brackets": ")", "brackets": "()", "open quotes": "“", "straight quotes": '"', "squares": "[",
    "bars": "|", "cells": "a | ", "colons": ": ", "slashes": "/", "underscores": "_", "pluses": "+ ", "question marks": "? ",
    "letters": "a", "capitals": "A", "long words": "aB", "accents": "ế", "capital accents": "Ế ", "D with a stroke": "Đ",
    "NUL": "\0", "byte order marks": "\ufeff", "joiners": "\u200d", "emoji": "👨\u200d👩\u200d👧 ", "other scripts": "統計 ", "one of each": "a1 .,",
    # Words that begin something.
    "years": "năm ", "years with a number": "năm 2024 ", "days": "ngày 1/1 ", "whole days": "ngày 1/1/2024 ", "fractions": "1/1/",
    "from to": "từ 1 đến ", "from year to year": "từ năm 2020 đến năm ", "spans of years": "2021-2025 ", "years to years": "2021-",
    "quarters": "quý I, ", "months": "6 tháng đầu năm ", "deadlines": "trước ngày ", "deadline days": "trước ngày 30/6/2024, ",
    "ands": "và ", "hundreds of words": "với của là ", "districts": "huyện ", "named districts": "huyện Sín Hồ, ", "bodies": "UBND huyện ",
    "provinces": "tỉnh Điện Biên ", "departments": "Sở Tài chính, ", "owners": "giao Sở Nội vụ ", "people": "Nguyễn Văn A, ",
    "posts": "Phó Chủ tịch UBND tỉnh, ", "comrades": "đồng chí Nguyễn Văn An, Bí thư Huyện ủy; ", "capitals and dashes": "A-B-",
    "asks": "đề nghị ", "wants": "kiến nghị tỉnh ", "demands": "yêu cầu: ", "must": "cần ", "falls": "giảm 1% còn ", "rises": "tăng 5 ",
    "money": "1 tỷ 2 triệu ", "money in words": "1 tỷ đồng, ", "targets": "đạt 12/17 chỉ tiêu ", "labels": "tỷ lệ hộ nghèo ",
    "labels and numbers": "tỷ lệ hộ nghèo 5%, ", "results": "tỷ lệ hộ nghèo còn 5%, giảm 2% so với năm 2023; ", "estimates": "ước đạt ",
    "by each": "tăng 5% so với cùng kỳ, ", "of which": "trong đó có 5 ", "such as": "nhất là ", "shares": "chiếm 5% ", "equals": "bằng 5% kế hoạch ",
    "decisions": "Quyết định số ", "numbers of decisions": "1/QĐ-UBND ", "open numbers": "1/NQ-", "named decisions": "Quyết định số 1/QĐ-UBND, ",
    "issuers": "Nghị quyết số 5-NQ/TU của Tỉnh ủy ", "replaced": "thay thế Nghị quyết số 1/NQ-HĐND ", "projects": "dự án ",
    "named projects": "dự án đường A - B, ", "plans": "quy hoạch ", "named plans": "Kế hoạch phát triển huyện năm 2024, ",
    "findings": "chưa ", "faults": "còn chậm, ", "causes": "nguyên nhân do ", "losses": "làm chết 1 ", "counted losses": "3 nhà tốc mái, ",
    "losses of crops": "5 ha lúa bị ngập; ", "storms": "mưa đá ", "dead": "5 người chết và ", "answers": "về kiến nghị ", "accepted": "tiếp thu ",
    "meetings": "làm việc với ", "chairs": "chủ trì ", "speech": "phát biểu: ", "said": "cho biết, ", "conclusions": "kết luận ",
    "progress": "đã hoàn thành ", "not done": "chưa thực hiện ", "even": "tuy nhiên, ", "though": "mặc dù ", "purposes": "nhằm ",
    "conditions": "nếu ", "themes": "lĩnh vực y tế ", "views": "Lượt xem: 5 ", "articles": "Điều 1. ", "numerals": "XIV ", "romans": "I",
    "headings": "I. KẾT QUẢ\n", "numbered": "1. ", "numbered lines": "1.\n", "letters of lists": "a) ", "titles": "KẾT LUẬN ", "signed": "TM. ",
    # Whole sentences, without a full stop.
    "one line of results": "Tổng sản lượng lương thực ước đạt 12.345 tấn, tăng 5,2% so với cùng kỳ năm trước và đạt 98% kế hoạch, ",
    "one line of demands": "yêu cầu Sở Tài chính chủ trì, phối hợp với UBND huyện Sín Hồ rà soát vốn trước ngày 30/6/2024, ",
    "one line of wishes": "huyện Sín Hồ đề nghị tỉnh sớm bố trí 25 tỷ đồng để sửa chữa đường liên xã theo Quyết định số 12/QĐ-UBND; ",
    "one line of losses": "làm chết 2 người, mất tích 1 người, 35 nhà tốc mái, 12 ha lúa bị vùi lấp, ước thiệt hại khoảng 5 tỷ đồng; ",
    "one line of faults": "công tác giải ngân còn chậm, một số chỉ tiêu chưa đạt, nguyên nhân do mưa lũ kéo dài, ",
    "one line of boards": "hoàn thành 12/17 chỉ tiêu, còn 5 chỉ tiêu chưa đạt, trong đó 3 chỉ tiêu vượt, ",
    # Lines.
    "short lines": "năm 2024\n", "lines of demands": "- Yêu cầu UBND huyện rà soát.\n", "lines of findings": "- Còn chậm;\n",
    "lines of results": "Tỷ lệ hộ nghèo còn 5%.\n", "lines of capitals": "BÁO CÁO\n", "lines with colons": "Đề nghị:\n",
    "lines of numbers": "5\n", "lines of tables": "1 | Tỷ lệ hộ nghèo | % | 5 | 4 |\n", "tabbed lines": "a\tb\tc\n", "question lines": "Hỏi:\nTrả lời:\n",
}  # fmt: skip
"""Name of a shape to the piece it repeats."""

_TABLE_HEAD = "Chỉ tiêu | ĐVT | Năm 2023 | Năm 2024 | So sánh"
_TABLE_CELLS = ("tỷ lệ hộ nghèo", "%", "5", "12,5", "1.234", "đạt", "Sở Tài chính", "30/6/2024", "")
_MARKS = "".join(map(chr, range(0x300, 0x340)))


Draw = random.Random


def raw(name: str, length: int) -> str:
    """A shape as it may stand in a file, about ``length`` characters of it; the same for the same length."""
    draw = Draw(length)
    return MADE[name](length, draw) if name in MADE else _repeated(REPEATED[name], length)


def shape(name: str, length: int) -> str:
    """A shape as loading hands it on to reading."""
    return settle(raw(name, length))


def _repeated(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def _wide_table(length: int, draw: Draw) -> str:
    row = " | ".join(draw.choice(_TABLE_CELLS) for _ in range(1000)) + " |\n"
    return _repeated(_TABLE_HEAD + "\n" + row, length)


def _tall_table(length: int, draw: Draw) -> str:
    rows = (f"{draw.choice(_TABLE_CELLS)} | % | {draw.randint(1, 99)} | 5 | 3\n" for _ in range(length // 25))
    return _TABLE_HEAD + "\n" + "".join(rows)


def _mixed(length: int, draw: Draw, end: str = "") -> str:
    pieces = list(REPEATED.values())
    return "".join(draw.choice(pieces) + end for _ in range(length // 8))[:length]


def _lines(length: int, draw: Draw, line: str) -> str:
    """A line over and over, with other numbers each time."""
    count = line.count("{}")
    filled = (line.format(*(draw.randint(1, 99) for _ in range(count))) for _ in range(length // len(line)))
    return "\n".join(filled)


def _scalar(draw: Draw) -> str:
    code = draw.randrange(0x110000 - 0x800)
    return chr(code if code < 0xD800 else code + 0x800)


MADE: dict[str, Callable[[int, Draw], str]] = {
    "a table of 1,000 columns": _wide_table,
    "a tall table": _tall_table,
    "a table of one row": lambda length, draw: " | ".join(draw.choice(_TABLE_CELLS) for _ in range(length // 8)),
    "stacked accents": lambda length, _: _repeated("a" + _MARKS, length),
    "one letter, all accents": lambda length, _: "a" + _repeated(_MARKS, length),
    "random characters": lambda length, draw: "".join(_scalar(draw) for _ in range(length)),
    "random letters of Latin": lambda length, draw: "".join(chr(draw.randint(0x20, 0x24F)) for _ in range(length)),
    "base64": lambda length, draw: base64.b64encode(draw.randbytes(length * 3 // 4)).decode(),
    "base64 in lines": lambda length, draw: base64.encodebytes(draw.randbytes(length * 3 // 4)).decode(),
    "nested brackets": lambda length, _: "(" * (length // 2) + "5" + ")" * (length // 2),
    "nested quotes": lambda length, _: "“" * (length // 2) + "”" * (length // 2),
    "all pieces mixed": _mixed,
    "all pieces in lines": lambda length, draw: _mixed(length, draw, "\n"),
    "growing numbers": lambda length, _: " ".join(str(number) for number in range(length // 6)),
    "growing years": lambda length, _: ", ".join(f"năm {number}" for number in range(length // 10)),
    "growing decisions": lambda length, _: "; ".join(
        f"Quyết định số {number}/QĐ-UBND" for number in range(length // 30)
    ),
    "growing figures": lambda length, _: "; ".join(f"tỷ lệ hộ nghèo còn {number}%" for number in range(length // 25)),
    "growing lists": lambda length, _: "\n".join(
        f"{one}. Đề nghị tỉnh hỗ trợ {one} tỷ đồng." for one in range(length // 40)
    ),
    "figures in lines": lambda length, draw: _lines(
        length, draw, "Tỷ lệ hộ nghèo năm {} còn {}%, giảm {}% so với năm {}."
    ),
    "boards in lines": lambda length, draw: _lines(
        length, draw, "Hoàn thành {}/{} chỉ tiêu; còn {} chỉ tiêu chưa đạt."
    ),
    "losses in lines": lambda length, draw: _lines(
        length, draw, "Ngày {}/7, mưa lũ làm chết {} người, {} nhà sập, {} ha lúa ngập."
    ),
    "targets in lines": lambda length, draw: _lines(
        length, draw, "Phấn đấu đến năm {} tỷ lệ hộ nghèo dưới {}%, thu ngân sách {} tỷ."
    ),
    "parts in lines": lambda length, draw: _lines(
        length, draw, "Tổng số {} xã, trong đó {} xã đạt chuẩn, {} xã chưa đạt, chiếm {}%."
    ),
    "documents in lines": lambda length, draw: _lines(
        length, draw, "Theo Nghị quyết số {}-NQ/TU ngày {}/{}/2023 của Tỉnh ủy."
    ),
    "demands in lines": lambda length, draw: _lines(
        length, draw, "Yêu cầu Sở Tài chính bố trí {} tỷ đồng trước ngày {}/{}/2024."
    ),
    "projects in lines": lambda length, draw: _lines(
        length, draw, "Dự án đường Mường Lay {} dài {} km, vốn {} tỷ đồng."
    ),
    "growing districts": lambda length, _: ", ".join(f"huyện {chr(65 + one % 26)}{one}" for one in range(length // 12)),
}
"""Name of a shape to what makes it, for those that no single piece makes."""

NAMES = (*REPEATED, *MADE)
