"""Words of a table as they are compared: without diacritics, capitals and spaces to spare."""

from unicodedata import combining, normalize


def plain(words: str) -> str:
    """The words in small letters without diacritics: "Mã đơn_vị " is "ma don vi"."""
    marked = normalize("NFD", words.lower().replace("đ", "d").replace("_", " "))
    return " ".join("".join(sign for sign in marked if not combining(sign)).split())
