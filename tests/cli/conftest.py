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


@pytest.fixture
def own_table(tmp_path: Path) -> Path:
    """An installation's own table: a commune that the packaged one does not have, renamed once, with a name that looks like markup."""
    folder = tmp_path / "rieng"
    folder.mkdir()
    (folder / "units.tsv").write_text(
        "id\tcode\tname\tkind\tparent\tfirst\tlast\tact\n"
        "90001\t90001\tPhiêng Thử\tcommune\t11\t\t2026-02-28\t\n"
        "90001\t90001\tPhiêng [bold]Mới\tcommune\t11\t2026-03-01\t\t\n",
        "utf-8",
    )
    (folder / "moves.tsv").write_text(
        "day\tact\tkind\tfrom\tto\tpart\tpopulation\tarea\tnote\n2026-03-01\t\trename\t90001\t90001\t\t\t\ttheo đề nghị của dân\n",
        "utf-8",
    )
    return folder
