"""Scans: read after cleaning, marked as scanned, and refused when stamped secret."""

import pytest
from loading_samples import picture_bytes, scan

from camket.reading.loading import (
    BrokenFileError,
    Limits,
    MissingProgramError,
    SecretDocumentError,
    TooLargeError,
    load_bytes,
)
from camket.reading.loading.ocr import clean, skew

LINES = (
    "Ủy ban nhân dân xã Mường Phăng báo cáo kết quả sáu tháng,",
    "sản lượng lương thực đạt 1.234,5 tấn, tăng 4,17% so với",
    "cùng kỳ; tỷ lệ hộ nghèo giảm còn 7,71%.",
    "Đề nghị Sở Tài chính sớm bố trí 25 tỷ đồng.",
)
TEXT = " ".join(LINES[:3]) + "\n" + LINES[3] + "\n"


@pytest.mark.needs_tesseract
@pytest.mark.parametrize(
    "dirt",
    [{}, {"angle": 2.5}, {"angle": -3.2, "specks": 8000}, {"specks": 40000}],
    ids=["clean", "skewed", "both", "specks"],
)
def test_a_page_is_read_whatever_the_scanner_did(dirt: dict[str, float]) -> None:
    page = scan(*LINES, angle=dirt.get("angle", 0.0), specks=int(dirt.get("specks", 0)))
    document = load_bytes(picture_bytes(page), "quet.png")
    assert document.text == TEXT
    assert document.scanned
    assert document.format == "image"
    assert {place.page for place in document.places} == {1}


@pytest.mark.needs_tesseract
@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("TIFF", "a.tif"), ("PNG", "a.jpeg")])
def test_each_kind_of_picture_is_read(kind: str, name: str) -> None:
    assert load_bytes(picture_bytes(scan(*LINES), kind), name).text == TEXT


@pytest.mark.needs_tesseract
def test_each_frame_of_a_tiff_is_a_page() -> None:
    import io

    stream = io.BytesIO()
    scan("Trang thứ nhất.").save(stream, "TIFF", save_all=True, append_images=[scan("Trang thứ hai.")])
    document = load_bytes(stream.getvalue(), "a.tiff")
    assert document.text == "Trang thứ nhất.\nTrang thứ hai.\n"
    assert [place.page for place in document.places] == [1, 2]


@pytest.mark.needs_tesseract
@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_secret_scan_is_refused(mark: str) -> None:
    with pytest.raises(SecretDocumentError):
        load_bytes(picture_bytes(scan("ỦY BAN NHÂN DÂN TỈNH", "", mark, "", *LINES, angle=1.0)), "quet.png")


@pytest.mark.parametrize("angle", [-4.0, -1.3, 0.0, 0.7, 3.5])
def test_the_skew_is_found(angle: float) -> None:
    assert skew(scan(*LINES, angle=angle)) == pytest.approx(-angle, abs=0.21)


def test_an_empty_page_is_left_straight() -> None:
    assert skew(scan()) == 0.0


def test_specks_go_and_clean_print_stays() -> None:
    dark = bytes(range(100))
    clean_page, dirty = scan(*LINES), scan(*LINES, specks=40000)
    amount = sum(clean(clean_page).tobytes().count(bytes([value])) for value in dark)
    left = sum(clean(dirty).tobytes().count(bytes([value])) for value in dark)
    assert amount == pytest.approx(sum(clean_page.tobytes().count(bytes([value])) for value in dark), rel=0.1)
    assert left < amount * 1.1


def test_pictures_out_of_bounds_are_refused() -> None:
    data = picture_bytes(scan("x"))
    with pytest.raises(TooLargeError):
        load_bytes(data, "a.png", limits=Limits(pixels=1000))
    with pytest.raises(BrokenFileError, match="ảnh bị hỏng"):
        load_bytes(data[: len(data) // 2], "a.png")


def test_without_tesseract_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(MissingProgramError, match="apt install tesseract-ocr tesseract-ocr-vie"):
        load_bytes(picture_bytes(scan("x")), "a.png")
