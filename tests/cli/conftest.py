"""Small documents on disk, in words of our own."""

from pathlib import Path

import pytest

NEWS = """Ngày 12/3/2024, Ban Thường vụ Huyện ủy Mường Nhé làm việc với Đảng ủy xã Sen Thượng.
Đến nay, toàn xã có 9/15 chỉ tiêu đạt và vượt kế hoạch, 6/15 chỉ tiêu chưa đạt. Tỷ lệ hộ nghèo còn 31,5%, giảm 4,2% so với năm 2022.
Đồng chí Bí thư Huyện ủy yêu cầu Đảng ủy xã rà soát các hộ phải di dời, hoàn thành trước ngày 30/9/2024.
"""
SUMS = "Mưa lũ làm 12 nhà bị sập (bản Chiềng 5 nhà, bản Nà Khoa 4 nhà).\n"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A document that reads well, and whose figures agree."""
    path = tmp_path / "tin-sen-thuong.txt"
    path.write_text(NEWS, "utf-8")
    return path


@pytest.fixture
def sums(tmp_path: Path) -> Path:
    """A document whose parts make 9 and not the 12 it states."""
    path = tmp_path / "thiet-hai.txt"
    path.write_text(SUMS, "utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A file that is not what its name says."""
    path = tmp_path / "hong.docx"
    path.write_bytes(b"PK\x03\x04 this was a Word file once")
    return path
