"""Marking: what is shown of a text, and where the words stand in it."""

import unicodedata

from camket.ledger.search.marking import Passage, part, whole
from camket.ledger.search.question import terms


def shown(passage: Passage, text: str) -> list[str]:
    assert text[passage.start : passage.start + len(passage.text)] == passage.text
    return [text[mark.start : mark.end] for mark in passage.marks]


def test_marks_stand_in_the_original_text() -> None:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, "Giao xã Nà Hẩu sửa đường vào bản; đường đã hỏng.")
        marked = shown(whole("text", text, terms("duong na")), text)
        assert marked == [unicodedata.normalize(form, one) for one in ("Nà", "đường", "đường")]


def test_a_phrase_is_one_mark_whatever_stands_between_its_words() -> None:
    text = "Số 51/2025/QĐ-TTg, sửa –  đường"
    assert shown(whole("text", text, terms('51/2025/qđ-tt "sửa đường"')), text) == [
        "51/2025/QĐ-TTg",
        "sửa –  đường",
    ] or (shown(whole("text", text, terms('"sửa đường" 51/2025/qđ-tt')), text) == ["51/2025/QĐ-TTg", "sửa –  đường"])


def test_words_as_typed_hide_those_that_are_not() -> None:
    text = "bán gạo cho bản"
    assert shown(whole("text", text, terms("bản ")), text) == ["bản"]
    assert shown(whole("text", text, terms("ban ")), text) == ["bán", "bản"]
    assert shown(whole("text", text, terms("bàn ")), text) == ["bán", "bản"]


def test_of_a_long_text_the_part_with_most_terms_is_shown() -> None:
    text = f"Cầu ở đây. {'Một dòng khác. ' * 100}Sửa cầu và đường. {'Dòng nữa. ' * 100}"
    passage = part("text", text, terms("cau duong "))
    assert "Sửa cầu và đường" in passage.text
    assert {"cầu", "đường"} <= set(shown(passage, text))
    assert len(passage.text) < 400
    assert not text[passage.start - 1 : passage.start + 1].strip().isalpha() or text[passage.start - 1].isspace()


def test_a_text_without_the_words_is_shown_from_its_beginning() -> None:
    assert part("text", "Không có gì.", terms("duong")) == Passage("text", 0, "Không có gì.", ())
    assert part("text", "", terms("duong")) == Passage("text", 0, "", ())


def test_letters_without_end_are_shown_in_part() -> None:
    text = "a" * 1_000_000
    assert len(part("text", f"{text} đường {text}", terms("duong ")).text) < 600
    assert len(part("text", text, terms("duong ")).text) < 600
