"""Any bytes under any supported extension end in a true document or in a LoadError with a message."""

import io
import shutil
import unicodedata
import zipfile
from functools import cache

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from loading_samples import docx_bytes, package, pdf_bytes, picture_bytes, saved, scan, scanned_pdf

from camket.reading.bounded import run_bounded
from camket.reading.document import Document
from camket.reading.loading import EXTENSIONS, Limits, LoadError, TooLargeError, load_bytes

LIMITS = Limits(bytes=4 << 20, unpacked=32 << 20, pages=20, scanned_pages=3, pixels=2_000_000, conversion_seconds=10)
FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MAGIC = [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1", b"II*\0", b"MM\0*",
         b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"<html>", b"<!doctype html>", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"]  # fmt: skip


@pytest.fixture
def without_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside programs take seconds a file; what is fuzzed by the thousand stays inside."""
    monkeypatch.setenv("PATH", "/nowhere")


def load_or_refuse(data: bytes, name: str) -> Document | None:
    """Load; a LoadError is an answer too, if it names the file and says what to do."""
    try:
        document = load_bytes(data, name, limits=LIMITS)
    except LoadError as error:
        assert error.name == name  # noqa: PT017 -- either answer is right, and each is checked
        assert error.problem  # noqa: PT017
        assert error.remedy.startswith("Hãy")  # noqa: PT017
        return None
    check(document)
    return document


def check(document: Document) -> None:
    assert unicodedata.is_normalized("NFC", document.text)
    assert "\r" not in document.text
    assert "\0" not in document.text
    assert document.text_hash
    starts = [place.start for place in document.places]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(document.text) for start in starts)


names = st.sampled_from(sorted(EXTENSIONS)).map(lambda extension: f"tệp{extension}")


@FUZZ
@given(magic=st.sampled_from(MAGIC), rest=st.binary(max_size=3000), name=names)
@pytest.mark.usefixtures("without_programs")
def test_any_bytes(magic: bytes, rest: bytes, name: str) -> None:
    load_or_refuse(magic + rest, name)


@FUZZ
@given(text=st.text(max_size=2000), name=st.sampled_from(["a.txt", "a.html", "a.doc"]))
@pytest.mark.usefixtures("without_programs")
def test_any_text(text: str, name: str) -> None:
    load_or_refuse(text.encode("utf-8", "surrogatepass"), name)


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    rich = docx.Document()
    rich.add_heading("I. KẾT QUẢ", 1)
    rich.add_paragraph("Mục", style="List Number")
    rich.add_table(2, 2).cell(0, 0).merge(rich.tables[0].cell(1, 0)).text = "ô"
    rich.sections[0].header.paragraphs[0].text = "đầu trang"
    page = scan("x", size=(120, 60))
    return (
        ("a.docx", saved(rich)), ("a.pdf", pdf_bytes([["Xin chào", "các bạn"], ["Trang hai"]])),
        ("b.pdf", scanned_pdf(page)), ("a.png", picture_bytes(page)), ("a.jpg", picture_bytes(page, "JPEG")),
        ("a.tif", picture_bytes(page, "TIFF")), ("a.html", b"<html><body><table><tr><td>a<td>b</table><p>c</body>"),
    )  # fmt: skip


@st.composite
def mutants(draw: st.DrawFn) -> tuple[str, bytes]:
    """A valid file with some bytes changed, cut out, doubled or cut off."""
    name, data = draw(st.sampled_from(seeds()))
    mutant = bytearray(data)
    for _ in range(draw(st.integers(1, 6))):
        where = draw(st.integers(0, max(0, len(mutant) - 1)))
        length = draw(st.sampled_from([1, 1, 2, 8, 64]))
        verb = draw(st.sampled_from(["set", "cut", "double", "end"]))
        if verb == "set":
            mutant[where : where + length] = draw(st.binary(min_size=length, max_size=length))
        elif verb == "cut":
            del mutant[where : where + length]
        elif verb == "double":
            mutant[where:where] = mutant[where : where + length]
        elif draw(st.booleans()):
            del mutant[where:]
    return name, bytes(mutant)


@settings(FUZZ, max_examples=400)
@given(mutant=mutants())
@pytest.mark.usefixtures("without_programs")
def test_mutated_files(mutant: tuple[str, bytes]) -> None:
    load_or_refuse(mutant[1], mutant[0])


WORDS = "p r t tbl tr tc sdt sdtContent ins del pPr rPr numPr tcPr txbxContent br".split()
VALUED = ["ilvl", "numId", "gridSpan", "vMerge", "gridBefore", "pStyle", "outlineLvl"]


@st.composite
def markup(draw: st.DrawFn, depth: int = 0) -> str:
    """Well-formed WordprocessingML that need not make sense."""
    if depth > 5 or draw(st.booleans()):
        if draw(st.booleans()):
            return f"<w:{draw(st.sampled_from(VALUED))} w:val='{draw(st.sampled_from(['0', '1', '-1', '99999999999', 'x', '']))}'/>"
        return f"<w:r><w:t>{draw(st.text(alphabet='aấ MẬT|\t12.', max_size=8))}</w:t></w:r>"
    tag = draw(st.sampled_from(WORDS))
    inner = "".join(draw(st.lists(markup(depth=depth + 1), max_size=4)))
    return f"<w:{tag}>{inner}</w:{tag}>"


@FUZZ
@given(body=st.lists(markup(), max_size=5).map("".join))
def test_senseless_word_markup(body: str) -> None:
    load_or_refuse(package(body), "a.docx")


@FUZZ
@given(st.data())
def test_mutated_parts_inside_a_sound_container(data: st.DataObject) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seeds()[0][1])) as source, zipfile.ZipFile(stream, "w") as target:
        for path in source.namelist():
            part = bytearray(source.read(path))
            if path.startswith("word/") and data.draw(st.booleans()):
                where = data.draw(st.integers(0, len(part)))
                part[where : where + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=10))
            target.writestr(path, bytes(part))
    load_or_refuse(stream.getvalue(), "a.docx")


def test_a_container_that_lies_about_its_sizes() -> None:
    data = bytearray(package("<w:p/>" + " " * (9 << 20)))
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    load_or_refuse(bytes(data), "a.docx")


def test_a_container_within_a_container_is_not_opened() -> None:
    inner = docx_bytes("trong")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.docx", inner)
    assert load_or_refuse(stream.getvalue(), "a.docx") is None


@pytest.mark.parametrize(
    "data",
    [
        b"1" * 3_000_000, b" " * 3_000_000, b"\n" * 3_000_000, b"1." * 1_500_000, b"M " * 1_500_000, b"(" * 3_000_000,
        b"<" * 3_000_000, b"\0" * 3_000_000, b"\xff" * 3_000_000, "Ậ".encode() * 1_000_000, b"e" + b"\xcc\x81" * 1_000_000,
    ],
    ids=lambda data: repr(data[:3]),
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_megabytes_of_the_same_end_in_time(data: bytes, name: str) -> None:
    run_bounded(load_or_refuse, data, name, seconds=30, megabytes=3000)


def test_deeply_nested_html_ends_in_time() -> None:
    run_bounded(load_or_refuse, b"<div>" * 300_000 + b"x", "a.html", seconds=30, megabytes=3000)


def test_a_wide_table_ends_in_time() -> None:
    row = (
        "<w:tr>"
        + "<w:tc><w:tcPr><w:gridSpan w:val='1000000'/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>" * 2000
        + "</w:tr>"
    )
    document = load_or_refuse(package(f"<w:tbl>{row * 5}</w:tbl>"), "a.docx")
    assert document is not None
    assert document.text.count("\n") == 5


def test_a_picture_of_a_billion_points_is_refused_unopened() -> None:
    header = bytearray(picture_bytes(scan("x", size=(60, 60))))
    header[16:24] = (40_000).to_bytes(4, "big") * 2
    with pytest.raises(LoadError):
        load_bytes(bytes(header), "a.png")


def test_a_huge_page_of_a_pdf_is_refused() -> None:
    stream = io.BytesIO()
    scan("x", size=(200, 200)).save(stream, "PDF", resolution=1)
    with pytest.raises(TooLargeError, match="quá khổ"):
        load_bytes(stream.getvalue(), "a.pdf", limits=LIMITS)


@pytest.mark.needs_soffice
@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(3000),
                                  b"{\\rtf1" + b"{" * 5000, b"{\\rtf1\\par \\u99999999999 \\bin99999999 x"])  # fmt: skip
def test_libreoffice_on_hostile_files_ends_in_an_answer(data: bytes) -> None:
    assert shutil.which("soffice")
    run_bounded(load_or_refuse, data, "a.doc", seconds=60, megabytes=4096)
