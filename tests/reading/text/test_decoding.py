"""Bytes become the one text of a document: every encoding recognised, Unicode never touched, losses reported."""

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viparse.normalize.tcvn3 import TCVN3
from viparse.normalize.vni import VNI

from camket.reading.loading.decoding import decode, text_from
from camket.vocabulary.syllables import is_syllable

REPORT = (
    "Đồng chí Bí thư Huyện ủy Nậm Mẫu cho biết: năm 2023, tổng diện tích gieo trồng đạt 4.512,7 ha, bằng 102% kế hoạch.\n"
    "Tỷ lệ hộ nghèo giảm còn 9,3%; những thôn vùng cao vẫn thiếu nước sinh hoạt, đường vào bản còn lầy lội.\n"
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def in_font(text: str, table: object) -> str:
    """Write Unicode text with the characters of a legacy font."""
    back = {"ẳ": "aú"} | {letter: surface for surface, letter in table.pairs}  # type: ignore[attr-defined]
    return "".join(back.get(letter, letter) for letter in text)


def in_windows_1258(text: str) -> bytes:
    written = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(part for part in parts if part in _TONES)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
        written.append(base + tones)
    return "".join(written).encode("cp1258")


def misread(text: str) -> str:
    """Read UTF-8 as browsers read Windows-1252, which leaves five bytes as control characters."""
    return "".join(
        chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes((byte,)).decode("cp1252")
        for byte in text.encode()
    )


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (REPORT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + REPORT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + REPORT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + REPORT.encode("utf-16-be"), "utf-16-be"),
        (in_windows_1258(REPORT), "cp1258"),
        (in_font(REPORT, VNI).encode("cp1252"), "vni"),
        (in_font(REPORT, TCVN3).encode("cp1252"), "tcvn3"),
        (in_font(REPORT, VNI).encode(), "vni"),
        (in_font(REPORT, TCVN3).encode(), "tcvn3"),
        (misread(REPORT).encode(), "utf-8-misread"),
        (REPORT.encode().decode("latin-1").encode(), "utf-8-misread"),
    ],
)
def test_each_encoding_is_recognised_and_converted(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert decoded.text == REPORT
    assert decoded.encoding == encoding
    assert bool(decoded.warnings) == (encoding in ("cp1258", "vni", "tcvn3", "utf-8-misread"))


def test_no_break_spaces_that_a_site_made_plain_are_found_again() -> None:
    text = "Nhà nước và nhân dân cùng làm, toàn huyện còn nhiều việc phải làm ngay."
    assert text_from(misread(text).replace("\u00a0", " ")).text == text


def test_only_the_legacy_lines_of_a_mixed_text_are_converted() -> None:
    mixed = REPORT + in_font(REPORT, TCVN3)
    assert text_from(mixed).text == REPORT + REPORT


def test_legacy_conversion_comes_before_composition() -> None:
    # NFC would join the VNI letter "e" with nothing, but must not see half-converted text; marks stay decomposable.
    decomposed = unicodedata.normalize("NFD", REPORT)
    assert text_from(decomposed).text == REPORT
    assert text_from(decomposed).encoding == "utf-8"


@pytest.mark.parametrize(
    "text",
    [
        "The district reports 12 of 17 targets met; façade, naïve, café and déjà vu stay as they are.",
        "Le département a présenté son bilan à l’été: années précédentes, coût élevé, très bientôt achevé.",
        "Der Landkreis überprüft künftig die Straßen für größere Fahrzeuge; Förderung wäre nötig.",
        "1.250 ha; 45,7%; 12/17; ½ và ¾ diện tích; 35 °C; 20 m²; «Nậm Mẫu»; ©; ®; ±; §",
        "· 12 xã\n· 7 xã\n¶ 5",
        "bà cô già đi chợ về nhà",
        "Ð",
        "",
    ],
)
def test_other_languages_numbers_and_signs_stay(text: str) -> None:
    assert text_from(text) == (unicodedata.normalize("NFC", text), "utf-8", ())


_ONSETS = ["", "b", "ch", "đ", "gi", "h", "kh", "ng", "nh", "ph", "qu", "t", "th", "tr", "x"]
_RHYMES = ["a", "an", "ăng", "âu", "e", "ê", "iên", "o", "ôi", "ong", "ơn", "ua", "ươc", "uyên", "y"]
_VOWELS = "aăâeêioôơuưy"


def spoken(onset: str, rhyme: str, tone: str) -> str:
    at = max(rhyme.find(vowel) for vowel in _VOWELS if vowel in rhyme)
    return unicodedata.normalize("NFC", onset + rhyme[: at + 1] + tone + rhyme[at + 1 :])


_SYLLABLES = st.builds(
    spoken, st.sampled_from(_ONSETS), st.sampled_from(_RHYMES), st.sampled_from(["", *_TONES]),
).filter(is_syllable)  # fmt: skip


@given(st.lists(_SYLLABLES, max_size=60), st.sampled_from([" ", "\n", " - ", "; ", " 12,5% "]))
def test_unicode_vietnamese_is_never_touched(words: list[str], between: str) -> None:
    text = between.join(words)
    assert text_from(text).text == text
    assert decode(text.encode()).text == text


def has_accents(words: list[str]) -> bool:
    enough = 10
    return sum(not word.isascii() for word in words) >= enough


@given(st.lists(_SYLLABLES, min_size=15, max_size=60, unique=True).filter(has_accents))
def test_a_legacy_text_of_a_dozen_words_comes_back(words: list[str]) -> None:
    text = " ".join(words).lower()
    assert text_from(in_font(text, TCVN3)).text == text
    assert text_from(in_font(text, VNI)).text == text
    assert text_from(misread(text)).text == text


@given(st.binary(max_size=400))
def test_any_bytes_become_a_storable_text(data: bytes) -> None:
    text = decode(data).text
    text.encode()
    assert "\x00" not in text
    assert "\r" not in text
    assert unicodedata.is_normalized("NFC", text)


@given(st.text(st.characters(), max_size=200))
def test_any_string_becomes_a_storable_text(text: str) -> None:
    text_from(text).text.encode()


def test_nul_and_lone_surrogates_keep_their_place() -> None:
    decoded = text_from("a\x00b\ud800c")
    assert decoded.text == "a\ufffdb\ufffdc"
    assert "2 ký tự" in decoded.warnings[0]


def test_line_ends_become_line_feeds_and_nothing_else_changes() -> None:
    assert text_from("\ufeffmột\r\nhai\rba\n\n  bốn\tnăm \u00a0").text == "một\nhai\nba\n\n  bốn\tnăm \u00a0"


def test_a_broken_byte_does_not_spoil_a_utf8_text() -> None:
    decoded = decode(REPORT.encode() + b"\xe1\xba")
    assert decoded.text.startswith(REPORT)
    assert decoded.encoding == "utf-8"
    assert "UTF-8" in decoded.warnings[0]


def test_bytes_in_no_known_encoding_are_said_to_be_so() -> None:
    decoded = decode("日本の地方自治体の報告書です。予算は増えました。".encode("shift_jis"))
    assert "không nhận ra bảng mã" in decoded.warnings[0]


def test_lost_letters_are_reported_and_not_invented() -> None:
    lost = "".join(letter for letter in REPORT * 3 if letter not in "ổồốộệạấậầểứ")
    decoded = text_from(lost)
    assert decoded.text == lost
    assert any("mất chữ" in warning for warning in decoded.warnings)


def test_text_without_diacritics_is_reported() -> None:
    plain = "huyen bao cao ket qua thuc hien nhiem vu phat trien kinh te xa hoi va phuong huong nam toi " * 3
    assert text_from(plain).text == plain
    assert any("không có dấu" in warning for warning in text_from(plain).warnings)


@pytest.mark.parametrize(
    "text", [REPORT * 4, "The committee will review the report of the province and its districts next week. " * 8]
)
def test_sound_texts_raise_no_warning(text: str) -> None:
    assert text_from(text).warnings == ()
