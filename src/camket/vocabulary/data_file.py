"""Reading one YAML file of the vocabulary into plain values, and saying where it is wrong."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from camket.vocabulary.wording import Shared, expand

# Every scalar is read as text ("no", "2021-01-01" and "1.0" stay what was written); the types say what it is to be.
# CBaseLoader is the C parser of CSafeLoader without the guessing of types.
_Loader: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

type Plain = str | list[Plain] | dict[str, Plain]
type Entry = dict[str, Plain]


class VocabularyError(Exception):
    """A data file that cannot be used; the message says which, where and what to do, in Vietnamese."""


def read_entries(path: Path, shared: Shared) -> dict[str, Entry]:
    """Return the entries of a file, by code, their wordings expanded. Raise VocabularyError."""
    entries: dict[str, Entry] = {}
    for code, entry in _mapping(_compose(path), path, shared).items():
        if not isinstance(entry, dict):
            message = f"{path.name}: mục «{code}» phải là một bảng «thuộc tính: giá trị»; hãy viết lại mục này"
            raise VocabularyError(message)
        entries[code] = entry
    return entries


def read_shared(path: Path) -> dict[str, list[str]]:
    """Return the shared wordings that ``$NAME`` stands for; brackets in them are meant. Raise VocabularyError."""
    shared: dict[str, list[str]] = {}
    for key, values in _compose(path).value:
        if not isinstance(values, yaml.SequenceNode):
            message = f"{path.name}, dòng {key.start_mark.line + 1}: «{key.value}» phải là một danh sách cách viết"
            raise VocabularyError(message)
        shared[key.value] = [str(one.value) for one in values.value]
    return shared


def _compose(path: Path) -> yaml.MappingNode:
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=_Loader)
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        message = f"{path.name}: không đọc được YAML ({error}); hãy sửa lại cú pháp"
        raise VocabularyError(message) from error
    if not isinstance(node, yaml.MappingNode):
        message = f"{path.name}: cần một bảng «mã: thuộc tính»; hãy viết lại tệp theo dạng đó"
        raise VocabularyError(message)
    return node


def _plain(node: yaml.Node, path: Path, shared: Shared) -> Plain:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, shared)
    if isinstance(node, yaml.SequenceNode):
        return _sequence(node, path, shared)
    return str(node.value)


def _sequence(node: yaml.SequenceNode, path: Path, shared: Shared) -> list[Plain]:
    """Scalars are wordings, each kept once; anything else stays as it is."""
    if all(isinstance(item, yaml.ScalarNode) for item in node.value):
        return list(dict.fromkeys(wording for item in node.value for wording in _wordings(item, path, shared)))
    return [_plain(item, path, shared) for item in node.value]


def _mapping(node: yaml.MappingNode, path: Path, shared: Shared) -> Entry:
    return dict(_pairs(node, path, shared))


def _pairs(node: yaml.MappingNode, path: Path, shared: Shared) -> Iterator[tuple[str, Plain]]:
    seen: set[str] = set()
    for key, value in node.value:
        for name in _wordings(key, path, shared):
            if name in seen:
                message = f"{path.name}, dòng {key.start_mark.line + 1}: «{name}» có hai lần; hãy bỏ hoặc gộp một lần"
                raise VocabularyError(message)
            seen.add(name)
            yield name, _plain(value, path, shared)


def _wordings(node: yaml.Node, path: Path, shared: Shared) -> tuple[str, ...]:
    try:
        return expand(str(node.value), shared)
    except KeyError as error:
        message = f"{path.name}, dòng {node.start_mark.line + 1}: ${error.args[0]} không có trong wordings.yml"
        raise VocabularyError(message) from error
