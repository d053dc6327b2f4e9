"""What a careful reader derives from the two real documents must come out; skipped where they are not at hand."""

import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from camket.reading.checks import Check
from camket.reading.document import Document
from camket.reading.read import read
from camket.vocabulary import load_vocabulary

_SHARED = Path(__file__).parents[4] / "shared"
_GOLD = sorted((_SHARED / "gold").glob("*.yaml"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not _GOLD, reason="cần thư mục ../shared với gold/ và seeds/"),
]


def _checks(name: str) -> tuple[Check, ...]:
    raw = (_SHARED / "seeds" / name).read_text("utf-8-sig")
    text = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))
    return read(Document(name, text), load_vocabulary()).checks


def _comes_out(wanted: dict[str, object], checks: tuple[Check, ...]) -> bool:
    if "check" in wanted:
        same = [one for one in checks if one.relation == wanted["check"]]
        when = wanted.get("date")
        return any(
            one.holds == wanted.get("holds", True)
            and (when is None or (one.derived and str(one.derived.value) == str(when)))
            for one in same
        )
    value = Decimal(str(wanted.get("value", wanted.get("change"))))
    role = wanted.get("role", "change" if "change" in wanted else "baseline")
    return any(
        one.derived is not None
        and (one.derived.indicator, one.derived.value, one.derived.role) == (wanted["indicator"], value, role)
        and wanted.get("period") in (None, one.derived.period)
        for one in checks
    )


@pytest.mark.parametrize("path", _GOLD, ids=lambda path: path.stem)
def test_what_follows_by_arithmetic_comes_out(path: Path) -> None:
    gold = yaml.safe_load(path.read_text("utf-8"))
    checks = _checks(gold["document"])
    missing = [wanted for wanted in gold.get("derived", []) if not _comes_out(wanted, checks)]
    assert not missing
    assert any(wanted for wanted in gold["derived"])


def test_only_the_criteria_ask_for_a_look() -> None:
    failing = {
        one.relation
        for path in _GOLD
        for one in _checks(yaml.safe_load(path.read_text("utf-8"))["document"])
        if not one.holds
    }
    assert failing == {"criteria"}
