"""Zip containers (docx, odt), checked before anything inside is parsed."""

import io
import re
import zipfile
import zlib

from camket.reading.loading.errors import BrokenFileError, LoadError, ProtectedFileError, TooLargeError
from camket.reading.loading.limits import Limits

_PROLOG = 1 << 16
_ROOT = re.compile(rb"<[A-Za-z_]")
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """Open the container; raises BrokenFileError where the bytes are no zip."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _ZIP_ERRORS as error:
        raise _broken(name, "tệp nén bên trong bị hỏng hoặc bị cắt cụt") from error


def check_archive(archive: zipfile.ZipFile, name: str, limits: Limits) -> None:
    """Refuse bombs, passwords and XML that declares entities (the OPC standard, ECMA-376 part 2, forbids them)."""
    members = archive.infolist()
    if len(members) > limits.members:
        raise _too_large(name, f"chứa {len(members)} tệp con, quá mức {limits.members}")
    if any(member.flag_bits & 1 for member in members):
        raise ProtectedFileError(name, "tệp được đặt mật khẩu", "Hãy bỏ mật khẩu, lưu lại rồi đọc")
    _check_sizes(members, name, limits)
    for member in members:
        if member.filename.lower().endswith((".xml", ".rels")):
            _check_prolog(archive, member, name)


def _check_sizes(members: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    # zipfile never unpacks more of a member than it declares, so what is declared is what must be bounded.
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > limits.unpacked:
        raise _too_large(name, f"giải nén ra {unpacked >> 20} MB, quá mức {limits.unpacked >> 20} MB")
    if unpacked > limits.ratio_from and unpacked > limits.ratio * max(packed, 1):
        raise _too_large(name, f"giải nén ra gấp hơn {limits.ratio} lần, giống một tệp phá hoại (bom nén)")


def _check_prolog(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> None:
    try:
        with archive.open(member) as file:
            # Without the NULs, UTF-16 reads like ASCII here.
            head = file.read(_PROLOG).replace(b"\0", b"")
    except _ZIP_ERRORS as error:
        raise _broken(name, f"phần {member.filename!r} bị hỏng") from error
    root = _ROOT.search(head)
    if b"<!DOCTYPE" in (head[: root.start()] if root else head) or (not root and len(head) >= _PROLOG // 2):
        raise _broken(name, f"phần {member.filename!r} khai báo thực thể XML, điều mà định dạng này cấm")


def _broken(name: str, problem: str) -> LoadError:
    return BrokenFileError(name, problem, "Hãy mở bằng Word hoặc LibreOffice, lưu lại rồi đọc bản mới")


def _too_large(name: str, problem: str) -> LoadError:
    return TooLargeError(name, problem, "Hãy kiểm tra nguồn gốc của tệp, hoặc tách thành các tệp nhỏ hơn")
