"""Reading the criteria sets: one file a set, named by its code."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

import msgspec
import yaml

from camket.vocabulary.criteria.criteria import CriteriaSet, Grade, Kind, Level
from camket.vocabulary.data_file import VocabularyError

SETS = Path(__file__).parent / "sets"

GRADES: Mapping[Grade, str] = MappingProxyType(
    {"met": "đạt", "basically_met": "cơ bản đạt", "not_met": "chưa đạt"},
)
"""How a criterion that gets no points is assessed, and what people call it."""

# Every scalar as text: a figure goes to Decimal as it was written, and brackets in a name are only brackets.
_Loader: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def load_criteria_sets() -> Mapping[str, CriteriaSet]:
    """The packaged sets by code, read once a process. Raise VocabularyError."""
    return read_criteria_sets(SETS)


def read_criteria_sets(folder: Path) -> Mapping[str, CriteriaSet]:
    """The sets of the files in ``folder``, by code, in the order of the codes. Raise VocabularyError naming the file."""
    return MappingProxyType({path.stem: _read(path) for path in sorted(folder.glob("*.yml"))})


def in_force(level: Level, kind: Kind, day: date) -> CriteriaSet | None:
    """The packaged set a unit of that level is assessed by on that day, None where there is none."""
    for one in load_criteria_sets().values():
        if (one.level, one.kind) == (level, kind) and one.holds_on(day):
            return one
    return None


def _read(path: Path) -> CriteriaSet:
    try:
        plain = yaml.load(path.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - makes text, lists and mappings only
        return msgspec.convert({"code": path.stem, **plain}, CriteriaSet, strict=False)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, TypeError) as error:
        raise VocabularyError(f"{path.name}: không đọc được bộ tiêu chí ({error}); hãy sửa lại cú pháp YAML") from error
    except msgspec.ValidationError as error:
        raise VocabularyError(f"{path.name}: {error}; hãy sửa theo kiểu CriteriaSet (criteria.py)") from error
