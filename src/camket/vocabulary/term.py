"""Smaller terms: abbreviations, qualifiers of a number, themes."""

import msgspec


class Abbreviation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A short form and what it may stand for, likeliest first."""

    code: str
    expansions: tuple[str, ...]

    @property
    def ambiguous(self) -> bool:
        """Whether context must decide between expansions."""
        return len(self.expansions) > 1


class Qualifier(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How exact a number is. ``words`` stand right before it, ``words_after`` right after ("trở lên")."""

    code: str
    label_vi: str
    label_en: str
    words: tuple[str, ...]
    words_after: tuple[str, ...] = ()


class Theme(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A field of government (lĩnh vực), and the words by which a sentence is known to speak of it."""

    code: str
    label_vi: str
    label_en: str
    words: tuple[str, ...]
