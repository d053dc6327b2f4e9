"""The docs tell the truth: every command, folder, dependency and decision they should name is there, and no other."""

import ast
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from camket.cli import main

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
USAGE = (ROOT / "docs" / "usage.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")])
DECISIONS = ROOT / "docs" / "decisions"
SHOWN = re.compile(r"^(?:\$ )?camket ([a-z-]+)(.*)$|`camket ([a-z-]+)([^`]*)`", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])-{1,2}[a-z][a-z-]*")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def verbs(group: click.Group = main, before: str = "") -> dict[str, click.Command]:
    """Every verb by its words after ``camket``, those of a group of verbs after the group's own."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        found[f"{before}{name}"] = command
        if isinstance(command, click.Group):
            found |= verbs(command, f"{before}{name} ")
    return found


VERBS = verbs()


def options(command: click.Command) -> set[str]:
    """The options of a verb, long and short."""
    listed = (parameter for parameter in command.params if isinstance(parameter, click.Option))
    return {name for option in listed for name in (*option.opts, *option.secondary_opts)} | {"--help"}


def shown_commands() -> Iterator[tuple[str, str, str]]:
    """Every command line that a page shows, with its page."""
    for page in PAGES:
        for match in SHOWN.finditer(page.read_text("utf-8")):
            verb, rest = match[1] or match[3], match[2] or match[4] or ""
            second, _, further = rest.strip().partition(" ")
            if f"{verb} {second}" in VERBS:
                verb, rest = f"{verb} {second}", further
            yield page.name, verb, rest


def folders() -> list[str]:
    """Every folder that holds something of ours in the repository, but those that a maker fills."""
    found = {path.parent for path in (ROOT / "src" / "camket").rglob("*") if path.suffix in {".py", ".yml"}}
    found |= {path for path in ROOT.iterdir() if path.is_dir() and (path.name == ".ci" or path.name[0] != ".")}
    return sorted(path.relative_to(ROOT).as_posix() for path in found if path.name not in {"out", "dist"})


def imported() -> set[str]:
    """The packages outside the standard library that the code in src imports when it runs, by itself or through Django."""
    names = {"psycopg"}
    for path in (ROOT / "src").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        checked_only = {
            inner
            for node in ast.walk(tree)
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
            for inner in ast.walk(node)
        }
        for node in ast.walk(tree):
            if node in checked_only:
                continue
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"camket"}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def dependencies() -> set[str]:
    return {normal(re.split(r"[<>=!;\[ ]", line, maxsplit=1)[0]) for line in PROJECT["dependencies"]}


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_and_option_is_in_the_manual(verb: str) -> None:
    assert f"camket {verb}" in USAGE
    assert {name for name in options(VERBS[verb]) if f"`{name}" not in USAGE} == set()


def test_every_command_a_page_shows_can_be_given() -> None:
    wrong = [
        (page, verb, rest)
        for page, verb, rest in shown_commands()
        if verb not in VERBS or not set(OPTION.findall(rest)) <= options(VERBS[verb])
    ]
    assert wrong == []


def test_every_make_target_a_page_shows_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    shown = {
        target
        for page in PAGES
        for target in re.findall(r"`make ([a-z]+)|^make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE)
    }
    assert {name for pair in shown for name in pair if name} - targets == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_folder_is_told_in_contributing() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert [folder for folder in folders() if f"`{folder}/`" not in told] == []


def test_every_decision_is_in_their_list() -> None:
    listed = (DECISIONS / "README.md").read_text("utf-8")
    assert [page.name for page in DECISIONS.glob("[0-9]*.md") if f"]({page.name})" not in listed] == []


def test_a_dependency_is_what_the_code_imports_and_has_its_reason() -> None:
    owners = importlib.metadata.packages_distributions()
    assert {normal(owners[name][0]) for name in imported()} == dependencies()
    reasons = "".join(page.read_text("utf-8") for page in DECISIONS.glob("[0-9]*.md")).lower()
    assert {name for name in dependencies() if f"`{name}`" not in reasons} == set()


def test_the_lock_holds_every_dependency_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    locked = {normal(name) for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}
    assert dependencies() <= locked
    assert re.findall(r"https?:|file:|--(?:extra-)?index-url|--find-links", lock) == []
