"""Older and open office files (.doc, .odt, .rtf), converted by LibreOffice in a private folder and then read as .docx."""

from pathlib import Path

from camket.reading.loading.archive import check_archive, open_archive
from camket.reading.loading.assembly import Assembly
from camket.reading.loading.docx import load_docx
from camket.reading.loading.errors import ConversionError
from camket.reading.loading.limits import Limits
from camket.reading.loading.programs import find_program, run_program
from camket.reading.scratch import scratch_folder

_PACKAGES = "libreoffice-core libreoffice-writer"
_REMEDY = "Hãy mở tệp bằng Word hoặc LibreOffice, lưu thành .docx rồi đọc"
# No macros, no fetching of linked files from anywhere, no list of recent documents.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Common/History"><prop oor:name="PickListSize" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def load_office(data: bytes, name: str, kind: str, limits: Limits) -> Assembly:
    """Read a .doc, .odt or .rtf file (``kind``) through LibreOffice; raises a LoadError."""
    if kind == "odt":
        with open_archive(data, name) as archive:
            check_archive(archive, name, limits)
    program = find_program("soffice", name, "LibreOffice", _PACKAGES)
    with scratch_folder() as folder:
        return load_docx(_convert(program, folder, data, name, kind, limits), name, limits)


def _convert(program: str, folder: Path, data: bytes, name: str, kind: str, limits: Limits) -> bytes:
    source, target = folder / f"in.{kind}", folder / "out" / "in.docx"
    source.write_bytes(data)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    command = [
        program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target.parent), str(source),
    ]  # fmt: skip
    run_program(command, name, limits.conversion_seconds, env={"TMPDIR": str(folder), "HOME": str(folder)})
    # soffice ends well also where it converted nothing.
    if not target.is_file():
        raise ConversionError(name, "LibreOffice không mở được tệp (bị hỏng hoặc có mật khẩu)", _REMEDY)
    if target.stat().st_size > limits.bytes:
        raise ConversionError(name, "tệp sau khi chuyển đổi quá lớn", "Hãy tách thành các tệp nhỏ hơn")
    return target.read_bytes()
