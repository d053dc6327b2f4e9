"""Reading one YAML file of the vocabulary into plain values, and saying where it is wrong."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from camket.vocabulary.wording import Shared, expand

# Every scalar is read as text ("no", "2021-01-01" and "1.0" stay what was written); the types say what it is to be.
_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Plain = str | list["Plain"] | dict[str, "Plain"]


class VocabularyError(Exception):
    """A data file that cannot be used; the message says which, where and what to do, in Vietnamese."""


def read_entries(path: Path, shared: Shared) -> dict[str, dict[str, Plain]]:
    """Return the entries of a file, by code, their wordings expanded. Raise VocabularyError."""
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        message = f"{path.name}: không đọc được YAML ({error}); hãy sửa lại cú pháp"
        raise VocabularyError(message) from error
    entries = _plain(node, path, shared) if node is not None else {}
    if not isinstance(entries, dict) or not all(isinstance(entry, dict) for entry in entries.values()):
        message = f"{path.name}: cần một bảng «mã: {{thuộc tính}}» cho mỗi mục; hãy viết lại tệp theo dạng đó"
        raise VocabularyError(message)
    return entries  # type: ignore[return-value]  # each entry was just seen to be a dict


def read_shared(path: Path) -> dict[str, list[str]]:
    """Return the shared wordings that ``$NAME`` stands for. Raise VocabularyError."""
    node = yaml.compose(path.read_text("utf-8"), Loader=_Loader)
    return {key.value: [one.value for one in values.value] for key, values in node.value}


def _plain(node: yaml.Node, path: Path, shared: Shared) -> Plain:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [value for item in node.value for value in _items(item, path, shared)]
    return _mapping(node, path, shared)


def _items(node: yaml.Node, path: Path, shared: Shared) -> Iterator[Plain]:
    if isinstance(node, yaml.ScalarNode):
        yield from _wordings(node, path, shared)
    else:
        yield _plain(node, path, shared)


def _mapping(node: yaml.MappingNode, path: Path, shared: Shared) -> dict[str, Plain]:
    mapping: dict[str, Plain] = {}
    for key, value in node.value:
        for name in _wordings(key, path, shared):
            if name in mapping:
                message = f"{path.name}, dòng {key.start_mark.line + 1}: «{name}» có hai lần; hãy bỏ hoặc gộp một lần"
                raise VocabularyError(message)
            mapping[name] = _plain(value, path, shared)
    return mapping


def _wordings(node: yaml.ScalarNode, path: Path, shared: Shared) -> tuple[str, ...]:
    try:
        return expand(node.value, shared)
    except KeyError as error:
        message = f"{path.name}, dòng {node.start_mark.line + 1}: ${error.args[0]} không có trong wordings.yml"
        raise VocabularyError(message) from error
