"""An office that may import and decide, and readings of small documents written for these tests."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from camket.ledger.history.writing import SYSTEM, writing
from camket.ledger.models import Account, Document, Membership, Role
from camket.ledger.services.import_document import Received, import_document
from camket.reading.document import Document as Text
from camket.reading.loading import load
from camket.reading.read import Reader, Reading
from camket.units.bodies.body_type import NATION
from camket.units.identities import load_identities
from camket.vocabulary import load_vocabulary

NOTICE = (
    "TỈNH ỦY ĐIỆN BIÊN\nTHÔNG BÁO\nNgày 12/9/2024, Thường trực Tỉnh ủy làm việc với Ban Thường vụ Huyện ủy Mường Ảng.\n"
    "Đến hết tháng 8, tỷ lệ hộ nghèo còn 27,5%. Thu ngân sách trên địa bàn đạt 32,4 tỷ đồng.\n"
    "Huyện đề nghị UBND tỉnh bố trí 3 tỷ đồng làm đường vào xã Búng Lao.\n"
    "Thường trực Tỉnh ủy giao Sở Tài chính chủ trì, báo cáo kết quả trước ngày 30/11/2024.\n"
)


@cache
def reader() -> Reader:
    return Reader(load_vocabulary(), load_identities())


@pytest.fixture
def office(account: Callable[..., Account]) -> Account:
    one = account("vanphong", "Quàng Thị Hoa")
    with writing(SYSTEM, "test") as made:
        for role in (Role.OFFICE, Role.ADMINISTRATOR, Role.AUDITOR):
            made.add(Membership(account=one, role=role, unit=NATION, first=date(2020, 1, 1)))
    return one


@pytest.fixture
def read() -> Callable[..., Reading]:
    def reading(text: str = NOTICE, name: str = "thong-bao.txt") -> Reading:
        return reader().read(Text(name, text))

    return reading


@pytest.fixture
def read_file() -> Callable[[Path], Reading]:
    return lambda path: reader().read(load(path))


@pytest.fixture
def imported(office: Account, read: Callable[..., Reading]) -> Callable[..., Document]:
    def importing(text: str = NOTICE, content: bytes | None = None, *, declared: bool = True) -> Document:
        received = Received(content or text.encode(), read(text), Document.Way.COMMAND, declared)
        return import_document(office, received)

    return importing
