"""Disaster losses: what was hit, what happened to it, and the hazards that do it."""

import msgspec


class LossCategory(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a disaster took. A loss is one of ``nouns`` (what is hit) in one of ``states`` (what happened).

    ``labels_vi``: headings of bulletins ("thiệt hại về nhà"). ``units``: codes, the first is the one values are kept in.
    ``form_codes``: codes of Joint Circular 43/2015/TTLT-BNNPTNT-BKHĐT's forms that it feeds; ``sendai``: the indicators
    of the Sendai Framework Monitor it feeds. ``within`` is the wider category that includes it.
    """

    code: str
    label_vi: str
    label_en: str
    nouns: tuple[str, ...]
    states: tuple[str, ...] = ()
    labels_vi: tuple[str, ...] = ()
    units: tuple[str, ...]
    form_codes: tuple[str, ...] = ()
    sendai: tuple[str, ...] = ()
    within: str | None = None


class Hazard(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A natural hazard, with the words reports use for it."""

    code: str
    label_vi: str
    label_en: str
    words: tuple[str, ...]
