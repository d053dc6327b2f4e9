"""Reading a YAML data file into typed values, by the fast loader where it is there."""

from pathlib import Path

import msgspec
import yaml

# A loader that makes plain values only; the C one is ten times as fast and not everywhere.
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml[T](path: Path, kind: type[T]) -> T:
    """The file's content as ``kind``. Raises msgspec.ValidationError where it is shaped otherwise."""
    return msgspec.convert(yaml.load(path.read_text("utf-8"), Loader=_Loader), kind)  # noqa: S506 - a safe loader
