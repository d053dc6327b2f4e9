"""PDF files: whole sentences with their pages, furniture marked, scans read, and nothing secret let through."""

import pytest
from loading_samples import pdf_bytes, scan, scanned_pdf

from camket.reading.document import Document
from camket.reading.loading import (
    BrokenFileError,
    Limits,
    MissingProgramError,
    ProtectedFileError,
    SecretDocumentError,
    TooLargeError,
    load_bytes,
)


def read(data: bytes) -> Document:
    return load_bytes(data, "thong-bao.pdf")


def test_broken_lines_are_joined_into_sentences() -> None:
    document = read(
        pdf_bytes(
            [
                [
                    "THÔNG BÁO",
                    "Trong sáu tháng đầu năm, toàn huyện đã hoàn thành mười hai chỉ tiêu và",
                    "còn năm chỉ tiêu chưa đạt, trong đó có chỉ tiêu về thu ngân sách của huyện",
                    "Điện Biên.",
                    "1. Về kinh tế",
                    "- Sản lượng lương thực đạt 12.345 tấn;",
                    "- Trồng mới 20 ha rừng.",
                ]
            ]
        )
    )
    assert document.text.splitlines() == [
        "THÔNG BÁO",
        (
            "Trong sáu tháng đầu năm, toàn huyện đã hoàn thành mười hai chỉ tiêu và còn năm chỉ tiêu chưa đạt, "
            "trong đó có chỉ tiêu về thu ngân sách của huyện Điện Biên."
        ),
        "1. Về kinh tế",
        "- Sản lượng lương thực đạt 12.345 tấn;",
        "- Trồng mới 20 ha rừng.",
    ]
    assert document.format == "pdf"
    assert not document.scanned


def test_a_sentence_across_pages_is_whole_and_furniture_is_marked() -> None:
    body = "Ủy ban nhân dân huyện giao các phòng chuyên môn khẩn trương rà soát {} và"
    pages = [
        ["Hội nghị tổng kết năm 2024", body.format(number), "báo cáo kết quả", "trước ngày 30 tháng 6.", f"{number}"]
        for number in (1, 2, 3)
    ]
    pages[0][3:4] = []  # the sentence of the first page goes on on the second
    pages[1][1:1] = ["về Ủy ban nhân dân tỉnh."]
    document = read(pdf_bytes(pages))
    furniture = {document.text[place.start :].split("\n")[0] for place in document.places if place.furniture}
    assert furniture == {"Hội nghị tổng kết năm 2024", "1", "2", "3"}
    whole = "Ủy ban nhân dân huyện giao các phòng chuyên môn khẩn trương rà soát 1 và báo cáo kết quả về Ủy ban nhân dân tỉnh."
    assert whole in document.text
    joint = document.text.index("về Ủy ban nhân dân tỉnh.")
    assert next(place.page for place in document.places if place.start == joint) == 2
    assert [place.start for place in document.places] == sorted(place.start for place in document.places)


def test_a_number_that_is_no_page_number_is_no_furniture() -> None:
    document = read(pdf_bytes([["Tổng số hộ nghèo:", "317"], ["Tổng số hộ:", "45"]]))
    assert not any(place.furniture for place in document.places)


def test_a_page_of_nothing_is_an_empty_document_with_a_warning() -> None:
    document = read(pdf_bytes([[]]))
    assert document.text == ""
    assert any("không có chữ" in warning for warning in document.warnings)


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(TooLargeError, match="3 trang"):
        load_bytes(pdf_bytes([["a"], ["b"], ["c"]]), "a.pdf", limits=Limits(pages=2))


@pytest.mark.parametrize("cut", [6, 100, 800])
def test_a_truncated_file_is_named_as_broken(cut: int) -> None:
    with pytest.raises(BrokenFileError, match=r"thong-bao\.pdf"):
        read(pdf_bytes([["Xin chào"]])[:cut])


def test_a_password_is_asked_for() -> None:
    with pytest.raises(ProtectedFileError, match="mật khẩu"):
        read(_encrypted())


def _encrypted() -> bytes:
    """A file whose encryption dictionary (ISO 32000-1, 7.6.3) no empty password opens."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        b"<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>startxref %d\n%%%%EOF" % len(data)
    return data + b"xref\n0 5\n0000000000 65535 f \n" + table + trailer


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "(Mật)"])
@pytest.mark.parametrize("beside", [False, True])
def test_a_secret_document_is_refused(mark: str, *, beside: bool) -> None:
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    stamped = [[(60, mark), (250, motto)]] if beside else [mark, motto]
    with pytest.raises(SecretDocumentError):
        read(pdf_bytes([["UBND TỈNH", *stamped, "Điều 1. Nội dung."], ["Trang sau."]]))


def test_a_mark_on_a_later_page_is_refused() -> None:
    with pytest.raises(SecretDocumentError):
        read(pdf_bytes([[f"Nội dung dòng {number}." for number in range(40)], ["TUYỆT MẬT", "Phụ lục"]]))


def test_the_word_at_a_line_start_is_no_mark() -> None:
    lines = ["Công an huyện tuyên truyền, phổ biến các quy định của Luật về công tác bảo vệ bí", "mật", "nhà nước."]
    assert "bảo vệ bí mật nhà nước." in read(pdf_bytes([lines])).text


@pytest.mark.needs_tesseract
def test_a_scanned_page_among_typed_ones_is_read() -> None:
    import io

    import pypdfium2

    typed = pypdfium2.PdfDocument(pdf_bytes([["Trang gõ máy có đủ chữ để đọc."]]))
    picture = pypdfium2.PdfDocument(scanned_pdf(scan("Trang quét của xã Mường Phăng")))
    typed.import_pages(picture)
    stream = io.BytesIO()
    typed.save(stream)
    document = read(stream.getvalue())
    assert "Trang gõ máy" in document.text
    assert "Trang quét của xã Mường Phăng" in document.text
    assert document.scanned
    assert {place.page for place in document.places} == {1, 2}


def test_without_tesseract_a_scan_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(MissingProgramError, match="apt install tesseract-ocr tesseract-ocr-vie"):
        read(scanned_pdf(scan("Trang quét")))


def test_too_many_scanned_pages_are_refused() -> None:
    page = scan("x", size=(400, 400))
    with pytest.raises(TooLargeError, match="2 trang quét"):
        load_bytes(scanned_pdf(page, page), "a.pdf", limits=Limits(scanned_pages=1))
