"""One door for all formats: what is refused is refused with a message that says what to do."""

import os
from pathlib import Path

import pytest
from loading_samples import docx_bytes, package, pdf_bytes, picture_bytes, scan, zipped

from camket.reading import scratch
from camket.reading.loading import (
    EXTENSIONS,
    BrokenFileError,
    ConversionError,
    Limits,
    LoadError,
    MissingProgramError,
    SecretDocumentError,
    TooLargeError,
    UnreadableFileError,
    UnsupportedFormatError,
    load,
    load_bytes,
    office,
)
from camket.reading.loading.formats import recognise

RTF = "{\\rtf1\\ansi X\\u227?\\~M\\u432?\\u7901?ng Ph\\u259?ng\\par \\u272?i\\u7873?u 1.\\par}".encode("ascii")


def test_a_text_is_fixed_once_and_its_lines_are_places() -> None:
    data = "\ufeffU\u0309y ban\r\n\r\n  nhân dân\rĐiện Biên".encode()
    document = load_bytes(data, "a.txt")
    assert document.text == "Ủy ban\n\n  nhân dân\nĐiện Biên"
    assert [(place.start, place.paragraph) for place in document.places] == [(0, 1), (8, 3), (19, 4)]
    assert document.format == "txt"


def test_an_empty_text_is_a_document_with_a_warning() -> None:
    document = load_bytes(b"", "a.txt")
    assert document.text == ""
    assert document.warnings


def test_a_legacy_text_is_converted_and_its_encoding_kept() -> None:
    text = "Uû ban nh©n d©n tØnh §iÖn Biªn b¸o c¸o t×nh h×nh thùc hiÖn nhiÖm vô ph¸t triÓn kinh tÕ n¨m nay."
    document = load_bytes(text.encode("cp1252"), "a.txt")
    assert "ban nhân dân tỉnh Điện Biên báo cáo tình hình thực hiện nhiệm vụ" in document.text
    assert "TCVN3" in document.encoding.upper()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (docx_bytes("x"), "a.doc", "docx"),
        (pdf_bytes([["x"]]), "a.docx", "pdf"),
        (RTF, "a.doc", "rtf"),
        (picture_bytes(scan("x", size=(80, 80))), "a.pdf", "image"),
        (b"<!DOCTYPE html><html><p>x</p></html>", "a.txt", "html"),
        (b"\xef\xbb\xbf  <html><p>x</p></html>", "a.doc", "html"),
        (b"<p>x</p>", "a.htm", "html"),
        (b"plain words", "a.doc", "txt"),
        (pdf_bytes([["x"]]), "no extension", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "a.docx", "doc"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "a.docx", "odt"),
        (b"II*\0rest", "a.jpg", "image"),
    ],
)
def test_the_bytes_decide_the_format(data: bytes, name: str, kind: str) -> None:
    assert recognise(data, name) == kind


@pytest.mark.parametrize(
    ("data", "name", "error", "word"),
    [
        (b"x", "a.xyz", UnsupportedFormatError, ".xyz"),
        (b"x", "a", UnsupportedFormatError, "không có đuôi"),
        (zipped({"xl/workbook.xml": "<x/>"}), "a.docx", UnsupportedFormatError, "bảng tính"),
        (zipped({"a.txt": "x"}), "a.docx", UnsupportedFormatError, "tệp nén"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", UnsupportedFormatError, "Office cũ"),
        (b"x", "a.docx", BrokenFileError, r"không phải là \.docx"),
        (b"", "a.pdf", BrokenFileError, r"không phải là \.pdf"),
        (b"PK\x03\x04garbage", "a.docx", BrokenFileError, "hỏng"),
        (zipped({"word/other.xml": "<x/>"}), "a.docx", BrokenFileError, "hỏng"),
        (package("<w:p>"), "a.docx", BrokenFileError, "hỏng"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_reason(
    data: bytes, name: str, error: type[LoadError], word: str
) -> None:
    with pytest.raises(error, match=word) as raised:
        load_bytes(data, name)
    assert str(raised.value).startswith(f"{name}: ")
    assert "Hãy" in str(raised.value)


def test_files_are_opened_only_when_they_can_be_read(tmp_path: Path) -> None:
    good = tmp_path / "bao cao.txt"
    good.write_text("Xã Mường Phăng", encoding="utf-8")
    assert load(good) == load_bytes(good.read_bytes(), "bao cao.txt")
    with pytest.raises(UnreadableFileError, match="không tìm thấy"):
        load(tmp_path / "missing.txt")
    with pytest.raises(UnreadableFileError, match="không phải là một tệp"):
        load(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableFileError, match="không phải là một tệp"):
        load(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableFileError):
        load(Path("a\0b.txt"))
    with pytest.raises(TooLargeError, match="quá mức"):
        load(good, limits=Limits(bytes=5))


def test_too_many_characters_are_refused() -> None:
    with pytest.raises(TooLargeError, match="ký tự"):
        load_bytes(b"x" * 100, "a.txt", limits=Limits(characters=99))


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: Mật"])
def test_a_secret_text_or_page_is_refused(name: str, mark: str) -> None:
    line = "<p>{}</p>" if name == "a.html" else "{}\n"
    text = "".join(line.format(words) for words in ("ỦY BAN NHÂN DÂN", mark, "BÁO CÁO", "Nội dung của báo cáo."))
    with pytest.raises(SecretDocumentError):
        load_bytes(text.encode(), name)


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
@pytest.mark.parametrize("words", ["Bảo vệ bí mật nhà nước", "Mật độ dân số", "Mật ong bạc hà", "Bà Lò Thị Mật"])
def test_the_word_in_a_text_or_page_is_read(name: str, words: str) -> None:
    line = "<p>{}</p>" if name == "a.html" else "{}\n"
    assert words in load_bytes(line.format(words).encode(), name).text


@pytest.mark.needs_soffice
@pytest.mark.parametrize("name", ["a.rtf", "a.doc"])
def test_rich_text_is_read_under_either_name(name: str) -> None:
    document = load_bytes(RTF, name)
    assert document.text == "Xã\u00a0Mường Phăng\nĐiều 1.\n"
    assert document.format == "rtf"
    assert [place.paragraph for place in document.places] == [1, 2]


@pytest.mark.needs_soffice
@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_older_and_open_files_are_read_with_their_tables(kind: str, tmp_path: Path) -> None:
    document = load_bytes(converted(kind, tmp_path), f"a.{kind}")
    assert document.text == "Phụ lục chỉ tiêu\nHộ nghèo | 7,71%\nHết\n"
    assert document.format == kind
    assert [(place.kind, place.table, place.column) for place in document.places] == [
        ("paragraph", None, None), ("cell", 1, 1), ("cell", 1, 2), ("paragraph", None, None),
    ]  # fmt: skip


@pytest.mark.needs_soffice
@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_a_secret_file_is_refused_and_its_temporary_files_are_wiped(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = converted(kind, tmp_path, mark="TỐI MẬT")
    scratches = tmp_path / "scratch"
    scratches.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratches))
    wiped: list[Path] = []
    overwrite = scratch._overwrite

    def noted(path: Path) -> None:
        wiped.append(path)
        overwrite(path)

    monkeypatch.setattr(scratch, "_overwrite", noted)
    with pytest.raises(SecretDocumentError):
        load_bytes(data, f"a.{kind}")
    assert {path.name for path in wiped} >= {f"in.{kind}", "in.docx"}
    assert not list(scratches.iterdir())


def converted(kind: str, folder: Path, mark: str = "") -> bytes:
    """A .doc or .odt file, made by LibreOffice."""
    import docx
    from loading_samples import saved

    from camket.reading.loading.programs import run_program

    source = docx.Document()
    if mark:
        source.add_paragraph(mark)
    source.add_paragraph("Phụ lục chỉ tiêu")
    table = source.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Hộ nghèo", "7,71%"
    source.add_paragraph("Hết")  # LibreOffice drops a table that ends a .doc
    (folder / "a.docx").write_bytes(saved(source))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(folder / "a.docx")]
    run_program(command, "a.docx", 90)
    return (folder / f"a.{kind}").read_bytes()


@pytest.mark.needs_soffice
def test_a_conversion_is_bounded_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(ConversionError, match=r"quá 0\.05 giây"):
        load_bytes(RTF, "a.rtf", limits=Limits(conversion_seconds=0.05))
    assert not list(tmp_path.iterdir())


def test_without_libreoffice_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(MissingProgramError, match="apt install libreoffice-core libreoffice-writer"):
        load_bytes(RTF, "a.rtf")


def test_an_error_on_the_way_wipes_the_folder_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(office, "find_program", lambda *_: "false")
    with pytest.raises(ConversionError, match="mã lỗi 1"):
        load_bytes(RTF, "a.rtf")
    assert not list(tmp_path.iterdir())


def test_a_wiped_file_holds_nothing_of_what_it_held(tmp_path: Path) -> None:
    with scratch.scratch_folder() as folder:
        file = folder / "deep" / "a.txt"
        file.parent.mkdir()
        file.write_bytes(b"secret" * 50_000)
        os.link(file, tmp_path / "other name")
        target = tmp_path / "target"
        target.write_text("stays", encoding="utf-8")
        (folder / "link").symlink_to(target)
    assert not folder.exists()
    assert (tmp_path / "other name").read_bytes() == bytes(300_000)
    assert target.read_text(encoding="utf-8") == "stays"


def test_every_extension_leads_to_a_loader() -> None:
    textual = {".txt", ".html", ".htm", ".xhtml", ".doc"}
    assert textual < set(EXTENSIONS)
    for extension in textual:
        assert load_bytes(b"x", f"a{extension}").text.strip() == "x"
    for extension in set(EXTENSIONS) - textual:
        with pytest.raises(BrokenFileError, match=extension):
            load_bytes(b"x", f"a{extension}")
