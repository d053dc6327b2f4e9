"""Composition to NFC in linear time, whatever was piled on a letter.

Python puts the marks on one letter in their canonical order by insertion: two megabytes of unordered marks on a
single letter would take hours. Marks that are in order already cost nothing, so those of a long run are ordered first.
"""

import re
import unicodedata
from itertools import groupby

# Marks are neither letters nor blanks nor ASCII. What is shorter than this is ordered quickly however it stands.
_LONG_RUN = re.compile(r"[^\w\s!-~]{100,}")


def nfc(text: str) -> str:
    """``unicodedata.normalize("NFC", text)``, in linear time."""
    return unicodedata.normalize("NFC", _LONG_RUN.sub(_in_order, text))


def _in_order(run: re.Match[str]) -> str:
    # Sign by sign, because a sign of class 0 may be made of marks that are not.
    signs = "".join(unicodedata.normalize("NFD", sign) for sign in run.group())
    stretches = groupby(signs, lambda sign: unicodedata.combining(sign) == 0)
    return "".join(
        "".join(stretch if starters else sorted(stretch, key=unicodedata.combining)) for starters, stretch in stretches
    )
