"""``python -m camket.vocabulary.glossary``: write docs/GLOSSARY.md from the vocabulary; ``--check`` says if it is stale."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from camket.vocabulary.commitment import CommitmentKind, load_commitment_kinds
from camket.vocabulary.indicator import Indicator
from camket.vocabulary.loss import LossCategory
from camket.vocabulary.vocabulary import Vocabulary, load_vocabulary

GLOSSARY = Path(__file__).parents[3] / "docs" / "GLOSSARY.md"

_HEAD = """# Bảng thuật ngữ · Glossary

Sinh từ `src/camket/vocabulary` bằng `python -m camket.vocabulary.glossary`; đừng sửa tay.
Generated from the vocabulary; do not edit by hand.
"""


class _Labelled(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def label_vi(self) -> str: ...
    @property
    def label_en(self) -> str: ...


def glossary(vocabulary: Vocabulary) -> str:
    """Return the glossary as Markdown: Vietnamese, code name, English, and what the term is not."""
    kinds = load_commitment_kinds().values()
    return "\n".join([_HEAD, *_indicator_tables(vocabulary), *_other_tables(vocabulary), *_commitment_table(kinds)])


def _indicator_tables(vocabulary: Vocabulary) -> Iterator[str]:
    for theme in vocabulary.themes.values():
        own = [one for one in vocabulary.indicators.values() if one.theme == theme.code]
        if own:
            yield f"## Chỉ tiêu: {theme.label_vi} · {theme.label_en}\n"
            head = ("Tiếng Việt", "Mã", "English", "Đơn vị", "Không phải · Not this")
            yield _table(head, (_indicator_row(one, vocabulary) for one in own))


def _indicator_row(indicator: Indicator, vocabulary: Vocabulary) -> tuple[str, ...]:
    traps = (
        f"{vocabulary.indicators[code].label_vi} (`{code}`): {reason}" for code, reason in indicator.not_this.items()
    )
    return (indicator.label_vi, f"`{indicator.code}`", indicator.label_en, indicator.unit, "<br>".join(traps))


def _other_tables(vocabulary: Vocabulary) -> Iterator[str]:
    yield "## Thiệt hại do thiên tai · Disaster losses\n"
    head = ("Tiếng Việt", "Mã", "English", "Đơn vị", "Sendai")
    yield _table(head, (_loss_row(one) for one in vocabulary.loss_categories.values()))
    yield from _plain_table("Loại hình thiên tai · Hazards", vocabulary.hazards)
    yield from _plain_table("Loại văn bản · Documents", vocabulary.document_types)
    yield from _plain_table("Cơ quan · Bodies", vocabulary.bodies)
    yield from _plain_table("Chức vụ · Posts", vocabulary.posts)
    yield from _plain_table("Mức độ chính xác của số · Qualifiers", vocabulary.qualifiers)
    yield from _plain_table("Đơn vị đo · Units of measure", vocabulary.units)
    yield from _plain_table("Đại lượng gốc · Base measures", vocabulary.measures)
    yield from _plain_table("Lĩnh vực · Themes", vocabulary.themes)


def _commitment_table(kinds: Iterable[CommitmentKind]) -> Iterator[str]:
    """Each state in the words of every kind: the same state bears another name on screen where the field says so."""
    yield "## Cam kết và trạng thái · Commitments and their states\n"
    yield _table(
        ("Loại", "Mã", "English", "Trạng thái", "Mã trạng thái", "State"),
        (
            (kind.label_vi, f"`{kind.code}`", kind.label_en, state.label_vi, f"`{state.code}`", state.label_en)
            for kind in kinds
            for state in kind.states.values()
        ),
    )


def _loss_row(loss: LossCategory) -> tuple[str, ...]:
    return (loss.label_vi, f"`{loss.code}`", loss.label_en, loss.units[0], ", ".join(loss.sendai))


def _plain_table(title: str, entries: Mapping[str, _Labelled]) -> Iterator[str]:
    yield f"## {title}\n"
    rows = ((one.label_vi, f"`{one.code}`", one.label_en) for one in entries.values())
    yield _table(("Tiếng Việt", "Mã", "English"), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main(arguments: list[str], path: Path = GLOSSARY) -> int:
    """Write the glossary to ``path``, or with ``--check`` only compare; return the exit code."""
    text = glossary(load_vocabulary())
    if "--check" not in arguments:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return 0
    if path.exists() and path.read_text("utf-8") == text:
        return 0
    sys.stdout.write(f"{path.name} đã cũ; hãy chạy: python -m camket.vocabulary.glossary\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
