"""Carrying out ``camket units lint``."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from rich.console import Console
from rich.text import Text

from camket.cli.output import one_line
from camket.cli.units.opening import open_register
from camket.cli.units.printing import Record, day_words, plain_table, print_json, screen
from camket.cli.units.refusal import refusing
from camket.units.collation import sort_key
from camket.units.completeness import Completeness, completeness
from camket.units.consistency import Inconsistency, inconsistencies
from camket.units.official_counts import Compared, compare, read_official_counts
from camket.units.register import Register

SOUND, UNSOUND = 0, 1
_HEADINGS = (
    "Tỉnh, thành phố", "Đầy đủ từ", "Đơn vị", "Đầy đủ", "Biết ngày đầu", "Biết văn bản", "Biết kế thừa", "Biết tỷ lệ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Findings:
    """What there is to say of a table."""

    register: Register
    wrong: tuple[Inconsistency, ...]
    provinces: tuple[Completeness, ...]
    counts: tuple[Compared, ...]

    @property
    def differing(self) -> tuple[Compared, ...]:
        """Counts that differ on days for which the table says that it is complete."""
        return tuple(one for one in self.counts if one.claimed and not one.agrees)


def carry_out(form: str, overrides: Path | None) -> int:
    """Look through the table and say what was found; return the exit code."""
    with refusing():
        register = open_register(overrides)
        findings = Findings(
            register,
            tuple(inconsistencies(register)),
            tuple(sorted(completeness(register), key=lambda one: sort_key(one.province.latest.name))),
            tuple(compare(register, read_official_counts())),
        )
    if form == "json":
        print_json(_record(findings))
    else:
        _print(findings)
    return UNSOUND if findings.wrong or findings.differing else SOUND


def _record(findings: Findings) -> Record:
    return {
        "inconsistencies": [{"unit": one.unit, "reason": one.reason} for one in findings.wrong],
        "provinces": [_completeness_record(one) for one in findings.provinces],
        "official_counts": [_count_record(one) for one in findings.counts],
    }


def _completeness_record(one: Completeness) -> Record:
    return {
        "province": one.province.id,
        "full_name": one.province.latest.full_name,
        "complete_since": one.since,
        "units": one.units,
        "complete": one.sound,
        "first_day_known": one.first_days,
        "act_known": one.acts,
        "ended": one.ended,
        "successors_known": one.succeeded,
        "parts": one.parts,
        "shares_known": one.shares,
    }


def _count_record(one: Compared) -> Record:
    return {
        "day": one.official.day,
        "province": one.official.province,
        "kind": one.official.code,
        "official": one.official.count,
        "counted": one.counted,
        "agrees": one.agrees,
        "within_coverage": one.claimed,
        "source": one.official.source,
    }


def _print(findings: Findings) -> None:
    console = screen()
    for one in findings.wrong:
        console.print(Text(one_line(f"✗ {one.unit}: {one.reason}")))
    _print_provinces(console, findings.provinces)
    _print_counts(console, findings)
    agreeing = sum(one.agrees for one in findings.counts)
    console.print(
        f"{len(findings.register)} đơn vị, {len(findings.register.moves)} thay đổi; "
        f"{len(findings.wrong)} chỗ mâu thuẫn; {agreeing}/{len(findings.counts)} số đã công bố khớp."
    )


def _print_provinces(console: Console, provinces: tuple[Completeness, ...]) -> None:
    table = plain_table(*_HEADINGS)
    for one in provinces:
        table.add_row(
            one_line(one.province.latest.full_name),
            day_words(one.since, "chưa rõ"),
            str(one.units),
            _percent(one.share),
            f"{one.first_days}/{one.units}",
            f"{one.acts}/{one.first_days}",
            f"{one.succeeded}/{one.ended}",
            f"{one.shares}/{one.parts}",
        )
    console.print(table, soft_wrap=False)


def _print_counts(console: Console, findings: Findings) -> None:
    table = plain_table("Ngày", "Nơi", "Loại", "Công bố", "Danh mục", "", "Nguồn")
    table.columns[-1].overflow = "fold"
    for one in findings.counts:
        province = one.official.province
        known = province is not None and province in findings.register
        place = findings.register[province].latest.full_name if known and province else province or "cả nước"
        table.add_row(
            day_words(one.official.day), one_line(place), one.official.word, str(one.official.count), str(one.counted),
            _verdict(one), one_line(one.official.source),
        )  # fmt: skip
    console.print(table, soft_wrap=False)


def _verdict(one: Compared) -> str:
    if one.agrees:
        return "khớp"
    return "KHÁC" if one.claimed else "khác (chưa đầy đủ)"


def _percent(share: Fraction) -> str:
    # rounded down: what is not whole must not look so
    return f"{int(share * 1000) / 10:.1f} %".replace(".", ",")
