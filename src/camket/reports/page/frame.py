"""The page around the documents: index, filters, search, help; style and script in the file, allowed by their hash."""

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from camket.reports.labels import Labels, load_labels
from camket.reports.page.document import Section
from camket.reports.period import date_words
from camket.reports.run import Run

_FOLDER = Path(__file__).parent


def frame(run: Run, sections: Sequence[Section]) -> str:
    """The whole page."""
    labels = load_labels()
    style = _file("page.css") + _hues(labels)
    script = _file("page.js")
    return Template(_file("page.html")).substitute(
        title=escape(_title(sections)),
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'",
        style=style,
        script=script,
        made=date_words(run.made.date()),
        total=str(len(sections)),
        index=_index(sections),
        filters=_filters(run, labels),
        failures=_failures(run),
        documents="".join(section.html for section in sections),
    )


def _title(sections: Sequence[Section]) -> str:
    return sections[0].title if len(sections) == 1 else f"{len(sections)} văn bản"


def _hues(labels: Labels) -> str:
    return "".join(f".k-{kind}{{--h:{label.hue}}}\n" for kind, label in labels.kinds.items())


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _index(sections: Sequence[Section]) -> str:
    if len(sections) < 2:
        return ""
    items = "".join(_entry(section) for section in sections)
    return f'<nav class="index" aria-label="Các văn bản"><details open><summary>{len(sections)} văn bản</summary><ol>{items}</ol></details></nav>'


def _entry(section: Section) -> str:
    doubt = f' <span class="doubts">⚠ {section.doubtful} cần kiểm tra</span>' if section.doubtful else ""
    name = f'<span class="file">{escape(section.name)}</span>' if section.name != section.title else ""
    return (
        f'<li><a href="#d{section.number}">{escape(section.title)}</a> {name} '
        f'<span class="count">{section.statements} mục</span>{doubt}</li>'
    )


def _filters(run: Run, labels: Labels) -> str:
    counts = Counter(statement.kind for reading in run.readings for statement in reading.statements)
    return "".join(
        f'<button type="button" class="k-{kind}" data-kind="{kind}" aria-pressed="false"><span class="sign" aria-hidden="true">'
        f'{label.sign}</span>{escape(label.label)} <span class="count">{counts[kind]}</span></button>'
        for kind, label in labels.kinds.items()
        if counts[kind]
    )


def _failures(run: Run) -> str:
    if not run.failures:
        return ""
    items = "".join(f"<li><strong>{escape(one.name)}</strong>: {escape(one.reason)}</li>" for one in run.failures)
    return f'<section class="failures"><h2>Tệp không đọc được</h2><ul>{items}</ul></section>'


def _file(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")
